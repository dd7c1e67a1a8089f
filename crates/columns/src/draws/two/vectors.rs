//! Two numbers as one vector of wasm, which every current browser has.

use core::arch::wasm32::{
    f32x4_demote_f64x2_zero, f64x2_abs, f64x2_add, f64x2_ceil, f64x2_div, f64x2_le, f64x2_mul,
    f64x2_promote_low_f32x4, f64x2_splat, f64x2_sub, v128, v128_and, v128_bitselect, v128_load64_zero,
    v128_store64_lane,
};

use super::super::lanes::{lanes, operators};

/// Two floats.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Two(v128);

/// What a comparison of two says: all bits of each are set or none.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Choice(v128);

operators!(Two, Add::add = f64x2_add, Sub::sub = f64x2_sub, Mul::mul = f64x2_mul, Div::div = f64x2_div);
lanes!(Two, f64, 2);

impl Two {
    #[inline(always)]
    pub(in super::super) fn splat(value: f64) -> Self {
        Self(f64x2_splat(value))
    }

    /// Of single precision.
    #[allow(
        unsafe_code,
        reason = "a load of two floats that are there; the language has no safe one for this type"
    )]
    #[inline(always)]
    pub(in super::super) fn widened(from: &[f32; 2]) -> Self {
        // SAFETY: the reference points to eight readable bytes, and this load asks for no alignment.
        Self(f64x2_promote_low_f32x4(unsafe { v128_load64_zero(from.as_ptr().cast()) }))
    }

    /// The nearest in single precision.
    #[allow(
        unsafe_code,
        reason = "a store to two floats that are there; the language has no safe one for this type"
    )]
    #[inline(always)]
    pub(in super::super) fn narrow(self, to: &mut [f32; 2]) {
        // SAFETY: the reference points to eight bytes that are ours to write; this store asks for no alignment, and any bits
        // are a float.
        unsafe { v128_store64_lane::<0>(f32x4_demote_f64x2_zero(self.0), to.as_mut_ptr().cast()) }
    }

    #[inline(always)]
    pub(in super::super) fn size(self) -> Self {
        Self(f64x2_abs(self.0))
    }

    #[inline(always)]
    pub(in super::super) fn round_up(self) -> Self {
        Self(f64x2_ceil(self.0))
    }

    #[inline(always)]
    pub(in super::super) fn at_most(self, other: Self) -> Choice {
        Choice(f64x2_le(self.0, other.0))
    }
}

impl Choice {
    #[inline(always)]
    pub(in super::super) fn and(self, other: Self) -> Self {
        Self(v128_and(self.0, other.0))
    }

    /// `one` where it holds, else `other`.
    #[inline(always)]
    pub(in super::super) fn pick(self, one: Two, other: Two) -> Two {
        Two(v128_bitselect(one.0, other.0, self.0))
    }
}
