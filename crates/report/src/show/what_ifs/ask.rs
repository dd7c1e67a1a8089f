//! What is asked on the view of what-ifs, and what there is to choose from.

use plimsoll_forecast::Lever;
use plimsoll_metrics::{Metric, PANELS};

use super::super::Context;
use super::super::panels::heads;
use crate::state::State;
use crate::view::{AskView, SelectOption};

/// What the view says where nothing has a value.
pub(super) const NOTHING: &str = "There is nothing to move yet: enter some figures first.";

/// The answer as it is kept; empty where nothing was chosen or typed.
pub(super) fn answer<'a>(state: &'a State, what: &str) -> &'a str {
    state.inputs().asks.get(what).unwrap_or_default()
}

/// The metric that is asked about: the chosen one, else the usual one, else the first that has a value.
pub(super) fn metric(
    context: &Context<'_>,
    state: &State,
    what: &str,
    usual: &'static Metric,
) -> Option<&'static Metric> {
    let chosen = answer(state, what);
    let offered = metrics(context);
    let find = |slug: &str| offered.iter().copied().find(|metric| metric.slug == slug);
    find(chosen).or_else(|| find(usual.slug)).or_else(|| offered.first().copied())
}

/// Every metric that has a value as things are.
fn metrics(context: &Context<'_>) -> Vec<&'static Metric> {
    let all = PANELS.iter().flat_map(|panel| heads(panel));
    all.filter(|metric| context.before.evaluate(metric).is_ok()).collect()
}

/// The question which metric is meant.
pub(super) fn about(
    context: &Context<'_>,
    what: &'static str,
    label: &'static str,
    chosen: Option<&Metric>,
) -> AskView {
    let options = metrics(context).into_iter().map(|metric| SelectOption {
        value: metric.slug.into(),
        label: metric.term.into(),
        selected: Some(metric) == chosen,
    });
    AskView { what, label, options: options.collect() }
}

/// The lever of this slug.
pub(super) fn lever(slug: &str) -> Option<Lever> {
    Lever::ALL.into_iter().find(|lever| lever.slug() == slug)
}
