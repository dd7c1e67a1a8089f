//! A calendar month, as a picture's marks and tables name it.

use serde::{Deserialize, Serialize};

/// A calendar month, counted as year × 12 + (month − 1): March 2025 is 24,302.
///
/// ```
/// use plimsoll_report::view::Month;
/// let march = Month::new(2025, 3).unwrap();
/// assert_eq!(march, Month(24_302));
/// assert_eq!(march.plus(10), Month::new(2026, 1).unwrap());
/// assert_eq!(march.to_string(), "2025-03");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Month(pub i32);

impl Month {
    /// The month of a year, counted from one; nothing where there is no such month.
    #[must_use]
    pub fn new(year: i32, month: u8) -> Option<Self> {
        if !(1..=12).contains(&month) {
            return None;
        }
        year.checked_mul(12)?.checked_add(i32::from(month))?.checked_sub(1).map(Self)
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// The month of the year, from 1 for January to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        u8::try_from(self.0.rem_euclid(12)).unwrap_or(0).saturating_add(1)
    }

    /// So many months later, or earlier where that is below zero.
    #[must_use]
    pub const fn plus(self, months: i32) -> Self {
        Self(self.0.saturating_add(months))
    }
}

impl core::fmt::Display for Month {
    /// The form of ISO 8601: `2025-03`.
    fn fmt(&self, to: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(to, "{:04}-{:02}", self.year(), self.month())
    }
}
