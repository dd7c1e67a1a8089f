//! What the worker that reads data and keeps it tells: plain values. The room beside it makes words and pictures of them by
//! [`worded`], so that no sentence, number format or drawing is part of the worker.

mod accounts;
pub(crate) mod currency_code;
mod ledger;
mod reading;
mod rows;

use serde::{Deserialize, Serialize};

use crate::format::Formatter;
use crate::view::Told;

pub use accounts::{AccountsFacts, KeptColumn};
pub use ledger::{Calendar, ChurnFacts, LedgerFacts, ReasonFacts, Spanned, WindowSums};
pub use reading::{Fault, Found, ProgressFacts, ReviewFacts};
pub use rows::{RowFacts, RowsFacts, RowsOf};

/// What a worker tells the data room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DataMessage {
    /// How far it has come.
    Progress(ProgressFacts),
    /// What it read.
    Review(ReviewFacts),
    /// The ledger that was accepted, or the same one in another light.
    Ledger(Box<LedgerFacts>),
    /// The accounts that were accepted, in short.
    Accounts(Box<AccountsFacts>),
    /// The rows that were asked for.
    Rows(RowsFacts),
    /// It could not read.
    Failed(Fault),
}

/// What a worker told, in words and pictures.
///
/// ```
/// use plimsoll_report::view::Told;
/// use plimsoll_report::{English, Reading, worded};
/// let mut reading = Reading::new("USD");
/// reading.begin(0);
/// reading.source("ledger.csv");
/// reading.push(b"Customer,Month,MRR\nAcme,2025-01,100.00\n");
/// assert!(!reading.end());
/// let Told::Review(review) = worded(&reading.review(), &English) else { panic!("it is refused") };
/// assert_eq!(review.outcome, "1 customer over 1 month, January 2025. 1 of 1 row counts.");
/// ```
#[must_use]
pub fn worded(message: &DataMessage, formatter: &dyn Formatter) -> Told {
    match message {
        DataMessage::Progress(facts) => Told::Progress(crate::ingest::progress(facts, formatter)),
        DataMessage::Review(facts) => Told::Review(crate::ingest::review(facts, formatter)),
        DataMessage::Ledger(facts) => Told::Ledger(crate::ledger::view(facts, formatter)),
        DataMessage::Accounts(facts) => Told::Accounts(crate::accounts::view(facts, formatter)),
        DataMessage::Rows(facts) => Told::Rows(crate::ledger::rows_view(facts, formatter)),
        DataMessage::Failed(fault) => Told::Failed(crate::ingest::failure(fault)),
    }
}
