//! The inputs: one value that is saved, undone and shared.

use std::collections::BTreeMap;

use plimsoll_intake::DecimalMark;
use plimsoll_metrics::{Figure, figures};
use serde::{Deserialize, Serialize};

/// The version of the saved shape. A change that an older page could not read raises it.
pub const VERSION: u32 = 1;

/// The most characters that a saved field may have. What is longer is no figure.
const LONGEST_TEXT: usize = 400;

/// The most entries that a saved table may have.
const MOST_ENTRIES: usize = 200;

/// What the user decided, as it was typed. Unknown names in a saved state count for nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Inputs {
    /// The version of this shape.
    pub version: u32,
    /// The window's slug.
    pub window: String,
    /// The currency's ISO 4217 code.
    pub currency: String,
    /// The decimal mark that decides where a number can be read two ways: `.` or `,`.
    pub decimal_mark: String,
    /// The segment's slug; empty for none.
    pub segment: String,
    /// The industry's slug; empty for none.
    pub industry: String,
    /// The stage's slug; empty for none.
    pub stage: String,
    /// What was typed for each figure, by slug.
    pub figures: BTreeMap<String, String>,
    /// What was typed for each metric entered as known, by slug.
    pub known: BTreeMap<String, KnownText>,
    /// What was typed for each lever, by slug.
    pub levers: BTreeMap<String, String>,
    /// What the churn lever moves: `both`, `customers` or `revenue`.
    pub churn_scope: String,
    /// The text in the paste panel, until it is accepted or thrown away.
    pub paste: PasteDraft,
}

/// A metric entered as known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct KnownText {
    /// What was typed.
    pub text: String,
    /// The slug of the window it was measured over.
    pub window: String,
}

/// What is in the paste panel.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PasteDraft {
    /// The pasted text.
    pub text: String,
    /// The chosen segment, with a leading `=`; empty for all. (`=` alone holds customers without a segment.)
    pub segment: String,
    /// The settled decimal mark, `.` or `,`; empty while it is not settled.
    pub mark: String,
}

impl Default for Inputs {
    fn default() -> Self {
        Self {
            version: VERSION,
            window: "year".into(),
            currency: "USD".into(),
            decimal_mark: ".".into(),
            segment: "smb".into(),
            industry: String::new(),
            stage: String::new(),
            figures: BTreeMap::new(),
            known: BTreeMap::new(),
            levers: BTreeMap::new(),
            churn_scope: "both".into(),
            paste: PasteDraft::default(),
        }
    }
}

/// The worked example: a company that sells to small businesses, over one year. Its LTV:CAC is just short of
/// three, and two points less churn lift it over the line.
static EXAMPLE: [(&Figure, &str); 11] = [
    (&figures::START_MRR, "240000"),
    (&figures::NEW_MRR, "72000"),
    (&figures::EXPANSION_MRR, "28800"),
    (&figures::CONTRACTION_MRR, "6000"),
    (&figures::CHURNED_MRR, "38400"),
    (&figures::START_CUSTOMERS, "250"),
    (&figures::NEW_CUSTOMERS, "70"),
    (&figures::LOST_CUSTOMERS, "50"),
    (&figures::GROSS_MARGIN, "78"),
    (&figures::ACQUISITION_SPEND, "1300000"),
    (&figures::LIFETIME_YEARS, "4"),
];

impl Inputs {
    /// The worked example that fills the page on first load.
    #[must_use]
    pub fn example() -> Self {
        let figures = EXAMPLE.iter().map(|(figure, text)| (figure.slug.into(), (*text).into())).collect();
        Self { figures, stage: "early".into(), ..Self::default() }
    }

    /// These inputs in a locale with this decimal mark.
    #[must_use]
    pub fn with_decimal_mark(mut self, mark: DecimalMark) -> Self {
        self.decimal_mark = match mark {
            DecimalMark::Point => ".",
            DecimalMark::Comma => ",",
        }
        .into();
        self
    }

    /// The decimal mark that decides where a number can be read two ways.
    #[must_use]
    pub fn decimal_mark(&self) -> DecimalMark {
        if self.decimal_mark == "," { DecimalMark::Comma } else { DecimalMark::Point }
    }

    /// The same choices with nothing entered.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self {
            window: self.window.clone(),
            currency: self.currency.clone(),
            decimal_mark: self.decimal_mark.clone(),
            segment: self.segment.clone(),
            industry: self.industry.clone(),
            stage: self.stage.clone(),
            ..Self::default()
        }
    }

    /// Whether these are the figures of the worked example, whatever is chosen, levered or pasted beside them.
    #[must_use]
    pub fn is_example(&self) -> bool {
        let example = Self::example();
        self.figures == example.figures && self.known.is_empty() && self.window == example.window
    }

    /// Whether nothing is entered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.known.is_empty() && self.figures.values().all(|text| text.trim().is_empty())
    }

    /// Whether a saved state is one this version can have written: what is newer, or absurdly large, is not.
    #[must_use]
    pub fn is_readable(&self) -> bool {
        let known = self.known.values().map(|known| &known.text);
        self.version == VERSION
            && [self.figures.len(), self.known.len(), self.levers.len()]
                .iter()
                .all(|count| *count <= MOST_ENTRIES)
            && self
                .figures
                .values()
                .chain(self.levers.values())
                .chain(known)
                .all(|text| text.len() <= LONGEST_TEXT)
    }
}
