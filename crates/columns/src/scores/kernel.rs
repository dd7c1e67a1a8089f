//! The loops over blocks: so many times a column added to the sums, then the classes, and which blocks changed theirs.

use super::lanes::{Inverse, add, add_weight, add_where_present, classes, classes_by_weight, shares};
use super::{BLOCK, Indicators, MISSING, Sums};

/// How many blocks take all their columns before the next ones: their sums stay in the nearest cache.
pub(super) const CHUNK: usize = 128;

/// The classes of a block's accounts: one bit each for red, green and "has a score", from low to high, sixteen bits apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks(u64);

impl Marks {
    #[inline(always)]
    const fn new(red: u16, green: u16, scored: u16) -> Self {
        Self(((red & scored) as u64) | ((green & scored) as u64) << BLOCK | (scored as u64) << (2 * BLOCK))
    }

    /// Red, green, and scored.
    #[inline(always)]
    pub(super) const fn parts(self) -> [u16; 3] {
        [self.0 as u16, (self.0 >> BLOCK) as u16, (self.0 >> (2 * BLOCK)) as u16]
    }

    /// Those that are in different classes in both.
    pub(super) const fn differing(self, other: Self) -> u16 {
        let all = self.0 ^ other.0;
        (all | all >> BLOCK | all >> (2 * BLOCK)) as u16
    }

    /// Takes over the class of one account of another block.
    pub(super) const fn take(&mut self, place: usize, from: Self, other: usize) {
        const ONE_OF_EACH: u64 = 1 | 1 << BLOCK | 1 << (2 * BLOCK);
        self.0 |= (from.0 >> other & ONE_OF_EACH) << place;
    }

    /// Those scored that are neither red nor green.
    #[inline(always)]
    pub(super) const fn yellow(self) -> u16 {
        let [red, green, scored] = self.parts();
        scored & !red & !green
    }
}

/// A column, and how many times it is added.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part<'a> {
    pub(super) column: &'a [Indicators],
    pub(super) times: i16,
}

/// Where a score becomes red or green: sums, or points where weights differ by account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Limits {
    pub(super) red: i32,
    pub(super) green: i32,
}

/// Blocks whose marks changed, and what they were.
pub(super) type Changed = Vec<(u32, Marks)>;

/// Adds a column that every account has.
#[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
pub(super) fn add_column(sums: &mut [Sums], part: Part<'_>) {
    for (sums, column) in sums.iter_mut().zip(part.column) {
        add(sums, column, part.times);
    }
}

/// Adds a column that some accounts lack, and its weight.
#[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
pub(super) fn add_blank_column(sums: &mut [Sums], weights: &mut [Sums], part: Part<'_>, least: i16) {
    for ((sums, weights), column) in sums.iter_mut().zip(weights).zip(part.column) {
        add_where_present(sums, column, part.times);
        add_weight(weights, column, part.times, least);
    }
}

/// Adds the last column and marks every block; the accounts of all of them have the same weight.
#[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
pub(super) fn mark(
    sums: &mut [Sums],
    part: Part<'_>,
    limits: Limits,
    scored: &[u16],
    marks: &mut [Marks],
    changed: &mut Changed,
) {
    for ((((block, sums), column), scored), marks) in (0..).zip(sums).zip(part.column).zip(scored).zip(marks)
    {
        add(sums, column, part.times);
        let (red, green) = classes(sums, limits.red, limits.green);
        let now = Marks::new(red, green, *scored);
        if *marks != now {
            changed.push((block, *marks));
            *marks = now;
        }
    }
}

/// The same where weights differ by account.
#[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
pub(super) fn mark_by_weight(
    sums: &[Sums],
    weights: &[Sums],
    limits: Limits,
    scored: &[u16],
    marks: &mut [Marks],
    changed: &mut Changed,
) {
    for ((((block, sums), weights), scored), marks) in (0..).zip(sums).zip(weights).zip(scored).zip(marks) {
        let (red, green, some) = classes_by_weight(sums, weights, limits.red, limits.green);
        let now = Marks::new(red, green, some & *scored);
        if *marks != now {
            changed.push((block, *marks));
            *marks = now;
        }
    }
}

/// The scores of blocks whose accounts have the same weight.
#[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
pub(super) fn divide(sums: &[Sums], inverse: Inverse, marks: &[Marks], scores: &mut [Indicators]) {
    for ((scores, sums), marks) in scores.iter_mut().zip(sums).zip(marks) {
        let [.., scored] = marks.parts();
        let all = shares(sums, inverse);
        if scored == u16::MAX {
            *scores = all;
        } else {
            for ((place, score), share) in (0..).zip(scores).zip(all) {
                *score = if scored & 1_u16.unbounded_shl(place) != 0 { share } else { MISSING };
            }
        }
    }
}
