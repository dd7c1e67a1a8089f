//! The rows of a table, read by its layout.

use crate::order::Grown as _;
use rust_decimal::Decimal;

use super::Customer;
use super::layout::Layout;
use crate::cell;
use crate::currency::CurrencyMark;
use crate::issue::{Field, Issue, IssueKind};
use crate::number::{DecimalMark, NumberProblem, Reading, Unit, read_number};
use crate::table::Row;
use crate::text::{is_blank, shortened};

/// Data rows that can be read, and what their columns mean.
pub(super) struct Sheet<'a> {
    pub(super) layout: &'a Layout,
    pub(super) lines: Vec<Line<'a>>,
}

/// A row and its amounts at the start and at the end, read with a decimal point where that is open. None where the cell
/// is empty or holds a lone dash, as spreadsheets show zero.
pub(super) struct Line<'a> {
    pub(super) row: &'a Row,
    pub(super) amounts: [(Field, Option<Result<Reading, NumberProblem>>); 2],
}

impl<'a> Sheet<'a> {
    /// Sorts out rows that do not count whatever their cells say: broken ones, and totals at the end.
    pub(super) fn new(layout: &'a Layout, rows: &'a [Row], issues: &mut Vec<Issue>) -> Self {
        let mut sheet = Self { layout, lines: Vec::new() };
        let totals = rows.iter().rev().take_while(|row| sheet.is_total(row)).count();
        let (data, totals) = rows.split_at_checked(rows.len().saturating_sub(totals)).unwrap_or((rows, &[]));
        issues.grow_by(totals.iter().map(|row| sheet.issue(row, Field::Name, IssueKind::TotalRow)));
        for row in data {
            if sheet.is_sound(row, issues) {
                let amounts = [Field::Start, Field::End]
                    .map(|field| (field, cell::amount(sheet.cell(row, field), DecimalMark::Point)));
                sheet.lines.push(Line { row, amounts });
            }
        }
        sheet
    }

    /// The text of a cell, without white space around it.
    pub(super) fn cell<'b>(&self, row: &'b Row, field: Field) -> &'b str {
        self.layout.column(field).and_then(|column| row.cells.get(column)).map_or("", |cell| cell.trim())
    }

    /// An issue with one cell.
    pub(super) fn issue(&self, row: &Row, field: Field, kind: IssueKind) -> Issue {
        let found = Some(shortened(self.cell(row, field))).filter(|found| !found.is_empty());
        let column = self.layout.column(field).and_then(|column| self.layout.header(column));
        Issue { row: Some(row.line), column, field: Some(field), found, ..Issue::new(kind) }
    }

    /// The row's customer, unless the row is left out.
    pub(super) fn customer(
        &self,
        line: &Line<'_>,
        mark: DecimalMark,
        issues: &mut Vec<Issue>,
    ) -> Option<Customer> {
        let before = issues.len();
        let row = line.row;
        let [start, end] = line.amounts.map(|(field, read)| {
            let value = self.value(row, field, read?, mark);
            Some(value.unwrap_or_else(|kind| {
                issues.push(self.issue(row, field, kind));
                Decimal::ZERO
            }))
        });
        let name = self.cell(row, Field::Name);
        if start.is_none() && end.is_none() {
            issues.push(Issue {
                column: None,
                field: None,
                ..self.issue(row, Field::Name, IssueKind::NoAmounts)
            });
        } else if name.chars().all(is_blank) {
            issues.push(self.issue(row, Field::Name, IssueKind::NoName));
        }
        let code = self.cell(row, Field::Currency);
        if !code.is_empty() && CurrencyMark::find(code).is_none() {
            issues.push(self.issue(row, Field::Currency, IssueKind::UnknownCurrency));
        }
        (issues.len() == before).then(|| Customer {
            name: name.to_owned(),
            segment: Some(self.cell(row, Field::Segment)).filter(|text| !text.is_empty()).map(str::to_owned),
            start: start.unwrap_or_default(),
            end: end.unwrap_or_default(),
            row: row.line,
        })
    }

    /// What a customer pays by a cell, now that the decimal mark is known.
    fn value(
        &self,
        row: &Row,
        field: Field,
        read: Result<Reading, NumberProblem>,
        mark: DecimalMark,
    ) -> Result<Decimal, IssueKind> {
        let mut reading = read.map_err(IssueKind::Unreadable)?;
        if reading.ambiguous && mark == DecimalMark::Comma {
            reading = read_number(self.cell(row, field), mark).map_err(IssueKind::Unreadable)?;
        }
        if reading.unit == Some(Unit::Percent) {
            return Err(IssueKind::Percent);
        }
        if reading.value < Decimal::ZERO { Err(IssueKind::Negative) } else { Ok(reading.value) }
    }

    /// Whether a row is named as a sum and belongs to no segment.
    pub(super) fn is_total(&self, row: &Row) -> bool {
        self.cell(row, Field::Segment).is_empty() && cell::is_total(self.cell(row, Field::Name))
    }

    /// Whether a row can be read; says what is wrong with it.
    fn is_sound(&self, row: &Row, issues: &mut Vec<Issue>) -> bool {
        if let Some((column, kind)) = row.fault.clone() {
            let found = column.and_then(|column| row.cells.get(column)).map(|cell| shortened(cell.trim()));
            let header = column.and_then(|column| self.layout.header(column));
            let issue = Issue { row: Some(row.line), column: header, found, ..Issue::new(kind) };
            let left_out = issue.severity != crate::issue::Severity::Note;
            issues.push(issue);
            if left_out {
                return false;
            }
        }
        let used = row.cells.iter().rposition(|cell| !cell.trim().is_empty());
        let cells = used.map_or(0, |last| last.saturating_add(1));
        let expected = self.layout.width;
        if cells > expected {
            issues.push(Issue { row: Some(row.line), ..Issue::new(IssueKind::Ragged { cells, expected }) });
            return false;
        }
        let cells = row.cells.len();
        if [self.layout.start, self.layout.end].iter().any(|column| *column >= cells) {
            issues.push(Issue { row: Some(row.line), ..Issue::new(IssueKind::Ragged { cells, expected }) });
        }
        true
    }
}
