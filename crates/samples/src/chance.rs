//! Seeded chance in whole numbers, so that every machine draws the same.

use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng;

/// A source of chance. What it has been asked so far decides what comes next.
#[derive(Debug)]
pub(crate) struct Chance(Pcg32);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(Pcg32::new(seed, 0x0005_7e11))
    }

    /// A number from 0 to below `end`; 0 where `end` is 0. The bias of the remainder is far below what a sample shows.
    pub(crate) fn below(&mut self, end: u32) -> u32 {
        self.0.next_u32().checked_rem(end).unwrap_or(0)
    }

    /// A number from `least` to `most`, both included.
    pub(crate) fn between(&mut self, least: u32, most: u32) -> u32 {
        least.saturating_add(self.below(most.saturating_sub(least).saturating_add(1)))
    }

    /// Whether something happens that happens so many times in ten thousand.
    pub(crate) fn happens(&mut self, in_ten_thousand: u32) -> bool {
        self.below(10_000) < in_ten_thousand
    }

    /// One of these, each as likely as the others.
    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(usize::try_from(self.below(u32::try_from(from.len()).ok()?)).ok()?)
    }
}
