//! Whom to look after first.

use core::cmp::Reverse;

use super::order::first;
use super::{BLOCK, Class, MISSING, Portfolio, Refusal};

impl Portfolio {
    /// The rows with the lowest scores; of equal ones, that with more ARR comes first, then the earlier row.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoMemory`].
    pub fn worst(&mut self, most: usize) -> Result<Vec<u32>, Refusal> {
        self.work_out_scores()?;
        let mut places = Vec::new();
        for (place, score) in (0_u32..).zip(&self.scores) {
            if *score != MISSING {
                places.try_reserve(1)?;
                places.push(place);
            }
        }
        first(&mut places, most, |place| {
            let at = place as usize;
            (self.score_at(at), Reverse(self.arr_at(at)), self.row_at(at))
        });
        Ok(places.iter().filter_map(|place| self.row_at(*place as usize)).collect())
    }

    /// The rows of a class with the most ARR; of equal ones the earlier row first.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoMemory`].
    pub fn largest(&mut self, class: Class, most: usize) -> Result<Vec<u32>, Refusal> {
        let mut places = Vec::new();
        for ((block, marks), real) in (0_u32..).zip(&self.marks).zip(&self.layout.real) {
            let mut bits = class.bits(*marks, *real);
            while bits != 0 {
                places.try_reserve(1)?;
                places.push(block.wrapping_mul(BLOCK as u32).wrapping_add(bits.trailing_zeros()));
                bits &= bits.wrapping_sub(1);
            }
        }
        first(&mut places, most, |place| (Reverse(self.arr_at(place as usize)), self.row_at(place as usize)));
        Ok(places.iter().filter_map(|place| self.row_at(*place as usize)).collect())
    }
}
