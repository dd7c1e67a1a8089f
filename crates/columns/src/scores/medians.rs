//! Exact medians by counting.

use super::{BLOCK, FULL, Portfolio, Refusal};
use crate::refusal::filled;

/// The median of values that are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Median {
    /// Twice the median, in hundredths of a point: of an even count it is the mean of the two in the middle, which has half a hundredth.
    pub twice: u32,
    /// How many values there are.
    pub of: u32,
}

impl Portfolio {
    /// The median of each indicator, in a segment or in all; nothing where nobody has it. It does not depend on weights.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoMemory`].
    pub fn medians(&self, segment: Option<usize>) -> Result<Vec<Option<Median>>, Refusal> {
        let mut counts = filled(0_u32, usize::from(FULL).saturating_add(1))?;
        let mut medians = Vec::new();
        medians.try_reserve_exact(self.columns.len())?;
        for column in &self.columns {
            counts.fill(0);
            for run in self.layout.runs.iter().filter(|run| segment.is_none_or(|one| one == run.segment)) {
                let blocks = column.get(run.blocks.clone()).unwrap_or_default();
                let real = self.layout.real.get(run.blocks.clone()).unwrap_or_default();
                for (block, real) in blocks.iter().zip(real) {
                    // Those who stand in a block stand at its start.
                    count(block.iter().take(real.count_ones() as usize), &mut counts);
                }
            }
            medians.push(median(&counts));
        }
        Ok(medians)
    }

    /// The median of the scores, in a segment or in all.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoMemory`].
    pub fn median_score(&mut self, segment: Option<usize>) -> Result<Option<Median>, Refusal> {
        self.work_out_scores()?;
        let mut counts = filled(0_u32, usize::from(FULL).saturating_add(1))?;
        for run in self.layout.runs.iter().filter(|run| segment.is_none_or(|one| one == run.segment)) {
            let places = run.blocks.start.saturating_mul(BLOCK)..run.blocks.end.saturating_mul(BLOCK);
            count(self.scores.get(places).unwrap_or_default(), &mut counts);
        }
        Ok(median(&counts))
    }
}

/// Counts what is there; what is missing is beyond the counts.
fn count<'a>(values: impl IntoIterator<Item = &'a u16>, counts: &mut [u32]) {
    for value in values {
        if let Some(count) = counts.get_mut(usize::from(*value)) {
            *count = count.wrapping_add(1);
        }
    }
}

/// The median of values that were counted.
fn median(counts: &[u32]) -> Option<Median> {
    let of = counts.iter().fold(0_u32, |sum, count| sum.wrapping_add(*count));
    let last = of.checked_sub(1)?;
    let at = |rank: u32| {
        let mut before = 0_u32;
        (0_u32..).zip(counts).find_map(|(value, count)| {
            before = before.wrapping_add(*count);
            (before > rank).then_some(value)
        })
    };
    Some(Median { twice: at(last / 2)?.saturating_add(at(of / 2)?), of })
}
