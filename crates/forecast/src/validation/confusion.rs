//! What the thresholds catch, what they miss, and what they cry wolf at.

use super::{MISSING, Outcome, Scored, millionths};
use crate::interval::{Confidence, Interval, wilson};

/// Where red ends and green begins, in hundredths of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thresholds {
    /// A score below is red.
    pub red_below: u16,
    /// A score from here on is green; what lies between is yellow.
    pub green_from: u16,
}

/// So many accounts, and what they pay in a year, in minor units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Accounts.
    pub accounts: u64,
    /// What they pay; zero where no amounts are known.
    pub arr: i128,
}

/// A share of counted accounts with Wilson's 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// How many.
    pub count: u64,
    /// Of how many; never zero.
    pub total: u64,
    /// Where the true share may lie.
    pub interval: Interval,
}

impl Rate {
    /// The share `count ÷ total`; nothing where there is no total.
    #[must_use]
    pub fn of(count: u64, total: u64) -> Option<Self> {
        Some(Self { count, total, interval: wilson(count, total, Confidence::NinetyFive)? })
    }

    /// In millionths, to the nearest.
    #[must_use]
    pub fn millionths(&self) -> u32 {
        millionths(self.count.into(), self.total.into()).unwrap_or(0)
    }
}

/// Accounts by whether the score warned of them and whether they left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Confusion {
    /// A score below this warns, in hundredths of a point.
    pub warns_below: u16,
    /// Warned, and they left.
    pub warned_left: Tally,
    /// Warned, and they stayed.
    pub warned_stayed: Tally,
    /// Not warned, and they left.
    pub quiet_left: Tally,
    /// Not warned, and they stayed.
    pub quiet_stayed: Tally,
}

impl Confusion {
    /// What a warning below this score would have done. Accounts without a score or an outcome are in no field.
    #[must_use]
    pub fn below(warns_below: u16, scored: &Scored<'_>) -> Self {
        let mut found = Self { warns_below, ..Self::default() };
        for (score, outcome, arr) in scored.accounts() {
            let field = match (score < warns_below, outcome) {
                (true, Outcome::Left) => &mut found.warned_left,
                (true, Outcome::Stayed) => &mut found.warned_stayed,
                (false, Outcome::Left) => &mut found.quiet_left,
                (false, Outcome::Stayed) => &mut found.quiet_stayed,
                (_, Outcome::Unknown) => continue,
            };
            field.accounts = field.accounts.saturating_add(1);
            field.arr = field.arr.saturating_add(arr.into());
        }
        found
    }

    /// Of those that left, the share warned of. Nothing where nobody left.
    #[must_use]
    pub fn recall(&self) -> Option<Rate> {
        share(self.warned_left, self.quiet_left)
    }

    /// Of those warned of, the share that left. Nothing where nobody was warned of.
    #[must_use]
    pub fn precision(&self) -> Option<Rate> {
        share(self.warned_left, self.warned_stayed)
    }

    /// Of those that stayed, the share not warned of. Nothing where nobody stayed.
    #[must_use]
    pub fn specificity(&self) -> Option<Rate> {
        share(self.quiet_stayed, self.warned_stayed)
    }

    /// Of the money that left, the share warned of, in millionths. It has no interval, because money is not counted in
    /// independent pieces. Nothing where no money left, or an amount is below zero.
    #[must_use]
    pub fn recall_by_arr(&self) -> Option<u32> {
        let [warned, quiet] = [self.warned_left.arr, self.quiet_left.arr].map(u128::try_from);
        let (warned, quiet) = (warned.ok()?, quiet.ok()?);
        millionths(warned, warned.checked_add(quiet)?)
    }
}

fn share(of: Tally, rest: Tally) -> Option<Rate> {
    Rate::of(of.accounts, of.accounts.saturating_add(rest.accounts))
}

impl Scored<'_> {
    /// Each account that has a score: it, the outcome, and what is paid.
    pub(super) fn accounts(&self) -> impl Iterator<Item = (u16, Outcome, i64)> + '_ {
        let arr = self.arr.iter().copied().chain(std::iter::repeat(0));
        let both = self.scores.iter().copied().zip(self.outcomes.as_slice().iter().copied());
        both.zip(arr)
            .map(|((score, outcome), arr)| (score, outcome, arr))
            .filter(|(score, ..)| *score != MISSING && *score <= super::HIGHEST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validation::Outcomes;

    #[test]
    fn worked_by_hand() {
        let outcomes = Outcomes::undated(&[true, true, false, true, false, false].map(Some));
        let scores = [1_000, 3_999, 2_000, 4_000, 9_000, MISSING];
        let scored = Scored { scores: &scores, outcomes: &outcomes, arr: &[300, 100, 50, 400, 70, 9] };
        let red = Confusion::below(4_000, &scored);
        let tally = |accounts, arr| Tally { accounts, arr };
        assert_eq!(red.warned_left, tally(2, 400));
        assert_eq!(red.warned_stayed, tally(1, 50));
        assert_eq!(red.quiet_left, tally(1, 400), "the threshold itself is not below it");
        assert_eq!(red.quiet_stayed, tally(1, 70));
        let rates = [red.recall(), red.precision(), red.specificity()];
        assert_eq!(
            rates.map(|rate| rate.map(|rate| (rate.count, rate.total))),
            [Some((2, 3)), Some((2, 3)), Some((1, 2))]
        );
        assert_eq!(red.recall_by_arr(), Some(500_000));
    }

    #[test]
    fn what_has_no_divisor_is_nothing() {
        let outcomes = Outcomes::undated(&[Some(false), Some(false)]);
        let none = Confusion::below(0, &Scored { scores: &[1, 2], outcomes: &outcomes, arr: &[] });
        assert_eq!((none.recall(), none.precision(), none.recall_by_arr()), (None, None, None));
        assert_eq!(none.specificity().map(|rate| rate.millionths()), Some(1_000_000));
    }
}
