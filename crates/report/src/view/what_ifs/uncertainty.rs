//! How sure the metrics and the months ahead are, where figures are ranges.

use std::borrow::Cow;

use super::{AskView, EntryView};
use crate::view::{Axis, PictureTable, Place, Standing, Tick};

/// What the ranges lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UncertaintyView {
    /// What is found, in a sentence; where nothing is a range, how to enter one.
    pub finding: String,
    /// What was drawn, how, and how far it is.
    pub about: String,
    /// Whether what stands here is of other inputs, and is being drawn anew.
    pub is_stale: bool,
    /// What went wrong, where something did.
    pub problem: Option<String>,
    /// One click that makes a range, where there is none.
    pub example: Option<RangeExample>,
    /// How many ranges there are.
    pub summary: String,
    /// The ranges, as they were typed.
    pub fields: Vec<RangeField>,
    /// The figures beside the main ones, to be given a range.
    pub more: AskView,
    /// The seed.
    pub seed: EntryView,
    /// The seed that another click takes.
    pub next_seed: String,
    /// The months ahead, of each scenario.
    pub fans: Vec<FanView>,
    /// The same as numbers.
    pub table: PictureTable,
    /// The heading of the chances.
    pub bands_head: &'static str,
    /// The metrics, with their percentiles.
    pub spreads: Vec<SpreadRow>,
    /// Draws that had no value, and why.
    pub left_out: Option<String>,
    /// Which metric is asked about.
    pub ask: AskView,
    /// Which input matters most for it, in a sentence.
    pub most: String,
    /// Every uncertain input by how much it matters.
    pub weights: Vec<WeightRow>,
}

/// A range that is put in by one click.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RangeExample {
    /// What the button says.
    pub label: String,
    /// The name under which it is asked.
    pub what: String,
    /// The range, as it would be typed.
    pub text: String,
}

/// The field of a range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RangeField {
    /// The name of what it is the range of.
    pub label: &'static str,
    /// The field.
    pub entry: EntryView,
    /// How the range was read, and what was entered.
    pub reading: String,
}

/// The months ahead of one scenario: two bands around the middle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FanView {
    /// The scenario's name in actions.
    pub slug: String,
    /// Its name for people.
    pub name: String,
    /// Where it ends, in a sentence.
    pub said: String,
    /// The axis, the same for all of them.
    pub axis: Axis,
    /// The months that are named.
    pub months: Vec<Tick>,
    /// Between the 5th and the 95th percentile: along, then up, once around.
    pub outer: Vec<(Place, Place)>,
    /// Between the 25th and the 75th.
    pub inner: Vec<(Place, Place)>,
    /// The median.
    pub middle: Vec<(Place, Place)>,
    /// The exact projection of the figures as entered.
    pub exact: Vec<(Place, Place)>,
}

/// A metric and how it is spread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpreadRow {
    /// The metric's slug.
    pub slug: &'static str,
    /// What it is, in plain words.
    pub plain: &'static str,
    /// Its term.
    pub term: String,
    /// Its unit and window.
    pub unit: String,
    /// The 5th, 25th, 50th, 75th and 95th percentile; one reason where there are none.
    pub values: Result<[String; 5], String>,
    /// The chance of each band that is reached, lowest first.
    pub bands: Vec<BandShare>,
    /// Draws that had no value, where there are some.
    pub left_out: Option<String>,
}

/// How likely a band is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BandShare {
    /// The band's name.
    pub name: Cow<'static, str>,
    /// How good it is.
    pub standing: Standing,
    /// The share of draws that lie in it, written.
    pub share: String,
    /// Where it begins on a strip of all.
    pub from: Place,
    /// How long it is there.
    pub length: Place,
}

/// An uncertain input, and how much it matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeightRow {
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub label: &'static str,
    /// The rank correlation, written.
    pub correlation: String,
    /// What it means: "the more, the less".
    pub way: &'static str,
    /// Its size as a length.
    pub length: Place,
    /// Whether more of it goes with less of the metric.
    pub is_against: bool,
}
