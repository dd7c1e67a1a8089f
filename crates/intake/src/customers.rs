//! A pasted table to customers.

mod layout;
mod merge;
mod sheet;
mod vote;

use crate::order::Grown as _;
use rust_decimal::Decimal;

use crate::currency::CurrencyMark;
use crate::issue::{Field, Issue, IssueKind, Severity};
use crate::number::DecimalMark;
use crate::order::put_in_order;
use crate::table::{self, Table};
use sheet::Sheet;

pub(crate) use merge::Merge;

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
///
/// The header says which column is which, in any order and in many words (`Customer`, `MRR at start`, `now`, `Tier`);
/// cells may be apart by tabs, commas, semicolons or pipes. A row that cannot count is left out with its reason and the
/// others count. Rows of one name add up. An empty amount, or a lone dash, is nothing paid.
///
/// The amounts together decide the decimal mark. Where they leave it open (`1.000`), or contradict each other, nothing
/// is read until it is [settled](Customers::needs_mark).
///
/// ```
/// use plimsoll_intake::{DecimalMark, Field, IssueKind, read_customers};
///
/// let read = read_customers("Customer;Start;End;Tier\nAcme;1.200,50;1.300;SMB\nBolt;800;-5;SMB\n", None);
/// assert_eq!(read.mark, Some(DecimalMark::Comma));
/// assert_eq!(read.customers.len(), 1);
/// assert_eq!(read.customers[0].end, 1300.into());
/// assert_eq!((read.issues[0].row, read.issues[0].field), (Some(3), Some(Field::End)));
/// assert_eq!(read.issues[0].kind, IssueKind::Negative);
///
/// let open = read_customers("Customer,Start,End\nAcme,1.000,2.000", None);
/// assert!(open.needs_mark() && open.customers.is_empty());
/// let settled = read_customers("Customer,Start,End\nAcme,1.000,2.000", Some(DecimalMark::Comma));
/// assert_eq!(settled.customers[0].start, 1000.into());
/// ```
#[must_use]
pub fn read_customers(text: &str, settled: Option<DecimalMark>) -> Customers {
    let mut read = Customers {
        customers: Vec::new(),
        issues: Vec::new(),
        segments: Vec::new(),
        columns: Columns::default(),
        delimiter: '\t',
        mark: settled,
        currency: None,
        rows_read: 0,
    };
    match table::read(text) {
        Ok(table) => read.fill(&table, settled),
        Err(problem) => read.issues.push(Issue::new(problem)),
    }
    if read.is_blocked() {
        read.customers.clear();
    }
    read.segments = merge::segments(&read.customers);
    put_in_order(&mut read.issues, |one, other| one.row.cmp(&other.row));
    read
}

impl Customers {
    /// Reads the rows of a table, as far as its columns are known.
    fn fill(&mut self, table: &Table, settled: Option<DecimalMark>) {
        self.delimiter = table.delimiter;
        let Some(layout) = layout::find(&table.rows, &mut self.issues) else { return };
        self.columns = layout.columns();
        let rows = table.rows.get(layout.above..).unwrap_or_default();
        self.rows_read = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        if rows.is_empty() {
            self.issues.push(Issue::new(IssueKind::NoRows));
        }
        let sheet = Sheet::new(&layout, rows, &mut self.issues);
        self.mark = vote::decimal_mark(&sheet, settled, &mut self.issues);
        self.currency = vote::currency(&sheet, &mut self.issues);
        let mut merged = merge::Merge::default();
        for line in &sheet.lines {
            if let Some(customer) =
                sheet.customer(line, self.mark.unwrap_or(DecimalMark::Point), &mut self.issues)
            {
                if sheet.is_total(line.row) {
                    let is_sum = merged.sums_up(&customer);
                    let kind = if is_sum { IssueKind::TotalRow } else { IssueKind::NamedLikeTotal };
                    self.issues.push(sheet.issue(line.row, Field::Name, kind));
                    if is_sum {
                        continue;
                    }
                }
                let found = merged.add(customer);
                self.issues
                    .grow_by(found.into_iter().map(|(field, kind)| sheet.issue(line.row, field, kind)));
            }
        }
        self.customers = merged.customers;
    }
}
