//! What the scenarios do to the metrics, side by side.

use std::borrow::Cow;

use crate::view::{Reading, SelectOption, Standing};

/// The comparison, what each lever has of one metric's change, and a line for the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareView {
    /// The scenarios: the columns after the first.
    pub columns: Vec<ScenarioHead>,
    /// The metrics; none where none has a value yet.
    pub rows: Vec<CompareRow>,
    /// Which metric the shares and lines are about.
    pub metrics: Vec<SelectOption>,
    /// What each lever has of its change.
    pub shares: Vec<SharesView>,
    /// What each scenario does to it, in a line that can be taken along.
    pub lines: Vec<BoardLine>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioHead {
    /// The scenario's name in actions.
    pub slug: String,
    /// Its name for people.
    pub name: String,
}

/// A metric.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareRow {
    /// Its slug.
    pub slug: &'static str,
    /// What it is in plain words.
    pub plain: &'static str,
    /// Its term: "Net revenue retention (NRR)".
    pub term: String,
    /// One cell for each scenario.
    pub cells: Vec<CompareCell>,
}

/// A metric in a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareCell {
    /// The value with its unit, or why there is none.
    pub value: String,
    /// Whether there is one.
    pub is_known: bool,
    /// The annual value that the band is about, where the window is shorter.
    pub annual: Option<String>,
    /// What has changed, and whether that is better; nothing in the first column, where nothing is moved.
    pub delta: Option<(String, Reading)>,
    /// The band of the annual value.
    pub band: Option<(Cow<'static, str>, Standing)>,
}

/// What each lever has of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharesView {
    /// The scenario's name in actions.
    pub slug: String,
    /// Its name for people.
    pub name: String,
    /// The parts, which add up to the total as they are written.
    pub parts: Vec<SharePart>,
    /// All of the change, with where it starts and ends.
    pub total: Option<SharePart>,
    /// Why there is nothing to share out, or how it was rounded.
    pub note: Option<String>,
}

/// One part of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharePart {
    /// The lever, or what the total spans.
    pub label: String,
    /// How much, with its sign.
    pub amount: String,
    /// Whether that is better.
    pub reading: Reading,
}

/// A scenario in one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardLine {
    /// The scenario's name in actions.
    pub slug: String,
    /// Its name for people.
    pub name: String,
    /// The sentence.
    pub text: String,
}
