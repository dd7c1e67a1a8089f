//! One account whose score is taken apart.

use serde::{Deserialize, Serialize};

use super::AccountLine;

/// An account whose score is taken apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenAccount {
    /// The account.
    pub line: AccountLine,
    /// Where it stands in the data.
    pub stands_in: u32,
    /// Its points by indicator, as a column keeps them.
    pub points: Vec<u16>,
    /// What stands in the column of each indicator.
    pub values: Vec<RawValue>,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RawValue {
    /// Nothing.
    Missing,
    /// A number, with so many decimals.
    Number(i64, u8),
    /// A day since 1970-01-01.
    Day(i32),
    /// A text.
    Text(String),
}
