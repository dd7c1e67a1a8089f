//! Every line of the benchmarks, with the values on it and just beside it.

use std::collections::{BTreeMap, BTreeSet};

use plimsoll_metrics::benchmarks::{
    About, Grade, Industry, PUBLISHED, Quarter, Scale, Segment, Stage, TABLES, TargetState,
    retention_equation,
};
use plimsoll_metrics::{Direction, Exact, Metric, Unit, all_metrics, find_metric};
use plimsoll_report::view::Quadrant;
use serde::Deserialize;

use crate::cases::{exact, in_unit, metric, read};
use crate::typed::{Typed, card};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Cases {
    scale: Vec<ScaleCase>,
    quartiles: BTreeMap<String, BTreeMap<String, [String; 3]>>,
    pub(crate) medians: Medians,
    pub(crate) ranges: BTreeMap<String, Vec<[String; 4]>>,
    pub(crate) rules: BTreeMap<String, Vec<[String; 4]>>,
    pub(crate) tables: BTreeMap<String, Vec<Vec<String>>>,
    equation: Points,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ScaleCase {
    metric: String,
    segment: Option<String>,
    unit: Option<Plain>,
    source: String,
    target: Option<String>,
    points: Vec<Vec<String>>,
}

/// Numbers that are not percentages.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Plain {
    Plain,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Medians {
    industry: BTreeMap<String, Vec<String>>,
    stage: BTreeMap<String, Vec<String>>,
    pub(crate) segment: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    pub(crate) everyone: BTreeMap<String, Vec<String>>,
    pub(crate) unsegmented: BTreeMap<String, Vec<String>>,
}

impl ScaleCase {
    fn scale(&self) -> Scale {
        scale(&self.metric, self.segment())
            .unwrap_or_else(|| panic!("{} has no scale for {:?}", self.metric, self.segment))
    }

    fn segment(&self) -> Option<Segment> {
        self.segment.as_deref().map(segment)
    }

    fn number(&self, text: &str) -> Exact {
        in_unit(if self.unit.is_some() { Unit::Multiple } else { Unit::Percent }, text)
    }

    fn place(&self, point: &str) -> String {
        format!("{} at {point}, {:?}", self.metric, self.segment)
    }
}

/// The segment of this slug.
pub(crate) fn segment(slug: &str) -> Segment {
    Segment::ALL.iter().copied().find(|one| one.slug() == slug).unwrap_or_else(|| panic!("no segment {slug}"))
}

/// A metric of the catalogue where there is one, with what it is the complement of; else the bare slug.
pub(crate) fn about(slug: &str) -> About<'_> {
    find_metric(slug).map_or_else(|| About::from(slug), About::from)
}

fn scale(slug: &str, segment: Option<Segment>) -> Option<Scale> {
    PUBLISHED.scale(about(slug), segment).map(|scale| scale.into_owned())
}

fn state(grade: &Grade) -> Option<&'static str> {
    grade.target.map(|(state, met)| match (state, met) {
        (TargetState::Short, false) => "short",
        (TargetState::OnTheLine, true) => "on, met",
        (TargetState::OnTheLine, false) => "on, not met",
        (TargetState::Past, true) => "past",
        other => panic!("there is no {other:?}"),
    })
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
        let scale = case.scale();
        assert_eq!(scale.source.source().unwrap().id, case.source, "{}", case.metric);
        for point in &case.points {
            let grade = scale.grade(&case.number(&point[0])).unwrap();
            assert_eq!(grade.band.name, point[1], "{}", case.place(&point[0]));
            assert_eq!(state(&grade), point.get(2).map(String::as_str), "{}", case.place(&point[0]));
        }
    }
}

/// A scale for everybody, and one for each segment in which it is another.
#[test]
fn every_scale_has_its_cases() {
    let cases: Cases = read("bands.toml");
    let slugs = TABLES.iter().flat_map(|table| table.slugs());
    let slugs: BTreeSet<&str> = slugs.chain(all_metrics().map(|metric| metric.slug)).collect();
    let mut graded = BTreeSet::new();
    for slug in slugs {
        let general = scale(slug, None);
        if general.is_some() {
            graded.insert((slug, None));
        }
        let own = Segment::ALL.iter().filter(|segment| scale(slug, Some(**segment)) != general);
        graded.extend(own.map(|segment| (slug, Some(segment.slug()))));
    }
    let stated = cases.scale.iter().map(|case| (case.metric.as_str(), case.segment.as_deref()));
    assert_eq!(stated.clone().count(), graded.len());
    assert_eq!(stated.collect::<BTreeSet<_>>(), graded);
}

/// A case with points for three bands says nothing of a fourth.
#[test]
fn every_edge_has_its_cases() {
    let cases: Cases = read("bands.toml");
    for case in &cases.scale {
        let scale = case.scale();
        let values: Vec<Exact> = case.points.iter().map(|point| case.number(&point[0])).collect();
        let hundredth = case.number("0.01");
        for cut in scale.bands.iter().filter_map(|band| band.from) {
            for value in [cut.value().minus(&hundredth), cut.value(), cut.value().plus(&hundredth)] {
                assert!(values.contains(&value), "{} has no case at {value:?}", case.metric);
            }
        }
        let target = scale.target.as_ref().map(|target| {
            let (more, less) = if target.strict { (">", "<") } else { (">=", "<=") };
            let sign = if scale.direction == Direction::Higher { more } else { less };
            (sign.to_owned(), target.value())
        });
        let expected = case.target.as_ref().map(|target| {
            let (sign, value) = target.split_once(' ').unwrap();
            (sign.to_owned(), case.number(value))
        });
        assert_eq!(target, expected, "{}", case.metric);
    }
}

/// What the card says is what the scale says, at every edge of every metric that has a card.
#[test]
fn cards_show_the_band_of_every_edge() {
    let cases: Cases = read("bands.toml");
    let mut shown = 0;
    for case in cases.scale.iter().filter(|case| find_metric(&case.metric).is_some()) {
        for point in &case.points {
            let place = case.place(&point[0]);
            let known = [(case.metric.clone(), point[0].clone())].into_iter().collect();
            let page = Typed { known, segment: case.segment.clone(), ..Typed::default() }.page();
            let Some(card) = card(&page, &case.metric) else { continue };
            shown += 1;
            let verdict = card.verdict.as_ref().unwrap();
            assert_eq!(verdict.band, point[1], "{place}");
            let current: Vec<_> =
                card.scale.iter().flat_map(|scale| &scale.stretches).filter(|part| part.is_current).collect();
            assert_eq!(current.iter().map(|part| &*part.name).collect::<Vec<_>>(), [point[1].as_str()]);
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
    assert!(shown >= 90, "only {shown} points have a card");
}

/// What was entered for a year is graded as it was entered, over whatever window the figures were counted.
#[test]
fn a_known_year_keeps_its_band_on_pages_of_months_and_quarters() {
    let cases: Cases = read("bands.toml");
    let mut wrong = Vec::new();
    let depends = |case: &&ScaleCase| find_metric(&case.metric).is_some_and(Metric::depends_on_window);
    for case in cases.scale.iter().filter(depends) {
        let scale = case.scale();
        for (point, window) in case.points.iter().flat_map(|point| [(point, "month"), (point, "quarter")]) {
            let typed = Typed {
                window: Some(window.into()),
                known: [(case.metric.clone(), point[0].clone())].into_iter().collect(),
                known_windows: [(case.metric.clone(), "year".into())].into_iter().collect(),
                ..Typed::default()
            };
            let annual = typed.book().annual(metric(&case.metric)).unwrap();
            let grade = scale.grade(&annual).unwrap();
            let expected = scale.grade(&case.number(&point[0])).unwrap();
            if (&grade.band.name, grade.target) != (&expected.band.name, expected.target) {
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
            let row = PUBLISHED.quartiles(metric, *segment).unwrap();
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
            let median = PUBLISHED.industry_median(metric(slug), *industry).unwrap();
            assert_eq!(median.value, in_unit(Unit::Percent, line), "{industry:?}, {slug}");
        }
    }
    assert_eq!(cases.medians.stage.len(), Stage::ALL.len());
    for stage in Stage::ALL {
        let row = &cases.medians.stage[stage.slug()];
        for (slug, line) in COLUMNS.iter().zip(row) {
            let median = PUBLISHED.stage_median(metric(slug), *stage).unwrap();
            assert_eq!(median.value, in_unit(Unit::Percent, line), "{stage:?}, {slug}");
        }
        assert_eq!(PUBLISHED.stage_median(metric("logo-churn"), *stage), None);
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
