//! What the scenarios do to the metrics, side by side.

use plimsoll_metrics::metrics::LTV_CAC;
use plimsoll_metrics::{Metric, Role};

use super::{Context, Worked, sentence, shares};
use crate::Inputs;
use crate::show::card::term;
use crate::show::panels::heads;
use crate::show::{change, value, views};
use crate::view::{BoardLine, CompareCell, CompareRow, CompareView, ScenarioHead, SelectOption, Value};

/// The comparison.
pub(super) fn show(context: &Context<'_>, inputs: &Inputs, all: &[Worked]) -> CompareView {
    let known: Vec<&'static Metric> =
        views::overview().flat_map(heads).filter(|metric| context.before.evaluate(metric).is_ok()).collect();
    let chosen = chosen(inputs, &known);
    let head = |worked: &Worked| ScenarioHead { slug: worked.named.slug.clone(), name: worked.name() };
    let is_main = |metric: &&&'static Metric| matches!(metric.role, Role::Main);
    let line = |worked: &Worked, metric| BoardLine {
        slug: worked.named.slug.clone(),
        name: worked.name(),
        text: sentence::line(context, worked, metric),
    };
    CompareView {
        columns: all.iter().map(head).collect(),
        rows: known.iter().filter(is_main).map(|metric| row(context, all, metric)).collect(),
        metrics: known.iter().map(|metric| option(metric, chosen)).collect(),
        shares: chosen.map_or_else(Vec::new, |metric| shares::show(context, all, metric)),
        lines: chosen.map_or_else(Vec::new, |metric| all.iter().map(|worked| line(worked, metric)).collect()),
    }
}

/// The metric that was asked for, else LTV : CAC, else the first one that has a value.
fn chosen(inputs: &Inputs, known: &[&'static Metric]) -> Option<&'static Metric> {
    let asked = inputs.asks.get("compare.metric").unwrap_or(LTV_CAC.slug);
    known.iter().find(|metric| metric.slug == asked).or_else(|| known.first()).copied()
}

fn option(metric: &'static Metric, chosen: Option<&'static Metric>) -> SelectOption {
    SelectOption { value: metric.slug.into(), label: term(metric), selected: chosen == Some(metric) }
}

fn row(context: &Context<'_>, all: &[Worked], metric: &'static Metric) -> CompareRow {
    CompareRow {
        slug: metric.slug,
        plain: metric.plain,
        term: term(context.before.convention(metric)),
        cells: all.iter().map(|worked| cell(&worked.context(context), metric)).collect(),
    }
}

/// The value as on a card, with what has changed about it.
fn cell(context: &Context<'_>, metric: &'static Metric) -> CompareCell {
    let (value, annual, is_known) = match value::show(context, metric) {
        Value::Known { text, unit, annual, .. } => ([text.as_str(), " ", &unit].concat(), annual, true),
        Value::Undefined { reason, .. } => (reason, None, false),
    };
    let verdict = context.scale(metric).and_then(|scale| value::verdict(context, metric, &scale));
    CompareCell {
        value: value.trim_end().into(),
        is_known,
        annual,
        delta: change::show(context, metric).map(|change| (change.delta, change.reading)),
        band: verdict.map(|verdict| (verdict.band, verdict.standing)),
    }
}
