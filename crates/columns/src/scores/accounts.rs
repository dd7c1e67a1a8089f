//! The table of accounts as it comes, and what is checked of it.

use super::{APART, FULL, MISSING, MOST_INDICATORS, MOST_SEGMENTS, Refusal};

/// Accounts in columns, one row each. All columns are of the same length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accounts {
    /// Each indicator in hundredths of a point, or [`MISSING`], or [`APART`].
    pub indicators: Vec<Vec<u16>>,
    /// The number of the segment of each account.
    pub segments: Vec<u16>,
    /// How many segments there are.
    pub segment_count: u16,
    /// The number of the owner of each account, below the number of accounts.
    pub owners: Vec<u32>,
    /// What is added up by class and segment, in whole minor units. The first is the ARR, by which accounts are ordered; there may be
    /// others: the ARR of a year ago, what is kept of it, what is up for renewal soon.
    pub amounts: Vec<Vec<i64>>,
}

impl Accounts {
    /// How many accounts there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.segments.len()
    }

    /// Everything that the loops rest on, so that none of them has to look again.
    pub(super) fn check(&self) -> Result<(), Refusal> {
        let count = self.count();
        if self.indicators.is_empty() || self.indicators.len() > MOST_INDICATORS {
            return Err(Refusal::IndicatorCount);
        }
        if self.segment_count == 0 || self.segment_count > MOST_SEGMENTS {
            return Err(Refusal::SegmentCount);
        }
        // Places are numbered in 32 bits, and each run of accounts is filled up to a whole block.
        if count > (u32::MAX >> 2) as usize {
            return Err(Refusal::TooManyAccounts);
        }
        let of_length = |length: usize| length == count;
        let lengths = self.indicators.iter().map(Vec::len).chain(self.amounts.iter().map(Vec::len));
        if !lengths.chain([self.owners.len()]).all(of_length) {
            return Err(Refusal::Lengths);
        }
        if let Some(row) = self.segments.iter().position(|segment| *segment >= self.segment_count) {
            return Err(Refusal::Segment { row });
        }
        if let Some(row) = self.owners.iter().position(|owner| *owner as usize >= count) {
            return Err(Refusal::Owner { row });
        }
        for (indicator, column) in self.indicators.iter().enumerate() {
            check_indicator(indicator, column)?;
        }
        self.amounts.iter().enumerate().try_for_each(|(place, column)| check_amounts(place, column))
    }
}

/// Whether every value is a number of points, missing, or does not apply.
pub(super) fn check_indicator(indicator: usize, column: &[u16]) -> Result<(), Refusal> {
    let is_odd = |points: &u16| *points > FULL && *points != MISSING && *points != APART;
    column.iter().position(is_odd).map_or(Ok(()), |row| Err(Refusal::Indicator { indicator, row }))
}

/// Whether any sum of these fits.
fn check_amounts(amounts: usize, column: &[i64]) -> Result<(), Refusal> {
    let sum = column.iter().try_fold(0_u64, |sum, amount| sum.checked_add(amount.unsigned_abs()));
    sum.filter(|sum| i64::try_from(*sum).is_ok()).map_or(Err(Refusal::TooLarge { amounts }), |_| Ok(()))
}
