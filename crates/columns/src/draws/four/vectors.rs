//! Four numbers as one vector of wasm, which every current browser has.

use core::arch::wasm32::{
    f32x4_add, f32x4_convert_i32x4, f32x4_div, f32x4_lt, f32x4_mul, f32x4_splat, f32x4_sqrt, f32x4_sub,
    i16x8_eq, i32x4_add, i32x4_eq, i32x4_max, i32x4_shl, i32x4_shr, i32x4_splat, i32x4_sub,
    i32x4_trunc_sat_f32x4, u16x8_narrow_i32x4, u16x8_splat, u32x4_min, u32x4_shr, v128, v128_and,
    v128_any_true, v128_bitselect, v128_or, v128_xor,
};

use super::super::lanes::{lanes, operators};

/// Four floats.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Four(v128);

/// Four words of 32 bits; of a comparison all bits of each are set or none.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Words(v128);

operators!(Four, Add::add = f32x4_add, Sub::sub = f32x4_sub, Mul::mul = f32x4_mul, Div::div = f32x4_div);
lanes!(Four, f32, 4);
lanes!(Words, u32, 4);
lanes!(Halves, u16, 8);

impl Four {
    #[inline(always)]
    pub(in super::super) fn splat(value: f32) -> Self {
        Self(f32x4_splat(value))
    }

    #[inline(always)]
    pub(in super::super) fn square_root(self) -> Self {
        Self(f32x4_sqrt(self.0))
    }

    #[inline(always)]
    pub(in super::super) fn below(self, other: Self) -> Words {
        Words(f32x4_lt(self.0, other.0))
    }

    /// The bits as words.
    #[inline(always)]
    pub(in super::super) const fn bits(self) -> Words {
        Words(self.0)
    }

    /// Whole numbers as words, towards zero.
    #[inline(always)]
    pub(in super::super) fn whole(self) -> Words {
        Words(i32x4_trunc_sat_f32x4(self.0))
    }
}

impl Words {
    #[inline(always)]
    pub(in super::super) fn splat(word: u32) -> Self {
        Self(i32x4_splat(word.cast_signed()))
    }

    /// The words as bits of floats.
    #[inline(always)]
    pub(in super::super) const fn floats(self) -> Four {
        Four(self.0)
    }

    /// Whole numbers with a sign as floats.
    #[inline(always)]
    pub(in super::super) fn values(self) -> Four {
        Four(f32x4_convert_i32x4(self.0))
    }

    #[inline(always)]
    pub(in super::super) fn plus(self, other: Self) -> Self {
        Self(i32x4_add(self.0, other.0))
    }

    #[inline(always)]
    pub(in super::super) fn minus(self, other: Self) -> Self {
        Self(i32x4_sub(self.0, other.0))
    }

    #[inline(always)]
    pub(in super::super) fn xor(self, other: Self) -> Self {
        Self(v128_xor(self.0, other.0))
    }

    #[inline(always)]
    pub(in super::super) fn and(self, other: Self) -> Self {
        Self(v128_and(self.0, other.0))
    }

    #[inline(always)]
    pub(in super::super) fn or(self, other: Self) -> Self {
        Self(v128_or(self.0, other.0))
    }

    #[inline(always)]
    pub(in super::super) fn equal(self, other: Self) -> Self {
        Self(i32x4_eq(self.0, other.0))
    }

    /// To the left by fewer than 32.
    #[inline(always)]
    pub(in super::super) fn left(self, by: u32) -> Self {
        Self(i32x4_shl(self.0, by))
    }

    /// To the right by fewer than 32.
    #[inline(always)]
    pub(in super::super) fn right(self, by: u32) -> Self {
        Self(u32x4_shr(self.0, by))
    }

    /// To the right by fewer than 32, keeping the sign.
    #[inline(always)]
    pub(in super::super) fn right_signed(self, by: u32) -> Self {
        Self(i32x4_shr(self.0, by))
    }

    /// The smaller one, without signs.
    #[inline(always)]
    pub(in super::super) fn least(self, other: Self) -> Self {
        Self(u32x4_min(self.0, other.0))
    }

    /// The larger one, with signs.
    #[inline(always)]
    pub(in super::super) fn most_signed(self, other: Self) -> Self {
        Self(i32x4_max(self.0, other.0))
    }

    /// Of a comparison: `one` where it holds, else `other`.
    #[inline(always)]
    pub(in super::super) fn pick(self, one: Four, other: Four) -> Four {
        Four(v128_bitselect(one.0, other.0, self.0))
    }
}

/// Eight words of 16 bits; of a comparison all bits of each are set or none.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Halves(v128);

impl Halves {
    /// Of words below 2¹⁵.
    #[inline(always)]
    pub(in super::super) fn of(first: Words, second: Words) -> Self {
        Self(u16x8_narrow_i32x4(first.0, second.0))
    }

    #[inline(always)]
    pub(in super::super) fn splat(word: u16) -> Self {
        Self(u16x8_splat(word))
    }

    #[inline(always)]
    pub(in super::super) fn or(self, other: Self) -> Self {
        Self(v128_or(self.0, other.0))
    }

    #[inline(always)]
    pub(in super::super) fn equal(self, other: Self) -> Self {
        Self(i16x8_eq(self.0, other.0))
    }

    /// Whether any bit is set.
    #[inline(always)]
    pub(in super::super) fn any(self) -> bool {
        v128_any_true(self.0)
    }
}
