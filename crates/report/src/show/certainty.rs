//! How far a rate of counted things can be trusted: small books tell little.

use plimsoll_forecast::{Confidence, bands_reached, chance_of_each_band, rule_of_three, wilson};
use plimsoll_metrics::benchmarks::Scale;
use plimsoll_metrics::{Accepts, Exact, Expression, Metric, Range, Unit, Window};

use rust_decimal::Decimal;

use super::Context;
use crate::sentence::{list, per_window};
use crate::view::{BandChance, Certainty};

/// So many counted out of so many.
struct Counts {
    part: u64,
    whole: u64,
}

/// What the counts behind a rate leave open; nothing for what is no rate of counts, or was moved by levers.
pub(super) fn show(
    context: &Context<'_>,
    metric: &'static Metric,
    scale: Option<&Scale>,
) -> Option<Certainty> {
    let counts = counts(context, metric)?;
    let interval = wilson(counts.part, counts.whole, Confidence::NinetyFive)?;
    let writer = &context.writer;
    let share = |millionths: u32| writer.value(Unit::Percent, &exact(millionths));
    let window =
        if metric.depends_on_window() { [" ", per_window(writer.window)].concat() } else { String::new() };
    let number = |count: u64| writer.formatter.number(count.into(), 0);
    let mut sentence = [
        &number(counts.part),
        " of ",
        &number(counts.whole),
        ": with luck taken into account, the true rate lies between ",
        &share(interval.low),
        " and ",
        &share(interval.high),
        &window,
        " (95% interval, Wilson).",
    ]
    .concat();
    if counts.part == 0
        && let Some(most) = rule_of_three(counts.whole)
    {
        sentence = [&sentence, " None seen does not mean none: up to ", &share(most), " would not surprise."]
            .concat();
    }
    let chances = scale.and_then(|scale| chances(context, metric, scale, &counts));
    let (chances, verdict) = chances.unwrap_or_default();
    Some(Certainty { sentence, chances, verdict })
}

fn exact(millionths: u32) -> Exact {
    Exact::from(Decimal::new(millionths.into(), 6))
}

/// The counts of a rate, or of its complement.
fn counts(context: &Context<'_>, metric: &'static Metric) -> Option<Counts> {
    if context.after.stand_in(metric).is_some() {
        return None;
    }
    let counted = context.after.convention(metric);
    if counted.range != Range::Share {
        return None;
    }
    if let Some(other) = counted.complement_of() {
        let Counts { part, whole } = counts(context, other)?;
        return Some(Counts { part: whole.checked_sub(part)?, whole });
    }
    let Expression::Quotient { over: Expression::Figure(part), under: Expression::Figure(whole), .. } =
        &counted.formula
    else {
        return None;
    };
    let count = |figure: &'static plimsoll_metrics::Figure| {
        let value = context.after.figure(figure).filter(|value| value.is_whole())?;
        (figure.accepts == Accepts::Whole)
            .then(|| value.to_decimal(0))
            .flatten()
            .and_then(|count| u64::try_from(count).ok())
    };
    Some(Counts { part: count(part)?, whole: count(whole)? })
}

/// The chance of each band, likeliest first, and what the counts can tell apart.
fn chances(
    context: &Context<'_>,
    metric: &'static Metric,
    scale: &Scale,
    counts: &Counts,
) -> Option<(Vec<BandChance>, String)> {
    let own = |cut: Exact| metric.rescale(&cut, Window::Year, context.writer.window);
    let edges: Vec<Exact> =
        scale.bands.iter().filter_map(|band| band.from).map(|cut| own(cut.value())).collect::<Option<_>>()?;
    let chances = chance_of_each_band(counts.part, counts.whole, &edges)?;
    let reached = bands_reached(counts.part, counts.whole, &edges)?;
    let mut rows: Vec<(u32, BandChance)> = scale
        .bands
        .iter()
        .zip(&chances)
        .filter(|(_, chance)| **chance >= 5_000)
        .map(|(band, chance)| {
            let text = context.writer.whole(Unit::Percent, &exact(*chance));
            (*chance, BandChance { band: band.name.clone(), standing: band.standing, chance: text })
        })
        .collect();
    rows.sort_by_key(|(chance, _)| std::cmp::Reverse(*chance));
    let names: Vec<String> = scale
        .bands
        .iter()
        .enumerate()
        .filter(|(place, _)| (reached.lowest..=reached.highest).contains(place))
        .map(|(_, band)| ["“", &*band.name, "”"].concat())
        .collect();
    let verdict = if reached.too_small_to_tell() {
        ["The book is too small to tell ", &list(&names), " apart."].concat()
    } else {
        ["Large enough to say ", &list(&names), "."].concat()
    };
    Some((rows.into_iter().map(|(_, row)| row).collect(), verdict))
}
