//! Calendar months as whole numbers.

use core::fmt;

use serde::{Deserialize, Serialize};

/// A calendar month, counted from the year 0: year × 12 + (month − 1), so March 2025 is 24302.
///
/// ```
/// use plimsoll_columns::Month;
/// let march = Month::from_year_month(2025, 3).unwrap();
/// assert_eq!(march, Month(24_302));
/// assert_eq!(march.plus(10).to_string(), "2026-01");
/// assert_eq!(Month::from_year_month(2025, 13), None);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Month(pub i32);

impl Month {
    /// The month of a year from 0 to 9999, counted 1 to 12. Nothing for any other.
    #[must_use]
    pub const fn from_year_month(year: i32, month: i32) -> Option<Self> {
        if year < 0 || year > 9_999 || month < 1 || month > 12 {
            return None;
        }
        Some(Self(year.wrapping_mul(12).wrapping_add(month).wrapping_sub(1)))
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// The month of the year, 1 to 12.
    #[must_use]
    pub const fn month(self) -> i32 {
        self.0.rem_euclid(12).wrapping_add(1)
    }

    /// So many months later; earlier when negative. The calendar's ends are not passed.
    #[must_use]
    pub const fn plus(self, months: i32) -> Self {
        Self(self.0.saturating_add(months))
    }
}

/// As ISO 8601 writes it: `2025-03`.
impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

#[cfg(test)]
mod tests {
    use super::Month;

    #[test]
    fn months_count_on_across_years() {
        let december = Month::from_year_month(1999, 12).unwrap_or(Month(0));
        assert_eq!((december.year(), december.month()), (1999, 12));
        assert_eq!(december.plus(1).to_string(), "2000-01");
        assert_eq!(december.plus(-12).to_string(), "1998-12");
        assert!(december < december.plus(1));
    }

    #[test]
    fn what_is_no_month_is_none() {
        for (year, month) in [(-1, 1), (10_000, 1), (2025, 0), (2025, 13)] {
            assert_eq!(Month::from_year_month(year, month), None);
        }
    }
}
