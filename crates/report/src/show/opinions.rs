//! What else is published on a metric, each with its source: other scales, lines, usual ranges.

use plimsoll_metrics::benchmarks::{Cell, Opinion, Published, Table};
use plimsoll_metrics::{Direction, Exact, Metric, Window, find_metric};

use super::Context;
use crate::sentence::{origin_note, source_note};
use crate::state::State;
use crate::view::{OtherVoice, OtherVoices, Reading, SelectOption};

/// The other voices on a metric; nothing where there are none.
pub(super) fn show(context: &Context<'_>, state: &State, metric: &'static Metric) -> Option<OtherVoices> {
    let segment = context.read.choices.segment;
    let value = context.annual(metric).ok();
    let opinions = context.benchmarks.opinions(metric, segment);
    let rows: Vec<OtherVoice> =
        opinions.iter().map(|opinion| voice(context, metric, opinion, value.as_ref())).collect();
    if rows.is_empty() {
        return None;
    }
    let ranges = opinions.iter().filter_map(|opinion| match (opinion, &value) {
        (Opinion::Range(range), Some(value)) => range.holds(value),
        _ => None,
    });
    let summary = summary(context, metric, &ranges.collect::<Vec<_>>(), value.as_ref());
    let (tables, by_table) = read_by(context, state, metric, &opinions, value.as_ref());
    Some(OtherVoices { tables, by_table, summary, rows })
}

/// The tables of ranges to read the value by, where sources draw them differently, and what the chosen one says
/// (catalogue C15, C17): the first one, which is that of the touch models for accounts per manager, unless another was chosen.
fn read_by(
    context: &Context<'_>,
    state: &State,
    metric: &'static Metric,
    opinions: &[Opinion<'_>],
    value: Option<&Exact>,
) -> (Vec<SelectOption>, Option<String>) {
    let ranges = || {
        opinions.iter().filter_map(|opinion| match opinion {
            Opinion::Range(range) => Some(range),
            _ => None,
        })
    };
    let mut tables: Vec<&'static Table> = Vec::new();
    for range in ranges() {
        if !tables.iter().any(|table| table.slug == range.table.slug) {
            tables.push(range.table);
        }
    }
    let asked = state.inputs().asks.get(&["ranges.", metric.slug].concat());
    let chosen = tables.iter().find(|table| Some(table.slug) == asked).or(tables.first()).copied();
    let Some(chosen) = chosen.filter(|_| tables.len() > 1) else { return (Vec::new(), None) };
    let said = ranges().filter(|range| range.table.slug == chosen.slug).map(|range| {
        let voice = published(context, metric, range, value);
        [&voice.who, ", ", &voice.said].concat()
    });
    let option = |table: &&'static Table| SelectOption {
        value: table.slug.into(),
        label: table.title.into(),
        selected: table.slug == chosen.slug,
    };
    (tables.iter().map(option).collect(), Some([&said.collect::<Vec<_>>().join("; "), "."].concat()))
}

/// "Inside 2 of 3 published ranges.", and the more severe of two scales.
fn summary(context: &Context<'_>, metric: &'static Metric, held: &[bool], value: Option<&Exact>) -> String {
    let inside = held.iter().filter(|inside| **inside).count();
    let ranges = match (inside, held.len()) {
        (_, 0) => String::new(),
        (0, 1) => "Outside of the one published range.".into(),
        (_, 1) => "Inside the one published range.".into(),
        (inside, count) => {
            ["Inside ", &inside.to_string(), " of ", &count.to_string(), " published ranges."].concat()
        }
    };
    let own = value.and_then(|value| Some(context.scale(metric)?.grade(value)?.band.standing));
    let severest =
        value.and_then(|value| context.benchmarks.severest(metric, context.read.choices.segment, value));
    match own.zip(severest) {
        Some((own, severest)) if severest < own => {
            [ranges.as_str(), " Another source is more severe."].concat().trim_start().into()
        }
        _ => ranges,
    }
}

fn voice(
    context: &Context<'_>,
    metric: &'static Metric,
    opinion: &Opinion<'_>,
    value: Option<&Exact>,
) -> OtherVoice {
    match opinion {
        Opinion::Scale(slug, scale) => {
            let grade = value.and_then(|value| scale.grade(value));
            let said = grade.as_ref().map_or_else(
                || "grades it by bands of its own".into(),
                |grade| ["says “", &grade.band.name, "”"].concat(),
            );
            let who = find_metric(slug)
                .filter(|other| *other != metric)
                .map_or("Published lines", |other| other.term);
            OtherVoice { who: who.into(), said, reading: Reading::Same, source: origin_note(&scale.source) }
        }
        Opinion::Line(one) | Opinion::Range(one) => published(context, metric, one, value),
    }
}

/// A line or range in words, and where the value stands to it.
fn published(
    context: &Context<'_>,
    metric: &'static Metric,
    one: &Published,
    value: Option<&Exact>,
) -> OtherVoice {
    let window = if one.window == Window::Month { " a month" } else { "" };
    let of = match (one.mirrored, metric.direction) {
        (false, _) => "",
        (true, Direction::Higher) => " lost",
        (true, Direction::Lower) => " kept",
    };
    let stands = value.and_then(|value| stands(metric, one, value));
    let (word, reading) = stands.unwrap_or(("", Reading::Same));
    let colon = if word.is_empty() { "" } else { ": " };
    OtherVoice {
        who: one.who.label().into(),
        said: [&context.writer.cell(one.cell), of, window, colon, word].concat(),
        reading,
        source: source_note(one.source),
    }
}

/// Where a value stands to a line or range; nothing where that has no ends. What is better than a range is never flagged
/// (catalogue C9), and neither is a range that has no better side.
fn stands(metric: &'static Metric, one: &Published, value: &Exact) -> Option<(&'static str, Reading)> {
    let is_held = one.holds(value)?;
    let low = match one.cell {
        Cell::Range(low, _) | Cell::RangeAndMore(low, _) => low,
        _ if is_held => return Some(("met", Reading::Better)),
        _ => return Some(("not met", Reading::Worse)),
    };
    if is_held {
        return Some(("inside", Reading::Better));
    }
    let is_below = Published { cell: Cell::Below(low), ..*one }.holds(value)?;
    let is_better = is_below == ((metric.direction == Direction::Lower) != one.mirrored);
    let reading = if is_better { Reading::Better } else { Reading::Worse };
    let has_sides = one.table.direction.is_some();
    Some((if is_below { "below it" } else { "above it" }, if has_sides { reading } else { Reading::Same }))
}
