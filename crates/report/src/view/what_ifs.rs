//! The view of what-ifs: scenarios, goals, sensitivity and projection.

/// Everything on the view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIfsView {
    /// The scenarios.
    pub scenarios: Vec<ScenarioView>,
}

/// One scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioView {
    /// Its name in actions.
    pub slug: String,
    /// Its name for people.
    pub name: String,
    /// How many moves it has.
    pub moves: usize,
    /// How many things in it could not be read.
    pub unread: usize,
    /// Whether it can be renamed, changed and removed.
    pub is_own: bool,
}
