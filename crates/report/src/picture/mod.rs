//! Pictures of a history: from sums by month, groups and cohorts to a drawing with its finding and its table.
//!
//! Each builder is a pure function, and each gives a [`Picture`], whatever it is given: where there is too little to
//! draw, the finding says what is missing. Ratios are exact; places are whole numbers.

mod axis;
mod bridge;
mod by_group;
mod cohorts;
mod data;
mod movements;
mod pen;
mod ranked;
mod survival;
mod trend;
mod trend_words;

pub(crate) use axis::Ruler;
pub use bridge::bridge;
pub use by_group::by_group;
pub use cohorts::{CohortMeasure, cohorts};
pub use data::{Cohort, Group, History, Span};
pub use movements::movements;
pub use plimsoll_columns::MonthSums;
use plimsoll_intake::Listed as _;
pub use ranked::ranked;
pub use survival::survival;
pub use trend::{Rate, trend};

use crate::sentence::list;
use crate::view::{Drawing, Movement, Picture, PictureTable};
use pen::Pen;

/// The movements, those that bring revenue first.
const MOVEMENTS: [Movement; 5] =
    [Movement::New, Movement::Expansion, Movement::Reactivation, Movement::Contraction, Movement::Churn];

impl Movement {
    /// Its name.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::New => "New",
            Self::Expansion => "Expansion",
            Self::Reactivation => "Reactivation",
            Self::Contraction => "Contraction",
            Self::Churn => "Churn",
        }
    }

    /// Whether it brings revenue.
    const fn is_gain(self) -> bool {
        matches!(self, Self::New | Self::Expansion | Self::Reactivation)
    }

    /// Who brings or takes, as a sentence says it.
    const fn doer(self) -> &'static str {
        match self {
            Self::New => "new customers",
            Self::Expansion => "expansion",
            Self::Reactivation => "returning customers",
            Self::Contraction => "contraction",
            Self::Churn => "churn",
        }
    }

    /// The amount of the movement in a month, above zero whichever way it goes.
    #[must_use]
    pub const fn of(self, month: &MonthSums) -> i64 {
        match self {
            Self::New => month.new,
            Self::Expansion => month.expansion,
            Self::Reactivation => month.reactivation,
            Self::Contraction => month.contraction,
            Self::Churn => month.churn,
        }
    }

    /// An amount of the movement with the sign of what it does.
    fn signed(self, amount: i64) -> i128 {
        let amount = i128::from(amount);
        if self.is_gain() { amount } else { amount.saturating_neg() }
    }
}

/// A picture of nothing, which says why.
fn nothing(slug: &str, finding: String, about: String) -> Picture {
    Picture {
        slug: slug.into(),
        finding,
        about,
        drawing: Drawing::Nothing,
        table: PictureTable::default(),
        note: None,
    }
}

/// Why there are no movements to draw.
fn too_short(history: &History, what: &str) -> String {
    match history.months.len() {
        0 => ["There are no months yet, so there is no ", what, " to draw."].concat(),
        _ => {
            ["One month is an opening balance and nothing more; the ", what, " begins with the second month."]
                .concat()
        }
    }
}

/// A word on months of a span in which the data have no row.
fn holes(pen: &Pen<'_>, history: &History, span: Span) -> Option<String> {
    // What moved during a hole shows in the month after it.
    let touches =
        |hole: &&usize| (span.first..=span.last).contains(*hole) || hole.saturating_add(1) == span.first;
    let months: Vec<usize> = history.holes.iter().filter(touches).copied().listed();
    let named: Vec<String> = months.iter().take(3).map(|hole| pen.month(history.month(*hole))).listed();
    let more = months.len().saturating_sub(named.len());
    let named = match more {
        0 => list(&named),
        _ => [named.join(", "), " and ".into(), more.to_string(), " more".into()].concat(),
    };
    (!months.is_empty()).then(|| {
        [
            "The data have no row at all for ",
            &named,
            if months.len() == 1 { ". It counts" } else { ". Each counts" },
            " like the month before it, so what moved meanwhile shows in the month after it.",
        ]
        .concat()
    })
}
