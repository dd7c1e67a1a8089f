//! Bars: the bridge, the movements of each month, the groups by size.

use serde::{Deserialize, Serialize};

use super::{Axis, Spot, Tick};
use crate::view::Place;

/// A kind of change of recurring revenue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Movement {
    /// From customers who never paid before.
    New,
    /// From customers who pay more.
    Expansion,
    /// From customers who are back.
    Reactivation,
    /// From customers who pay less.
    Contraction,
    /// From customers who left.
    Churn,
}

/// What a bar is coloured for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// A standing amount, no change.
    Total,
    /// A change of one kind.
    Movement(Movement),
}

/// From an opening amount to a closing one, step by step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BridgeView {
    /// The axis of amounts.
    pub axis: Axis,
    /// The bars, opening first and closing last.
    pub bars: Vec<BridgeBar>,
    /// Whether the axis does not begin at zero, so that the standing amounts are cut off.
    pub is_cut: bool,
}

/// A bar of the bridge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BridgeBar {
    /// What it is: "Expansion".
    pub label: String,
    /// Its amount, written, with a sign where it is a change.
    pub value: String,
    /// What it is coloured for.
    pub tone: Tone,
    /// Its left end.
    pub left: Place,
    /// Its right end.
    pub right: Place,
    /// The level before it, or the foot of a standing amount.
    pub from: Place,
    /// The level after it.
    pub to: Place,
    /// What is said about it.
    pub spot: Spot,
}

/// What came and went, month by month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovementsView {
    /// The axis of amounts.
    pub axis: Axis,
    /// The names of months.
    pub months: Vec<Tick>,
    /// The months, earliest first.
    pub columns: Vec<Column>,
    /// What the colours mean.
    pub legend: Vec<Legend>,
}

/// What the colour of a movement means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Legend {
    /// The movement.
    pub movement: Movement,
    /// Its name.
    pub name: String,
}

/// A month of movements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The left end of its bars.
    pub from: Place,
    /// The right end.
    pub to: Place,
    /// What came and what went; none for a movement that did not happen. From the top down.
    pub parts: Vec<Part>,
    /// What is left of it all.
    pub net: Place,
    /// What is said about the whole month.
    pub spot: Spot,
}

/// One movement of a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which one.
    pub movement: Movement,
    /// Its lower end.
    pub from: Place,
    /// Its upper end.
    pub to: Place,
    /// What is said about it.
    pub spot: Spot,
}

/// Groups by size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankedView {
    /// The groups, the largest first.
    pub rows: Vec<Row>,
    /// Where zero is.
    pub zero: Place,
}

/// A group's bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The group's name, as the data have it.
    pub label: String,
    /// Whether the name is from the data; otherwise it is one of our words.
    pub is_foreign: bool,
    /// Its amount, written.
    pub value: String,
    /// Its share of the whole, written, where there is a whole.
    pub share: Option<String>,
    /// The left end of its bar.
    pub from: Place,
    /// The right end.
    pub to: Place,
    /// What is said about it.
    pub spot: Spot,
}
