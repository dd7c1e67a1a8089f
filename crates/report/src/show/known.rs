//! A metric entered as known, and what the figures imply instead.

use plimsoll_metrics::{Book, Metric, Unit, Window};

use super::Context;
use crate::choices;
use crate::read::known_problem;
use crate::sentence;
use crate::state::{State, StepKind};
use crate::view::KnownEntry;

/// What was entered for the metric, or the possibility of doing so.
pub(super) fn show(context: &Context<'_>, state: &State, metric: &'static Metric) -> KnownEntry {
    let inputs = state.inputs();
    let window = choices::window(inputs.known_window(metric));
    let currency = context.writer.currency;
    KnownEntry {
        text: inputs.known(metric).map(|_| state.shown(&StepKind::Known(metric.slug.into()))),
        unit: match metric.unit {
            Unit::Percent => "%".into(),
            unit if unit.is_money() => context.writer.formatter.sign(currency),
            Unit::Multiple => ": 1".into(),
            _ => context.writer.unit_of(metric),
        },
        windows: if metric.depends_on_window() { choices::windows(window) } else { Vec::new() },
        problem: known_problem(context.read, metric)
            .map(|problem| sentence::problem(problem, currency.code(), Some(metric))),
        check: check(context.before, context, metric),
    }
}

/// Whether what was entered agrees with what the figures imply, over the page's window.
fn check(book: &Book, context: &Context<'_>, metric: &'static Metric) -> Option<(bool, String)> {
    let known = book.known(metric)?;
    let entered = metric.rescale(&known.value, known.window, book.window())?;
    let Ok(implied) = book.by_formula(metric) else {
        return Some((true, "Your figures do not say, so this stands.".into()));
    };
    let writer = &context.writer;
    let window = if metric.depends_on_window() { window_words(writer.window) } else { "" };
    let implied_text = [writer.value(metric.unit, &implied).as_str(), window].concat();
    if implied == entered || writer.value(metric.unit, &implied) == writer.value(metric.unit, &entered) {
        return Some((true, ["Agrees with your figures: they imply ", &implied_text, "."].concat()));
    }
    let difference = writer.difference(metric.unit, &implied, &entered);
    Some((
        false,
        ["Your figures imply ", &implied_text, "; what you entered differs by ", &difference, "."].concat(),
    ))
}

const fn window_words(window: Window) -> &'static str {
    match window {
        Window::Month => " a month",
        Window::Quarter => " a quarter",
        Window::Year => " a year",
    }
}
