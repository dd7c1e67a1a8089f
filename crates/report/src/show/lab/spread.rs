//! How scores are spread: a bar for every two points.

use plimsoll_metrics::{Exact, metrics};

use super::{Bench, book, classes, words};
use crate::lab::{Class, typed};
use crate::view::lab::{Marker, SpreadBar, SpreadView};
use crate::view::{Place, Tick};

/// How many points a bar is wide.
const WIDE: usize = 2;
/// A bar for all of them, and the scores of exactly 100 in the last one.
const BARS: usize = 50;

/// The picture.
pub(super) fn show(bench: &Bench<'_>) -> SpreadView {
    SpreadView {
        finding: finding(bench),
        bars: bars(bench),
        markers: markers(bench),
        ticks: [0_u16, 20, 40, 60, 80, 100]
            .map(|point| Tick { place: Place(point.saturating_mul(100)), text: point.to_string(), rank: 0 })
            .into(),
        classes: classes::show(bench),
    }
}

fn finding(bench: &Bench<'_>) -> String {
    let [red, yellow, green, _] = bench.scored.classes.map(|(accounts, _)| accounts);
    let scored = red.saturating_add(yellow).saturating_add(green);
    let share =
        |part: i64| Exact::from(part).divided_by(&Exact::from(scored)).map(|share| bench.share(&share));
    match share(red).zip(share(green)) {
        Some((red, green)) => [&red, " of the scored accounts are red, ", &green, " are green"].concat(),
        None => "No account has a score".into(),
    }
}

fn bars(bench: &Bench<'_>) -> Vec<SpreadBar> {
    let bins = &bench.scored.bins;
    // Scores of exactly 100 stand in the last bar.
    let count = |bar: usize| -> Vec<(usize, u32)> {
        let first = bar.saturating_mul(WIDE);
        let end = if bar.saturating_add(1) == BARS { bins.len() } else { first.saturating_add(WIDE) };
        (first..end).filter_map(|bin| Some((bin, *bins.get(bin)?))).collect()
    };
    let all: Vec<Vec<(usize, u32)>> = (0..BARS).map(count).collect();
    let sum = |bar: &[(usize, u32)]| bar.iter().fold(0_u32, |sum, (_, count)| sum.saturating_add(*count));
    let tallest = all.iter().map(|bar| sum(bar)).max().unwrap_or(0).max(1);
    let lines = lines(bench);
    let bar = |(number, bins): (usize, &Vec<(usize, u32)>)| {
        let parts = [Class::Red, Class::Yellow, Class::Green].map(|class| {
            let of_class = bins.iter().filter(|(bin, _)| class_of(*bin, lines) == class);
            let count = of_class.fold(0_u32, |sum, (_, count)| sum.saturating_add(*count));
            (class, height(count, tallest))
        });
        let from = number.saturating_mul(WIDE);
        let to = from.saturating_add(WIDE);
        SpreadBar {
            from: place(from),
            to: place(to),
            parts: parts
                .into_iter()
                .filter(|(_, height)| height.0 > 0)
                .map(|(class, height)| (words::mark(class), height))
                .collect(),
            says: [
                &from.to_string(),
                " to ",
                &to.to_string(),
                " points: ",
                &bench.accounts(sum(bins).into()),
            ]
            .concat(),
        }
    };
    all.iter().enumerate().map(bar).collect()
}

/// The two lines of the model that the scores are by, in hundredths.
fn lines(bench: &Bench<'_>) -> (u16, u16) {
    let line = |text: &str| typed::points(text).unwrap_or(0);
    (line(&bench.model.red_below), line(&bench.model.green_from))
}

/// The class of most of a bin: a line within it parts none.
fn class_of(bin: usize, (red_below, green_from): (u16, u16)) -> Class {
    let from = u16::try_from(bin.saturating_mul(100)).unwrap_or(u16::MAX);
    if from < red_below {
        Class::Red
    } else if from < green_from {
        Class::Yellow
    } else {
        Class::Green
    }
}

fn place(points: usize) -> Place {
    Place(u16::try_from(points.saturating_mul(100)).unwrap_or(u16::MAX).min(Place::END.0))
}

/// What is there is seen, however little it is.
fn height(count: u32, tallest: u32) -> Place {
    let height =
        u64::from(count).saturating_mul(u64::from(Place::END.0)).checked_div(tallest.into()).unwrap_or(0);
    let least = u64::from(count > 0).saturating_mul(60);
    Place(u16::try_from(height.max(least)).unwrap_or(Place::END.0))
}

fn markers(bench: &Bench<'_>) -> Vec<Marker> {
    let at = |value: &Exact| {
        value.to_decimal(2).and_then(|points| {
            let hundredths = points.checked_mul(rust_decimal::Decimal::ONE_HUNDRED)?;
            u16::try_from(hundredths).ok().map(|place| Place(place.min(Place::END.0)))
        })
    };
    let writer = &bench.context.writer;
    let average = book::average(&bench.scored.spread).and_then(|average| {
        let label = ["Average ", &writer.value(plimsoll_metrics::Unit::Score, &average)].concat();
        Some(Marker { slug: "average", place: at(&average)?, label })
    });
    let median = bench.context.benchmarks.median(&metrics::HEALTH_SCORE, bench.context.read.choices.segment);
    let median = median.and_then(|of| {
        let label =
            [of.who.label(), " median ", &writer.whole(plimsoll_metrics::Unit::Score, &of.value)].concat();
        Some(Marker { slug: "median", place: at(&of.value)?, label })
    });
    // The segment's own line, where one is published: no target is drawn for accounts of every size.
    let target = bench.context.scale(&metrics::HEALTH_SCORE).and_then(|scale| scale.target.clone());
    let target = target.and_then(|of| {
        let label =
            [of.who.label(), " target ", &writer.whole(plimsoll_metrics::Unit::Score, &of.value())].concat();
        Some(Marker { slug: "target", place: at(&of.value())?, label })
    });
    average.into_iter().chain(median).chain(target).collect()
}
