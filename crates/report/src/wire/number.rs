//! Numbers as other programs take them: decimal text, and the double nearest to it.

use plimsoll_metrics::Exact;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// The most decimals that are written.
const MOST_DECIMALS: u32 = 28;
/// The most decimals of a number of which more would follow.
const ROUNDED: u32 = 20;
/// From here on a whole number has two bits more than a double keeps, so that one more can only tell where it is rounded to.
const ENOUGH: u128 = 1 << 54;

/// A number: a share is a part of one, so 0.935 is 93.5 %.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Quantity {
    /// Its digits, with a point and without groups: "0.935", "-0.5". Bands are decided on the whole number.
    pub decimal: String,
    /// The double nearest to these digits: for pictures and sums that need not be exact.
    pub number: f64,
    /// Whether the digits are the whole number. One whose decimals do not end or do not fit, as of a third, is rounded to 20
    /// of them.
    pub is_exact: bool,
}

impl Quantity {
    /// As many decimals as the number has, or as fit; nothing where it is too large to write.
    pub(super) fn of(value: &Exact) -> Option<Self> {
        let up_to = |most: u32| (0..=most).rev().find_map(|places| value.to_decimal(places));
        let whole = up_to(MOST_DECIMALS).filter(|decimal| Exact::from(*decimal) == *value);
        let is_exact = whole.is_some();
        let decimal = whole.or_else(|| up_to(ROUNDED))?;
        Some(Self { decimal: decimal.to_string(), number: nearest(decimal), is_exact })
    }
}

/// The double nearest to a decimal. The standard library's reader of numbers does the same on a table of ten kilobytes.
fn nearest(decimal: Decimal) -> f64 {
    let ten_to = |scale: u32| 10_u128.saturating_pow(scale);
    let (mantissa, divisor) = (decimal.mantissa().unsigned_abs(), ten_to(decimal.scale()));
    if mantissa == 0 {
        return 0.0;
    }
    // By hand, bit by bit: first those of the mantissa, then as many as make the quotient long enough.
    let (mut rest, mut quotient, mut halvings) = (0_u128, 0_u128, 0_u64);
    let mut take = |bit: u128, quotient: &mut u128| {
        rest = rest.wrapping_shl(1) | bit;
        let fits = rest >= divisor;
        rest = if fits { rest.wrapping_sub(divisor) } else { rest };
        *quotient = quotient.wrapping_shl(1) | u128::from(fits);
        rest == 0
    };
    let mut is_whole = true;
    for place in (0..u128::BITS).rev() {
        is_whole = take(mantissa.wrapping_shr(place) & 1, &mut quotient);
    }
    while quotient < ENOUGH {
        is_whole = take(0, &mut quotient);
        halvings = halvings.wrapping_add(1);
    }
    let quotient = if is_whole { quotient } else { quotient | 1 };
    // A power of two between one and 2⁻¹⁵⁰: multiplying by it only moves the point.
    let scale = f64::from_bits(1_023_u64.wrapping_sub(halvings).wrapping_shl(52));
    let size = quotient as f64 * scale;
    if decimal.is_sign_negative() { -size } else { size }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it is surprised")]

    use proptest::prelude::*;

    use super::*;

    fn check(decimal: Decimal) {
        assert_eq!(nearest(decimal), decimal.to_string().parse::<f64>().unwrap(), "{decimal}");
    }

    #[test]
    fn doubles_are_those_that_the_digits_name() {
        for (mantissa, scale) in [
            (0, 0),
            (0, 28),
            (1, 0),
            (1, 28),
            (-1, 1),
            (3, 1),
            (i128::from(u64::MAX), 0),
            // Halfway between two doubles, and next to that.
            (9_007_199_254_740_993, 0),
            (9_007_199_254_740_993_000_000_000_001, 12),
            ((1 << 96) - 1, 0),
            ((1 << 96) - 1, 28),
        ] {
            check(Decimal::from_i128_with_scale(mantissa, scale));
        }
    }

    proptest! {
        #[test]
        fn any_decimal_gives_the_nearest_double(mantissa in -(1_i128 << 95)..(1_i128 << 95), scale in 0_u32..=28) {
            check(Decimal::from_i128_with_scale(mantissa, scale));
        }
    }
}
