//! What pictures are made from: sums by month, groups and cohorts, as plain numbers.

use plimsoll_columns::{Month, MonthSums};
use plimsoll_metrics::Currency;
use serde::{Deserialize, Serialize};

/// Customers with the same value of an attribute, such as a segment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// The value, as the data have it; empty where a customer has none.
    pub name: String,
    /// The group's sums over the last twelve months of the history, as one.
    pub sums: MonthSums,
}

/// Customers by the month of their first payment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cohort {
    /// The month of the first payment, as a position in the history.
    pub first: usize,
    /// For every age in months from zero: how many of them pay, and how much.
    pub cells: Vec<(i64, i64)>,
}

/// A ledger's sums: all that pictures are drawn from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct History {
    /// The currency of all amounts.
    #[serde(with = "crate::told::currency_code")]
    pub currency: Currency,
    /// The first month; it is the opening balance, and has no movements.
    pub first: Month,
    /// The sums, month by month without a gap.
    pub months: Vec<MonthSums>,
    /// The months in which the data have no row at all, as positions.
    pub holes: Vec<usize>,
    /// The groups of the chosen attribute, in the order of its values.
    pub groups: Vec<Group>,
    /// The cohorts, in any order.
    pub cohorts: Vec<Cohort>,
}

impl History {
    /// A history in which nothing has happened yet.
    #[must_use]
    pub const fn empty(currency: Currency, first: Month) -> Self {
        Self {
            currency,
            first,
            months: Vec::new(),
            holes: Vec::new(),
            groups: Vec::new(),
            cohorts: Vec::new(),
        }
    }

    /// The month at a position.
    #[must_use]
    pub fn month(&self, position: usize) -> Month {
        self.first.plus(i32::try_from(position).unwrap_or(i32::MAX))
    }

    /// The position of the last month, where there is one.
    #[must_use]
    pub const fn last(&self) -> Option<usize> {
        self.months.len().checked_sub(1)
    }
}

/// Months that are looked at together, as positions in a history; both ends count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first month whose movements count; at least 1, as the first month of a history has none.
    pub first: usize,
    /// The last month.
    pub last: usize,
}

impl Span {
    /// The last so many months that have movements; fewer where the history is shorter, nothing where there are none.
    ///
    /// ```
    /// use plimsoll_report::Currency;
    /// use plimsoll_report::picture::{History, MonthSums, Span};
    /// use plimsoll_report::view::Month;
    /// let mut history = History::empty(Currency::Usd, Month::from_year_month(2025, 1).unwrap());
    /// assert_eq!(Span::trailing(&history, 12), None);
    /// history.months = vec![MonthSums::default(); 15];
    /// assert_eq!(Span::trailing(&history, 12), Some(Span { first: 3, last: 14 }));
    /// assert_eq!(Span::trailing(&history, 99), Some(Span { first: 1, last: 14 }));
    /// ```
    #[must_use]
    pub fn trailing(history: &History, months: usize) -> Option<Self> {
        let last = history.last().filter(|last| *last > 0 && months > 0)?;
        Some(Self { first: last.saturating_add(1).saturating_sub(months).max(1), last })
    }

    /// The same span within a history; nothing where none of it is.
    #[must_use]
    pub fn within(self, history: &History) -> Option<Self> {
        let last = self.last.min(history.last()?);
        let first = self.first.max(1);
        (first <= last).then_some(Self { first, last })
    }

    /// How many months it has.
    #[must_use]
    pub const fn months(self) -> usize {
        self.last.saturating_sub(self.first).saturating_add(1)
    }
}
