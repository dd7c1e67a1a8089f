//! What an embed shows: the cards that were asked for, and what they rest on.

use plimsoll_forecast::{Lever, Levers};
use plimsoll_metrics::{Exact, Figure, Metric, find_figure};

use super::reference::holds;
use super::{Context, card, change, compare, explain, field, scale, value, what_if};
use crate::choices;
use crate::embed::{Asked, Part};
use crate::view::{EmbedCard, EmbedView, LeverView};

/// The parts that were asked for.
pub(crate) fn show(
    context: &Context<'_>,
    asked: &Asked,
    shown: &dyn Fn(&'static Figure) -> String,
) -> EmbedView {
    let mut cards = Vec::new();
    if asked.has(Part::Cards) {
        for metric in &asked.metrics {
            cards.push(one(context, asked, metric));
        }
    }
    EmbedView {
        notes: asked.notes.clone(),
        entered: entered(asked),
        choices: if asked.has(Part::Choices) { choices::show(&context.read.choices) } else { Vec::new() },
        groups: if asked.has(Part::Form) { field::asked(context, &asked.metrics, shown) } else { Vec::new() },
        levers: if asked.has(Part::Levers) { levers(context, asked) } else { Vec::new() },
        cards,
    }
}

/// The levers that move any of the metrics, and those that are set; all of them while nothing can be moved.
fn levers(context: &Context<'_>, asked: &Asked) -> Vec<LeverView> {
    let moves = |lever: Lever| {
        let mut levers = Levers::default();
        levers.moves.set(lever, Exact::percent(1));
        let moved = levers.apply(context.before).book;
        asked.metrics.iter().any(|metric| moved.evaluate(metric) != context.before.evaluate(metric))
    };
    let mut all = what_if::levers(context, &asked.inputs);
    let moving: Vec<&str> = Lever::ALL.into_iter().filter(|lever| moves(*lever)).map(Lever::slug).collect();
    if !moving.is_empty() {
        all.retain(|lever| moving.contains(&lever.slug) || asked.inputs.levers.get(lever.slug).is_some());
    }
    all
}

/// What is entered for the metrics that were asked for.
fn entered(asked: &Asked) -> Vec<(String, String)> {
    let mut entered = Vec::new();
    for (slug, text) in asked.inputs.figures.iter() {
        let counts = |figure: &Figure| asked.metrics.iter().any(|metric| holds(&metric.formula, figure));
        if find_figure(slug).is_some_and(counts) {
            entered.push((slug.to_owned(), text.to_owned()));
        }
    }
    for (slug, text) in asked.inputs.known.iter() {
        entered.push((slug.to_owned(), text.to_owned()));
    }
    entered
}

fn one(context: &Context<'_>, asked: &Asked, metric: &'static Metric) -> EmbedCard {
    let levels = context.scale(metric);
    let verdict = levels.as_ref().and_then(|levels| value::verdict(context, metric, levels));
    EmbedCard {
        slug: metric.slug,
        plain: metric.plain,
        term: card::term(context.after.convention(metric)),
        value: value::show(context, metric),
        change: change::show(context, metric),
        scale: levels.as_ref().map(|levels| scale::show(context, metric, levels, verdict.as_ref())),
        verdict,
        comparisons: compare::show(context, metric),
        warning: card::warning(context, metric),
        explanation: (asked.has(Part::Formula) || asked.has(Part::Sources))
            .then(|| explain::show(context, metric, levels.as_deref())),
    }
}
