//! Saved models.

use super::Numbers;
use crate::view::{EntryView, SelectOption};

/// The saved models, files, and a comparison of two.
#[derive(Clone, Debug, PartialEq)]
pub struct VersionsView {
    /// The name under which the model would be saved.
    pub name: EntryView,
    /// Whether it can be saved.
    pub can_save: bool,
    /// What saving would do, or why it cannot be: "3 of 8 are saved."
    pub room: String,
    /// The saved ones.
    pub versions: Vec<VersionRow>,
    /// Why a file was refused: place and reason.
    pub refused: Vec<String>,
    /// With which model this one is compared: nothing where none is saved.
    pub models: Vec<SelectOption>,
    /// With which snapshot: nothing where there is only one.
    pub moments: Vec<SelectOption>,
    /// What the comparison finds, or what it would need.
    pub finding: String,
    /// How the change is split.
    pub note: Option<String>,
    /// The change of the average, split; then the accounts that moved furthest.
    pub split: Option<Numbers>,
}

/// A saved model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionRow {
    /// Its name, by which it is told apart.
    pub name: String,
    /// What it is: "7 indicators, red below 40, green from 70".
    pub about: String,
    /// Whether it is the model as it is.
    pub is_open: bool,
}
