//! That the short way and the long one agree, bit by bit, and both with what is done without shortcuts.

use proptest::prelude::*;

use super::wide::wide;
use super::*;

/// What a result is held as, whichever way it came about.
fn parts(value: &Exact) -> Long {
    value.long()
}

fn held(long: Option<Long>) -> Long {
    parts(&Exact::from(long))
}

/// The sum, shortened only when it is there.
fn plain_sum(one: &Exact, two: &Exact) -> Long {
    held(one.long().plus(&two.long()).and_then(Long::settled))
}

/// The product, shortened only when it is there.
fn plain_product(one: &Long, two: &Long) -> Long {
    held(one.times(two).and_then(Long::settled))
}

/// The power, shortened only when it is there.
fn plain_power(base: &Long, exponent: u32) -> Long {
    let one = Long { negative: base.negative && exponent % 2 == 1, ..Long::ONE };
    let power = (0..exponent).try_fold(one, |power, _| {
        Some(Long { top: power.top.times(&base.top)?, bottom: power.bottom.times(&base.bottom)?, ..power })
    });
    held(power.and_then(|power| Long::new(power.negative, power.top, power.bottom).settled()))
}

/// Short whole numbers of every length, and such as are next to where something no longer fits.
fn any_short() -> impl Strategy<Value = u128> {
    let edge = prop::sample::select(vec![
        0,
        1,
        u128::from(u32::MAX),
        i64::MAX.unsigned_abs().into(),
        u128::from(u64::MAX),
        i128::MAX.unsigned_abs(),
        u128::MAX,
    ]);
    prop_oneof![
        2 => (edge, 0..=2_u128, any::<bool>()).prop_map(|(edge, by, above)| {
            if above { edge.saturating_add(by) } else { edge.saturating_sub(by) }
        }),
        2 => (any::<u128>(), 0..128_u32).prop_map(|(number, lost)| number >> lost),
        1 => 0..1_000_u128,
    ]
}

/// Short fractions: any, of one of the usual denominators, and what is too large.
fn short() -> impl Strategy<Value = Exact> {
    let usual = prop::sample::select(vec![1, 1, 100, 250, 1_000, 240_000]);
    let bottom = prop_oneof![1 => usual, 1 => any_short()];
    (any::<bool>(), any_short(), bottom)
        .prop_map(|(negative, top, bottom)| Exact::from(Short::new(negative, top, bottom)))
}

/// Fractions of every length: up to six short ones multiplied, which often share divisors.
fn any_exact() -> impl Strategy<Value = Exact> {
    let long = prop::collection::vec(short(), 1..=6).prop_map(|factors| {
        let product =
            factors.iter().fold(Long::ONE, |product, factor| plain_product(&product, &factor.long()));
        Exact::from(Some(product))
    });
    prop_oneof![2 => short(), 1 => long]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_024))]

    #[test]
    fn sums_and_products_agree(one in any_exact(), two in any_exact()) {
        prop_assert_eq!(parts(&one.plus(&two)), plain_sum(&one, &two));
        prop_assert_eq!(parts(&one.times(&two)), plain_product(&one.long(), &two.long()));
        let less = Long::new(!two.is_negative(), two.long().top, two.long().bottom);
        prop_assert_eq!(parts(&one.minus(&two)), plain_sum(&one, &Exact::from(Some(less))));
        prop_assert_eq!(parts(&one.complement()), parts(&Exact::one().minus(&one)));
    }

    #[test]
    fn quotients_agree(one in any_exact(), two in any_exact()) {
        let (Long { negative, top, bottom }, any_too_large) =
            (two.long(), one.is_too_large() || two.is_too_large());
        let expected = match (top == Wide::ZERO, any_too_large) {
            (true, _) => None,
            (false, true) => Some(Long::TOO_LARGE),
            (false, false) => {
                Some(plain_product(&one.long(), &Long { negative, top: bottom, bottom: top }))
            }
        };
        prop_assert_eq!(one.divided_by(&two).as_ref().map(parts), expected);
    }

    /// A sum of what is nearly the opposite is short where both were long.
    #[test]
    fn what_nearly_cancels_agrees(one in any_exact(), by in short()) {
        let two = one.plus(&by);
        prop_assert_eq!(parts(&two), plain_sum(&one, &by));
        prop_assert_eq!(parts(&two.minus(&one)), plain_sum(&two, &one.signed(!one.is_negative() && !one.is_zero())));
    }

    #[test]
    fn orders_agree(one in any_exact(), two in any_exact(), numerator in any::<i64>(), denominator in 1..=i64::MAX) {
        let expected = |one: &Exact, two: &Exact| match (one.is_too_large(), two.is_too_large()) {
            (false, false) => one.long().compare(&two.long()),
            (large, larger) => Some(large.cmp(&larger)),
        };
        prop_assert_eq!(Some(one.cmp(&two)), expected(&one, &two));
        prop_assert_eq!(one == two, one.cmp(&two).is_eq());
        let cut = Exact::fraction(numerator, denominator);
        prop_assert_eq!(Some(one.compare(numerator, denominator)), expected(&one, &cut));
    }

    /// The same number, written with a divisor that both parts share, is the same.
    #[test]
    fn a_shared_divisor_changes_no_order(one in short(), two in short(), shared in 1..=u64::MAX) {
        let shared = Exact::from(Short::new(false, shared.into(), shared.into()));
        prop_assert_eq!(one.times(&shared).cmp(&two), one.cmp(&two));
        prop_assert_eq!(one.times(&shared).cmp(&one), Ordering::Equal);
    }

    #[test]
    fn powers_agree(base in any_exact(), exponent in 0..=40_u32) {
        let whole = u32::try_from(base.long().length()).is_ok_and(|bits| bits.saturating_mul(exponent) <= 512);
        let expected = if whole {
            plain_power(&base.long(), exponent)
        } else {
            held(base.long().raised_roughly(exponent, SIGNIFICANT_DIGITS, WORKING_DIGITS))
        };
        prop_assert_eq!(parts(&base.power(exponent)), expected);
    }

    #[test]
    fn a_root_undoes_a_power(top in any::<u64>(), bottom in any::<u64>(), lost in 22..64_u32, degree in 2..=12_u32) {
        let base = Exact::from(Short::new(false, (top >> lost).into(), u128::from(bottom >> lost).max(1)));
        prop_assert_eq!(Exact::from(Some(plain_power(&base.long(), degree))).root(degree), Some(base));
    }

    #[test]
    fn what_is_written_agrees(value in any_exact(), places in 0..=30_u32) {
        let units = ten_to(places).and_then(|scale| value.long().units(&scale));
        let units = units.and_then(|units| narrow(&units)).and_then(|units| i128::try_from(units).ok());
        let units = units.map(|units| if value.is_negative() { units.saturating_neg() } else { units });
        let expected = units.and_then(|units| Decimal::try_from_i128_with_scale(units, places).ok());
        let written = |decimal: Option<Decimal>| decimal.map(|decimal| decimal.to_string());
        prop_assert_eq!(written(value.to_decimal(places)), written(expected.map(|decimal| decimal.normalize())));
    }

    #[test]
    fn parts_of_a_value_agree(value in any_exact()) {
        let long = value.long();
        prop_assert_eq!(parts(&value.round_up()), held(long.round_up()));
        prop_assert_eq!(value.is_whole(), long.split().is_some_and(|(_, rest)| rest == Wide::ZERO));
        prop_assert_eq!(value.is_zero(), long.top == Wide::ZERO);
        prop_assert_eq!(parts(&value.abs()), Long { negative: false, ..long });
        prop_assert_eq!(parts(&Exact::from(Some(long))), long);
    }

    #[test]
    fn decimals_agree(units in any::<i128>(), lost in 32..128_u32, scale in 0..=28_u32) {
        let decimal = Decimal::from_i128_with_scale(units >> lost, scale);
        let expected = Long::new(units < 0, wide((units >> lost).unsigned_abs()), ten_to(scale).unwrap_or(Wide::ZERO));
        prop_assert_eq!(parts(&Exact::from(decimal)), expected);
    }
}
