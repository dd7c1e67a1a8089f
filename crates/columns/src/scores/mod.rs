//! Health scores of many accounts at once: weighted means of indicators as exact integers, kept between moves.
//!
//! An account's score is `Σ weight × indicator ÷ Σ weight` over the indicators that count for it. Indicators are hundredths of a point
//! (0 to [`FULL`]), weights hundredths of a percent; both sums are kept as whole numbers, and the class goes by
//! `Σ weight × indicator` against `threshold × Σ weight`, so nothing is rounded. Only where a score is shown, sorted, averaged or
//! counted by is it one number: hundredths of a point, rounded once, half away from zero.
//!
//! [`Accounts`] is the table as it comes, row by row. [`Portfolio`] lays it out for the loops: accounts of one segment with the same
//! indicators missing stand together in blocks, so that blanks and models by segment cost no branch, and a changed weight reads one
//! column.

mod account;
mod accounts;
mod glimpse;
mod kernel;
mod lanes;
mod layout;
mod medians;
mod moved;
mod order;
mod owners;
mod portfolio;
mod refusal;
mod scheme;
mod spread;
mod standing;
mod step;
mod window;
mod worst;

pub use account::Account;
pub use accounts::Accounts;
pub use medians::Median;
pub use moved::{Move, Moved};
pub use owners::OwnerSums;
pub use portfolio::Portfolio;
pub use refusal::Refusal;
pub use scheme::{Missing, Scheme, Weighing};
pub use spread::{BINS, Spread, Spreads};
pub use standing::{Class, ClassSums};
pub use window::{Key, View, Window};

/// A whole score or indicator: 100 points, in hundredths.
pub const FULL: u16 = 10_000;
/// What stands where an indicator has no value.
pub const MISSING: u16 = u16::MAX;
/// What stands where an indicator does not apply to an account at all: it gives up its weight whatever is done about missing ones.
pub const APART: u16 = u16::MAX - 1;
/// How many indicators a score may rest on.
pub const MOST_INDICATORS: usize = 64;
/// How many segments there may be.
pub const MOST_SEGMENTS: u16 = 1_024;
/// What all weights of a segment together may come to, in hundredths of a percent: 2,000 %. So every sum fits 31 bits.
pub const MOST_WEIGHT: u32 = 200_000;

/// How many accounts go through the loops together.
const BLOCK: usize = 16;

/// One indicator of a block's accounts.
type Indicators = [u16; BLOCK];
/// A sum for each of a block's accounts.
type Sums = [u32; BLOCK];
