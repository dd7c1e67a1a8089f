#![allow(clippy::arithmetic_side_effects, reason = "the counts of a test are small")]

use super::*;

type Make = fn(u64, u64, Confidence) -> Option<Interval>;

fn ends(make: Make, count: u64, total: u64) -> (u32, u32) {
    make(count, total, Confidence::NinetyFive).map_or((0, 0), |interval| (interval.low, interval.high))
}

/// Newcombe, "Two-sided confidence intervals for the single proportion" (1998), Table I, methods 3 and 5.
#[test]
fn as_in_the_tables_of_newcombe() {
    let table: [(u64, u64, [u32; 4]); 4] = [
        (81, 263, [2553, 3662, 2527, 3676]),
        (15, 148, [624, 1605, 578, 1617]),
        (0, 20, [0, 1611, 0, 1684]),
        (1, 29, [61, 1718, 9, 1776]),
    ];
    for (count, total, known) in table {
        let (low, high) = ends(wilson, count, total);
        let (lowest, highest) = ends(clopper_pearson, count, total);
        let found = [low, high, lowest, highest].map(|end| (end + 50) / 100);
        assert_eq!(found, known, "{count} of {total}");
    }
}

/// Where nobody left, both have a closed form: z² ÷ (n + z²), and 1 − 0.025^(1 ÷ n).
#[test]
fn zero_has_a_closed_form() {
    for total in [1_u64, 2, 5, 20, 100, 3_000, 1_000_000] {
        let (count, squared) = (total as f64, 1.959_963_984_540_054_f64.powi(2));
        let near =
            |found: (u32, u32), known: f64| found.0 == 0 && (f64::from(found.1) / 1e6 - known).abs() < 1.1e-6;
        assert!(near(ends(wilson, 0, total), squared / (count + squared)), "{total}");
        assert!(near(ends(clopper_pearson, 0, total), 1.0 - 0.025_f64.powf(1.0 / count)), "{total}");
    }
}

#[test]
fn more_confidence_is_wider() {
    for make in [wilson as Make, clopper_pearson] {
        let widths = [Confidence::Ninety, Confidence::NinetyFive, Confidence::NinetyNine]
            .map(|confidence| make(7, 50, confidence).map(|interval| interval.high - interval.low));
        assert!(widths.is_sorted_by(|one, two| one < two), "{widths:?}");
    }
}

#[test]
fn the_method_says_its_name() {
    let name = |make: Make| make(1, 2, Confidence::Ninety).map(|interval| interval.method);
    assert_eq!([name(wilson), name(clopper_pearson)], [Some(Method::Wilson), Some(Method::ClopperPearson)]);
}

#[test]
fn what_is_no_share_has_no_interval() {
    for (count, total) in [(0, 0), (2, 1), (1, MOST + 1), (u64::MAX, u64::MAX)] {
        assert_eq!(wilson(count, total, Confidence::NinetyFive), None);
        assert_eq!(clopper_pearson(count, total, Confidence::NinetyFive), None);
        assert_eq!(bands_reached(count, total, &[]), None);
        assert_eq!(chance_of_each_band(count, total, &[]), None);
    }
    assert!(wilson(MOST, MOST, Confidence::NinetyFive).is_some());
}

/// The rule of three is the one-sided bound 1 − 0.05^(1 ÷ n), which it exceeds by little.
#[test]
fn the_rule_of_three_is_just_above_the_exact_bound() {
    for total in [10_u64, 30, 100, 1_000, 100_000] {
        let exact = (1.0 - 0.05_f64.powf(1.0 / total as f64)) * 1e6;
        let rule = f64::from(rule_of_three(total).unwrap_or(0));
        assert!(exact <= rule && rule < exact * 1.2 + 1.0, "{total}: {exact} {rule}");
    }
    assert_eq!(
        [1, 3, 4, 3_000_000, u64::MAX].map(rule_of_three),
        [1_000_000, 1_000_000, 750_000, 1, 1].map(Some)
    );
}

#[cfg(not(target_arch = "wasm32"))]
mod properties {
    use plimsoll_metrics::Exact;
    use proptest::prelude::*;

    use super::*;

    fn counts() -> impl Strategy<Value = (u64, u64)> {
        prop_oneof![1_u64..60, 1_u64..5_000, 1_u64..2_000_000_000]
            .prop_flat_map(|total| (0..=total, Just(total)))
    }

    fn edges() -> impl Strategy<Value = Vec<Exact>> {
        prop::collection::vec(0_i64..1_000, 0..6).prop_map(|mut edges| {
            edges.sort_unstable();
            edges.into_iter().map(Exact::per_mille).collect()
        })
    }

    proptest! {
        #[test]
        fn an_interval_holds_the_measured_share((count, total) in counts()) {
            for (low, high) in [ends(wilson, count, total), ends(clopper_pearson, count, total)] {
                let measured = u128::from(count) * 1_000_000;
                prop_assert!(u128::from(low) * u128::from(total) <= measured);
                prop_assert!(measured <= u128::from(high) * u128::from(total));
                prop_assert!(high <= 1_000_000);
            }
        }

        #[test]
        fn stayed_and_left_mirror_each_other((count, total) in counts()) {
            for make in [wilson as Make, clopper_pearson] {
                let (low, high) = ends(make, count, total);
                prop_assert_eq!(ends(make, total - count, total), (1_000_000 - high, 1_000_000 - low));
            }
        }

        #[test]
        fn more_customers_of_one_share_are_narrower((count, total) in counts(), times in 2_u64..20) {
            for make in [wilson as Make, clopper_pearson] {
                let ((low, high), (lower, higher)) = (ends(make, count * times, total * times), ends(make, count, total));
                prop_assert!(lower <= low && high <= higher);
            }
        }

        /// In customers they differ by less than three, however many there are.
        #[test]
        fn both_methods_say_nearly_the_same((count, total) in counts()) {
            let ((low, high), (lowest, highest)) = (ends(wilson, count, total), ends(clopper_pearson, count, total));
            let three = 3_000_000 / total + 2;
            prop_assert!(u64::from(lowest.abs_diff(low)) <= three && u64::from(highest.abs_diff(high)) <= three);
        }

        #[test]
        fn chances_add_up_to_one((count, total) in counts(), edges in edges()) {
            let chances = chance_of_each_band(count, total, &edges).unwrap_or_default();
            prop_assert_eq!(chances.len(), edges.len() + 1);
            prop_assert_eq!(chances.iter().sum::<u32>(), 1_000_000);
        }

        #[test]
        fn one_more_lost_never_makes_a_lower_band_more_likely((count, total) in counts(), edges in edges()) {
            let below = |count: u64| -> Vec<u32> {
                let chances = chance_of_each_band(count, total, &edges).unwrap_or_default();
                chances.iter().scan(0, |sum, chance| { *sum += chance; Some(*sum) }).collect()
            };
            let more = below(count.saturating_add(1).min(total));
            prop_assert!(below(count).iter().zip(more).all(|(fewer, more)| more <= *fewer));
        }

        #[test]
        fn chances_of_what_stayed_are_those_of_what_left_from_behind((count, total) in counts(), edge in 1_i64..1_000) {
            let of = |count, edge| chance_of_each_band(count, total, &[Exact::per_mille(edge)]);
            let (left, stayed) = (of(count, edge), of(total - count, 1_000 - edge));
            let near = |one: Option<&u32>, two: Option<&u32>| Some(one?.abs_diff(*two?) <= 1);
            let [left, stayed] = [left.unwrap_or_default(), stayed.unwrap_or_default()];
            prop_assert_eq!(near(left.first(), stayed.last()), Some(true));
        }

        #[test]
        fn the_band_of_the_measured_share_is_reached((count, total) in counts(), edges in edges()) {
            let measured = Exact::from(i64::try_from(count).unwrap_or(0))
                .divided_by(&Exact::from(i64::try_from(total).unwrap_or(0)));
            let band = edges.iter().filter(|edge| Some(*edge) <= measured.as_ref()).count();
            let reached = bands_reached(count, total, &edges);
            prop_assert!(reached.is_some_and(|reached| (reached.lowest..=reached.highest).contains(&band)));
        }
    }
}
