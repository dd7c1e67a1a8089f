//! A column in order, and how much of it lies beyond a value.

use super::four::{Four, Words};

/// Into how many parts a round of sorting counts.
const PARTS: usize = 2_048;
/// Of so many bits a part is.
const BITS: u32 = PARTS.trailing_zeros();

/// A column and the places of its finite values, lowest value first; equal ones, and both zeros are equal, in the order of their
/// places. Sorted by counting, in three rounds of eleven bits.
///
/// ```
/// use plimsoll_columns::draws::Ordered;
/// let ordered = Ordered::of(&[3.0, -1.0, f32::NAN, 0.0, -0.0]);
/// let ranks = ordered.ranks(&ordered);
/// assert_eq!((ranks[0], ranks[1], ranks[2].is_nan(), ranks[3], ranks[4]), (3.0, 0.0, true, 1.5, 1.5));
/// ```
#[derive(Clone, Debug)]
pub struct Ordered<'a> {
    column: &'a [f32],
    /// Keys and places.
    order: Vec<(u32, u32)>,
}

impl<'a> Ordered<'a> {
    /// Puts a column in order.
    #[must_use]
    pub fn of(column: &'a [f32]) -> Self {
        let pairs = (0_u32..).zip(column).filter(|(_, value)| value.is_finite());
        let mut order: Vec<(u32, u32)> = pairs.map(|(place, value)| (key(*value), place)).collect();
        let mut next = order.clone();
        for round in 0..u32::BITS.div_ceil(BITS) {
            sort_by(&order, round.wrapping_mul(BITS), &mut next);
            std::mem::swap(&mut order, &mut next);
        }
        Self { column, order }
    }

    /// The rank, from 0, of each value that has a finite one in its place `beside` it; equal values share the mean of their ranks.
    /// What has none is not a number.
    #[must_use]
    pub fn ranks(&self, beside: &Self) -> Vec<f64> {
        let mut ranks = vec![f64::NAN; self.column.len()];
        let is_counted = |(_, place): &&(u32, u32)| {
            beside.column.get(*place as usize).is_some_and(|value| value.is_finite())
        };
        let order: Vec<(u32, u32)> = self.order.iter().filter(is_counted).copied().collect();
        let mut start = 0_usize;
        for group in order.chunk_by(|one, other| one.0 == other.0) {
            let mean = start as f64 + (group.len() as f64 - 1.0) / 2.0;
            for (_, place) in group {
                if let Some(slot) = ranks.get_mut(*place as usize) {
                    *slot = mean;
                }
            }
            start = start.saturating_add(group.len());
        }
        ranks
    }
}

/// Bits in the order of the values.
fn key(value: f32) -> u32 {
    // Both zeros are one value.
    let bits = (value + 0.0).to_bits();
    if bits >> 31 == 1 { !bits } else { bits | 1 << 31 }
}

fn sort_by(order: &[(u32, u32)], shift: u32, to: &mut [(u32, u32)]) {
    let part = |key: u32| key.wrapping_shr(shift) as usize % PARTS;
    let mut starts = [0_usize; PARTS];
    for (key, _) in order {
        if let Some(count) = starts.get_mut(part(*key)) {
            *count = count.wrapping_add(1);
        }
    }
    let mut start = 0_usize;
    for slot in &mut starts {
        let count = std::mem::replace(slot, start);
        start = start.wrapping_add(count);
    }
    for pair in order {
        if let Some(place) = starts.get_mut(part(pair.0)) {
            if let Some(to) = to.get_mut(*place) {
                *to = *pair;
            }
            *place = place.wrapping_add(1);
        }
    }
}

/// How many finite values of a column reach a value, which counts itself `with` it.
///
/// ```
/// use plimsoll_columns::draws::reaching;
/// let column = [1.0, 2.0, 3.0, 2.0, 0.5, f32::NAN, f32::INFINITY, f32::NEG_INFINITY];
/// assert_eq!((reaching(&column, 2.0, true), reaching(&column, 2.0, false)), (3, 1));
/// assert_eq!(reaching(&column, f32::NEG_INFINITY, false), 5);
/// ```
#[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
#[must_use]
pub fn reaching(column: &[f32], from: f32, with: bool) -> usize {
    let [start, end] = [from, f32::INFINITY].map(Four::splat);
    let mut counts = Words::splat(0);
    let (chunks, rest) = column.as_chunks::<4>();
    for chunk in chunks {
        let value = Four::load(chunk);
        let reached = if with {
            value.below(start).xor(value.below(end))
        } else {
            start.below(value).and(value.below(end))
        };
        // All bits set, which is minus one, where it is.
        counts = counts.minus(reached);
    }
    let mut found = [0; 4];
    counts.store(&mut found);
    let reached = |value: &&f32| value.is_finite() && if with { **value >= from } else { **value > from };
    let rest = rest.iter().filter(reached).count();
    found.iter().fold(rest, |sum, count| sum.saturating_add(*count as usize))
}
