//! Account by account.

use super::super::{Indicators, Sums};
use super::Inverse;

/// Adds so many times an indicator to the sums. Every account has it.
#[inline(always)]
pub(in super::super) fn add(sums: &mut Sums, indicators: &Indicators, times: i16) {
    for (sum, points) in sums.iter_mut().zip(indicators) {
        *sum = sum.wrapping_add(i32::from(*points).wrapping_mul(times.into()).cast_unsigned());
    }
}

/// The same where some accounts do not have it.
#[inline(always)]
pub(in super::super) fn add_where_present(sums: &mut Sums, indicators: &Indicators, times: i16) {
    add(sums, &indicators.map(|points| if points.cast_signed() < 0 { 0 } else { points }), times);
}

/// Adds weight for each account whose indicator, read with a sign, is from `least` on: what is missing is below zero.
#[inline(always)]
pub(in super::super) fn add_weight(weights: &mut Sums, indicators: &Indicators, weight: i16, least: i16) {
    for (sum, points) in weights.iter_mut().zip(indicators) {
        let counts = if points.cast_signed() < least { 0 } else { weight };
        *sum = sum.wrapping_add(i32::from(counts).cast_unsigned());
    }
}

/// Which sums are below the first limit, and which are not below the second, one bit each.
#[inline(always)]
pub(in super::super) fn classes(sums: &Sums, red: i32, green: i32) -> (u16, u16) {
    sums.iter().rev().fold((0, 0), |(low, high), sum| {
        let sum = sum.cast_signed();
        ((low << 1) | u16::from(sum < red), (high << 1) | u16::from(sum >= green))
    })
}

/// The same with limits that are so many times each account's weight, and which accounts have weight at all.
#[inline(always)]
pub(in super::super) fn classes_by_weight(
    sums: &Sums,
    weights: &Sums,
    red: i32,
    green: i32,
) -> (u16, u16, u16) {
    sums.iter().zip(weights).rev().fold((0, 0, 0), |(low, high, some), (sum, weight)| {
        let (sum, weight) = (sum.cast_signed(), weight.cast_signed());
        (
            (low << 1) | u16::from(sum < weight.wrapping_mul(red)),
            (high << 1) | u16::from(sum >= weight.wrapping_mul(green)),
            (some << 1) | u16::from(weight > 0),
        )
    })
}

/// What each sum is of a weight, in whole numbers; see [`super::Inverse`].
#[inline(always)]
pub(in super::super) fn shares(sums: &Sums, inverse: Inverse) -> Indicators {
    sums.map(|sum| {
        let product = u64::from(sum.wrapping_add(inverse.half)).wrapping_mul(inverse.factor.into());
        product.unbounded_shr(inverse.shift) as u16
    })
}
