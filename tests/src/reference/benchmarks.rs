//! Every published table, the health models and the signals, as the page's view of benchmarks has them.

use std::fmt::Write as _;

use plimsoll_metrics::benchmarks::TABLES;
use plimsoll_report::view::{BenchmarksView, Shelf, TableView};

use super::{cell, shelf};

/// The page of all tables.
pub(super) fn text() -> String {
    let view = tables();
    let mut text = "# Benchmarks\n\n[All metrics](index.md)\n".to_owned();
    for section in &view.sections {
        let _ = writeln!(text, "\n## {}", section.title);
        section.tables.iter().for_each(|table| text.push_str(&written(table)));
    }
    text
}

fn tables() -> BenchmarksView {
    match shelf("benchmarks") {
        Shelf::Benchmarks(view) => view,
        other => panic!("the view of benchmarks has {other:?}"),
    }
}

/// One table: anchor, title, what it is measured over, rows, source.
fn written(table: &TableView) -> String {
    let mut text = format!("\n<a id=\"{}\"></a>\n\n### {}\n", table.slug, table.title);
    if !table.basis.is_empty() {
        let _ = writeln!(text, "\nBasis: {}", table.basis);
    }
    let has_notes = table.rows.iter().any(|row| row.note.is_some());
    let note = if has_notes { Some("Note") } else { None };
    let columns: Vec<&str> = table.columns.iter().copied().chain(note).collect();
    let _ = writeln!(text, "\n{}\n{}", line(&columns), line(&vec!["---"; columns.len()]));
    for row in &table.rows {
        let note = note.map(|_| row.note.as_deref().unwrap_or_default());
        let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).chain(note).collect();
        let _ = writeln!(text, "{}", line(&cells));
    }
    let _ = writeln!(text, "\nSource: {}, {}", table.source.text, table.source.evidence);
    text
}

fn line(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
    format!("| {} |", cells.join(" | "))
}

/// Links to the published tables that speak of a metric.
pub(super) fn links(slug: &str) -> String {
    let about = TABLES.iter().filter(|table| table.slugs().any(|other| other == slug));
    let links: Vec<_> =
        about.map(|table| format!("[{}](benchmarks.md#{})", table.title, table.slug)).collect();
    links.join(", ")
}

/// A table of the page has the anchor to which a metric's links lead, and as many cells in each row as columns.
#[test]
fn every_table_is_on_the_page() {
    let (text, view) = (text(), tables());
    let all: Vec<_> = view.sections.iter().flat_map(|section| &section.tables).collect();
    for table in TABLES {
        assert!(all.iter().any(|shown| shown.slug == table.slug), "{}", table.slug);
    }
    for table in all {
        assert!(text.contains(&format!("<a id=\"{}\"></a>", table.slug)), "{}", table.slug);
        assert!(table.rows.iter().all(|row| row.cells.len() == table.columns.len()), "{}", table.slug);
    }
}
