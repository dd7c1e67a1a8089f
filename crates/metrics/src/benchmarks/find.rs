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

/// Every cell on the metric of this slug that has a wanted role, in the order of the tables.
pub(super) fn cells(slug: &str, wanted: impl Fn(Role) -> bool + Copy) -> impl Iterator<Item = Found> {
    // What a table is about is asked first: this runs for every card at every key press.
    let tables =
        TABLES.iter().copied().filter(move |table| table.about.is_empty() || table.about.contains(&slug));
    tables.flat_map(move |table| {
        let (columns, rows): (&[_], &[_]) = match &table.body {
            Body::Levels { .. } => (&[], &[]),
            Body::Rows { columns, rows, .. } => (columns, rows),
        };
        let cells = move |row: &'static Row| {
            columns.iter().zip(row.cells).filter_map(move |(column, cell)| {
                let speaks =
                    || [column.about, row.about, table.about].iter().any(|about| about.contains(&slug));
                let holds = wanted(column.role) && *cell != Cell::Blank && speaks();
                holds.then_some(Found { table, row, role: column.role, cell: *cell })
            })
        };
        rows.iter().flat_map(cells)
    })
}

fn cells_of(slug: &str, role: Role) -> impl Iterator<Item = Found> {
    cells(slug, move |one| one == role)
}

/// The first cell of this role for exactly these.
pub(super) fn cell_for(slug: &str, role: Role, who: Who) -> Option<Found> {
    cells_of(slug, role).find(|found| found.row.who == who)
}

/// The cell of this role for a segment, where one is chosen and has its own, else for anyone.
///
/// A row for teams without segments counts only where none is chosen.
pub(super) fn cell(slug: &str, role: Role, segment: Option<Segment>) -> Option<Found> {
    let own = segment
        .and_then(|segment| cells_of(slug, role).find(|found| found.row.who.segment() == Some(segment)));
    let general = |found: &Found| {
        matches!(found.row.who, Who::Anyone | Who::Unsegmented) && found.row.who.is_for(segment)
    };
    own.or_else(|| cells_of(slug, role).find(general))
}
