//! The loops over customers one by one, for amounts of 32 bits and of 64. Every one of them adds to the sums of its month.

/// Writes the loops for one kind of integer. A mask is all ones where something holds, and minus one for counting.
macro_rules! loops {
    ($name:ident, $int:ty) => {
        pub(super) mod $name {
            use super::super::kernel::Raw;

            #[inline(always)]
            const fn mask(holds: bool) -> $int {
                (holds as $int).wrapping_neg()
            }

            /// The month before against this month. `seen` is all ones for those who have paid before, and is kept.
            #[allow(clippy::cast_lossless, reason = "the same text for both widths")]
            pub(in super::super) fn month(before: &[$int], now: &[$int], seen: &mut [$int], raw: &mut Raw) {
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
                raw.add(&Raw {
                    end: end as i64,
                    end_logos: end_logos as i64,
                    kept: kept as i64,
                    came: came as i64,
                    back: back as i64,
                    back_logos: back_logos as i64,
                    churn: churn as i64,
                    churn_logos: churn_logos as i64,
                    ..Raw::default()
                });
            }

            /// Twelve months before against this month.
            #[allow(clippy::cast_lossless, reason = "the same text for both widths")]
            pub(in super::super) fn year(then: &[$int], now: &[$int], raw: &mut Raw) {
                let [mut now_12, mut kept, mut lost] = [0 as $int; 3];
                for (then, now) in then.iter().zip(now) {
                    let was = mask(*then > 0);
                    now_12 = now_12.wrapping_add(*now & was);
                    kept = kept.wrapping_add(if *now < *then { *now } else { *then });
                    lost = lost.wrapping_sub(was & !mask(*now > 0));
                }
                raw.add(&Raw {
                    now_12: now_12 as i64,
                    kept_12: kept as i64,
                    lost_12: lost as i64,
                    ..Raw::default()
                });
            }
        }
    };
}

loops!(narrow, i32);
loops!(wide, i64);
