//! Where the scenarios lead, month by month.

use super::EntryView;
use crate::view::{Axis, PictureTable, Place, SelectOption, Tick};

/// The projection of every scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectionView {
    /// What is projected: ARR, MRR or customers.
    pub of: Vec<SelectOption>,
    /// For how many months.
    pub months: EntryView,
    /// The ARR to be reached.
    pub target: EntryView,
    /// What is found, or why nothing can be.
    pub finding: String,
    /// What is drawn, and how it is made.
    pub about: String,
    /// The lines, where there are any.
    pub ahead: Option<AheadView>,
    /// The same as numbers.
    pub table: PictureTable,
    /// The columns of the milestones, the scenario first.
    pub columns: Vec<String>,
    /// When each scenario gets where.
    pub milestones: Vec<MilestoneRow>,
}

/// Lines over the months ahead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AheadView {
    /// The axis, from zero.
    pub axis: Axis,
    /// The months that are named.
    pub months: Vec<Tick>,
    /// The lines.
    pub series: Vec<SeriesView>,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesView {
    /// The scenario's name in actions.
    pub slug: String,
    /// Its name, short enough to stand at the end of the line.
    pub name: String,
    /// From left to right: along, then up.
    pub points: Vec<(Place, Place)>,
    /// The height of its end.
    pub end: Place,
    /// The height of its name, where no other name stands.
    pub label: Place,
}

/// When a scenario gets where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MilestoneRow {
    /// The scenario's name in actions.
    pub slug: String,
    /// Its name for people.
    pub name: String,
    /// What stands below the columns after the first.
    pub cells: Vec<String>,
    /// What had to be left out of it in some months, in sentences.
    pub left_out: Vec<String>,
}
