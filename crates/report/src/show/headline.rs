//! The answer on which the page opens.

use plimsoll_metrics::benchmarks::{Band, Standing};
use plimsoll_metrics::metrics::{GROSS_REVENUE_RETENTION, LTV_CAC, NET_REVENUE_RETENTION};
use plimsoll_metrics::{Exact, Metric, Window};

use super::Context;
use crate::sentence::inline;
use crate::view::Headline;

/// The verdict on the figures as entered; the levers have a sentence of their own.
pub(super) fn show(context: &Context<'_>, is_empty: bool) -> Headline {
    if is_empty {
        return Headline {
            sentence: "Enter your figures and see where you stand.".into(),
            detail: "Type what you know, paste a table of customers, or load the worked example. A card appears as soon as it can be computed.".into(),
            standing: None,
        };
    }
    let net = annual(context, &NET_REVENUE_RETENTION);
    let gross = annual(context, &GROSS_REVENUE_RETENTION);
    let ratio = annual(context, &LTV_CAC);
    let sentence = net.as_ref().map_or_else(
        || {
            ratio
                .as_ref()
                .map_or_else(|| "Not enough yet for a verdict.".to_owned(), |ratio| returns(context, ratio))
        },
        |net| kept(context, net),
    );
    let verdict = net.as_ref().map(|(_, band)| {
        let gap = if band.meaning.is_empty() { "" } else { ": " };
        [&*band.name, gap, &band.meaning, "."].concat()
    });
    let without = gross.as_ref().map(|gross| without_upsells(context, gross));
    let pays = ratio.as_ref().filter(|_| net.is_some()).map(|ratio| returns(context, ratio));
    let detail: Vec<String> = verdict.into_iter().chain(without).chain(pays).collect();
    Headline {
        sentence,
        detail: if detail.is_empty() { missing(context) } else { detail.join(" ") },
        standing: net.or(gross).or(ratio).map(|(_, band)| band.standing),
    }
}

fn annual(context: &Context<'_>, metric: &'static Metric) -> Option<(Exact, Band)> {
    let value = context.before.annual(metric).ok()?;
    let band = context.scale(metric)?.grade(&value)?.band;
    Some((value, band))
}

fn written(context: &Context<'_>, metric: &'static Metric, value: &Exact) -> String {
    match context.scale(metric) {
        Some(scale) => context.writer.graded(metric.unit, value, &scale).0,
        None => context.writer.value(metric.unit, value),
    }
}

fn kept(context: &Context<'_>, (value, _): &(Exact, Band)) -> String {
    let value = written(context, &NET_REVENUE_RETENTION, value);
    let note = if context.writer.window == Window::Year { "" } else { ", annualised" };
    ["You keep ", &value, " of your revenue a year", note, ", upsells included."].concat()
}

fn without_upsells(context: &Context<'_>, (value, band): &(Exact, Band)) -> String {
    format!(
        "Without upsells you keep {}: {}.",
        written(context, &GROSS_REVENUE_RETENTION, value),
        inline(&band.name)
    )
}

fn returns(context: &Context<'_>, (value, band): &(Exact, Band)) -> String {
    let times = written(context, &LTV_CAC, value);
    let times = times.strip_suffix(" : 1").unwrap_or(&times);
    let verdict = match band.standing {
        Standing::Concerning => "less than it costs",
        Standing::BelowTarget => "short of the usual three",
        _ => "the usual three or more",
    };
    format!("A customer returns {times} times what it costs to win, {verdict}.")
}

fn missing(context: &Context<'_>) -> String {
    let reason = context.before.evaluate(&NET_REVENUE_RETENTION).err();
    let unread = |figure: &'static plimsoll_metrics::Figure| {
        context.read.figures.get(&figure).is_some_and(|typed| typed.problem.is_some())
    };
    reason.map_or_else(String::new, |reason| {
        ["Net revenue retention: ", &inline(&crate::sentence::undefined(&reason, unread))].concat()
    })
}
