#![allow(clippy::arithmetic_side_effects, reason = "the counts of a test are small")]

use super::*;
use crate::validation::tests::{accounts, two_scores};
use proptest::prelude::{ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, proptest};

/// A table of grades, worst first: how many left and how many stayed at each.
fn grades(table: &[(u32, u32)]) -> Counts {
    let mut counts = Counts::default();
    for ((left, stayed), score) in table.iter().zip(0_u16..) {
        (0..*left).for_each(|_| counts.add(score, Outcome::Left));
        (0..*stayed).for_each(|_| counts.add(score, Outcome::Stayed));
    }
    counts
}

fn ends(area: Option<Area>) -> Option<(u32, u32, u32)> {
    let area = area?;
    let interval = area.interval?;
    assert_eq!(interval.method, Method::DeLong);
    Some((area.millionths(), interval.low, interval.high))
}

/// The 109 images of Hanley and McNeil, "The Meaning and Use of the Area under a ROC Curve", 1982, table I: definitely abnormal
/// first. The paper gives 0.893; the interval is numpy's, from all pairs.
#[test]
fn hanley_and_mcneil_come_out() {
    let counts = grades(&[(33, 2), (11, 11), (2, 6), (2, 6), (3, 33)]);
    assert_eq!(ends(counts.area()), Some((893_171, 832_952, 953_390)));
}

/// The grades of the 113 patients of pROC's data "aSAH", worst first. Its own tests expect an area of 0.823678861788618; the interval
/// is numpy's, from all pairs.
#[test]
fn the_data_of_proc_come_out() {
    let counts = grades(&[(18, 4), (8, 8), (1, 3), (12, 20), (2, 37)]);
    let area = counts.area();
    assert_eq!(area.map(|area| (area.twice_won, area.pairs)), Some((4_863, 2_952)));
    assert_eq!(ends(area), Some((823_679, 748_534, 898_823)));
}

/// Worked out with numpy from all pairs of the same numbers.
#[test]
fn two_scores_of_the_same_accounts_are_compared_as_such() {
    let (one, other, outcomes) = two_scores();
    let found = compare(&one, &other, &outcomes);
    let areas = found.map(|found| [ends(Some(found.first)), ends(Some(found.other))]);
    assert_eq!(areas, Some([Some((720_377, 626_792, 813_963)), Some((649_428, 550_706, 748_151))]));
    let difference = found.map(|found| found.difference);
    assert_eq!(difference, Some(Difference { millionths: 70_949, interval: Some((-47_561, 189_459)) }));
    assert_eq!(found.map(|found| (found.left, found.stayed)), Some((33, 167)));
    let itself = compare(&one, &one, &outcomes).map(|found| found.difference);
    assert_eq!(itself, Some(Difference { millionths: 0, interval: None }));
}

#[test]
fn only_accounts_with_both_scores_are_compared() {
    use Outcome::{Left, Stayed};
    let missing = crate::validation::MISSING;
    let (one, other) = ([1, 2, missing, 9, 9], [5, missing, 5, 5, 9]);
    let found = compare(&one, &other, &[Left, Left, Stayed, Stayed, Stayed]);
    assert_eq!(found.map(|found| (found.left, found.stayed)), Some((1, 2)));
    assert_eq!(found.and_then(|found| found.difference.interval), None);
    assert_eq!(compare(&one, &other, &[Left; 5]), None);
}

#[test]
fn what_does_not_vary_has_no_interval_and_one_side_no_area() {
    let perfect = accounts(&[(1, true), (2, true), (3, false), (4, false)]).area();
    assert_eq!(perfect.map(|area| (area.millionths(), area.interval)), Some((1_000_000, None)));
    let same = accounts(&[(1, true), (1, true), (1, false), (1, false)]).area();
    assert_eq!(same.map(|area| (area.millionths(), area.interval)), Some((500_000, None)));
    let one = accounts(&[(1, true), (1, false), (4, false)]).area();
    assert_eq!(one.map(|area| (area.twice_won, area.interval)), Some((3, None)));
    assert_eq!(accounts(&[(1, true)]).area(), None);
    assert_eq!(accounts(&[]).area(), None);
}

fn lists() -> impl Strategy<Value = Vec<(u16, bool)>> {
    proptest::collection::vec((0_u16..60, any::<bool>()), 2..80)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn it_is_what_counting_every_pair_gives(list in lists()) {
        let of = |left| list.iter().filter(move |(_, is)| *is == left).map(|(score, _)| *score);
        let pairs = of(true).flat_map(|left| of(false).map(move |stayed| (left, stayed)));
        let twice: u64 = pairs.map(|(left, stayed)| u64::from(left < stayed) + u64::from(left <= stayed)).sum();
        let found = accounts(&list).area();
        let all = of(true).count() * of(false).count();
        prop_assert_eq!(found.map(|area| (area.twice_won, area.pairs)), (all > 0).then_some((twice, all as u64)));
    }

    #[test]
    fn only_the_order_counts_and_outcomes_turned_round_mirror_it(list in lists()) {
        let area = accounts(&list).area();
        let stretched: Vec<_> = list.iter().map(|(score, left)| (score * score + 7, *left)).collect();
        prop_assert_eq!(accounts(&stretched).area(), area);
        let turned: Vec<_> = list.iter().map(|(score, left)| (*score, !left)).collect();
        let turned = accounts(&turned).area();
        prop_assert_eq!(turned.map(|area| 2 * area.pairs - area.twice_won), area.map(|area| area.twice_won));
        let interval = area.and_then(|area| area.interval);
        if let (Some(one), Some(other)) = (interval, turned.and_then(|area| area.interval)) {
            prop_assert!(one.low.abs_diff(1_000_000 - other.high) <= 1 && one.high.abs_diff(1_000_000 - other.low) <= 1);
        }
    }

    #[test]
    fn the_interval_holds_the_area(list in lists()) {
        if let Some(area) = accounts(&list).area()
            && let Some(interval) = area.interval
        {
            prop_assert!(interval.low <= area.millionths() && area.millionths() <= interval.high);
            prop_assert!(interval.high <= 1_000_000);
        }
    }
}
