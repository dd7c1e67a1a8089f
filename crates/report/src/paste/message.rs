//! A reading as a row of texts: what the worker posts to the page.

use super::{PASTED, PasteReading, PastedSegment};
use crate::view::PasteIssue;
use plimsoll_intake::{Grown as _, Listed as _};

impl PasteReading {
    /// The reading as texts.
    #[must_use]
    pub fn into_texts(self) -> Vec<String> {
        let flag = |is: bool| if is { "1" } else { "" }.to_owned();
        let mut texts =
            vec![self.summary, flag(self.needs_mark), flag(self.is_data), self.more_issues.to_string()];
        texts.push(self.issues.len().to_string());
        for issue in self.issues {
            texts.grow_by([issue.place, issue.reason, flag(issue.is_left_out)]);
        }
        for segment in self.segments {
            texts.grow_by([segment.value, segment.label]);
            texts.grow_by(segment.figures);
        }
        texts
    }

    /// The reading of such texts; nothing where they are not one.
    ///
    /// ```
    /// use plimsoll_report::{PasteReading, read_paste};
    /// let reading = read_paste("Customer,Start,End\nAcme,100,130.50\nBolt,80,\n", "", "USD");
    /// assert_eq!(reading.segments[0].figures[2], "30.5");
    /// assert_eq!(PasteReading::from_texts(reading.clone().into_texts()), Some(reading));
    /// ```
    #[must_use]
    pub fn from_texts(texts: Vec<String>) -> Option<Self> {
        let mut texts = texts.into_iter();
        let mut reading = Self {
            summary: texts.next()?,
            needs_mark: !texts.next()?.is_empty(),
            is_data: !texts.next()?.is_empty(),
            more_issues: texts.next()?.parse().ok()?,
            ..Self::default()
        };
        for _ in 0..texts.next()?.parse().ok()? {
            let (place, reason, left_out) = (texts.next()?, texts.next()?, texts.next()?);
            reading.issues.push(PasteIssue { place, reason, is_left_out: !left_out.is_empty() });
        }
        while let Some(value) = texts.next() {
            let label = texts.next()?;
            let figures: Vec<String> = texts.by_ref().take(PASTED.len()).listed();
            if figures.len() < PASTED.len() {
                return None;
            }
            reading.segments.push(PastedSegment { value, label, figures });
        }
        Some(reading)
    }
}
