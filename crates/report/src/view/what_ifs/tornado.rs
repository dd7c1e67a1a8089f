//! What one step of each figure does to a metric.

use super::AskView;
use crate::view::{Place, Reading};

/// The rows of a tornado, longest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TornadoView {
    /// Which metric.
    pub ask: AskView,
    /// The metric's name.
    pub metric: &'static str,
    /// What is found, in a sentence.
    pub finding: String,
    /// Where no change is: bars begin there.
    pub zero: Place,
    /// The rows.
    pub rows: Vec<TornadoRow>,
}

/// A figure, and what one step of it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TornadoRow {
    /// The figure's slug.
    pub slug: &'static str,
    /// The figure's name.
    pub label: &'static str,
    /// What there is.
    pub now: String,
    /// How far a step goes: "1 point".
    pub step: String,
    /// What a step less does.
    pub down: StepEffect,
    /// What a step more does.
    pub up: StepEffect,
}

/// What one step to one side does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepEffect {
    /// The metric changes.
    Changes {
        /// The left end of the bar.
        from: Place,
        /// The right end of the bar.
        to: Place,
        /// By how much, with its sign and unit.
        text: String,
        /// Whether that is better.
        reading: Reading,
    },
    /// It says nothing, for this reason.
    Nothing(String),
}
