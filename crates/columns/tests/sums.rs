//! Sums against the plainest way to make them, and what must not change them.
#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "tests: one that cannot go on should stop"
)]

mod common;

use common::{Row, answer, ledger, month, naive, rows};
use plimsoll_columns::{LedgerBuilder, MonthSums, MovementKind, Refusal, SumOptions};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn sums_equal_those_made_one_by_one(rows in rows(), win_back in 0..5_i32) {
        prop_assert_eq!(answer(&ledger(&rows), win_back as u32), naive(&rows, win_back));
    }

    #[test]
    fn every_month_closes_and_keeps_its_bounds(rows in rows(), win_back in 0..5_u32) {
        let sums = ledger(&rows).sums(&SumOptions { by: Some(0), win_back }).unwrap();
        for months in sums.groups.iter().chain([&sums.total]) {
            for m in months {
                prop_assert_eq!(m.start + m.new + m.reactivation + m.expansion - m.contraction - m.churn, m.end);
                prop_assert_eq!(m.start_logos + m.new_logos + m.reactivation_logos - m.churn_logos, m.end_logos);
                prop_assert!(m.kept_12 <= m.base_12 && m.kept_12 <= m.now_12, "{:?}", m);
                prop_assert!(m.contraction + m.churn <= m.start && m.lost_logos_12 <= m.base_logos_12);
                prop_assert!([m.new, m.expansion, m.contraction, m.churn, m.reactivation].iter().all(|x| *x >= 0));
            }
        }
    }

    #[test]
    fn the_order_of_rows_does_not_matter(
        (rows, shuffled) in rows().prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
    ) {
        prop_assert_eq!(answer(&ledger(&rows), 1), answer(&ledger(&shuffled), 1));
    }

    #[test]
    fn names_do_not_matter(rows in rows()) {
        let renamed: Vec<Row> =
            rows.iter().map(|row| Row { name: format!("{} renamed, at length", row.name), ..row.clone() }).collect();
        let (old, new) = (answer(&ledger(&rows), 0), answer(&ledger(&renamed), 0));
        prop_assert_eq!((old.total, old.groups, old.holes), (new.total, new.groups, new.holes));
    }

    #[test]
    fn a_row_in_two_parts_is_the_same(rows in rows(), part in 0..100_000_i64) {
        let split: Vec<Row> = rows
            .iter()
            .flat_map(|row| [part, row.cents - part].map(|cents| Row { cents, ..row.clone() }))
            .collect();
        prop_assert_eq!(answer(&ledger(&rows), 2), answer(&ledger(&split), 2));
    }

    #[test]
    fn money_times_k_is_sums_times_k(rows in rows(), factor in 1..1_000_i64) {
        let scaled: Vec<Row> =
            rows.iter().map(|row| Row { cents: row.cents * factor, ..row.clone() }).collect();
        let times = |m: &MonthSums| MonthSums {
            start: m.start * factor,
            new: m.new * factor,
            expansion: m.expansion * factor,
            contraction: m.contraction * factor,
            churn: m.churn * factor,
            reactivation: m.reactivation * factor,
            end: m.end * factor,
            base_12: m.base_12 * factor,
            now_12: m.now_12 * factor,
            kept_12: m.kept_12 * factor,
            ..*m
        };
        let expected: Vec<MonthSums> = answer(&ledger(&rows), 0).total.iter().map(times).collect();
        prop_assert_eq!(answer(&ledger(&scaled), 0).total, expected);
    }

    #[test]
    fn the_customers_behind_a_number_add_up_to_it(rows in rows(), win_back in 0..4_u32) {
        let ledger = ledger(&rows);
        let sums = ledger.sums(&SumOptions { by: Some(0), win_back }).unwrap();
        for (place, m) in sums.total.iter().enumerate() {
            let behind = |kind, group| {
                ledger.customers_in(place, kind, group, win_back).unwrap().iter().map(|(_, cents)| cents).sum::<i64>()
            };
            let kinds = [
                (MovementKind::Start, m.start), (MovementKind::New, m.new), (MovementKind::Expansion, m.expansion),
                (MovementKind::Contraction, m.contraction), (MovementKind::Churn, m.churn),
                (MovementKind::Reactivation, m.reactivation), (MovementKind::End, m.end),
            ];
            for (kind, sum) in kinds {
                prop_assert_eq!(behind(kind, None), sum, "{:?} in month {}", kind, place);
            }
            for (value, group) in sums.groups.iter().enumerate() {
                prop_assert_eq!(behind(MovementKind::Churn, Some((0, value))), group[place].churn);
            }
        }
    }

    #[test]
    fn cohorts_hold_everything_that_is_paid(rows in rows()) {
        let ledger = ledger(&rows);
        let (cohorts, sums) = (ledger.cohorts(0), ledger.sums(&SumOptions::default()).unwrap());
        for (place, m) in sums.total.iter().enumerate() {
            let cells: Vec<_> = cohorts
                .first
                .iter()
                .zip(&cohorts.cells)
                .filter_map(|(first, cells)| place.checked_sub(*first).map(|age| cells[age]))
                .collect();
            prop_assert_eq!(cells.iter().map(|cell| cell.money).sum::<i64>(), m.end);
            prop_assert_eq!(cells.iter().map(|cell| cell.logos).sum::<i64>(), m.end_logos);
            let joined = cohorts.first.iter().position(|first| *first == place);
            let logos = joined.map_or(0, |cohort| cohorts.cells[cohort][0].logos);
            prop_assert_eq!(logos, if place == 0 { m.end_logos } else { m.new_logos });
        }
    }

    #[test]
    fn lives_only_ever_end(rows in rows()) {
        let ledger = ledger(&rows);
        let ages = ledger.survival().ages;
        let new: i64 =
            ledger.sums(&SumOptions::default()).unwrap().total.iter().map(|m| m.new_logos).sum();
        prop_assert_eq!(ages.first().map_or(0, |age| age.reached), new);
        for age in &ages {
            prop_assert!(age.reached <= age.at_risk && age.at_risk <= age.could);
            prop_assert_eq!(age.at_risk - age.left, age.reached);
        }
        for pair in ages.windows(2) {
            prop_assert!(pair[1].could <= pair[0].could && pair[1].reached <= pair[0].reached);
        }
    }
}

fn small(lines: &[(&str, &[i64])]) -> plimsoll_columns::Ledger {
    let mut builder = LedgerBuilder::new(0);
    for (name, amounts) in lines {
        for (place, cents) in amounts.iter().enumerate().filter(|(_, cents)| **cents != 0) {
            builder.add(name.as_bytes(), month(place as i32), *cents, &[]).unwrap();
        }
    }
    builder.finish()
}

#[test]
fn who_expanded_and_then_left_kept_nothing() {
    let mut amounts = vec![100; 6];
    amounts.extend([150; 6]);
    let ledger = small(&[("a", &amounts), ("b", &[50; 13])]);
    let last = ledger.sums(&SumOptions::default()).unwrap().total[12];
    assert_eq!((last.base_12, last.now_12, last.kept_12), (150, 50, 50));
    assert_eq!((last.base_logos_12, last.lost_logos_12, last.churn), (2, 1, 150));
}

#[test]
fn a_hole_is_not_churn() {
    let ledger = small(&[("a", &[100, 0, 100]), ("b", &[0, 0, 30])]);
    assert_eq!(ledger.holes(), [1]);
    let total = ledger.sums(&SumOptions::default()).unwrap().total;
    assert_eq!((total[1].start, total[1].churn, total[1].end), (100, 0, 100));
    assert_eq!((total[2].reactivation, total[2].new, total[2].end), (0, 30, 130));
    assert_eq!(ledger.amount(0, 1), 0);
}

#[test]
fn early_churn_counts_those_who_joined_and_left() {
    let ledger = small(&[
        ("there all along", &[9, 9, 9, 9]),
        ("joined and left", &[0, 20, 30, 0]),
        ("joined and stayed", &[0, 5, 5, 5]),
        ("was there and left", &[7, 7, 0, 0]),
        ("joined later", &[0, 0, 0, 4]),
    ]);
    let churn = ledger.early_churn(3, 3, 0);
    assert_eq!((churn.joined, churn.left, churn.left_money), (3, 1, 30));
    let two = ledger.early_churn(3, 2, 0);
    assert_eq!((two.joined, two.left), (1, 0));
    assert_eq!(ledger.early_churn(9, 3, 0), Default::default());
}

#[test]
fn survival_leaves_out_those_of_unknown_age() {
    let ledger =
        small(&[("old", &[1, 1, 1, 1]), ("a", &[0, 1, 0, 1]), ("b", &[0, 1, 0, 0]), ("c", &[0, 0, 1, 1])]);
    let ages = ledger.survival().ages;
    let counts: Vec<_> = ages.iter().map(|age| (age.could, age.reached, age.at_risk, age.left)).collect();
    assert_eq!(counts, [(3, 3, 3, 0), (3, 2, 3, 1), (2, 1, 1, 0)]);
}

#[test]
fn an_empty_ledger_has_empty_answers() {
    let ledger = LedgerBuilder::new(1).finish();
    assert_eq!(ledger.first_month(), None);
    let sums = ledger.sums(&SumOptions { by: Some(0), win_back: 3 }).unwrap();
    assert!(sums.total.is_empty() && sums.groups.is_empty() && ledger.survival().ages.is_empty());
    assert!(
        ledger.cohorts(0).first.is_empty()
            && ledger.customers_in(0, MovementKind::End, None, 0).unwrap().is_empty()
    );
    assert_eq!((ledger.customer(5), ledger.values(5).len(), ledger.value_of(5, 5)), (b"".as_slice(), 0, 0));
}

#[test]
fn amounts_beyond_what_is_kept_are_refused_and_change_nothing() {
    let mut builder = LedgerBuilder::new(0);
    builder.add(b"a", month(0), i64::MAX - 1, &[]).unwrap();
    for too_much in [2, -2, i64::MAX, i64::MIN] {
        assert_eq!(builder.add(b"b", month(40), too_much, &[]), Err(Refusal::TooLarge));
    }
    builder.add(b"a", month(1), 1, &[]).unwrap();
    assert_eq!(builder.rows(), 2);
    let ledger = builder.finish();
    assert_eq!((ledger.month_count(), ledger.customer_count()), (2, 1));
    let total = ledger.sums(&SumOptions { by: None, win_back: 3 }).unwrap().total;
    assert_eq!((total[1].contraction, total[1].end), (i64::MAX - 2, 1));
}

#[test]
fn months_a_hundred_years_apart_are_refused() {
    let mut builder = LedgerBuilder::new(0);
    builder.add(b"a", month(0), 1, &[]).unwrap();
    for far in [1_200, -1_200, i32::MAX - common::FIRST, i32::MIN] {
        let month = plimsoll_columns::Month(common::FIRST.wrapping_add(far));
        assert_eq!(builder.add(b"b", month, 1, &[]), Err(Refusal::TooManyMonths), "{far}");
    }
    builder.add(b"a", month(-600), 1, &[]).unwrap();
    builder.add(b"a", month(599), 1, &[]).unwrap();
    assert_eq!(builder.add(b"a", month(600), 1, &[]), Err(Refusal::TooManyMonths));
    let ledger = builder.finish();
    assert_eq!((ledger.month_count(), ledger.customer_count()), (1_200, 1));
}

#[test]
fn sizes_around_the_narrow_loops_add_up() {
    // One block of narrow amounts at their largest, and one amount too large for it.
    for largest in [(1 << 23) - 1, 1 << 23, 1 << 31, 1 << 33] {
        let mut builder = LedgerBuilder::new(0);
        for customer in 0..700 {
            for place in 0..14 {
                builder.add(format!("{customer}").as_bytes(), month(place), largest, &[]).unwrap();
            }
        }
        let total = builder.finish().sums(&SumOptions::default()).unwrap().total;
        assert_eq!(
            total[13],
            MonthSums {
                start: 700 * largest,
                end: 700 * largest,
                start_logos: 700,
                end_logos: 700,
                base_12: 700 * largest,
                now_12: 700 * largest,
                kept_12: 700 * largest,
                base_logos_12: 700,
                ..MonthSums::default()
            }
        );
    }
}
