//! Files that are no workbooks, damaged, or made to harm: each is refused for its reason, soon, and within memory.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test that cannot go on has failed"
)]

mod support;

use std::time::{Duration, Instant};

use plimsoll_workbook::{Counted, Fault, Other, Refusal, look, sheets, to_csv};
use support::compound::{self, Entry};
use support::{Part, archive, parts, with_texts, workbook};

/// How long a trap may take. The promise is two seconds in a browser; most take a few milliseconds.
const SOON: Duration = Duration::from_secs(2);
/// How long a workbook may take that is as large as is read, on a machine that has much else to do.
const AT_THE_LIMIT: Duration = Duration::from_secs(30);

/// Everything that can be asked of a file: the first refusal, or the table.
fn read_within(time: Duration, bytes: &[u8]) -> Result<String, Refusal> {
    let begun = Instant::now();
    let answer = sheets(bytes).and_then(|_| to_csv(bytes, 0));
    assert!(begun.elapsed() < time, "took {:?}", begun.elapsed());
    answer.map(|csv| String::from_utf8(csv).unwrap())
}

fn read(bytes: &[u8]) -> Result<String, Refusal> {
    read_within(SOON, bytes)
}

fn refused(bytes: &[u8]) -> Refusal {
    read(bytes).unwrap_err()
}

fn refused_at_the_limit(bytes: &[u8]) -> Refusal {
    read_within(AT_THE_LIMIT, bytes).unwrap_err()
}

/// Numbers that cannot be packed well.
struct Noise(u64);

impl Noise {
    fn next(&mut self) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 32) as u32
    }
}

fn damaged(part: &str, fault: Fault) -> Refusal {
    Refusal::Damaged { part: part.to_owned(), fault }
}

#[test]
fn what_is_no_workbook_is_named() {
    let other = |bytes: &[u8]| match look(bytes) {
        Err(Refusal::NotAWorkbook(other)) => Some(other),
        _ => None,
    };
    assert_eq!(refused(b""), Refusal::Empty);
    assert_eq!(other(b"Customer,MRR\nAcme,100\n"), Some(Other::Text));
    assert_eq!(other(b"<html><table><tr><td>Acme</td></tr></table></html>"), Some(Other::Html));
    assert_eq!(
        other(b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>"),
        Some(Other::Xml2003)
    );
    let holds = |name: &str| archive(&[Part::new("[Content_Types].xml", "<T/>"), Part::new(name, "x")]);
    assert_eq!(other(&holds("xl/workbook.bin")), Some(Other::BinaryWorkbook));
    assert_eq!(other(&holds("word/document.xml")), Some(Other::Document));
    assert_eq!(other(&archive(&[Part::new("readme.txt", "x")])), Some(Other::Zip));
    assert_eq!(other(&archive(&[Part::new("Index/Document.iwa", "x")])), Some(Other::Numbers));
    assert_eq!(other(&compound::file(&[Entry::new("Book", &[0; 5_000])])), Some(Other::OldExcel));
    assert_eq!(other(&compound::file(&[Entry::new("WordDocument", &[0; 5_000])])), Some(Other::Document));
}

#[test]
fn too_long_a_file_is_refused_unread() {
    let (bytes, limit) = (65 * 1024 * 1024, 64 * 1024 * 1024);
    let file = vec![b'P'; bytes];
    assert_eq!(refused(&file), Refusal::TooLarge { bytes: bytes as u64, limit });
}

#[test]
fn locked_workbooks_are_named() {
    let package = [Entry::new("EncryptionInfo", &[0; 100]), Entry::new("EncryptedPackage", &[0; 9_000])];
    assert_eq!(refused(&compound::file(&package)), Refusal::Password);
    let mut zip = workbook("");
    let list = zip.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    zip[list + 8] |= 1;
    assert_eq!(refused(&zip), Refusal::Password);
    let manifest = "<m:manifest xmlns:m=\"m\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>";
    let ods = [Part::new("content.xml", "garbled"), Part::new("META-INF/manifest.xml", manifest)];
    assert_eq!(refused(&archive(&ods)), Refusal::Password);
}

#[test]
fn a_cut_file_is_refused_wherever_it_is_cut() {
    let whole = with_texts("<row><c t=\"s\"><v>0</v></c></row>", "><si><t>Acme</t></si>");
    assert_eq!(read(&whole).as_deref(), Ok("Acme\n"));
    for sixteenth in 1..16 {
        assert_eq!(refused(&whole[..whole.len() * sixteenth / 16]), Refusal::Truncated, "{sixteenth}/16");
    }
    assert_eq!(refused(&whole[..whole.len() - 1]), Refusal::Truncated);
}

#[test]
fn bombs_are_refused_by_what_comes_out() {
    let mut bomb = parts("");
    bomb.push(Part::new("xl/media/image1.png", vec![0; 60 * 1024 * 1024]));
    let part = "xl/media/image1.png".to_owned();
    let file = archive(&bomb);
    assert!(file.len() < 400_000);
    assert_eq!(refused(&file), Refusal::Bomb { part, limit: 100 });
    // Many parts, each of which is still allowed.
    let mut many = parts("");
    many.extend((0..300).map(|at| Part::new(&format!("xl/media/{at}.png"), vec![0; 1024 * 1024])));
    assert_eq!(refused(&archive(&many)), Refusal::Unpacked { limit: 256 * 1024 * 1024 });
    // A size that is stated too small stops the unpacking right there.
    let mut small = parts("");
    small.push(Part { size: Some(10), ..Part::new("a.png", vec![0; 10_000_000]) });
    assert_eq!(refused(&archive(&small)), damaged("a.png", Fault::Size));
    let mut large = parts("");
    large.push(Part { size: Some(u32::MAX - 1), ..Part::new("a.png", vec![0; 10]) });
    assert_eq!(refused(&archive(&large)), damaged("a.png", Fault::Size));
}

#[test]
fn a_wrong_checksum_is_refused() {
    let mut wrong = parts("<sheetData/>");
    wrong[4].checksum = Some(1);
    assert_eq!(refused(&archive(&wrong)), damaged("xl/worksheets/sheet1.xml", Fault::Checksum));
    let mut stored = parts("<sheetData/>");
    stored[4].deflated = false;
    assert_eq!(read(&archive(&stored)).as_deref(), Ok(""));
    stored[4].checksum = Some(1);
    assert_eq!(refused(&archive(&stored)), damaged("xl/worksheets/sheet1.xml", Fault::Checksum));
}

#[test]
fn names_are_plain_and_stand_once() {
    let with = |name: &str| {
        let mut all = parts("<sheetData/>");
        all.push(Part::new(name, "x"));
        archive(&all)
    };
    for name in ["xl/workbook.xml", "XL/Workbook.XML"] {
        assert_eq!(refused(&with(name)), Refusal::Duplicate { part: name.to_owned() });
    }
    for name in ["../evil.xml", "/etc/passwd", "xl\\a.xml", "C:a", "xl//a", "xl/./a", "a\u{7}", ""] {
        assert_eq!(refused(&with(name)), Refusal::OddName { part: name.to_owned() }, "{name:?}");
    }
    assert_eq!(read(&with("xl/media/Übersicht.png")).as_deref(), Ok(""));
}

#[test]
fn parts_are_counted_and_share_no_bytes() {
    let mut many = parts("");
    many.extend((0..1_000).map(|at| Part::new(&format!("a{at}"), "x")));
    assert_eq!(
        refused(&archive(&many)),
        Refusal::TooMany { what: Counted::Parts, sheet: String::new(), limit: 1_000 }
    );
    // A part within another: the list names the header that the bytes of the first begin with.
    let inner = Part { deflated: false, ..Part::new("inner", "abc") };
    let alone = archive(std::slice::from_ref(&inner));
    let header = alone[..alone.windows(4).position(|four| four == b"PK\x01\x02").unwrap()].to_vec();
    let outer = Part { deflated: false, ..Part::new("outer", header) };
    let mut file = archive(&[outer, inner]);
    let last = file.windows(4).rposition(|four| four == b"PK\x01\x02").unwrap();
    assert_eq!(refused(&file), Refusal::NotAWorkbook(Other::Zip));
    file[last + 42..last + 46].copy_from_slice(&35_u32.to_le_bytes());
    assert_eq!(refused(&file), damaged("inner", Fault::Overlap));
    file[last + 42..last + 46].copy_from_slice(&0_u32.to_le_bytes());
    assert_eq!(refused(&file), damaged("inner", Fault::List));
}

#[test]
fn document_types_and_depths_are_refused_in_every_part() {
    let with = |name: &str, xml: &str| {
        let mut all = parts("<sheetData/>");
        all.push(Part::new(name, xml));
        archive(&all)
    };
    let entity = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>";
    for name in ["docProps/core.xml", "xl/sharedStrings.xml", "xl/_rels/other.rels"] {
        assert_eq!(refused(&with(name, entity)), Refusal::Doctype { part: name.to_owned() });
    }
    let deep = format!("{}{}", "<a>".repeat(70), "</a>".repeat(70));
    let part = "xl/other.xml".to_owned();
    assert_eq!(refused(&with("xl/other.xml", &deep)), Refusal::TooDeep { part, limit: 64 });
    assert_eq!(read(&with("xl/other.xml", &deep.replacen("<a>", "<a/>", 6))).as_deref(), Ok(""));
    let wide: Vec<u8> = "<a/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut all = parts("");
    all.push(Part::new("xl/other.xml", wide));
    assert_eq!(refused(&archive(&all)), damaged("xl/other.xml", Fault::Encoding));
}

#[test]
fn sizes_that_the_file_claims_do_not_matter() {
    let cells = "<row><c t=\"s\"><v>0</v></c></row>";
    for count in [
        "count=\"4294967295\" uniqueCount=\"4294967295\"",
        "uniqueCount=\"99999999999999\"",
        "uniqueCount=\"-1\"",
    ] {
        let book = with_texts(cells, &format!("{count}><si><t>Acme</t></si>"));
        assert_eq!(read(&book).as_deref(), Ok("Acme\n"), "{count}");
    }
    for dimension in ["A1:XFD1048576", "ZZZZZ9:A1", "B2", ""] {
        let sheet =
            format!("<dimension ref=\"{dimension}\"/><sheetData><row><c><v>1</v></c></row></sheetData>");
        assert_eq!(read(&archive(&parts(&sheet))).as_deref(), Ok("1\n"), "{dimension}");
    }
}

#[test]
fn what_does_not_hang_together_is_refused_with_its_part() {
    let sheet = "xl/worksheets/sheet1.xml";
    let cells = |cells: &str| refused(&workbook(&format!("<row>{cells}</row>")));
    assert_eq!(cells("<c t=\"s\"><v>0</v></c>"), damaged(sheet, Fault::Reference));
    assert_eq!(cells("<c t=\"s\"><v>-1</v></c>"), damaged(sheet, Fault::Reference));
    assert_eq!(cells("<c r=\"1A\"><v>0</v></c>"), damaged(sheet, Fault::Reference));
    assert_eq!(cells("<c r=\"B1\"><v>0</v></c><c r=\"A1\"><v>0</v></c>"), damaged(sheet, Fault::Order));
    assert_eq!(cells("<c r=\"A1\"><v>0</v></c><c r=\"A1\"><v>0</v></c>"), damaged(sheet, Fault::Order));
    assert_eq!(cells("<c t=\"str\"><v>&b;</v></c>"), damaged(sheet, Fault::Markup));
    assert_eq!(cells("<c><v>0</c></v>"), damaged(sheet, Fault::Markup));
    let row = |row: &str| refused(&workbook(row));
    assert_eq!(
        row("<row r=\"2\"><c><v>0</v></c></row><row r=\"1\"><c><v>0</v></c></row>"),
        damaged(sheet, Fault::Order)
    );
    assert_eq!(row("<row r=\"0\"><c><v>0</v></c></row>"), damaged(sheet, Fault::Reference));
    let mut missing = parts("");
    missing.pop();
    assert_eq!(refused(&archive(&missing)), damaged(sheet, Fault::Missing));
    assert_eq!(refused(&archive(&missing[..2])), damaged("xl/workbook.xml", Fault::Missing));
    assert_eq!(refused(&archive(&missing[..3])), Refusal::NoSheets);
    let mut unfinished = parts("");
    unfinished[4].bytes = b"<worksheet><sheetData><row><c><v>1</v></c>".to_vec();
    assert_eq!(refused(&archive(&unfinished)), damaged(sheet, Fault::Markup));
    unfinished[4].bytes = b"<worksheet>\xff</worksheet>".to_vec();
    assert_eq!(refused(&archive(&unfinished)), damaged(sheet, Fault::Encoding));
}

#[test]
fn there_are_limits_to_a_sheet() {
    let sheet = "Data".to_owned();
    let cell = |place: &str| refused(&workbook(&format!("<row><c r=\"{place}\"><v>0</v></c></row>")));
    let too_many = |what, limit| Refusal::TooMany { what, sheet: "Data".to_owned(), limit };
    assert_eq!(cell("XFE1"), too_many(Counted::Columns, 16_384));
    assert_eq!(cell("A1048577"), too_many(Counted::Rows, 1_048_576));
    let text = |length: usize| {
        workbook(&format!("<row/><row><c r=\"C2\" t=\"str\"><v>{}</v></c></row>", "ä".repeat(length)))
    };
    assert!(read(&text(32_767)).is_ok());
    assert_eq!(refused(&text(32_768)), Refusal::CellTooLong { sheet, row: 2, column: 3, limit: 32_767 });
    let mut noise = Noise(1);
    let long: String = (0..300_000).map(|_| format!("{:08x}", noise.next())).collect();
    let long = workbook(&format!("<row><c t=\"str\"><v>{long}</v></c></row>"));
    assert_eq!(refused(&long), damaged("xl/worksheets/sheet1.xml", Fault::LongToken));
    // The numbers keep the sheet from being packed too well.
    let row: String = (0..1_001).map(|_| format!("<c><v>{}</v></c>", noise.next())).collect();
    let full = workbook(&format!("<row>{row}</row>").repeat(2_000));
    assert_eq!(refused_at_the_limit(&full), too_many(Counted::Cells, 2_000_000));
}

#[test]
fn what_holds_no_value_is_counted() {
    let too_many = |what, limit| Refusal::TooMany { what, sheet: "Data".to_owned(), limit };
    let mut noise = Noise(2);
    let mut many = |tag: &str| {
        let some: String = (0..5_000).map(|_| format!("<{tag} s=\"{:x}\"/>", noise.next())).collect();
        workbook(&some.repeat(900))
    };
    assert_eq!(refused_at_the_limit(&many("row")), too_many(Counted::Rows, 1_048_576));
    assert_eq!(refused_at_the_limit(&many("c")), too_many(Counted::Idle, 8_000_000));
    assert_eq!(refused_at_the_limit(&many("other")), too_many(Counted::Idle, 8_000_000));
    // Rows that come again and again.
    let twice = workbook("<row r=\"1\"/><row r=\"1\"/>");
    assert_eq!(refused(&twice), damaged("xl/worksheets/sheet1.xml", Fault::Order));
}

#[test]
fn a_table_may_not_grow_beyond_what_a_csv_file_may_be() {
    // One shared text of 32,000 letters in 7,000 cells.
    let rows = "<row><c t=\"s\"><v>0</v></c></row>".repeat(7_000);
    let book = with_texts(&rows, &format!("><si><t>{}</t></si>", "x".repeat(32_000)));
    assert_eq!(
        refused_at_the_limit(&book),
        Refusal::TooMany { what: Counted::TableBytes, sheet: "Data".to_owned(), limit: 200 * 1024 * 1024 }
    );
    // One far column, and rows that would all be filled up to it.
    let rows = "<row><c><v>1</v></c></row>".repeat(20_000);
    let book = workbook(&format!("<row><c r=\"XFD1\"><v>1</v></c></row>{rows}"));
    assert!(matches!(refused_at_the_limit(&book), Refusal::TooMany { what: Counted::TableBytes, .. }));
}
