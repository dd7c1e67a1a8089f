//! Draws of uncertain quantities, 64 beside each other: streams of chance, shapes of uncertainty, the walk of a plan
//! through its months, and exact percentiles.
//!
//! This is the one place of the room with floats: what is uncertain by a tenth gains nothing from exact cents, and
//! 32 bits let four draws go through one instruction. Every operation is one that IEEE 754 defines to the last bit (plus,
//! minus, times, divided, square root, comparison), logarithm and exponential are polynomials of our own, sums have a
//! fixed order and nothing is fused; so the same seed gives the same bits natively and in the browser, with vector
//! instructions and without.

#[allow(clippy::arithmetic_side_effects, reason = "of floats, four at once: nothing overflows or panics")]
mod curve;
#[allow(clippy::arithmetic_side_effects, reason = "of floats, four at once: nothing overflows or panics")]
mod four;
#[cfg(all(target_arch = "wasm32", not(feature = "scalar")))]
mod lanes;
mod order;
mod percentile;
mod resample;
#[allow(clippy::arithmetic_side_effects, reason = "of floats, four at once: nothing overflows or panics")]
mod shape;
#[allow(clippy::arithmetic_side_effects, reason = "of floats, four at once: nothing overflows or panics")]
mod streams;
#[allow(clippy::arithmetic_side_effects, reason = "of floats, two at once: nothing overflows or panics")]
mod tape;
#[allow(clippy::arithmetic_side_effects, reason = "of floats, two at once: nothing overflows or panics")]
mod two;
#[allow(clippy::arithmetic_side_effects, reason = "of floats, four at once: nothing overflows or panics")]
mod walk;

pub use order::{Ordered, reaching};
pub use percentile::Percentiles;
pub use resample::{PaidThenAndNow, Sums};
pub use shape::{Bell, Shape};
pub use streams::{Places, Streams};
pub use tape::{Lane, Step, Tape};
pub use walk::{Quantity, Walk, WalkColumns};

/// How many draws go beside each other. Part of what a seed means: another number would give other draws.
pub const LANES: usize = 64;

/// One value for each of so many draws.
pub type Block = [f32; LANES];
