//! Two numbers in double precision at once: one vector instruction in the browser, two plain ones everywhere else, with the
//! same bits. As with four of single precision, the compiler would not make vectors of plain loops in the worker that ships.

#[cfg(not(all(target_arch = "wasm32", not(feature = "scalar"))))]
mod plain;
#[cfg(all(target_arch = "wasm32", not(feature = "scalar")))]
mod vectors;

#[cfg(not(all(target_arch = "wasm32", not(feature = "scalar"))))]
pub(super) use plain::{Choice, Two};
#[cfg(all(target_arch = "wasm32", not(feature = "scalar")))]
pub(super) use vectors::{Choice, Two};

impl Two {
    /// A power with a whole exponent, by squaring: the same steps on every machine.
    #[inline(always)]
    pub(super) fn power(self, exponent: u32) -> Self {
        let (mut power, mut square, mut left) = (Self::splat(1.0), self, exponent);
        while left > 0 {
            if left & 1 == 1 {
                power = power * square;
            }
            square = square * square;
            left >>= 1;
        }
        power
    }

    /// 1 + q + q² + … of so many terms. By doubling, so that nothing is divided and nothing cancels near a ratio of one.
    #[inline(always)]
    pub(super) fn geometric_sum(self, count: u32) -> Self {
        let one = Self::splat(1.0);
        let (mut sum, mut power) = (Self::splat(0.0), one);
        for bit in (0..u32::BITS - count.leading_zeros()).rev() {
            sum = sum * (one + power);
            power = power * power;
            if count >> bit & 1 == 1 {
                sum = one + self * sum;
                power = power * self;
            }
        }
        sum
    }

    /// A root, given one that is right to single precision: one step of Newton's that goes by the curve as well, which triples
    /// the digits that are right.
    #[inline(always)]
    pub(super) fn root(self, near: Self, of: u32) -> Self {
        let of_times = f64::from(of);
        let off = self / near.power(of) - Self::splat(1.0);
        let part = off * Self::splat(1.0 / of_times);
        near + near * (part - part * off * Self::splat((of_times - 1.0) / (2.0 * of_times)))
    }

    /// Where there is a number.
    #[inline(always)]
    pub(super) fn is_there(self) -> Choice {
        self.at_most(self)
    }
}
