//! Who changed class since a baseline.

use super::kernel::Marks;
use super::layout::Layout;
use super::{BLOCK, Class, MISSING, Portfolio, Refusal};
use crate::refusal::filled;

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

impl Moved {
    /// Counts the moves of a block.
    fn count(&mut self, before: Marks, now: Marks, real: u16) {
        for (from, counts) in Class::ALL.into_iter().zip(&mut self.counts) {
            let were = from.bits(before, real);
            for (to, count) in Class::ALL.into_iter().zip(counts).filter(|(to, _)| *to != from) {
                let moves = (were & to.bits(now, real)).count_ones();
                *count = count.wrapping_add(moves);
                self.total = self.total.wrapping_add(moves);
            }
        }
    }
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

    /// An account's score in the baseline; nothing where it had none, and without a baseline.
    #[must_use]
    pub fn baseline_score(&self, row: usize) -> Option<u16> {
        let place = *self.layout.places.get(row)? as usize;
        self.baseline.as_ref()?.scores.get(place).copied().filter(|score| *score != MISSING)
    }

    /// Takes the baseline of another portfolio of the same accounts in the same order of rows, as when an indicator is added. They
    /// may stand elsewhere there, since an indicator more has blanks of its own.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoMemory`].
    pub fn take_baseline(&mut self, of: &Self) -> Result<(), Refusal> {
        if of.count() == self.count() {
            let laid_out = |baseline: &Baseline| baseline.laid_out(&of.layout, &self.layout);
            self.baseline = of.baseline.as_ref().map(laid_out).transpose()?;
            self.order.forget();
        }
        Ok(())
    }

    /// Who is in another class than in the baseline; nobody without one.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoMemory`].
    pub fn moved(&mut self, most: usize) -> Result<Moved, Refusal> {
        self.work_out_scores()?;
        self.sort_by_arr()?;
        let mut moved = Moved::default();
        let Some(baseline) = &self.baseline else { return Ok(moved) };
        for ((before, now), real) in baseline.marks.iter().zip(&self.marks).zip(&self.layout.real) {
            if before != now {
                moved.count(*before, *now, *real);
            }
        }
        let differing = |block: usize| Some(baseline.marks.get(block)?.differing(*self.marks.get(block)?));
        let places = self.largest_among(most.min(moved.total as usize), differing)?;
        moved.accounts = places.iter().filter_map(|place| self.move_at(baseline, *place as usize)).collect();
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
