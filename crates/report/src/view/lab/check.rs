//! Whether the score tells who leaves.

use super::{Numbers, WayOut};
use crate::view::{Place, SelectOption};

/// The question, and its answer once it is there.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckView {
    /// What is known of who left: "312 of 5,000 accounts left".
    pub outcomes: String,
    /// By which snapshot scores are made; empty where there is one.
    pub moments: Vec<SelectOption>,
    /// What the button says.
    pub ask: &'static str,
    /// How far the answer is, in words and as a part of the whole, while it is awaited.
    pub progress: Option<(String, Place)>,
    /// That the answer is not of the model as it is.
    pub stale: Option<&'static str>,
    /// The answer.
    pub answer: Option<Box<CheckedView>>,
    /// Why there is none.
    pub refusal: Option<WayOut>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckedView {
    /// The finding in a sentence: "Of two accounts, one that left and one that stayed, …".
    pub finding: String,
    /// How sure that is, on which accounts it was found, and what is published about such a value.
    pub about: Vec<String>,
    /// What has to be known.
    pub cautions: Vec<String>,
    /// The curve.
    pub curve: CurveView,
    /// Tenths of the accounts, lowest scores first.
    pub lift: RangesView,
    /// How often accounts of each score left.
    pub calibration: RangesView,
    /// Red as the warning, then everything that is not green.
    pub warnings: [WarningView; 2],
    /// How long before leaving accounts turned red.
    pub lead: String,
    /// What moving each weight by five points changes.
    pub steady: (String, Option<Numbers>),
    /// Each segment; nothing where there is one.
    pub segments: Option<(String, Numbers)>,
}

/// A curve from the lower left to the upper right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CurveView {
    /// The title: what it says in a sentence.
    pub finding: String,
    /// The points of the line: along, and up.
    pub points: Vec<(Place, Place)>,
    /// Where the thresholds lie on it.
    pub marks: Vec<CurveMark>,
    /// The table behind it.
    pub numbers: Numbers,
}

/// A threshold on the curve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CurveMark {
    /// Along.
    pub along: Place,
    /// Up.
    pub up: Place,
    /// "Red", "Not green".
    pub name: &'static str,
    /// All that it says: "Red, below 40: …".
    pub says: String,
}

/// Values that lie below each other, each as a bar, or as a dot with its interval.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RangesView {
    /// The title: what it says in a sentence.
    pub finding: String,
    /// How to read it.
    pub about: String,
    /// A line across all of them, with what it stands for.
    pub line: Option<(Place, String)>,
    /// The rows.
    pub rows: Vec<RangeRow>,
    /// The table behind it.
    pub numbers: Numbers,
}

/// One value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RangeRow {
    /// Of what: "Lowest tenth", "40 to 50".
    pub name: String,
    /// Itself: "3.1 times", "12.4%".
    pub value: String,
    /// Its shape.
    pub shape: RangeShape,
}

/// How a value is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeShape {
    /// There is none.
    Nothing,
    /// From the left end to a place.
    Bar(Place),
    /// A dot, and the ends of its interval.
    Dot(Place, [Place; 2]),
}

/// Warnings and outcomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WarningView {
    /// The title: what it says in a sentence.
    pub finding: String,
    /// Accounts by warning and outcome.
    pub numbers: Numbers,
    /// Shares with their intervals, each in a sentence.
    pub rates: Vec<String>,
}
