//! Damage of every kind: whatever happens to the bytes of a good workbook, reading them ends.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test that cannot go on has failed"
)]

mod support;

use plimsoll_workbook::fuzz_workbook;
use proptest::prelude::{ProptestConfig, any, prop, proptest};
use support::{archive, parts};

const XLS: &[u8] = include_bytes!("fixtures/ledger.xls");
const ODS: &[u8] = include_bytes!("fixtures/ledger.ods");

/// A small workbook of Excel's format, its parts as they are, so that damage reaches the readers and not only the gate.
fn xlsx() -> Vec<support::Part> {
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>45717.5</v></c><c r=\"C1\"><v>0.1</v></c></row>\
                <row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>a &amp; b</t></is></c><c r=\"C3\" t=\"b\"><v>1</v></c></row>";
    let mut parts = parts(&format!(
        "<dimension ref=\"A1:C3\"/><sheetData>{rows}</sheetData><mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>"
    ));
    parts.push(support::Part::new(
        "xl/sharedStrings.xml",
        format!("<sst {} count=\"1\" uniqueCount=\"1\"><si><t>Acme</t></si></sst>", support::MAIN),
    ));
    parts.push(support::Part::new(
        "xl/styles.xml",
        "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"d.m.yy h:mm\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>",
    ));
    parts
}

/// Bytes with some of them changed.
fn changed(bytes: &[u8], changes: &[(prop::sample::Index, u8)]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (at, value) in changes {
        let at = at.index(bytes.len());
        bytes[at] = *value;
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(3_000) })]

    /// The archive itself: its list, its headers, its packed bytes.
    #[test]
    fn damaged_archives(changes in prop::collection::vec(any::<(prop::sample::Index, u8)>(), 1..6), cut in any::<prop::sample::Index>()) {
        let whole = archive(&xlsx());
        fuzz_workbook(&changed(&whole, &changes));
        fuzz_workbook(&whole[..cut.index(whole.len())]);
        fuzz_workbook(&changed(ODS, &changes));
    }

    /// A part within an archive that is in order.
    #[test]
    fn damaged_parts(part in 0_usize..7, changes in prop::collection::vec(any::<(prop::sample::Index, u8)>(), 1..6)) {
        let mut all = xlsx();
        all[part].bytes = changed(&all[part].bytes, &changes);
        fuzz_workbook(&archive(&all));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    /// A binary workbook: mostly its tables and first records, where damage reaches far.
    #[test]
    fn damaged_binary_workbooks(
        changes in prop::collection::vec(any::<(prop::sample::Index, u8)>(), 1..6),
        early in prop::collection::vec((0_usize..4_096, any::<u8>()), 0..4),
        late in prop::collection::vec((1_usize..6_144, any::<u8>()), 0..4),
    ) {
        let mut book = changed(XLS, &changes);
        let length = book.len();
        for (at, value) in early {
            book[at] = value;
        }
        for (back, value) in late {
            book[length - back] = value;
        }
        fuzz_workbook(&book);
    }

    /// Bytes of no kind, behind first bytes of a known one.
    #[test]
    fn noise(kind in 0_usize..4, bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        let magic: [&[u8]; 4] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<?xml", b""];
        fuzz_workbook(&[magic[kind], &bytes].concat());
    }
}
