//! Two plain numbers beside each other.

use std::ops::{Add, Div, Mul, Sub};

/// Two floats.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) struct Two([f64; 2]);

/// What a comparison of two says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Choice([bool; 2]);

macro_rules! operator {
    ($trait:ident, $name:ident, $with:tt) => {
        impl $trait for Two {
            type Output = Self;

            #[inline(always)]
            fn $name(self, other: Self) -> Self {
                let ([a, b], [c, d]) = (self.0, other.0);
                Self([a $with c, b $with d])
            }
        }
    };
}

operator!(Add, add, +);
operator!(Sub, sub, -);
operator!(Mul, mul, *);
operator!(Div, div, /);

impl Two {
    #[inline(always)]
    pub(in super::super) const fn splat(value: f64) -> Self {
        Self([value; 2])
    }

    #[inline(always)]
    pub(in super::super) const fn load(from: &[f64; 2]) -> Self {
        Self(*from)
    }

    #[inline(always)]
    pub(in super::super) const fn store(self, to: &mut [f64; 2]) {
        *to = self.0;
    }

    /// Of single precision.
    #[inline(always)]
    pub(in super::super) fn widened(from: &[f32; 2]) -> Self {
        Self(from.map(f64::from))
    }

    /// The nearest in single precision.
    #[inline(always)]
    pub(in super::super) fn narrow(self, to: &mut [f32; 2]) {
        *to = self.0.map(|value| value as f32);
    }

    #[inline(always)]
    pub(in super::super) fn size(self) -> Self {
        Self(self.0.map(f64::abs))
    }

    #[inline(always)]
    pub(in super::super) fn round_up(self) -> Self {
        Self(self.0.map(f64::ceil))
    }

    #[inline(always)]
    pub(in super::super) fn at_most(self, other: Self) -> Choice {
        let ([a, b], [c, d]) = (self.0, other.0);
        Choice([a <= c, b <= d])
    }
}

impl Choice {
    #[inline(always)]
    pub(in super::super) const fn and(self, other: Self) -> Self {
        let ([a, b], [c, d]) = (self.0, other.0);
        Self([a && c, b && d])
    }

    /// `one` where it holds, else `other`.
    #[inline(always)]
    pub(in super::super) const fn pick(self, one: Two, other: Two) -> Two {
        let ([a, b], [c, d]) = (one.0, other.0);
        let [first, second] = self.0;
        Two([if first { a } else { c }, if second { b } else { d }])
    }
}
