//! The neighbours of a value: its segment's quartiles, its industry's and stage's medians. All annual.

use plimsoll_metrics::benchmarks::{Median, Quarter, Quartiles};
use plimsoll_metrics::{Direction, Exact, Metric, Unit};

use super::{Context, change};
use crate::view::{Comparison, Reading};

/// The neighbours that are chosen and known for the metric.
pub(super) fn show(context: &Context<'_>, metric: &'static Metric) -> Vec<Comparison> {
    let (choices, benchmarks) = (&context.read.choices, context.benchmarks);
    let value = context.annual(metric).ok();
    let quartiles = choices.segment.and_then(|segment| {
        Some(by_quartiles(
            context,
            metric,
            segment.label(),
            &benchmarks.quartiles(metric, segment)?,
            value.as_ref(),
        ))
    });
    let segment = quartiles.or_else(|| {
        let median = benchmarks.median(metric, choices.segment)?;
        let row = by_median(context, metric, median.who.label(), &median, value.as_ref());
        let top = median.top.map(|top| ["top quarter from ", &line(context, metric, &top)].concat());
        Some(Comparison { quartiles: top, ..row })
    });
    let industry = choices.industry.and_then(|industry| {
        Some(by_median(
            context,
            metric,
            industry.label(),
            &benchmarks.industry_median(metric, industry)?,
            value.as_ref(),
        ))
    });
    let stage = choices.stage.and_then(|stage| {
        Some(by_median(
            context,
            metric,
            stage.label(),
            &benchmarks.stage_median(metric, stage)?,
            value.as_ref(),
        ))
    });
    segment.into_iter().chain(industry).chain(stage).collect()
}

fn by_quartiles(
    context: &Context<'_>,
    metric: &Metric,
    who: &str,
    quartiles: &Quartiles,
    value: Option<&Exact>,
) -> Comparison {
    let (low, high) = match metric.direction {
        Direction::Higher => (&quartiles.bottom, &quartiles.top),
        Direction::Lower => (&quartiles.top, &quartiles.bottom),
    };
    let quarter = value.map(|value| match quartiles.quarter(value) {
        Quarter::Top => "top quarter",
        Quarter::UpperHalf => "upper half",
        Quarter::LowerHalf => "lower half",
        Quarter::Bottom => "bottom quarter",
    });
    let distance = distance(context, metric, &quartiles.median, value);
    Comparison {
        who: who.into(),
        median: line(context, metric, &quartiles.median),
        quartiles: Some(
            ["middle half ", &line(context, metric, low), " to ", &line(context, metric, high)].concat(),
        ),
        standing: [distance.0, quarter.map(|quarter| [", ", quarter].concat()).unwrap_or_default()].concat(),
        reading: distance.1,
    }
}

fn by_median(
    context: &Context<'_>,
    metric: &Metric,
    who: &str,
    median: &Median,
    value: Option<&Exact>,
) -> Comparison {
    let (standing, reading) = distance(context, metric, &median.value, value);
    Comparison {
        who: who.into(),
        median: line(context, metric, &median.value),
        quartiles: None,
        standing,
        reading,
    }
}

/// "1.5 points below the median", and whether that is the better side.
fn distance(
    context: &Context<'_>,
    metric: &Metric,
    median: &Exact,
    value: Option<&Exact>,
) -> (String, Reading) {
    let Some(value) = value else { return ("no value to compare".into(), Reading::Same) };
    let reading = change::reading(metric.direction, median, value);
    if reading == Reading::Same {
        return ("on the median".into(), reading);
    }
    let size = context.writer.distance(metric.unit, median, value);
    let size = size.as_deref().unwrap_or("hardly");
    let side = if value < median { " below the median" } else { " above the median" };
    ([size, side].concat(), reading)
}

/// A published line, without decimals where it has none.
pub(super) fn line(context: &Context<'_>, metric: &Metric, value: &Exact) -> String {
    let whole = match metric.unit {
        Unit::Percent => value.times(&Exact::from(100)).is_whole(),
        _ => value.is_whole(),
    };
    if whole { context.writer.whole(metric.unit, value) } else { context.writer.value(metric.unit, value) }
}
