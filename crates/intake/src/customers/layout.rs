//! Which column holds what.

use super::Columns;
use crate::currency::CurrencyMark;
use crate::header::{Heading, heading};
use crate::issue::{Field, Issue, IssueKind};
use crate::number::{DecimalMark, read_number};
use crate::order::{Grown as _, Listed as _};
use crate::table::Row;
use crate::text::shortened;

/// How far down a header may stand.
const ABOVE: usize = 10;

/// The columns of a table, and where its data begins.
#[derive(Debug, Default)]
pub(super) struct Layout {
    /// The header's cells as typed; none where there is no header.
    headers: Vec<String>,
    /// How many columns there are.
    pub(super) width: usize,
    pub(super) name: usize,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) segment: Option<usize>,
    pub(super) currency: Option<usize>,
    /// How many rows stand above the data.
    pub(super) above: usize,
    /// Currencies that the headers of amounts name, with the header's line.
    pub(super) priced: Vec<(u32, Field, CurrencyMark)>,
}

impl Layout {
    pub(super) const fn column(&self, field: Field) -> Option<usize> {
        match field {
            Field::Name => Some(self.name),
            Field::Start => Some(self.start),
            Field::End => Some(self.end),
            Field::Segment => self.segment,
            Field::Currency => self.currency,
        }
    }

    /// A column's header as typed.
    pub(super) fn header(&self, column: usize) -> Option<String> {
        self.headers.get(column).map(|header| shortened(header.trim())).filter(|header| !header.is_empty())
    }

    pub(super) fn columns(&self) -> Columns {
        let header = |field| self.column(field).and_then(|column| self.header(column));
        Columns {
            name: header(Field::Name),
            start: header(Field::Start),
            end: header(Field::End),
            segment: header(Field::Segment),
            currency: header(Field::Currency),
        }
    }
}

/// Finds the columns by the header, or by the shape of the first row.
pub(super) fn find(rows: &[Row], issues: &mut Vec<Issue>) -> Option<Layout> {
    let above = rows.iter().take(ABOVE).position(|row| Header::of(row).missing().is_empty());
    let first = rows.get(above.unwrap_or(0))?;
    let header = Header::of(first);
    if above.is_some() {
        for row in rows.iter().take(above.unwrap_or(0)) {
            let found =
                row.cells.iter().find(|cell| !cell.trim().is_empty()).map(|cell| shortened(cell.trim()));
            issues.push(Issue { row: Some(row.line), found, ..Issue::new(IssueKind::AboveHeader) });
        }
        return header.layout(above.unwrap_or(0).saturating_add(1), issues);
    }
    let looks_like_data = header.found.is_empty() || first.cells.iter().any(|cell| is_number(cell));
    if looks_like_data && let Some(layout) = by_shape(&first.cells) {
        issues.push(Issue::new(IssueKind::NoHeader));
        return Some(layout);
    }
    let missing =
        if looks_like_data { vec![Field::Name, Field::Start, Field::End] } else { header.missing() };
    issues.push(Issue { row: Some(first.line), ..Issue::new(IssueKind::MissingColumns(missing)) });
    None
}

/// A row understood as a header.
struct Header<'a> {
    row: &'a Row,
    found: Vec<(usize, Heading)>,
}

impl<'a> Header<'a> {
    fn of(row: &'a Row) -> Self {
        let found = row.cells.iter().enumerate().filter_map(|(column, cell)| Some((column, heading(cell)?)));
        Self { row, found: found.listed() }
    }

    /// The column that serves a field best; monthly amounts go before annual ones.
    fn best(&self, field: Field) -> Option<&(usize, Heading)> {
        let of_field = self.found.iter().filter(|(_, heading)| heading.field == field);
        of_field.min_by_key(|(_, heading)| (heading.annual, heading.rank))
    }

    fn missing(&self) -> Vec<Field> {
        let needed = [Field::Name, Field::Start, Field::End];
        needed.into_iter().filter(|field| self.best(*field).is_none()).listed()
    }

    /// The columns, unless amounts are annual or stand there twice.
    fn layout(&self, above: usize, issues: &mut Vec<Issue>) -> Option<Layout> {
        let cells = &self.row.cells;
        let used =
            cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last.saturating_add(1));
        let mut layout = Layout { headers: cells.clone(), width: used, above, ..Layout::default() };
        let mut blocked = false;
        for field in [Field::Start, Field::End] {
            let (column, heading) = self.best(field)?;
            let twin = self.found.iter().find(|(other, twin)| {
                other != column && twin.field == field && twin.annual == heading.annual
            });
            let problem = match twin {
                _ if heading.annual => Some((*column, IssueKind::AnnualAmounts)),
                Some((twin, _)) => Some((*twin, IssueKind::RepeatedColumn(field))),
                None => None,
            };
            if let Some((column, kind)) = problem {
                blocked = true;
                let (row, column, field) = (Some(self.row.line), layout.header(column), Some(field));
                issues.push(Issue { row, column, field, ..Issue::new(kind) });
            }
            layout.priced.grow_by(heading.currency.map(|currency| (self.row.line, field, currency)));
        }
        let column = |field| self.best(field).map(|(column, _)| *column);
        layout.name = column(Field::Name)?;
        layout.start = column(Field::Start)?;
        layout.end = column(Field::End)?;
        layout.segment = column(Field::Segment);
        layout.currency = column(Field::Currency);
        (!blocked).then_some(layout)
    }
}

/// Name, start, end; name, start, end, segment; or name, segment, start, end.
fn by_shape(cells: &[String]) -> Option<Layout> {
    let width = cells.len();
    let shape: Vec<bool> = cells.iter().map(|cell| is_number(cell)).listed();
    let (start, segment) = match shape.as_slice() {
        [false, true, true] => (1, None),
        [false, true, true, false] => (1, Some(3)),
        [false, false, true, true] => (2, Some(1)),
        _ => return None,
    };
    let named = cells.first().is_some_and(|name| !name.trim().is_empty());
    named.then(|| Layout { width, start, end: start.saturating_add(1), segment, ..Layout::default() })
}

fn is_number(cell: &str) -> bool {
    read_number(cell, DecimalMark::Point).is_ok()
}
