//! Who changed class since a baseline.

use super::order::first;
use super::{Class, MISSING, Portfolio, Refusal};

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

/// Marks and scores by row, so that they outlast a new layout.
#[derive(Clone, Debug)]
pub(super) struct Baseline {
    pub(super) classes: Vec<Class>,
    pub(super) scores: Vec<u16>,
}

impl Portfolio {
    /// Makes what is now the baseline from which moves are counted: before a slider is taken hold of.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoMemory`].
    pub fn keep_as_baseline(&mut self) -> Result<(), Refusal> {
        self.work_out_scores()?;
        let (mut classes, mut scores) = (Vec::new(), Vec::new());
        classes.try_reserve_exact(self.count())?;
        scores.try_reserve_exact(self.count())?;
        for place in &self.layout.places {
            classes.push(self.class_at(*place as usize));
            scores.push(self.score_at(*place as usize));
        }
        self.baseline = Some(Baseline { classes, scores });
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
        for (place, from) in self.layout.places.iter().zip(&baseline.classes) {
            let to = self.class_at(*place as usize);
            if to == *from {
                continue;
            }
            let counts = moved.counts.get_mut(*from as usize).and_then(|counts| counts.get_mut(to as usize));
            if let Some(count) = counts {
                *count = count.wrapping_add(1);
            }
            moved.total = moved.total.wrapping_add(1);
            places.try_reserve(1)?;
            places.push(*place);
        }
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
            from: *baseline.classes.get(row as usize)?,
            to: self.class_at(place),
            score_before: some(*baseline.scores.get(row as usize)?),
            score: some(self.score_at(place)),
        })
    }

    /// The score at a place, or [`MISSING`].
    pub(super) fn score_at(&self, place: usize) -> u16 {
        self.scores.get(place).copied().unwrap_or(MISSING)
    }
}
