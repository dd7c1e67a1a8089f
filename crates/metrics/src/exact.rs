//! One exact fraction: what a formula is evaluated in, so that a band edge is never missed by rounding.

use core::cmp::Ordering;
use core::fmt;

use rust_decimal::Decimal;

mod wide;

use wide::{Wide, divided, divided_to_nearest, lowest_terms, raised, ten_to, whole_root};

/// The most bits that numerator and denominator have. Figures of 28 digits stay far below it in every formula.
const MOST_BITS: usize = 512;

/// From so many bits on, a fraction is brought to its lowest terms.
const REDUCED_FROM_BITS: usize = 384;

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
pub struct Exact {
    negative: bool,
    top: Wide,
    /// Zero where the number is too large to hold.
    bottom: Wide,
}

impl Exact {
    /// Zero.
    #[must_use]
    pub const fn zero() -> Self {
        Self { negative: false, top: Wide::ZERO, bottom: Wide::ONE }
    }

    /// One: a whole, 100 %.
    #[must_use]
    pub const fn one() -> Self {
        Self { negative: false, top: Wide::ONE, bottom: Wide::ONE }
    }

    const fn too_large() -> Self {
        Self { negative: false, top: Wide::ONE, bottom: Wide::ZERO }
    }

    /// The fraction, in lowest terms where it has become long.
    fn new(negative: bool, top: Option<Wide>, bottom: Option<Wide>) -> Self {
        let (Some(mut top), Some(mut bottom)) = (top, bottom) else { return Self::too_large() };
        if top.bit_len().max(bottom.bit_len()) > REDUCED_FROM_BITS {
            (top, bottom) = lowest_terms(top, bottom);
        }
        if bottom.is_zero() || top.bit_len().max(bottom.bit_len()) > MOST_BITS {
            return Self::too_large();
        }
        Self { negative: negative && !top.is_zero(), top, bottom }
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
        let bottom = u64::try_from(denominator).ok().map(Wide::from);
        Self::new(numerator < 0, Some(Wide::from(numerator.unsigned_abs())), bottom)
    }

    fn is_too_large(&self) -> bool {
        self.bottom.is_zero()
    }

    /// The numerators over one common denominator.
    fn over_one_bottom(&self, other: &Self) -> Option<(Wide, Wide, Wide)> {
        if self.bottom == other.bottom {
            return Some((self.top, other.top, self.bottom));
        }
        let bottom = self.bottom.checked_mul(other.bottom)?;
        Some((self.top.checked_mul(other.bottom)?, other.top.checked_mul(self.bottom)?, bottom))
    }

    /// The sum of the two.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        let Some((one, two, bottom)) = self.over_one_bottom(other) else { return Self::too_large() };
        match (self.negative == other.negative, one < two) {
            (true, _) => Self::new(self.negative, one.checked_add(two), Some(bottom)),
            (false, true) => Self::new(other.negative, two.checked_sub(one), Some(bottom)),
            (false, false) => Self::new(self.negative, one.checked_sub(two), Some(bottom)),
        }
    }

    /// This less `other`.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        self.plus(&Self { negative: !other.negative && !other.top.is_zero(), ..other.clone() })
    }

    /// The product of the two.
    #[must_use]
    pub fn times(&self, other: &Self) -> Self {
        let negative = self.negative != other.negative;
        Self::new(negative, self.top.checked_mul(other.top), self.bottom.checked_mul(other.bottom))
    }

    /// This divided by `other`, or nothing where `other` is zero.
    #[must_use]
    pub fn divided_by(&self, other: &Self) -> Option<Self> {
        if other.is_zero() {
            return None;
        }
        let negative = self.negative != other.negative;
        if self.is_too_large() || other.is_too_large() {
            return Some(Self::too_large());
        }
        Some(Self::new(negative, self.top.checked_mul(other.bottom), self.bottom.checked_mul(other.top)))
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
        Self { negative: false, ..self.clone() }
    }

    /// Whether this is exactly zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.top.is_zero()
    }

    /// Whether this is below zero.
    #[must_use]
    pub const fn is_negative(&self) -> bool {
        self.negative
    }

    /// Whether this is a whole number.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        !self.is_too_large() && self.split().1.is_zero()
    }

    /// The smallest whole number that is not below this.
    #[must_use]
    pub fn round_up(&self) -> Self {
        let (whole, rest) = self.split();
        match (self.negative, rest.is_zero()) {
            (false, false) => Self::new(false, whole.checked_add(Wide::ONE), self.one_or_none()),
            _ => Self::new(self.negative, Some(whole), self.one_or_none()),
        }
    }

    /// The whole part and the rest, whatever the sign; zeros where the number is too large.
    fn split(&self) -> (Wide, Wide) {
        divided(self.top, self.bottom).unwrap_or_default()
    }

    /// The denominator one, or none for a number that is too large.
    fn one_or_none(&self) -> Option<Wide> {
        (!self.is_too_large()).then_some(Wide::ONE)
    }

    /// This multiplied by itself `exponent` times. Stays a fraction while it fits, then keeps twenty significant digits.
    #[must_use]
    pub fn power(&self, exponent: u32) -> Self {
        let times = usize::try_from(exponent).unwrap_or(usize::MAX);
        let longest = self.top.bit_len().max(self.bottom.bit_len());
        if longest.saturating_mul(times) <= MOST_BITS {
            return Self::new(
                self.negative && exponent % 2 == 1,
                raised(self.top, exponent),
                raised(self.bottom, exponent),
            );
        }
        let base = self.rounded(WORKING_DIGITS);
        let mut power = Self::one();
        for _ in 0..exponent {
            power = power.times(&base).rounded(WORKING_DIGITS);
        }
        power.rounded(SIGNIFICANT_DIGITS)
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
        if !(2..=12).contains(&degree) || self.negative {
            return None;
        }
        let (top, bottom) = lowest_terms(self.top, self.bottom);
        let short = Self::new(false, Some(whole_root(top, degree)), Some(whole_root(bottom, degree)));
        if short.power(degree) == *self {
            return Some(short);
        }
        // Scaled by a power of ten that is a multiple of the degree, a whole root gives the digits.
        const SPARE: u32 = 22;
        let value = self.rounded(WORKING_DIGITS);
        let scaled = divided(value.top.checked_mul(ten_to(SPARE.checked_mul(degree)?)?)?, value.bottom)?.0;
        Some(Self::new(false, Some(whole_root(scaled, degree)), ten_to(SPARE)).rounded(SIGNIFICANT_DIGITS))
    }

    /// This to so many significant digits, half away from zero.
    fn rounded(&self, digits: i32) -> Self {
        if self.is_zero() || self.is_too_large() {
            return self.clone();
        }
        // log10(2) is a little over 0.30103: enough to place the leading digit within one.
        let bits = |number: &Wide| i32::try_from(number.bit_len()).unwrap_or(i32::MAX);
        let magnitude =
            bits(&self.top).saturating_sub(bits(&self.bottom)).saturating_mul(30_103).div_euclid(100_000);
        let shift = digits.saturating_sub(magnitude);
        let Some(scale) = ten_to(shift.unsigned_abs()) else { return Self::too_large() };
        if shift >= 0 {
            let units = self.top.checked_mul(scale).and_then(|top| divided_to_nearest(top, self.bottom));
            Self::new(self.negative, units, Some(scale))
        } else {
            let units =
                self.bottom.checked_mul(scale).and_then(|bottom| divided_to_nearest(self.top, bottom));
            Self::new(self.negative, units.and_then(|units| units.checked_mul(scale)), Some(Wide::ONE))
        }
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
        let units = divided_to_nearest(self.top.checked_mul(ten_to(places)?)?, self.bottom)?;
        let units = i128::try_from(units).ok()?;
        let units = if self.negative { units.checked_neg()? } else { units };
        Decimal::try_from_i128_with_scale(units, places).ok().map(|decimal| decimal.normalize())
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
        match (self.negative, other.negative) {
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            (both, _) => {
                // Two products of 512 bits at most, so this always fits.
                let sides = self.over_one_bottom(other).map(|(one, two, _)| one.cmp(&two));
                let sides = sides.unwrap_or(Ordering::Equal);
                if both { sides.reverse() } else { sides }
            }
        }
    }
}

impl From<i64> for Exact {
    fn from(whole: i64) -> Self {
        Self::fraction(whole, 1)
    }
}

impl From<Decimal> for Exact {
    fn from(decimal: Decimal) -> Self {
        let units = Wide::from(decimal.mantissa().unsigned_abs());
        Self::new(decimal.mantissa() < 0, Some(units), ten_to(decimal.scale()))
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
