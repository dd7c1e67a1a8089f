//! Whom to look after first.

use core::cmp::Reverse;

use super::order::first;
use super::{BLOCK, Class, MISSING, Portfolio, Refusal};
use crate::refusal::push;

/// How many scores are told apart at first: whole points.
const POINTS: usize = 101;

impl Portfolio {
    /// Puts accounts in the order of their ARR, which lists and tables rest on. Done when it is first needed; a worker does it while
    /// nobody waits.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoMemory`].
    pub fn prepare(&mut self) -> Result<(), Refusal> {
        self.sort_by_arr()
    }

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
    fn score_that_reaches(&self, most: usize) -> u16 {
        let mut counts = [0_usize; POINTS];
        for score in &self.scores {
            if let Some(count) = counts.get_mut(usize::from(*score / 100)) {
                *count = count.wrapping_add(1);
            }
        }
        let mut sum = 0_usize;
        let reaches = |count: &usize| {
            sum = sum.wrapping_add(*count);
            sum >= most
        };
        let point = counts.iter().position(reaches).unwrap_or(POINTS);
        u16::try_from(point).map_or(MISSING, |point| point.saturating_add(1).saturating_mul(100))
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
        // From the largest on, most often, enough of the class are soon met. Where they are rare, all of them are looked for instead.
        let mut places = Vec::new();
        let patience = self.marks.len().saturating_add(most);
        for place in self.by_arr.iter().take(patience) {
            if places.len() == most {
                break;
            }
            if self.class_at(*place as usize) == class && self.is_of(segment, *place) {
                push(&mut places, *place)?;
            }
        }
        if places.len() < most && patience < self.by_arr.len() {
            places = self.of_class(class)?;
            places.retain(|place| self.is_of(segment, *place));
            first(&mut places, most, |place| {
                (Reverse(self.arr_at(place as usize)), self.row_at(place as usize))
            });
        }
        Ok(self.rows_at(&places))
    }

    /// The places of a class.
    fn of_class(&self, class: Class) -> Result<Vec<u32>, Refusal> {
        let mut places = Vec::new();
        for ((block, marks), real) in (0_u32..).zip(&self.marks).zip(&self.layout.real) {
            let mut bits = class.bits(*marks, *real);
            while bits != 0 {
                let place = block.wrapping_mul(BLOCK as u32).wrapping_add(bits.trailing_zeros());
                push(&mut places, place)?;
                bits &= bits.wrapping_sub(1);
            }
        }
        Ok(places)
    }

    /// Whether who stands at a place is of a segment.
    fn is_of(&self, segment: Option<usize>, place: u32) -> bool {
        let own = || self.segments.get(self.row_at(place as usize)? as usize).map(|own| usize::from(*own));
        segment.is_none() || segment == own()
    }

    fn rows_at(&self, places: &[u32]) -> Vec<u32> {
        places.iter().filter_map(|place| self.row_at(*place as usize)).collect()
    }
}
