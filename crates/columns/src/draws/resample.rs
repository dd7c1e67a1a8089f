//! Accounts drawn again and again from themselves: how far a share of money hangs on a few of them.

use super::streams::place_below;
use super::{LANES, Streams};
use crate::Ledger;

/// What each account paid then and pays now, in minor units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaidThenAndNow {
    accounts: Vec<Sums>,
}

/// Sums over the accounts of one sample, in minor units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// Paid then.
    pub then: i64,
    /// Paid now by those who paid then.
    pub now: i64,
    /// Of each of them the smaller of both amounts.
    pub kept: i64,
}

impl PaidThenAndNow {
    /// The accounts that paid then, from pairs of what was paid then and is paid now. Who did not pay then counts neither for
    /// net nor for gross retention.
    ///
    /// Nothing where there are none, or so many so large ones that a sum could overflow.
    ///
    /// ```
    /// use plimsoll_columns::draws::PaidThenAndNow;
    /// let accounts = PaidThenAndNow::new([(100, 130), (100, 0), (0, 50)]).unwrap();
    /// let sums = accounts.sums();
    /// assert_eq!((sums.then, sums.now, sums.kept), (200, 130, 100));
    /// assert_eq!(PaidThenAndNow::new([(0, 50)]), None);
    /// ```
    #[must_use]
    pub fn new(pairs: impl IntoIterator<Item = (i64, i64)>) -> Option<Self> {
        let paid = pairs.into_iter().filter(|(then, _)| *then > 0);
        let account = |(then, now): (i64, i64)| Sums { then, now: now.max(0), kept: now.max(0).min(then) };
        let mut accounts = Vec::new();
        paid.for_each(|pair| accounts.push(account(pair)));
        let largest = accounts.iter().map(|account| account.then.max(account.now)).max()?;
        u32::try_from(accounts.len()).ok()?;
        largest.checked_mul(i64::try_from(accounts.len()).ok()?)?;
        Some(Self { accounts })
    }

    /// The accounts of a ledger that paid twelve months before a month, and what they pay in it. Holes count as the month
    /// before them.
    ///
    /// Nothing in the same cases as [`PaidThenAndNow::new`], and where the ledger does not reach back so far.
    #[must_use]
    pub fn of(ledger: &Ledger, month: usize) -> Option<Self> {
        let before = month.checked_sub(12)?;
        let columns = ledger.filled();
        let (then, now) = (columns.get(before)?, columns.get(month)?);
        let later = |customer| now.get(customer).copied().unwrap_or(0);
        Self::new(then.iter().enumerate().map(|(customer, then)| (*then, later(customer))))
    }

    /// How many accounts there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.accounts.len()
    }

    /// Whether there are none; never so.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.accounts.is_empty()
    }

    /// Over the accounts as they are.
    #[must_use]
    pub fn sums(&self) -> Sums {
        self.accounts.iter().fold(Sums::default(), |sums, account| sums.plus(account))
    }

    /// Over as many accounts as there are, each drawn by chance from all of them.
    ///
    /// A place is the upper half of a number of 32 bits times the count of accounts. That favours some places by less than
    /// one part in 2³² ÷ accounts.
    pub fn resample(&self, streams: &mut Streams) -> Sums {
        let count = self.accounts.len();
        let mut sums = Sums::default();
        let mut numbers = [0; LANES];
        let mut left = count;
        while left > 0 {
            streams.next(&mut numbers);
            for number in numbers.iter().take(left) {
                if let Some(account) = self.accounts.get(place_below(*number, count)) {
                    sums = sums.plus(account);
                }
            }
            left = left.saturating_sub(LANES);
        }
        sums
    }
}

impl Sums {
    /// The accounts are so many and so large at most that no sum of as many overflows.
    const fn plus(self, account: &Self) -> Self {
        Self {
            then: self.then.wrapping_add(account.then),
            now: self.now.wrapping_add(account.now),
            kept: self.kept.wrapping_add(account.kept),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_is_as_large_as_the_accounts_and_repeats_by_its_seed() {
        let accounts = PaidThenAndNow::new((1..=1_000).map(|place| (1, place))).unwrap_or_default();
        let mut streams = Streams::new(3, 0);
        let sums: Vec<_> = (0..200).map(|_| accounts.resample(&mut streams)).collect();
        assert!(sums.iter().all(|sums| sums.then == 1_000 && sums.kept == 1_000));
        let mean = sums.iter().map(|sums| sums.now).sum::<i64>() / 200;
        // The mean of a sum is 500,500, and its standard deviation 9,129; four of them for 200 samples are 2,582.
        assert!((mean - 500_500).abs() < 2_582, "{mean}");
        let mut again = Streams::new(3, 0);
        assert!(sums.iter().all(|sums| *sums == accounts.resample(&mut again)));
    }

    #[test]
    fn what_could_overflow_is_no_sample() {
        assert_eq!(PaidThenAndNow::new([(i64::MAX / 2, 1); 3]), None);
        assert!(PaidThenAndNow::new([(i64::MAX / 3, 1); 3]).is_some());
    }

    #[test]
    fn a_ledger_gives_those_who_paid_a_year_ago() {
        let mut builder = crate::LedgerBuilder::new(0);
        for (name, month, minor) in [("a", 0, 100), ("b", 0, 50), ("a", 12, 80), ("c", 12, 70)] {
            assert_eq!(builder.add(name.as_bytes(), crate::Month(month), minor, &[]), Ok(()));
        }
        let ledger = builder.finish();
        let sums = PaidThenAndNow::of(&ledger, 12).map(|accounts| accounts.sums());
        assert_eq!(sums, Some(Sums { then: 150, now: 80, kept: 80 }));
        assert_eq!(PaidThenAndNow::of(&ledger, 11), None);
    }
}
