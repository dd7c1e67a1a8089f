//! Amounts by customer and month, in columns of integers.
//!
//! [`LedgerBuilder`] collects what each customer pays in each month; [`LongReader`] fills it from the bytes of a plain
//! table at the speed of the machine. The finished [`Ledger`] answers with exact sums: [`Ledger::sums`] by month and
//! group, [`Ledger::cohorts`], [`Ledger::survival`], [`Ledger::early_churn`], and [`Ledger::customers_in`], the rows
//! behind any one number.
//!
//! All money is whole minor units of one currency (cents). Nothing here overflows in silence: a ledger whose amounts
//! together go beyond what 64 bits hold is refused while it is built, so every sum over it fits.
//!
//! [`accounts`] holds what is known of customers beside their amounts: indicators, days and texts in columns.
//!
//! [`draws`] is for what is uncertain: seeded draws, exact percentiles, accounts drawn from themselves.
//!
//! This room does not know what a metric is, how a text is encoded or a column recognised, any float outside of its draws, a
//! browser, or how anything is worded.

pub mod accounts;
mod builder;
mod cohorts;
pub mod draws;
mod ledger;
mod month;
mod movement;
mod names;
mod reader;
mod refusal;
pub mod scores;
mod sums;

pub use builder::LedgerBuilder;
pub use cohorts::{AgeCount, CohortCell, Cohorts, EarlyChurn, Survival};
pub use ledger::Ledger;
pub use month::Month;
pub use movement::MovementKind;
pub use names::Names;
pub use reader::{LongLayout, LongReader};
pub use refusal::Refusal;
pub use sums::{MonthSums, SumOptions, Sums};
