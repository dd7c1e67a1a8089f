//! The whole numbers that a fraction is made of: short ones, which nearly every value gets by with, and wide ones.

/// An unsigned whole number whose arithmetic says when a result does not fit.
pub(super) trait Number: Copy + Ord {
    /// Zero.
    const ZERO: Self;
    /// One.
    const ONE: Self;

    /// The sum.
    fn plus(&self, other: &Self) -> Option<Self>;
    /// The difference; nothing below zero.
    fn minus(&self, other: &Self) -> Option<Self>;
    /// The product.
    fn times(&self, other: &Self) -> Option<Self>;
}

impl Number for u128 {
    const ZERO: Self = 0;
    const ONE: Self = 1;

    fn plus(&self, other: &Self) -> Option<Self> {
        self.checked_add(*other)
    }

    fn minus(&self, other: &Self) -> Option<Self> {
        self.checked_sub(*other)
    }

    fn times(&self, other: &Self) -> Option<Self> {
        product(*self, *other)
    }
}

/// The product, where it fits. WebAssembly multiplies 64 bits to as many; whatever is longer is a call, or three.
#[inline(never)]
fn product(one: u128, other: u128) -> Option<u128> {
    match (u64::try_from(one), u64::try_from(other)) {
        (Ok(one), Ok(two)) if (one | two) >> 32 == 0 => Some(u128::from(one.wrapping_mul(two))),
        (Ok(one), Ok(two)) => Some(u128::from(one).wrapping_mul(u128::from(two))),
        _ => one.checked_mul(other),
    }
}

/// Ten to this power, where that is short.
pub(super) fn short_ten_to(exponent: u32) -> Option<u128> {
    (0..exponent).try_fold(1, |power, _| product(power, 10))
}

/// The quotient to the nearest whole number, halves up; nothing for a zero divisor.
pub(super) fn short_quotient(top: u128, bottom: u128) -> Option<u128> {
    let whole = top.checked_div(bottom)?;
    let rest = top.wrapping_sub(whole.wrapping_mul(bottom));
    Some(whole.wrapping_add(u128::from(rest >= bottom.wrapping_sub(rest))))
}
