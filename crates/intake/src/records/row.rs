//! The cells of a row, read by their roles.

use crate::order::Grown as _;
use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::tally::Tally;
use super::{Problem, Whose, at};
use crate::cell;
use crate::currency::CurrencyMark;
use crate::date::{DateOrder, DateProblem, DateReading, month_of, read_date, read_day_count};
use crate::issue::{Issue, IssueKind, Severity};
use crate::mapping::Mapping;
use crate::number::{DecimalMark, Unit, read_number};
use crate::role::Role;
use crate::table::Row;
use crate::text::{is_blank, lower, shortened};

/// How cells are read.
pub(super) struct Cells {
    pub(super) mapping: Mapping,
    pub(super) decimals: u32,
    customer: Option<usize>,
    attributes: Vec<usize>,
    amounts: Vec<usize>,
    dates: Vec<usize>,
    width: usize,
}

impl Cells {
    pub(super) fn new(mapping: &Mapping, decimals: u32) -> Self {
        Self {
            mapping: mapping.clone(),
            decimals,
            customer: mapping.customer(),
            attributes: mapping.attributes(),
            amounts: mapping.amounts(),
            dates: mapping.dates(),
            width: mapping.columns.len(),
        }
    }

    /// The columns of amounts.
    pub(super) fn amounts(&self) -> &[usize] {
        &self.amounts
    }

    /// The text of a role's cell, without white space around it; empty where there is no such column.
    pub(super) fn cell<'a>(&self, row: &'a Row, role: Role) -> &'a str {
        self.mapping.column(role).map_or("", |column| text(row, column))
    }

    /// The text of a cell, without white space around it.
    pub(super) fn text<'a>(&self, row: &'a Row, column: usize) -> &'a str {
        text(row, column)
    }

    /// An issue with a row, or with one of its cells.
    pub(super) fn issue(&self, row: &Row, column: Option<usize>, kind: IssueKind) -> Issue {
        let place = column.or(self.customer);
        let found = place.map(|place| shortened(text(row, place))).filter(|found| !found.is_empty());
        let header = column.and_then(|column| self.mapping.columns.get(column));
        let column = header.map(|column| shortened(&column.header)).filter(|header| !header.is_empty());
        Issue { row: Some(row.line), column, found, ..Issue::new(kind) }
    }

    /// Whether a row is one of totals: its customer, its name or the first thing in it says so.
    pub(super) fn is_total(&self, row: &Row) -> bool {
        let first = row.cells.iter().map(String::as_str).find(|cell| !cell.chars().all(is_blank));
        let named = self.customer.map(|column| text(row, column));
        [first, named, Some(self.cell(row, Role::CustomerName))].into_iter().flatten().any(cell::is_total)
    }

    /// Whether a row can be read; says what is wrong with it.
    pub(super) fn is_sound(&self, row: &Row, tally: &mut Tally) -> bool {
        if let Some((column, kind)) = row.fault.clone() {
            let issue = self.issue(row, column, kind);
            let left_out = issue.severity != Severity::Note;
            tally.note(issue);
            if left_out {
                return false;
            }
        }
        if self.is_header(row) {
            tally.note(self.issue(row, None, IssueKind::RepeatedHeader));
            return false;
        }
        let used = row.cells.iter().rposition(|cell| !cell.trim().is_empty());
        let cells = used.map_or(0, |last| last.saturating_add(1));
        let ragged = |cells| self.issue(row, None, IssueKind::Ragged { cells, expected: self.width });
        if cells > self.width {
            tally.note(ragged(cells));
            return false;
        }
        if self.amounts.iter().any(|column| *column >= row.cells.len()) {
            tally.note(ragged(row.cells.len()));
        }
        true
    }

    /// Whether a row is the header once more.
    fn is_header(&self, row: &Row) -> bool {
        let named =
            || self.mapping.columns.iter().enumerate().filter(|(_, column)| !column.header.is_empty());
        named().next().is_some() && named().all(|(place, column)| text(row, place) == column.header)
    }

    /// The customer of a row and what is kept beside them.
    pub(super) fn whose(&self, row: &Row) -> Result<Whose, Problem> {
        let kept = |column: usize| cell::text(text(row, column)).to_owned();
        let customer = self.customer_of(row)?.to_owned();
        Ok(Whose { customer, attributes: self.attributes.iter().map(|column| kept(*column)).collect() })
    }

    /// What tells the account of a row from others.
    pub(super) fn customer_of<'a>(&self, row: &'a Row) -> Result<&'a str, Problem> {
        let id = self.customer.map_or("", |column| cell::text(text(row, column)));
        if id.is_empty() { Err((self.customer, IssueKind::NoName)) } else { Ok(id) }
    }

    /// The currency that a row shows, in its column or beside an amount, and where.
    pub(super) fn currency(&self, row: &Row) -> Result<Option<(usize, CurrencyMark)>, Problem> {
        let code = self.cell(row, Role::Currency);
        if !code.is_empty() {
            let found = CurrencyMark::find(code).zip(self.mapping.column(Role::Currency));
            let (mark, column) =
                found.ok_or_else(|| at(&self.mapping, Role::Currency, IssueKind::UnknownCurrency))?;
            return Ok(Some((column, mark)));
        }
        let mark = self.mapping.mark.unwrap_or(DecimalMark::Point);
        let beside = self.amounts.iter().find_map(|&column| {
            let cell = text(row, column);
            // Digits alone show no currency, and need not be read for one.
            if cell.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'-')) {
                return None;
            }
            match read_number(cell, mark).ok()?.unit? {
                Unit::Currency(found) => Some((column, found)),
                Unit::Percent => None,
            }
        });
        Ok(beside)
    }

    /// The amount in a cell, exactly as written; none where it is empty.
    pub(super) fn amount(&self, row: &Row, column: usize) -> Result<Option<Decimal>, Problem> {
        let problem = |kind| (Some(column), kind);
        let mark = self.mapping.mark.unwrap_or(DecimalMark::Point);
        let Some(read) = cell::amount(text(row, column), mark) else { return Ok(None) };
        let read = read.map_err(|problem| (Some(column), IssueKind::Unreadable(problem)))?;
        if read.ambiguous && self.mapping.mark.is_none() {
            return Err(problem(IssueKind::AmbiguousAmount));
        }
        if read.unit == Some(Unit::Percent) { Err(problem(IssueKind::Percent)) } else { Ok(Some(read.value)) }
    }

    /// Cells that show another decimal mark or order of dates than the one that is settled.
    pub(super) fn contradictions(&self, row: &Row) -> Vec<Problem> {
        let mut found = Vec::new();
        if let Some(mark) = self.mapping.mark {
            let other = mark.other();
            let shows = |cell: &str| read_number(cell, mark).is_ok_and(|read| read.proves == Some(other));
            let columns = self.amounts.iter().filter(|column| shows(text(row, **column)));
            found.grow_by(columns.map(|column| (Some(*column), IssueKind::MixedDecimalMarks)));
        }
        if let Some(order) = self.mapping.order {
            let other = |read: DateReading| read.proves.is_some_and(|proved| proved != order);
            let shows = |cell: &str| read_date(cell, order).is_ok_and(other);
            let columns = self.dates.iter().filter(|column| shows(text(row, **column)));
            found.grow_by(columns.map(|column| (Some(*column), IssueKind::MixedDateOrders)));
        }
        found
    }

    /// The amount in a cell, where less than nothing is no answer.
    pub(super) fn price(&self, row: &Row, column: usize) -> Result<Option<Decimal>, Problem> {
        let amount = self.amount(row, column)?;
        let negative = amount.is_some_and(|amount| amount < Decimal::ZERO);
        if negative { Err((Some(column), IssueKind::Negative)) } else { Ok(amount) }
    }

    /// The date in a role's cell; none where it is empty or holds a date that stands for none.
    pub(super) fn date(&self, row: &Row, role: Role) -> Result<Option<DateReading>, Problem> {
        self.mapping.column(role).map_or(Ok(None), |column| self.date_in(row, column))
    }

    /// The date in a cell; none where it is empty or holds a date that stands for none.
    pub(super) fn date_in(&self, row: &Row, column: usize) -> Result<Option<DateReading>, Problem> {
        let problem = |kind| (Some(column), kind);
        let cell = text(row, column);
        if cell.is_empty() || cell::is_dash(cell) || is_no_date(cell) {
            return Ok(None);
        }
        let counted = self.mapping.count.and_then(|count| read_day_count(cell, count).ok());
        let read = match counted {
            Some(read) => Ok(read),
            None => read_date(cell, self.mapping.order.unwrap_or(DateOrder::DayFirst)),
        };
        match read {
            Ok(read) if read.ambiguous && self.mapping.order.is_none() => {
                Err(problem(IssueKind::AmbiguousDate))
            }
            Ok(read) => Ok(Some(read)),
            Err(DateProblem::Empty) => Ok(None),
            Err(found) => Err(problem(IssueKind::UnreadableDate(found))),
        }
    }

    /// The date in a role's cell, which has to be one and to lie where ledgers do.
    pub(super) fn day(&self, row: &Row, role: Role) -> Result<DateReading, Problem> {
        let read = self.date(row, role)?.ok_or_else(|| at(&self.mapping, role, IssueKind::NoDate))?;
        let distant = || at(&self.mapping, role, IssueKind::DistantDate);
        month_of(read.day).map(|_| read).ok_or_else(distant)
    }

    /// An end: none where there is none, or it lies beyond every ledger (9999-12-31).
    pub(super) fn end(&self, row: &Row, role: Role) -> Result<Option<NaiveDate>, Problem> {
        Ok(self.date(row, role)?.map(|read| read.day).filter(|day| month_of(*day).is_some()))
    }
}

/// What programs write where there is no date.
fn is_no_date(cell: &str) -> bool {
    let cell = lower(cell);
    cell::is_nothing(&cell) || cell == "never" || cell.starts_with("0000-00-00")
}

fn text(row: &Row, column: usize) -> &str {
    row.cells.get(column).map_or("", |cell| cell.trim_matches(is_blank))
}
