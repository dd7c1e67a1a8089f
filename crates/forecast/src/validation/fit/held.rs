//! What is kept back for the test, and which rows are learnt from.

use super::{HELD_OUT, MOST_TRAINED, Rows, Separation, Tested};
use crate::validation::scoring::score_accounts;
use crate::validation::separation::{Purpose, folds};
use crate::validation::{Compared, Outcome, Timing, compare};

/// The accounts of the test, copied.
#[derive(Clone, Debug)]
pub(super) struct Held {
    columns: Vec<Vec<u16>>,
    outcomes: Vec<Outcome>,
    current: Vec<u32>,
    pub(super) tested: Tested,
    /// Accounts of the training side that were left, because there are more than are learnt from.
    pub(super) not_used: u64,
}

impl Held {
    /// The places of the rows to learn from, and the rest.
    pub(super) fn apart(
        rows: &Rows<'_>,
        current: &[u32],
        separation: &Separation<'_>,
        seed: u64,
    ) -> (Vec<usize>, Self) {
        let outcomes = rows.outcomes.as_slice();
        let known = |outcomes: &[Outcome]| places(outcomes, |_, outcome| outcome != Outcome::Unknown);
        let (training, test, test_rows, tested) = match separation {
            Separation::OtherAccounts => {
                let parts = folds(outcomes, 10, seed, Purpose::Test);
                let is_held = |place: usize| parts.get(place).copied().flatten().map(|part| part < HELD_OUT);
                let training = places(outcomes, |place, _| is_held(place) == Some(false));
                let test = places(outcomes, |place, _| is_held(place) == Some(true));
                (training, test, rows, Tested::OtherAccounts { timing: rows.outcomes.timing() })
            }
            Separation::LaterTime(later) => {
                let tested = Tested::later(rows.outcomes.timing(), later.outcomes.timing());
                (known(outcomes), known(later.outcomes.as_slice()), later, tested)
            }
        };
        let (training, not_used) = at_most(training, outcomes, seed);
        let columns = test_rows.columns.iter().map(|column| taken(column, &test)).collect();
        let outcomes = taken(test_rows.outcomes.as_slice(), &test);
        (training, Self { columns, outcomes, current: current.to_vec(), tested, not_used })
    }

    pub(super) fn left_and_stayed(&self) -> (u64, u64) {
        let count = |which| self.outcomes.iter().filter(|outcome| **outcome == which).count() as u64;
        (count(Outcome::Left), count(Outcome::Stayed))
    }

    /// The suggested weights against the current ones, as scores.
    pub(super) fn compared(&self, suggested: &[u32]) -> Option<Compared> {
        let columns: Vec<&[u16]> = self.columns.iter().map(Vec::as_slice).collect();
        let [suggested, current] =
            [suggested, &self.current].map(|weights| score_accounts(&columns, weights));
        compare(&suggested, &current, &self.outcomes)
    }
}

impl Tested {
    fn later(earlier: Timing, later: Timing) -> Self {
        match (earlier, later) {
            (Timing::Dated(earlier), Timing::Dated(later)) => Self::LaterTime { earlier, later },
            // Refused before.
            (timing, _) => Self::OtherAccounts { timing },
        }
    }
}

/// A part of the training rows by chance, with as large a share that left, if they are more than are learnt from.
fn at_most(training: Vec<usize>, outcomes: &[Outcome], seed: u64) -> (Vec<usize>, u64) {
    let parts = u8::try_from(training.len().div_ceil(MOST_TRAINED)).unwrap_or(u8::MAX);
    if parts <= 1 {
        return (training, 0);
    }
    let these = taken(outcomes, &training);
    let parts = folds(&these, parts, seed, Purpose::Limit);
    let kept = training.iter().zip(parts).filter(|(_, part)| *part == Some(0)).map(|(place, _)| *place);
    let kept: Vec<usize> = kept.collect();
    let not_used = training.len().saturating_sub(kept.len()) as u64;
    (kept, not_used)
}

fn places(outcomes: &[Outcome], is: impl Fn(usize, Outcome) -> bool) -> Vec<usize> {
    outcomes.iter().enumerate().filter(|(place, of)| is(*place, **of)).map(|(place, _)| place).collect()
}

pub(super) fn taken<T: Copy>(of: &[T], places: &[usize]) -> Vec<T> {
    places.iter().filter_map(|place| of.get(*place)).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_more_accounts_than_the_most_a_part_is_learnt_from_with_as_large_a_share_that_left() {
        let left = |place: usize| place.is_multiple_of(4);
        let outcomes: Vec<_> =
            (0..250_000).map(|place| if left(place) { Outcome::Left } else { Outcome::Stayed }).collect();
        let (kept, not_used) = at_most((0..250_000).collect(), &outcomes, 1);
        assert_eq!((kept.len(), not_used), (83_334, 166_666));
        let kept_left = kept.iter().filter(|place| left(**place)).count();
        assert_eq!(kept_left, 20_834, "a third of 62,500, and one over");
        assert_eq!(at_most((0..100_000).collect(), &outcomes, 1).1, 0);
    }
}
