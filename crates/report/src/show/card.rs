//! One card.

use plimsoll_forecast::next_step;
use plimsoll_metrics::Metric;
use plimsoll_metrics::metrics::{GROSS_REVENUE_RETENTION, NET_REVENUE_RETENTION};

use super::{
    Context, certainty, change, compare, conventions, explain, known, lines, opinions, scale, value,
};
use crate::sentence;
use crate::state::State;
use crate::view::Card;

/// The card of a metric.
pub(super) fn show(context: &Context<'_>, state: &State, metric: &'static Metric) -> Card {
    let levels = context.scale(metric);
    let verdict = levels.as_ref().and_then(|levels| value::verdict(context, metric, levels));
    let decimals = context.read.choices.currency.decimals();
    let step = levels.as_ref().and_then(|levels| next_step(context.after, metric, levels, decimals));
    Card {
        slug: metric.slug,
        plain: metric.plain,
        term: term(context.after.convention(metric)),
        value: value::show(context, metric),
        change: change::show(context, metric),
        scale: levels.as_ref().map(|levels| scale::show(context, metric, levels, verdict.as_ref())),
        verdict,
        lines: levels.as_ref().and_then(|levels| lines::show(context, state, metric, levels)),
        certainty: certainty::show(context, metric, levels.as_deref()),
        comparisons: compare::show(context, metric),
        others: opinions::show(context, state, metric),
        next_step: step.map(|step| sentence::next_step(&step, &context.writer)),
        known: known::show(context, state, metric),
        conventions: conventions::options(context.after, metric),
        warning: warning(context, metric),
        explanation: state
            .is_explained(metric.slug)
            .then(|| explain::show(context, metric, levels.as_deref())),
    }
}

/// The term with its abbreviation: "Net revenue retention (NRR)".
pub(super) fn term(metric: &Metric) -> String {
    match metric.abbreviation {
        Some(abbreviation) => [metric.term, " (", abbreviation, ")"].concat(),
        None => metric.term.into(),
    }
}

/// Net retention below gross retention cannot be, whatever was entered.
fn warning(context: &Context<'_>, metric: &'static Metric) -> Option<String> {
    if ![&NET_REVENUE_RETENTION, &GROSS_REVENUE_RETENTION].contains(&metric) {
        return None;
    }
    let (net, gross) = (
        context.after.annual(&NET_REVENUE_RETENTION).ok()?,
        context.after.annual(&GROSS_REVENUE_RETENTION).ok()?,
    );
    (net < gross).then(|| {
        "Net retention is below gross retention. That cannot be, because upsells only add: check both.".into()
    })
}
