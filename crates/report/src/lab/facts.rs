//! What accounts are, told once: columns with what stands in them, segments, owners.

use plimsoll_columns::accounts::{AccountColumn, Accounts, NO_DAY, NO_NUMBER, NO_TEXT, Part, Texts, Values};

use super::message::{ColumnFacts, Facts, ValueFacts};

/// How many texts of a column are told.
const TEXTS: usize = 12;

/// What a column without a header is called: the share of seats that are used, which follows from two others.
const SEATS: &str = "Seats in use";

/// The facts of accounts, counted over their latest snapshot where it matters.
pub(super) fn facts(accounts: &Accounts) -> Facts {
    let latest = accounts.snapshots().len().saturating_sub(1);
    let rows = rows_of(accounts, latest);
    let day = |day: i32| (day != NO_DAY).then_some(day);
    Facts {
        snapshots: accounts.snapshots().iter().map(|one| (day(one.day), one.rows)).collect(),
        columns: accounts.columns().iter().map(column).collect(),
        segments: counted(accounts.texts(Part::Segment), &rows),
        owners: counted(accounts.texts(Part::Owner), &rows),
        arr: accounts.numbers(Part::Revenue).map(|(values, _)| sum(values, &rows)),
        left: left(accounts, &rows),
        has_days: accounts.days(Part::ChurnDay).is_some(),
    }
}

/// The name of a column in a model: its header.
pub(super) fn name(column: &AccountColumn) -> &str {
    if column.heading.header.is_empty() { SEATS } else { &column.heading.header }
}

/// The rows of a snapshot, by its place.
pub(super) fn rows_of(accounts: &Accounts, snapshot: usize) -> Vec<u32> {
    u16::try_from(snapshot).map(|snapshot| accounts.rows_in(snapshot)).unwrap_or_default()
}

fn column(column: &AccountColumn) -> ColumnFacts {
    // Whether somebody has left is what a score is held against, never a part of it.
    let is_indicator = matches!(
        column.heading.part,
        Part::Indicator | Part::Renewal | Part::Seats | Part::SeatsUsed | Part::Group
    );
    ColumnFacts {
        header: name(column).to_owned(),
        sign: if column.heading.part == Part::Renewal {
            "renewal".into()
        } else {
            column.heading.sign.clone()
        },
        is_indicator,
        percent: column.heading.percent,
        values: values(&column.values),
        missing: u32::try_from(column.values.missing()).unwrap_or(u32::MAX),
    }
}

fn values(values: &Values) -> ValueFacts {
    match values {
        Values::Number { values, places } => ValueFacts::Numbers { places: *places, marks: marks(values) },
        Values::Day(days) => {
            let mut days: Vec<i32> = days.iter().copied().filter(|day| *day != NO_DAY).collect();
            ValueFacts::Days(at(&mut days, &[0, 50, 100]).and_then(|marks| marks.try_into().ok()))
        }
        Values::Text { ids, values } => texts(ids, values),
    }
}

fn marks(values: &[i64]) -> Option<[i64; 7]> {
    let mut values: Vec<i64> = values.iter().copied().filter(|value| *value != NO_NUMBER).collect();
    at(&mut values, &[0, 5, 25, 50, 75, 95, 100]).and_then(|marks| marks.try_into().ok())
}

/// The values below which so many percent lie.
fn at<T: Copy + Ord>(values: &mut [T], percents: &[usize]) -> Option<Vec<T>> {
    values.sort_unstable();
    let last = values.len().checked_sub(1)?;
    percents.iter().map(|percent| values.get(last.saturating_mul(*percent) / 100).copied()).collect()
}

fn texts(ids: &[u32], values: &Texts) -> ValueFacts {
    let counts = counts(ids.iter().copied(), values.len());
    let different = counts.iter().filter(|count| **count > 0).count();
    let mut frequent: Vec<(u32, usize)> =
        counts.into_iter().zip(0..).filter(|(count, _)| *count > 0).collect();
    frequent.sort_unstable_by_key(|(count, number)| (u32::MAX.saturating_sub(*count), *number));
    let told = frequent.into_iter().take(TEXTS).map(|(count, number)| (text(values, number), count));
    ValueFacts::Texts(told.collect(), u32::try_from(different).unwrap_or(u32::MAX))
}

/// How often each number stands there.
fn counts(numbers: impl Iterator<Item = u32>, different: usize) -> Vec<u32> {
    let mut counts = vec![0_u32; different];
    for number in numbers {
        if let Some(count) = counts.get_mut(number as usize) {
            *count = count.saturating_add(1);
        }
    }
    counts
}

/// A text by its number, as it is shown.
pub(super) fn text(texts: &Texts, number: usize) -> String {
    String::from_utf8_lossy(texts.get(number).unwrap_or_default()).into_owned()
}

/// Every text with how many of these rows have it.
fn counted(column: Option<(&[u32], &Texts)>, rows: &[u32]) -> Vec<(String, u32)> {
    let Some((ids, values)) = column else { return Vec::new() };
    let of = |row: &u32| ids.get(*row as usize).copied().unwrap_or(NO_TEXT);
    let counts = counts(rows.iter().map(of), values.len());
    counts.into_iter().enumerate().map(|(number, count)| (text(values, number), count)).collect()
}

fn sum(values: &[i64], rows: &[u32]) -> i64 {
    let of = |row: &u32| values.get(*row as usize).copied().filter(|value| *value != NO_NUMBER).unwrap_or(0);
    rows.iter().map(of).fold(0, i64::saturating_add)
}

fn left(accounts: &Accounts, rows: &[u32]) -> (u32, u32) {
    let Some((values, _)) = accounts.numbers(Part::Churned) else { return (0, 0) };
    let count = |wanted: i64| {
        let is = |row: &&u32| values.get(**row as usize) == Some(&wanted);
        u32::try_from(rows.iter().filter(is).count()).unwrap_or(u32::MAX)
    };
    (count(1), count(0))
}
