//! The view of what-ifs: scenarios, goals, sensitivity and projection.

mod compare;
mod projection;
mod scenarios;

pub use compare::{BoardLine, CompareCell, CompareRow, CompareView, ScenarioHead, SharePart, SharesView};
pub use projection::{AheadView, MilestoneRow, ProjectionView, SeriesView};
pub use scenarios::{EntryView, KeepView, MoveView, ScenarioView, ScenariosView};

/// Everything on the view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIfsView {
    /// The scenarios, as they are made.
    pub scenarios: ScenariosView,
    /// What they do to the metrics, side by side.
    pub compare: CompareView,
    /// Where they lead, month by month.
    pub projection: ProjectionView,
}
