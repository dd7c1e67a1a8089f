//! The neighbours of a value: its segment's quartiles, its industry's and stage's medians. All annual.

use plimsoll_metrics::benchmarks::{Median, Quarter, Quartiles, Source};
use plimsoll_metrics::{Direction, Exact, Metric, Unit};

use super::{Context, change};
use crate::view::{ChoiceKind, Comparison, Reading};

/// What chosen neighbours reach, as published.
pub(crate) struct Neighbour {
    /// Which choice made them neighbours.
    pub(crate) by: ChoiceKind,
    pub(crate) who: &'static str,
    pub(crate) median: Exact,
    /// The line from which the best quarter lies, where it is known.
    pub(crate) top: Option<Exact>,
    /// All three lines, where all are known.
    pub(crate) quartiles: Option<Quartiles>,
    pub(crate) source: &'static Source,
}

/// The neighbours that are chosen and known for the metric.
pub(crate) fn neighbours(context: &Context<'_>, metric: &'static Metric) -> Vec<Neighbour> {
    let (choices, benchmarks) = (&context.read.choices, context.benchmarks);
    let quartiles = choices.segment.and_then(|segment| {
        let quartiles = benchmarks.quartiles(metric, segment)?;
        Some(Neighbour {
            by: ChoiceKind::Segment,
            who: segment.label(),
            median: quartiles.median.clone(),
            top: Some(quartiles.top.clone()),
            source: quartiles.source,
            quartiles: Some(quartiles),
        })
    });
    let by_median = |by, who: Option<&'static str>, median: Median| Neighbour {
        by,
        who: who.unwrap_or(median.who.label()),
        median: median.value,
        top: median.top,
        quartiles: None,
        source: median.source,
    };
    let segment = quartiles
        .or_else(|| Some(by_median(ChoiceKind::Segment, None, benchmarks.median(metric, choices.segment)?)));
    let industry = choices.industry.and_then(|industry| {
        let median = benchmarks.industry_median(metric, industry)?;
        Some(by_median(ChoiceKind::Industry, Some(industry.label()), median))
    });
    let stage = choices.stage.and_then(|stage| {
        Some(by_median(ChoiceKind::Stage, Some(stage.label()), benchmarks.stage_median(metric, stage)?))
    });
    segment.into_iter().chain(industry).chain(stage).collect()
}

/// The same in words.
pub(super) fn show(context: &Context<'_>, metric: &'static Metric) -> Vec<Comparison> {
    let value = context.annual(metric).ok();
    let shown = |neighbour| in_words(context, metric, &neighbour, value.as_ref());
    neighbours(context, metric).into_iter().map(shown).collect()
}

/// One of them in words.
pub(crate) fn in_words(
    context: &Context<'_>,
    metric: &Metric,
    neighbour: &Neighbour,
    value: Option<&Exact>,
) -> Comparison {
    let (distance, reading) = distance(context, metric, &neighbour.median, value);
    let quartiles = neighbour.quartiles.as_ref();
    let quarter = quartiles.zip(value).map(|(quartiles, value)| match quartiles.quarter(value) {
        Quarter::Top => ", top quarter",
        Quarter::UpperHalf => ", upper half",
        Quarter::LowerHalf => ", lower half",
        Quarter::Bottom => ", bottom quarter",
    });
    let middle = quartiles.map(|quartiles| {
        let (low, high) = match metric.direction {
            Direction::Higher => (&quartiles.bottom, &quartiles.top),
            Direction::Lower => (&quartiles.top, &quartiles.bottom),
        };
        ["middle half ", &line(context, metric, low), " to ", &line(context, metric, high)].concat()
    });
    // What an industry or stage reaches in its best quarter is not said on a card.
    let top = neighbour.top.as_ref().filter(|_| neighbour.by == ChoiceKind::Segment);
    Comparison {
        who: neighbour.who.into(),
        median: line(context, metric, &neighbour.median),
        quartiles: middle
            .or_else(|| top.map(|top| ["top quarter from ", &line(context, metric, top)].concat())),
        standing: [distance.as_str(), quarter.unwrap_or_default()].concat(),
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
