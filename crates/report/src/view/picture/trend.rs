//! A rate over time, before its benchmark bands.

use super::{Axis, Spot, Tick};
use crate::view::{Mark, Place};
use plimsoll_metrics::benchmarks::Standing;

/// A rate over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrendView {
    /// The axis of the rate.
    pub axis: Axis,
    /// The names of months.
    pub months: Vec<Tick>,
    /// The bands that are within the drawing, lowest first.
    pub bands: Vec<TrendBand>,
    /// The target line, where it is within the drawing.
    pub target: Option<Mark>,
    /// The line, in pieces where months without a value interrupt it.
    pub lines: Vec<Line>,
    /// A curve fitted to the values; empty where there is none.
    pub fitted: Vec<Line>,
    /// The months, earliest first.
    pub nodes: Vec<Node>,
    /// The last value, at its place.
    pub last: Option<Mark>,
}

/// A band behind the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrendBand {
    /// Its name.
    pub name: String,
    /// What it spans, written: "from 100% to below 110%".
    pub span: String,
    /// How good it is.
    pub standing: Standing,
    /// Its lower end.
    pub from: Place,
    /// Its upper end.
    pub to: Place,
    /// Whether its name has room within it.
    pub has_room: bool,
}

/// A piece of the line: months one after the other, each with its value. A single month is a piece, too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// From left to right: along, then up.
    pub points: Vec<(Place, Place)>,
}

/// A month of the trend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The middle of the month.
    pub at: Place,
    /// The left end of what belongs to it.
    pub from: Place,
    /// The right end.
    pub to: Place,
    /// Its value; nothing where there is none.
    pub value: Option<Place>,
    /// What is said about it.
    pub spot: Spot,
}
