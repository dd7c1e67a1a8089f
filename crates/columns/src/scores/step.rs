//! From one scheme to the next: what has to be added where.

use super::kernel::Limits;
use super::layout::{DIFFERENT, Pattern, Run};
use super::scheme::{Missing, Scheme, Weighing};

/// What a run needs to follow a new scheme.
#[derive(Debug, Default)]
pub(super) struct Step {
    /// Columns, and how many times each is added: a change of weight in parts that fit 16 bits.
    pub(super) parts: Vec<(usize, i16)>,
    pub(super) limits: Limits,
    /// Whether its accounts have a score. Where weights differ, each is asked by itself.
    pub(super) scored: bool,
}

/// The bits of indicators that have weight.
pub(super) fn weighted(weighing: &Weighing) -> u64 {
    weighing.weights.iter().rev().fold(0, |bits, weight| (bits << 1) | u64::from(*weight > 0))
}

/// Whether an indicator is among these bits.
const fn is_in(bits: u64, indicator: usize) -> bool {
    bits.unbounded_shr(indicator as u32) & 1 != 0
}

/// The weight that counts for accounts of this pattern.
pub(super) fn weight(weighing: &Weighing, pattern: Pattern, missing: Missing) -> u32 {
    let without =
        if missing == Missing::CountsAsZero { pattern.apart } else { pattern.apart | pattern.missing };
    let counts = weighing.weights.iter().enumerate().filter(|(indicator, _)| !is_in(without, *indicator));
    counts.fold(0, |sum, (_, weight)| sum.saturating_add(*weight))
}

/// Whether the policy lets accounts of this pattern have a score.
fn is_let(weighing: &Weighing, pattern: Pattern, missing: Missing) -> bool {
    missing != Missing::LeavesOut || pattern.missing & weighted(weighing) == 0
}

impl Step {
    /// From the old scheme, or from nothing, to the new one.
    pub(super) fn of(run: &Run, patterns: &[Pattern], old: Option<&Scheme>, new: &Scheme) -> Self {
        let Some(now) = new.segments.get(run.segment) else { return Self::default() };
        let before = old.and_then(|old| old.segments.get(run.segment));
        let pattern = patterns.get(run.pattern as usize).copied().unwrap_or_default();
        let without = if run.pattern == DIFFERENT { 0 } else { pattern.apart | pattern.missing };
        let mut step = Self::goal(run, pattern, now, new.missing);
        for (indicator, weight) in now.weights.iter().enumerate() {
            let old = before.and_then(|before| before.weights.get(indicator)).copied().unwrap_or_default();
            if !is_in(without, indicator) {
                step.add(indicator, old, *weight);
            }
        }
        step
    }

    /// Where a run ends up, without the way.
    fn goal(run: &Run, pattern: Pattern, now: &Weighing, missing: Missing) -> Self {
        let points = Limits { red: now.red_below.into(), green: now.green_from.into() };
        if run.pattern == DIFFERENT {
            return Self { limits: points, scored: true, ..Self::default() };
        }
        let weight = weight(now, pattern, missing);
        let times = |points: i32| points.wrapping_mul(weight.cast_signed());
        let limits = Limits { red: times(points.red), green: times(points.green) };
        let scored = weight > 0 && is_let(now, pattern, missing);
        Self { parts: Vec::new(), limits, scored }
    }

    /// A change of weight in parts.
    fn add(&mut self, indicator: usize, old: u32, new: u32) {
        let mut left = new.cast_signed().wrapping_sub(old.cast_signed());
        while left != 0 {
            let part = left.clamp(i16::MIN.into(), i16::MAX.into());
            left = left.wrapping_sub(part);
            self.parts.push((indicator, i16::try_from(part).unwrap_or_default()));
        }
    }

    /// Whether a run that came to the other's end stays as it is.
    pub(super) fn changes_nothing(&self, before: &Self) -> bool {
        self.parts.is_empty() && self.limits == before.limits && self.scored == before.scored
    }
}
