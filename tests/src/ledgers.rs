//! Small ledgers whose numbers were worked out by hand (`tests/cases/ledgers.toml`): the tables behind every picture, the
//! calculator's figures and the rows behind a mark. What is said beside the numbers is a golden.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use plimsoll_report::view::{
    Cell, DataRequest, LedgerFigures, LedgerView, Light as Seen, Picture, Plain, RowsView, SelectOption,
    Told as Said,
};
use plimsoll_report::{English, Reading, Store, csv, worded};
use serde::Deserialize;

use crate::cases::{golden, read};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    ledger: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    /// The page's currency.
    currency: String,
    /// The table, as a file holds it.
    text: String,
    light: Vec<Light>,
}

/// The ledger up to a month, its customers told apart by a column.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Light {
    /// The month's name; the last one where there is none.
    #[serde(default)]
    up_to: String,
    /// The column's header; all customers together where there is none.
    #[serde(default)]
    told_apart_by: String,
    /// A return after a pause of up to so many months counts as never having left.
    #[serde(default)]
    win_back: u8,
    /// By the picture's slug: the table behind it, row by row, as an export writes its cells, with bars between them.
    #[serde(default)]
    tables: BTreeMap<String, String>,
    /// By the window, and the group where there is one (`year, Big`): the calculator's figures in their order.
    #[serde(default)]
    figures: BTreeMap<String, String>,
    #[serde(default)]
    behind: Vec<BehindCase>,
}

/// The rows behind a mark of a picture.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BehindCase {
    picture: String,
    /// Its column and row, as the keys reach it.
    mark: (usize, usize),
    title: String,
    rows: String,
}

#[test]
fn every_ledger_gives_what_was_worked_out_by_hand() {
    for case in read::<Cases>("ledgers.toml").ledger {
        let store = store(&case);
        let mut told = String::new();
        for light in &case.light {
            let view = in_light(&store, light);
            let place = format!("{} {} {}", case.name, light.up_to, light.told_apart_by);
            for (slug, table) in &light.tables {
                assert_eq!(cells(picture(&view, slug)), lines(table), "{place} {slug}");
            }
            for (offer, figures) in &light.figures {
                assert_eq!(typed(&view, offer), *figures, "{place} {offer}");
            }
            for case in &light.behind {
                let rows = behind(&store, &view, case);
                assert_eq!(rows.title, case.title, "{place}");
                let found: Vec<String> = rows.rows.iter().map(|row| row.join(" | ")).collect();
                assert_eq!(found, lines(&case.rows), "{place} {}", case.title);
            }
            told += &said(&view);
        }
        golden(&format!("ledgers/{}.expected.txt", case.name), &told);
    }
}

/// Every table leaves as a file that this very program reads again, cell by cell.
#[test]
fn the_tables_can_be_taken_along_and_opened_again() {
    for case in read::<Cases>("ledgers.toml").ledger {
        let store = store(&case);
        for light in &case.light {
            for picture in &in_light(&store, light).pictures {
                let file = csv::file(&picture.table);
                let mut rows = plimsoll_intake::Cutter::new(',');
                rows.push(file.trim_start_matches('\u{feff}'));
                rows.finish();
                let again: Vec<Vec<String>> = rows.skip(1).map(|row| row.cells).collect();
                let meant: Vec<Vec<String>> = picture
                    .table
                    .rows
                    .iter()
                    .map(|row| std::iter::once(&row.header).chain(&row.cells).map(exported).collect())
                    .collect();
                assert_eq!(again, meant, "{} {}", case.name, picture.slug);
            }
        }
    }
}

fn store(case: &Case) -> Store {
    let mut reading = Reading::new(&case.currency);
    reading.begin(0);
    reading.source("ledger.csv");
    reading.push(case.text.as_bytes());
    assert!(!reading.end(), "{}: one pass does", case.name);
    reading.accept().unwrap_or_else(|| panic!("{}: {:?}", case.name, worded(&reading.review(), &English)))
}

fn in_light(store: &Store, light: &Light) -> LedgerView {
    let ask = |month: &str, grouping: &str| {
        let seen = Seen { month: month.into(), grouping: grouping.into(), win_back: light.win_back };
        let request = DataRequest::Ledger(seen);
        match worded(&store.answer(&request), &English) {
            Said::Ledger(view) => view,
            other => panic!("{other:?}"),
        }
    };
    let all = ask("", "");
    let value = |options: &[SelectOption], label: &str| {
        let found = options.iter().find(|option| option.label == label);
        if label.is_empty() {
            String::new()
        } else {
            found.unwrap_or_else(|| panic!("no {label}")).value.clone()
        }
    };
    ask(&value(&all.months, &light.up_to), &value(&all.groupings, &light.told_apart_by))
}

fn picture<'a>(view: &'a LedgerView, slug: &str) -> &'a Picture {
    view.pictures.iter().find(|picture| picture.slug == slug).unwrap_or_else(|| panic!("no picture {slug}"))
}

/// A picture's table as an export writes it.
fn cells(picture: &Picture) -> Vec<String> {
    let row = |row: &plimsoll_report::view::TableRow| {
        let cells: Vec<String> = std::iter::once(&row.header).chain(&row.cells).map(exported).collect();
        cells.join(" | ").trim_end_matches([' ', '|']).to_owned()
    };
    picture.table.rows.iter().map(row).collect()
}

fn exported(cell: &Cell) -> String {
    match &cell.plain {
        Plain::Missing => String::new(),
        Plain::Number(text) | Plain::Text(text) => text.clone(),
    }
}

fn lines(text: &str) -> Vec<String> {
    text.lines()
        .map(|line| line.trim().trim_end_matches([' ', '|']))
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

fn typed(view: &LedgerView, offer: &str) -> String {
    let (window, label) = offer.split_once(", ").unwrap_or((offer, "All customers"));
    let is_meant = |figures: &&LedgerFigures| figures.window == window && figures.label == label;
    let found = view.figures.iter().find(is_meant).unwrap_or_else(|| panic!("no figures for {offer}"));
    found.lines.iter().map(|line| line.typed.as_str()).collect::<Vec<_>>().join(" ")
}

fn behind(store: &Store, view: &LedgerView, case: &BehindCase) -> RowsView {
    let spot = picture(view, &case.picture).drawing.spot(case.mark.0, case.mark.1);
    let behind = spot.unwrap_or_else(|| panic!("{} has no mark {:?}", case.picture, case.mark)).behind;
    let request = DataRequest::Mark { behind: behind.unwrap(), light: view.light.clone() };
    match worded(&store.answer(&request), &English) {
        Said::Rows(rows) => rows,
        other => panic!("{other:?}"),
    }
}

/// What is said beside the numbers.
fn said(view: &LedgerView) -> String {
    let chosen = |options: &[SelectOption]| {
        options.iter().find(|option| option.selected).map(|option| option.label.clone()).unwrap_or_default()
    };
    let mut out = format!(
        "UP TO {}, TOLD APART BY {}, {}\n{}\n{}\n",
        chosen(&view.months),
        chosen(&view.groupings),
        chosen(&view.win_backs),
        view.name,
        view.summary
    );
    for note in &view.notes {
        let _ = writeln!(out, "- {note}");
    }
    for picture in &view.pictures {
        let _ = writeln!(out, "{}: {}\n    {}", picture.slug, picture.finding, picture.about);
        if let Some(note) = &picture.note {
            let _ = writeln!(out, "    {note}");
        }
    }
    for figures in &view.figures {
        let _ = writeln!(out, "{} ({}), {}:", figures.window, figures.label, figures.span);
        let lines: Vec<String> =
            figures.lines.iter().map(|line| format!("{} {}", line.label, line.written)).collect();
        let _ = writeln!(out, "    {}", lines.join("; "));
    }
    out.push('\n');
    out
}
