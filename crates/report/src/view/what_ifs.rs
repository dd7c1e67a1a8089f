//! The view of what-ifs: scenarios, goals, sensitivity and projection.

mod ask;
mod compare;
mod goal;
mod grid;
mod projection;
mod scenarios;
mod tornado;
mod uncertainty;

pub use ask::AskView;
pub use compare::{BoardLine, CompareCell, CompareRow, CompareView, ScenarioHead, SharePart, SharesView};
pub use goal::{GoalOutcome, GoalTake, GoalView, TakeHow};
pub use grid::{GridCell, GridRow, GridView};
pub use projection::{AheadView, MilestoneRow, ProjectionView, SeriesView};
pub use scenarios::{EntryView, KeepView, MoveView, ScenarioView, ScenariosView};
pub use tornado::{StepEffect, TornadoRow, TornadoView};
pub use uncertainty::{BandShare, FanView, RangeExample, RangeField, SpreadRow, UncertaintyView, WeightRow};

/// Everything on the view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIfsView {
    /// The scenarios, as they are made.
    pub scenarios: ScenariosView,
    /// What they do to the metrics, side by side.
    pub compare: CompareView,
    /// Where they lead, month by month.
    pub projection: ProjectionView,
    /// Which change reaches a goal.
    pub goal: GoalView,
    /// What one step of each figure does.
    pub tornado: TornadoView,
    /// A metric for every pair of settings.
    pub grid: GridView,
}
