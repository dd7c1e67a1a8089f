//! What scores refuse, and the largest that they take.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "tests")]

use plimsoll_columns::scores::{
    APART, Accounts, Class, MISSING, Missing, Portfolio, Refusal, Scheme, Weighing,
};

/// Every reason, and that what was there stays.
#[test]
fn what_is_odd_is_refused_with_its_place() {
    let good = Accounts {
        indicators: vec![vec![5_000, 8_000], vec![MISSING, APART]],
        segments: vec![0, 1],
        segment_count: 2,
        owners: vec![0, 1],
        amounts: vec![vec![5, 7]],
    };
    let with = |change: &dyn Fn(&mut Accounts)| {
        let mut accounts = good.clone();
        change(&mut accounts);
        Portfolio::new(accounts).err()
    };
    assert_eq!(with(&|_| ()), None);
    assert_eq!(with(&|accounts| accounts.indicators.clear()), Some(Refusal::IndicatorCount));
    assert_eq!(with(&|accounts| accounts.indicators = vec![vec![0, 0]; 65]), Some(Refusal::IndicatorCount));
    assert_eq!(with(&|accounts| accounts.segment_count = 0), Some(Refusal::SegmentCount));
    assert_eq!(with(&|accounts| accounts.segment_count = 1), Some(Refusal::Segment { row: 1 }));
    assert_eq!(with(&|accounts| accounts.owners[1] = 2), Some(Refusal::Owner { row: 1 }));
    assert_eq!(with(&|accounts| accounts.owners.truncate(1)), Some(Refusal::Lengths));
    let indicator = Some(Refusal::Indicator { indicator: 1, row: 0 });
    assert_eq!(with(&|accounts| accounts.indicators[1][0] = 10_001), indicator);
    assert_eq!(
        with(&|accounts| accounts.amounts[0] = vec![i64::MAX, 1]),
        Some(Refusal::TooLarge { amounts: 0 })
    );
    assert_eq!(
        with(&|accounts| accounts.amounts[0] = vec![i64::MIN, 0]),
        Some(Refusal::TooLarge { amounts: 0 })
    );

    let weighing = Weighing { weights: vec![100, 50], red_below: 4_000, green_from: 7_000 };
    let mut portfolio = Portfolio::new(good).unwrap();
    portfolio.score(&Scheme::same(&weighing, 2, Missing::GivesUpWeight)).unwrap();
    let mut scheme = |change: &dyn Fn(&mut Weighing)| {
        let mut scheme = Scheme::same(&weighing, 2, Missing::GivesUpWeight);
        change(&mut scheme.segments[1]);
        let answer = portfolio.score(&scheme).err();
        assert_eq!(portfolio.sums(Class::Green, None).accounts, 1);
        answer
    };
    assert_eq!(scheme(&|_| ()), None);
    assert_eq!(scheme(&|one| one.weights.truncate(1)), Some(Refusal::Lengths));
    assert_eq!(scheme(&|one| one.weights.fill(0)), Some(Refusal::AllZero { segment: 1 }));
    assert_eq!(scheme(&|one| one.weights[0] = 199_951), Some(Refusal::TooMuchWeight { segment: 1 }));
    assert_eq!(scheme(&|one| one.weights[0] = 199_950), None);
    assert_eq!(scheme(&|one| one.red_below = 7_000), Some(Refusal::Thresholds { segment: 1 }));
    assert_eq!(scheme(&|one| one.green_from = 10_001), Some(Refusal::Thresholds { segment: 1 }));
}

/// As many indicators as there can be, each as heavy as it can be, all at the top: the largest sums there are.
#[test]
fn the_largest_sums_fit() {
    let accounts = Accounts {
        indicators: vec![vec![10_000; 100]; 64],
        segments: vec![0; 100],
        segment_count: 1,
        owners: vec![0; 100],
        amounts: vec![vec![i64::MAX / 100; 100]],
    };
    let weighing = Weighing { weights: vec![200_000 / 64; 64], red_below: 9_999, green_from: 10_000 };
    let mut portfolio = Portfolio::new(accounts).unwrap();
    portfolio.score(&Scheme::same(&weighing, 1, Missing::GivesUpWeight)).unwrap();
    assert_eq!(portfolio.sums(Class::Green, Some(0)).accounts, 100);
    let total = portfolio.spreads().unwrap().total;
    assert_eq!((total.points, total.bins[100]), (1_000_000, 100));
    assert_eq!(total.points_by_arr, i128::from(i64::MAX / 100) * 1_000_000);
}
