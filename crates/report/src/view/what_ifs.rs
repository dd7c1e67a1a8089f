//! The view of what-ifs: scenarios, goals, sensitivity and projection.

mod ask;
mod goal;
mod grid;
mod tornado;

pub use ask::{AskView, AskedNumber};
pub use goal::{GoalOutcome, GoalTake, GoalView, TakeHow};
pub use grid::{GridCell, GridRow, GridView};
pub use tornado::{StepEffect, TornadoRow, TornadoView};

/// Everything on the view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIfsView {
    /// The scenarios.
    pub scenarios: Vec<ScenarioView>,
    /// Which change reaches a goal.
    pub goal: GoalView,
    /// What one step of each figure does.
    pub tornado: TornadoView,
    /// A metric for every pair of settings.
    pub grid: GridView,
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
