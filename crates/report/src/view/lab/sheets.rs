//! What else can be asked of the accounts: one sheet is open at a time.

use super::{CheckView, MoneyView, SuggestView, TeamView, VersionsView};

/// A sheet's tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetTab {
    /// Its name in actions.
    pub slug: &'static str,
    /// What it says.
    pub label: &'static str,
    /// Whether it is open.
    pub is_open: bool,
}

/// The open sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum SheetView {
    /// What health is worth.
    Money(MoneyView),
    /// Whether the score tells who leaves.
    Check(CheckView),
    /// Weights that the accounts suggest.
    Suggest(SuggestView),
    /// Saved models, compared.
    Versions(VersionsView),
    /// Accounts by owner.
    Team(TeamView),
    /// The accounts do not hold what it needs.
    Closed(WayOut),
}

/// A question that cannot be answered, in kind words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayOut {
    /// Why not.
    pub what: String,
    /// What can be done.
    pub way_out: String,
}

/// The numbers behind a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbers {
    /// What they are.
    pub caption: String,
    /// The heads of the columns; the first column names the row.
    pub heads: Vec<&'static str>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}
