//! Does the score tell who leaves, and which weights do the accounts suggest? What is asked of the worker, and what it answers: plain
//! values, of which `plimsoll_forecast::validation` knows the meaning. Shares are in millionths, scores and weights in hundredths.

use serde::{Deserialize, Serialize};

use super::keep::KeptModel;
use super::message::LabRefusal;

/// Chance comes from this seed, so the same accounts give the same answer: the year in which the loading commission reported.
pub const SEED: u64 = 1885;

/// By which scores.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckAsk {
    /// Of this model. Its name does not matter, so it is empty.
    pub model: KeptModel,
    /// As accounts were in the snapshot of this place.
    pub snapshot: u16,
}

impl CheckAsk {
    /// By this model and snapshot.
    #[must_use]
    pub fn new(model: &KeptModel, snapshot: u16) -> Self {
        Self { model: KeptModel { name: String::new(), ..model.clone() }, snapshot }
    }
}

/// What scores are held against.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basis {
    /// The day of the scores, since 1970-01-01, where it is known.
    pub day: Option<i32>,
    /// When outcomes were known.
    pub timing: Timing,
    /// What says who left.
    pub told_by: ToldBy,
    /// Accounts that left.
    pub left: u64,
    /// Accounts that stayed.
    pub stayed: u64,
    /// Accounts that had left when the scores were made: not counted.
    pub gone_before: u64,
    /// Accounts that were not watched to the end, or of which nothing is said: not counted.
    pub unknown: u64,
}

/// When outcomes were known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Timing {
    /// In the same rows as the indicators: these may be those of customers who had gone.
    #[default]
    SameTime,
    /// In a later snapshot, of which the day is not known.
    Later,
    /// Within so many days after the scores, the last of which is named.
    Within(u32, i32),
}

/// What says who left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ToldBy {
    /// A column.
    #[default]
    Column,
    /// The day on which they did.
    Days,
    /// That they are in no later snapshot.
    Absence,
}

/// Whether the score tells who leaves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    /// What it was held against.
    pub basis: Basis,
    /// How it did, or why that cannot be said.
    pub verdict: Result<Box<Verdict>, NoCheck>,
}

/// Why a score cannot be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoCheck {
    /// Nothing says who left.
    NoOutcomes,
    /// Nobody who has a score did.
    NobodyLeft,
    /// Everybody who has a score did.
    NobodyStayed,
    /// So few did.
    TooFewLeft(u64),
    /// So few did not.
    TooFewStayed(u64),
    /// All have this score.
    OneScore(u16),
    /// The accounts cannot be scored.
    Refused(LabRefusal),
}

/// How a score did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// Accounts with a score that left, and that stayed.
    pub counted: (u64, u64),
    /// Accounts with an outcome and no score.
    pub without_score: u64,
    /// Whether either are few.
    pub few: bool,
    /// How often the one that left had the lower score.
    pub area: AreaTold,
    /// The curve, from who has the lowest score on.
    pub curve: Vec<CurveTold>,
    /// What red warns of, then what everything that is not green does.
    pub warnings: [WarningTold; 2],
    /// For each tenth, lowest scores first: how many times as many left as in one by chance, and the share of all that left up to it.
    pub deciles: Vec<(u32, u32)>,
    /// How many left by ten points of the score.
    pub bins: Vec<BinTold>,
    /// How far chances read from the score are off, then those of one rate for all.
    pub brier: (u32, u32),
    /// How long before leaving accounts were red.
    pub lead: Option<LeadTold>,
    /// What five points of each weight change; nothing where segments have weights of their own.
    pub stability: Option<StabilityTold>,
    /// By segment.
    pub segments: Vec<SegmentTold>,
}

/// An area under a curve.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AreaTold {
    /// Itself.
    pub millionths: u32,
    /// Its 95 % interval.
    pub interval: Option<(u32, u32)>,
}

/// What a warning at a score and below would catch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CurveTold {
    /// The score.
    pub up_to: u16,
    /// Of those that left.
    pub recall: u32,
    /// Of those that stayed.
    pub false_alarms: u32,
}

/// A share that was counted, with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RateTold {
    /// So many.
    pub count: u64,
    /// Of so many.
    pub total: u64,
    /// The ends.
    pub interval: (u32, u32),
}

/// Accounts by warning and outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WarningTold {
    /// A score below this warns.
    pub below: u16,
    /// Accounts and their ARR: warned and left, warned and stayed, not warned and left, not warned and stayed.
    pub cells: [(u64, i64); 4],
    /// Of those that left, those warned of; of those warned of, those that left; of those that stayed, those not warned of.
    pub rates: [Option<RateTold>; 3],
    /// Of the ARR that left, the share warned of.
    pub recall_by_arr: Option<u32>,
}

/// Accounts of ten points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BinTold {
    /// From this score.
    pub from: u16,
    /// To this one.
    pub to: u16,
    /// Those that left.
    pub left: Option<RateTold>,
    /// The chance that the middle of it is read as.
    pub chance: Option<u32>,
}

/// Days from red to leaving.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadTold {
    /// Accounts that were red before they left.
    pub warned: u64,
    /// Of these, those that were red in their first snapshot.
    pub from_the_start: u64,
    /// Accounts that never were.
    pub never_red: u64,
    /// A quarter, half, and three quarters of those warned left after fewer days.
    pub quartiles: [u32; 3],
    /// The most days between two snapshots.
    pub longest_gap: u32,
}

/// What hangs on the weights.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StabilityTold {
    /// Each weight moved down, then up.
    pub moved: Vec<MovedTold>,
    /// The lowest and the highest area with a weight moved.
    pub areas: Option<(u32, u32)>,
}

/// A weight that was moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedTold {
    /// Whose, by its place.
    pub indicator: u16,
    /// By how many points.
    pub points: i32,
    /// Accounts that have a score both ways.
    pub accounts: u64,
    /// Of these, those that change class.
    pub changed: u64,
    /// The area then.
    pub area: Option<u32>,
}

/// A segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SegmentTold {
    /// By its number.
    pub segment: u16,
    /// Accounts with a score that left, and that stayed.
    pub counted: (u64, u64),
    /// Nothing where either are too few.
    pub area: Option<AreaTold>,
}

/// How far a suggestion is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Suggesting {
    /// So many steps of so many are done.
    Working(u32, u32),
    /// It is there.
    Done(Box<SuggestedTold>),
    /// There is none.
    Refused(NoSuggestion),
    /// It was stopped.
    Stopped,
}

/// Weights that the accounts suggest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuggestedTold {
    /// What scores are held against, in the test.
    pub basis: Basis,
    /// Each indicator by its name, in the order of the model, with its weight as it is.
    pub weights: Vec<(String, u32, Result<WeightTold, Aside>)>,
    /// The days of the snapshots learnt from and tested on, where time parts them; else accounts do.
    pub apart: Option<(i32, i32)>,
    /// The area of the suggestion over the accounts of the test.
    pub suggested: AreaTold,
    /// That of the weights as they are.
    pub current: AreaTold,
    /// The first less the other, and its 95 % interval.
    pub difference: (i32, Option<(i32, i32)>),
    /// Accounts learnt from that left, and that stayed.
    pub learnt: (u64, u64),
    /// Accounts of the test that left, and that stayed.
    pub tested: (u64, u64),
    /// Accounts that were not learnt from because there are so many.
    pub not_used: u64,
}

/// A suggested weight of a hundred points in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeightTold {
    /// Itself.
    pub hundredths: u32,
    /// Its 95 % interval.
    pub interval: (u32, u32),
    /// Accounts learnt from that have the indicator, of how many.
    pub present: (u64, u64),
}

/// Why an indicator was not learnt from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Aside {
    /// It has this value wherever it has any.
    Constant(u16),
    /// So few of so many have it.
    MostlyMissing(u64, u64),
    /// It is the same as the one in this place.
    SameAs(u16),
}

/// Why no weights are suggested.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoSuggestion {
    /// Nothing says who left.
    NoOutcomes,
    /// Nobody did.
    NobodyLeft,
    /// Everybody did.
    NobodyStayed,
    /// Among those to learn from so many left and stayed, and there would have to be so many of each.
    TooFewToLearn(u64, u64, u64),
    /// Among those to test on so many left and stayed.
    TooFewToTest(u64, u64),
    /// No indicator can be learnt from; each by its name.
    NoneUsable(Vec<(String, Aside)>),
    /// No indicator goes with staying.
    NothingTells,
    /// More indicators than are learnt from.
    TooManyIndicators,
    /// The accounts cannot be scored.
    Refused(LabRefusal),
}

#[cfg(test)]
mod tests;
