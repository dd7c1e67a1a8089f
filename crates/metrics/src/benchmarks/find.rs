//! Finding cells in the tables: by metric, by what a cell is to it, and by whom it is for.

use super::group::{Segment, Who};
use super::source::Source;
use super::table::{Body, Cell, Role, Row, Table};
use super::tables::TABLES;

/// A cell where it stands.
#[derive(Clone, Copy)]
pub(super) struct Found {
    pub(super) table: &'static Table,
    pub(super) row: &'static Row,
    pub(super) role: Role,
    pub(super) cell: Cell,
}

impl Found {
    pub(super) fn source(self) -> &'static Source {
        self.row.source.unwrap_or(self.table.source)
    }
}

/// Every cell on the metric of this slug, in the order of the tables.
pub(super) fn cells(slug: &str) -> impl Iterator<Item = Found> {
    TABLES.iter().copied().flat_map(move |table| {
        let (columns, rows): (&[_], &[_]) = match &table.body {
            Body::Levels { .. } => (&[], &[]),
            Body::Rows { columns, rows, .. } => (columns, rows),
        };
        let cells = move |row: &'static Row| {
            columns.iter().zip(row.cells).filter_map(move |(column, cell)| {
                let speaks = [column.about, row.about, table.about].iter().any(|about| about.contains(&slug));
                (speaks && *cell != Cell::Blank).then_some(Found {
                    table,
                    row,
                    role: column.role,
                    cell: *cell,
                })
            })
        };
        rows.iter().flat_map(cells)
    })
}

/// The first cell of this role for exactly these.
pub(super) fn cell_for(slug: &str, role: Role, who: Who) -> Option<Found> {
    cells(slug).find(|found| found.role == role && found.row.who == who)
}

/// The cell of this role for a segment, where one is chosen and has its own, else for anyone.
///
/// A row for teams without segments counts only where none is chosen.
pub(super) fn cell(slug: &str, role: Role, segment: Option<Segment>) -> Option<Found> {
    let own = segment.and_then(|segment| {
        cells(slug).find(|found| found.role == role && found.row.who.segment() == Some(segment))
    });
    let general = |found: &Found| {
        matches!(found.row.who, Who::Anyone | Who::Unsegmented) && found.row.who.is_for(segment)
    };
    own.or_else(|| cells(slug).find(|found| found.role == role && general(found)))
}
