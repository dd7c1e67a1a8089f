//! How the accounts are made up of classes, each share against its target and the line at which to act.

use plimsoll_metrics::benchmarks::Scale;
use plimsoll_metrics::{Metric, metrics};

use super::{Bench, words};
use crate::lab::Class;
use crate::show::scale::spans;
use crate::view::Place;
use crate::view::lab::{ClassBand, ClassShare};

/// The share of each class, as the catalogue names it; accounts without a score have none.
static SHARES: [(Class, Option<&Metric>); 4] = [
    (Class::Red, Some(&metrics::RED_SHARE)),
    (Class::Yellow, Some(&metrics::ATTENTION_SHARE)),
    (Class::Green, Some(&metrics::HEALTHY_SHARE)),
    (Class::Unscored, None),
];

/// The classes that anybody could be in: those that are scored always, the others where there are some.
pub(super) fn show(bench: &Bench<'_>) -> Vec<ClassShare> {
    let classes = SHARES.iter().zip(bench.scored.classes);
    let shown = classes.filter(|((_, metric), (accounts, _))| metric.is_some() || *accounts > 0);
    shown.map(|((class, metric), sums)| share(bench, *class, *metric, sums)).collect()
}

fn share(
    bench: &Bench<'_>,
    class: Class,
    metric: Option<&'static Metric>,
    (accounts, arr): (i64, i64),
) -> ClassShare {
    let context = bench.context;
    let value = metric.and_then(|metric| context.value(metric).ok());
    let graded = metric.and_then(|metric| Some((metric, context.scale(metric)?)));
    let (bands, lines) = graded.map_or_else(Default::default, |(metric, scale)| {
        let lines = spans(context, metric, &scale);
        (bands(&scale), lines.into_iter().map(|(name, span)| [&name, " ", &span].concat()).collect())
    });
    let arr = if bench.facts.arr.is_some() { [", ", &bench.arr(arr)].concat() } else { String::new() };
    ClassShare {
        class: words::mark(class),
        share: value.as_ref().map(|value| bench.share(value)).unwrap_or_default(),
        place: value.as_ref().map(Place::at),
        holds: [bench.accounts(accounts), arr].concat(),
        bands,
        lines,
    }
}

/// Stretches of the way from none to all of the accounts.
fn bands(scale: &Scale) -> Vec<ClassBand> {
    let start = |at: usize| {
        let band = scale.bands.get(at)?;
        Some(band.from.map_or(Place(0), |cut| Place::at(&cut.value())))
    };
    let band = |(at, band): (usize, &plimsoll_metrics::benchmarks::Band)| ClassBand {
        standing: band.standing,
        from: start(at).unwrap_or(Place(0)),
        to: start(at.saturating_add(1)).unwrap_or(Place::END),
    };
    scale.bands.iter().enumerate().map(band).collect()
}
