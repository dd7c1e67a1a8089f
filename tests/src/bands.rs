//! Every line of the benchmarks, with the values on it and just beside it.

use std::collections::BTreeMap;

use plimsoll_metrics::benchmarks::{
    Industry, Quarter, Segment, Stage, TargetState, industry_median, quartiles, retention_equation, scale_of,
    stage_median,
};
use plimsoll_metrics::{Direction, Exact, Metric, Unit, all_metrics};
use plimsoll_report::view::Quadrant;
use serde::Deserialize;

use crate::cases::{exact, in_unit, metric, read};
use crate::typed::{Typed, card};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    scale: Vec<ScaleCase>,
    quartiles: BTreeMap<String, BTreeMap<String, [String; 3]>>,
    medians: Medians,
    equation: Points,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ScaleCase {
    metric: String,
    source: String,
    target: Option<String>,
    points: Vec<Vec<String>>,
}

#[derive(Deserialize)]
struct Medians {
    industry: BTreeMap<String, Vec<String>>,
    stage: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
struct Points {
    points: Vec<[String; 3]>,
}

/// The columns of the tables of medians.
const COLUMNS: [&str; 3] = ["net-revenue-retention", "gross-revenue-retention", "logo-churn"];

/// The values on a line and one hundredth to either side of it.
fn around(line: &Exact) -> [Exact; 3] {
    let hundredth_of_a_point = Exact::percent(1).times(&Exact::percent(1));
    [line.minus(&hundredth_of_a_point), line.clone(), line.plus(&hundredth_of_a_point)]
}

#[test]
fn every_edge_lies_in_its_band() {
    let cases: Cases = read("bands.toml");
    for case in &cases.scale {
        let metric = metric(&case.metric);
        let scale = scale_of(metric).unwrap();
        assert_eq!(scale.source.id, case.source, "{}", case.metric);
        for point in &case.points {
            let place = format!("{} at {}", case.metric, point[0]);
            let grade = scale.grade(&in_unit(metric.unit, &point[0])).unwrap();
            assert_eq!(grade.band.name, point[1], "{place}");
            let state = grade.target.map(|(state, met)| match (state, met) {
                (TargetState::Short, false) => "short",
                (TargetState::OnTheLine, true) => "on, met",
                (TargetState::OnTheLine, false) => "on, not met",
                (TargetState::Past, true) => "past",
                other => panic!("{place}: {other:?}"),
            });
            assert_eq!(state, point.get(2).map(String::as_str), "{place}");
        }
    }
}

/// A case with points for three bands says nothing of a fourth.
#[test]
fn every_scale_and_edge_has_its_cases() {
    let cases: Cases = read("bands.toml");
    let graded: Vec<&Metric> = all_metrics().filter(|metric| scale_of(metric).is_some()).collect();
    assert_eq!(cases.scale.len(), graded.len());
    for case in &cases.scale {
        let metric = metric(&case.metric);
        let scale = scale_of(metric).unwrap();
        let values: Vec<Exact> = case.points.iter().map(|point| in_unit(metric.unit, &point[0])).collect();
        let hundredth = in_unit(metric.unit, "0.01");
        for cut in scale.bands.iter().filter_map(|band| band.from) {
            for value in [cut.value().minus(&hundredth), cut.value(), cut.value().plus(&hundredth)] {
                assert!(values.contains(&value), "{} has no case at {value:?}", case.metric);
            }
        }
        let target = scale.target.map(|target| {
            let (more, less) = if target.strict { (">", "<") } else { (">=", "<=") };
            let sign = if scale.direction == Direction::Higher { more } else { less };
            (sign.to_owned(), target.value())
        });
        let expected = case.target.as_ref().map(|target| {
            let (sign, value) = target.split_once(' ').unwrap();
            (sign.to_owned(), in_unit(metric.unit, value))
        });
        assert_eq!(target, expected, "{}", case.metric);
    }
}

/// What the card says is what the scale says, at every edge.
#[test]
fn cards_show_the_band_of_every_edge() {
    let cases: Cases = read("bands.toml");
    for case in &cases.scale {
        for point in &case.points {
            let place = format!("{} at {}", case.metric, point[0]);
            let known = [(case.metric.clone(), point[0].clone())].into_iter().collect();
            let page = Typed { known, ..Typed::default() }.page();
            let card = card(&page, &case.metric).unwrap();
            let verdict = card.verdict.as_ref().unwrap();
            assert_eq!(verdict.band, point[1], "{place}");
            let current: Vec<_> =
                card.scale.iter().flat_map(|scale| &scale.stretches).filter(|part| part.is_current).collect();
            assert_eq!(current.iter().map(|part| part.name).collect::<Vec<_>>(), [point[1].as_str()]);
            let begins = match point.get(2).map(String::as_str) {
                Some("short") => Some("Misses the target of "),
                Some("on, met") => Some("On the line, which meets the target of "),
                Some("on, not met") => Some("On the line; the target is "),
                Some("past") => Some("Meets the target of "),
                _ => None,
            };
            let target = verdict.target.as_deref();
            assert_eq!(target.is_some(), begins.is_some(), "{place}");
            assert!(target.unwrap_or("").starts_with(begins.unwrap_or("")), "{place}: {target:?}");
        }
    }
}

/// What was entered for a year is graded as it was entered, over whatever window the figures were counted.
#[test]
fn a_known_year_keeps_its_band_on_pages_of_months_and_quarters() {
    let cases: Cases = read("bands.toml");
    let mut wrong = Vec::new();
    for case in cases.scale.iter().filter(|case| metric(&case.metric).depends_on_window()) {
        let scale = scale_of(metric(&case.metric)).unwrap();
        for (point, window) in case.points.iter().flat_map(|point| [(point, "month"), (point, "quarter")]) {
            let typed = Typed {
                window: Some(window.into()),
                known: [(case.metric.clone(), point[0].clone())].into_iter().collect(),
                known_windows: [(case.metric.clone(), "year".into())].into_iter().collect(),
                ..Typed::default()
            };
            let annual = typed.book().annual(metric(&case.metric)).unwrap();
            let grade = scale.grade(&annual).unwrap();
            let expected = scale.grade(&in_unit(Unit::Percent, &point[0])).unwrap();
            if (grade.band.name, grade.target) != (expected.band.name, expected.target) {
                let place = format!("{} at {} on a page of a {window}", case.metric, point[0]);
                wrong.push(format!("{place}: {} {:?}, {annual:?}", grade.band.name, grade.target));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_better_side_of_a_quartile_includes_its_cut() {
    let cases: Cases = read("bands.toml");
    for (slug, segments) in &cases.quartiles {
        let metric = metric(slug);
        assert_eq!(segments.len(), Segment::ALL.len());
        for segment in Segment::ALL {
            let [bottom, median, top] = &segments[segment.slug()];
            let row = quartiles(metric, *segment).unwrap();
            let lines = [
                (bottom, Quarter::Bottom, Quarter::LowerHalf),
                (median, Quarter::LowerHalf, Quarter::UpperHalf),
                (top, Quarter::UpperHalf, Quarter::Top),
            ];
            for (line, worse, better) in lines {
                let line = in_unit(Unit::Percent, line);
                let [below, on, above] = around(&line).map(|value| row.quarter(&value));
                let (short, past) = match metric.direction {
                    Direction::Higher => (below, above),
                    Direction::Lower => (above, below),
                };
                assert_eq!((short, on, past), (worse, better, better), "{slug}, {segment:?} at {line:?}");
            }
            let written = [bottom, median, top].map(|line| in_unit(Unit::Percent, line));
            assert_eq!([row.bottom, row.median, row.top], written, "{slug}, {segment:?}");
        }
    }
}

#[test]
fn medians_are_those_of_the_sources() {
    let cases: Cases = read("bands.toml");
    assert_eq!(cases.medians.industry.len(), Industry::ALL.len());
    for industry in Industry::ALL {
        for (slug, line) in COLUMNS.iter().zip(&cases.medians.industry[industry.slug()]) {
            let median = industry_median(metric(slug), *industry).unwrap();
            assert_eq!(median.value, in_unit(Unit::Percent, line), "{industry:?}, {slug}");
        }
    }
    assert_eq!(cases.medians.stage.len(), Stage::ALL.len());
    for stage in Stage::ALL {
        let row = &cases.medians.stage[stage.slug()];
        for (slug, line) in COLUMNS.iter().zip(row) {
            let median = stage_median(metric(slug), *stage).unwrap();
            assert_eq!(median.value, in_unit(Unit::Percent, line), "{stage:?}, {slug}");
        }
        assert_eq!(stage_median(metric("logo-churn"), *stage), None);
    }
}

#[test]
fn both_lines_of_the_equation_have_to_be_passed() {
    let cases: Cases = read("bands.toml");
    for [net, gross, name] in &cases.equation.points {
        let value = |text: &String| exact(&format!("{text}%"));
        let quadrant = retention_equation().quadrant(&value(net), &value(gross));
        let expected = match name.as_str() {
            "Compounding" => Quadrant::Compounding,
            "Leaky growth" => Quadrant::LeakyGrowth,
            "Idle base" => Quadrant::IdleBase,
            "Shrinking base" => Quadrant::Shrinking,
            other => panic!("there is no quadrant {other}"),
        };
        assert_eq!(quadrant, expected, "{net} and {gross}");
        let known = [(COLUMNS[0].to_owned(), net.clone()), (COLUMNS[1].to_owned(), gross.clone())];
        let page = Typed { known: known.into_iter().collect(), ..Typed::default() }.page();
        let equation = page.equation.unwrap();
        assert_eq!(equation.now, Some(expected), "{net} and {gross}");
        assert!(equation.reading.starts_with(name.as_str()), "{}", equation.reading);
    }
}
