//! What is told of a ledger that was accepted.

use std::rc::Rc;

use plimsoll_columns::Month;
use plimsoll_intake::Tallied;
use plimsoll_metrics::{Currency, Window};
use serde::{Deserialize, Serialize};

use crate::picture::History;
use crate::view::Light;

/// Which months a ledger has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// The first one.
    pub first: Month,
    /// How many there are from the first to the last.
    pub months: usize,
    /// Whether they are no months but two dates, of which the data does not say when they were.
    pub of_two_dates: bool,
}

impl Calendar {
    /// The month in this place.
    #[must_use]
    pub fn month(&self, place: usize) -> Month {
        self.first.plus(i32::try_from(place).unwrap_or(i32::MAX))
    }

    /// The place of a month; nothing where the ledger does not have it.
    #[must_use]
    pub fn place(&self, month: Month) -> Option<usize> {
        let place = usize::try_from(month.0.checked_sub(self.first.0)?).ok()?;
        (place < self.months).then_some(place)
    }

    /// The place of the month in which a window opens that ends here; nothing where the ledger does not reach back so far.
    /// Two dates are taken for the ends of whichever window the page has.
    #[must_use]
    pub fn start_of(&self, window: Window, end: usize) -> Option<usize> {
        let months = if self.of_two_dates { 1 } else { usize::try_from(window.months()).ok()? };
        end.checked_sub(months)
    }
}

/// A ledger in one light: the sums that everything shown of it is made from. Amounts are in minor units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerFacts {
    /// What the data is called.
    pub name: String,
    /// The currency of all amounts.
    #[serde(with = "super::currency_code")]
    pub currency: Currency,
    /// How many customers there are in all.
    pub customers: usize,
    /// Its months.
    pub calendar: Calendar,
    /// The light that it is seen in.
    pub light: Light,
    /// The month in which results end, by its place; nothing where the ledger is empty.
    pub end: Option<usize>,
    /// The headers by which customers can be told apart.
    pub attributes: Vec<String>,
    /// By which of them they are.
    pub by: Option<usize>,
    /// What became of the rows, without the customers.
    pub tallied: Rc<Tallied>,
    /// The sums by month, group and cohort, up to that month.
    pub history: History,
    /// By age in months from one: how many customers were at risk, and how many of them left.
    pub lives: Vec<(u32, u32)>,
    /// The calculator's figures over each window that the ledger reaches back over, shortest first.
    pub windows: Vec<Spanned>,
    /// What stands beside churn over the longest of them.
    pub churn: Option<ChurnFacts>,
}

/// The calculator's figures between two months, for all customers and for each group.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spanned {
    /// Of all customers.
    pub all: WindowSums,
    /// By group, in the order of the history's.
    pub groups: Vec<WindowSums>,
}

/// The calculator's figures in minor units and customers. Every sum over a ledger fits into 64 bits (`plimsoll-columns`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WindowSums {
    /// MRR at the start, new, expansion, contraction, churned: between the window's two ends, customer by customer.
    pub money: [i64; 5],
    /// Customers at the start, new, lost.
    pub customers: [u32; 3],
    /// Every monthly movement added up: expansion, contraction, churned.
    pub by_month: [i64; 3],
}

/// Who came and went inside of a window, and why customers left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChurnFacts {
    /// The place of the month in which the window opens.
    pub start: usize,
    /// How many joined inside of it.
    pub joined: u64,
    /// How many of those were gone by its end.
    pub left: u64,
    /// What these paid last.
    pub left_money: i64,
    /// Lost revenue by why it was lost, where a column says so.
    pub reasons: Option<ReasonFacts>,
}

/// Lost revenue by why it was lost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReasonFacts {
    /// The place of the header under which reasons stand.
    pub attribute: usize,
    /// By somebody's decision.
    pub voluntary: i64,
    /// By a payment that failed.
    pub involuntary: i64,
    /// Without a reason.
    pub untold: i64,
}
