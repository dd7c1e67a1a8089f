//! How a value came about.

use plimsoll_metrics::Metric;
use serde::{Deserialize, Serialize};

use super::problem::FieldProblem;
use super::source::Source;
use crate::show::{Context, explanation};

/// How a metric's value came about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Explanation {
    /// The metric's slug.
    #[cfg_attr(test, ts(type = "MetricSlug"))]
    pub slug: String,
    /// The field's own term.
    pub term: String,
    /// One sentence of meaning.
    pub meaning: String,
    /// The formula, then that of every metric it rests on.
    pub steps: Vec<Step>,
    /// How the window was treated; null where the metric does not depend on it.
    pub window: Option<String>,
    /// Where the formula is from.
    pub formula_sources: Vec<Source>,
    /// Where the bands are from; null where there are none.
    pub band_source: Option<Source>,
    /// What another source says about the target line.
    pub dissent: Option<String>,
    /// What is wrong with what was entered; empty where nothing is.
    pub problems: Vec<FieldProblem>,
}

/// One line of an explanation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Step {
    /// The metric that the line works out.
    pub name: String,
    /// Its formula in names, or that it was entered.
    pub formula: String,
    /// Its formula in the numbers that were entered; null where some are missing.
    pub numbers: Option<String>,
    /// Its value as it is read; a dash where there is none.
    pub result: String,
}

pub(super) fn explain(
    context: &Context<'_>,
    metric: &'static Metric,
    problems: Vec<FieldProblem>,
) -> Explanation {
    let shown = explanation(context, metric, context.scale(metric).as_deref());
    let step = |step: crate::view::Step| Step {
        name: step.name,
        formula: step.formula,
        numbers: step.numbers,
        result: step.result,
    };
    Explanation {
        slug: metric.slug.into(),
        term: metric.term.into(),
        meaning: shown.meaning.into(),
        steps: shown.steps.into_iter().map(step).collect(),
        window: shown.window,
        formula_sources: shown.formula_sources.into_iter().map(Into::into).collect(),
        band_source: shown.band_source.map(Into::into),
        dissent: shown.dissent.map(Into::into),
        problems,
    }
}
