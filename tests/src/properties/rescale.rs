//! Rescaling over windows composes, whichever way it goes.

use plimsoll_metrics::Window::{Month, Quarter, Year};
use plimsoll_metrics::{Compounding, Exact, rescale};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// Whether two kept shares are the same to eighteen digits.
fn close(one: &Exact, other: &Exact) -> bool {
    let error = one.minus(other).abs();
    error <= one.abs().times(&Exact::from(Decimal::new(1, 18)))
}

/// Any share from nothing to three times over, of up to twelve decimals.
fn kept() -> impl Strategy<Value = Exact> {
    let any = 0..=3_000_000_000_000_i64;
    let plain = (0..=300_i64).prop_map(|percent| percent * 10_000_000_000);
    prop_oneof![any, plain].prop_map(|count| Exact::from(Decimal::new(count, 12)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_month_becomes_a_year_by_way_of_the_quarter(share in kept()) {
        for compounding in [Compounding::Kept, Compounding::Lost] {
            if compounding == Compounding::Lost && share > Exact::one() {
                continue;
            }
            let step = |value: &Exact, from, to| rescale(value, compounding, from, to).unwrap();
            let direct = step(&share, Month, Year);
            let by_quarter = step(&step(&share, Month, Quarter), Quarter, Year);
            let (direct, by_quarter) = match compounding {
                Compounding::Lost => (direct.complement(), by_quarter.complement()),
                _ => (direct, by_quarter),
            };
            prop_assert!(close(&direct, &by_quarter), "{:?} and {:?}", direct, by_quarter);
        }
    }

    #[test]
    fn a_year_becomes_a_month_and_a_year_again(share in kept()) {
        for (short, long) in [(Month, Year), (Quarter, Year), (Month, Quarter)] {
            let down = rescale(&share, Compounding::Kept, long, short).unwrap();
            let back = rescale(&down, Compounding::Kept, short, long).unwrap();
            prop_assert!(close(&share, &back), "{:?} and {:?}", share, back);
            let up = rescale(&share, Compounding::Kept, short, long).unwrap();
            let back = rescale(&up, Compounding::Kept, long, short).unwrap();
            prop_assert!(close(&share, &back), "{:?} and {:?}", share, back);
        }
    }

    #[test]
    fn what_is_lost_compounds_as_the_rest_of_what_is_kept(share in kept()) {
        for (from, to) in [(Month, Year), (Year, Month), (Quarter, Month)] {
            let kept = rescale(&share, Compounding::Kept, from, to).unwrap();
            let lost = rescale(&share.complement(), Compounding::Lost, from, to).unwrap();
            prop_assert_eq!(kept.complement(), lost);
        }
    }

    #[test]
    fn what_keeps_more_keeps_more_over_any_window(one in kept(), other in kept()) {
        for (from, to) in [(Month, Year), (Year, Month), (Quarter, Year)] {
            let over = |share: &Exact| rescale(share, Compounding::Kept, from, to).unwrap();
            if one <= other {
                prop_assert!(over(&one) <= over(&other));
            }
            prop_assert_eq!(over(&one) <= Exact::one(), one <= Exact::one());
        }
    }

    #[test]
    fn what_has_no_window_stays(share in kept()) {
        prop_assert_eq!(rescale(&share, Compounding::None, Month, Year), Some(share));
    }
}
