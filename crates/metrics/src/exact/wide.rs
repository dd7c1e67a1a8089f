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
pub(super) fn divided(top: Wide, bottom: Wide) -> Option<(Wide, Wide)> {
    (!bottom.is_zero()).then(|| top.div_rem(bottom))
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
