//! Pictures of anything at all: they hold together, they travel, and they can be saved.

#![allow(clippy::unwrap_used, reason = "a test stops where it is surprised")]
#![allow(clippy::inconsistent_digit_grouping, reason = "the last two digits are cents")]

mod histories;

use histories::{flat, four_months, months, three_cohorts};
use plimsoll_report::picture::{
    Cohort, CohortMeasure, Group, History, MonthSums, Rate, bridge, cohorts, movements, ranked, trend,
};
use plimsoll_report::view::{Axis, Drawing, Picture, Place};
use plimsoll_report::{English, csv, from_bytes, to_bytes};
use proptest::prelude::*;

fn all(history: &History) -> Vec<Picture> {
    assert_eq!(from_bytes::<History>(&to_bytes(history).unwrap()).as_ref(), Some(history));
    let mut pictures = vec![bridge(history, None, &English), movements(history, &English)];
    pictures.extend(Rate::ALL.map(|rate| trend(history, rate, &English)));
    pictures.extend(
        [CohortMeasure::Logos, CohortMeasure::Money].map(|measure| cohorts(history, measure, &English)),
    );
    pictures.push(ranked(history, "Segment", &English));
    pictures
}

/// Every place of a drawing, and its axis.
fn places(drawing: &Drawing) -> (Vec<Place>, Option<&Axis>) {
    match drawing {
        Drawing::Nothing | Drawing::Heat(_) => (Vec::new(), None),
        Drawing::Bridge(view) => (
            view.bars.iter().flat_map(|bar| [bar.left, bar.right, bar.from, bar.to]).collect(),
            Some(&view.axis),
        ),
        Drawing::Movements(view) => {
            let parts =
                view.columns.iter().flat_map(|column| &column.parts).flat_map(|part| [part.from, part.to]);
            (parts.chain(view.columns.iter().map(|column| column.net)).collect(), Some(&view.axis))
        }
        Drawing::Trend(view) => {
            let values = view.nodes.iter().filter_map(|node| node.value);
            (
                values.chain(view.bands.iter().flat_map(|band| [band.from, band.to])).collect(),
                Some(&view.axis),
            )
        }
        Drawing::Ranked(view) => (view.rows.iter().flat_map(|row| [row.from, row.to]).collect(), None),
    }
}

/// What holds for every picture.
fn assert_sound(picture: &Picture) {
    assert!(picture.finding.ends_with('.'), "{}", picture.finding);
    let (places, axis) = places(&picture.drawing);
    assert!(places.iter().all(|place| *place <= Place::END), "{picture:?}");
    if let Some(axis) = axis {
        assert!((2..=9).contains(&axis.ticks.len()), "{:?}", axis.ticks);
        assert!(axis.ticks.iter().zip(axis.ticks.iter().skip(1)).all(|(low, high)| low.place < high.place));
        // Amounts take a larger unit before they are long. A rate has no larger unit.
        let is_rate = matches!(picture.drawing, Drawing::Trend(_));
        assert!(is_rate || axis.ticks.iter().all(|tick| tick.text.chars().count() <= 14), "{:?}", axis.ticks);
    }
    let width = picture.table.columns.len();
    assert!(
        picture.table.rows.iter().all(|row| row.cells.len().saturating_add(1) == width),
        "{:?}",
        picture.table
    );
    let file = csv::file(&picture.table);
    assert!(file.starts_with('\u{feff}') && file.ends_with("\r\n"));
}

/// The largest amounts that a ledger can hold.
fn huge() -> History {
    let most = i64::MAX;
    let sums = MonthSums {
        start: most,
        end: most,
        new: most,
        churn: most,
        base_12: most,
        now_12: most,
        kept_12: 1,
        start_logos: most,
        churn_logos: 1,
        base_logos_12: most,
        lost_logos_12: most,
        end_logos: most,
        ..MonthSums::default()
    };
    let group = |name: &str| Group { name: name.into(), sums };
    let cohort = Cohort { first: 0, cells: vec![(most, most); 61] };
    History {
        months: vec![sums; 61],
        groups: vec![group("a"), group("b")],
        cohorts: vec![cohort],
        ..months(&[])
    }
}

#[test]
fn the_corners_hold_together() {
    let one = months(&[(100_00, &[])]);
    for history in [months(&[]), one, flat(0, 61), flat(-500, 14), four_months(), three_cohorts(), huge()] {
        for picture in all(&history) {
            assert_sound(&picture);
        }
    }
}

#[test]
fn the_largest_amounts_take_a_larger_unit() {
    let picture = bridge(&huge(), None, &English);
    assert!(picture.about.ends_with(", in billion $"), "{}", picture.about);
    let Drawing::Bridge(view) = &picture.drawing else { unreachable_view() };
    assert_eq!(view.bars.first().map(|bar| bar.value.as_str()), Some("92,233,720"));
}

#[allow(clippy::panic, reason = "a test stops where it is surprised")]
fn unreachable_view() -> ! {
    panic!("this history has a bridge")
}

#[test]
fn a_name_that_looks_like_a_formula_stays_text_in_every_table() {
    let group =
        Group { name: "=HYPERLINK(\"x\")".into(), sums: MonthSums { end: 5, ..MonthSums::default() } };
    let history = History { groups: vec![group], ..months(&[(0, &[])]) };
    let picture = ranked(&history, "@Segment", &English);
    let file = csv::file(&picture.table);
    assert!(file.starts_with("\u{feff}'@Segment,Customers,MRR (USD),"), "{file}");
    assert!(file.contains("\"'=HYPERLINK(\"\"x\"\")\",0,0.05,0.60,1\r\n"), "{file}");
}

fn amounts() -> impl Strategy<Value = i64> {
    prop_oneof![Just(0_i64), 0..1_000_000_i64, 0..i64::MAX.div_euclid(64)]
}

prop_compose! {
    fn any_month()(amounts in proptest::collection::vec(amounts(), 16)) -> MonthSums {
        let mut amounts = amounts.into_iter();
        let mut next = || amounts.next().unwrap_or(0);
        MonthSums {
            start: next(), new: next(), expansion: next(), contraction: next(), churn: next(), reactivation: next(),
            end: next(), start_logos: next(), new_logos: next(), churn_logos: next(), reactivation_logos: next(),
            base_12: next(), now_12: next(), kept_12: next(), base_logos_12: next(), lost_logos_12: next(),
            ..MonthSums::default()
        }
    }
}

proptest! {
    #[test]
    fn any_history_has_sound_pictures(
        sums in proptest::collection::vec(any_month(), 0..20),
        cells in proptest::collection::vec((amounts(), amounts()), 0..20),
        hole in 0_usize..20,
    ) {
        let groups = vec![Group { name: "\u{202e}x".into(), sums: sums.last().copied().unwrap_or_default() }];
        let cohorts = vec![Cohort { first: 3, cells }];
        let history = History { months: sums, groups, cohorts, holes: vec![hole], ..months(&[]) };
        for picture in all(&history) {
            assert_sound(&picture);
        }
    }
}
