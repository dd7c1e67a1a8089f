//! The way through the months, once for amounts of 32 bits and once for 64, so that as many as can be go side by side.

#[cfg(not(all(target_arch = "wasm32", not(feature = "scalar"))))]
use super::loops::narrow as narrow_loops;
use super::loops::wide as wide_loops;
#[cfg(all(target_arch = "wasm32", not(feature = "scalar")))]
use super::vectors as narrow_loops;

/// How many customers are added up at once.
pub(super) const WIDTH: usize = 256;

/// Amounts below this can be added up [`WIDTH`] at a time in 32 bits.
pub(super) const NARROW: i64 = 1 << 23;

/// What is added up for one month; everything else follows from it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Raw {
    pub(super) end: i64,
    pub(super) end_logos: i64,
    /// Σ min(this month, the month before).
    pub(super) kept: i64,
    /// Paid by those who did not pay the month before.
    pub(super) came: i64,
    /// Of these, by those who had paid at some time before.
    pub(super) back: i64,
    pub(super) back_logos: i64,
    pub(super) churn: i64,
    pub(super) churn_logos: i64,
    /// Of those who paid twelve months before: what they pay now, Σ min(now, then), and how many pay nothing.
    pub(super) now_12: i64,
    pub(super) kept_12: i64,
    pub(super) lost_12: i64,
}

impl Raw {
    /// Adds what a block found. All of it together fits, or the ledger would have been refused.
    pub(super) const fn add(&mut self, other: &Self) {
        self.end = self.end.wrapping_add(other.end);
        self.end_logos = self.end_logos.wrapping_add(other.end_logos);
        self.kept = self.kept.wrapping_add(other.kept);
        self.came = self.came.wrapping_add(other.came);
        self.back = self.back.wrapping_add(other.back);
        self.back_logos = self.back_logos.wrapping_add(other.back_logos);
        self.churn = self.churn.wrapping_add(other.churn);
        self.churn_logos = self.churn_logos.wrapping_add(other.churn_logos);
        self.now_12 = self.now_12.wrapping_add(other.now_12);
        self.kept_12 = self.kept_12.wrapping_add(other.kept_12);
        self.lost_12 = self.lost_12.wrapping_add(other.lost_12);
    }
}

/// Writes the way through the months for one kind of integer, with the loops of a module.
macro_rules! kernel {
    ($name:ident, $int:ty, $loops:ident) => {
        pub(super) mod $name {
            use super::$loops::{month, year};
            use super::{Raw, WIDTH};

            /// Goes through the months of a block: `width` customers beside each other, month by month.
            pub(in super::super) fn walk(amounts: &[$int], width: usize, sums: &mut [Raw]) {
                let nothing = [0; WIDTH];
                let mut seen = [0; WIDTH];
                let row = |place: usize| {
                    let start = place.wrapping_mul(width);
                    amounts.get(start..start.saturating_add(width)).unwrap_or_default()
                };
                for (place, sum) in sums.iter_mut().enumerate() {
                    let now = row(place);
                    let before = place.checked_sub(1).map_or(nothing.as_slice(), row);
                    let mut raw = Raw::default();
                    month(before, now, &mut seen, &mut raw);
                    if let Some(then) = place.checked_sub(12) {
                        year(row(then), now, &mut raw);
                    }
                    sum.add(&raw);
                }
            }
        }
    };
}

kernel!(narrow, i32, narrow_loops);
kernel!(wide, i64, wide_loops);
