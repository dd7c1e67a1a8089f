//! Four or eight accounts by one vector of wasm, which every current browser has.

use core::arch::wasm32::{
    i16x8_ge, i16x8_shr, i16x8_shuffle, i16x8_splat, i32x4_add, i32x4_bitmask, i32x4_dot_i16x8,
    i32x4_extend_high_i16x8, i32x4_extend_low_i16x8, i32x4_mul, i32x4_shuffle, i32x4_splat, i32x4_sub,
    u32x4_extend_high_u16x8, u32x4_extend_low_u16x8, u64x2_extmul_high_u32x4, u64x2_extmul_low_u32x4,
    u64x2_shr, v128, v128_and, v128_andnot, v128_load, v128_store,
};

use super::super::{Indicators, Sums};
use super::Inverse;

/// Sixteen numbers of 32 bits.
type Four = [v128; 4];

#[allow(
    unsafe_code,
    reason = "a load of four sums that are there; the language has no safe one for this type"
)]
#[inline(always)]
fn load_sums(from: &[u32; 4]) -> v128 {
    // SAFETY: the reference points to sixteen readable bytes, and this load asks for no alignment.
    unsafe { v128_load(from.as_ptr().cast()) }
}

#[allow(
    unsafe_code,
    reason = "a load of eight indicators that are there; the language has no safe one for this type"
)]
#[inline(always)]
fn load_indicators(from: &[u16; 8]) -> v128 {
    // SAFETY: the reference points to sixteen readable bytes, and this load asks for no alignment.
    unsafe { v128_load(from.as_ptr().cast()) }
}

#[allow(
    unsafe_code,
    reason = "a store to four sums that are there; the language has no safe one for this type"
)]
#[inline(always)]
fn store(to: &mut [u32; 4], value: v128) {
    // SAFETY: the reference points to sixteen bytes that are ours to write; this store asks for no alignment, and any bits are a
    // number.
    unsafe { v128_store(to.as_mut_ptr().cast(), value) }
}

#[allow(
    unsafe_code,
    reason = "a store to eight indicators that are there; the language has no safe one for this type"
)]
#[inline(always)]
fn store_indicators(to: &mut [u16; 8], value: v128) {
    // SAFETY: the reference points to sixteen bytes that are ours to write; this store asks for no alignment, and any bits are a
    // number.
    unsafe { v128_store(to.as_mut_ptr().cast(), value) }
}

/// A block's sums.
#[inline(always)]
fn sums(from: &Sums) -> Four {
    // A block has four times four of them; no other length gets here.
    let [a, b, c, d] = from.as_chunks::<4>().0 else { return [i32x4_splat(0); 4] };
    [load_sums(a), load_sums(b), load_sums(c), load_sums(d)]
}

/// A block's indicators.
#[inline(always)]
fn indicators(from: &Indicators) -> [v128; 2] {
    let [a, b] = from.as_chunks::<8>().0 else { return [i32x4_splat(0); 2] };
    [load_indicators(a), load_indicators(b)]
}

/// Adds to a block's sums.
#[inline(always)]
fn put(to: &mut Sums, [e, f, g, h]: Four) {
    let [a, b, c, d] = to.as_chunks_mut::<4>().0 else { return };
    store(a, i32x4_add(load_sums(a), e));
    store(b, i32x4_add(load_sums(b), f));
    store(c, i32x4_add(load_sums(c), g));
    store(d, i32x4_add(load_sums(d), h));
}

#[inline(always)]
fn add_points(to: &mut Sums, [one, two]: [v128; 2], times: i16) {
    // Each number of points beside a zero: the product of both with both factors, added, is that of the points.
    let times = i32x4_splat(i32::from(times.cast_unsigned()));
    let product = |points| i32x4_dot_i16x8(points, times);
    let low = [product(u32x4_extend_low_u16x8(one)), product(u32x4_extend_high_u16x8(one))];
    let high = [product(u32x4_extend_low_u16x8(two)), product(u32x4_extend_high_u16x8(two))];
    let ([a, b], [c, d]) = (low, high);
    put(to, [a, b, c, d]);
}

/// See the plain one.
#[inline(always)]
pub(in super::super) fn add(to: &mut Sums, from: &Indicators, times: i16) {
    add_points(to, indicators(from), times);
}

/// See the plain one.
#[inline(always)]
pub(in super::super) fn add_where_present(to: &mut Sums, from: &Indicators, times: i16) {
    let [one, two] = indicators(from);
    let present = |points| v128_andnot(points, i16x8_shr(points, 15));
    add_points(to, [present(one), present(two)], times);
}

/// See the plain one.
#[inline(always)]
pub(in super::super) fn add_weight(to: &mut Sums, from: &Indicators, weight: i16, least: i16) {
    let [one, two] = indicators(from);
    let counts = |points| v128_and(i16x8_ge(points, i16x8_splat(least)), i16x8_splat(weight));
    let (one, two) = (counts(one), counts(two));
    let low = [i32x4_extend_low_i16x8(one), i32x4_extend_high_i16x8(one)];
    let high = [i32x4_extend_low_i16x8(two), i32x4_extend_high_i16x8(two)];
    let ([a, b], [c, d]) = (low, high);
    put(to, [a, b, c, d]);
}

/// Which of sixteen numbers are below zero, one bit each. Both sides of a comparison are from 0 to below 2³¹, so their difference has
/// the sign that tells.
#[inline(always)]
fn negative(a: v128, b: v128, c: v128, d: v128) -> u16 {
    let low = u16::from(i32x4_bitmask(a)) | u16::from(i32x4_bitmask(b)) << 4;
    low | u16::from(i32x4_bitmask(c)) << 8 | u16::from(i32x4_bitmask(d)) << 12
}

/// See the plain one.
#[inline(always)]
pub(in super::super) fn classes(from: &Sums, red: i32, green: i32) -> (u16, u16) {
    let (red, green) = (i32x4_splat(red), i32x4_splat(green));
    let [a, b, c, d] = sums(from);
    let below =
        |line| negative(i32x4_sub(a, line), i32x4_sub(b, line), i32x4_sub(c, line), i32x4_sub(d, line));
    (below(red), !below(green))
}

/// See the plain one.
#[inline(always)]
pub(in super::super) fn classes_by_weight(
    from: &Sums,
    weights: &Sums,
    red: i32,
    green: i32,
) -> (u16, u16, u16) {
    let none = i32x4_splat(0);
    let ([a, b, c, d], [e, f, g, h]) = (sums(from), sums(weights));
    let below = |points: i32| {
        let points = i32x4_splat(points);
        let less = |sum, weight| i32x4_sub(sum, i32x4_mul(weight, points));
        negative(less(a, e), less(b, f), less(c, g), less(d, h))
    };
    let some = negative(i32x4_sub(none, e), i32x4_sub(none, f), i32x4_sub(none, g), i32x4_sub(none, h));
    (below(red), !below(green), some)
}

/// See the plain one.
#[inline(always)]
pub(in super::super) fn shares(from: &Sums, inverse: Inverse) -> Indicators {
    let (half, factor) = (i32x4_splat(inverse.half.cast_signed()), i32x4_splat(inverse.factor.cast_signed()));
    let [a, b, c, d] = sums(from).map(|sum| {
        let sum = i32x4_add(sum, half);
        let low = u64x2_shr(u64x2_extmul_low_u32x4(sum, factor), inverse.shift);
        let high = u64x2_shr(u64x2_extmul_high_u32x4(sum, factor), inverse.shift);
        // The lower half of each of the four products.
        i32x4_shuffle::<0, 2, 4, 6>(low, high)
    });
    let mut shares = [0; 16];
    if let [one, two] = shares.as_chunks_mut::<8>().0 {
        store_indicators(one, i16x8_shuffle::<0, 2, 4, 6, 8, 10, 12, 14>(a, b));
        store_indicators(two, i16x8_shuffle::<0, 2, 4, 6, 8, 10, 12, 14>(c, d));
    }
    shares
}
