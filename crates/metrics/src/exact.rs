//! One exact fraction: what a formula is evaluated in, so that a band edge is never missed by rounding.

use core::cmp::Ordering;
use core::fmt;

use rust_decimal::Decimal;

#[cfg(test)]
mod agreement;
mod fraction;
mod number;
mod wide;

use fraction::{Long, MOST_BITS, Short};
use number::{Number, short_quotient, short_ten_to};
use wide::{Wide, lowest_terms, narrow, ten_to, whole_root};

/// Significant digits that are kept where a root, or a power too long to keep whole, must be rounded.
const SIGNIFICANT_DIGITS: i32 = 20;

/// Significant digits that are kept on the way to such a result.
const WORKING_DIGITS: i32 = 40;

/// An exact rational number.
///
/// Sums, differences, products and quotients are exact; nothing is rounded before [`Exact::to_decimal`] writes the
/// answer. Only [`Exact::root`] and powers too long to keep round, to twenty significant digits. A result that does
/// not fit is carried on as "too large", has no decimal and becomes [`crate::Undefined::Overflow`].
///
/// ```
/// use plimsoll_metrics::Exact;
///
/// let third = Exact::from(1).divided_by(&Exact::from(3)).unwrap();
/// assert_eq!(third.times(&Exact::from(3)), Exact::from(1));
/// ```
#[derive(Clone)]
pub struct Exact(Held);

/// What it is held in. What fits a short fraction is one: that is quick, and takes a fifth of the room.
#[derive(Clone)]
enum Held {
    Short(Short),
    Long(Box<Long>),
}

impl From<Short> for Exact {
    fn from(short: Short) -> Self {
        Self(Held::Short(short))
    }
}

impl From<Option<Long>> for Exact {
    /// Nothing is what does not fit: too large.
    fn from(long: Option<Long>) -> Self {
        let Some(long) = long else { return Self::from(Short::TOO_LARGE) };
        Self(long.shortened().map_or_else(|| Held::Long(Box::new(long)), Held::Short))
    }
}

impl Exact {
    /// Zero.
    #[must_use]
    pub const fn zero() -> Self {
        Self(Held::Short(Short::ZERO))
    }

    /// One: a whole, 100 %.
    #[must_use]
    pub const fn one() -> Self {
        Self(Held::Short(Short::ONE))
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

    /// `numerator ÷ denominator`, for the constants of a table. A denominator that is not above zero gives no number.
    pub(crate) fn fraction(numerator: i64, denominator: i64) -> Self {
        let (top, bottom) =
            (numerator.unsigned_abs().into(), u128::try_from(denominator).unwrap_or_default());
        Self::from(Short::new(numerator < 0, top, bottom))
    }

    /// This as a long fraction.
    fn long(&self) -> Long {
        match &self.0 {
            Held::Short(short) => short.lengthened(),
            Held::Long(long) => **long,
        }
    }

    /// What follows from the two: the short way, or the long one where something does not fit.
    fn with<T>(
        &self,
        other: &Self,
        short: fn(&Short, &Short) -> Option<T>,
        long: fn(&Long, &Long) -> T,
    ) -> T {
        match (&self.0, &other.0) {
            (Held::Short(one), Held::Short(two)) => short(one, two),
            _ => None,
        }
        .unwrap_or_else(|| long(&self.long(), &other.long()))
    }

    const fn is_too_large(&self) -> bool {
        matches!(&self.0, Held::Short(Short { bottom: 0, .. }))
    }

    /// The sum of the two.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        self.with(other, |one, two| one.plus(two).map(Self::from), |one, two| one.sum(two).into())
    }

    /// This less `other`.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        self.plus(&other.signed(!other.is_negative() && !other.is_zero()))
    }

    /// The product of the two.
    #[must_use]
    pub fn times(&self, other: &Self) -> Self {
        self.with(other, |one, two| one.times(two).map(Self::from), |one, two| one.product(two).into())
    }

    /// This divided by `other`, or nothing where `other` is zero.
    #[must_use]
    pub fn divided_by(&self, other: &Self) -> Option<Self> {
        if other.is_zero() {
            return None;
        }
        if self.is_too_large() || other.is_too_large() {
            return Some(Self::from(Short::TOO_LARGE));
        }
        Some(self.with(
            other,
            |one, two| one.times(&two.inverse()).map(Self::from),
            |one, two| one.product(&two.inverse()).into(),
        ))
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

    /// The distance from zero.
    #[must_use]
    pub fn abs(&self) -> Self {
        self.signed(false)
    }

    /// The same distance from zero, on this side of it.
    fn signed(&self, negative: bool) -> Self {
        let mut signed = self.clone();
        match &mut signed.0 {
            Held::Short(short) => short.negative = negative,
            Held::Long(long) => long.negative = negative,
        }
        signed
    }

    /// Whether this is exactly zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        match &self.0 {
            Held::Short(short) => short.top == 0,
            Held::Long(long) => long.top == Wide::ZERO,
        }
    }

    /// Whether this is below zero.
    #[must_use]
    pub const fn is_negative(&self) -> bool {
        match &self.0 {
            Held::Short(short) => short.negative,
            Held::Long(long) => long.negative,
        }
    }

    /// Whether this is a whole number.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        match &self.0 {
            Held::Short(Short { bottom: 1, .. }) => true,
            _ => self.long().split().is_some_and(|(_, rest)| rest == Wide::ZERO),
        }
    }

    /// The smallest whole number that is not below this.
    #[must_use]
    pub fn round_up(&self) -> Self {
        self.long().round_up().into()
    }

    /// This multiplied by itself `exponent` times. Stays a fraction while it fits, then keeps twenty significant digits.
    #[must_use]
    pub fn power(&self, exponent: u32) -> Self {
        let length = match &self.0 {
            Held::Short(short) => short.length(),
            Held::Long(long) => long.length(),
        };
        let times = usize::try_from(exponent).unwrap_or(usize::MAX);
        if length.saturating_mul(times) <= MOST_BITS {
            self.long().raised(exponent).into()
        } else {
            self.long().raised_roughly(exponent, SIGNIFICANT_DIGITS, WORKING_DIGITS).into()
        }
    }

    /// The root of this degree (2 to 12), to twenty significant digits, exact where the root is a short fraction.
    /// Nothing for a negative number or another degree.
    ///
    /// ```
    /// use plimsoll_metrics::Exact;
    /// assert_eq!(Exact::percent(64).root(2), Some(Exact::percent(80)));
    /// assert_eq!(Exact::from(-1).root(2), None);
    /// ```
    #[must_use]
    pub fn root(&self, degree: u32) -> Option<Self> {
        if !(2..=12).contains(&degree) || self.is_negative() {
            return None;
        }
        let long = self.long();
        let (top, bottom) = lowest_terms(&long.top, &long.bottom);
        let short = Long::new(false, whole_root(&top, degree)?, whole_root(&bottom, degree)?);
        let short = Self::from(short.settled());
        if short.power(degree) == *self {
            return Some(short);
        }
        // Scaled by a power of ten that is a multiple of the degree, a whole root gives the digits.
        const SPARE: u32 = 22;
        let value = long.rounded(WORKING_DIGITS)?;
        let scaled = value.top.times(&ten_to(SPARE.checked_mul(degree)?)?)?.divided(&value.bottom)?.0;
        let root = Long::new(false, whole_root(&scaled, degree)?, ten_to(SPARE)?).settled();
        Some(root.and_then(|root| root.rounded(SIGNIFICANT_DIGITS)).into())
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
        let short = match &self.0 {
            Held::Short(short) => short_ten_to(places)
                .and_then(|scale| short.top.times(&scale))
                .and_then(|top| short_quotient(top, short.bottom)),
            Held::Long(_) => None,
        };
        let units = match short {
            Some(units) => units,
            None => narrow(&self.long().units(&ten_to(places)?)?)?,
        };
        let units = i128::try_from(units).ok()?;
        let units = if self.is_negative() { units.checked_neg()? } else { units };
        Decimal::try_from_i128_with_scale(units, places).ok().map(|decimal| decimal.normalize())
    }

    /// Whether it can be written with so many decimals, told at once for what is far from the limit.
    #[must_use]
    pub(crate) fn is_writable(&self, places: u32) -> bool {
        let is_small =
            matches!(&self.0, Held::Short(short) if short.bottom > 0 && short.top <= u128::from(u64::MAX));
        (is_small && places <= 9) || self.to_decimal(places).is_some()
    }

    /// Compares with a constant fraction, for the cuts of a scale.
    pub(crate) fn compare(&self, numerator: i64, denominator: i64) -> Ordering {
        self.cmp(&Self::fraction(numerator, denominator))
    }
}

impl PartialEq for Exact {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Exact {}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    /// In the order of the numbers; what is too large comes last.
    fn cmp(&self, other: &Self) -> Ordering {
        if self.is_too_large() || other.is_too_large() {
            return self.is_too_large().cmp(&other.is_too_large());
        }
        // Two products of 512 bits at most, so the long way always fits.
        self.with(other, Short::compare, |one, two| one.compare(two).unwrap_or(Ordering::Equal))
    }
}

impl From<i64> for Exact {
    fn from(whole: i64) -> Self {
        Self::fraction(whole, 1)
    }
}

impl From<Decimal> for Exact {
    fn from(decimal: Decimal) -> Self {
        let (mantissa, bottom) = (decimal.mantissa(), short_ten_to(decimal.scale()).unwrap_or_default());
        Self::from(Short::new(mantissa < 0, mantissa.unsigned_abs(), bottom))
    }
}

impl fmt::Debug for Exact {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to_decimal(8) {
            Some(decimal) if Self::from(decimal) == *self => write!(formatter, "{decimal}"),
            Some(decimal) => write!(formatter, "about {decimal}"),
            None => formatter.write_str("too large"),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it is surprised")]

    use super::*;

    fn compare(value: &Exact, numerator: i64, denominator: i64) -> Ordering {
        value.compare(numerator, denominator)
    }

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
