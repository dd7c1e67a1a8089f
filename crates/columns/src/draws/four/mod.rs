//! Four numbers at once: one vector instruction in the browser, four plain ones everywhere else, with the same bits.
//!
//! The loops over draws are written with these and not left to the compiler, because it makes vectors of plain loops only while it
//! links a program that is built for speed as a whole, and the worker that ships is not.

#[cfg(not(all(target_arch = "wasm32", not(feature = "scalar"))))]
mod plain;
#[cfg(all(target_arch = "wasm32", not(feature = "scalar")))]
mod vectors;

#[cfg(not(all(target_arch = "wasm32", not(feature = "scalar"))))]
pub(super) use plain::{Four, Halves, Words};
#[cfg(all(target_arch = "wasm32", not(feature = "scalar")))]
pub(super) use vectors::{Four, Halves, Words};

impl Four {
    /// A polynomial, highest power first.
    #[inline(always)]
    pub(super) fn polynomial<const N: usize>(self, factors: [f32; N]) -> Self {
        let mut sum = Self::splat(0.0);
        for factor in factors {
            sum = sum * self + Self::splat(factor);
        }
        sum
    }

    /// Each value, or the end of the range that it is beyond.
    #[inline(always)]
    pub(super) fn between(self, low: Self, high: Self) -> Self {
        let value = low.below(self).pick(self, low);
        value.below(high).pick(value, high)
    }
}

/// Writes a loop over blocks: four lanes of each at once, which the body turns into four of the first one.
macro_rules! each_four {
    ($to:expr, $($name:ident = $block:expr),+ => $value:expr) => {{
        let mut places = $to.as_chunks_mut::<4>().0.iter_mut();
        $(let mut $name = $block.as_chunks::<4>().0.iter();)*
        while let (Some(to), $(Some($name)),*) = (places.next(), $($name.next()),*) {
            $(let $name = Four::load($name);)*
            let value: Four = $value;
            value.store(to);
        }
    }};
}

pub(super) use each_four;
