//! From a ledger to everything shown of it: the calculator's figures, what pictures are drawn from, the rows behind a number.
//! A [`Store`] adds up, in the worker that holds the data; `words` tells of it, in the room beside it.

mod churn;
mod figures;
mod history;
mod pair;
mod rows;
mod words;

use std::rc::Rc;

use plimsoll_columns::{Ledger, Month};
use plimsoll_intake::{Encoding, Listed as _, Tallied, decode};
use plimsoll_metrics::Currency;

use crate::told::{Calendar, DataMessage, LedgerFacts};
use crate::view::{DataRequest, Light};
use pair::Paid;

pub(crate) use words::{money, rows_view, view};

/// A ledger that was accepted, with what is known of it beside its numbers.
#[derive(Debug)]
pub struct Store {
    /// The ledger.
    pub ledger: Ledger,
    /// What the data is called: "ledger.csv".
    pub name: String,
    /// The currency of all amounts.
    pub currency: Currency,
    /// The headers of the columns by which customers can be told apart, in the order of the ledger's attributes.
    pub attributes: Vec<String>,
    /// Whether it holds two dates, of which the data does not say when they were, instead of months.
    pub of_two_dates: bool,
    /// What became of the rows when it was read.
    pub tallied: Rc<Tallied>,
}

impl Store {
    /// The answer to what the page asks. A month or grouping that is not there is answered as if none was named.
    #[must_use]
    pub fn answer(&self, request: &DataRequest) -> DataMessage {
        let seen = |light| Seen { store: self, light };
        match request {
            DataRequest::Ledger(light) => DataMessage::Ledger(Box::new(seen(light).facts())),
            DataRequest::Mark { behind, light } => DataMessage::Rows(seen(light).rows_behind(*behind)),
            DataRequest::Figure { window, group, figure, light } => {
                DataMessage::Rows(seen(light).rows_of_figure(window, group, *figure))
            }
        }
    }

    /// What each customer behind a figure paid at both ends of its window, for [`crate::Redraws`]; empty for any other request.
    #[must_use]
    pub fn paid(&self, request: &DataRequest) -> Vec<u8> {
        match request {
            DataRequest::Figure { window, group, figure, light } => {
                Seen { store: self, light }.paid_of_figure(window, group, *figure)
            }
            DataRequest::Ledger(_) | DataRequest::Mark { .. } => Vec::new(),
        }
    }

    /// Which months there are.
    fn calendar(&self) -> Calendar {
        Calendar {
            first: self.ledger.first_month().unwrap_or(Month(0)),
            months: self.ledger.month_count(),
            of_two_dates: self.of_two_dates,
        }
    }

    /// A customer's name, as the data has it.
    fn customer(&self, number: usize) -> String {
        text(self.ledger.customer(number))
    }

    /// The names of an attribute's values.
    #[must_use]
    pub fn values(&self, attribute: usize) -> Vec<String> {
        self.ledger.values(attribute).iter().map(|value| text(value)).listed()
    }
}

/// A name or value as the data has it.
fn text(bytes: &[u8]) -> String {
    decode(bytes, Encoding::Utf8).0
}

/// A ledger in one light.
struct Seen<'a> {
    store: &'a Store,
    light: &'a Light,
}

impl Seen<'_> {
    /// The sums up to a month, with customers told apart by an attribute where one is chosen.
    fn facts(&self) -> LedgerFacts {
        let (store, end) = (self.store, self.end());
        let last = end.unwrap_or(0);
        LedgerFacts {
            name: store.name.clone(),
            currency: store.currency,
            customers: store.ledger.customer_count(),
            calendar: store.calendar(),
            light: self.light.clone(),
            end,
            attributes: store.attributes.clone(),
            by: self.by(),
            tallied: store.tallied.clone(),
            history: self.history(last),
            lives: self.lives(),
            windows: self.windows(last),
            churn: self.churn(last),
        }
    }

    /// The place of the month that results end in: the one that was chosen, else the last.
    fn end(&self) -> Option<usize> {
        let last = self.store.ledger.month_count().checked_sub(1)?;
        let chosen =
            self.light.month.parse().ok().and_then(|month| self.store.calendar().place(Month(month)));
        Some(chosen.unwrap_or(last))
    }

    /// The attribute by which customers are told apart, where one was chosen.
    fn by(&self) -> Option<usize> {
        self.light.grouping.parse().ok().filter(|attribute| *attribute < self.store.attributes.len())
    }

    /// What a customer pays in a month.
    fn paid(&self, customer: usize, month: usize) -> i64 {
        self.store.ledger.paid(customer, month, self.light.win_back.into())
    }

    /// What a customer pays in two months.
    fn pair(&self, customer: usize, then: usize, now: usize) -> Paid {
        Paid { then: self.paid(customer, then), now: self.paid(customer, now) }
    }
}
