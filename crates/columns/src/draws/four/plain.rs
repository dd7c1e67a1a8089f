//! Four plain numbers beside each other.

#![allow(
    clippy::arithmetic_side_effects,
    reason = "sums of words go round on purpose, those of floats cannot panic"
)]

use std::ops::{Add, Div, Mul, Sub};

/// Four floats.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) struct Four([f32; 4]);

/// Four words of 32 bits; of a comparison all bits of each are set or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Words([u32; 4]);

/// One of both for each of two arrays.
macro_rules! pairs {
    ($one:expr, $other:expr, $with:expr) => {{
        let ([a, b, c, d], [e, f, g, h]) = ($one.0, $other.0);
        [$with(a, e), $with(b, f), $with(c, g), $with(d, h)]
    }};
}

macro_rules! operator {
    ($trait:ident, $name:ident, $with:expr) => {
        impl $trait for Four {
            type Output = Self;

            #[inline(always)]
            fn $name(self, other: Self) -> Self {
                Self(pairs!(self, other, $with))
            }
        }
    };
}

operator!(Add, add, |one: f32, other: f32| one + other);
operator!(Sub, sub, |one: f32, other: f32| one - other);
operator!(Mul, mul, |one: f32, other: f32| one * other);
operator!(Div, div, |one: f32, other: f32| one / other);

const fn all(holds: bool) -> u32 {
    (holds as u32).wrapping_neg()
}

#[inline(always)]
const fn signed(word: u32) -> i32 {
    word.cast_signed()
}

impl Four {
    #[inline(always)]
    pub(in super::super) const fn splat(value: f32) -> Self {
        Self([value; 4])
    }

    #[inline(always)]
    pub(in super::super) const fn load(from: &[f32; 4]) -> Self {
        Self(*from)
    }

    #[inline(always)]
    pub(in super::super) const fn store(self, to: &mut [f32; 4]) {
        *to = self.0;
    }

    #[inline(always)]
    pub(in super::super) fn square_root(self) -> Self {
        Self(self.0.map(f32::sqrt))
    }

    #[inline(always)]
    pub(in super::super) fn below(self, other: Self) -> Words {
        Words(pairs!(self, other, |one, other| all(one < other)))
    }

    /// The bits as words.
    #[inline(always)]
    pub(in super::super) fn bits(self) -> Words {
        Words(self.0.map(f32::to_bits))
    }

    /// Whole numbers as words, towards zero.
    #[inline(always)]
    pub(in super::super) fn whole(self) -> Words {
        Words(self.0.map(|value| (value as i32).cast_unsigned()))
    }
}

impl Words {
    #[inline(always)]
    pub(in super::super) const fn splat(word: u32) -> Self {
        Self([word; 4])
    }

    #[inline(always)]
    pub(in super::super) const fn load(from: &[u32; 4]) -> Self {
        Self(*from)
    }

    #[inline(always)]
    pub(in super::super) const fn store(self, to: &mut [u32; 4]) {
        *to = self.0;
    }

    /// The words as bits of floats.
    #[inline(always)]
    pub(in super::super) fn floats(self) -> Four {
        Four(self.0.map(f32::from_bits))
    }

    /// Whole numbers with a sign as floats.
    #[inline(always)]
    pub(in super::super) fn values(self) -> Four {
        Four(self.0.map(|word| signed(word) as f32))
    }

    #[inline(always)]
    pub(in super::super) fn plus(self, other: Self) -> Self {
        Self(pairs!(self, other, u32::wrapping_add))
    }

    #[inline(always)]
    pub(in super::super) fn minus(self, other: Self) -> Self {
        Self(pairs!(self, other, u32::wrapping_sub))
    }

    #[inline(always)]
    pub(in super::super) fn xor(self, other: Self) -> Self {
        Self(pairs!(self, other, |one, other| one ^ other))
    }

    #[inline(always)]
    pub(in super::super) fn and(self, other: Self) -> Self {
        Self(pairs!(self, other, |one, other| one & other))
    }

    #[inline(always)]
    pub(in super::super) fn or(self, other: Self) -> Self {
        Self(pairs!(self, other, |one, other| one | other))
    }

    #[inline(always)]
    pub(in super::super) fn equal(self, other: Self) -> Self {
        Self(pairs!(self, other, |one, other| all(one == other)))
    }

    /// To the left by fewer than 32.
    #[inline(always)]
    pub(in super::super) fn left(self, by: u32) -> Self {
        Self(self.0.map(|word| word.wrapping_shl(by)))
    }

    /// To the right by fewer than 32.
    #[inline(always)]
    pub(in super::super) fn right(self, by: u32) -> Self {
        Self(self.0.map(|word| word.wrapping_shr(by)))
    }

    /// To the right by fewer than 32, keeping the sign.
    #[inline(always)]
    pub(in super::super) fn right_signed(self, by: u32) -> Self {
        Self(self.0.map(|word| signed(word).wrapping_shr(by).cast_unsigned()))
    }

    /// The smaller one, without signs.
    #[inline(always)]
    pub(in super::super) fn least(self, other: Self) -> Self {
        Self(pairs!(self, other, |one, other| if one < other { one } else { other }))
    }

    /// The larger one, with signs.
    #[inline(always)]
    pub(in super::super) fn most_signed(self, other: Self) -> Self {
        Self(pairs!(self, other, |one, other| if signed(one) > signed(other) { one } else { other }))
    }

    /// Of a comparison: `one` where it holds, else `other`.
    #[inline(always)]
    pub(in super::super) fn pick(self, one: Four, other: Four) -> Four {
        let kept = self.and(one.bits());
        let rest = self.xor(Self::splat(u32::MAX)).and(other.bits());
        kept.or(rest).floats()
    }
}

/// Eight words of 16 bits; of a comparison all bits of each are set or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Halves([u16; 8]);

impl Halves {
    /// Of words below 2¹⁵.
    #[inline(always)]
    pub(in super::super) fn of(first: Words, second: Words) -> Self {
        let ([a, b, c, d], [e, f, g, h]) = (first.0, second.0);
        Self([a, b, c, d, e, f, g, h].map(|word| word as u16))
    }

    #[inline(always)]
    pub(in super::super) const fn splat(word: u16) -> Self {
        Self([word; 8])
    }

    #[inline(always)]
    pub(in super::super) const fn load(from: &[u16; 8]) -> Self {
        Self(*from)
    }

    #[inline(always)]
    pub(in super::super) const fn store(self, to: &mut [u16; 8]) {
        *to = self.0;
    }

    #[inline(always)]
    pub(in super::super) fn or(mut self, other: Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(one, other)| *one |= other);
        self
    }

    #[inline(always)]
    pub(in super::super) fn equal(mut self, other: Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(one, other)| *one = all(*one == other) as u16);
        self
    }

    /// Whether any bit is set.
    #[inline(always)]
    pub(in super::super) fn any(self) -> bool {
        self.0 != [0; 8]
    }
}
