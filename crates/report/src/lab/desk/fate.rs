//! What became of accounts after a snapshot, as far as the table says so.

use plimsoll_columns::accounts::{Accounts, NO_DAY, Part};
use plimsoll_forecast::validation::{self as forecast, Dated, Day, Outcomes};

use super::super::checked::{Basis, Timing, ToldBy};

/// Nobody is watched for longer: a chance of leaving is one within a year.
const LONGEST: u32 = 365;
const NEVER: u16 = u16::MAX;

/// What all rows say of each account, by its number.
pub(super) struct Fates {
    told_by: ToldBy,
    days: Vec<i32>,
    last: u16,
    /// The day on which each left.
    left_on: Vec<i32>,
    /// The first snapshot in which each is said to have left.
    left_in: Vec<u16>,
    /// The last snapshot in which each is.
    seen_in: Vec<u16>,
    /// Whether anything is said of it.
    is_said: Vec<bool>,
}

/// The accounts of a snapshot whose outcome can be told, or could be if they had been watched for long enough.
pub(super) struct Watched {
    /// Their places among the rows of the snapshot.
    pub(super) kept: Vec<usize>,
    pub(super) outcomes: Outcomes,
    pub(super) basis: Basis,
}

impl Fates {
    /// Of all rows; nothing where no column and no later snapshot says who left.
    pub(super) fn of(accounts: &Accounts) -> Option<Self> {
        let count = accounts.ids().len();
        let days: Vec<i32> = accounts.snapshots().iter().map(|one| one.day).collect();
        let (flags, left_days) = (accounts.numbers(Part::Churned), accounts.days(Part::ChurnDay));
        let told_by = match (flags, left_days, days.len()) {
            (Some(_), ..) => ToldBy::Column,
            (None, Some(_), _) => ToldBy::Days,
            (None, None, 2..) => ToldBy::Absence,
            _ => return None,
        };
        let last = u16::try_from(days.len().checked_sub(1)?).ok()?;
        let mut fates = Self {
            told_by,
            days,
            last,
            left_on: vec![NO_DAY; count],
            left_in: vec![NEVER; count],
            seen_in: vec![0; count],
            is_said: vec![false; count],
        };
        for (row, (account, snapshot)) in accounts.account_of().iter().zip(accounts.snapshot_of()).enumerate()
        {
            let flag = flags.and_then(|(values, _)| values.get(row).copied());
            let day = left_days.and_then(|days| days.get(row).copied()).unwrap_or(NO_DAY);
            fates.read(*account as usize, *snapshot, flag, day);
        }
        Some(fates)
    }

    fn read(&mut self, account: usize, snapshot: u16, flag: Option<i64>, day: i32) {
        if let Some(seen) = self.seen_in.get_mut(account) {
            *seen = (*seen).max(snapshot);
        }
        if let Some(said) = self.is_said.get_mut(account) {
            *said |= matches!(flag, Some(0 | 1)) || day != NO_DAY || self.told_by != ToldBy::Column;
        }
        if let Some(left) =
            self.left_in.get_mut(account).filter(|_| flag == Some(1) || flag.is_none() && day != NO_DAY)
        {
            *left = (*left).min(snapshot);
        }
        if let Some(left) =
            self.left_on.get_mut(account).filter(|left| day != NO_DAY && (**left == NO_DAY || day < **left))
        {
            *left = day;
        }
    }

    /// The day on which an account left, to the snapshot at the least.
    pub(super) fn left_on(&self, account: usize) -> Option<Day> {
        let day = self.left_on.get(account).copied().filter(|day| *day != NO_DAY);
        let snapshot = || self.left_in(account).and_then(|snapshot| self.day(snapshot));
        day.or_else(snapshot).map(Day)
    }

    /// The days on which accounts left where a column says so; nothing where none does.
    pub(super) fn days_of_leaving(&self) -> Option<Vec<Option<Day>>> {
        let days = self.left_on.iter().map(|day| (*day != NO_DAY).then_some(Day(*day)));
        self.left_on.iter().any(|day| *day != NO_DAY).then(|| days.collect())
    }

    /// The snapshot in which an account is first known to have left.
    fn left_in(&self, account: usize) -> Option<u16> {
        let said = self.left_in.get(account).copied().filter(|snapshot| *snapshot != NEVER);
        let seen = self
            .seen_in
            .get(account)
            .copied()
            .filter(|seen| self.told_by == ToldBy::Absence && *seen < self.last);
        said.or_else(|| seen.and_then(|seen| seen.checked_add(1)))
    }

    /// The day of a snapshot.
    pub(super) fn day(&self, snapshot: u16) -> Option<i32> {
        self.days.get(usize::from(snapshot)).copied().filter(|day| *day != NO_DAY)
    }

    /// Until when it is known who left after a snapshot: the last one, or where it is that one, the last day on which anybody did.
    fn known_until(&self, snapshot: u16) -> Option<i32> {
        let end = if snapshot < self.last { self.day(self.last) } else { self.left_on.iter().copied().max() };
        end.filter(|end| self.day(snapshot).is_some_and(|day| *end > day))
    }

    /// What became of the accounts of a snapshot, as far as it was known by a day where one is named.
    pub(super) fn after(&self, snapshot: u16, numbers: &[u32], by: Option<i32>) -> Watched {
        let is_told = |account: usize| {
            let is_seen = self.seen_in.get(account) == Some(&self.last) || self.told_by == ToldBy::Absence;
            let has_left = self.left_in(account).is_some() || self.left_on(account).is_some();
            has_left || is_seen && self.is_said.get(account) == Some(&true)
        };
        let places = numbers.iter().enumerate().filter(|(_, account)| is_told(**account as usize));
        let (kept, told): (Vec<usize>, Vec<usize>) =
            places.map(|(place, account)| (place, *account as usize)).unzip();
        let end = by.or_else(|| self.known_until(snapshot));
        let (outcomes, timing) = match self.day(snapshot).zip(end) {
            Some((day, end)) => self.dated(&told, day, end),
            None => self.undated(&told, snapshot),
        };
        let (left, stayed) = outcomes.left_and_stayed();
        let (gone_before, not_watched) = match outcomes.timing() {
            forecast::Timing::Dated(observed) => (observed.left_before, observed.not_watched),
            forecast::Timing::Undated => (told.len().saturating_sub(left).saturating_sub(stayed), 0),
        };
        let untold = numbers.len().saturating_sub(kept.len());
        let basis = Basis {
            day: self.day(snapshot),
            timing,
            told_by: self.told_by,
            left: left as u64,
            stayed: stayed as u64,
            gone_before: gone_before as u64,
            unknown: untold.saturating_add(not_watched) as u64,
        };
        Watched { kept, outcomes, basis }
    }

    fn dated(&self, accounts: &[usize], day: i32, end: i32) -> (Outcomes, Timing) {
        let horizon = Day(end).since(Day(day)).unwrap_or(0).min(LONGEST);
        let row = |account: &usize| Dated { snapshot: Day(day), left: self.left_on(*account) };
        let rows: Vec<Dated> = accounts.iter().map(row).collect();
        let last = Day(day).after(horizon).0;
        (Outcomes::dated(&rows, Day(end), Some(horizon)), Timing::Within(horizon, last))
    }

    /// Who left by a later snapshot, of those who had not by this one; where there is no later one, who is said to have left.
    fn undated(&self, accounts: &[usize], snapshot: u16) -> (Outcomes, Timing) {
        let is_later = snapshot < self.last;
        let left = |account: &usize| match self.left_in(*account) {
            Some(at) if is_later && at <= snapshot => None,
            at => Some(at.is_some()),
        };
        let left: Vec<Option<bool>> = accounts.iter().map(left).collect();
        (Outcomes::undated(&left), if is_later { Timing::Later } else { Timing::SameTime })
    }

    /// The snapshot to learn from where that of this place is the test: of those within a year before it the earliest, else the last
    /// before it.
    pub(super) fn to_learn_from(&self, snapshot: u16) -> Option<u16> {
        let day = self.day(snapshot)?;
        self.known_until(snapshot)?;
        let since = |one: u16| Some(Day(day).since(Day(self.day(one)?))?).filter(|days| *days > 0);
        let within = (0..snapshot).find(|one| since(*one).is_some_and(|days| days <= LONGEST));
        within.or_else(|| (0..snapshot).rev().find(|one| since(*one).is_some()))
    }
}
