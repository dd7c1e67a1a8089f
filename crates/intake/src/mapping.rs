//! What a table's columns and numbers mean: proposed by a look at it, changed by its reader, remembered for the next one.

mod check;
mod keep;
mod long;

use serde::{Deserialize, Serialize};

use crate::currency::CurrencyMark;
use crate::date::{DateOrder, DayCount};
use crate::named::named;
use crate::number::DecimalMark;
use crate::order::{Grown as _, Listed as _};
use crate::role::Role;
use plimsoll_columns::Month;

pub use check::{MappingProblem, check};
pub use keep::header_key;
pub use long::PlainLong;

named! {
    /// What a row of a table stands for.
    pub enum Shape {
        /// A customer and a month, with what they pay in it.
        Long "long",
        /// A customer, with a column for each month.
        Wide "wide",
        /// A customer, with what they paid at the start and at the end of one window.
        Edges "edges",
        /// A change from a day on: by how much a customer pays more or less.
        Events "events",
        /// A subscription, from a day on to another or still running, with its price.
        Intervals "intervals",
        /// A customer as they are at one moment: health, renewal, seats. It has no months, so no ledger comes of it.
        Accounts "accounts",
    }
}

named! {
    /// What an amount is written in.
    pub enum Scale {
        /// The currency's units: dollars, yen.
        Units "units",
        /// The currency's minor unit: cents.
        Minor "minor",
    }
}

named! {
    /// The time that an amount is paid for.
    pub enum Basis {
        /// A month: MRR.
        Month "month",
        /// A year: ARR. Divided by 12.
        Year "year",
        /// A quarter. Divided by 3.
        Quarter "quarter",
        /// A half year. Divided by 6.
        HalfYear "half-year",
        /// A week. Times 52, divided by 12.
        Week "week",
        /// A day. Times 365, divided by 12.
        Day "day",
        /// What the row's own column of billing intervals says.
        Row "row",
        /// The whole time from the row's first day to its last: a contract's value. Divided by its months, or by its days
        /// where those are not whole.
        Term "term",
    }
}

named! {
    /// Whether an amount is for all seats of a row or for one.
    pub enum Quantity {
        /// For all: the quantity does not matter.
        All "all",
        /// For one: it is multiplied by the quantity.
        Each "each",
    }
}

named! {
    /// How a column of changes says that a customer pays less.
    pub enum Signs {
        /// By a minus.
        Written "written",
        /// By the type of the row: an amount of "churn" is taken off.
        ByType "by-type",
    }
}

named! {
    /// What a bare 5 means in a column of percentages.
    pub enum PercentScale {
        /// Five of a hundred.
        OfHundred "of-hundred",
        /// Five times the whole: 0.05 is five of a hundred.
        OfOne "of-one",
    }
}

named! {
    /// What is done with an amount about twelve times what the customer pays in the months beside it.
    pub enum Spikes {
        /// It counts as it is written.
        Keep "keep",
        /// It is a year's amount: a twelfth of it counts.
        Twelfth "twelfth",
        /// It does not count.
        LeaveOut "leave-out",
    }
}

named! {
    /// What is done with the second row of an account in one snapshot.
    pub enum Duplicates {
        /// The first row counts.
        First "first",
        /// The last row counts.
        Last "last",
        /// None of them counts.
        LeaveOut "leave-out",
    }
}

/// A column and what it is read as.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// The header as written; empty where there is none.
    pub header: String,
    /// What its cells are.
    pub role: Role,
    /// The month whose amounts stand in it, where it is [`Role::MonthAmount`].
    pub month: Option<Month>,
}

/// The short name of an export. By a name of its own, or `serde` would borrow it from the message.
pub type ExportSlug = &'static str;

/// How a table is read. None stands for what is not settled: where rows depend on it, they are left out and say so, never
/// read by a guess.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// What a row stands for; none where that could not be told.
    pub shape: Option<Shape>,
    /// The character between two cells.
    pub delimiter: char,
    /// The line of the last row above the data, the header as a rule; 0 where data begins at once.
    pub header_line: u32,
    /// The columns, from left to right.
    pub columns: Vec<Column>,
    /// The sign between whole part and fraction.
    pub mark: Option<DecimalMark>,
    /// What stands first in a date like 03/04/2025.
    pub order: Option<DateOrder>,
    /// What bare numbers in the columns of dates count, where they hold such.
    pub count: Option<DayCount>,
    /// Units or minor units.
    pub scale: Option<Scale>,
    /// Monthly, annual, or by each row's interval.
    pub basis: Option<Basis>,
    /// Whether amounts are multiplied by the quantity.
    pub quantity: Option<Quantity>,
    /// How changes say that a customer pays less.
    pub signs: Option<Signs>,
    /// The currency that counts, where the table shows any. Rows in another one are left out.
    pub currency: Option<CurrencyMark>,
    /// What a bare number in a column of percentages means.
    pub percent: Option<PercentScale>,
    /// What is done with annual amounts among monthly ones.
    pub spikes: Option<Spikes>,
    /// Which of several rows of one account counts; the first where nothing was said.
    pub duplicates: Option<Duplicates>,
    /// The last month of the data: who is still running then is counted up to it. None: the last month in which anything
    /// starts, changes or ends.
    pub until: Option<Month>,
    /// The export that the headers are known from, by its slug.
    #[serde(with = "crate::known::by_its_slug")]
    pub export: Option<ExportSlug>,
}

impl Mapping {
    /// The first column of a role.
    #[must_use]
    pub fn column(&self, role: Role) -> Option<usize> {
        self.columns.iter().position(|column| column.role == role)
    }

    /// The column by which a customer is told from others. The id, which does not change when they are renamed; in a
    /// table of two ends, which people write by hand, the name.
    #[must_use]
    pub fn customer(&self) -> Option<usize> {
        let (id, name) = (self.column(Role::CustomerId), self.column(Role::CustomerName));
        if self.shape == Some(Shape::Edges) { name.or(id) } else { id.or(name) }
    }

    /// The columns that are kept beside each customer, in the order in which they are handed over: the name first where
    /// customers are told apart by an id, then every attribute.
    #[must_use]
    pub fn attributes(&self) -> Vec<usize> {
        let name = self.column(Role::CustomerName).filter(|name| self.customer() != Some(*name));
        let kept = self.columns.iter().enumerate().filter(|(_, column)| column.role.is_attribute());
        let mut attributes = Vec::new();
        attributes.grow_by(name);
        attributes.grow_by(kept.map(|(place, _)| place));
        attributes
    }

    /// The columns of amounts that this shape reads.
    pub(crate) fn amounts(&self) -> Vec<usize> {
        let is_amount = |role| match self.shape {
            Some(Shape::Wide) => role == Role::MonthAmount,
            Some(Shape::Edges) => matches!(role, Role::StartAmount | Role::EndAmount),
            Some(Shape::Events) => matches!(role, Role::Change | Role::Balance),
            _ => role == Role::Amount,
        };
        self.places(is_amount)
    }

    /// The columns of numbers that this shape reads: amounts, and in a table of accounts what else is counted.
    pub(crate) fn numbers(&self) -> Vec<usize> {
        match self.shape {
            Some(Shape::Accounts) => self.places(Role::is_number),
            _ => self.amounts(),
        }
    }

    /// The columns of dates that this shape reads.
    pub(crate) fn dates(&self) -> Vec<usize> {
        self.places(|role| match self.shape {
            Some(Shape::Long | Shape::Events) => role == Role::Date,
            Some(Shape::Intervals) => role.is_date() && role != Role::Date,
            Some(Shape::Accounts) => role.is_date(),
            _ => false,
        })
    }

    fn places(&self, fits: impl Fn(Role) -> bool) -> Vec<usize> {
        let places = self.columns.iter().enumerate().filter(|(_, column)| fits(column.role));
        places.map(|(place, _)| place).listed()
    }
}
