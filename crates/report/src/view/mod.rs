//! View models: everything the page shows, as plain values. Text is finished; nothing is left to compute.

use std::rc::Rc;

mod builder;
mod card;
mod data;
mod embed;
mod form;
pub mod lab;
mod lines;
mod pack;
mod paste;
mod picture;
mod scale;
mod shelf;
mod tables;
mod what_if;
mod what_ifs;

pub use builder::{BuilderCheck, BuilderGroup, BuilderView};
pub use card::{
    BandChance, Card, Certainty, Change, Comparison, Explanation, KnownEntry, OtherVoice, OtherVoices,
    Reading, SourceNote, Step, Value, Verdict,
};
pub use data::{
    AccountsView, Candidate, ColumnView, DataRequest, Failure, FigureLine, IssueGroup, KeptColumnView,
    LedgerFigures, LedgerView, Light, Progress, RedrawnView, Review, RoomView, RowsView, SampleOffer,
    Setting, Told,
};
pub use embed::{EmbedCard, EmbedView, HealthAccount, HealthClass, HealthView, HealthWeight};
pub use form::{Choice, ChoiceKind, Derived, Field, FieldGroup, SelectOption};
pub use lines::{Divider, LinesView};
pub use pack::{OwnScaleRow, PackProblem, PackView};
pub use paste::{PasteFigure, PasteIssue, PasteQuestion, PasteView};
pub use picture::{
    Axis, Behind, BridgeBar, BridgeView, Cell, Column, Drawing, HeatCell, HeatLevel, HeatRow, HeatView,
    Legend, Line, Movement, MovementsView, Node, Part, Picture, PictureColumn, PictureTable, Plain,
    RankedView, Row, Spot, TableRow, Take, Tick, Tone, TrendBand, TrendView,
};
pub use plimsoll_columns::Month;
pub use plimsoll_forecast::ChurnScope;
pub use plimsoll_metrics::benchmarks::{Quadrant, Standing};
pub use scale::{Mark, Place, ScaleView, Stretch};
pub use shelf::{
    ConventionChoice, ConventionRow, ConventionValue, ConventionsView, Definition, DefinitionPanel, MapEdge,
    MapNode, ReferenceView, RelationsView, Shelf, TendencyRow,
};
pub use tables::{BenchmarksView, TableCell, TableSection, TableView, TableViewRow};
pub use what_if::{LeverView, WhatIf};
pub use what_ifs::{
    AheadView, AskView, BandShare, BoardLine, CompareCell, CompareRow, CompareView, EntryView, FanView,
    GoalOutcome, GoalTake, GoalView, GridCell, GridRow, GridView, KeepView, MilestoneRow, MoveView,
    ProjectionView, RangeExample, RangeField, ScenarioHead, ScenarioView, ScenariosView, SeriesView,
    SharePart, SharesView, SpreadRow, StepEffect, TakeHow, TornadoRow, TornadoView, UncertaintyView,
    WeightRow, WhatIfsView,
};

/// How good something is, by the name that styles and other programs know.
fn by_name<S: serde::Serializer>(standing: &Standing, serializer: S) -> Result<S::Ok, S::Error> {
    serde::Serialize::serialize(&crate::wire::Standing::from(*standing), serializer)
}

/// The whole page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The answer on which the page opens.
    pub headline: Headline,
    /// What is chosen once for all cards.
    pub choices: Vec<Choice>,
    /// The figures, in groups.
    pub groups: Vec<FieldGroup>,
    /// The levers and the sentence about them, in the views that answer to them.
    pub what_if: Option<WhatIf>,
    /// The views of the page, of which one is open.
    pub views: Vec<ViewTab>,
    /// The program that shows something else in place of figures and cards: `shelf` (see [`crate::shelf`]) or `lab`.
    pub program: &'static str,
    /// Why the file of benchmarks that was chosen last was refused.
    pub pack_problem: Option<PackProblem>,
    /// The result cards.
    pub panels: Vec<PanelView>,
    /// The figure that would help most, where cards wait for figures.
    pub useful: Option<Useful>,
    /// The retention equation, in the view that holds its two metrics.
    pub equation: Option<EquationView>,
    /// The paste panel.
    pub paste: Rc<PasteView>,
    /// Made-up ledgers that can be tried in the data room.
    pub samples: &'static [SampleOffer],
    /// The figures that a ledger can give, as they are written now: what the data room compares with.
    pub ledger_figures: Vec<String>,
    /// What "undo" would take back, where there is something to take back.
    pub undo: Option<String>,
    /// What "redo" would bring back, where there is something to bring back.
    pub redo: Option<String>,
    /// Whether the figures are the worked example, untouched.
    pub is_example: bool,
    /// Whether there is no figure at all.
    pub is_empty: bool,
}

/// The verdict in a sentence or two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// One short sentence.
    pub sentence: String,
    /// One or two more.
    pub detail: String,
    /// How good it is, where that can be said.
    pub standing: Option<Standing>,
}

/// Cards that are read together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PanelView {
    /// The name under which it is linked.
    pub slug: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its cards.
    pub cards: Vec<Rc<Card>>,
    /// The metrics that wait for figures.
    pub waiting: Vec<Waiting>,
}

/// A metric that waits for figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The metric's slug, for actions.
    pub slug: &'static str,
    /// What it is, in plain words.
    pub plain: &'static str,
    /// The field's term with its abbreviation.
    pub term: String,
    /// What it needs: "Needs seats in use."
    pub needs: String,
}

/// The figure that would help most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Useful {
    /// The figure's slug, for a link to its field.
    pub figure: &'static str,
    /// The figure's name.
    pub label: &'static str,
    /// What it would give: "Three more metrics follow from it."
    pub gives: String,
}

/// A view of the page, in the bar of views.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ViewTab {
    /// The name under which it is opened.
    pub slug: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Whether it is the open one.
    pub is_open: bool,
}

/// The retention equation: net and gross retention together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EquationView {
    /// Where the figures stand, and where they stood before the levers, where that is another quadrant.
    pub now: Option<Quadrant>,
    /// The quadrant before the levers, where the levers change it.
    pub before: Option<Quadrant>,
    /// The reading in words, or why there is none.
    pub reading: String,
    /// The rule: which lines have to be passed.
    pub rule: String,
    /// The four quadrants with their names and readings, in the order net and gross, net only, gross only, neither.
    pub quadrants: [QuadrantView; 4],
    /// Where the rule is from.
    pub source: SourceNote,
}

/// One quadrant of the retention equation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuadrantView {
    /// Which one.
    pub quadrant: Quadrant,
    /// Its name.
    pub name: &'static str,
    /// Which lines it is above: "NRR above 110 %, GRR 90 % or less".
    pub lines: String,
    /// What it means.
    pub reading: &'static str,
}
