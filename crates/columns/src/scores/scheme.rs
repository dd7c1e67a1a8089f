//! What counts how much: weights and thresholds, by segment.

use super::{FULL, MOST_WEIGHT, Refusal};

/// What is done about an indicator that has no value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Missing {
    /// It gives up its weight to the others.
    #[default]
    GivesUpWeight,
    /// The account has no score and is in no class, as long as the indicator has weight.
    LeavesOut,
    /// It counts as zero points.
    CountsAsZero,
}

/// The weights and thresholds of one segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighing {
    /// The weight of each indicator, in hundredths of a percent. They need not add up to a whole.
    pub weights: Vec<u32>,
    /// A score below this is red, in hundredths of a point.
    pub red_below: u16,
    /// A score from this on is green, in hundredths of a point.
    pub green_from: u16,
}

/// How all accounts are scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scheme {
    /// What holds in each segment.
    pub segments: Vec<Weighing>,
    /// What is done about missing indicators.
    pub missing: Missing,
}

impl Scheme {
    /// One weighing for every segment.
    #[must_use]
    pub fn same(weighing: &Weighing, segments: u16, missing: Missing) -> Self {
        Self { segments: vec![weighing.clone(); segments.into()], missing }
    }

    /// Whether it can be used for so many indicators and segments.
    pub(super) fn check(&self, indicators: usize, segments: usize) -> Result<(), Refusal> {
        if self.segments.len() != segments {
            return Err(Refusal::Lengths);
        }
        for (segment, weighing) in self.segments.iter().enumerate() {
            if weighing.weights.len() != indicators {
                return Err(Refusal::Lengths);
            }
            if weighing.red_below >= weighing.green_from || weighing.green_from > FULL {
                return Err(Refusal::Thresholds { segment });
            }
            match weighing.weights.iter().fold(0_u32, |sum, weight| sum.saturating_add(*weight)) {
                0 => return Err(Refusal::AllZero { segment }),
                sum if sum > MOST_WEIGHT => return Err(Refusal::TooMuchWeight { segment }),
                _ => {}
            }
        }
        Ok(())
    }
}
