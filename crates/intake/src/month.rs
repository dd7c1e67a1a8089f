//! A calendar month as a number that can be counted with. It is that of `plimsoll-columns`, to be taken from there once
//! that room is in this house.

use std::fmt;

/// A calendar month: twelve times the year, plus the month from 0 on. 2025-03 is 24302.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(pub i32);

impl Month {
    /// The month of a year from 0 to 9999, counted from 1 to 12.
    ///
    /// ```
    /// use plimsoll_intake::Month;
    /// let march = Month::from_year_month(2025, 3);
    /// assert_eq!(march.map(|march| march.plus(10).to_string()), Some("2026-01".into()));
    /// assert_eq!(Month::from_year_month(2025, 13), None);
    /// ```
    #[must_use]
    pub fn from_year_month(year: i32, month: i32) -> Option<Self> {
        if !(0..=9_999).contains(&year) || !(1..=12).contains(&month) {
            return None;
        }
        year.checked_mul(12)?.checked_add(month)?.checked_sub(1).map(Self)
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// The month of the year, from 1 to 12.
    #[must_use]
    pub const fn month(self) -> i32 {
        self.0.rem_euclid(12).saturating_add(1)
    }

    /// So many months later, or earlier where the number is negative.
    #[must_use]
    pub const fn plus(self, months: i32) -> Self {
        Self(self.0.saturating_add(months))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}
