//! The health lab, as it is shown: the model on one side, what it makes of the accounts on the other. Finished texts and places,
//! nothing left to work out.

mod check;
mod model;
mod money;
mod results;
mod sheets;
mod suggest;
mod table;
mod team;
mod versions;

pub use check::{
    CheckView, CheckedView, CurveMark, CurveView, RangeRow, RangeShape, RangesView, WarningView,
};
pub use model::{
    IndicatorView, MeasureField, MeasureRow, MeasureView, ModelView, SegmentChoice, ThresholdField,
    WeightField,
};
pub use money::{LossRow, MoneyView};
pub use results::{
    ClassBand, ClassShare, DimensionRow, Marker, MovedRow, MovedView, ResultsView, SpreadBar, SpreadView,
    StatView,
};
pub use sheets::{Numbers, SheetTab, SheetView, WayOut};
pub use suggest::{SuggestView, SuggestedRow, SuggestedView};
pub use table::{AccountRow, ColumnHead, PartRow, PartsView, TableView};
pub use team::{PublishedRange, TeamView};
pub use versions::{VersionRow, VersionsView};

use super::SampleOffer;
use crate::lab::Class;

/// The health lab.
#[derive(Clone, Debug, PartialEq)]
pub enum LabView {
    /// There are no accounts yet.
    Empty {
        /// The made-up accounts that can be tried.
        samples: &'static [SampleOffer],
    },
    /// Accounts are there, and are about to be scored.
    Waiting,
    /// The part that scores accounts was lost, or refused them.
    Failed {
        /// What happened.
        what: String,
        /// What can be done.
        way_out: String,
    },
    /// Accounts with their scores.
    Open(Box<OpenLab>),
}

/// A lab with accounts in it.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenLab {
    /// What the accounts are: "5,000 accounts, $43,210,000 ARR, written down on 30 June 2026".
    pub accounts: String,
    /// What has to be known of them: ids that occur twice, a constant indicator.
    pub notes: Vec<String>,
    /// The model.
    pub model: ModelView,
    /// What it makes of the accounts.
    pub results: ResultsView,
    /// What stands below; nothing while that stays as it was drawn.
    pub below: Option<BelowView>,
}

/// The accounts, and what else is told of them.
#[derive(Clone, Debug, PartialEq)]
pub struct BelowView {
    /// The accounts themselves.
    pub table: TableView,
    /// What else can be asked of them.
    pub tabs: Vec<SheetTab>,
    /// The sheet that is open.
    pub sheet: SheetView,
}

/// A class with its name, wherever it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassMark {
    /// Which.
    pub class: Class,
    /// "Red", "Yellow", "Green", "No score".
    pub name: &'static str,
}
