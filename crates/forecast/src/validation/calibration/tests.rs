#![allow(clippy::arithmetic_side_effects, reason = "the counts of a test are small")]
#![allow(clippy::indexing_slicing, reason = "a test stops where it is surprised")]

use super::*;
use crate::validation::tests::{accounts, two_scores};
use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};

/// scikit-learn 1.9.1, `IsotonicRegression(increasing=False)`, on the same scores rounded down to steps of three points.
#[test]
fn pools_are_those_of_scikit_learn() {
    let (scores, _, outcomes) = two_scores();
    let steps: Vec<_> = scores.iter().map(|score| score / 300 * 300).collect();
    let found: Vec<_> = pools(&Counts::of(&steps, &outcomes))
        .iter()
        .map(|pool| (pool.from, pool.to, pool.chance()))
        .collect();
    let expected = [
        (0, 600, 1_000_000),
        (900, 1_500, 177_419),
        (1_800, 2_400, 147_541),
        (2_700, 2_700, 125_000),
        (3_000, 3_600, 0),
    ];
    assert_eq!(found, expected);
}

#[test]
fn worked_by_hand() {
    // Of two at 10 points one left, at 20 both, at 30 none: the first two break the order and are put together.
    let list = [(1_000, true), (1_000, false), (2_000, true), (2_000, true), (3_000, false)];
    let counts = accounts(&list);
    let pools = pools(&counts);
    let expected = [
        Pool { from: 1_000, to: 2_000, left: 3, accounts: 4 },
        Pool { from: 3_000, to: 3_000, left: 0, accounts: 1 },
    ];
    assert_eq!(pools, expected);
    let chance = |score| pool_of(&pools, score).map(Pool::chance);
    assert_eq!([0, 1_000, 2_500, 3_000, 9_999].map(chance), [750_000, 750_000, 750_000, 0, 0].map(Some));
    let bins = bins(&counts).map(|bin| bin.left.map(|rate| (rate.count, rate.total)));
    assert_eq!(bins.get(..4), Some([None, Some((1, 2)), Some((2, 2)), Some((0, 1))].as_slice()));
    // Two were said to leave for sure and one of them stayed: (0 + 1) ÷ 2.
    let said = |_| Some(1.0);
    assert_eq!(squares(&accounts(&[(1, true), (2, false)]), said), Some(1.0));
}

#[test]
fn the_last_bin_holds_a_hundred_points() {
    let bins = bins(&accounts(&[(10_000, true), (9_000, false), (8_999, false)]));
    assert_eq!(bins.map(|bin| bin.left.map_or(0, |rate| rate.total)), [0, 0, 0, 0, 0, 0, 0, 0, 1, 2]);
}

/// Chances that are right on the average have p (1 − p): here 0.9 and 0.1, so 0.09; one rate for all has 0.25.
#[test]
fn the_brier_score_is_that_of_right_chances() {
    let rows: Vec<_> =
        (0..2_000_u16).map(|place| (place % 2 * 8_000, (place / 2 % 10 == 0) == (place % 2 == 1))).collect();
    let scores: Vec<_> = rows.iter().map(|row| row.0).collect();
    let outcomes: Vec<_> =
        rows.iter().map(|row| if row.1 { Outcome::Left } else { Outcome::Stayed }).collect();
    let found = brier(&scores, &outcomes, 1);
    let found = found.map(|brier| [brier.of_scores, brier.of_one_rate]);
    assert!(
        found.is_some_and(|[one, all]| one.abs_diff(90_000) < 500 && all.abs_diff(250_000) < 500),
        "{found:?}"
    );
}

/// A curve drawn through the accounts themselves would say that scores that mean nothing tell something.
#[test]
fn a_score_that_means_nothing_is_no_better_than_one_rate() {
    let mut numbers = crate::validation::tests::Textbook(9);
    let rows: Vec<_> =
        (0..600).map(|_| (numbers.next() % 10_000, numbers.next().is_multiple_of(4))).collect();
    let scores: Vec<_> = rows.iter().map(|row| row.0).collect();
    let outcomes: Vec<_> =
        rows.iter().map(|row| if row.1 { Outcome::Left } else { Outcome::Stayed }).collect();
    let found = brier(&scores, &outcomes, 1);
    assert!(found.is_some_and(|brier| brier.of_scores >= brier.of_one_rate), "{found:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn chances_fall_and_pools_hold_everybody(list in proptest::collection::vec((0_u16..300, any::<bool>()), 1..120)) {
        let counts = accounts(&list);
        let pools = pools(&counts);
        let falls = |pair: &[Pool]| pair.len() < 2 || is_above(&pair[0], &pair[1]) && pair[0].to < pair[1].from;
        prop_assert!(pools.windows(2).all(falls));
        prop_assert_eq!(pools.iter().map(|pool| pool.left).sum::<u64>(), counts.left);
        prop_assert_eq!(pools.iter().map(|pool| pool.accounts).sum::<u64>(), counts.all());
    }
}
