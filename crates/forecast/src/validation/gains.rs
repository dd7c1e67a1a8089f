//! Accounts in ten equal parts, lowest scores first: how much of all churn lies in each.

use super::counts::Counts;
use super::{WHOLE, millionths};

/// One tenth of the accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decile {
    /// Which: 1 has the lowest scores, 10 the highest.
    pub number: u32,
    /// Of all accounts that left, the share in this tenth and those before it, in millionths: cumulative gain.
    pub gain: u32,
    /// How often as many left in this tenth as in one drawn by chance, in millionths: 1,000,000 is no better than chance.
    pub lift: u32,
}

impl Counts {
    /// The ten parts; nothing where nobody left.
    ///
    /// Where accounts of one score lie on both sides of an edge, each side gets those that left in proportion, as if they had
    /// been put in every order once: nothing hangs on the order of the file.
    #[must_use]
    pub fn deciles(&self) -> Option<[Decile; 10]> {
        let mut before = 0;
        let mut deciles = [Decile { number: 0, gain: 0, lift: 0 }; 10];
        for (decile, number) in deciles.iter_mut().zip(1_u32..) {
            let gain = self.gain(number)?;
            let lift = gain.saturating_sub(before).saturating_mul(10);
            *decile = Decile { number, gain, lift };
            before = gain;
        }
        Some(deciles)
    }

    /// The share of all that left among so many tenths of the accounts.
    fn gain(&self, tenths: u32) -> Option<u32> {
        // Ten times as many accounts as they hold, so that the edge is whole.
        let edge = self.all().saturating_mul(tenths.into());
        let (mut accounts, mut left) = (0_u64, 0_u64);
        for (_, at) in self.scores() {
            let until = accounts.saturating_add(at.all().saturating_mul(10));
            if until >= edge {
                let parts = u128::from(edge.saturating_sub(accounts));
                let whole = u128::from(at.all().saturating_mul(10));
                let here = u128::from(at.left).saturating_mul(parts);
                let sum = u128::from(left).saturating_mul(whole).saturating_add(here);
                return millionths(sum, whole.saturating_mul(self.left.into()));
            }
            (accounts, left) = (until, left.saturating_add(at.left));
        }
        (self.left > 0).then_some(WHOLE as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validation::Outcome;
    use crate::validation::tests::accounts;

    fn lifts(counts: &Counts) -> Option<[u32; 10]> {
        counts.deciles().map(|deciles| deciles.map(|decile| decile.lift))
    }

    #[test]
    fn worked_by_hand() {
        // Twenty accounts; of the four that left two are lowest, one is third and one is last.
        let list: Vec<_> = (0..20).map(|place| (place * 100, [0, 1, 2, 19].contains(&place))).collect();
        let found = accounts(&list).deciles();
        let gains = found.map(|deciles| deciles.map(|decile| decile.gain / 10_000));
        assert_eq!(gains, Some([50, 75, 75, 75, 75, 75, 75, 75, 75, 100]));
        assert_eq!(
            lifts(&accounts(&list)).map(|lifts| [lifts[0], lifts[1], lifts[9]]),
            Some([5_000_000, 2_500_000, 2_500_000])
        );
    }

    #[test]
    fn equal_scores_are_no_better_than_chance_in_every_part() {
        let list: Vec<_> = (0..7).map(|place| (50, place < 3)).collect();
        let lifts = lifts(&accounts(&list)).unwrap_or_default();
        assert!(lifts.iter().all(|lift| lift.abs_diff(1_000_000) <= 10), "{lifts:?}");
    }

    #[test]
    fn where_nobody_left_there_is_no_lift() {
        assert_eq!(accounts(&[(5, false)]).deciles(), None);
        assert_eq!(Counts::of(&[], &[Outcome::Left]).deciles(), None);
    }
}
