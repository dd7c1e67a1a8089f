//! What else is published on a metric, each with its source: other scales, lines, usual ranges.

use plimsoll_metrics::Metric;
use plimsoll_metrics::benchmarks::{Opinion, Published};
use plimsoll_metrics::{Exact, find_metric};

use super::Context;
use crate::sentence::{origin_note, source_note};
use crate::view::{OtherVoice, OtherVoices, Reading};

/// The other voices on a metric; nothing where there are none.
pub(super) fn show(context: &Context<'_>, metric: &'static Metric) -> Option<OtherVoices> {
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
    Some(OtherVoices { summary: summary(context, metric, &ranges.collect::<Vec<_>>(), value.as_ref()), rows })
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
        Opinion::Line(line) => published(context, line, value, ["met", "not met"]),
        Opinion::Range(range) => published(context, range, value, ["inside", "outside"]),
    }
}

fn published(context: &Context<'_>, one: &Published, value: Option<&Exact>, words: [&str; 2]) -> OtherVoice {
    let [yes, no] = words;
    let held = value.and_then(|value| one.holds(value));
    let says = context.writer.cell(one.cell);
    let window = match one.window {
        plimsoll_metrics::Window::Month => " a month",
        _ => "",
    };
    let mirrored = if one.mirrored { " lost" } else { "" };
    let verdict = held.map(|held| [": ", if held { yes } else { no }].concat()).unwrap_or_default();
    OtherVoice {
        who: one.who.label().into(),
        said: [&says, mirrored, window, &verdict].concat(),
        reading: match held {
            Some(true) => Reading::Better,
            Some(false) => Reading::Worse,
            None => Reading::Same,
        },
        source: source_note(one.source),
    }
}
