//! Wide whole numbers: what a fraction is made of.

use ruint::Uint;

/// An unsigned integer wide enough for the product of two numbers that a fraction holds.
pub(super) type Wide = Uint<1_024, 16>;

/// The number to this power, where it fits.
pub(super) fn raised(number: Wide, exponent: u32) -> Option<Wide> {
    let mut power = Wide::ONE;
    for _ in 0..exponent {
        power = power.checked_mul(number)?;
    }
    Some(power)
}

/// Ten to this power, where it fits. Sixteen digits at a time.
pub(super) fn ten_to(exponent: u32) -> Option<Wide> {
    let (sixteens, ones) = (exponent.checked_div(16)?, exponent.checked_rem(16)?);
    let sixteens = raised(Wide::from(10_000_000_000_000_000_u64), sixteens)?;
    sixteens.checked_mul(Wide::from(10_u64.checked_pow(ones)?))
}

/// Quotient and rest; nothing for a zero divisor. Every division goes through here, since each is code to fetch.
///
/// Long division, some thirty bits at a time, by the leading bits of both. The library's own is a little faster, and seven
/// kilobytes of code where this is less than one.
pub(super) fn divided(top: Wide, bottom: Wide) -> Option<(Wide, Wide)> {
    let lost = bottom.bit_len().saturating_sub(32);
    // Rounded up where bits are lost, so that no step takes away too much.
    let divisor = leading(bottom, lost).checked_add(u64::from(lost > 0))?;
    let (mut whole, mut rest) = (Wide::ZERO, top);
    while rest >= bottom {
        let over = rest.bit_len().saturating_sub(64);
        let share = leading(rest, over).checked_div(divisor)?;
        let step = match over.checked_sub(lost) {
            Some(more) => Wide::from(share).checked_shl(more)?,
            // By 32 bits at most; what is left is at least the divisor, so one of it is never too much.
            None => Wide::from((share >> lost.abs_diff(over).min(63)).max(1)),
        };
        whole = whole.checked_add(step)?;
        rest = rest.checked_sub(bottom.checked_mul(step)?)?;
    }
    Some((whole, rest))
}

/// The 64 bits of a number that follow so many of its last ones.
fn leading(number: Wide, lost: usize) -> u64 {
    let (limb, bits) = (lost / 64, lost % 64);
    let mut limbs = number.as_limbs().iter().skip(limb);
    let (low, high) = (limbs.next().copied().unwrap_or_default(), limbs.next().copied().unwrap_or_default());
    let high = high.unbounded_shl(u32::try_from(64_usize.abs_diff(bits)).unwrap_or(64));
    low >> bits | high
}

/// The quotient to the nearest whole number, halves up; nothing for a zero divisor.
pub(super) fn divided_to_nearest(top: Wide, bottom: Wide) -> Option<Wide> {
    let (whole, rest) = divided(top, bottom)?;
    if rest >= bottom.checked_sub(rest)? { whole.checked_add(Wide::ONE) } else { Some(whole) }
}

/// Both divided by their greatest common divisor (Euclid).
pub(super) fn lowest_terms(top: Wide, bottom: Wide) -> (Wide, Wide) {
    let (mut divisor, mut rest) = (top, bottom);
    while let Some((_, next)) = divided(divisor, rest) {
        (divisor, rest) = (rest, next);
    }
    let shortened = |number: Wide| divided(number, divisor).map_or(number, |(whole, _)| whole);
    (shortened(top), shortened(bottom))
}

/// The largest whole number whose power of this degree is not above `number` (Newton, from above).
pub(super) fn whole_root(number: Wide, degree: u32) -> Wide {
    let times = usize::try_from(degree).unwrap_or(usize::MAX);
    let (order, less) = (Wide::from(degree), Wide::from(degree.saturating_sub(1)));
    let start = number.bit_len().div_ceil(times);
    let mut root = Wide::ONE.checked_shl(start).unwrap_or(Wide::MAX);
    loop {
        let power = raised(root, degree.saturating_sub(1));
        let share =
            power.and_then(|power| divided(number, power)).map(|(share, _)| share).unwrap_or_default();
        let sum = root.checked_mul(less).and_then(|sum| sum.checked_add(share));
        match sum.and_then(|sum| divided(sum, order)) {
            Some((next, _)) if next < root => root = next,
            _ => return root,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Numbers of every length, and such that consist of long runs of ones or zeros.
    fn wide() -> impl Strategy<Value = Wide> {
        let limb = prop_oneof![3 => any::<u64>(), 1 => Just(0), 1 => Just(u64::MAX), 1 => Just(1 << 63)];
        (prop::collection::vec(limb, 16), 0..=1_024_usize).prop_map(|(limbs, lost)| {
            let mut all = [0; 16];
            all.copy_from_slice(&limbs);
            Wide::from_limbs(all).checked_shr(lost).unwrap_or(Wide::ONE)
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1_024))]

        #[test]
        fn division_is_the_libraries(top in wide(), bottom in wide()) {
            let expected = (!bottom.is_zero()).then(|| top.div_rem(bottom));
            prop_assert_eq!(divided(top, bottom), expected);
        }

        #[test]
        fn a_product_divides_into_its_factors(one in wide(), other in wide(), rest in wide()) {
            let (one, other) = (one.wrapping_shr(512), other.wrapping_shr(512));
            if let Some(top) = one.checked_mul(other).filter(|_| rest < other).and_then(|all| all.checked_add(rest)) {
                prop_assert_eq!(divided(top, other), Some((one, rest)));
            }
        }
    }
}
