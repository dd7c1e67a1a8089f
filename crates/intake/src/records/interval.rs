//! The time that an amount is paid for.

use chrono::{Datelike as _, NaiveDate};

use crate::mapping::Basis;
use crate::text::{is_of_word, lower};

/// A calendar's unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// A length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Length {
    pub(super) unit: Unit,
    pub(super) count: u32,
}

impl Length {
    /// The length of a basis, unless each row has its own.
    pub(super) const fn of(basis: Basis) -> Option<Self> {
        let (unit, count) = match basis {
            Basis::Month => (Unit::Month, 1),
            Basis::Quarter => (Unit::Month, 3),
            Basis::HalfYear => (Unit::Month, 6),
            Basis::Year => (Unit::Year, 1),
            Basis::Week => (Unit::Week, 1),
            Basis::Day => (Unit::Day, 1),
            Basis::Row | Basis::Term => return None,
        };
        Some(Self { unit, count })
    }

    /// By what fraction an amount for this time becomes one for a month: 1/12 for a year, 52/12 for a week.
    pub(super) fn by_the_month(self) -> Option<(i128, i128)> {
        let (per, of) = match self.unit {
            Unit::Day => (365, 12),
            Unit::Week => (52, 12),
            Unit::Month => (1, 1),
            Unit::Year => (1, 12),
        };
        let of = i128::checked_mul(of, i128::from(self.count)).filter(|of| *of > 0)?;
        Some((per, of))
    }
}

/// The time from a first day to a last one, both included: in months where it is a whole number of them, else in days.
pub(super) fn between(first: NaiveDate, last: NaiveDate) -> Option<Length> {
    let after = last.succ_opt()?;
    let years = after.year().checked_sub(first.year())?;
    let months = i64::from(after.month()).checked_sub(i64::from(first.month()))?;
    let months = i64::from(years)
        .checked_mul(12)?
        .checked_add(months)
        .and_then(|months| u32::try_from(months).ok())?;
    if first.day() == after.day() && months > 0 {
        return Some(Length { unit: Unit::Month, count: months });
    }
    let days = u32::try_from(after.signed_duration_since(first).num_days()).ok().filter(|days| *days > 0)?;
    Some(Length { unit: Unit::Day, count: days })
}

/// Words for a length of time. "Biweekly" and "bimonthly" are not among them: each means two things.
#[rustfmt::skip]
const WORDS: &[(&str, Unit, u32)] = &[
    ("day", Unit::Day, 1), ("days", Unit::Day, 1), ("daily", Unit::Day, 1),
    ("week", Unit::Week, 1), ("weeks", Unit::Week, 1), ("weekly", Unit::Week, 1),
    ("month", Unit::Month, 1), ("months", Unit::Month, 1), ("monthly", Unit::Month, 1), ("mo", Unit::Month, 1),
    ("quarter", Unit::Month, 3), ("quarters", Unit::Month, 3), ("quarterly", Unit::Month, 3), ("qtr", Unit::Month, 3),
    ("semiannual", Unit::Month, 6), ("semiannually", Unit::Month, 6),
    ("year", Unit::Year, 1), ("years", Unit::Year, 1), ("yearly", Unit::Year, 1), ("yr", Unit::Year, 1),
    ("annual", Unit::Year, 1), ("annually", Unit::Year, 1), ("annum", Unit::Year, 1),
];

/// A length of time in words, and how often it is taken: `year`, `every 3 months`, `Monthly`; `month` and `12`.
pub(super) fn read(unit: &str, count: &str) -> Option<Length> {
    let text = lower(unit);
    let words = text.split(|c: char| !is_of_word(c)).filter(|word| !word.is_empty());
    let (mut length, mut number) = (None, None);
    for word in words {
        if let Some((_, unit, times)) = WORDS.iter().find(|(listed, ..)| *listed == word) {
            if length.replace((*unit, *times)).is_some() {
                return None;
            }
        } else if word.bytes().all(|byte| byte.is_ascii_digit()) && number.is_none() {
            number = Some(word.parse::<u32>().ok()?);
        } else if !matches!(word, "every" | "each" | "per" | "a" | "billed" | "paid") {
            return None;
        }
    }
    let (unit, times) = length?;
    let often = if count.is_empty() { 1 } else { count.parse::<u32>().ok()? };
    let count = times.checked_mul(number.unwrap_or(1))?.checked_mul(often).filter(|count| *count > 0)?;
    Some(Length { unit, count })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_counted_in_whole_months_or_in_days() {
        let day = |(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
        let term = |first, last| between(day(first), day(last)).map(|length| (length.unit, length.count));
        assert_eq!(term((2025, 1, 1), (2025, 12, 31)), Some((Unit::Month, 12)));
        assert_eq!(term((2025, 3, 15), (2027, 3, 14)), Some((Unit::Month, 24)));
        assert_eq!(term((2025, 1, 1), (2025, 1, 10)), Some((Unit::Day, 10)));
        assert_eq!(term((2025, 1, 31), (2025, 2, 28)), Some((Unit::Day, 29)));
        assert_eq!(term((2025, 1, 2), (2025, 1, 1)), None);
    }

    #[test]
    fn lengths_are_read_in_words_and_numbers() {
        let told = |unit, count| read(unit, count).map(|length| (length.unit, length.count));
        assert_eq!(told("year", ""), Some((Unit::Year, 1)));
        assert_eq!(told("Months", "12"), Some((Unit::Month, 12)));
        assert_eq!(told("every 3 months", ""), Some((Unit::Month, 3)));
        assert_eq!(told("Quarterly", "2"), Some((Unit::Month, 6)));
        assert_eq!(told("6-month", ""), Some((Unit::Month, 6)));
        for unclear in ["", "biweekly", "12", "month or year", "fortnight"] {
            assert_eq!(told(unclear, ""), None, "{unclear}");
        }
        assert_eq!(told("month", "0"), None);
        assert_eq!(told("month", "1.5"), None);
    }
}
