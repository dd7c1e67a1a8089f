//! Addition that is exact or refused: decimals round their last digits away in silence where they run out of room.

use rust_decimal::Decimal;

/// The sum, or none if it takes more digits than a decimal has.
pub(crate) fn add(a: Decimal, b: Decimal) -> Option<Decimal> {
    let (a, b) = (a.normalize(), b.normalize());
    let scale = a.scale().max(b.scale());
    let unscaled = unscaled(a, scale)?.checked_add(unscaled(b, scale)?)?;
    Decimal::try_from_i128_with_scale(unscaled, scale).ok().map(|sum| sum.normalize())
}

/// The difference, or none if it takes more digits than a decimal has.
pub(crate) fn subtract(a: Decimal, b: Decimal) -> Option<Decimal> {
    let mut minus = b;
    minus.set_sign_negative(!b.is_sign_negative());
    add(a, minus)
}

/// The number's digits when it is written with `scale` decimals.
fn unscaled(number: Decimal, scale: u32) -> Option<i128> {
    let missing = scale.checked_sub(number.scale())?;
    number.mantissa().checked_mul(10_i128.checked_pow(missing)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_exact_or_refused() {
        let tenth = Decimal::new(1, 1);
        assert_eq!(add(tenth, Decimal::new(20, 2)), Some(Decimal::new(3, 1)));
        assert_eq!(subtract(tenth, Decimal::new(30, 2)), Some(Decimal::new(-2, 1)));
        assert_eq!(subtract(Decimal::ZERO, Decimal::ZERO), Some(Decimal::ZERO));
        assert_eq!(add(Decimal::MAX, Decimal::ONE), None);
        assert_eq!(add(Decimal::MAX, tenth), None);
        assert_eq!(add(Decimal::new(1, 28), Decimal::from(10_000_000_000_u64)), None);
        assert_eq!(subtract(Decimal::MAX, Decimal::MAX), Some(Decimal::ZERO));
    }
}
