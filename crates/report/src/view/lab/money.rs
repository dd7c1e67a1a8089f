//! What health is worth.

use super::{ClassMark, StatView};
use crate::view::EntryView;

/// Retention if the red accounts leave, what is expected to be lost, and what saving some is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct MoneyView {
    /// The finding in a sentence.
    pub finding: String,
    /// What the numbers count, and why there are no others.
    pub notes: Vec<String>,
    /// Retention, each with its band.
    pub stats: Vec<StatView>,
    /// What is lost by class.
    pub losses: Vec<LossRow>,
    /// Where the proposed chances of leaving are from.
    pub proposed: Option<String>,
    /// What is lost in all.
    pub total: String,
    /// How many red accounts are to be saved.
    pub save: EntryView,
    /// What saving them is worth.
    pub saved: String,
}

/// What is lost in a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LossRow {
    /// The class.
    pub class: ClassMark,
    /// How many accounts.
    pub accounts: String,
    /// Their ARR.
    pub arr: String,
    /// The chance of leaving within a year.
    pub chance: EntryView,
    /// What counts while nothing is typed: "proposed: 18.4%".
    pub proposed: Option<String>,
    /// What is expected to be lost.
    pub loss: String,
}
