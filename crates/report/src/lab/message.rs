//! What the lab asks its worker, and what the worker says: plain values, which both ends are built with together.

mod account;
mod sheets;

use plimsoll_columns::scores;
use serde::{Deserialize, Serialize};

use super::checked::{CheckAsk, Checked, Suggesting};
use super::keep::KeptModel;
pub use account::{OpenAccount, RawValue};
pub use sheets::{CareSign, ChancesTold, Compared, Measure, MeasureTold, MoneyTold, OwnerTold, TeamTold};

/// What a score says of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Class {
    /// Below the first threshold.
    Red,
    /// Between the two.
    Yellow,
    /// From the second one on.
    Green,
    /// No score.
    Unscored,
}

impl Class {
    /// All of them, worst first.
    pub const ALL: [Self; 4] = [Self::Red, Self::Yellow, Self::Green, Self::Unscored];

    /// Its name in actions.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Red => "red",
            Self::Yellow => "yellow",
            Self::Green => "green",
            Self::Unscored => "unscored",
        }
    }
}

impl From<scores::Class> for Class {
    fn from(class: scores::Class) -> Self {
        match class {
            scores::Class::Red => Self::Red,
            scores::Class::Yellow => Self::Yellow,
            scores::Class::Green => Self::Green,
            scores::Class::Unscored => Self::Unscored,
        }
    }
}

impl From<Class> for scores::Class {
    fn from(class: Class) -> Self {
        match class {
            Class::Red => Self::Red,
            Class::Yellow => Self::Yellow,
            Class::Green => Self::Green,
            Class::Unscored => Self::Unscored,
        }
    }
}

/// What the lab asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LabRequest {
    /// Score all accounts, and say what is shown of them.
    Score(Box<ScoreAsk>),
    /// Another part of the table, by the scores as they are.
    Rows(TableAsk),
    /// Split the change from an earlier model and snapshot.
    Compare {
        /// The model now.
        model: Box<KeptModel>,
        /// The snapshot now.
        snapshot: u16,
        /// The earlier model.
        before: Box<KeptModel>,
        /// The earlier snapshot.
        snapshot_before: u16,
    },
    /// Who left by class, from an earlier snapshot on.
    Chances {
        /// By which model.
        model: Box<KeptModel>,
        /// By which snapshot.
        snapshot: u16,
    },
    /// All accounts with their scores, as a CSV.
    Table {
        /// By which model.
        model: Box<KeptModel>,
        /// By which snapshot.
        snapshot: u16,
    },
    /// Whether the score tells who leaves: it is answered step by step.
    Check(Box<CheckAsk>),
    /// No more of that.
    StopCheck,
    /// Which weights the accounts suggest: it is answered step by step.
    Suggest(Box<CheckAsk>),
    /// No more of that.
    Stop,
}

impl LabRequest {
    /// What kind of question it is. Of those of one kind that wait, only the newest is asked.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Score(_) => "score",
            Self::Rows(_) => "rows",
            Self::Compare { .. } => "compare",
            Self::Chances { .. } => "chances",
            Self::Table { .. } => "table",
            Self::Check(_) | Self::StopCheck => "check",
            Self::Suggest(_) | Self::Stop => "suggest",
        }
    }
}

/// What is to be scored and shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScoreAsk {
    /// The model.
    pub model: KeptModel,
    /// The place of the snapshot.
    pub snapshot: u16,
    /// Whether a move begins: what was before is what changes are counted from.
    pub begins: bool,
    /// Which accounts are shown.
    pub table: TableAsk,
    /// The account whose score is taken apart.
    pub open: Option<u32>,
    /// How many red accounts are to be saved.
    pub save: u32,
    /// Whether it is wanted what accounts pay by class.
    pub money: bool,
    /// Whether accounts are wanted by owner.
    pub owners: bool,
}

/// Which accounts are shown, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableAsk {
    /// By what they are sorted.
    pub sort: SortKey,
    /// Largest first.
    pub descending: bool,
    /// Only those of this segment.
    pub segment: Option<u16>,
    /// Only those of this owner.
    pub owner: Option<u32>,
    /// Only those in this class.
    pub class: Option<Class>,
    /// Only those whose name holds this.
    pub search: String,
    /// From this place on.
    pub start: u32,
    /// So many.
    pub count: u32,
}

/// By what accounts are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum SortKey {
    /// Their names.
    Name,
    /// Their scores.
    #[default]
    Score,
    /// How far their scores moved.
    Change,
    /// Their ARR.
    Arr,
}

/// What the worker says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum LabMessage {
    /// What the accounts are.
    Facts(Facts),
    /// The scores.
    Scored(Box<Scored>),
    /// The part of the table.
    Rows(TableRows),
    /// A change of scores, split.
    Compared(Compared),
    /// Who left by class; nothing where no two snapshots tell.
    Chances(Option<ChancesTold>),
    /// The accounts with their scores.
    Table(Vec<u8>),
    /// Whether the score tells who leaves.
    Checked(Box<Checked>),
    /// How far that is: steps done, of so many; nothing where it was stopped.
    Checking(Option<(u32, u32)>),
    /// How far a suggestion is.
    Suggesting(Suggesting),
    /// The accounts, or what was asked, cannot be used.
    Refused(LabRefusal),
}

/// Why accounts cannot be scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LabRefusal {
    /// The bytes are no accounts.
    Malformed,
    /// There is not a single account.
    Empty,
    /// There is not enough memory for them.
    NoMemory,
    /// What all accounts pay together does not fit.
    TooLarge,
    /// More segments than are told apart.
    TooManySegments,
    /// The model cannot be used for them.
    Model,
}

/// What the accounts are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// The moments at which they were written down, each with its day since 1970-01-01, where it is known, and its accounts.
    pub snapshots: Vec<(Option<i32>, u32)>,
    /// The columns.
    pub columns: Vec<ColumnFacts>,
    /// The segments with how many accounts each has in the latest snapshot.
    pub segments: Vec<(String, u32)>,
    /// The owners, likewise.
    pub owners: Vec<(String, u32)>,
    /// What all accounts of the latest snapshot pay in a year, in minor units; nothing where no column says so.
    pub arr: Option<i64>,
    /// How many of those accounts are known to have left, and how many not.
    pub left: (u32, u32),
    /// Whether the day on which they left is known.
    pub has_days: bool,
}

/// What a column is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnFacts {
    /// Its header, or a word for a column that has none.
    pub header: String,
    /// Which sign it is, as the reading recognised it.
    pub sign: String,
    /// Whether it is a sign of how an account fares, and not its name or ARR.
    pub is_indicator: bool,
    /// Whether its numbers are of a hundred.
    pub percent: bool,
    /// Its values.
    pub values: ValueFacts,
    /// In how many rows nothing stands.
    pub missing: u32,
}

/// What values a column has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ValueFacts {
    /// Numbers of so many decimals: the least, then where a twentieth, a quarter, half, three quarters and nineteen twentieths lie
    /// below, then the most. Nothing where all are missing.
    Numbers {
        /// How many decimals.
        places: u8,
        /// In units of the last decimal.
        marks: Option<[i64; 7]>,
    },
    /// Days since 1970-01-01: the first, the middle and the last.
    Days(Option<[i32; 3]>),
    /// Texts: the most frequent ones with how often they stand there, and how many different ones there are.
    Texts(Vec<(String, u32)>, u32),
}

/// The scores, as far as they are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scored {
    /// Accounts and ARR by class, in the order of [`Class::ALL`].
    pub classes: [(i64, i64); 4],
    /// How scores are spread.
    pub spread: Spread,
    /// How many scores lie from each whole point to below the next; the last is for those of exactly 100.
    pub bins: Vec<u32>,
    /// For each indicator twice the median and how many accounts have it.
    pub medians: Vec<Option<(u32, u32)>>,
    /// For each indicator the values that have no points: out of range, past, ahead, or a text without points.
    pub odd: Vec<[OddTold; 4]>,
    /// Indicators whose column holds something else than their rule reads, or that read no column, by place.
    pub unread: Vec<u16>,
    /// Who changed class since the move began.
    pub moved: Moved,
    /// The part of the table.
    pub table: TableRows,
    /// The account that is taken apart.
    pub open: Option<OpenAccount>,
    /// What accounts pay by class, where that was asked for.
    pub money: Option<MoneyTold>,
    /// What each owner looks after, where that was asked for.
    pub team: Option<TeamTold>,
}

/// Values that are odd in one way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OddTold {
    /// How many there are.
    pub count: u32,
    /// Where the first of them stand in the data.
    pub lines: Vec<u32>,
}

/// How scores are spread, as sums that are divided once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spread {
    /// How many accounts have a score.
    pub scored: i64,
    /// Their scores together, in hundredths of a point.
    pub points: i64,
    /// Their ARR together.
    pub arr: i64,
    /// The sum of score times ARR.
    pub points_by_arr: i128,
    /// The weight of what is there.
    pub weight_present: u64,
    /// The weight of what applies.
    pub weight_applying: u64,
}

/// Who changed class.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// How many went from each class to each other, in the order of [`Class::ALL`].
    pub counts: [[u32; 4]; 4],
    /// Those with the most ARR.
    pub accounts: Vec<MovedAccount>,
}

/// One who did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedAccount {
    /// Its row.
    pub row: u32,
    /// Its name.
    pub name: String,
    /// Its ARR.
    pub arr: i64,
    /// Its class and score before.
    pub from: (Class, Option<u16>),
    /// Its class and score now.
    pub to: (Class, Option<u16>),
}

/// A part of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableRows {
    /// How many rows the table has.
    pub total: u32,
    /// The place of the first row that is here.
    pub start: u32,
    /// The rows.
    pub rows: Vec<AccountLine>,
}

/// An account in the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountLine {
    /// Its row.
    pub row: u32,
    /// Its name.
    pub name: String,
    /// The number of its segment.
    pub segment: u16,
    /// The number of its owner, and nothing where nobody is named.
    pub owner: Option<u32>,
    /// Its ARR.
    pub arr: i64,
    /// Its class.
    pub class: Class,
    /// Its score, in hundredths of a point.
    pub score: Option<u16>,
    /// The share of the weight that applies which is there, in hundredths of a percent; nothing where none applies.
    pub coverage: Option<u32>,
    /// Its score when the move began.
    pub before: Option<u16>,
}
