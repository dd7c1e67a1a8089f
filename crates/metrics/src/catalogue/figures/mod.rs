//! The figures that a person enters. A new figure is a row in one of the tables.

mod economics;
mod engagement;
mod growth;
mod health;
mod movements;
mod portfolio;
mod renewal;
mod team;

pub use economics::*;
pub use engagement::*;
pub use growth::*;
pub use health::*;
pub use movements::*;
pub use portfolio::*;
pub use renewal::*;
pub use team::*;

use crate::{Figure, Limit};

/// A table of figures: a `static` each, and the list of them.
macro_rules! figures {
    ($($(#[doc = $doc:literal])* $name:ident { $($field:ident: $value:expr,)* })*) => {
        $($(#[doc = $doc])* pub static $name: Figure = Figure { $($field: $value,)* };)*

        /// The figures above.
        pub(super) static TABLE: &[&Figure] = &[$(&$name,)*];
    };
}
pub(crate) use figures;

/// The tables, in the order in which a form asks for them.
static TABLES: [&[&Figure]; 7] = [
    movements::TABLE,
    economics::TABLE,
    growth::TABLE,
    renewal::TABLE,
    health::TABLE,
    engagement::TABLE,
    team::TABLE,
];

/// Every figure, in the order in which a form asks for them.
pub fn all() -> impl Iterator<Item = &'static Figure> {
    TABLES.iter().flat_map(|table| table.iter().copied())
}

/// The figures that a table of accounts gives, and those that the health lab asks for beside it.
pub fn of_portfolios() -> impl Iterator<Item = &'static Figure> {
    portfolio::TABLE.iter().copied()
}

/// The limits between figures. A new limit is a row here.
pub static LIMITS: &[Limit] = &[
    Limit { parts: &[&LOST_CUSTOMERS], whole: &START_CUSTOMERS },
    Limit { parts: &[&CHURNED_MRR, &CONTRACTION_MRR], whole: &START_MRR },
    Limit { parts: &[&INVOLUNTARY_LOST], whole: &LOST_CUSTOMERS },
    Limit { parts: &[&UPGRADED_CUSTOMERS], whole: &ELIGIBLE_FOR_UPGRADE },
    Limit { parts: &[&CROSS_SOLD_CUSTOMERS], whole: &START_CUSTOMERS },
    Limit { parts: &[&ACTIVE_SEATS], whole: &LICENSED_SEATS },
    Limit { parts: &[&LICENSED_SEATS], whole: &POTENTIAL_USERS },
    Limit { parts: &[&RENEWED_CONTRACTS], whole: &DUE_CONTRACTS },
    Limit { parts: &[&RENEWED_ARR], whole: &DUE_ARR },
    Limit { parts: &[&SCORED_CUSTOMERS], whole: &MANAGED_CUSTOMERS },
    Limit { parts: &[&GREEN_CUSTOMERS, &YELLOW_CUSTOMERS, &RED_CUSTOMERS], whole: &SCORED_CUSTOMERS },
    Limit { parts: &[&MEETINGS_ATTENDED], whole: &MEETINGS_SCHEDULED },
    Limit { parts: &[&REVIEWS_COMPLETED], whole: &REVIEWS_SCHEDULED },
    Limit { parts: &[&REVIEWED_CUSTOMERS], whole: &REVIEW_ELIGIBLE },
    Limit { parts: &[&SPONSORED_CUSTOMERS], whole: &MANAGED_CUSTOMERS },
];
