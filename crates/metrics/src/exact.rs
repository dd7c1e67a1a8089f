//! One exact fraction: what a formula is evaluated in, so that a band edge is never missed by rounding.

#![allow(
    clippy::arithmetic_side_effects,
    reason = "big integers cannot overflow, and every division here is guarded by a check for zero"
)]

use core::cmp::Ordering;
use core::fmt;

use num_bigint::{BigInt, Sign};
use num_rational::BigRational;
use num_traits::{One, Pow, Signed, ToPrimitive, Zero};
use rust_decimal::Decimal;

/// Significant digits that are kept where a root, or a power too long to keep whole, must be rounded.
const SIGNIFICANT_DIGITS: u32 = 20;

/// Powers stay exact fractions up to this many bits in numerator and denominator together.
const EXACT_POWER_BITS: u64 = 4_096;

/// An exact rational number.
///
/// Sums, differences, products and quotients are exact; nothing is rounded before
/// [`Exact::to_decimal`] writes the answer. Only [`Exact::root`] and very long powers round, to twenty
/// significant digits.
///
/// ```
/// use plimsoll_metrics::Exact;
///
/// let third = Exact::from(1).divided_by(&Exact::from(3)).unwrap();
/// assert_eq!(third.times(&Exact::from(3)), Exact::from(1));
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exact(BigRational);

impl Exact {
    /// Zero.
    #[must_use]
    pub fn zero() -> Self {
        Self(BigRational::zero())
    }

    /// One: a whole, 100 %.
    #[must_use]
    pub fn one() -> Self {
        Self(BigRational::one())
    }

    /// `count` hundredths, as in `Exact::percent(110)` for 110 %.
    #[must_use]
    pub fn percent(count: i64) -> Self {
        Self::fraction(count, 100)
    }

    /// `count` thousandths, as in `Exact::per_mille(1_075)` for 107.5 %.
    #[must_use]
    pub fn per_mille(count: i64) -> Self {
        Self::fraction(count, 1_000)
    }

    /// `numerator ÷ denominator`; a zero denominator gives zero, so constants in a table cannot crash.
    pub(crate) fn fraction(numerator: i64, denominator: i64) -> Self {
        if denominator == 0 {
            return Self::zero();
        }
        Self(BigRational::new(BigInt::from(numerator), BigInt::from(denominator)))
    }

    /// The sum of the two.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        Self(&self.0 + &other.0)
    }

    /// This less `other`.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        Self(&self.0 - &other.0)
    }

    /// The product of the two.
    #[must_use]
    pub fn times(&self, other: &Self) -> Self {
        Self(&self.0 * &other.0)
    }

    /// This divided by `other`, or nothing where `other` is zero.
    #[must_use]
    pub fn divided_by(&self, other: &Self) -> Option<Self> {
        (!other.is_zero()).then(|| Self(&self.0 / &other.0))
    }

    /// One less this: what is lost where this is kept, and the other way round.
    #[must_use]
    pub fn complement(&self) -> Self {
        Self::one().minus(self)
    }

    /// One divided by this, or zero for zero.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self::one().divided_by(self).unwrap_or_else(Self::zero)
    }

    /// The smallest whole number that is not below this.
    #[must_use]
    pub fn round_up(&self) -> Self {
        Self(self.0.ceil())
    }

    /// The distance from zero.
    #[must_use]
    pub fn abs(&self) -> Self {
        Self(self.0.abs())
    }

    /// Whether this is exactly zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// Whether this is below zero.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }

    /// Whether this is a whole number.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.0.is_integer()
    }

    /// This multiplied by itself `exponent` times. Stays a fraction while it fits, then keeps twenty
    /// significant digits.
    #[must_use]
    pub fn power(&self, exponent: u32) -> Self {
        let bits = self.0.numer().bits().saturating_add(self.0.denom().bits());
        let base = if bits.saturating_mul(u64::from(exponent)) > EXACT_POWER_BITS {
            self.rounded(SIGNIFICANT_DIGITS.saturating_mul(2))
        } else {
            self.clone()
        };
        let power = Self(Pow::pow(base.0, exponent));
        if power.0.numer().bits().saturating_add(power.0.denom().bits()) > EXACT_POWER_BITS {
            power.rounded(SIGNIFICANT_DIGITS)
        } else {
            power
        }
    }

    /// The root of this degree, to twenty significant digits, exact where the root is a fraction of short
    /// integers. Nothing for a negative number or degree zero.
    ///
    /// ```
    /// use plimsoll_metrics::Exact;
    /// assert_eq!(Exact::percent(64).root(2), Some(Exact::percent(80)));
    /// assert_eq!(Exact::from(-1).root(2), None);
    /// ```
    #[must_use]
    pub fn root(&self, degree: u32) -> Option<Self> {
        if degree == 0 || self.is_negative() {
            return None;
        }
        let (top, bottom) = (self.0.numer().nth_root(degree), self.0.denom().nth_root(degree));
        let short = Self(BigRational::new(top, bottom));
        if short.0.clone().pow(i32::try_from(degree).ok()?) == self.0 {
            return Some(short);
        }
        // Scaled by a power of ten that is a multiple of the degree, an integer root gives the digits.
        let spare = SIGNIFICANT_DIGITS.saturating_mul(2);
        let scale = Pow::pow(BigInt::from(10), spare);
        let scaled = self.0.numer() * Pow::pow(&scale, degree) / self.0.denom();
        Some(Self(BigRational::new(scaled.nth_root(degree), scale)).rounded(SIGNIFICANT_DIGITS))
    }

    /// This to `digits` significant digits, half away from zero.
    fn rounded(&self, digits: u32) -> Self {
        if self.is_zero() {
            return self.clone();
        }
        let ten = BigRational::from_integer(BigInt::from(10));
        // log10(2) is a little over 0.30103: enough to place the leading digit within one.
        let bits = i64::try_from(self.0.numer().bits()).unwrap_or(i64::MAX)
            - i64::try_from(self.0.denom().bits()).unwrap_or(i64::MAX);
        let magnitude = i32::try_from(bits * 30_103 / 100_000).unwrap_or(i32::MAX);
        let shift = Pow::pow(ten, i32::try_from(digits).unwrap_or(i32::MAX).saturating_sub(magnitude));
        Self((&self.0 * &shift).round() / shift)
    }

    /// This as a decimal of `places` decimals, half away from zero; nothing where it is too large.
    ///
    /// ```
    /// use plimsoll_metrics::Exact;
    /// let two_thirds = Exact::from(2).divided_by(&Exact::from(3)).unwrap();
    /// assert_eq!(two_thirds.to_decimal(2).unwrap().to_string(), "0.67");
    /// ```
    #[must_use]
    pub fn to_decimal(&self, places: u32) -> Option<Decimal> {
        self.decimal_by(places, |scaled| scaled.round())
    }

    /// This as a decimal of `places` decimals, never below it.
    #[must_use]
    pub fn to_decimal_up(&self, places: u32) -> Option<Decimal> {
        self.decimal_by(places, |scaled| scaled.ceil())
    }

    /// This as a decimal of `places` decimals, never above it.
    #[must_use]
    pub fn to_decimal_down(&self, places: u32) -> Option<Decimal> {
        self.decimal_by(places, |scaled| scaled.floor())
    }

    fn decimal_by(&self, places: u32, round: impl Fn(BigRational) -> BigRational) -> Option<Decimal> {
        let scale = BigRational::from_integer(Pow::pow(BigInt::from(10), places));
        let units = round(&self.0 * scale).to_integer().to_i128()?;
        Decimal::try_from_i128_with_scale(units, places).ok().map(|decimal| decimal.normalize())
    }
}

impl From<i64> for Exact {
    fn from(whole: i64) -> Self {
        Self(BigRational::from_integer(BigInt::from(whole)))
    }
}

impl From<Decimal> for Exact {
    fn from(decimal: Decimal) -> Self {
        let denominator = Pow::pow(BigInt::from(10), decimal.scale());
        Self(BigRational::new(BigInt::from(decimal.mantissa()), denominator))
    }
}

impl fmt::Debug for Exact {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to_decimal(8) {
            Some(decimal) if Self::from(decimal) == *self => write!(formatter, "{decimal}"),
            _ => write!(formatter, "{}", self.0),
        }
    }
}

/// Compares a value with a constant fraction without building one, for the cuts of a scale.
pub(crate) fn compare(value: &Exact, numerator: i64, denominator: i64) -> Ordering {
    debug_assert!(denominator > 0, "a cut has a positive denominator");
    if value.0.numer().sign() == Sign::NoSign {
        return 0.cmp(&numerator);
    }
    (value.0.numer() * BigInt::from(denominator)).cmp(&(value.0.denom() * BigInt::from(numerator)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it is surprised")]

    use super::*;

    #[test]
    fn division_is_exact_until_it_is_written() {
        let third = Exact::from(1).divided_by(&Exact::from(3)).unwrap();
        assert_eq!(third.plus(&third).plus(&third), Exact::one());
        assert_eq!(Exact::one().divided_by(&Exact::zero()), None);
    }

    #[test]
    fn decimals_round_half_away_from_zero() {
        let half_cent = Exact::per_mille(1_005);
        assert_eq!(half_cent.to_decimal(2), Some(Decimal::new(101, 2)));
        assert_eq!(Exact::zero().minus(&half_cent).to_decimal(2), Some(Decimal::new(-101, 2)));
        assert_eq!(half_cent.to_decimal_down(2), Some(Decimal::new(1, 0)));
        assert_eq!(half_cent.to_decimal_up(2), Some(Decimal::new(101, 2)));
    }

    #[test]
    fn a_root_undoes_its_power() {
        let monthly = Exact::per_mille(979);
        assert_eq!(monthly.power(12).root(12), Some(monthly));
        let two = Exact::from(2).root(2).unwrap();
        let text = two.to_decimal(20).unwrap().to_string();
        assert!(text.starts_with("1.414213562373095048"), "{text}");
    }

    #[test]
    fn a_value_too_large_to_write_gives_nothing() {
        assert_eq!(Exact::from(i64::MAX).power(4).to_decimal(2), None);
    }

    #[test]
    fn long_powers_keep_twenty_digits() {
        let long = Exact::from(Decimal::from_i128_with_scale(1_234_567_890_123_456_789_012_345_678, 27));
        let power = long.power(12);
        let back = power.root(12).unwrap();
        let error = back.minus(&long).abs().divided_by(&long).unwrap();
        assert!(error < Exact::from(Decimal::new(1, 18)), "{error:?}");
    }

    #[test]
    fn comparing_with_a_cut_equals_comparing_fractions() {
        for (value, cut) in [(109, 110), (110, 110), (111, 110), (0, 0), (0, -5), (-5, 0)] {
            assert_eq!(compare(&Exact::percent(value), cut, 100), value.cmp(&cut), "{value} and {cut}");
        }
    }
}
