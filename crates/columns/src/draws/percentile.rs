//! Exact percentiles of a column, without sorting it.

use super::four::{Four, Words};

/// Into how many parts the values are counted.
const PARTS: usize = 4_096;
/// The last part, in which is also what has no value.
const LAST: u32 = 4_095;
/// How many percentiles are asked for at once. Not a parameter: a function that has one is built where it is called from, for
/// size.
const ASKED: usize = 5;
/// What a part is called where there is none.
const NONE: u32 = u32::MAX;

/// Finds percentiles by counting: once over all values into parts of their bits, then in the few parts that hold what is asked
/// for. What it finds is a value of the column, the one of nearest rank: `⌊n × p ÷ 100⌋` values lie before it in order.
///
/// It keeps its counts, so that many columns cost no memory anew.
///
/// ```
/// use plimsoll_columns::draws::Percentiles;
/// let column: Vec<f32> = (0_u8..200).rev().map(f32::from).collect();
/// let found = Percentiles::default().of(&column, [5, 25, 50, 75, 95]);
/// assert_eq!(found, Some(([10.0, 50.0, 100.0, 150.0, 190.0], 200)));
/// assert_eq!(Percentiles::default().of(&[f32::INFINITY], [5, 25, 50, 75, 95]), None);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Percentiles {
    /// The part of each value.
    parts: Vec<u32>,
    counts: Vec<[u32; 2]>,
    /// How far the values in the parts that hold what is asked for are above the lowest one, as keys.
    found: Vec<Vec<u32>>,
    /// Of one of them, what is still in question.
    left: Vec<u32>,
}

/// Which keys a column has.
struct Span {
    lowest: i32,
    /// How many bits of a key's distance from the lowest are below its part.
    shift: u32,
    /// How many values there are: those that are not infinite.
    count: usize,
}

impl Percentiles {
    /// The percentiles of a column, and how many values it has. What is not finite stands for "no value" and is passed over; nothing where no value is
    /// left.
    pub fn of(&mut self, column: &[f32], percents: [u32; ASKED]) -> Option<([f32; ASKED], usize)> {
        let span = span(column)?;
        self.count(column, &span);
        let ranks = percents.map(|percent| rank(span.count, percent));
        let places = self.places(ranks);
        self.gather(column, places.map(|(part, _)| part), &span);
        let mut answer = [0.0; ASKED];
        for ((answer, (part, before)), rank) in answer.iter_mut().zip(places).zip(ranks) {
            // The same part is gathered once, for the first that asks for it.
            let list = self.found.get(places.iter().position(|(other, _)| *other == part)?)?;
            self.left.clone_from(list);
            let place = rank.checked_sub(before).filter(|place| *place < list.len())?;
            *answer = value_of(nth(&mut self.left, place, span.shift)?.wrapping_add(span.lowest));
        }
        Some((answer, span.count))
    }

    /// Counts the values of each part.
    fn count(&mut self, column: &[f32], span: &Span) {
        self.counts.clear();
        self.counts.resize(PARTS, [0; 2]);
        self.parts.clear();
        self.parts.resize(column.len(), NONE);
        part_all(column, span, &mut self.parts);
        if let Ok(counts) = <&mut [[u32; 2]; PARTS]>::try_from(self.counts.as_mut_slice()) {
            count_all(&self.parts, counts);
        }
    }

    /// For each rank the part that holds it, and how many values lie in the parts before. Ranks ascend.
    fn places(&self, ranks: [usize; ASKED]) -> [(u32, usize); ASKED] {
        let mut parts = (0_u32..).zip(&self.counts);
        let (mut part, mut before, mut until) = (NONE, 0_usize, 0_usize);
        ranks.map(|rank| {
            while until <= rank {
                let Some((next, [one, other])) = parts.next() else { break };
                (part, before) = (next, until);
                until = until.saturating_add(one.saturating_add(*other) as usize);
            }
            (part, before)
        })
    }

    /// Gathers the keys of the values in these parts.
    fn gather(&mut self, column: &[f32], wanted: [u32; ASKED], span: &Span) {
        self.found.resize(ASKED, Vec::new());
        self.found.iter_mut().for_each(Vec::clear);
        let (chunks, rest) = self.parts.as_chunks::<32>();
        let (values, rest_values) = column.as_chunks::<32>();
        for (parts, values) in chunks.iter().zip(values) {
            if holds_any(parts, wanted) {
                sort_out(parts, values, wanted, span, &mut self.found);
            }
        }
        sort_out(rest, rest_values, wanted, span, &mut self.found);
    }
}

/// How many values of so many lie before a percentile.
fn rank(count: usize, percent: u32) -> usize {
    let before = (count as u64).saturating_mul(u64::from(percent)) / 100;
    (before as usize).min(count.saturating_sub(1))
}

/// A whole number for each value, in the same order; what is no number is put beside the infinite.
#[inline(always)]
const fn key(value: f32) -> i32 {
    let value = if value < f32::INFINITY { value } else { f32::INFINITY };
    let bits = value.to_bits().cast_signed();
    bits ^ ((bits >> 31) & i32::MAX)
}

/// The value of a key; turning round is the same step.
const fn value_of(key: i32) -> f32 {
    f32::from_bits((key ^ ((key >> 31) & i32::MAX)).cast_unsigned())
}

/// The same of four.
#[inline(always)]
fn keys(values: Four) -> Words {
    let end = Four::splat(f32::INFINITY);
    let bits = values.below(end).pick(values, end).bits();
    bits.xor(bits.right_signed(31).and(Words::splat(i32::MAX.cast_unsigned())))
}

/// Lowest and highest key, and how many values there are.
#[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
fn span(column: &[f32]) -> Option<Span> {
    const END: i32 = key(f32::INFINITY);
    let [end, least] = [END, i32::MIN].map(|key| Words::splat(key.cast_unsigned()));
    let (mut lowest, mut highest, mut none) = (end, least, Words::splat(0));
    let (chunks, rest) = column.as_chunks::<4>();
    for chunk in chunks {
        let keys = keys(Four::load(chunk));
        // All bits set, which is minus one, where there is no value.
        let is_none = keys.equal(end);
        lowest = lowest.least_signed(keys);
        highest = highest.most_signed(keys.minus(is_none.and(end.minus(least))));
        none = none.minus(is_none);
    }
    let [mut ends, mut counts] = [[0; 4]; 2];
    lowest.store(&mut ends);
    none.store(&mut counts);
    let rest = rest.iter().map(|value| key(*value));
    let lowest = ends.map(u32::cast_signed).into_iter().chain(rest.clone()).min()?;
    highest.store(&mut ends);
    let defined = rest.clone().filter(|key| *key < END);
    let highest = ends.map(u32::cast_signed).into_iter().chain(defined.clone()).max()?;
    let none = counts.iter().fold(0_usize, |sum, count| sum.saturating_add(*count as usize));
    let none = none.saturating_add(rest.len().saturating_sub(defined.count()));
    let count = column.len().checked_sub(none).filter(|count| *count > 0)?;
    let range = highest.wrapping_sub(lowest).cast_unsigned();
    let bits = u32::BITS.saturating_sub(range.leading_zeros());
    Some(Span { lowest, shift: bits.saturating_sub(PARTS.trailing_zeros()), count })
}

/// The part of each value. What has none gets the last part, behind all ranks that are asked for.
#[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
fn part_all(column: &[f32], span: &Span, parts: &mut [u32]) {
    let (lowest, last) = (Words::splat(span.lowest.cast_unsigned()), Words::splat(LAST));
    let (chunks, rest) = column.as_chunks::<4>();
    let (to, rest_to) = parts.as_chunks_mut::<4>();
    for (chunk, to) in chunks.iter().zip(to) {
        keys(Four::load(chunk)).minus(lowest).right(span.shift).least(last).store(to);
    }
    for (value, to) in rest.iter().zip(rest_to) {
        let distance = key(*value).wrapping_sub(span.lowest).cast_unsigned();
        *to = distance.wrapping_shr(span.shift).min(LAST);
    }
}

/// Two counts of each part, so that equal neighbours need not wait for each other.
fn count_all(parts: &[u32], counts: &mut [[u32; 2]; PARTS]) {
    let (pairs, rest) = parts.as_chunks::<2>();
    for pair in pairs {
        for (side, part) in pair.iter().enumerate() {
            if let Some(count) = counts.get_mut((*part as usize) % PARTS).and_then(|both| both.get_mut(side))
            {
                *count = count.wrapping_add(1);
            }
        }
    }
    for part in rest {
        if let Some([count, _]) = counts.get_mut((*part as usize) % PARTS) {
            *count = count.wrapping_add(1);
        }
    }
}

/// Whether one of these values lies in a wanted part.
#[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
fn holds_any(parts: &[u32; 32], wanted: [u32; ASKED]) -> bool {
    let wanted = wanted.map(Words::splat);
    let mut any = Words::splat(0);
    for parts in parts.as_chunks::<4>().0 {
        let parts = Words::load(parts);
        for wanted in wanted {
            any = any.or(parts.equal(wanted));
        }
    }
    any.any()
}

/// The distance with so many before it in order, of distances that differ in the lowest bits only: bit by bit, the side that
/// holds it is kept. Nearly all are gone after a few bits. The library's own selection packs three kilobytes larger.
fn nth(distances: &mut Vec<u32>, mut place: usize, bits: u32) -> Option<i32> {
    for bit in (0..bits).rev() {
        let is_set = |distance: &u32| distance.wrapping_shr(bit) & 1 == 1;
        let below = distances.iter().filter(|distance| !is_set(distance)).count();
        if let Some(beyond) = place.checked_sub(below) {
            place = beyond;
            distances.retain(is_set);
        } else {
            distances.retain(|distance| !is_set(distance));
        }
    }
    distances.first().map(|distance| distance.cast_signed())
}

/// Puts each value of a wanted part on the list of the first that asks for it. What has no value is in the last part too, but
/// lies beyond it.
fn sort_out(parts: &[u32], values: &[f32], wanted: [u32; ASKED], span: &Span, found: &mut [Vec<u32>]) {
    for (part, value) in parts.iter().zip(values) {
        let list = wanted.iter().position(|wanted| wanted == part).and_then(|list| found.get_mut(list));
        let distance = key(*value).wrapping_sub(span.lowest).cast_unsigned();
        if let Some(list) = list.filter(|_| distance.wrapping_shr(span.shift) == *part) {
            list.push(distance);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draws::{Shape, Streams};

    fn by_sorting(column: &[f32], percents: [u32; ASKED]) -> Option<([f32; ASKED], usize)> {
        let mut sorted: Vec<f32> = column.iter().copied().filter(|value| value.is_finite()).collect();
        sorted.sort_by(f32::total_cmp);
        (!sorted.is_empty()).then_some(())?;
        let at = |percent| sorted.iter().skip(rank(sorted.len(), percent)).copied().next();
        Some((percents.map(|percent| at(percent).unwrap_or(f32::NAN)), sorted.len()))
    }

    const PERCENTS: [u32; ASKED] = [5, 25, 50, 75, 95];

    #[test]
    fn it_finds_what_sorting_finds() {
        let shapes = [
            Shape::Constant(3.0),
            Shape::Uniform { low: -1.0, width: 2.0 },
            Shape::Uniform { low: -1e30, width: 2e30 },
            Shape::triangular(0.0, 0.01, 0.03),
        ];
        let mut percentiles = Percentiles::default();
        for (number, shape) in (0..).zip(shapes) {
            let mut streams = Streams::new(5, number);
            let mut column = Vec::new();
            for length in [1_usize, 2, 19, 20, 21, 63, 640, 5_003] {
                while column.len() < length {
                    let mut block = [0.0; 64];
                    shape.fill(&mut streams, &mut block);
                    column.extend_from_slice(&block);
                }
                let mut column: Vec<f32> = column.iter().copied().take(length).collect();
                assert_eq!(
                    percentiles.of(&column, PERCENTS),
                    by_sorting(&column, PERCENTS),
                    "{shape:?} {length}"
                );
                for value in column.iter_mut().step_by(3) {
                    *value = if value.to_bits() % 2 == 0 { f32::INFINITY } else { -f32::NAN };
                }
                assert_eq!(
                    percentiles.of(&column, PERCENTS),
                    by_sorting(&column, PERCENTS),
                    "{shape:?} {length} holes"
                );
            }
        }
    }

    #[test]
    fn outliers_do_not_matter() {
        let mut column: Vec<f32> = (0..1_000_u16).map(|value| 1.0 + f32::from(value) * 1e-4).collect();
        column.extend([f32::MAX, f32::MIN, 0.0, -0.0]);
        assert_eq!(Percentiles::default().of(&column, PERCENTS), by_sorting(&column, PERCENTS));
    }

    /// The highest part is full, so values and what has none come to lie in it together.
    #[test]
    fn what_has_no_value_does_not_mix_with_the_highest() {
        let above_one = |bits: u32| f32::from_bits(1.0_f32.to_bits().wrapping_add(bits));
        let mut column: Vec<f32> =
            (0..400_u32).map(|place| above_one(65_535_u32.saturating_sub(place % 16))).collect();
        column.push(1.0);
        column.extend([f32::INFINITY; 40]);
        assert_eq!(Percentiles::default().of(&column, PERCENTS), by_sorting(&column, PERCENTS));
    }
}
