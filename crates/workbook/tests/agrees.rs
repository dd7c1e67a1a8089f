//! What is read agrees with `calamine`, cell by cell, on workbooks that another program wrote.
//!
//! Its reader is not in the product: it ends the program on crafted files and makes room by what they claim. On files
//! that are in order the two must say the same.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test that cannot go on has failed"
)]

use std::io::Cursor;

use calamine::{Data, Reader, Sheets, open_workbook_auto_from_rs};
use plimsoll_workbook::{sheets, to_csv};
use proptest::prelude::{ProptestConfig, Strategy, any, prop, prop_oneof, proptest};
use rust_xlsxwriter::{Format, Workbook};

/// What is written into a cell.
#[derive(Debug, Clone)]
enum Wrote {
    Nothing,
    Text(String),
    Number(f64),
    Whole(i32),
    Share(f64),
    Day(u32),
    Truth(bool),
}

fn cell() -> impl Strategy<Value = Wrote> {
    prop_oneof![
        Just(Wrote::Nothing),
        "[ -~äß✓\n\"]{1,12}".prop_map(Wrote::Text),
        (-1e12..1e12_f64).prop_map(Wrote::Number),
        any::<i32>().prop_map(Wrote::Whole),
        (-10_000_i32..10_000).prop_map(|bp| Wrote::Share(f64::from(bp) / 10_000.0)),
        (1_u32..60_000).prop_map(Wrote::Day),
        any::<bool>().prop_map(Wrote::Truth),
    ]
}

use proptest::prelude::Just;

/// The cells of a CSV text, by the rules that it is written by.
fn cells(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut letters = csv.chars().peekable();
    let mut quoted = false;
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(letter),
        }
    }
    rows
}

/// Holds every cell of a sheet against what the other reader says of it.
fn hold(bytes: &[u8], sheet: usize) {
    let mut other: Sheets<_> = open_workbook_auto_from_rs(Cursor::new(bytes.to_vec())).unwrap();
    let name = other.sheet_names()[sheet].clone();
    assert_eq!(sheets(bytes).unwrap()[sheet].name, name);
    let range = other.worksheet_range(&name).unwrap();
    let ours = cells(&String::from_utf8(to_csv(bytes, sheet).unwrap()).unwrap());
    let end = range.end().unwrap_or_default();
    for row in 0..=end.0 {
        for column in 0..=end.1 {
            let theirs = range.get_value((row, column)).unwrap_or(&Data::Empty);
            let nothing = String::new();
            let ours = ours.get(row as usize).and_then(|row| row.get(column as usize)).unwrap_or(&nothing);
            let number = || match ours.strip_suffix('%') {
                Some(share) => share.parse::<f64>().unwrap() / 100.0,
                None => ours.parse::<f64>().unwrap(),
            };
            let agree = match theirs {
                Data::Empty => ours.is_empty(),
                Data::String(text) => text == ours,
                Data::Float(value) => (number() - value).abs() <= value.abs() * 1e-14,
                Data::Int(value) => ours.parse() == Ok(*value),
                Data::Bool(value) => ours == if *value { "TRUE" } else { "FALSE" },
                Data::DateTime(moment) if moment.is_duration() => ours.contains(':'),
                Data::DateTime(moment) => {
                    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
                    let date = format!("{year:04}-{month:02}-{day:02}");
                    ours == &date || *ours == format!("{date} {hour:02}:{minute:02}:{second:02}")
                }
                Data::DateTimeIso(text) => ours == &text.replace('T', " "),
                Data::DurationIso(_) => ours.contains(':'),
                Data::Error(error) => *ours == error.to_string(),
            };
            assert!(agree, "{name} row {row} column {column}: {ours:?} here, {theirs:?} there");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn on_workbooks_of_a_library(rows in prop::collection::vec(prop::collection::vec(cell(), 0..7), 1..12)) {
        let mut book = Workbook::new();
        let (share, day) = (Format::new().set_num_format("0.00%"), Format::new().set_num_format("d.m.yyyy"));
        let sheet = book.add_worksheet();
        sheet.write(0, 0, "first").unwrap();
        for (row, cells) in rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                let (row, column) = (row as u32 + 1, column as u16);
                match cell {
                    Wrote::Nothing => continue,
                    Wrote::Text(text) => sheet.write(row, column, text),
                    Wrote::Number(number) => sheet.write(row, column, *number),
                    Wrote::Whole(number) => sheet.write(row, column, *number),
                    Wrote::Share(number) => sheet.write_with_format(row, column, *number, &share),
                    Wrote::Day(number) => sheet.write_with_format(row, column, *number, &day),
                    Wrote::Truth(truth) => sheet.write(row, column, *truth),
                }
                .unwrap();
            }
        }
        hold(&book.save_to_buffer().unwrap(), 0);
    }
}

#[test]
fn on_the_workbooks_beside_this() {
    for (bytes, count) in [
        (include_bytes!("fixtures/ledger.xls").as_slice(), 3),
        (include_bytes!("fixtures/ledger_since_1904.xls").as_slice(), 3),
    ] {
        for sheet in 0..count {
            hold(bytes, sheet);
        }
    }
}
