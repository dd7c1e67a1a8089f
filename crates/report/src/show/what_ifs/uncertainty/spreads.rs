//! The metrics with their percentiles, and the chance of each band.

use plimsoll_metrics::benchmarks::Scale;
use plimsoll_metrics::{Exact, Unit, Window, find_metric};

use super::super::Context;
use super::written;
use crate::draws::{Drawn, DrawnMetric};
use crate::show::card::term;
use crate::view::{BandShare, Place, SpreadRow};

/// The heading of the chances. Bands are annual.
pub(super) fn bands_head(context: &Context<'_>) -> &'static str {
    if context.writer.window == Window::Year {
        "Chance of each band"
    } else {
        "Chance of each band, by the year"
    }
}

/// One metric; nothing for one that there is not.
pub(super) fn row(context: &Context<'_>, found: &Drawn, drawn: &DrawnMetric) -> Option<SpreadRow> {
    let metric = find_metric(&drawn.slug)?;
    let scale = context.scale(metric);
    let missing = found.draws.saturating_sub(found.contradictions).saturating_sub(drawn.counted);
    let values = match drawn.window {
        Some(_) => Ok(written(context, metric.unit, drawn.window)),
        None => Err("No draw has a value: a divisor is zero, or it would be more than it can be.".into()),
    };
    let left_out = (missing > 0 && drawn.window.is_some()).then(|| {
        let count = context.writer.number(&Exact::from(i64::from(missing)), 0);
        ["No value in ", &count, " draws: a divisor is zero, or it would be more than it can be."].concat()
    });
    Some(SpreadRow {
        slug: metric.slug,
        plain: metric.plain,
        term: term(context.before.convention(metric)),
        unit: context.writer.unit_of(metric),
        values,
        bands: scale.map(|scale| bands(context, &scale, &drawn.bands)).unwrap_or_default(),
        left_out,
    })
}

/// The bands in which draws lie, lowest first.
fn bands(context: &Context<'_>, scale: &Scale, counts: &[u32]) -> Vec<BandShare> {
    let all = counts.iter().fold(0_u32, |sum, count| sum.saturating_add(*count));
    let share = |count: u32| Exact::from(i64::from(count)).divided_by(&Exact::from(i64::from(all)));
    let mut so_far = 0_u32;
    let mut shown = Vec::new();
    for (band, count) in scale.bands.iter().zip(counts).filter(|(_, count)| **count > 0) {
        let (Some(from), Some(part)) = (share(so_far), share(*count)) else { return Vec::new() };
        so_far = so_far.saturating_add(*count);
        let text = if part < Exact::per_mille(5) {
            "under 1%".into()
        } else {
            context.writer.whole(Unit::Percent, &part)
        };
        let end = share(so_far).map_or(Place::END, |end| Place::at(&end));
        let from = Place::at(&from);
        shown.push(BandShare {
            name: band.name.clone(),
            standing: band.standing,
            share: text,
            from,
            length: Place(end.0.saturating_sub(from.0)),
        });
    }
    shown
}
