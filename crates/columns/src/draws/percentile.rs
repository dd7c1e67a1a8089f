//! Exact percentiles of a column, without sorting it.

use super::four::{Four, Halves, Words};

/// Into how many parts the values are counted.
const PARTS: usize = 4_096;
/// The last of them.
const LAST: u16 = 4_095;
/// The part behind it, of what has no value.
const VOID: u16 = 4_096;
/// Room for the counts of all of them, a power of two.
const SLOTS: usize = 8_192;
/// How many percentiles are asked for at once. Not a parameter: a function that has one is built where it is called from, for
/// size.
const ASKED: usize = 5;
/// Of how many values the parts are laid out.
const LOOKED_AT: usize = 1_024;

/// Finds percentiles by counting: once over all values into parts of their bits, then in the few parts that hold what is asked
/// for. What it finds is a value of the column, the one of nearest rank: `⌊n × p ÷ 100⌋` values lie before it in order.
///
/// The parts are laid out by the first values, with room to either side. What lies beyond is counted into the outermost parts, and
/// should one of these be asked for, they are laid out by all.
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
    parts: Vec<u16>,
    counts: Vec<u32>,
    /// How far the values in the parts that hold what is asked for are above the lowest one, as keys.
    found: Vec<Vec<u32>>,
    /// Of one of them, what is still in question.
    left: Vec<u32>,
}

/// Which keys the parts are laid out for.
struct Span {
    lowest: i32,
    highest: i32,
    /// How many bits of a key's distance from the lowest are below its part.
    shift: u32,
    /// Whether there may be values beyond.
    is_rough: bool,
}

impl Percentiles {
    /// The percentiles of a column, and how many values it has. What is not finite stands for "no value" and is passed over; nothing where no value is
    /// left.
    pub fn of(&mut self, column: &[f32], percents: [u32; ASKED]) -> Option<([f32; ASKED], usize)> {
        let sample = column.first_chunk::<LOOKED_AT>();
        let roughly = sample.and_then(|sample| self.within(column, percents, &Span::around(sample)?));
        roughly.or_else(|| self.within(column, percents, &Span::of(column)?))
    }

    /// The same, where the parts hold what is asked for with certainty.
    fn within(
        &mut self,
        column: &[f32],
        percents: [u32; ASKED],
        span: &Span,
    ) -> Option<([f32; ASKED], usize)> {
        self.count(column, span);
        let none = *self.counts.get(usize::from(VOID))? as usize;
        let count = column.len().checked_sub(none).filter(|count| *count > 0)?;
        let ranks = percents.map(|percent| rank(count, percent));
        let places = self.places(ranks);
        let is_open = |(part, _): &(u16, usize)| span.is_rough && (*part == 0 || *part == LAST);
        if places.iter().any(is_open) {
            return None;
        }
        self.gather(column, places.map(|(part, _)| part), span);
        let mut answer = [0.0; ASKED];
        for ((answer, (part, before)), rank) in answer.iter_mut().zip(places).zip(ranks) {
            // The same part is gathered once, for the first that asks for it.
            let list = self.found.get(places.iter().position(|(other, _)| *other == part)?)?;
            self.left.clone_from(list);
            let place = rank.checked_sub(before)?;
            *answer = value_of(nth(&mut self.left, place, span.shift)?.wrapping_add(span.lowest));
        }
        Some((answer, count))
    }

    /// Counts the values of each part.
    fn count(&mut self, column: &[f32], span: &Span) {
        self.counts.clear();
        self.counts.resize(SLOTS, 0);
        self.parts.clear();
        self.parts.resize(column.len(), VOID);
        let (chunks, rest) = column.as_chunks::<32>();
        let (to, rest_to) = self.parts.as_chunks_mut::<32>();
        let Ok(counts) = <&mut [u32; SLOTS]>::try_from(self.counts.as_mut_slice()) else { return };
        for (values, to) in chunks.iter().zip(to) {
            part_all(values, span, to);
            count_all(to, counts);
        }
        for (value, to) in rest.iter().zip(rest_to.iter_mut()) {
            *to = span.part(*value);
        }
        count_all(rest_to, counts);
    }

    /// For each rank the part that holds it, and how many values lie in the parts before. Ranks ascend.
    fn places(&self, ranks: [usize; ASKED]) -> [(u16, usize); ASKED] {
        let mut parts = (0_u16..).zip(&self.counts);
        let (mut part, mut before, mut until) = (VOID, 0_usize, 0_usize);
        ranks.map(|rank| {
            while until <= rank {
                let Some((next, count)) = parts.next() else { break };
                (part, before) = (next, until);
                until = until.saturating_add(*count as usize);
            }
            (part, before)
        })
    }

    /// Gathers the keys of the values in these parts.
    fn gather(&mut self, column: &[f32], wanted: [u16; ASKED], span: &Span) {
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

/// What has no value has the key of the infinite.
const NONE: i32 = key(f32::INFINITY);

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

impl Span {
    /// Of all values; nothing where there are none.
    fn of(column: &[f32]) -> Option<Self> {
        let keys = || column.iter().map(|value| key(*value)).filter(|key| *key < NONE);
        Some(Self::between(keys().min()?, keys().max()?, false))
    }

    /// Around some of the values, with an eighth more to either side.
    fn around(sample: &[f32]) -> Option<Self> {
        let Self { lowest, highest, .. } = Self::of(sample)?;
        let room = highest.abs_diff(lowest) / 8;
        let room = room.cast_signed().saturating_add(1);
        Some(Self::between(lowest.saturating_sub(room), highest.saturating_add(room), true))
    }

    fn between(lowest: i32, highest: i32, is_rough: bool) -> Self {
        let bits = u32::BITS.saturating_sub(highest.abs_diff(lowest).leading_zeros());
        Self { lowest, highest, shift: bits.saturating_sub(PARTS.trailing_zeros()), is_rough }
    }

    /// The part of a value.
    fn part(&self, value: f32) -> u16 {
        let key = key(value);
        let part = key.max(self.lowest).abs_diff(self.lowest).wrapping_shr(self.shift).min(LAST.into());
        if key == NONE { VOID } else { part as u16 }
    }

    /// How far a value of a wanted part is above the lowest.
    const fn distance(&self, value: f32) -> u32 {
        key(value).wrapping_sub(self.lowest).cast_unsigned()
    }
}

/// The part of each value.
#[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
fn part_all(values: &[f32; 32], span: &Span, parts: &mut [u16; 32]) {
    let [lowest, none] = [span.lowest, NONE].map(|key| Words::splat(key.cast_unsigned()));
    let [last, void] = [LAST, VOID].map(|part| Words::splat(part.into()));
    let part = |values: &[f32; 4]| {
        let keys = keys(Four::load(values));
        let part = keys.most_signed(lowest).minus(lowest).right(span.shift).least(last);
        part.xor(part.xor(void).and(keys.equal(none)))
    };
    for (values, to) in values.as_chunks::<8>().0.iter().zip(parts.as_chunks_mut::<8>().0) {
        if let [first, second] = values.as_chunks::<4>().0 {
            Halves::of(part(first), part(second)).store(to);
        }
    }
}

/// Counts parts.
fn count_all(parts: &[u16], counts: &mut [u32; SLOTS]) {
    for part in parts {
        if let Some(count) = counts.get_mut(usize::from(*part) % SLOTS) {
            *count = count.wrapping_add(1);
        }
    }
}

/// Whether one of these values lies in a wanted part.
#[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
fn holds_any(parts: &[u16; 32], wanted: [u16; ASKED]) -> bool {
    let wanted = wanted.map(Halves::splat);
    let mut any = Halves::splat(0);
    for parts in parts.as_chunks::<8>().0 {
        let parts = Halves::load(parts);
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

/// Puts each value of a wanted part on the list of the first that asks for it.
fn sort_out(parts: &[u16], values: &[f32], wanted: [u16; ASKED], span: &Span, found: &mut [Vec<u32>]) {
    for (part, value) in parts.iter().zip(values) {
        let list = wanted.iter().position(|wanted| wanted == part).and_then(|list| found.get_mut(list));
        if let Some(list) = list {
            list.push(span.distance(*value));
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

    /// The first values say where to look; where the others lie elsewhere, it is looked again.
    #[test]
    fn what_follows_may_lie_elsewhere() {
        for share in [1, 3, 50, 99_u16] {
            let value = |place: u16| if place < 1_024 || place % 100 >= share { 1.0 } else { 9.0 };
            let column: Vec<f32> =
                (0..9_000).map(|place| value(place) + f32::from(place % 97) * 1e-3).collect();
            for sign in [1.0, -1.0] {
                let column: Vec<f32> = column.iter().map(|value| value * sign).collect();
                assert_eq!(
                    Percentiles::default().of(&column, PERCENTS),
                    by_sorting(&column, PERCENTS),
                    "{share}"
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
