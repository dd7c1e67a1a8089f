//! A pasted table of customers: read away from the page, and sent to it as a few texts.
//!
//! [`read_paste`] runs in the worker, which knows how tables are read; the page knows only the [`PasteReading`].

mod issue;
mod message;
mod read;

use std::rc::Rc;

use plimsoll_metrics::{Figure, figures};

use crate::view::PasteIssue;

pub(crate) use issue::{paste_issue, reason};
pub(crate) use read::plain;
pub use read::read_paste;

/// The figures that a paste gives, in the order in which they are sent.
pub(crate) static PASTED: [&Figure; 8] = [
    &figures::START_MRR,
    &figures::NEW_MRR,
    &figures::EXPANSION_MRR,
    &figures::CONTRACTION_MRR,
    &figures::CHURNED_MRR,
    &figures::START_CUSTOMERS,
    &figures::NEW_CUSTOMERS,
    &figures::LOST_CUSTOMERS,
];

/// What a ledger gives beside those: every monthly movement added up, for retention by movements.
static MOVED: [&Figure; 3] =
    [&figures::EXPANSION_BY_MONTH, &figures::CONTRACTION_BY_MONTH, &figures::CHURNED_BY_MONTH];

/// The figures that a ledger gives, in the order in which they are handed over.
pub(crate) fn ledger_figures() -> impl Iterator<Item = &'static Figure> {
    PASTED.into_iter().chain(MOVED)
}

/// The place of a figure among those that a ledger gives, by its slug.
pub(crate) fn ledger_place(slug: &str) -> Option<u8> {
    u8::try_from(ledger_figures().position(|figure| figure.slug == slug)?).ok()
}

/// What a pasted table holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PasteReading {
    /// How it was read, in a sentence.
    pub summary: String,
    /// Whether the decimal mark has to be settled before anything counts.
    pub needs_mark: bool,
    /// Whether it is no table of customers at two dates but data with months of its own, for the data room.
    pub is_data: bool,
    /// What was left out or is worth knowing, in the order of the rows; the first dozen.
    pub issues: Vec<PasteIssue>,
    /// How many more there are.
    pub more_issues: usize,
    /// All customers first, then each segment. Empty while nothing counts.
    pub segments: Vec<PastedSegment>,
}

/// The figures of one segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastedSegment {
    /// What an action carries: empty for all customers, else `=` and the name.
    pub value: String,
    /// Its name.
    pub label: String,
    /// The figures as they would be typed: MRR at the start, new, expansion, contraction, churned; customers at the
    /// start, new, lost.
    pub figures: Vec<String>,
}

/// A reading, and what it is a reading of. It counts only as long as that is still what is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pasted {
    pub(crate) text: Rc<str>,
    pub(crate) mark: String,
    pub(crate) currency: String,
    pub(crate) reading: PasteReading,
}

impl PasteReading {
    /// The reading of a table that could not be read at all: the part that reads was not there, or stopped.
    #[must_use]
    pub fn failed() -> Self {
        Self {
            summary: "The part of the page that reads tables did not answer. Nothing was changed. Check the connection, then paste again.".into(),
            ..Self::default()
        }
    }

    /// The figures of the chosen segment, as they would be typed.
    pub(crate) fn figures_of(&self, segment: &str) -> Option<impl Iterator<Item = (&'static Figure, &str)>> {
        let segment = self.segments.iter().find(|one| one.value == segment)?;
        Some(PASTED.into_iter().zip(segment.figures.iter().map(String::as_str)))
    }
}
