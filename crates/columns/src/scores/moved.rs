//! Who changed class since a baseline.

use super::kernel::Marks;
use super::layout::Layout;
use super::order::first;
use super::{BLOCK, Class, MISSING, Portfolio, Refusal};
use crate::refusal::{filled, push};

/// An account that is in another class than it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// Its row.
    pub row: u32,
    /// The class it was in.
    pub from: Class,
    /// The class it is in.
    pub to: Class,
    /// Its score then, in hundredths of a point.
    pub score_before: Option<u16>,
    /// Its score now.
    pub score: Option<u16>,
}

/// All that changed class.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// How many went from each class to each other one, in the order of [`Class::ALL`].
    pub counts: [[u32; 4]; 4],
    /// How many there are in all.
    pub total: u32,
    /// As many of them as were asked for: those with the most ARR first.
    pub accounts: Vec<Move>,
}

/// Marks and scores by place.
#[derive(Clone, Debug, Default)]
pub(super) struct Baseline {
    marks: Vec<Marks>,
    pub(super) scores: Vec<u16>,
}

impl Baseline {
    /// The same for accounts that stand elsewhere now.
    pub(super) fn laid_out(&self, old: &Layout, new: &Layout) -> Result<Self, Refusal> {
        let mut marks = filled(Marks::default(), new.real.len())?;
        let mut scores = filled(MISSING, new.rows.len())?;
        for (was, is) in old.places.iter().zip(&new.places) {
            let (was, is) = (*was as usize, *is as usize);
            let of_block = self.marks.get(was / BLOCK).copied().unwrap_or_default();
            if let (Some(marks), Some(score)) = (marks.get_mut(is / BLOCK), scores.get_mut(is)) {
                marks.take(is % BLOCK, of_block, was % BLOCK);
                *score = self.scores.get(was).copied().unwrap_or(MISSING);
            }
        }
        Ok(Self { marks, scores })
    }
}

impl Portfolio {
    /// Makes what is now the baseline from which moves are counted: before a slider is taken hold of.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoMemory`].
    pub fn keep_as_baseline(&mut self) -> Result<(), Refusal> {
        self.work_out_scores()?;
        let (mut marks, mut scores) =
            (filled(Marks::default(), self.marks.len())?, filled(MISSING, self.scores.len())?);
        marks.copy_from_slice(&self.marks);
        scores.copy_from_slice(&self.scores);
        self.baseline = Some(Baseline { marks, scores });
        self.order.forget_scores();
        Ok(())
    }

    /// Who is in another class than in the baseline; nobody without one.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoMemory`].
    pub fn moved(&mut self, most: usize) -> Result<Moved, Refusal> {
        self.work_out_scores()?;
        let mut moved = Moved::default();
        let Some(baseline) = &self.baseline else { return Ok(moved) };
        let mut places = Vec::new();
        for ((block, before), now) in (0_u32..).zip(&baseline.marks).zip(&self.marks) {
            let mut bits = before.differing(*now);
            while bits != 0 {
                let place = block.wrapping_mul(BLOCK as u32).wrapping_add(bits.trailing_zeros());
                let bit = bits & bits.wrapping_neg();
                let (from, to) = (Class::of(*before, bit), Class::of(*now, bit));
                let counts =
                    moved.counts.get_mut(from as usize).and_then(|counts| counts.get_mut(to as usize));
                if let Some(count) = counts {
                    *count = count.wrapping_add(1);
                }
                push(&mut places, place)?;
                bits &= bits.wrapping_sub(1);
            }
        }
        moved.total = u32::try_from(places.len()).unwrap_or(u32::MAX);
        first(&mut places, most, |place| {
            (core::cmp::Reverse(self.arr_at(place as usize)), self.row_at(place as usize))
        });
        let accounts = places.iter().filter_map(|place| self.move_at(baseline, *place as usize));
        moved.accounts = accounts.collect();
        Ok(moved)
    }

    fn move_at(&self, baseline: &Baseline, place: usize) -> Option<Move> {
        let row = self.row_at(place)?;
        let some = |score: u16| (score != MISSING).then_some(score);
        Some(Move {
            row,
            from: Class::of(*baseline.marks.get(place / BLOCK)?, 1 << (place % BLOCK)),
            to: self.class_at(place),
            score_before: some(*baseline.scores.get(place)?),
            score: some(self.score_at(place)),
        })
    }

    /// The score at a place, or [`MISSING`].
    pub(super) fn score_at(&self, place: usize) -> u16 {
        self.scores.get(place).copied().unwrap_or(MISSING)
    }
}
