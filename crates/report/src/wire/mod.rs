//! What leaves the house for other programs: every metric's value as plain, serialisable values.
//!
//! A number is exact decimal text, with the double nearest to it beside it; what has no value has the code of its reason, and
//! the sentence. Values, bands and texts are made by the functions that make the page's cards, so both always say the same.
//! The TypeScript declarations in `docs/plimsoll.d.ts` are made of these types.

mod answers;
mod explained;
mod given;
mod lines;
mod listed;
mod metric;
mod number;
mod parsed;
mod problem;
mod projected;
mod saved;
mod scored;
mod solved;
mod source;
mod words;

pub use answers::{explain, grade, listing, parse, project, published, report, score, solve};
pub use explained::{Explanation, Step};
pub use given::{Given, MoveGiven};
pub use lines::{Band, Neighbour, NextBand, ScaleBand, Target};
pub use listed::{Benchmark, Choice, FigureEntry, HealthModel, Indicator, Listing, MetricEntry};
pub use metric::{MetricReport, Reason};
pub use number::Quantity;
pub use parsed::{Parsed, TableIssue, TableSegment, TextGiven};
pub use problem::FieldProblem;
pub use projected::{Ahead, Course, CustomersAhead, Milestone, MonthAhead, MrrAhead};
pub use saved::SavedInputs;
pub use scored::{Accounts, BandCount, Health, IndicatorWeight, Score, ScorePart};
pub use solved::{GoalGiven, Nearest, Solution};
pub use source::Source;
pub use words::{
    Annualising, Currency, Direction, NeighbourKind, Quarter, Reading, ReasonCode, Side, Standing,
    TargetState, Unit, WhyNotReached, Window,
};

use plimsoll_metrics::all_metrics;
use plimsoll_metrics::benchmarks::PUBLISHED;
use serde::{Deserialize, Serialize};

use crate::format::Formatter;
use crate::show::{Context, seen};
use crate::state::Inputs;
use given::Seen;

/// The version of the report's shape. A change that a reader of an older one could not take raises it.
pub const VERSION: u32 = 2;

/// All that follows from some inputs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Report {
    /// The version of this shape.
    pub version: u32,
    /// The window that the figures were counted over.
    pub window: Window,
    /// How a shorter window becomes a year.
    pub annualising: Annualising,
    /// The currency of every amount, by its ISO 4217 code.
    pub currency: Currency,
    /// Every metric and every convention, panel by panel.
    pub metrics: Vec<MetricReport>,
    /// What is wrong with what was entered; empty where nothing is.
    pub problems: Vec<FieldProblem>,
}

impl Report {
    /// The metric of this slug.
    #[must_use]
    pub fn metric(&self, slug: &str) -> Option<&MetricReport> {
        self.metrics.iter().find(|metric| metric.slug == slug)
    }
}

/// Works out everything. Pure: the same inputs and formatter give the same report.
///
/// ```
/// use plimsoll_report::{English, Inputs, wire};
/// let report = wire::evaluate(&Inputs::example(), &English);
/// let churn = report.metric("logo-churn").unwrap();
/// assert_eq!(churn.printed, "20.0% a year");
/// assert_eq!(churn.value.as_ref().unwrap().decimal, "0.2");
///
/// let empty = wire::evaluate(&Inputs::default(), &English);
/// let churn = empty.metric("logo-churn").unwrap();
/// assert_eq!(churn.reason.as_ref().unwrap().code, wire::ReasonCode::Missing);
/// ```
#[must_use]
pub fn evaluate(inputs: &Inputs, formatter: &dyn Formatter) -> Report {
    Seen::from(inputs).show(formatter, whole)
}

/// The same for inputs without benchmarks of the reader's own: a program that has none links nothing of them, nor of scenarios.
pub(crate) fn evaluate_published(inputs: &Inputs, formatter: &dyn Formatter) -> Report {
    seen(inputs, &PUBLISHED, formatter, |context| whole(context, problem::all(context)))
}

/// The report of what is seen.
fn whole(context: &Context<'_>, problems: Vec<FieldProblem>) -> Report {
    Report {
        version: VERSION,
        window: context.writer.window.into(),
        annualising: context.after.annualising().into(),
        currency: context.writer.currency.into(),
        metrics: all_metrics().map(|metric| metric::report(context, metric)).collect(),
        problems,
    }
}

#[cfg(test)]
mod answers_tests;
#[cfg(test)]
mod tests;

/// Makes the declarations, which takes the disk: nothing of it is in the room.
#[cfg(test)]
#[path = "../../tests/wire/declarations.rs"]
mod declarations;
