//! How long before they left accounts had turned red: the time there would have been to act.

use super::{Day, HIGHEST};

/// The scores of all accounts on one day.
#[derive(Clone, Copy, Debug)]
pub struct Snapshot<'a> {
    /// When they were taken.
    pub day: Day,
    /// One for each account, in the same order in every snapshot; [`MISSING`](super::MISSING) where there is none.
    pub scores: &'a [u16],
}

/// Days from the first red score to leaving, over the accounts that left.
///
/// An account turned red at some time between two snapshots, so its lead time may be longer by as much as lies between
/// them. Accounts that were red at their first snapshot may have been so for long: theirs is at least what is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeadTimes {
    /// Accounts that left and had been red before.
    pub warned: usize,
    /// Of these, those that were red at their first snapshot.
    pub red_from_the_start: usize,
    /// Accounts that left, had a score before, and were never red.
    pub never_red: usize,
    /// Accounts that left and had no score before.
    pub without_score: usize,
    /// A quarter of those warned left after fewer days.
    pub lower_quartile: u32,
    /// Half of those warned left after fewer days.
    pub median: u32,
    /// Three quarters of those warned left after fewer days.
    pub upper_quartile: u32,
    /// The most days between two snapshots that follow each other.
    pub longest_gap: u32,
}

/// The lead times of accounts that left, from two or more snapshots; `left` has the day for each account, nothing for those that
/// are still there. A score below `red_below` is red. Only snapshots before the day an account left count for it.
///
/// Percentiles are days that occur, those of nearest rank: so many of a hundred lie before. Nothing with fewer than two
/// snapshots of different days, and where nobody had been warned.
#[must_use]
pub fn lead_times(snapshots: &[Snapshot<'_>], left: &[Option<Day>], red_below: u16) -> Option<LeadTimes> {
    let mut in_order: Vec<&Snapshot<'_>> = snapshots.iter().collect();
    in_order.sort_unstable_by_key(|snapshot| snapshot.day);
    let days = in_order.iter().map(|snapshot| snapshot.day);
    let longest_gap =
        days.clone().skip(1).zip(days).filter_map(|(later, earlier)| later.since(earlier)).max();
    let longest_gap = longest_gap.filter(|days| *days > 0)?;
    let mut found = Found::default();
    for (account, left) in left.iter().enumerate() {
        if let Some(left) = left {
            found.add(&in_order, account, *left, red_below);
        }
    }
    found.lead_times(longest_gap)
}

#[derive(Default)]
struct Found {
    days: Vec<u32>,
    red_from_the_start: usize,
    never_red: usize,
    without_score: usize,
}

impl Found {
    fn add(&mut self, snapshots: &[&Snapshot<'_>], account: usize, left: Day, red_below: u16) {
        let before = snapshots.iter().filter(|snapshot| snapshot.day < left);
        let score = |snapshot: &&&Snapshot<'_>| {
            let score = snapshot.scores.get(account).copied().filter(|score| *score <= HIGHEST);
            score.map(|score| (snapshot.day, score < red_below))
        };
        let mut scores = before.filter_map(|snapshot| score(&snapshot));
        let first = scores.next();
        let first_red = first.into_iter().chain(scores).find(|(_, is_red)| *is_red);
        match (first, first_red.and_then(|(day, _)| left.since(day))) {
            (None, _) => self.without_score = self.without_score.saturating_add(1),
            (Some(_), None) => self.never_red = self.never_red.saturating_add(1),
            (Some((_, was_red)), Some(days)) => {
                self.red_from_the_start = self.red_from_the_start.saturating_add(usize::from(was_red));
                self.days.push(days);
            }
        }
    }

    fn lead_times(mut self, longest_gap: u32) -> Option<LeadTimes> {
        self.days.sort_unstable();
        let warned = self.days.len();
        let at = |percent: usize| {
            let before = warned.saturating_mul(percent) / 100;
            self.days.get(before.min(warned.saturating_sub(1))).copied()
        };
        Some(LeadTimes {
            warned,
            red_from_the_start: self.red_from_the_start,
            never_red: self.never_red,
            without_score: self.without_score,
            lower_quartile: at(25)?,
            median: at(50)?,
            upper_quartile: at(75)?,
            longest_gap,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validation::MISSING;

    #[test]
    fn worked_by_hand() {
        let (red, green) = (3_999, 4_000);
        // Not in order, to see that days count and not places.
        let snapshots = [
            Snapshot { day: Day(60), scores: &[red, red, green, MISSING, red, red, green] },
            Snapshot { day: Day(0), scores: &[green, red, green, MISSING, red, MISSING, red] },
            Snapshot { day: Day(30), scores: &[red, green, green, MISSING, red, MISSING, red] },
        ];
        // Red from 30; red at the start, then not; never; no score; gone at once; red from its first score; still there.
        let left = [Some(90), Some(70), Some(99), Some(99), Some(0), Some(100), None].map(|day| day.map(Day));
        let found = lead_times(&snapshots, &left, 4_000);
        let expected = LeadTimes {
            warned: 3,
            red_from_the_start: 2,
            never_red: 1,
            without_score: 2,
            lower_quartile: 40,
            median: 60,
            upper_quartile: 70,
            longest_gap: 30,
        };
        assert_eq!(found, Some(expected));
    }

    #[test]
    fn one_snapshot_or_nobody_warned_is_no_lead_time() {
        let one = Snapshot { day: Day(3), scores: &[0] };
        assert_eq!(lead_times(&[one], &[Some(Day(9))], 4_000), None);
        assert_eq!(lead_times(&[one, one], &[Some(Day(9))], 4_000), None, "twice the same day");
        let later = Snapshot { day: Day(5), scores: &[0] };
        assert_eq!(lead_times(&[one, later], &[None], 4_000), None);
        assert_eq!(lead_times(&[one, later], &[Some(Day(9))], 0), None);
        assert_eq!(lead_times(&[one, later], &[Some(Day(9))], 1).map(|found| found.median), Some(6));
    }
}
