//! The loops over customers whose amounts have 32 bits, four by one vector of wasm, which every current browser has. Written by
//! hand: under the worker's profile the compiler makes no vectors of the plain ones.

use core::arch::wasm32::{
    i32x4_add, i32x4_extract_lane, i32x4_gt, i32x4_min, i32x4_splat, i32x4_sub, v128, v128_and, v128_andnot,
    v128_load, v128_or, v128_store,
};

use super::kernel::Raw;
use super::loops::narrow;

#[allow(
    unsafe_code,
    reason = "a load of four amounts that are there; the language has no safe one for this type"
)]
#[target_feature(enable = "simd128")]
#[inline]
fn load(from: &[i32; 4]) -> v128 {
    // SAFETY: the reference points to sixteen readable bytes, and this load asks for no alignment.
    unsafe { v128_load(from.as_ptr().cast()) }
}

#[allow(
    unsafe_code,
    reason = "a store to four masks that are there; the language has no safe one for this type"
)]
#[target_feature(enable = "simd128")]
#[inline]
fn store(to: &mut [i32; 4], value: v128) {
    // SAFETY: the reference points to sixteen bytes that are ours to write; this store asks for no alignment, and any bits are a
    // number.
    unsafe { v128_store(to.as_mut_ptr().cast(), value) }
}

/// The four numbers of a vector, added up. They fit, because those of a whole block do.
#[target_feature(enable = "simd128")]
#[inline]
fn sum(of: v128) -> i64 {
    let low = i32x4_extract_lane::<0>(of).wrapping_add(i32x4_extract_lane::<1>(of));
    let high = i32x4_extract_lane::<2>(of).wrapping_add(i32x4_extract_lane::<3>(of));
    i64::from(low.wrapping_add(high))
}

/// See the plain one, which takes what is left beside whole vectors.
#[target_feature(enable = "simd128")]
pub(super) fn month(before: &[i32], now: &[i32], seen: &mut [i32], raw: &mut Raw) {
    let whole = before.len().min(now.len()).min(seen.len()) & !3;
    let ((befores, before), (nows, now)) = (before.split_at(whole), now.split_at(whole));
    let (seens, seen) = seen.split_at_mut(whole);
    let none = i32x4_splat(0);
    let [mut end, mut end_logos, mut kept, mut came] = [none; 4];
    let [mut back, mut back_logos, mut churn, mut churn_logos] = [none; 4];
    let pairs = befores.as_chunks::<4>().0.iter().zip(nows.as_chunks::<4>().0);
    for ((before, now), seen) in pairs.zip(seens.as_chunks_mut::<4>().0) {
        let (before, now, known) = (load(before), load(now), load(seen));
        let (was, is) = (i32x4_gt(before, none), i32x4_gt(now, none));
        let (comes, leaves) = (v128_andnot(is, was), v128_andnot(was, is));
        let returns = v128_and(comes, known);
        end = i32x4_add(end, now);
        end_logos = i32x4_sub(end_logos, is);
        kept = i32x4_add(kept, i32x4_min(now, before));
        came = i32x4_add(came, v128_and(now, comes));
        back = i32x4_add(back, v128_and(now, returns));
        back_logos = i32x4_sub(back_logos, returns);
        churn = i32x4_add(churn, v128_and(before, leaves));
        churn_logos = i32x4_sub(churn_logos, leaves);
        store(seen, v128_or(known, is));
    }
    raw.add(&Raw {
        end: sum(end),
        end_logos: sum(end_logos),
        kept: sum(kept),
        came: sum(came),
        back: sum(back),
        back_logos: sum(back_logos),
        churn: sum(churn),
        churn_logos: sum(churn_logos),
        ..Raw::default()
    });
    narrow::month(before, now, seen, raw);
}

/// See the plain one, which takes what is left beside whole vectors.
#[target_feature(enable = "simd128")]
pub(super) fn year(then: &[i32], now: &[i32], raw: &mut Raw) {
    let whole = then.len().min(now.len()) & !3;
    let ((thens, then), (nows, now)) = (then.split_at(whole), now.split_at(whole));
    let none = i32x4_splat(0);
    let [mut now_12, mut kept, mut lost] = [none; 3];
    for (then, now) in thens.as_chunks::<4>().0.iter().zip(nows.as_chunks::<4>().0) {
        let (then, now) = (load(then), load(now));
        let was = i32x4_gt(then, none);
        now_12 = i32x4_add(now_12, v128_and(now, was));
        kept = i32x4_add(kept, i32x4_min(now, then));
        lost = i32x4_sub(lost, v128_andnot(was, i32x4_gt(now, none)));
    }
    raw.add(&Raw { now_12: sum(now_12), kept_12: sum(kept), lost_12: sum(lost), ..Raw::default() });
    narrow::year(then, now, raw);
}
