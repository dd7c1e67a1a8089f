//! A metric for every pair of settings of two levers.

use std::borrow::Cow;

use super::AskView;
use crate::view::Standing;

/// The grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridView {
    /// Which lever goes down, and which across.
    pub asks: Vec<AskView>,
    /// What the grid shows, in a sentence.
    pub caption: String,
    /// The names of the levers that go down and across.
    pub sides: (&'static str, &'static str),
    /// The settings across.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<GridRow>,
    /// The bands that are reached anywhere, best first; none without a scale.
    pub bands: Vec<(Cow<'static, str>, Standing)>,
    /// What is to be said where the cells have no bands.
    pub note: Option<String>,
}

/// One setting of the lever that goes down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridRow {
    /// The setting.
    pub setting: String,
    /// The cells.
    pub cells: Vec<GridCell>,
}

/// One pair of settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridCell {
    /// The value, or a dash.
    pub text: String,
    /// Its band, where there is a scale.
    pub band: Option<(Cow<'static, str>, Standing)>,
    /// Why there is no value.
    pub reason: Option<String>,
    /// Whether this is how things are.
    pub is_now: bool,
}
