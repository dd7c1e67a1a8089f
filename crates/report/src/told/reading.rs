//! What is told while data is read, and of what was read.

use std::rc::Rc;

use plimsoll_columns::Month;
use plimsoll_intake::{Encoding, Full, Look, Tallied};
use serde::{Deserialize, Serialize};

/// How far a pass has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgressFacts {
    /// What is read: the name of the file.
    pub name: String,
    /// How many rows were read.
    pub rows: u64,
    /// How many bytes were.
    pub done: u64,
    /// Of how many.
    pub total: u64,
    /// In how many milliseconds.
    pub milliseconds: u64,
    /// Once all is read and has to be put together: how many amounts have their month so far.
    pub added: Option<u64>,
}

/// How data was understood, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewFacts {
    /// What the data is called.
    pub name: String,
    /// The code of the page's currency.
    pub page: String,
    /// The names of a workbook's sheets, and the place of the one that was read.
    pub sheets: (Vec<String>, usize),
    /// How the file writes its characters, once that is known.
    pub encoding: Option<Encoding>,
    /// What was seen; nothing of an empty file.
    pub look: Option<Rc<Look>>,
    /// What was counted; nothing where it was not read to its end.
    pub found: Option<Found>,
}

/// What a whole pass counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// How many customers, or accounts.
    pub customers: usize,
    /// Of accounts, the moments at which they were written down, as in [`super::AccountsFacts::snapshots`].
    pub snapshots: Option<Vec<(i32, u32)>>,
    /// The first month; nothing where no row counts.
    pub first: Option<Month>,
    /// From the first month to the last.
    pub months: usize,
    /// What became of the rows.
    pub tallied: Rc<Tallied>,
}

/// Why nothing was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// There are more bytes than are read at once.
    TooManyBytes(u64),
    /// Nothing more can be taken.
    Full(Full),
    /// Several files are no table together: the name of the first, and of the one that differs.
    Differs(String, String),
    /// The amounts are in a currency that the page does not offer, by its code or sign.
    UnknownCurrency(String),
    /// Later rows are in this currency, while the first ones were taken for the other.
    ForeignCurrency(String, String),
}
