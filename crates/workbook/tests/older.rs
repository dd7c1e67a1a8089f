//! Excel's older format and OpenDocument's. How the workbooks were made stands in `fixtures/make.py`.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test that cannot go on has failed"
)]

mod support;

use plimsoll_workbook::{Fault, Kind, Refusal, SheetInfo, look, sheets, to_csv};
use support::compound::{Entry, file};
use support::{Part, archive};

const XLS: &[u8] = include_bytes!("fixtures/ledger.xls");
const XLS_1904: &[u8] = include_bytes!("fixtures/ledger_since_1904.xls");
const ODS: &[u8] = include_bytes!("fixtures/ledger.ods");

fn csv(bytes: &[u8], sheet: usize) -> String {
    String::from_utf8(to_csv(bytes, sheet).unwrap()).unwrap()
}

fn info(name: &str, rows: u32, columns: u32, hidden: bool) -> SheetInfo {
    SheetInfo { name: name.to_owned(), rows, columns, hidden }
}

#[test]
fn binary_workbooks_are_read() {
    for book in [XLS, XLS_1904] {
        assert_eq!(look(book), Ok(Kind::Xls));
        let expected =
            vec![info("Ledger", 5, 7, false), info("Hidden ✓", 3, 2, true), info("Many", 900, 2, false)];
        assert_eq!(sheets(book), Ok(expected));
        assert_eq!(
            csv(book, 0),
            "Customer,MRR,Growth,From,Seen,Active,Spent\n\
             \"Acme, \"\"Inc\"\"\nBerlin\",0.3,57.5%,2025-03-01,2025-03-01 09:30:00,TRUE,36:00:00\n\
             Größe ✓ 😀,1234,-5,12.34,1000000000000000,0.0000001,0\n\
             \n\
             plain bold,#DIV/0!,,,,,\n"
        );
        assert_eq!(csv(book, 1), "merged,\n,\n,7\n".replace("\n,\n", "\n\n"));
        let many = csv(book, 2);
        let lines: Vec<&str> = many.lines().collect();
        assert_eq!(lines.len(), 900);
        for (row, line) in lines.iter().enumerate() {
            let tail = if row % 3 == 0 { " – ünïcödé ✓" } else { "" };
            assert_eq!(*line, format!("Customer number {row} of the ledger{tail},{}", row as f64 * 1.25));
        }
    }
}

#[test]
fn open_document_workbooks_are_read() {
    assert_eq!(look(ODS), Ok(Kind::Ods));
    assert_eq!(sheets(ODS), Ok(vec![info("Ledger & more", 6, 7, false), info("Hidden", 1, 3, true)]));
    assert_eq!(
        csv(ODS, 0),
        "Customer,MRR,Growth,From,Seen,Active,Spent\n\
         \"Acme, \"\"Inc\"\"\ntwo   spaces\",0.3,57.5%,2025-03-01,2025-03-01 09:30:00,TRUE,36:00:00\n\
         \n\
         \n\
         1200.5,1200.5,,,,shown otherwise,\n\
         1200.5,1200.5,,,,shown otherwise,\n"
    );
    assert_eq!(csv(ODS, 1), "merged,,3\n");
    assert_eq!(to_csv(ODS, 2), Err(Refusal::NoSuchSheet { sheet: 2 }));
}

#[test]
fn a_cut_binary_workbook_is_refused_wherever_it_is_cut() {
    for sixteenth in 1..16 {
        let refusal = sheets(&XLS[..XLS.len() * sixteenth / 16]).unwrap_err();
        assert_eq!(refusal, Refusal::Truncated, "{sixteenth}/16");
    }
}

/// A record of a binary workbook.
fn record(kind: u16, bytes: &[u8]) -> Vec<u8> {
    [kind.to_le_bytes().as_slice(), &(bytes.len() as u16).to_le_bytes(), bytes].concat()
}

/// A binary workbook of these records, the first of which begin it.
fn book(records: &[Vec<u8>]) -> Vec<u8> {
    file(&[Entry::new("Workbook", &records.concat())])
}

const BEGIN: u16 = 0x0809;
const END: u16 = 0x000a;

fn begin() -> Vec<u8> {
    record(BEGIN, &[0, 6, 5, 0, 0, 0, 0, 0])
}

fn sheet(at: u32, name: &str) -> Vec<u8> {
    let mut line = at.to_le_bytes().to_vec();
    line.extend([0, 0, name.len() as u8, 0]);
    line.extend(name.as_bytes());
    record(0x85, &line)
}

#[test]
fn binary_workbooks_of_other_kinds_are_named() {
    let locked = book(&[begin(), record(0x2f, &[0; 6]), record(END, &[])]);
    assert_eq!(sheets(&locked), Err(Refusal::Password));
    let old = book(&[record(BEGIN, &[0, 5, 5, 0]), record(END, &[])]);
    assert_eq!(sheets(&old).map_err(|why| why.code()), Err("not_a_workbook"));
    assert_eq!(sheets(&book(&[begin(), record(END, &[])])), Err(Refusal::NoSheets));
}

#[test]
fn what_a_binary_workbook_claims_does_not_matter() {
    let damaged = |fault| Err(Refusal::Damaged { part: "Workbook".to_owned(), fault });
    let start = (begin().len() + sheet(0, "A").len() + record(END, &[]).len()) as u32;
    let with = |cells: &[Vec<u8>]| {
        let mut records = vec![begin(), sheet(start, "A"), record(END, &[]), begin()];
        records.extend_from_slice(cells);
        records.push(record(END, &[]));
        book(&records)
    };
    // The sheet claims to reach from the first cell to the last, or to end before it begins.
    let number = record(0x203, &[1, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f]);
    for claim in
        [[0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0xff, 0xff, 0, 0], [9, 0, 0, 0, 1, 0, 0, 0, 9, 0, 1, 0, 0, 0]]
    {
        let claimed = with(&[record(0x200, &claim), number.clone()]);
        assert_eq!(csv(&claimed, 0), "\n,,1\n");
    }
    // A table of texts that claims to hold billions, and is empty.
    assert_eq!(sheets(&with(&[record(0xfd, &[0; 10])])), damaged(Fault::Reference));
    assert_eq!(sheets(&with(&[record(0xfd, &[0; 3])])), damaged(Fault::Record));
    assert_eq!(sheets(&with(&[number.clone(), number])), damaged(Fault::Order));
    assert_eq!(sheets(&with(&[vec![0xff, 0xff, 0xff, 0xff]])), damaged(Fault::Record));
    let far = book(&[begin(), sheet(u32::MAX, "A"), record(END, &[])]);
    assert_eq!(sheets(&far), damaged(Fault::Record));
    let twice = book(&[begin(), sheet(40, "A"), sheet(40, "B"), record(END, &[])]);
    assert_eq!(sheets(&twice), damaged(Fault::Overlap));
}

#[test]
fn sectors_that_lead_in_a_circle_are_refused() {
    let mut circle = XLS.to_vec();
    let number = |file: &[u8], at: usize| u32::from_le_bytes(file[at..at + 4].try_into().unwrap()) as usize;
    let directory = number(&circle, 48);
    let table = number(&circle, 76 + directory / 128 * 4);
    let entry = (table + 1) * 512 + directory % 128 * 4;
    circle[entry..entry + 4].copy_from_slice(&(directory as u32).to_le_bytes());
    let refusal = sheets(&circle).unwrap_err();
    assert!(matches!(refusal, Refusal::Damaged { fault: Fault::Sectors, .. }), "{refusal:?}");
}

/// An OpenDocument workbook of these rows.
fn open_document(rows: &str) -> Vec<u8> {
    let content = format!(
        "<o:document-content xmlns:o=\"o\" xmlns:t=\"t\" xmlns:x=\"x\"><o:body><o:spreadsheet><t:table t:name=\"A\">{rows}</t:table></o:spreadsheet></o:body></o:document-content>"
    );
    archive(&[
        Part::new("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        Part::new("content.xml", content),
    ])
}

#[test]
fn cells_that_claim_to_stand_there_often_are_counted() {
    let cell = "<t:table-cell o:value-type=\"float\" o:value=\"1\" t:number-columns-repeated=\"REPEAT\"/>";
    let rows = |rows: &str, columns: &str| {
        open_document(&format!(
            "<t:table-row t:number-rows-repeated=\"{rows}\">{}</t:table-row>",
            cell.replace("REPEAT", columns)
        ))
    };
    assert_eq!(csv(&rows("2", "3"), 0), "1,1,1\n1,1,1\n");
    for (repeated, columns) in [("1000000", "1000"), ("4000000000", "1"), ("1", "4000000000")] {
        let refusal = sheets(&rows(repeated, columns)).unwrap_err();
        assert_eq!(refusal.code(), "too_many", "{repeated} × {columns}");
    }
    let blank = "<t:table-row t:number-rows-repeated=\"4294967295\"><t:table-cell t:number-columns-repeated=\"4294967295\"/></t:table-row>";
    assert_eq!(csv(&open_document(&blank.repeat(3)), 0), "");
}
