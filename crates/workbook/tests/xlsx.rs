//! Workbooks of Excel's format that are in order are read right.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

mod support;

use plimsoll_workbook::{Kind, Refusal, SheetInfo, look, sheets, to_csv};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use support::{Part, archive, parts, with_texts, workbook};

fn csv(bytes: &[u8], sheet: usize) -> String {
    String::from_utf8(to_csv(bytes, sheet).unwrap()).unwrap()
}

#[test]
fn a_workbook_of_another_program_is_read() {
    let mut book = Workbook::new();
    let (percent, date, moment) = (
        Format::new().set_num_format("0.0%"),
        Format::new().set_num_format("yyyy-mm-dd"),
        Format::new().set_num_format("yyyy-mm-dd hh:mm"),
    );
    let sheet = book.add_worksheet().set_name("Ledger").unwrap();
    for (column, header) in ["Customer", "MRR", "Growth", "From", "Seen", "Active"].into_iter().enumerate() {
        sheet.write(0, column as u16, header).unwrap();
    }
    sheet.write(1, 0, "Acme, \"Inc\"\nBerlin").unwrap();
    sheet.write(1, 1, 0.1 + 0.2).unwrap();
    sheet.write_with_format(1, 2, 0.575, &percent).unwrap();
    let day = ExcelDateTime::from_ymd(2025, 3, 1).unwrap();
    sheet.write_with_format(1, 3, &day, &date).unwrap();
    sheet.write_with_format(1, 4, day.and_hms(9, 30, 0).unwrap(), &moment).unwrap();
    sheet.write(1, 5, true).unwrap();
    sheet.write(2, 0, " Bolt ").unwrap();
    sheet.write(2, 1, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.write(2, 2, Formula::new("=2*21").set_result("42")).unwrap();
    sheet.write(4, 0, "last; one").unwrap();
    sheet.write(4, 1, 1_234_567.89).unwrap();
    let hidden = book.add_worksheet().set_name("Hidden & <more>").unwrap();
    hidden.set_hidden(true);
    hidden.merge_range(0, 0, 1, 1, "merged", &Format::new()).unwrap();
    hidden.write(2, 1, -5).unwrap();
    let bytes = book.save_to_buffer().unwrap();

    assert_eq!(look(&bytes), Ok(Kind::Xlsx));
    let info = |name: &str, rows, columns, hidden| SheetInfo { name: name.to_owned(), rows, columns, hidden };
    assert_eq!(sheets(&bytes), Ok(vec![info("Ledger", 5, 6, false), info("Hidden & <more>", 3, 2, true)]));
    assert_eq!(
        csv(&bytes, 0),
        "Customer,MRR,Growth,From,Seen,Active\n\
         \"Acme, \"\"Inc\"\"\nBerlin\",0.3,57.5%,2025-03-01,2025-03-01 09:30:00,TRUE\n \
         Bolt ,#DIV/0!,42,,,\n\
         \n\
         \"last; one\",1234567.89,,,,\n"
    );
    assert_eq!(csv(&bytes, 1), "merged,\n\n,-5\n");
    assert_eq!(to_csv(&bytes, 2), Err(Refusal::NoSuchSheet { sheet: 2 }));
}

#[test]
fn both_date_systems_are_known() {
    let styles = format!(
        "<styleSheet {}><numFmts><numFmt numFmtId=\"170\" formatCode=\"mmm\\ yy\"/></numFmts>\
         <cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>\
         <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>",
        support::MAIN
    );
    let rows = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>60</v></c><c r=\"B1\" s=\"1\"><v>61</v></c>\
                <c r=\"C1\" s=\"2\"><v>44255</v></c><c r=\"D1\" s=\"3\"><v>44255.5</v></c>\
                <c r=\"E1\" s=\"0\"><v>44255</v></c><c r=\"F1\" s=\"1\"><v>0</v></c></row>";
    let mut parts = parts(&format!("<sheetData>{rows}</sheetData>"));
    parts.push(Part::new("xl/styles.xml", styles));
    assert_eq!(csv(&archive(&parts), 0), "1900-02-29,1900-03-01,2021-02-28,2021-02-28 12:00:00,44255,0\n");
    let workbook = String::from_utf8(parts[2].bytes.clone()).unwrap();
    parts[2].bytes = workbook.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>").into_bytes();
    assert_eq!(
        csv(&archive(&parts), 0),
        "1904-03-01,1904-03-02,2025-03-01,2025-03-01 12:00:00,44255,1904-01-01\n"
    );
}

#[test]
fn every_type_of_cell_is_known() {
    let rows = "<row><c t=\"s\"><v>1</v></c><c t=\"inlineStr\"><is><r><t>in</t></r><r><t xml:space=\"preserve\"> line</t></r></is></c>\
                <c t=\"str\"><f>A1&amp;B1</f><v>a &amp; b</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#N/A</v></c>\
                <c t=\"d\"><v>2025-03-01T00:00:00</v></c><c><v>1E3</v></c><c t=\"n\"><v>7.0000000000000007E-2</v></c></row>\
                <row r=\"3\"><c r=\"B3\"><f>1+1</f></c><c r=\"C3\" s=\"9\"/><c t=\"str\"><v></v></c><c t=\"s\"><v>2</v></c></row>";
    let texts = "count=\"9\"><si><t>zero</t></si><si><r><t>Rich </t></r><r><rPr><b/></rPr><t>text</t></r>\
                 <rPh sb=\"0\" eb=\"1\"><t>aid</t></rPh></si><si><t>two_x000D_\nlines</t></si>";
    let book = with_texts(rows, texts);
    assert_eq!(
        csv(&book, 0),
        "Rich text,in line,a & b,FALSE,#N/A,2025-03-01,1000,0.07\n\n,,,,\"two\r\nlines\",,,\n"
    );
}

#[test]
fn prefixes_of_names_do_not_matter() {
    let mut parts = parts("");
    parts[4].bytes = b"<?xml version=\"1.0\"?>\n<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>".to_vec();
    assert_eq!(csv(&archive(&parts), 0), "a\n");
}

#[test]
fn values_below_a_merged_cell_are_not_seen() {
    let rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c><c r=\"C1\"><v>3</v></c></row>\
                <row r=\"2\"><c r=\"A2\"><v>4</v></c><c r=\"B2\"><v>5</v></c><c r=\"C2\"><v>6</v></c></row>\
                <row r=\"3\"><c r=\"A3\"><v>7</v></c><c r=\"B3\"><v>8</v></c></row>";
    let merges = "<mergeCells count=\"2\"><mergeCell ref=\"A1:B2\"/><mergeCell ref=\"B3:C3\"/></mergeCells>";
    let book = archive(&parts(&format!("<sheetData>{rows}</sheetData>{merges}")));
    assert_eq!(csv(&book, 0), "1,,3\n,,6\n7,8,\n");
}

#[test]
fn a_stray_cell_far_out_costs_nothing() {
    let rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>";
    let book = workbook(rows);
    let found = sheets(&book).unwrap();
    assert_eq!((found[0].rows, found[0].columns), (1_048_576, 16_384));
    let text = to_csv(&book, 0).unwrap();
    assert_eq!(text.len(), 2 * (16_384 + 1) + 1_048_574);
    assert!(text.starts_with(b"1,,") && text.ends_with(b",,2\n"));
}
