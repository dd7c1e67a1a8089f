//! The scenarios as they are made: names, moves, and what is wrong with them.

use crate::view::SelectOption;

/// The scenarios, and the way to one more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenariosView {
    /// The way to one more.
    pub keep: KeepView,
    /// The ready-made ones, then the reader's own.
    pub scenarios: Vec<ScenarioView>,
}

/// The button that keeps the levers as a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeepView {
    /// What it says.
    pub label: &'static str,
    /// Whether there is room for one more.
    pub can: bool,
    /// How many are kept.
    pub about: String,
}

/// One scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioView {
    /// Its name in actions.
    pub slug: String,
    /// Its name for people; never empty.
    pub name: String,
    /// The name as it was typed.
    pub text: String,
    /// What it moves, in a sentence.
    pub about: String,
    /// Whether it can be renamed, changed and removed.
    pub is_own: bool,
    /// Name and moves of a copy that can be changed, of a ready-made one: see [`crate::Action::ScenarioMade`].
    pub copy: Option<(String, String)>,
    /// Its moves, one for every lever, where they can be changed.
    pub moves: Vec<MoveView>,
    /// The moves that cannot be made, in sentences, where they have no fields beside which to say so.
    pub left_out: Vec<String>,
}

/// How one lever is moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoveView {
    /// The lever's label.
    pub label: &'static str,
    /// How far.
    pub amount: EntryView,
    /// The name under which it is told whether `amount` is a change or a value.
    pub by_key: String,
    /// Whether it is a change or a value.
    pub by: Vec<SelectOption>,
    /// Over how many months.
    pub months: EntryView,
    /// What it does to the figure it moves: "Logo churn 20.0% → 18.0%"; nothing where it moves nothing.
    pub effect: Option<String>,
}

/// A field for a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryView {
    /// The name under which it is told.
    pub key: String,
    /// What was typed.
    pub text: String,
    /// What counts while nothing is typed.
    pub rest: &'static str,
    /// The unit before the number.
    pub prefix: String,
    /// The unit after the number.
    pub suffix: String,
    /// What is wrong with it.
    pub problem: Option<String>,
}
