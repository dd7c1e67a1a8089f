//! Why a document is no pack: where, and what is wrong there.

use plimsoll_metrics::benchmarks::FaultReason;
use plimsoll_metrics::{Direction, Range};

/// What is wrong with a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// Where, as in `scales[0].bands[1].from`; empty for the document as a whole.
    pub(crate) place: String,
    /// What.
    pub(crate) reason: Reason,
}

/// What is wrong there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// It is no JSON, from this line and column on.
    NotJson(String, String),
    /// The file is larger than a pack can be.
    TooLarge,
    /// Lists and objects lie in each other too deeply.
    TooDeep,
    /// The file could not be opened.
    Unopened,
    /// It is of another version, or of none.
    Version(String),
    /// Something has to be here and is not.
    Missing,
    /// It is no part of a pack; these are.
    Unknown(&'static [&'static str]),
    /// It is a list or an object in place of a text or a number.
    NotText,
    /// It is a text or a number in place of a list or an object.
    NotParts,
    /// It is none of these.
    NoneOf(Vec<&'static str>),
    /// There is no such metric.
    Metric(String),
    /// The sources have none of this name.
    Source(String),
    /// It stands there twice.
    Twice(String),
    /// There are more than this.
    TooMany(usize),
    /// It has more letters than this.
    TooLong(usize),
    /// It has a line break, a tab or another character that cannot be seen.
    Control,
    /// It is neither a year nor a year and a month.
    Date,
    /// It is no number.
    NotANumber(String),
    /// The metric cannot have such a value.
    OutOfRange(Range),
    /// The standings run the wrong way for a metric that is better this way.
    WrongWay(Direction),
    /// The scale is none for another reason.
    Scale(FaultReason),
}
