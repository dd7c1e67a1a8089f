//! What is told of accounts that were accepted.

use std::rc::Rc;

use plimsoll_intake::Tallied;
use plimsoll_metrics::Currency;
use serde::{Deserialize, Serialize};

/// Accounts in short. All that is known of them goes elsewhere, as bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountsFacts {
    /// What the data is called.
    pub name: String,
    /// The currency of what they pay.
    #[serde(with = "super::currency_code")]
    pub currency: Currency,
    /// How many accounts there are.
    pub accounts: usize,
    /// The moments at which they were written down, earliest first: the day since 1970-01-01 (the least number where the data does
    /// not say), and how many rows are of it.
    pub snapshots: Vec<(i32, u32)>,
    /// What they pay a year at the latest moment, in minor units, where a column says so.
    pub revenue: Option<i64>,
    /// How many have left by then, where a column says so.
    pub churned: Option<i64>,
    /// Their columns.
    pub columns: Vec<KeptColumn>,
    /// What became of the rows.
    pub tallied: Rc<Tallied>,
}

/// A column of accounts in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptColumn {
    /// Its header; empty where it follows from others.
    pub header: String,
    /// What it is about, by its number among `plimsoll_columns::accounts::Part::ALL`.
    pub part: u8,
    /// Which sign it is, by its slug.
    pub sign: String,
    /// Whether its numbers are of a hundred.
    pub percent: bool,
    /// In how many rows nothing stands.
    pub missing: usize,
}
