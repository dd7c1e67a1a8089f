//! One date, as exports and people write it.

mod clock;
mod names;
mod parts;

use serde::{Deserialize, Serialize};

use chrono::{Datelike as _, Days, NaiveDate};

use crate::named::named;
use parts::{Part, parts};
use plimsoll_columns::Month;

named! {
    /// What stands first in a date like 03/04/2025.
    pub enum DateOrder {
        /// The day: the third of April.
        DayFirst "day-first",
        /// The month: the fourth of March.
        MonthFirst "month-first",
    }
}

named! {
    /// What a column of bare numbers counts from.
    pub enum DayCount {
        /// Days, as Excel keeps them: 45658 is 2025-01-01.
        Spreadsheet "spreadsheet-days",
        /// Seconds since 1970.
        Seconds "unix-seconds",
        /// Thousandths of a second since 1970.
        Milliseconds "unix-milliseconds",
    }
}

/// A date that could be read, and what was seen on the way. The day is the one written: zones are not converted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateReading {
    /// The day; the first of the month where only a month was written.
    pub day: NaiveDate,
    /// The time of day in seconds; zero where none was written.
    pub second: u32,
    /// Whether only a month was written.
    pub whole_month: bool,
    /// Whether day and month could be the other way round; the day then follows the order that was given.
    pub ambiguous: bool,
    /// The order that the text itself proves, if it does: 31/01/2025 proves that the day stands first.
    pub proves: Option<DateOrder>,
}

/// Why a text is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DateProblem {
    /// Nothing but white space.
    Empty,
    /// None of the formats that are read.
    NotADate,
    /// Day and month without a year, or with one that could be either (`Jan 25`).
    NoYear,
    /// A day that the calendar does not have, such as 30 February.
    NoSuchDay,
    /// Too much text for a date.
    TooLong {
        /// How many characters there may be.
        limit: usize,
    },
}

/// The most characters that are looked at.
const CHARS: usize = 48;

/// Reads a date; `order` decides only where the text can be read either way.
///
/// Read are ISO dates and timestamps, months (`2025-03`, `03/2025`, `Mar 2025`, `Jan-25`), dates with a named month in six
/// languages, `20250304`, and numbers apart by slashes, dashes or points, of which the year may stand at either end. With
/// points the day stands first. A time of day may follow, and a zone, which is not converted.
///
/// ```
/// use plimsoll_intake::{DateOrder::{DayFirst, MonthFirst}, DateProblem, read_date};
///
/// let day = |text| read_date(text, DayFirst).map(|reading| reading.day.to_string());
/// assert_eq!(day("2025-03-04T23:59:00Z"), Ok("2025-03-04".into()));
/// assert_eq!(day("4 March 2025"), Ok("2025-03-04".into()));
/// assert_eq!(day("04.03.2025"), Ok("2025-03-04".into()));
/// assert_eq!(day("Jan-25"), Ok("2025-01-01".into()));
/// assert_eq!(day("30/02/2025"), Err(DateProblem::NoSuchDay));
///
/// let either = read_date("03/04/2025", MonthFirst)?;
/// assert!(either.ambiguous && either.day.to_string() == "2025-03-04");
/// assert_eq!(read_date("31/04/25", MonthFirst), Err(DateProblem::NoSuchDay));
/// assert_eq!(read_date("30/04/25", MonthFirst)?.proves, Some(DayFirst));
/// # Ok::<(), DateProblem>(())
/// ```
///
/// # Errors
/// Why it is none.
pub fn read_date(text: &str, order: DateOrder) -> Result<DateReading, DateProblem> {
    let text = text.trim_matches(crate::text::is_blank);
    if text.is_empty() {
        return Err(DateProblem::Empty);
    }
    if text.chars().nth(CHARS).is_some() {
        return Err(DateProblem::TooLong { limit: CHARS });
    }
    let (date, second) = clock::split(text).ok_or(DateProblem::NotADate)?;
    let parts = parts(date).ok_or(DateProblem::NotADate)?;
    Ok(DateReading { second, ..by_parts(&parts, order)? })
}

/// Reads a bare number that counts days or seconds.
///
/// ```
/// use plimsoll_intake::{DayCount, read_day_count};
/// let day = |text, count| read_day_count(text, count).map(|reading| reading.day.to_string());
/// assert_eq!(day("45658", DayCount::Spreadsheet), Ok("2025-01-01".into()));
/// assert_eq!(day("1735689600", DayCount::Seconds), Ok("2025-01-01".into()));
/// ```
///
/// # Errors
/// Why it is none.
pub fn read_day_count(text: &str, count: DayCount) -> Result<DateReading, DateProblem> {
    let text = text.trim_matches(crate::text::is_blank);
    if text.is_empty() {
        return Err(DateProblem::Empty);
    }
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(part) {
        return Err(DateProblem::NotADate);
    }
    let number: i64 = whole.parse().map_err(|_| DateProblem::NotADate)?;
    let (day, second) = match count {
        DayCount::Spreadsheet => (spreadsheet_day(number), 0),
        DayCount::Seconds => moment(number),
        DayCount::Milliseconds => moment(number.div_euclid(1_000)),
    };
    let day = day.ok_or(DateProblem::NoSuchDay)?;
    Ok(DateReading { day, second, whole_month: false, ambiguous: false, proves: None })
}

/// The day of a spreadsheet's number. Numbers up to 60 are left out: Excel counts a 29 February 1900 that never was.
fn spreadsheet_day(number: i64) -> Option<NaiveDate> {
    if (61..=109_574).contains(&number) { days_after((1899, 12, 30), number) } else { None }
}

/// The day and the second in it, so many seconds after the beginning of 1970.
fn moment(seconds: i64) -> (Option<NaiveDate>, u32) {
    const DAY: i64 = 86_400;
    let second = u32::try_from(seconds.rem_euclid(DAY)).unwrap_or(0);
    (days_after((1970, 1, 1), seconds.div_euclid(DAY)), second)
}

fn days_after((year, month, day): (i32, u32, u32), days: i64) -> Option<NaiveDate> {
    let days = Days::new(u64::try_from(days).ok()?);
    NaiveDate::from_ymd_opt(year, month, day)?.checked_add_days(days)
}

/// The years that a ledger can lie in. An end beyond them (9999-12-31) means that there is none.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// The month of a day; none beyond the years that a ledger can lie in.
pub(crate) fn month_of(day: NaiveDate) -> Option<Month> {
    Month::from_year_month(day.year(), i32::try_from(day.month()).ok()?).filter(|month| is_near(*month))
}

/// Whether a ledger can reach a month.
pub(crate) fn is_near(month: Month) -> bool {
    YEARS.contains(&month.year())
}

/// The date that the parts say.
fn by_parts(parts: &[Part], order: DateOrder) -> Result<DateReading, DateProblem> {
    use Part::{Digits, Named};
    match *parts {
        [Digits { value: year, length: 4, .. }, Digits { value: month, length: 1 | 2, .. }]
        | [Digits { value: month, length: 1 | 2, .. }, Digits { value: year, length: 4, .. }]
        | [Named { month, .. }, Digits { value: year, length: 4, .. }]
        | [Digits { value: year, length: 4, .. }, Named { month, .. }] => whole_month(year, month),
        // `Jan-25` and `Jan '25` name a year; `Jan 25` may as well name a day.
        [Named { month, .. }, Digits { value: year, length: 2, after }] if after != ' ' => {
            whole_month(full(year, 2), month)
        }
        [Digits { value, length: 8, .. }] => certain(value / 10_000, value / 100 % 100, value % 100),
        [Digits { value: joined, length: 6, .. }] if (1990..2200).contains(&(joined / 100)) => {
            whole_month(joined / 100, joined % 100)
        }
        [
            Digits { value: year, length: 4, .. },
            Digits { value: month, length: 1 | 2, .. },
            Digits { value: day, length: 1 | 2, .. },
        ] => certain(year, month, day),
        [
            Digits { value: first, length: 1 | 2, .. },
            Digits { value: second, length: 1 | 2, after },
            Digits { value: year, length: length @ (2 | 4), .. },
        ] if length == 4 || after != '-' => {
            let year = full(year, length);
            if after == '.' { certain(year, second, first) } else { either(year, first, second, order) }
        }
        [
            Digits { value: day, length: 1 | 2, .. },
            Named { month, .. },
            Digits { value: year, length: length @ (2 | 4), .. },
        ]
        | [
            Named { month, .. },
            Digits { value: day, length: 1 | 2, .. },
            Digits { value: year, length: length @ (2 | 4), .. },
        ] => certain(full(year, length), month, day),
        [
            Digits { value: year, length: 4, .. },
            Named { month, .. },
            Digits { value: day, length: 1 | 2, .. },
        ] => certain(year, month, day),
        [Digits { length: 1 | 2, .. }, Named { .. }] | [Named { .. }, Digits { .. }] => {
            Err(DateProblem::NoYear)
        }
        _ => Err(DateProblem::NotADate),
    }
}

/// The year by its digits: two of them mean one of this century up to 79.
const fn full(year: u32, digits: usize) -> u32 {
    match (digits, year) {
        (2, 0..80) => year.saturating_add(2000),
        (2, _) => year.saturating_add(1900),
        _ => year,
    }
}

fn date(year: u32, month: u32, day: u32) -> Result<NaiveDate, DateProblem> {
    let year = i32::try_from(year).ok().filter(|year| (1900..=9999).contains(year));
    year.and_then(|year| NaiveDate::from_ymd_opt(year, month, day)).ok_or(DateProblem::NoSuchDay)
}

fn certain(year: u32, month: u32, day: u32) -> Result<DateReading, DateProblem> {
    let day = date(year, month, day)?;
    Ok(DateReading { day, second: 0, whole_month: false, ambiguous: false, proves: None })
}

fn whole_month(year: u32, month: u32) -> Result<DateReading, DateProblem> {
    Ok(DateReading { whole_month: true, ..certain(year, month, 1)? })
}

/// A date whose first two numbers are day and month, in one order or the other.
fn either(year: u32, first: u32, second: u32, order: DateOrder) -> Result<DateReading, DateProblem> {
    let (day_first, month_first) = (certain(year, second, first), certain(year, first, second));
    match (day_first, month_first) {
        (Ok(one), Ok(other)) if one.day == other.day => Ok(one),
        (Ok(one), Ok(other)) => {
            Ok(DateReading { ambiguous: true, ..if order == DateOrder::DayFirst { one } else { other } })
        }
        (Ok(one), Err(_)) => Ok(DateReading { proves: Some(DateOrder::DayFirst), ..one }),
        (Err(_), Ok(other)) => Ok(DateReading { proves: Some(DateOrder::MonthFirst), ..other }),
        (Err(problem), Err(_)) => Err(problem),
    }
}

/// A day since 1970-01-01 as it is written everywhere; empty for one that no calendar has.
///
/// ```
/// use plimsoll_intake::day_text;
/// assert_eq!([day_text(0), day_text(20_634), day_text(-1)], ["1970-01-01", "2026-06-30", "1969-12-31"]);
/// ```
#[must_use]
pub fn day_text(day: i32) -> String {
    let day = NaiveDate::from_num_days_from_ce_opt(day.saturating_add(719_163));
    day.map(|day| day.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
