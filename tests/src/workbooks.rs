//! The words for every workbook that is not read.

use std::fmt::Write as _;

use plimsoll_report::workbook_refusal;
use plimsoll_workbook::{Counted, Fault, Other, Refusal, limits};

use crate::cases::golden;

/// The part that most refusals are told of.
fn part() -> String {
    "xl/worksheets/sheet1.xml".to_owned()
}

/// One refusal of each kind that has no kinds of its own, with the limits that the reader has.
fn single() -> Vec<Refusal> {
    vec![
        Refusal::Empty,
        Refusal::TooLarge { bytes: 70_000_000, limit: limits::FILE_BYTES as u64 },
        Refusal::Password,
        Refusal::Truncated,
        Refusal::Damaged { part: String::new(), fault: Fault::Sectors },
        Refusal::Doctype { part: part() },
        Refusal::TooDeep { part: part(), limit: limits::DEPTH },
        Refusal::Unpacked { limit: limits::UNPACKED_BYTES },
        Refusal::Bomb { part: part(), limit: limits::RATIO },
        Refusal::Duplicate { part: part() },
        Refusal::OddName { part: format!("../{}\u{7}", "x".repeat(100)) },
        Refusal::CellTooLong {
            sheet: "Ledger".to_owned(),
            row: 12,
            column: 28,
            limit: limits::CELL_CHARS as u64,
        },
        Refusal::NoSheets,
        Refusal::NoSuchSheet { sheet: 2 },
        Refusal::NoMemory,
    ]
}

/// What a file can be, and how it can be damaged.
fn others_and_faults() -> Vec<Refusal> {
    let mut all = Vec::new();
    let others = [
        Other::Html,
        Other::Xml2003,
        Other::Xml,
        Other::Text,
        Other::BinaryWorkbook,
        Other::OldExcel,
        Other::Numbers,
        Other::Document,
        Other::Pdf,
        Other::Zip,
        Other::Compressed,
        Other::Picture,
        Other::Unknown,
    ];
    all.extend(others.map(Refusal::NotAWorkbook));
    let faults = [
        Fault::Checksum,
        Fault::Packing,
        Fault::Method,
        Fault::Size,
        Fault::List,
        Fault::Overlap,
        Fault::Missing,
        Fault::Markup,
        Fault::Encoding,
        Fault::LongToken,
        Fault::Reference,
        Fault::Order,
        Fault::Record,
        Fault::Sectors,
    ];
    all.extend(faults.map(|fault| Refusal::Damaged { part: part(), fault }));
    all
}

/// What there can be too much of.
fn too_many() -> impl Iterator<Item = Refusal> {
    let counted = [
        (Counted::Parts, limits::PARTS as u64),
        (Counted::Tags, limits::TAGS),
        (Counted::Idle, limits::IDLE),
        (Counted::Sheets, limits::SHEETS as u64),
        (Counted::Cells, limits::CELLS),
        (Counted::Rows, u64::from(limits::ROWS)),
        (Counted::Columns, u64::from(limits::COLUMNS)),
        (Counted::Texts, limits::TEXTS as u64),
        (Counted::TextBytes, limits::TEXT_BYTES as u64),
        (Counted::Formats, limits::FORMATS as u64),
        (Counted::Merges, limits::MERGES as u64),
        (Counted::TableBytes, limits::TABLE_BYTES),
    ];
    counted.into_iter().map(|(what, limit)| Refusal::TooMany { what, sheet: "Ledger".to_owned(), limit })
}

#[test]
fn every_refusal_has_its_words() {
    let mut text = String::new();
    for refusal in single().into_iter().chain(others_and_faults()).chain(too_many()) {
        let sentence = workbook_refusal(&refusal);
        let _ = writeln!(text, "{}: {}\n    {}", refusal.code(), sentence.what, sentence.help);
    }
    golden("workbook_refusals.expected.txt", &text);
}
