//! What is told of the rows behind a number.

use plimsoll_metrics::Currency;
use serde::{Deserialize, Serialize};

use super::Calendar;
use crate::view::Movement;

/// What rows are behind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowsOf {
    /// Something that is not there any more.
    Nothing,
    /// One of the calculator's figures, by its place among those that a ledger gives.
    Figure(u8),
    /// One movement over months.
    Movement(Movement),
    /// Whoever pays in a month.
    Paying,
    /// Whoever paid twelve months before.
    Kept,
    /// Whoever paid first in one month.
    Cohort,
    /// A group, by its name.
    Group(String),
}

/// The customers behind a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowsFacts {
    /// What they are behind.
    pub of: RowsOf,
    /// The currency of the amounts.
    #[serde(with = "super::currency_code")]
    pub currency: Currency,
    /// The ledger's months.
    pub calendar: Calendar,
    /// The first month of the number, by its place. That is `now`, unless it is a movement over several.
    pub from: usize,
    /// The month of the amounts before, by its place.
    pub then: usize,
    /// The month of the amounts after.
    pub now: usize,
    /// The headers of what is known of each customer.
    pub attributes: Vec<String>,
    /// How many customers there are.
    pub count: usize,
    /// The first of them, the largest change first.
    pub rows: Vec<RowFacts>,
}

/// A customer behind a number. Amounts are in minor units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowFacts {
    /// The customer's name.
    pub customer: String,
    /// What is known of it, in the order of the headers.
    pub values: Vec<String>,
    /// What it paid before, after, and by how much it moved what was asked about.
    pub money: [i64; 3],
}
