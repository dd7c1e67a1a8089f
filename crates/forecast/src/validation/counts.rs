//! Who left and who stayed at each score: all that most answers need to know of the accounts.
//!
//! A score is one of 10,001 whole numbers, so a hundred thousand accounts are counted once and never sorted, equal scores lie
//! together of themselves, and what is made of the counts is exact.

use super::Outcome;

// Scores and indicators are those of the columns.
pub use plimsoll_columns::scores::{FULL as HIGHEST, MISSING};

/// How many accounts left and stayed at each score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    at: Vec<AtScore>,
    /// Accounts that left.
    pub left: u64,
    /// Accounts that stayed.
    pub stayed: u64,
    /// Accounts without a score: not counted in either.
    pub without_score: u64,
    /// Accounts of which it is not known whether they left: not counted in either.
    pub without_outcome: u64,
    /// Accounts whose score is above 100 points: not counted in either.
    pub out_of_range: u64,
}

/// The accounts of one score.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct AtScore {
    pub(super) left: u64,
    pub(super) stayed: u64,
}

impl AtScore {
    pub(super) const fn all(self) -> u64 {
        self.left.saturating_add(self.stayed)
    }

    pub(super) const fn plus(self, other: Self) -> Self {
        Self { left: self.left.saturating_add(other.left), stayed: self.stayed.saturating_add(other.stayed) }
    }
}

impl Default for Counts {
    fn default() -> Self {
        let at = vec![AtScore::default(); usize::from(HIGHEST).saturating_add(1)];
        Self { at, left: 0, stayed: 0, without_score: 0, without_outcome: 0, out_of_range: 0 }
    }
}

impl Counts {
    /// Counts accounts by their scores and outcomes, place by place; what one of both lists has no place for is passed over.
    #[must_use]
    pub fn of(scores: &[u16], outcomes: &[Outcome]) -> Self {
        let mut counts = Self::default();
        for (score, outcome) in scores.iter().zip(outcomes) {
            counts.add(*score, *outcome);
        }
        counts
    }

    /// Counts one account.
    pub(super) fn add(&mut self, score: u16, outcome: Outcome) {
        let number = match (self.at.get_mut(usize::from(score)), outcome) {
            (Some(at), Outcome::Left) => {
                at.left = at.left.saturating_add(1);
                &mut self.left
            }
            (Some(at), Outcome::Stayed) => {
                at.stayed = at.stayed.saturating_add(1);
                &mut self.stayed
            }
            (_, Outcome::Unknown) => &mut self.without_outcome,
            (None, _) if score == MISSING => &mut self.without_score,
            (None, _) => &mut self.out_of_range,
        };
        *number = number.saturating_add(1);
    }

    /// Accounts that are counted.
    #[must_use]
    pub const fn all(&self) -> u64 {
        self.left.saturating_add(self.stayed)
    }

    /// The scores that occur, lowest first, each with its accounts.
    pub(super) fn scores(&self) -> impl Iterator<Item = (u16, AtScore)> + Clone + '_ {
        (0_u16..).zip(self.at.iter().copied()).filter(|(_, at)| at.all() > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_account_is_counted_in_one_place() {
        use Outcome::{Left, Stayed, Unknown};
        let scores = [0, HIGHEST, HIGHEST, HIGHEST + 1, MISSING, 5, MISSING];
        let counts = Counts::of(&scores, &[Left, Stayed, Left, Stayed, Left, Unknown, Unknown]);
        assert_eq!((counts.left, counts.stayed, counts.all()), (2, 1, 3));
        assert_eq!((counts.without_score, counts.without_outcome, counts.out_of_range), (1, 2, 1));
        let found: Vec<_> = counts.scores().collect();
        let at = |left, stayed| AtScore { left, stayed };
        assert_eq!(found, [(0, at(1, 0)), (HIGHEST, at(1, 1))]);
    }
}
