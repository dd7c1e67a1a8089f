//! The portfolio in numbers.

use plimsoll_metrics::{Exact, Metric, Unit, metrics};

use super::{Bench, book, spread, words};
use crate::lab::Class;
use crate::lab::message::{MovedAccount, Spread};
use crate::show::{compare, shown_value, verdict};
use crate::view::Value;
use crate::view::lab::{DimensionRow, MovedRow, MovedView, ResultsView, StatView};

/// The numbers, the picture, who changes, and the medians.
pub(super) fn show(bench: &Bench<'_>) -> ResultsView {
    ResultsView {
        stats: stats(bench),
        spread: spread::show(bench),
        moved: moved(bench),
        dimensions: dimensions(bench),
    }
}

fn stats(bench: &Bench<'_>) -> Vec<StatView> {
    let [(red, red_arr), _, (green, green_arr), (unscored, _)] = bench.scored.classes;
    let all = bench.scored.spread;
    let by_arr = book::average_by_arr(&all)
        .map(|average| [" By ARR it is ", &bench.context.writer.value(Unit::Score, &average), "."].concat());
    let average_note = [comparison(bench, &metrics::HEALTH_SCORE), by_arr.unwrap_or_default()].concat();
    let arr = |minor: i64| {
        if bench.facts.arr.is_some() { [", ", &bench.arr(minor), " ARR"].concat() } else { String::new() }
    };
    vec![
        stat(bench, "average", "Average score", &metrics::HEALTH_SCORE, average_note),
        stat(
            bench,
            "at-risk",
            "At risk (red)",
            &metrics::AT_RISK_RATE,
            [&bench.accounts(red), &arr(red_arr), "."].concat(),
        ),
        stat(
            bench,
            "healthy",
            "Healthy (green)",
            &metrics::HEALTHY_SHARE,
            [&bench.accounts(green), &arr(green_arr), "."].concat(),
        ),
        stat(
            bench,
            "coverage",
            "Accounts with a score",
            &metrics::HEALTH_COVERAGE,
            coverage(bench, &all, unscored),
        ),
    ]
}

fn stat(
    bench: &Bench<'_>,
    slug: &'static str,
    label: &'static str,
    metric: &'static Metric,
    about: String,
) -> StatView {
    let context = bench.context;
    let value = match shown_value(context, metric) {
        Value::Known { text, unit, .. } => {
            [text.as_str(), if unit.is_empty() { "" } else { " " }, &unit].concat()
        }
        Value::Undefined { reason, .. } => reason,
    };
    let verdict = context.scale(metric).and_then(|scale| verdict(context, metric, &scale));
    StatView {
        slug,
        label,
        value,
        change: change(bench, metric),
        verdict: verdict.map(|verdict| (verdict.band.into_owned(), verdict.standing)),
        about,
    }
}

/// How it differs from before the move.
fn change(bench: &Bench<'_>, metric: &'static Metric) -> Option<String> {
    let before = book::of(bench.origin?).evaluate(metric).ok()?;
    let now = bench.context.value(metric).ok()?;
    (before != now).then(|| bench.context.writer.difference(metric.unit, &before, &now))
}

/// Where the value stands to its neighbours: "SMB median 65: 1.5 points above the median."
fn comparison(bench: &Bench<'_>, metric: &'static Metric) -> String {
    let neighbours = compare::show(bench.context, metric);
    let told = neighbours.iter().map(|of| {
        let quartiles = of.quartiles.as_ref().map(|text| [", ", text].concat()).unwrap_or_default();
        [&of.who, " median ", &of.median, quartiles.as_str(), ": ", &of.standing, "."].concat()
    });
    told.collect::<Vec<_>>().join(" ")
}

fn coverage(bench: &Bench<'_>, all: &Spread, unscored: i64) -> String {
    let without =
        if unscored > 0 { [&bench.accounts(unscored), " without. "].concat() } else { String::new() };
    let rests = book::coverage(all)
        .map(|share| ["Scores rest on ", &bench.share(&share), " of the weight that applies."].concat());
    [without, rests.unwrap_or_default()].concat()
}

fn moved(bench: &Bench<'_>) -> MovedView {
    let moved = &bench.scored.moved;
    let count = |from: Option<Class>, to: Option<Class>| {
        let places = Class::ALL.into_iter().enumerate();
        let rows = places.filter(|(_, class)| from.is_none_or(|from| from == *class));
        let counts = rows.filter_map(|(row, of)| Some((of, moved.counts.get(row)?)));
        counts
            .flat_map(|(of, counts)| {
                Class::ALL.into_iter().zip(counts).filter(move |(class, _)| *class != of)
            })
            .filter(|(class, _)| to.is_none_or(|to| to == *class))
            .fold(0_i64, |sum, (_, count)| sum.saturating_add((*count).into()))
    };
    let (into_red, out_of_red, all) =
        (count(None, Some(Class::Red)), count(Some(Class::Red), None), count(None, None));
    let finding = match all {
        _ if bench.origin.is_none() => "Move a weight or a line, and see here who changes class.".to_owned(),
        0 => "Nobody changes class.".to_owned(),
        all => [
            bench.accounts(all).as_str(),
            if all == 1 { " changes class: " } else { " change class: " },
            &bench.count(into_red),
            if into_red == 1 { " turns red, " } else { " turn red, " },
            &bench.count(out_of_red),
            if out_of_red == 1 { " leaves it." } else { " leave it." },
        ]
        .concat(),
    };
    let shown = i64::try_from(moved.accounts.len()).unwrap_or(i64::MAX);
    let more = all.saturating_sub(shown);
    MovedView {
        finding,
        rows: moved.accounts.iter().map(|of| moved_row(bench, of)).collect(),
        more: (more > 0).then(|| ["and ", &bench.count(more), " more."].concat()),
    }
}

fn moved_row(bench: &Bench<'_>, of: &MovedAccount) -> MovedRow {
    MovedRow {
        row: of.row,
        name: of.name.clone(),
        arr: if bench.facts.arr.is_some() { bench.arr(of.arr) } else { String::new() },
        from: (words::mark(of.from.0), bench.score(of.from.1)),
        to: (words::mark(of.to.0), bench.score(of.to.1)),
    }
}

/// Each indicator's median, and for those of the model with four dimensions the published one.
fn dimensions(bench: &Bench<'_>) -> Vec<DimensionRow> {
    let published = |slug: &str| match slug {
        "usage" => Some(&metrics::USAGE_SCORE),
        "engagement" => Some(&metrics::ENGAGEMENT_SCORE),
        "support" => Some(&metrics::SUPPORT_SCORE),
        "relationship" => Some(&metrics::RELATIONSHIP_SCORE),
        _ => None,
    };
    let row = |(of, median): (&crate::lab::keep::KeptIndicator, &Option<(u32, u32)>)| {
        let (twice, _) = (*median)?;
        let value = Exact::from(i64::from(twice)).divided_by(&Exact::from(200))?;
        let neighbour = published(&of.slug)
            .and_then(|metric| bench.context.benchmarks.median(metric, bench.context.read.choices.segment));
        let published = neighbour.map(|of| {
            let writer = &bench.context.writer;
            let side = writer.difference(Unit::Score, &of.value, &value);
            [of.who.label(), " median ", &writer.value(Unit::Score, &of.value), ": ", &side].concat()
        });
        Some(DimensionRow {
            name: of.term.clone(),
            median: bench.context.writer.value(Unit::Score, &value),
            published,
        })
    };
    bench.model.indicators.iter().zip(&bench.scored.medians).filter_map(row).collect()
}
