//! One card.

use plimsoll_forecast::next_step;
use plimsoll_metrics::Metric;
use plimsoll_metrics::figures::CUSTOMERS_COUNTED;
use plimsoll_metrics::metrics::{
    CLOSING_CUSTOMERS, CUSTOMER_RETENTION, GROSS_REVENUE_RETENTION, NET_REVENUE_RETENTION,
};

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
pub(super) fn warning(context: &Context<'_>, metric: &'static Metric) -> Option<String> {
    if *metric == CUSTOMER_RETENTION {
        return counts_apart(context);
    }
    // By different conventions they may stand either way round.
    let is_usual = |metric: &'static Metric| context.after.convention(metric) == metric;
    if is_usual(&NET_REVENUE_RETENTION) != is_usual(&GROSS_REVENUE_RETENTION) {
        return None;
    }
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

/// Customers that were counted at the end, and are not as many as the movements leave (catalogue C32).
fn counts_apart(context: &Context<'_>) -> Option<String> {
    let counted = context.before.figure(&CUSTOMERS_COUNTED)?;
    let left = context.before.evaluate(&CLOSING_CUSTOMERS).ok().filter(|left| left != counted)?;
    let write = |count: &plimsoll_metrics::Exact| context.writer.figure(&CUSTOMERS_COUNTED, count);
    Some(
        [
            "Start, new and lost customers leave ",
            &write(&left),
            " at the end, and you counted ",
            &write(counted),
            ". Did some join and leave, or come back?",
        ]
        .concat(),
    )
}
