//! Accounts by owner.

use super::{Numbers, StatView};
use crate::view::EntryView;

/// What each owner looks after, what is published on it, how the accounts are cared for, and capacity.
#[derive(Clone, Debug, PartialEq)]
pub struct TeamView {
    /// The finding in a sentence.
    pub finding: String,
    /// What has to be known: accounts without an owner, owners that are not listed.
    pub notes: Vec<String>,
    /// The owners, with the most ARR first.
    pub owners: Numbers,
    /// What is published on accounts and ARR for each manager.
    pub published: Vec<PublishedRange>,
    /// How the accounts are cared for, as far as columns say so, each with its target and median.
    pub care: Vec<StatView>,
    /// What columns could say and do not.
    pub missing: Option<String>,
    /// Time to first value by segment, where a column has it.
    pub first_value: Option<Numbers>,
    /// Hours a month that an account takes, and those that a manager has.
    pub hours: [EntryView; 2],
    /// What follows of capacity, or what it needs.
    pub capacity: String,
}

/// A published range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedRange {
    /// Of what and for whom: "Accounts per CSM, high touch".
    pub who: String,
    /// The range: "10 to 50".
    pub said: String,
    /// Where the team's mean stands: "inside", "below it".
    pub stands: String,
    /// Where it is from.
    pub source: String,
}
