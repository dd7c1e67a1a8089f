//! How sure the metrics and the months ahead are: what was drawn, in words and places.

mod fans;
mod ranges;
mod spreads;
mod weights;

use plimsoll_metrics::{Exact, Metric, Unit};

use super::Context;
use super::ahead::large;
use super::projection::Of;
use crate::draws::{Drawn, DrawnMetric, Five, SEED, metric, seed, term_of, uncertain};
use crate::scenarios;
use crate::sentence::{inline, is_plural};
use crate::show::DASH;
use crate::state::State;
use crate::view::{EntryView, UncertaintyView};

/// What is known of the draws.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DrawState {
    /// What was found last.
    pub found: Option<Drawn>,
    /// Whether that is of other inputs than these.
    pub is_stale: bool,
    /// Whether the worker that draws was lost.
    pub is_lost: bool,
}

/// What the ranges lead to.
pub(in crate::show) fn show(context: &Context<'_>, state: &State, drawing: &DrawState) -> UncertaintyView {
    let inputs = state.inputs();
    let ranges = uncertain(inputs, context.read).len();
    let nothing = Drawn::default();
    let found = drawing.found.as_ref().filter(|_| ranges > 0).unwrap_or(&nothing);
    let seed = seed(inputs);
    let all = scenarios::all(inputs, context.read.mark, context.read.levers.churn_scope);
    let (fans, table) = fans::show(context, inputs, &all, found);
    let chosen = found.about(metric(inputs));
    UncertaintyView {
        finding: finding(context, found, ranges, chosen),
        about: about(context, found, ranges, seed.as_ref().copied().unwrap_or_default()),
        is_stale: ranges > 0 && drawing.is_stale,
        problem: problem(drawing, found),
        example: if ranges == 0 { ranges::example(context) } else { None },
        summary: ranges::summary(ranges),
        fields: ranges::fields(context, inputs),
        more: ranges::more(context, inputs),
        seed: EntryView {
            key: SEED.into(),
            text: inputs.asks.get(SEED).unwrap_or_default().into(),
            rest: "1",
            prefix: String::new(),
            suffix: String::new(),
            problem: seed.as_ref().err().map(|problem| super::editor::words(context, problem)),
        },
        next_seed: seed.unwrap_or_default().saturating_add(1).to_string(),
        fans,
        table,
        bands_head: spreads::bands_head(context),
        spreads: found.metrics.iter().filter_map(|metric| spreads::row(context, found, metric)).collect(),
        left_out: left_out(context, found),
        ask: weights::ask(found, chosen),
        most: weights::most(found, chosen),
        weights: weights::rows(context, found),
    }
}

fn problem(drawing: &DrawState, found: &Drawn) -> Option<String> {
    if drawing.is_lost {
        return Some(
            "The program that draws met a fault of its own and was ended. Nothing is lost: change a range or the seed, and it \
             begins anew."
                .into(),
        );
    }
    let term = term_of(found.refused.as_deref()?)?;
    Some(
        [
            "Nothing can be drawn: almost all of the range of ",
            &inline(term),
            " lies where it cannot be. Give it a narrower range.",
        ]
        .concat(),
    )
}

/// "After 36 months, nine draws of ten have ARR between $3.9 million and $4.6 million; churned MRR matters most."
fn finding(context: &Context<'_>, found: &Drawn, ranges: usize, chosen: Option<&'static Metric>) -> String {
    if ranges == 0 {
        return "Nothing has a range yet. Say how far a figure may be off, as in “30k to 45k” or “30k..45k”, and it shows here how \
                sure everything is that rests on it."
            .into();
    }
    let base = found.fans.first().and_then(|fan| Some((fan, fan.months.last().copied().flatten()?)));
    let (sentence, weights) = match (base, chosen.and_then(|metric| Some((metric, found.metric(metric)?)))) {
        (Some((fan, end)), _) => {
            let months = fan.months.len().saturating_sub(1).to_string();
            let amount = |value: f64| large(context, Of::Arr, &exact(value));
            let [low, .., high] = end;
            let between = [amount(low).as_str(), " and ", &amount(high)].concat();
            (
                ["After ", &months, " months, nine draws of ten have ARR between ", &between].concat(),
                &fan.weights,
            )
        }
        (None, Some((metric, DrawnMetric { window: Some([low, .., high]), .. }))) => {
            let write = |value: &f64| context.writer.value(metric.unit, &exact(*value));
            let between = [write(low).as_str(), " and ", &write(high)].concat();
            let name = inline(metric.short());
            (["Nine draws of ten have ", &name, " between ", &between].concat(), &found.weights)
        }
        _ if found.draws == 0 => return "The draws are on their way.".into(),
        _ => return "No metric that has a value rests on a range.".into(),
    };
    let most = weights.first().filter(|_| weights.len() > 1).and_then(|most| {
        let term = term_of(&most.slug)?;
        let plural = plimsoll_metrics::find_figure(&most.slug).is_some_and(is_plural);
        Some(["; ", &inline(term), if plural { " matter most" } else { " matters most" }].concat())
    });
    [&sentence, most.as_deref().unwrap_or_default(), "."].concat()
}

fn about(context: &Context<'_>, found: &Drawn, ranges: usize, seed: u64) -> String {
    if ranges == 0 {
        return String::new();
    }
    let number = |count: u32| context.writer.number(&Exact::from(i64::from(count)), 0);
    let least = found.fans.iter().map(|fan| fan.draws).chain([found.draws]).min().unwrap_or(0);
    let draws = if least < found.goal {
        [&number(least), " of ", &number(found.goal), " draws"].concat()
    } else {
        [&number(found.goal), " draws"].concat()
    };
    let of =
        if ranges == 1 { " of one range".into() } else { [" of ", &ranges.to_string(), " ranges"].concat() };
    [
        &draws,
        &of,
        ", from seed ",
        &seed.to_string(),
        ": the same seed gives the same numbers everywhere. “2 to 4” means that nine draws of ten lie between both. ARR follows from \
         the rates and flows of the projection above; a scenario moves each draw by the factor by which it moves the figure.",
    ]
    .concat()
}

fn left_out(context: &Context<'_>, found: &Drawn) -> Option<String> {
    let number = |count: u32| context.writer.number(&Exact::from(i64::from(count)), 0);
    (found.contradictions > 0).then(|| {
        [
            "In ",
            &number(found.contradictions),
            " of ",
            &number(found.draws),
            " draws the figures contradict each other, as a part is larger than its whole. They count for nothing.",
        ]
        .concat()
    })
}

/// A drawn number, to nine digits: more than draws are sure of.
pub(super) fn exact(value: f64) -> Exact {
    let (mut units, mut times) = (value, Exact::one());
    let ten = Exact::from(10);
    while units.abs() >= 1e12 {
        units /= 10.0;
        times = times.times(&ten);
    }
    let mut tenths = 0_u32;
    while units.abs() < 1e9 && tenths < 15 {
        units *= 10.0;
        tenths = tenths.saturating_add(1);
    }
    Exact::from(units.round() as i64).times(&times).divided_by(&ten.power(tenths)).unwrap_or_else(Exact::zero)
}

/// Five percentiles, written.
fn written(context: &Context<'_>, unit: Unit, five: Option<Five>) -> [String; 5] {
    five.map_or_else(
        || [DASH; 5].map(String::from),
        |five| five.map(|value| context.writer.value(unit, &exact(value))),
    )
}

#[cfg(test)]
mod tests;
