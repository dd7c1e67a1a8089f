//! The panel of the reader's own benchmarks.

use plimsoll_metrics::benchmarks::OwnScale;
use plimsoll_metrics::find_metric;

use crate::sentence::{counted, origin_note, pack_reason};
use crate::state::State;
use crate::view::{OwnScaleRow, PackProblem, PackView};

use super::Context;

/// What is the reader's own, and what was wrong with a file.
pub(super) fn show(context: &Context<'_>, state: &State, refused: Option<PackProblem>) -> PackView {
    let lines = state.lines();
    let scales: Vec<OwnScaleRow> = lines.benchmarks.own_scales().iter().map(row).collect();
    let count = u64::try_from(scales.len()).unwrap_or_default();
    let count = counted(count, "scale", "scales", context.writer.formatter);
    let about = match (&lines.pack, scales.is_empty()) {
        (Some(pack), _) => {
            ["The pack “", &pack.name, "” counts: ", &count, " of your own, the rest as published."].concat()
        }
        (None, false) => ["You moved lines on ", &count, "; the rest is as published."].concat(),
        (None, true) => "The built-in benchmarks count, as published.".into(),
    };
    PackView {
        about,
        name: lines.name_typed().into(),
        problem: refused,
        lost: lines.problems.clone(),
        is_own: !scales.is_empty() || lines.pack.is_some() || !lines.problems.is_empty(),
        scales,
    }
}

/// Why the file that was chosen last was refused.
pub(super) fn problem(state: &State) -> Option<PackProblem> {
    let fault = state.refused()?;
    Some(PackProblem { place: fault.place.clone(), reason: pack_reason(&fault.reason) })
}

fn row(own: &OwnScale) -> OwnScaleRow {
    let term = find_metric(&own.metric).map_or(own.metric.as_str(), |metric| metric.term);
    let term = match own.segment {
        Some(segment) => [term, ", ", segment.label()].concat(),
        None => term.into(),
    };
    OwnScaleRow { term, source: origin_note(&own.scale.source) }
}
