//! The loops over customers, once for amounts of 32 bits and once for 64, so that as many as can be go side by side.

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

/// Writes the loops for one kind of integer. A mask is all ones where something holds, and minus one for counting.
macro_rules! kernel {
    ($name:ident, $int:ty) => {
        pub(super) mod $name {
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

            #[inline(always)]
            const fn mask(holds: bool) -> $int {
                (holds as $int).wrapping_neg()
            }

            /// The month before against this month. `seen` is all ones for those who have paid before, and is kept.
            #[cfg_attr(
                all(target_arch = "wasm32", not(feature = "scalar")),
                target_feature(enable = "simd128")
            )]
            #[allow(clippy::cast_lossless, reason = "the same text for both widths")]
            fn month(before: &[$int], now: &[$int], seen: &mut [$int], raw: &mut Raw) {
                let [mut end, mut end_logos, mut kept, mut came] = [0 as $int; 4];
                let [mut back, mut back_logos, mut churn, mut churn_logos] = [0 as $int; 4];
                for ((before, now), seen) in before.iter().zip(now).zip(seen) {
                    let (was, is) = (mask(*before > 0), mask(*now > 0));
                    let (comes, leaves) = (is & !was, was & !is);
                    let returns = comes & *seen;
                    end = end.wrapping_add(*now);
                    end_logos = end_logos.wrapping_sub(is);
                    kept = kept.wrapping_add(if *now < *before { *now } else { *before });
                    came = came.wrapping_add(*now & comes);
                    back = back.wrapping_add(*now & returns);
                    back_logos = back_logos.wrapping_sub(returns);
                    churn = churn.wrapping_add(*before & leaves);
                    churn_logos = churn_logos.wrapping_sub(leaves);
                    *seen |= is;
                }
                raw.end = end as i64;
                raw.end_logos = end_logos as i64;
                raw.kept = kept as i64;
                raw.came = came as i64;
                raw.back = back as i64;
                raw.back_logos = back_logos as i64;
                raw.churn = churn as i64;
                raw.churn_logos = churn_logos as i64;
            }

            /// Twelve months before against this month.
            #[cfg_attr(
                all(target_arch = "wasm32", not(feature = "scalar")),
                target_feature(enable = "simd128")
            )]
            #[allow(clippy::cast_lossless, reason = "the same text for both widths")]
            fn year(then: &[$int], now: &[$int], raw: &mut Raw) {
                let [mut now_12, mut kept, mut lost] = [0 as $int; 3];
                for (then, now) in then.iter().zip(now) {
                    let was = mask(*then > 0);
                    now_12 = now_12.wrapping_add(*now & was);
                    kept = kept.wrapping_add(if *now < *then { *now } else { *then });
                    lost = lost.wrapping_sub(was & !mask(*now > 0));
                }
                raw.now_12 = now_12 as i64;
                raw.kept_12 = kept as i64;
                raw.lost_12 = lost as i64;
            }
        }
    };
}

kernel!(narrow, i32);
kernel!(wide, i64);
