//! What leaves the house for other programs: every metric's value as plain, serialisable values.
//!
//! A number is exact decimal text, never a float; what has no value has the code of its reason, and the sentence. Values,
//! bands and texts are made by the functions that make the page's cards, so both always say the same. The TypeScript
//! declarations in `docs/plimsoll.d.ts` are made of these types.

mod metric;
mod problem;
mod saved;
mod words;

pub use metric::{Band, MetricReport, Quantity, Reason};
pub use problem::FieldProblem;
pub use saved::SavedInputs;
pub use words::{Annualising, Currency, ReasonCode, Standing, Unit, Window};

use plimsoll_metrics::all_metrics;
use plimsoll_metrics::benchmarks::PUBLISHED;
use serde::{Deserialize, Serialize};

use crate::format::Formatter;
use crate::read;
use crate::show::{Context, Writer};
use crate::state::Inputs;

/// The version of the report's shape. A change that a reader of an older one could not take raises it.
pub const VERSION: u32 = 1;

/// All that follows from some inputs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    let read = read::inputs(inputs);
    let moved = read.levers.apply(&read.book);
    let context = Context {
        read: &read,
        writer: Writer { formatter, currency: read.choices.currency, window: read.choices.window },
        before: &read.book,
        after: &moved.book,
        moved: moved.book != read.book,
        benchmarks: &PUBLISHED,
        lever_problems: &moved.problems,
    };
    Report {
        version: VERSION,
        window: read.choices.window.into(),
        annualising: read.book.annualising().into(),
        currency: read.choices.currency.into(),
        metrics: all_metrics().map(|metric| metric::report(&context, metric)).collect(),
        problems: problem::all(&context),
    }
}

#[cfg(test)]
mod tests;

/// Makes the declarations, which takes the disk: nothing of it is in the room.
#[cfg(test)]
#[path = "../../tests/wire/declarations.rs"]
mod declarations;
