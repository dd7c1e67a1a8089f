//! Published tables as they are read, sorted and searched.

use super::{PackView, SourceNote};

/// Every published table, or those in which what is looked for stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BenchmarksView {
    /// The reader's own benchmarks.
    pub pack: PackView,
    /// What is looked for.
    pub search: String,
    /// How much was found: "43 tables, 214 rows".
    pub found: String,
    /// The tables, by what they are about.
    pub sections: Vec<TableSection>,
}

/// Tables that are read together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableSection {
    /// The title.
    pub title: &'static str,
    /// The tables.
    pub tables: Vec<TableView>,
}

/// A published table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableView {
    /// The name under which it is linked.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// What its numbers are measured over or of; empty where that need not be said.
    pub basis: String,
    /// The metrics it speaks of: "Speaks of: NRR, GRR."; empty where it speaks of none.
    pub about: String,
    /// The headings of its columns.
    pub columns: Vec<&'static str>,
    /// Its rows.
    pub rows: Vec<TableViewRow>,
    /// Where it is from.
    pub source: SourceNote,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableViewRow {
    /// One cell a column.
    pub cells: Vec<TableCell>,
    /// Where it is from, where that is not the table's source, and what another source says.
    pub note: Option<String>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableCell {
    /// What is read.
    pub text: String,
    /// Its place among the numbers of its column, lowest first; nothing for words, which are sorted as they are written.
    pub rank: Option<usize>,
}
