//! Pastes in, goldens out: every `tests/cases/paste/<case>.txt` at the top of the repository, read as a user's paste.
//!
//! `BLESS=1 cargo test -p plimsoll-intake --test paste_cases` writes the goldens anew; the change is then reviewed as
//! any other.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use plimsoll_intake::{Customers, DecimalMark, Issue, Movements, movements, read_customers};

const GOLDEN: &str = ".expected.txt";

#[test]
fn every_paste_reads_as_its_golden_says() {
    let cases = cases();
    assert!(cases.len() >= 25, "only {} cases", cases.len());
    let mut wrong = Vec::new();
    for case in cases {
        let text = fs::read_to_string(&case).unwrap();
        let golden = PathBuf::from(case.to_str().unwrap().replace(".txt", GOLDEN));
        let actual = told(&text);
        if env::var_os("BLESS").is_some() {
            fs::write(&golden, actual).unwrap();
        } else if fs::read_to_string(&golden).unwrap_or_default() != actual {
            wrong.push(format!("{}\n{actual}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "not as the golden says:\n{}", wrong.join("\n"));
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/paste");
    let mut cases: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.retain(|path| path.extension().is_some_and(|ext| ext == "txt"));
    cases.retain(|path| !path.to_str().unwrap().ends_with(GOLDEN));
    cases.sort();
    cases
}

/// What the paste reads as; and if it asks for the decimal mark, what it reads as with either answer.
fn told(text: &str) -> String {
    let read = read_customers(text, None);
    let mut out = reading(&read);
    if read.needs_mark() {
        for mark in [DecimalMark::Point, DecimalMark::Comma] {
            let _ = write!(out, "\nsettled: {mark:?}\n{}", reading(&read_customers(text, Some(mark))));
        }
    }
    out
}

fn reading(read: &Customers) -> String {
    let mut out = String::new();
    let currency = read.currency.map_or("-", |currency| currency.as_str());
    let mark = read.mark.map_or_else(|| "-".into(), |mark| format!("{mark:?}"));
    let _ = writeln!(
        out,
        "delimiter {:?}, decimal mark {mark}, currency {currency}, rows {}",
        read.delimiter, read.rows_read
    );
    let columns = &read.columns;
    let columns = [&columns.name, &columns.start, &columns.end, &columns.segment, &columns.currency];
    let columns =
        columns.map(|header| header.as_ref().map_or_else(|| "-".into(), |header| format!("{header:?}")));
    let _ = writeln!(out, "columns {}", columns.join(" "));
    for customer in &read.customers {
        let segment = customer.segment.as_ref().map_or_else(String::new, |segment| format!(" [{segment:?}]"));
        let _ = writeln!(
            out,
            "  {:>3} {:?}{segment} {} -> {}",
            customer.row, customer.name, customer.start, customer.end
        );
    }
    for issue in &read.issues {
        let _ = writeln!(out, "! {}", issue_line(issue));
    }
    if read.is_blocked() {
        return out;
    }
    let _ = writeln!(out, "all: {}", movement_line(read, None));
    for segment in &read.segments {
        let _ = writeln!(out, "{segment:?}: {}", movement_line(read, Some(segment)));
    }
    out
}

fn issue_line(issue: &Issue) -> String {
    let row = issue.row.map_or_else(|| "-".into(), |row| row.to_string());
    let mut line = format!("{row:>3} {:?}: {:?}", issue.severity, issue.kind);
    if let Some(field) = issue.field {
        let _ = write!(line, " in {field:?}");
    }
    if let Some(column) = &issue.column {
        let _ = write!(line, " {column:?}");
    }
    if let Some(found) = &issue.found {
        let _ = write!(line, ", found {found:?}");
    }
    line
}

fn movement_line(read: &Customers, segment: Option<&str>) -> String {
    match movements(&read.customers, segment) {
        Err(problem) => format!("{problem:?}"),
        Ok(sums) if sums == Movements::default() => "nothing".into(),
        Ok(sums) => format!(
            "{} + new {} + expansion {} - contraction {} - churn {} = {}; kept {}; customers {} - {} + {} = {}",
            sums.start,
            sums.new,
            sums.expansion,
            sums.contraction,
            sums.churn,
            sums.end,
            sums.kept,
            sums.customers_at_start,
            sums.customers_lost,
            sums.customers_new,
            sums.customers_at_end
        ),
    }
}
