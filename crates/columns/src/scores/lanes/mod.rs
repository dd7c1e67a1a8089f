//! Sixteen accounts at once: vector instructions in the browser, plain numbers everywhere else, with the same result.

#[cfg(not(all(target_arch = "wasm32", not(feature = "scalar"))))]
mod plain;
#[cfg(all(target_arch = "wasm32", not(feature = "scalar")))]
mod vectors;

#[cfg(not(all(target_arch = "wasm32", not(feature = "scalar"))))]
pub(super) use plain::{add, add_weight, add_where_present, classes, classes_by_weight, shares};
#[cfg(all(target_arch = "wasm32", not(feature = "scalar")))]
pub(super) use vectors::{add, add_weight, add_where_present, classes, classes_by_weight, shares};

/// How to divide by a weight without dividing: a factor of 32 bits and how far to shift what it gives.
///
/// For a weight `w`, the shift `s` is the least for which `2^s` is 2³¹ times `w` or more, and the factor is one more than the whole part of
/// `2^s ÷ w`. The product with a sum `n` then is too large by less than `n ÷ 2^s`, which is less than one `w`th because `n` is
/// below 2³¹: so the whole part is that of the quotient.
#[derive(Clone, Copy, Debug)]
pub(super) struct Inverse {
    /// Half the weight, which makes the whole part a rounded one.
    half: u32,
    factor: u32,
    shift: u32,
}

impl Inverse {
    /// That of a weight; nothing for none.
    pub(super) fn of(weight: u32) -> Option<Self> {
        let bits = weight.checked_next_power_of_two().filter(|_| weight > 0)?.trailing_zeros();
        let shift = bits.saturating_add(31);
        let factor = 1_u64.unbounded_shl(shift).checked_div(weight.into())?.saturating_add(1);
        Some(Self { half: weight >> 1, factor: u32::try_from(factor).ok()?, shift })
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "small numbers of tests")]
mod tests {
    use super::super::{FULL, MOST_WEIGHT};
    use super::{Inverse, shares};

    /// At every score's edge: the smallest sum that is rounded to it, and the one before.
    #[test]
    fn without_dividing_the_share_is_that_of_dividing() {
        let weights =
            (1..=400).chain([65_535, 65_536, 65_537, 99_991, 131_071, 131_073, 199_999, MOST_WEIGHT]);
        for weight in weights {
            let inverse = Inverse::of(weight);
            for score in (1..=u32::from(FULL)).step_by(if weight > 20 { 37 } else { 1 }) {
                let edge = score * weight - weight / 2;
                let sums = [
                    edge - 1,
                    edge,
                    edge + 1,
                    score * weight,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    u32::from(FULL) * weight,
                ];
                let wanted = sums.map(|sum| u16::try_from((sum + weight / 2) / weight).unwrap_or_default());
                let found = inverse.map(|inverse| shares(&sums, inverse));
                assert_eq!(found, Some(wanted), "{score} of {weight}");
            }
        }
        assert!(Inverse::of(0).is_none());
    }
}
