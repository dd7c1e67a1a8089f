//! From a ledger to everything shown of it: pictures, the calculator's figures, the rows behind a number. In the worker
//! that holds the data.

mod churn;
mod figures;
mod history;
mod pair;
mod rows;
mod view;

use plimsoll_columns::Ledger;
use plimsoll_intake::Listed as _;
use plimsoll_metrics::Currency;

use crate::format::Formatter;
use crate::view::{DataMessage, DataRequest};

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
    /// What the reading left to be known, in sentences.
    pub notes: Vec<String>,
}

impl Store {
    /// The answer to what the page asks. A month or grouping that is not there is answered as if none was named.
    #[must_use]
    pub fn answer(&self, request: &DataRequest, formatter: &dyn Formatter) -> DataMessage {
        match request {
            DataRequest::Ledger { month, grouping } => {
                DataMessage::Ledger(self.view(month, grouping, formatter))
            }
            DataRequest::Mark { behind, grouping } => {
                DataMessage::Rows(self.rows_behind(*behind, self.attribute(grouping), formatter))
            }
            DataRequest::Figure { window, group, figure, month, grouping } => DataMessage::Rows(
                self.rows_of_figure(&rows::Asked { window, group, figure, month, grouping }, formatter),
            ),
        }
    }

    /// The place of the month that results end in: the one that was chosen, else the last.
    fn end(&self, month: &str) -> Option<usize> {
        let last = self.ledger.month_count().checked_sub(1)?;
        let chosen = month.parse::<i32>().ok().zip(self.ledger.first_month());
        let place = chosen.and_then(|(month, first)| usize::try_from(month.checked_sub(first.0)?).ok());
        Some(place.filter(|place| *place <= last).unwrap_or(last))
    }

    /// The attribute by which customers are told apart, where one was chosen.
    fn attribute(&self, grouping: &str) -> Option<usize> {
        grouping.parse().ok().filter(|attribute| *attribute < self.attributes.len())
    }

    /// A customer's name, as the data has it.
    fn customer(&self, number: usize) -> String {
        String::from_utf8_lossy(self.ledger.customer(number)).into_owned()
    }

    /// The names of an attribute's values.
    fn values(&self, attribute: usize) -> Vec<String> {
        self.ledger.values(attribute).iter().map(|value| String::from_utf8_lossy(value).into_owned()).listed()
    }
}
