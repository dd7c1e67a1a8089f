//! What the model makes of the accounts.

use super::ClassMark;
use crate::view::{Place, Standing, Tick};

/// The portfolio in numbers and in one picture.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultsView {
    /// The numbers: average, at risk, coverage.
    pub stats: Vec<StatView>,
    /// How scores are spread.
    pub spread: SpreadView,
    /// Who changes class.
    pub moved: MovedView,
    /// Each dimension's median against the published one.
    pub dimensions: Vec<DimensionRow>,
}

/// One number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatView {
    /// Its name in links.
    pub slug: &'static str,
    /// What it is: "Average score".
    pub label: &'static str,
    /// The value with its unit.
    pub value: String,
    /// How it differs from where the move began: "+2.1 points".
    pub change: Option<String>,
    /// The band or target that it is held against, and how good it is.
    pub verdict: Option<(String, Standing)>,
    /// What is published, or what it counts: "median of small business: 68".
    pub about: String,
}

/// How scores are spread, with the lines between the classes, the average and the published ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpreadView {
    /// The title: a sentence that states the finding.
    pub finding: String,
    /// The bars, from 0 to 100 points.
    pub bars: Vec<SpreadBar>,
    /// The average, the segment's median, the target, the alert line.
    pub markers: Vec<Marker>,
    /// The numbers along the side.
    pub ticks: Vec<Tick>,
    /// The classes with how many accounts and how much money are in each.
    pub classes: Vec<ClassShare>,
}

/// A class, and its share against the target and the line at which to act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassShare {
    /// The class.
    pub class: ClassMark,
    /// Its share of the scored accounts: "8.4%"; nothing for accounts without a score.
    pub share: String,
    /// The share as a place between none and all of them.
    pub place: Option<Place>,
    /// "412 accounts, $1,204,000".
    pub holds: String,
    /// The bands of that share, from none to all.
    pub bands: Vec<ClassBand>,
    /// The same in words, best first: "In the target range from 5% to 10%".
    pub lines: Vec<String>,
}

/// A stretch between two lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClassBand {
    /// How good it is to be there.
    pub standing: Standing,
    /// Where it starts.
    pub from: Place,
    /// Where it ends.
    pub to: Place,
}

/// The accounts of some points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpreadBar {
    /// Where it starts.
    pub from: Place,
    /// Where it ends.
    pub to: Place,
    /// Its heights from the bottom: how much of it is red, yellow and green where a line goes through it.
    pub parts: Vec<(ClassMark, Place)>,
    /// "60 to 65 points: 412 accounts".
    pub says: String,
}

/// A line across the spread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marker {
    /// `average`, `median`, `target`, `alert`.
    pub slug: &'static str,
    /// Where.
    pub place: Place,
    /// "Your average 63.2".
    pub label: String,
}

/// Who changes class because of the move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedView {
    /// The sentence: "18 accounts ($412,000 ARR) turn red, 3 leave it".
    pub finding: String,
    /// Those with the most ARR.
    pub rows: Vec<MovedRow>,
    /// What is not listed: "and 212 more".
    pub more: Option<String>,
}

/// An account that changes class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedRow {
    /// Its row, for actions.
    pub row: u32,
    /// Its name.
    pub name: String,
    /// What it pays in a year.
    pub arr: String,
    /// Its class and score before.
    pub from: (ClassMark, String),
    /// Its class and score now.
    pub to: (ClassMark, String),
}

/// One dimension's median.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DimensionRow {
    /// The indicator's name.
    pub name: String,
    /// The accounts' median.
    pub median: String,
    /// What is published for the segment, and how far off it is.
    pub published: Option<String>,
}
