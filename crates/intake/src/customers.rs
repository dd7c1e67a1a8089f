//! A pasted table to customers.

use rust_decimal::Decimal;

use crate::currency::CurrencyMark;
use crate::issue::{Issue, IssueKind, Severity};
use crate::number::DecimalMark;

/// A customer with what they paid at both ends of the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Customer {
    /// The name, without white space at its ends.
    pub name: String,
    /// The segment, if one was given.
    pub segment: Option<String>,
    /// MRR at the start of the window; zero if they were not yet a customer.
    pub start: Decimal,
    /// MRR at the end of the window; zero if they are no longer one.
    pub end: Decimal,
    /// The line of the paste where the customer stands first, from 1.
    pub row: u32,
}

/// Which columns were read, by their headers as typed. All are none where there was no header.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Columns {
    /// The column of names.
    pub name: Option<String>,
    /// The column of MRR at the start.
    pub start: Option<String>,
    /// The column of MRR at the end.
    pub end: Option<String>,
    /// The column of segments.
    pub segment: Option<String>,
    /// The column of currencies.
    pub currency: Option<String>,
}

/// What a paste holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Customers {
    /// The customers, in order of appearance, each once. Empty while an issue blocks.
    pub customers: Vec<Customer>,
    /// Everything worth knowing about the paste: the whole of it first, then row by row.
    pub issues: Vec<Issue>,
    /// The segments, in order of appearance.
    pub segments: Vec<String>,
    /// The columns that were read.
    pub columns: Columns,
    /// The character between two cells.
    pub delimiter: char,
    /// The decimal mark that amounts were read by; none where nothing depends on it, or it is still asked for.
    pub mark: Option<DecimalMark>,
    /// The currency that the cells or the header show, if any.
    pub currency: Option<CurrencyMark>,
    /// How many rows hold data, those left out included.
    pub rows_read: u32,
}

impl Customers {
    /// Whether the reader must say which decimal mark was meant, before anything can be read.
    #[must_use]
    pub fn needs_mark(&self) -> bool {
        self.issues.iter().any(|issue| issue.kind == IssueKind::AmbiguousDecimalMark)
    }

    /// Whether an issue keeps the whole paste from counting.
    #[must_use]
    pub fn is_blocked(&self) -> bool {
        self.issues.iter().any(|issue| issue.severity == Severity::Blocking)
    }
}

/// Reads a table of customers; `settled` is the decimal mark, where the reader has said so.
#[must_use]
pub fn read_customers(text: &str, settled: Option<DecimalMark>) -> Customers {
    let _ = text;
    Customers {
        customers: Vec::new(),
        issues: Vec::new(),
        segments: Vec::new(),
        columns: Columns::default(),
        delimiter: '\t',
        mark: settled,
        currency: None,
        rows_read: 0,
    }
}
