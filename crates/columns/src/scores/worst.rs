//! Whom to look after first.

use core::cmp::Reverse;

use super::order::first;
use super::{BINS, BLOCK, Class, MISSING, Portfolio, Refusal};
use crate::refusal::push;

impl Portfolio {
    /// The rows with the lowest scores; of equal ones, that with more ARR comes first, then the earlier row.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoMemory`].
    pub fn worst(&mut self, most: usize) -> Result<Vec<u32>, Refusal> {
        self.work_out_scores()?;
        let below = self.score_that_reaches(most);
        let mut places = Vec::new();
        for (place, score) in (0_u32..).zip(&self.scores) {
            if *score < below {
                push(&mut places, place)?;
            }
        }
        first(&mut places, most, |place| {
            let at = place as usize;
            (self.score_at(at), Reverse(self.arr_at(at)), self.row_at(at))
        });
        Ok(self.rows_at(&places))
    }

    /// A score below which there are as many accounts as are asked for, or all.
    fn score_that_reaches(&mut self, most: usize) -> u16 {
        let bins = self.bins.get_or_insert_with(|| counted(&self.scores));
        let mut sum = 0_usize;
        let reaches = |count: &u32| {
            sum = sum.saturating_add(*count as usize);
            sum >= most
        };
        let point = bins.iter().position(reaches).and_then(|point| u16::try_from(point).ok());
        point.map_or(MISSING, |point| point.saturating_add(1).saturating_mul(100))
    }

    /// The rows of a class with the most ARR, in a segment or in all; of equal ones the earlier row first.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoMemory`].
    pub fn largest(
        &mut self,
        class: Class,
        segment: Option<usize>,
        most: usize,
    ) -> Result<Vec<u32>, Refusal> {
        self.sort_by_arr()?;
        let places = self.largest_among(most, |block| {
            let (marks, real) = (self.marks.get(block)?, self.layout.real.get(block)?);
            self.is_of(segment, block).then(|| class.bits(*marks, *real))
        })?;
        Ok(self.rows_at(&places))
    }

    /// The places with the most ARR of those that have their bit in a block, once places are sorted by ARR.
    pub(super) fn largest_among(
        &self,
        most: usize,
        bits: impl Fn(usize) -> Option<u16>,
    ) -> Result<Vec<u32>, Refusal> {
        // From the largest on, most often, enough of them are soon met. Where they are rare, all of them are looked for instead.
        let mut places = Vec::new();
        let patience = self.marks.len().saturating_add(most);
        for place in self.by_arr.iter().take(patience) {
            if places.len() == most {
                break;
            }
            let at = *place as usize;
            if bits(at / BLOCK).is_some_and(|bits| bits & (1 << (at % BLOCK)) != 0) {
                push(&mut places, *place)?;
            }
        }
        if places.len() < most && patience < self.by_arr.len() {
            places = all_among(self.marks.len(), bits)?;
            first(&mut places, most, |place| {
                (Reverse(self.arr_at(place as usize)), self.row_at(place as usize))
            });
        }
        Ok(places)
    }

    /// Whether those who stand in a block are of a segment.
    fn is_of(&self, segment: Option<usize>, block: usize) -> bool {
        let first = || self.row_at(block.saturating_mul(BLOCK));
        let own = || self.segments.get(first()? as usize).map(|own| usize::from(*own));
        segment.is_none() || segment == own()
    }

    fn rows_at(&self, places: &[u32]) -> Vec<u32> {
        places.iter().filter_map(|place| self.row_at(*place as usize)).collect()
    }
}

/// All places that have their bit.
fn all_among(blocks: usize, bits: impl Fn(usize) -> Option<u16>) -> Result<Vec<u32>, Refusal> {
    let mut places = Vec::new();
    for block in 0..blocks {
        let mut left = bits(block).unwrap_or_default();
        while left != 0 {
            let place = block.saturating_mul(BLOCK).saturating_add(left.trailing_zeros() as usize);
            push(&mut places, u32::try_from(place).unwrap_or(u32::MAX))?;
            left &= left.wrapping_sub(1);
        }
    }
    Ok(places)
}

/// How many scores lie in each point.
pub(super) fn counted(scores: &[u16]) -> [u32; BINS] {
    let mut bins = [0_u32; BINS];
    for score in scores {
        if let Some(count) = bins.get_mut(usize::from(*score / 100)) {
            *count = count.wrapping_add(1);
        }
    }
    bins
}
