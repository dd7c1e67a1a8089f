//! What the levers changed about a metric.

use plimsoll_metrics::{Direction, Exact, Metric};

use super::Context;
use super::write::DASH;
use crate::view::{Change, Reading};

/// Before and after, where a lever is set.
pub(super) fn show(context: &Context<'_>, metric: &'static Metric) -> Option<Change> {
    if !context.moved {
        return None;
    }
    let (before, after) = (context.before.evaluate(metric).ok(), context.value(metric).ok());
    let write = |value: &Option<Exact>| {
        value.as_ref().map_or_else(|| DASH.into(), |value| context.writer.value(metric.unit, value))
    };
    let (delta, reading) = match (&before, &after) {
        (Some(before), Some(after)) => {
            (context.writer.difference(metric.unit, before, after), reading(metric.direction, before, after))
        }
        (None, Some(_)) => ("now defined".into(), Reading::Same),
        (Some(_), None) => ("no longer defined".into(), Reading::Same),
        (None, None) => return None,
    };
    Some(Change { before: write(&before), after: write(&after), delta, reading, band: band(context, metric) })
}

/// Whether the second value is better than the first.
pub(super) fn reading(direction: Direction, before: &Exact, after: &Exact) -> Reading {
    let (less, more) = match direction {
        Direction::Higher => (Reading::Worse, Reading::Better),
        Direction::Lower => (Reading::Better, Reading::Worse),
    };
    match after.cmp(before) {
        core::cmp::Ordering::Less => less,
        core::cmp::Ordering::Equal => Reading::Same,
        core::cmp::Ordering::Greater => more,
    }
}

/// The bands before and after: "Below target → Acceptable", or "stays Good".
fn band(context: &Context<'_>, metric: &'static Metric) -> Option<String> {
    let scale = context.scale(metric)?;
    let before = scale.grade(&context.before.annual(metric).ok()?)?.band.name;
    let after = scale.grade(&context.annual(metric).ok()?)?.band.name;
    Some(if before == after {
        ["stays “", &*after, "”"].concat()
    } else {
        [&*before, " → ", &*after].concat()
    })
}
