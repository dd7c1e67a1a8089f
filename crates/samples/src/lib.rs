//! Made-up ledgers to try the page with: one row for each customer and month, as a billing system exports them. And made-up
//! accounts: one row for each at one or two moments, as a program for customer success exports them.
//!
//! A [`Sample`] is a seeded program, not a file: the same size gives the same bytes everywhere, and nothing has to be
//! fetched. The companies are invented. What they do is shaped after what subscription businesses see: larger customers
//! stay longer and expand more, newcomers leave sooner, a few come back.
//!
//! This room does not know how a table is read, what a metric is, any float or clock.

mod accounts;
mod chance;
mod company;
mod names;

pub use accounts::{AccountSample, AccountSize};
pub use company::{Segment, Size};

use chance::Chance;
use company::Company;

/// The first month of every sample: January 2023.
const FIRST_YEAR: u32 = 2023;

/// A ledger that writes itself, row by row.
///
/// ```
/// use plimsoll_samples::{Sample, Size};
/// let text: String = Sample::new(Size::Small).collect();
/// assert!(text.starts_with("Customer,Month,MRR,Segment,Plan,Country\n"));
/// assert_eq!(text, Sample::new(Size::Small).collect::<String>());
/// ```
#[derive(Debug)]
pub struct Sample {
    chance: Chance,
    size: Size,
    /// How many customers have been written.
    written: u32,
    header: bool,
}

impl Sample {
    /// The sample of this size, from its header on.
    #[must_use]
    pub fn new(size: Size) -> Self {
        Self { chance: Chance::new(size.seed()), size, written: 0, header: true }
    }
}

impl Iterator for Sample {
    type Item = String;

    /// The header, then all rows of one customer after the other.
    fn next(&mut self) -> Option<String> {
        if self.header {
            self.header = false;
            return Some("Customer,Month,MRR,Segment,Plan,Country\n".into());
        }
        if self.written >= self.size.customers() {
            return None;
        }
        let company = Company::draw(&mut self.chance, self.written, self.size);
        self.written = self.written.saturating_add(1);
        Some(company.rows(&mut self.chance, self.size))
    }
}

/// A sample by the name under which it is asked for, and about how many bytes it has; the small ledger for any other name.
///
/// ```
/// use plimsoll_samples::by_slug;
/// let (mut rows, bytes) = by_slug("accounts-small");
/// assert!(rows.next().is_some_and(|header| header.contains("Account ID")) && bytes > 50_000);
/// ```
#[must_use]
pub fn by_slug(slug: &str) -> (Box<dyn Iterator<Item = String>>, u32) {
    if let Some(size) = AccountSize::ALL.into_iter().find(|size| size.slug() == slug) {
        return (Box::new(AccountSample::new(size)), size.bytes());
    }
    let size = Size::ALL.into_iter().find(|size| size.slug() == slug).unwrap_or(Size::Small);
    (Box::new(Sample::new(size)), size.bytes())
}

/// A day as `YYYY-MM-DD`; the first of the first year is number 0.
fn day(number: u32) -> String {
    let (mut left, mut year) = (number, FIRST_YEAR);
    loop {
        let is_leap = year & 3 == 0; // so it is until 2100, where no sample reaches
        let months = [31, if is_leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        for (length, month) in months.into_iter().zip(1..) {
            if left < length {
                return format!("{year}-{month:02}-{:02}", left.saturating_add(1));
            }
            left = left.saturating_sub(length);
        }
        year = year.saturating_add(1);
    }
}

/// A month of a sample as `YYYY-MM`; the first is number 0.
fn month(number: u32) -> String {
    let (years, month) = (number.checked_div(12).unwrap_or(0), number.checked_rem(12).unwrap_or(0));
    let (year, month) = (FIRST_YEAR.saturating_add(years), month.saturating_add(1));
    format!("{year}-{month:02}")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn rows(size: Size) -> Vec<Vec<String>> {
        let text: String = Sample::new(size).collect();
        text.lines().skip(1).map(|line| line.split(',').map(Into::into).collect()).collect()
    }

    #[test]
    fn months_are_written_as_iso() {
        assert_eq!([month(0), month(11), month(12), month(35)], ["2023-01", "2023-12", "2024-01", "2025-12"]);
    }

    #[test]
    fn days_are_those_of_the_calendar() {
        let days = [0, 58, 59, 365, 424, 911, 1_095, 1_461];
        let told = [
            "2023-01-01",
            "2023-02-28",
            "2023-03-01",
            "2024-01-01",
            "2024-02-29",
            "2025-06-30",
            "2025-12-31",
            "2027-01-01",
        ];
        assert_eq!(days.map(day), told);
    }

    #[test]
    fn every_row_is_whole_and_no_customer_has_a_month_twice() {
        let mut seen = BTreeMap::new();
        for row in rows(Size::Medium) {
            let [customer, month, mrr, segment, plan, country] = row.as_slice() else {
                assert_eq!(row.len(), 6, "{row:?}");
                continue;
            };
            assert!(
                mrr.split_once('.').is_some_and(|(whole, cents)| {
                    whole.parse::<u32>().is_ok_and(|whole| whole > 0) && cents.len() == 2
                }),
                "{row:?}"
            );
            assert!([segment, plan, country].iter().all(|cell| !cell.is_empty()), "{row:?}");
            assert!(seen.insert((customer.clone(), month.clone()), ()).is_none(), "{row:?}");
        }
    }

    #[test]
    fn sizes_are_what_they_say() {
        for (size, least, most) in [(Size::Small, 800, 2_500), (Size::Medium, 25_000, 60_000)] {
            let count = rows(size).len();
            assert!((least..most).contains(&count), "{size:?} has {count} rows");
            let bytes: usize = Sample::new(size).map(|rows| rows.len()).sum();
            let told = usize::try_from(size.bytes()).unwrap_or(0);
            assert!(bytes.abs_diff(told) * 50 < told, "{size:?} has {bytes} bytes");
            assert!(Sample::new(size).count() == usize::try_from(size.customers()).unwrap_or(0) + 1);
        }
    }

    /// Somebody leaves, somebody comes back, somebody pays more and somebody less: there is something to see.
    #[test]
    fn every_movement_happens() {
        let mut ledger: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
        for row in rows(Size::Small) {
            if let [customer, month, mrr, ..] = row.as_slice() {
                ledger.entry(customer.clone()).or_default().insert(month.clone(), mrr.clone());
            }
        }
        let cents = |text: &String| text.replace('.', "").parse::<u64>().unwrap_or(0);
        let pairs = || ledger.values().flat_map(|months| months.values().zip(months.values().skip(1)));
        assert!(pairs().any(|(before, after)| cents(after) > cents(before)), "nobody expands");
        assert!(pairs().any(|(before, after)| cents(after) < cents(before)), "nobody cuts back");
        let last = month(Size::Small.months() - 1);
        assert!(ledger.values().any(|months| !months.contains_key(&last)), "nobody leaves");
        let has_hole = |months: &BTreeMap<String, String>| {
            let present: Vec<bool> =
                (0..Size::Small.months()).map(|number| months.contains_key(&month(number))).collect();
            present.windows(2).filter(|pair| matches!(pair, [false, true])).count()
                > usize::from(present.first() == Some(&false))
        };
        assert!(ledger.values().any(has_hole), "nobody comes back");
    }
}
