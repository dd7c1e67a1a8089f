//! The lines of a card's scale, as they can be moved.

use plimsoll_metrics::benchmarks::{Band, Origin, Scale};
use plimsoll_metrics::{Exact, Metric};

use super::Context;
use super::compare::line;
use crate::pack;
use crate::state::State;
use crate::view::{Divider, LinesView, Place};

/// The lines of a scale that has some.
pub(super) fn show(
    context: &Context<'_>,
    state: &State,
    metric: &'static Metric,
    scale: &Scale,
) -> Option<LinesView> {
    if scale.bands.len() < 2 {
        return None;
    }
    let is_open = state.is_movable(metric.slug);
    let is_moved = state.lines().is_moved(metric, context.read.choices.segment);
    let dividers = if is_open { dividers(context, state, metric, scale)? } else { Vec::new() };
    let ends = dividers.iter().map(|divider| divider.place);
    let starts = [Place(0)].into_iter().chain(ends.clone()).zip(ends.chain([Place::END]));
    let stretches = scale.bands.iter().zip(starts).map(|(band, (from, to))| (band.standing, from, to));
    Some(LinesView {
        is_open,
        stretches: if is_open { stretches.collect() } else { Vec::new() },
        note: note(&scale.source, is_moved),
        back: match &scale.source {
            _ if !is_moved => "",
            Origin::Own(_) => "Back to the pack’s lines",
            Origin::Published(_) | Origin::Adapted(_) => "Back to the published lines",
        },
        dividers,
    })
}

fn note(origin: &Origin, is_moved: bool) -> String {
    match origin {
        Origin::Published(_) => String::new(),
        Origin::Adapted(source) => ["Your own lines, adapted from ", source.title, "."].concat(),
        Origin::Own(text) if is_moved => ["Your own lines, adapted from ", text, "."].concat(),
        Origin::Own(text) => ["Your own lines: ", text, "."].concat(),
    }
}

fn dividers(
    context: &Context<'_>,
    state: &State,
    metric: &'static Metric,
    scale: &Scale,
) -> Option<Vec<Divider>> {
    let reach = state.lines().reach(metric, context.read.choices.segment)?;
    let pairs = scale.bands.iter().zip(scale.bands.iter().skip(1)).enumerate();
    let divider = |(position, (low, high)): (usize, (&Band, &Band))| {
        let value = pack::line(scale, position)?;
        Some(Divider {
            position,
            place: reach.place(value)?,
            label: ["Divider between ", &low.name, " and ", &high.name].concat(),
            value: line(context, metric, &Exact::from(value)),
        })
    };
    pairs.map(divider).collect()
}
