//! How scores are spread: sums for averages, bins for a picture, and how much of the weight they rest on.

use super::account::rounded;
use super::kernel::{Marks, divide};
use super::lanes::Inverse;
use super::layout::{DIFFERENT, Pattern, Run};
use super::step::weight;
use super::{BLOCK, MISSING, Missing, Portfolio, Refusal, Sums, Weighing};
use crate::refusal::filled;

/// How many bins scores are counted into: each of a point, the last for those of exactly 100.
pub const BINS: usize = 101;

/// The scores of one segment, or of all. Averages are sums here, for the caller to divide once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// How many accounts have a score.
    pub scored: i64,
    /// Their scores together, in hundredths of a point.
    pub points: i64,
    /// Their ARR together, in minor units.
    pub arr: i64,
    /// The sum of score times ARR: divided by `arr`, the average that counts each account by its ARR.
    pub points_by_arr: i128,
    /// How many scores lie from each whole point to below the next.
    pub bins: [u32; BINS],
    /// The weight of the indicators that accounts have, over all accounts.
    pub weight_present: u64,
    /// The weight of the indicators that apply to them. The share of both is how much of the model the scores rest on.
    pub weight_applying: u64,
}

impl Default for Spread {
    fn default() -> Self {
        Self {
            scored: 0,
            points: 0,
            arr: 0,
            points_by_arr: 0,
            bins: [0; BINS],
            weight_present: 0,
            weight_applying: 0,
        }
    }
}

/// How many scores are counted together.
const TOGETHER: usize = 1_024;

impl Spread {
    /// Counts up to [`TOGETHER`] scores, each with its ARR.
    fn take(&mut self, scores: &[u16], arr: &[i64]) {
        let (mut points, mut sum, mut low, mut high, mut scored) = (0_i64, 0_i64, 0_i64, 0_i64, 0_i64);
        for (score, arr) in scores.iter().zip(arr) {
            // What has no score is beyond the bins.
            let Some(bin) = self.bins.get_mut(usize::from(*score / 100)) else { continue };
            *bin = bin.wrapping_add(1);
            let score = i64::from(*score);
            scored = scored.wrapping_add(1);
            points = points.wrapping_add(score);
            sum = sum.wrapping_add(*arr);
            low = low.wrapping_add((arr & 0xffff_ffff).wrapping_mul(score));
            high = high.wrapping_add((arr >> 32).wrapping_mul(score));
        }
        self.scored = self.scored.wrapping_add(scored);
        self.points = self.points.wrapping_add(points);
        self.arr = self.arr.wrapping_add(sum);
        let product = i128::from(low).wrapping_add(i128::from(high) << 32);
        self.points_by_arr = self.points_by_arr.wrapping_add(product);
    }

    /// Adds another one. Parts of sums that fit.
    fn add(&mut self, other: &Self) {
        self.scored = self.scored.wrapping_add(other.scored);
        self.points = self.points.wrapping_add(other.points);
        self.arr = self.arr.wrapping_add(other.arr);
        self.points_by_arr = self.points_by_arr.wrapping_add(other.points_by_arr);
        self.weight_present = self.weight_present.wrapping_add(other.weight_present);
        self.weight_applying = self.weight_applying.wrapping_add(other.weight_applying);
        for (bin, more) in self.bins.iter_mut().zip(&other.bins) {
            *bin = bin.wrapping_add(*more);
        }
    }
}

/// Of all accounts, and of each segment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spreads {
    /// Of all.
    pub total: Spread,
    /// By segment.
    pub segments: Vec<Spread>,
}

impl Portfolio {
    /// Works out every score, and how they are spread.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoMemory`].
    pub fn spreads(&mut self) -> Result<Spreads, Refusal> {
        self.work_out_scores()?;
        let mut spreads =
            Spreads { segments: filled(Spread::default(), self.segment_count)?, ..Spreads::default() };
        for run in &self.layout.runs {
            if let Some(spread) = spreads.segments.get_mut(run.segment) {
                self.count_scores(run, spread);
                self.count_weight(run, spread);
            }
        }
        for spread in &spreads.segments {
            spreads.total.add(spread);
        }
        self.bins = Some(spreads.total.bins);
        Ok(spreads)
    }

    /// The scores by place, if they are not there yet.
    pub(super) fn work_out_scores(&mut self) -> Result<(), Refusal> {
        if self.scores_hold {
            return Ok(());
        }
        self.scores_hold = true;
        let Some(scheme) = &self.scheme else {
            self.scores.fill(MISSING);
            return Ok(());
        };
        for run in &self.layout.runs {
            let all = run.blocks.start.saturating_mul(BLOCK)..run.blocks.end.saturating_mul(BLOCK);
            let (Some(scores), Some(points), Some(weights), Some(marks), Some(weighing)) = (
                self.scores.get_mut(all),
                self.points.get(run.blocks.clone()),
                self.weights.get(run.blocks.clone()),
                self.marks.get(run.blocks.clone()),
                scheme.segments.get(run.segment),
            ) else {
                continue;
            };
            let scores = scores.as_chunks_mut::<BLOCK>().0;
            if run.pattern == DIFFERENT {
                divide_each(points, weights, marks, scores);
            } else {
                let pattern = self.layout.patterns.get(run.pattern as usize).copied().unwrap_or_default();
                if let Some(inverse) = Inverse::of(weight(weighing, pattern, scheme.missing)) {
                    divide(points, inverse, marks, scores);
                } else {
                    scores.fill([MISSING; BLOCK]);
                }
            }
        }
        Ok(())
    }

    /// Counts the scores of a run.
    fn count_scores(&self, run: &Run, spread: &mut Spread) {
        let first = run.blocks.start.saturating_mul(BLOCK);
        let scores = self.scores.get(first..run.blocks.end.saturating_mul(BLOCK)).unwrap_or_default();
        let arr = self.arr.get(first..).unwrap_or_default();
        // So few at a time that no sum of products of half an ARR with a score goes beyond 64 bits.
        for (scores, arr) in scores.chunks(TOGETHER).zip(arr.chunks(TOGETHER)) {
            spread.take(scores, arr);
        }
    }

    /// Counts the weight of a run.
    fn count_weight(&self, run: &Run, spread: &mut Spread) {
        let Some(weighing) = self.scheme.as_ref().and_then(|scheme| scheme.segments.get(run.segment)) else {
            return;
        };
        let mut count = |number: u32, times: u64| {
            let pattern = self.layout.patterns.get(number as usize).copied().unwrap_or_default();
            let all = whole_weight(weighing);
            let apart = weight_of(weighing, pattern.apart);
            let missing = weight_of(weighing, pattern.missing);
            let applying = all.saturating_sub(apart);
            let present = applying.saturating_sub(missing);
            spread.weight_present = spread.weight_present.wrapping_add(present.wrapping_mul(times));
            spread.weight_applying = spread.weight_applying.wrapping_add(applying.wrapping_mul(times));
        };
        let first = run.blocks.start.saturating_mul(BLOCK);
        let rows = self.layout.rows.get(first..run.blocks.end.saturating_mul(BLOCK)).unwrap_or_default();
        let numbers = rows.iter().filter_map(|row| self.layout.pattern_of.get(*row as usize));
        if run.pattern == DIFFERENT {
            numbers.for_each(|number| count(*number, 1));
        } else {
            let real = self.layout.real.get(run.blocks.clone()).unwrap_or_default();
            count(run.pattern, real.iter().map(|bits| u64::from(bits.count_ones())).sum());
        }
    }
}

/// All weights of a segment.
fn whole_weight(weighing: &Weighing) -> u64 {
    weight(weighing, Pattern::default(), Missing::CountsAsZero).into()
}

/// The weight of the indicators of these bits.
fn weight_of(weighing: &Weighing, mut bits: u64) -> u64 {
    let mut sum = 0_u64;
    while bits != 0 {
        let weight = weighing.weights.get(bits.trailing_zeros() as usize).copied().unwrap_or_default();
        sum = sum.wrapping_add(weight.into());
        bits &= bits.wrapping_sub(1);
    }
    sum
}

/// Scores of accounts whose weights differ.
fn divide_each(points: &[Sums], weights: &[Sums], marks: &[Marks], scores: &mut [[u16; BLOCK]]) {
    for (((scores, points), weights), marks) in scores.iter_mut().zip(points).zip(weights).zip(marks) {
        let [.., scored] = marks.parts();
        for (((place, score), points), weight) in (0..).zip(scores).zip(points).zip(weights) {
            let is_scored = scored & 1_u16.unbounded_shl(place) != 0;
            *score = if is_scored { rounded(*points, *weight) } else { MISSING };
        }
    }
}
