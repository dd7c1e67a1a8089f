//! Sixty-four streams of chance beside each other.

use super::four::{Four, Words};
use super::{Block, LANES};

/// Independent streams of xoshiro128+ (Blackman and Vigna, "Scrambled Linear Pseudorandom Number Generators", 2021),
/// one for each lane, started from `SplitMix64` as its authors advise. `rand_xoshiro` has the generator, but one stream
/// at a time, which no vector instruction helps.
///
/// Only the upper bits of each number are used: the lowest ones of this generator are weak.
///
/// ```
/// use plimsoll_columns::draws::Streams;
/// let mut units = [0.0; 64];
/// Streams::new(7, 0).fill(&mut units);
/// assert!(units.iter().all(|unit| 0.0 < *unit && *unit < 1.0));
/// let mut again = [0.0; 64];
/// Streams::new(7, 0).fill(&mut again);
/// assert_eq!(units, again);
/// Streams::new(7, 1).fill(&mut again);
/// assert_ne!(units, again);
/// ```
#[derive(Clone, Debug)]
pub struct Streams {
    words: [[u32; LANES]; 4],
}

impl Streams {
    /// The streams with this number of all that belong to a seed. What is drawn from one number does not depend on
    /// which others are in use, so a quantity that is added leaves the draws of the others as they are.
    #[must_use]
    pub fn new(seed: u64, number: u32) -> Self {
        let mut start = SplitMix64(seed);
        let mut numbers = SplitMix64(u64::from(number));
        let mut split = SplitMix64(start.next() ^ numbers.next());
        let mut words = [[0; LANES]; 4];
        for lane in 0..LANES {
            for pair in words.as_chunks_mut::<2>().0 {
                let word = split.next();
                let halves = [(word >> 32) as u32, word as u32];
                for (words, half) in pair.iter_mut().zip(halves) {
                    if let Some(slot) = words.get_mut(lane) {
                        *slot = half;
                    }
                }
            }
        }
        Self { words }
    }

    /// The next number of each stream, 32 bits.
    #[inline(always)]
    fn step(&mut self, mut each: impl FnMut(usize, Words)) {
        let [a, b, c, d] = &mut self.words;
        let [a, b, c, d] = [a, b, c, d].map(|words| words.as_chunks_mut::<4>().0.iter_mut());
        for (place, (((at, bt), ct), dt)) in a.zip(b).zip(c).zip(d).enumerate() {
            let [a, b, c, d] = [&at, &bt, &ct, &dt].map(|words| Words::load(words));
            each(place, a.plus(d));
            let (c, d) = (c.xor(a), d.xor(b));
            let (kept, turned) = (c.xor(b.left(9)), d.left(11).or(d.right(21)));
            b.xor(c).store(bt);
            a.xor(d).store(at);
            kept.store(ct);
            turned.store(dt);
        }
    }

    /// The next number of each stream, 32 bits.
    #[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
    pub(super) fn next(&mut self, to: &mut [u32; LANES]) {
        let (places, _) = to.as_chunks_mut::<4>();
        self.step(|place, words| {
            if let Some(to) = places.get_mut(place) {
                words.store(to);
            }
        });
    }

    /// The next number of each stream, as a share above 0 and below 1: the middle of one of 2²³ equal parts.
    #[inline(always)]
    pub(super) fn units(&mut self, to: &mut Block, turn: impl Fn(Four) -> Four) {
        let (places, _) = to.as_chunks_mut::<4>();
        self.step(|place, words| {
            if let Some(to) = places.get_mut(place) {
                let unit = (words.right(9).values() + Four::splat(0.5)) * Four::splat(1.0 / 8_388_608.0);
                turn(unit).store(to);
            }
        });
    }

    /// The next number of each stream, as a share above 0 and below 1.
    #[cfg_attr(all(target_arch = "wasm32", not(feature = "scalar")), target_feature(enable = "simd128"))]
    pub fn fill(&mut self, to: &mut Block) {
        self.units(to, |unit| unit);
    }
}

/// Places by chance, one after another: for what is put in another order, or drawn again from itself.
///
/// ```
/// use plimsoll_columns::draws::Places;
/// let mut places = Places::new(7, 0);
/// let mut order = [0, 1, 2, 3, 4];
/// places.shuffle(&mut order);
/// assert_eq!(order.iter().sum::<u32>(), 10);
/// assert!(places.below(3) < 3);
/// ```
#[derive(Clone, Debug)]
pub struct Places {
    streams: Streams,
    numbers: [u32; LANES],
    used: usize,
}

impl Places {
    /// The places with this number of all that belong to a seed, as [`Streams::new`] has them.
    #[must_use]
    pub fn new(seed: u64, number: u32) -> Self {
        Self { streams: Streams::new(seed, number), numbers: [0; LANES], used: LANES }
    }

    /// A place of so many, from zero; zero where there are none. It favours some places by less than one part in
    /// 2³² ÷ `count`.
    pub fn below(&mut self, count: usize) -> usize {
        if self.used >= LANES {
            self.streams.next(&mut self.numbers);
            self.used = 0;
        }
        let number = self.numbers.get(self.used).copied().unwrap_or(0);
        self.used = self.used.wrapping_add(1);
        place_below(number, count)
    }

    /// Puts a list in an order by chance, each order as likely as any (Fisher and Yates, 1938, in Durstenfeld's form).
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            let place = self.below(last.wrapping_add(1));
            list.swap(place, last);
        }
    }
}

/// The upper half of a number of 32 bits times a count: a place of so many.
pub(super) const fn place_below(number: u32, count: usize) -> usize {
    ((number as u64).wrapping_mul(count as u64) >> 32) as usize
}

/// The generator that starts others (Steele, Lea and Flood, 2014).
struct SplitMix64(u64);

impl SplitMix64 {
    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let word = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        word ^ (word >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first numbers of `xoshiro128plus.c` from the state 1, 2, 3, 4, as `rand_xoshiro` has them too.
    #[test]
    fn every_lane_is_the_published_generator() {
        let mut streams = Streams { words: [[1; LANES], [2; LANES], [3; LANES], [4; LANES]] };
        for expected in [
            5,
            12_295,
            25_178_119,
            27_286_542,
            39_879_690,
            1_140_358_681,
            3_276_312_097,
            4_110_231_701,
            399_823_256,
            2_144_435_200,
        ] {
            let mut found = [0; LANES];
            streams.next(&mut found);
            assert_eq!(found, [expected; LANES]);
        }
    }

    /// The first numbers from the state 1234567, as published with the generator's ports.
    #[test]
    fn the_starter_is_the_published_generator() {
        let mut split = SplitMix64(1_234_567);
        let found = [split.next(), split.next(), split.next()];
        assert_eq!(found, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn units_are_even_and_lanes_do_not_follow_each_other() {
        let mut streams = Streams::new(1, 0);
        let (mut sum, mut squares, mut neighbours) = (0.0, 0.0, 0.0);
        let rounds = 4_000;
        for _ in 0..rounds {
            let mut units = [0.0; LANES];
            streams.fill(&mut units);
            let centred = units.map(|unit| f64::from(unit) - 0.5);
            sum += centred.iter().sum::<f64>();
            squares += centred.iter().map(|unit| unit * unit).sum::<f64>();
            neighbours += centred.iter().zip(centred.iter().skip(1)).map(|(a, b)| a * b).sum::<f64>();
        }
        let count = f64::from(rounds) * LANES as f64;
        // Four standard deviations of each.
        assert!((sum / count).abs() < 4.0 * 0.288_7 / count.sqrt());
        assert!((squares / count - 1.0 / 12.0).abs() < 4.0 * 0.074_6 / count.sqrt());
        assert!((neighbours / count).abs() < 4.0 / 12.0 / count.sqrt());
    }

    #[test]
    fn each_order_comes_as_often_as_any() {
        let mut places = Places::new(11, 3);
        let mut seen = std::collections::BTreeMap::new();
        for _ in 0..6_000 {
            let mut order = [0_u8, 1, 2];
            places.shuffle(&mut order);
            let count: &mut u32 = seen.entry(order).or_default();
            *count = count.saturating_add(1);
        }
        // A thousand each of the six; four standard deviations are 115.
        assert_eq!(seen.len(), 6);
        assert!(seen.values().all(|count| count.abs_diff(1_000) < 116), "{seen:?}");
    }
}
