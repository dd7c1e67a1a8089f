//! Who left and who stayed, and what is not known.
//!
//! A score may only be held against what came after it. Where both days are there, that is checked here, once: who had left
//! before the snapshot, and who has not been watched for long enough, counts for nothing.

/// A day, counted from any fixed one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub i32);

impl Day {
    /// The day so many days later.
    #[must_use]
    pub const fn after(self, days: u32) -> Self {
        Self(self.0.saturating_add_unsigned(days))
    }

    /// Whole days from an earlier day to this one; nothing if that one is later.
    #[must_use]
    pub fn since(self, earlier: Self) -> Option<u32> {
        u32::try_from(i64::from(self.0).checked_sub(i64::from(earlier.0))?).ok()
    }
}

/// What became of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It left.
    Left,
    /// It was still there at the end of the time it was watched for.
    Stayed,
    /// It cannot be said, so it counts for nothing.
    Unknown,
}

/// The two days of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    /// When its score was taken.
    pub snapshot: Day,
    /// When it left; nothing if it is still there.
    pub left: Option<Day>,
}

/// Whether outcomes are known to come after the scores. Part of every result that rests on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// Without days. The score may have been taken when the customer had already gone, and then tells nothing of the future.
    Undated,
    /// By days: the score comes first.
    Dated(Observed),
}

/// Over which days outcomes were observed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Observed {
    /// The earliest snapshot.
    pub first_snapshot: Day,
    /// The latest one.
    pub last_snapshot: Day,
    /// Until when it is known who left, that day included.
    pub known_until: Day,
    /// For how many days after its snapshot each account was watched; nothing if until the end.
    pub horizon: Option<u32>,
    /// Accounts that had left on the day of their snapshot or before: not counted.
    pub left_before: usize,
    /// Accounts that were not watched to the end of the horizon: not counted.
    pub not_watched: usize,
}

/// The outcome of each account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcomes {
    of: Vec<Outcome>,
    timing: Timing,
}

impl Outcomes {
    /// Outcomes of a column without days: who left, who did not, and where the cell is empty.
    #[must_use]
    pub fn undated(left: &[Option<bool>]) -> Self {
        let outcome = |left: &Option<bool>| match left {
            Some(true) => Outcome::Left,
            Some(false) => Outcome::Stayed,
            None => Outcome::Unknown,
        };
        Self { of: left.iter().map(outcome).collect(), timing: Timing::Undated }
    }

    /// Outcomes by days: who left within the horizon after the snapshot.
    ///
    /// Name a horizon where snapshots are of different days, or the earlier ones have had longer to leave. Without one each account
    /// is watched until `known_until`. Who left later than `known_until` counts as somebody who had not left by then, so that
    /// nothing is learnt from what was not known on that day.
    ///
    /// ```
    /// use plimsoll_forecast::validation::{Dated, Day, Outcome, Outcomes};
    /// let row = |snapshot, left: Option<i32>| Dated { snapshot: Day(snapshot), left: left.map(Day) };
    /// let rows = [row(0, Some(30)), row(0, None), row(0, Some(95)), row(50, Some(40)), row(50, None)];
    /// let outcomes = Outcomes::dated(&rows, Day(100), Some(90));
    /// use Outcome::{Left, Stayed, Unknown};
    /// // The last was watched for 50 days of 90, the one before had left already.
    /// assert_eq!(outcomes.as_slice(), [Left, Stayed, Stayed, Unknown, Unknown]);
    /// ```
    #[must_use]
    pub fn dated(rows: &[Dated], known_until: Day, horizon: Option<u32>) -> Self {
        let snapshots = rows.iter().map(|row| row.snapshot);
        let mut observed = Observed {
            first_snapshot: snapshots.clone().min().unwrap_or(known_until),
            last_snapshot: snapshots.max().unwrap_or(known_until),
            known_until,
            horizon,
            left_before: 0,
            not_watched: 0,
        };
        let of = rows.iter().map(|row| observed.outcome(row)).collect();
        Self { of, timing: Timing::Dated(observed) }
    }

    /// One for each account, in their order.
    #[must_use]
    pub fn as_slice(&self) -> &[Outcome] {
        &self.of
    }

    /// Whether they come after the scores.
    #[must_use]
    pub const fn timing(&self) -> Timing {
        self.timing
    }

    /// How many left, and how many stayed.
    #[must_use]
    pub fn left_and_stayed(&self) -> (usize, usize) {
        let count = |which| self.of.iter().filter(|outcome| **outcome == which).count();
        (count(Outcome::Left), count(Outcome::Stayed))
    }
}

impl Observed {
    /// What became of an account; who cannot be told is counted.
    fn outcome(&mut self, row: &Dated) -> Outcome {
        if row.left.is_some_and(|left| left <= row.snapshot) {
            self.left_before = self.left_before.saturating_add(1);
            return Outcome::Unknown;
        }
        let until = self.horizon.map_or(self.known_until, |days| row.snapshot.after(days));
        if row.left.is_some_and(|left| left <= until && left <= self.known_until) {
            return Outcome::Left;
        }
        if until > self.known_until || row.snapshot >= self.known_until {
            self.not_watched = self.not_watched.saturating_add(1);
            return Outcome::Unknown;
        }
        Outcome::Stayed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(snapshot: i32, left: Option<i32>, known_until: i32, horizon: Option<u32>) -> Outcome {
        let row = Dated { snapshot: Day(snapshot), left: left.map(Day) };
        let outcomes = Outcomes::dated(&[row], Day(known_until), horizon);
        outcomes.as_slice().first().copied().unwrap_or(Outcome::Unknown)
    }

    #[test]
    fn only_what_comes_after_the_snapshot_and_was_watched_counts() {
        use Outcome::{Left, Stayed, Unknown};
        // Snapshot, day of leaving, known until, horizon.
        let cases = [
            (10, Some(10), 100, None, Unknown),
            (10, Some(11), 100, None, Left),
            (10, Some(100), 100, Some(90), Left),
            (10, Some(101), 200, Some(90), Stayed),
            (10, None, 100, Some(90), Stayed),
            (10, None, 99, Some(90), Unknown),
            (10, Some(50), 99, Some(90), Left),
            (10, Some(101), 100, None, Stayed),
            (100, None, 100, None, Unknown),
        ];
        for (snapshot, left, known_until, horizon, expected) in cases {
            let found = of(snapshot, left, known_until, horizon);
            assert_eq!(found, expected, "{snapshot} {left:?} {known_until} {horizon:?}");
        }
    }

    #[test]
    fn who_does_not_count_is_counted() {
        let row = |left: Option<i32>| Dated { snapshot: Day(5), left: left.map(Day) };
        let outcomes = Outcomes::dated(&[row(Some(1)), row(None), row(Some(6))], Day(20), Some(30));
        let expected = Observed {
            first_snapshot: Day(5),
            last_snapshot: Day(5),
            known_until: Day(20),
            horizon: Some(30),
            left_before: 1,
            not_watched: 1,
        };
        assert_eq!(outcomes.timing(), Timing::Dated(expected));
        assert_eq!(outcomes.left_and_stayed(), (1, 0));
    }

    #[test]
    fn days_far_apart_are_days() {
        assert_eq!(Day(i32::MAX).since(Day(i32::MIN)), Some(u32::MAX));
        assert_eq!(Day(1).since(Day(2)), None);
        assert_eq!(Day(i32::MAX).after(7), Day(i32::MAX));
    }
}
