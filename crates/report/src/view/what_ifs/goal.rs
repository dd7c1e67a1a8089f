//! Which change reaches a goal.

use super::{AskView, EntryView};

/// A goal, and the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalView {
    /// Which metric, which goal, and what may move.
    pub asks: Vec<AskView>,
    /// The value of the goal, where it is one.
    pub value: Option<EntryView>,
    /// The answer in a sentence.
    pub answer: String,
    /// Whether the goal is reached, out of reach, or not asked yet.
    pub outcome: GoalOutcome,
    /// What else is to be said about the answer.
    pub notes: Vec<String>,
    /// What can be done with the answer.
    pub take: Option<GoalTake>,
}

/// What became of a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoalOutcome {
    /// Something is missing to look for it.
    Open,
    /// It is reached.
    Reached,
    /// It cannot be reached by this one alone.
    OutOfReach,
}

/// What can be done with an answer, by one click.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalTake {
    /// What the button says.
    pub label: &'static str,
    /// Why it cannot be done, or what became of it; the button rests meanwhile.
    pub rests: Option<String>,
    /// What follows.
    pub how: TakeHow,
}

/// What follows from taking an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TakeHow {
    /// A scenario in which one lever is moved.
    Scenario {
        /// The scenario's name.
        name: String,
        /// The lever's slug.
        lever: &'static str,
        /// How far, as it would be typed.
        text: String,
    },
    /// The figure is entered in place of what there is.
    Figure {
        /// The figure's slug.
        figure: &'static str,
        /// Its value, as it would be typed.
        text: String,
    },
}
