//! Four or eight accounts by one vector of wasm, which every current browser has.

use core::arch::wasm32::{
    i8x16_bitmask, i8x16_narrow_i16x8, i16x8_ge, i16x8_narrow_i32x4, i16x8_shr, i16x8_splat, i32x4_add,
    i32x4_dot_i16x8, i32x4_extend_high_i16x8, i32x4_extend_low_i16x8, i32x4_ge, i32x4_gt, i32x4_lt,
    i32x4_mul, i32x4_splat, u32x4_extend_high_u16x8, u32x4_extend_low_u16x8, v128, v128_and, v128_andnot,
    v128_load, v128_store,
};

use super::super::{Indicators, Sums};

#[allow(unsafe_code, reason = "a load of values that are there; the language has no safe one for this type")]
#[inline(always)]
fn load<T>(from: &[T]) -> v128 {
    const { assert!(size_of::<T>() == 2 || size_of::<T>() == 4) };
    debug_assert!(size_of_val(from) >= 16);
    // SAFETY: every caller passes a slice of sixteen bytes or more; this load asks for no alignment.
    unsafe { v128_load(from.as_ptr().cast()) }
}

#[allow(unsafe_code, reason = "a store to values that are there; the language has no safe one for this type")]
#[inline(always)]
fn store(to: &mut [u32; 4], value: v128) {
    // SAFETY: the reference points to sixteen bytes that are ours to write; this store asks for no alignment, and any bits are a
    // number.
    unsafe { v128_store(to.as_mut_ptr().cast(), value) }
}

/// Sixteen sums.
#[inline(always)]
fn sums(from: &Sums) -> [v128; 4] {
    let (fours, _) = from.as_chunks::<4>();
    let mut all = [i32x4_splat(0); 4];
    for (all, four) in all.iter_mut().zip(fours) {
        *all = load(four);
    }
    all
}

/// Sixteen indicators.
#[inline(always)]
fn indicators(from: &Indicators) -> [v128; 2] {
    let (eights, _) = from.as_chunks::<8>();
    let mut all = [i32x4_splat(0); 2];
    for (all, eight) in all.iter_mut().zip(eights) {
        *all = load(eight);
    }
    all
}

/// Adds sixteen numbers of 32 bits.
#[inline(always)]
fn put(sums: &mut Sums, more: [v128; 4]) {
    for (sum, more) in sums.as_chunks_mut::<4>().0.iter_mut().zip(more) {
        store(sum, i32x4_add(load(sum.as_slice()), more));
    }
}

#[inline(always)]
fn add_points(to: &mut Sums, [one, two]: [v128; 2], times: i16) {
    // Each number of points beside a zero: the product of both with both factors, added, is that of the points.
    let times = i32x4_splat(i32::from(times.cast_unsigned()));
    let product = |points| i32x4_dot_i16x8(points, times);
    put(
        to,
        [
            product(u32x4_extend_low_u16x8(one)),
            product(u32x4_extend_high_u16x8(one)),
            product(u32x4_extend_low_u16x8(two)),
            product(u32x4_extend_high_u16x8(two)),
        ],
    );
}

/// See the plain one.
#[inline(always)]
pub(in super::super) fn add(to: &mut Sums, from: &Indicators, times: i16) {
    add_points(to, indicators(from), times);
}

/// See the plain one.
#[inline(always)]
pub(in super::super) fn add_where_present(to: &mut Sums, from: &Indicators, times: i16) {
    add_points(to, indicators(from).map(|points| v128_andnot(points, i16x8_shr(points, 15))), times);
}

/// See the plain one.
#[inline(always)]
pub(in super::super) fn add_weight(to: &mut Sums, from: &Indicators, weight: i16, least: i16) {
    let counts = |points| v128_and(i16x8_ge(points, i16x8_splat(least)), i16x8_splat(weight));
    let [one, two] = indicators(from).map(counts);
    put(
        to,
        [
            i32x4_extend_low_i16x8(one),
            i32x4_extend_high_i16x8(one),
            i32x4_extend_low_i16x8(two),
            i32x4_extend_high_i16x8(two),
        ],
    );
}

/// One bit for each of sixteen answers.
#[inline(always)]
fn bits([a, b, c, d]: [v128; 4]) -> u16 {
    i8x16_bitmask(i8x16_narrow_i16x8(i16x8_narrow_i32x4(a, b), i16x8_narrow_i32x4(c, d)))
}

/// See the plain one.
#[inline(always)]
pub(in super::super) fn classes(from: &Sums, red: i32, green: i32) -> (u16, u16) {
    let (red, green) = (i32x4_splat(red), i32x4_splat(green));
    let all = sums(from);
    (bits(all.map(|sum| i32x4_lt(sum, red))), bits(all.map(|sum| i32x4_ge(sum, green))))
}

/// See the plain one.
#[inline(always)]
pub(in super::super) fn classes_by_weight(
    from: &Sums,
    weights: &Sums,
    red: i32,
    green: i32,
) -> (u16, u16, u16) {
    let (red, green, none) = (i32x4_splat(red), i32x4_splat(green), i32x4_splat(0));
    let ([a, b, c, d], weights) = (sums(from), sums(weights));
    let [e, f, g, h] = weights;
    let pairs = [(a, e), (b, f), (c, g), (d, h)];
    (
        bits(pairs.map(|(sum, weight)| i32x4_lt(sum, i32x4_mul(weight, red)))),
        bits(pairs.map(|(sum, weight)| i32x4_ge(sum, i32x4_mul(weight, green)))),
        bits(weights.map(|weight| i32x4_gt(weight, none))),
    )
}
