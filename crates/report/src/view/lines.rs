//! The lines of a card's scale, as they can be moved.

use super::{Place, Standing};

/// The lines of a scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinesView {
    /// Whether they can be moved just now; else there are no stretches and no dividers.
    pub is_open: bool,
    /// The bands on the strip, as long as they are: how good each is, and where it begins and ends.
    pub stretches: Vec<(Standing, Place, Place)>,
    /// The dividers between them.
    pub dividers: Vec<Divider>,
    /// That the bands are the reader's own, and of what they were made; empty where they are as published.
    pub note: String,
    /// What the button says that puts moved lines back; empty where none is moved.
    pub back: &'static str,
}

/// A divider between two bands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Divider {
    /// Which one: 0 parts the two lowest bands.
    pub position: usize,
    /// Where it stands on the strip.
    pub place: Place,
    /// What it parts: "Divider between Below target and Acceptable".
    pub label: String,
    /// The value at which it stands, written.
    pub value: String,
}
