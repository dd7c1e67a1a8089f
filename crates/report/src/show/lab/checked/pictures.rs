//! The curve, lift by tenths, and calibration.

use super::NAMES;
use crate::lab::checked::{BinTold, CurveTold, RateTold, Verdict, WarningTold};
use crate::show::DASH;
use crate::show::lab::Bench;
use crate::show::lab::shares::{WHOLE, place, share};
use crate::view::Place;
use crate::view::lab::{CurveMark, CurveView, Numbers, RangeRow, RangeShape, RangesView};

/// What each warning would catch, with the thresholds.
pub(super) fn curve(bench: &Bench<'_>, verdict: &Verdict) -> CurveView {
    let points =
        verdict.curve.iter().map(|point| (place(point.false_alarms, WHOLE), place(point.recall, WHOLE)));
    let mark = |(name, warning): (&'static str, &WarningTold)| {
        let [recall, _, quiet] = warning.rates;
        let (recall, alarms) = (share(&recall?), WHOLE.saturating_sub(share(&quiet?)));
        let says = [
            name,
            ", below ",
            &bench.points(warning.below),
            ": warns of ",
            &bench.percent(recall),
            " of those that left and of ",
            &bench.percent(alarms),
            " of those that stayed",
        ]
        .concat();
        Some(CurveMark { along: place(alarms, WHOLE), up: place(recall, WHOLE), name, says })
    };
    let marks: Vec<CurveMark> = NAMES.into_iter().zip(&verdict.warnings).filter_map(mark).collect();
    let row = |point: &CurveTold| {
        vec![bench.two_places(point.up_to), bench.percent(point.recall), bench.percent(point.false_alarms)]
    };
    CurveView {
        finding: marks
            .first()
            .map_or_else(|| "What each warning would catch".into(), |mark| mark.says.clone()),
        points: std::iter::once((Place(0), Place(0))).chain(points).collect(),
        marks,
        numbers: Numbers {
            caption: "What a warning at a score and below catches".into(),
            heads: vec!["Score up to", "Of those that left", "Of those that stayed"],
            rows: verdict.curve.iter().map(row).collect(),
        },
    }
}

/// How many times as many left in each tenth as in one by chance.
pub(super) fn lift(bench: &Bench<'_>, verdict: &Verdict) -> RangesView {
    let most = verdict.deciles.iter().map(|(lift, _)| *lift).max().unwrap_or(0).max(WHOLE);
    let name = |number: usize| match number {
        0 => "Lowest tenth".to_owned(),
        9 => "Highest tenth".to_owned(),
        number => ["Tenth ", &bench.count(number.saturating_add(1) as u64)].concat(),
    };
    let times = |lift: u32| [&bench.tenth(lift), " times"].concat();
    let (lowest, gain) = verdict.deciles.first().copied().unwrap_or_default();
    let rows = verdict.deciles.iter().enumerate();
    RangesView {
        finding: [
            "The tenth with the lowest scores left ",
            &times(lowest),
            " as often as all: ",
            &bench.percent(gain),
            " of those that left are in it",
        ]
        .concat(),
        about: "How many times as many left as in a tenth drawn by chance, lowest scores first.".into(),
        line: Some((place(WHOLE, most), "by chance".into())),
        rows: rows
            .clone()
            .map(|(number, (lift, _))| RangeRow {
                name: name(number),
                value: times(*lift),
                shape: RangeShape::Bar(place(*lift, most)),
            })
            .collect(),
        numbers: Numbers {
            caption: "Those that left, by tenths of the accounts".into(),
            heads: vec!["Tenth", "Times as many as by chance", "Of all that left, up to here"],
            rows: rows
                .map(|(number, (lift, gain))| vec![name(number), bench.tenth(*lift), bench.percent(*gain)])
                .collect(),
        },
    }
}

/// How many left by score.
pub(super) fn calibration(bench: &Bench<'_>, verdict: &Verdict) -> RangesView {
    let ends = verdict.bins.iter().filter_map(|bin| Some(bin.left?.interval.1));
    let most = ends.max().unwrap_or(WHOLE).max(1);
    let row = |bin: &BinTold| RangeRow {
        name: points(bench, bin),
        value: bin.left.map_or_else(|| DASH.into(), |rate| bench.percent(share(&rate))),
        shape: bin.left.map_or(RangeShape::Nothing, |rate| {
            let (low, high) = rate.interval;
            RangeShape::Dot(place(share(&rate), most), [low, high].map(|end| place(end, most)))
        }),
    };
    RangesView {
        finding: lowest_and_highest(bench, verdict),
        about: misses(bench, verdict.brier),
        line: None,
        rows: verdict.bins.iter().map(row).collect(),
        numbers: Numbers {
            caption: "Those that left, by score".into(),
            heads: vec!["Score", "Accounts", "Left", "Share", "95% interval (Wilson)", "Read as a chance of"],
            rows: verdict.bins.iter().map(|bin| bin_numbers(bench, bin)).collect(),
        },
    }
}

/// "40 to 50".
fn points(bench: &Bench<'_>, bin: &BinTold) -> String {
    [&bench.whole_points(bin.from), " to ", &bench.whole_points(bin.to)].concat()
}

fn lowest_and_highest(bench: &Bench<'_>, verdict: &Verdict) -> String {
    let mut there = verdict.bins.iter().filter_map(|bin| Some((bin, share(&bin.left?))));
    let Some(((low, of_low), (high, of_high))) = there.next().zip(there.next_back()) else {
        return "All scores lie within ten points of each other".into();
    };
    let (low, high) = (points(bench, low), points(bench, high));
    let (of_low, of_high) = (bench.percent(of_low), bench.percent(of_high));
    ["Of accounts with ", &low, " points ", &of_low, " left, of those with ", &high, " points ", &of_high]
        .concat()
}

/// How far off chances read from scores are, beside those of one rate for all.
fn misses(bench: &Bench<'_>, (of_scores, of_one): (u32, u32)) -> String {
    let closer = if of_scores < of_one { "closer" } else { "no closer" };
    [
        "The dot is the share that left, the line its interval. Read as chances, scores miss by ",
        &bench.thousandth(of_scores),
        " (Brier), ",
        closer,
        " than one rate for all, which misses by ",
        &bench.thousandth(of_one),
        ".",
    ]
    .concat()
}

fn bin_numbers(bench: &Bench<'_>, bin: &BinTold) -> Vec<String> {
    let of = |text: &dyn Fn(&RateTold) -> String| bin.left.as_ref().map_or_else(|| DASH.into(), text);
    let chance = bin.chance.filter(|_| bin.left.is_some());
    vec![
        points(bench, bin),
        of(&|rate| bench.count(rate.total)),
        of(&|rate| bench.count(rate.count)),
        of(&|rate| bench.percent(share(rate))),
        of(&|rate| bench.interval(rate.interval)),
        chance.map_or_else(|| DASH.into(), |chance| bench.percent(chance)),
    ]
}
