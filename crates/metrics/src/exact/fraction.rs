//! A fraction of two whole numbers of one width. What does not fit that width is nothing.
//!
//! Short or long, the same steps are taken, and a short fraction is never shortened further, so that bit by bit it is what
//! the long one would be: a value does not depend on which of them was at hand.

use core::cmp::Ordering;

use super::number::Number;
use super::wide::{Wide, lowest_terms, narrow, ten_to, wide};

/// The most bits that numerator and denominator have. Figures of 28 digits stay far below it in every formula.
pub(super) const MOST_BITS: usize = 512;

/// From so many bits on, a fraction is brought to its lowest terms.
const REDUCED_FROM_BITS: usize = 384;

/// What nearly every value fits.
pub(super) type Short = Fraction<u128>;

/// As long as a value may become.
pub(super) type Long = Fraction<Wide>;

/// A fraction. Its denominator is zero, and its numerator one, where the number is too large to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fraction<N> {
    pub(super) negative: bool,
    pub(super) top: N,
    pub(super) bottom: N,
}

impl<N: Number> Fraction<N> {
    pub(super) const ZERO: Self = Self { negative: false, top: N::ZERO, bottom: N::ONE };
    pub(super) const ONE: Self = Self { negative: false, top: N::ONE, bottom: N::ONE };
    pub(super) const TOO_LARGE: Self = Self { negative: false, top: N::ONE, bottom: N::ZERO };

    /// The fraction as it stands. Zero has no sign, and over zero there is no number.
    pub(super) fn new(negative: bool, top: N, bottom: N) -> Self {
        if bottom == N::ZERO {
            return Self::TOO_LARGE;
        }
        Self { negative: negative && top != N::ZERO, top, bottom }
    }

    /// The numerators over one common denominator.
    fn over_one_bottom(&self, other: &Self) -> Option<(N, N)> {
        if self.bottom == other.bottom {
            return Some((self.top, other.top));
        }
        Some((self.top.times(&other.bottom)?, other.top.times(&self.bottom)?))
    }

    pub(super) fn plus(&self, other: &Self) -> Option<Self> {
        let (one, two) = self.over_one_bottom(other)?;
        let bottom =
            if self.bottom == other.bottom { self.bottom } else { self.bottom.times(&other.bottom)? };
        let (negative, top) = match (self.negative == other.negative, one < two) {
            (true, _) => (self.negative, one.plus(&two)?),
            (false, true) => (other.negative, two.minus(&one)?),
            (false, false) => (self.negative, one.minus(&two)?),
        };
        Some(Self::new(negative, top, bottom))
    }

    pub(super) fn times(&self, other: &Self) -> Option<Self> {
        let (top, bottom) = (self.top.times(&other.top)?, self.bottom.times(&other.bottom)?);
        Some(Self::new(self.negative != other.negative, top, bottom))
    }

    /// In the order of the numbers, neither of which is too large; nothing where a product does not fit.
    pub(super) fn compare(&self, other: &Self) -> Option<Ordering> {
        if self.negative != other.negative {
            return Some(other.negative.cmp(&self.negative));
        }
        let (one, two) = self.over_one_bottom(other)?;
        Some(if self.negative { two.cmp(&one) } else { one.cmp(&two) })
    }

    /// One divided by this, which is not zero.
    pub(super) fn inverse(&self) -> Self {
        Self::new(self.negative, self.bottom, self.top)
    }
}

impl Short {
    /// This as a long fraction.
    pub(super) const fn lengthened(&self) -> Long {
        Long { negative: self.negative, top: wide(self.top), bottom: wide(self.bottom) }
    }

    /// The bits of the longer of numerator and denominator.
    pub(super) fn length(&self) -> usize {
        let spare = (self.top | self.bottom).leading_zeros();
        usize::try_from(u128::BITS.saturating_sub(spare)).unwrap_or(usize::MAX)
    }
}

impl Long {
    /// This as a short fraction, where it is short enough.
    pub(super) fn shortened(&self) -> Option<Short> {
        Some(Short { negative: self.negative, top: narrow(&self.top)?, bottom: narrow(&self.bottom)? })
    }

    /// The bits of the longer of numerator and denominator.
    pub(super) fn length(&self) -> usize {
        self.top.bits().max(self.bottom.bits())
    }

    /// Whether this is so long that it is held in lowest terms.
    fn is_long(&self) -> bool {
        self.length() > REDUCED_FROM_BITS
    }

    /// This, where it is not too long.
    fn held(self) -> Option<Self> {
        (self.length() <= MOST_BITS).then_some(self)
    }

    /// This in lowest terms.
    fn reduced(&self) -> Self {
        let (top, bottom) = lowest_terms(&self.top, &self.bottom);
        Self::new(self.negative, top, bottom)
    }

    /// This as a value is held: in lowest terms where it has become long, and nothing where it still is too long.
    pub(super) fn settled(self) -> Option<Self> {
        if self.is_long() { self.reduced().held() } else { Some(self) }
    }

    /// Two fractions in lowest terms, where only one of them has become long. What they make then is long as well, but comes
    /// to its lowest terms by divisors of the short one, which are found at once.
    fn one_long<'a>(&'a self, other: &'a Self) -> Option<(&'a Self, Self)> {
        match (self.is_long(), other.is_long()) {
            (true, false) => Some((self, other.reduced())),
            (false, true) => Some((other, self.reduced())),
            _ => None,
        }
    }

    /// The sum as a value is held.
    pub(super) fn sum(&self, other: &Self) -> Option<Self> {
        match self.one_long(other) {
            Some((long, short)) if long.bottom.bits() > REDUCED_FROM_BITS => long.sum_in_lowest_terms(&short),
            _ => self.plus(other)?.settled(),
        }
    }

    fn sum_in_lowest_terms(&self, other: &Self) -> Option<Self> {
        let (own, others) = lowest_terms(&self.bottom, &other.bottom);
        let shared = self.bottom.divided(&own)?.0;
        let part = |whole: &Self, times: &Wide| {
            Some(Self { negative: whole.negative, top: whole.top.times(times)?, bottom: shared })
        };
        let sum = part(self, &others)?.plus(&part(other, &own)?)?.reduced();
        Self::new(sum.negative, sum.top, sum.bottom.times(&own)?.times(&others)?).held()
    }

    /// The product as a value is held.
    pub(super) fn product(&self, other: &Self) -> Option<Self> {
        match self.one_long(other) {
            Some((long, short)) if short.top != Wide::ZERO => {
                let (top, bottom) = lowest_terms(&long.top, &short.bottom);
                let (others_top, own_bottom) = lowest_terms(&short.top, &long.bottom);
                let long = Self { negative: long.negative, top, bottom: own_bottom };
                long.times(&Self { negative: short.negative, top: others_top, bottom })?.held()
            }
            _ => self.times(other)?.settled(),
        }
    }

    /// The whole part and the rest, whatever the sign; nothing where the number is too large.
    pub(super) fn split(&self) -> Option<(Wide, Wide)> {
        self.top.divided(&self.bottom)
    }

    /// The smallest whole number that is not below this.
    pub(super) fn round_up(&self) -> Option<Self> {
        let (whole, rest) = self.split()?;
        let up = !self.negative && rest != Wide::ZERO;
        Self::new(self.negative, if up { whole.plus(&Wide::ONE)? } else { whole }, Wide::ONE).settled()
    }

    /// This multiplied by itself `exponent` times.
    pub(super) fn raised(&self, exponent: u32) -> Option<Self> {
        let negative = self.negative && exponent % 2 == 1;
        let raised = |base: &Self| {
            Some(Self::new(negative, base.top.raised(exponent)?, base.bottom.raised(exponent)?))
        };
        let power = raised(self)?;
        // In lowest terms, a fraction has powers in lowest terms, and it is brought there much sooner than they are.
        if power.is_long() { raised(&self.reduced())?.held() } else { Some(power) }
    }

    /// So many units of `1 ÷ scale`, half away from zero.
    pub(super) fn units(&self, scale: &Wide) -> Option<Wide> {
        self.top.times(scale)?.divided_to_nearest(&self.bottom)
    }

    /// This to so many significant digits, half away from zero.
    pub(super) fn rounded(&self, digits: i32) -> Option<Self> {
        if self.top == Wide::ZERO || self.bottom == Wide::ZERO {
            return Some(*self);
        }
        // log10(2) is a little over 0.30103: enough to place the leading digit within one.
        let bits = |number: &Wide| i32::try_from(number.bits()).unwrap_or(i32::MAX);
        let magnitude =
            bits(&self.top).saturating_sub(bits(&self.bottom)).saturating_mul(30_103).div_euclid(100_000);
        let shift = digits.saturating_sub(magnitude);
        let scale = ten_to(shift.unsigned_abs())?;
        let (top, bottom) = if shift >= 0 {
            (self.units(&scale)?, scale)
        } else {
            (self.top.divided_to_nearest(&self.bottom.times(&scale)?)?.times(&scale)?, Wide::ONE)
        };
        Self::new(self.negative, top, bottom).settled()
    }

    /// This multiplied by itself `exponent` times, to `digits` significant digits, and to `working` on the way.
    pub(super) fn raised_roughly(&self, exponent: u32, digits: i32, working: i32) -> Option<Self> {
        let base = self.rounded(working)?;
        let mut power = Self::ONE;
        for _ in 0..exponent {
            power = power.product(&base)?.rounded(working)?;
        }
        power.rounded(digits)
    }
}
