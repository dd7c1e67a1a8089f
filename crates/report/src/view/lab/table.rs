//! The accounts.

use super::ClassMark;
use crate::view::{EntryView, SelectOption};

/// A part of a long table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableView {
    /// What it holds: "412 of 5,000 accounts".
    pub caption: String,
    /// How many rows the whole table has.
    pub total: u32,
    /// The place of the first row that is here.
    pub start: u32,
    /// The rows that are here.
    pub rows: Vec<AccountRow>,
    /// The heads of the columns.
    pub heads: Vec<ColumnHead>,
    /// By which class, segment and owner it is narrowed.
    pub filters: Vec<(&'static str, &'static str, Vec<SelectOption>)>,
    /// What is searched for.
    pub search: EntryView,
    /// The account whose score is taken apart.
    pub parts: Option<PartsView>,
}

/// A column's head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnHead {
    /// Its name in actions.
    pub key: String,
    /// What it says.
    pub label: String,
    /// Whether the table is sorted by it, and if so, whether the largest come first.
    pub sorted: Option<bool>,
    /// Whether the table can be sorted by it.
    pub can_sort: bool,
    /// Whether it holds numbers.
    pub is_number: bool,
}

/// An account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountRow {
    /// Its row, for actions.
    pub row: u32,
    /// Its cells under the heads: the name first.
    pub cells: Vec<String>,
    /// Its class.
    pub class: ClassMark,
    /// Whether its score is taken apart.
    pub is_open: bool,
}

/// A score, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartsView {
    /// The account's row, for actions.
    pub row: u32,
    /// Its name.
    pub title: String,
    /// What holds of it beside the score: segment, owner, renewal, where it stands in the data.
    pub about: String,
    /// Each indicator.
    pub parts: Vec<PartRow>,
    /// The sum: "4,292.5 ÷ 70 = 61.32".
    pub sum: String,
    /// How much of the model it rests on.
    pub coverage: String,
}

/// One indicator of one account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartRow {
    /// The indicator.
    pub name: String,
    /// The value as the data has it; a dash where there is none.
    pub value: String,
    /// Its points.
    pub points: String,
    /// Its weight as set.
    pub weight: String,
    /// The share of this account's score that it makes up.
    pub effective: String,
    /// What it adds to the score.
    pub adds: String,
    /// Whether it is missing.
    pub is_missing: bool,
}
