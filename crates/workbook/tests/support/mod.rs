//! Archives made by hand, so that each can lie in one place.

#![allow(dead_code, reason = "each test program uses a part of it")]
#![allow(clippy::arithmetic_side_effects, reason = "a test stops where it is surprised")]

pub(crate) mod compound;

use miniz_oxide::deflate::compress_to_vec;

/// A part of an archive, and what its list says of it.
#[derive(Clone)]
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) deflated: bool,
    /// What is stated in place of the checksum.
    pub(crate) checksum: Option<u32>,
    /// What is stated in place of the size.
    pub(crate) size: Option<u32>,
}

impl Part {
    pub(crate) fn new(name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.to_owned(), bytes: bytes.into(), deflated: true, checksum: None, size: None }
    }
}

/// Packs parts into an archive.
pub(crate) fn archive(parts: &[Part]) -> Vec<u8> {
    let (mut out, mut list) = (Vec::new(), Vec::new());
    for part in parts {
        let packed = if part.deflated {
            compress_to_vec(&part.bytes, if part.bytes.len() > 100_000 { 1 } else { 6 })
        } else {
            part.bytes.clone()
        };
        let checksum = part.checksum.unwrap_or_else(|| crc32(&part.bytes));
        let size = part.size.unwrap_or(short(part.bytes.len()));
        let mut fields = Vec::new();
        fields.extend(20_u16.to_le_bytes());
        fields.extend(0_u16.to_le_bytes());
        fields.extend((if part.deflated { 8_u16 } else { 0 }).to_le_bytes());
        fields.extend([0; 4]); // the time
        fields.extend(checksum.to_le_bytes());
        fields.extend(short(packed.len()).to_le_bytes());
        fields.extend(size.to_le_bytes());
        fields.extend((part.name.len() as u16).to_le_bytes());
        fields.extend(0_u16.to_le_bytes());
        let header = short(out.len());
        out.extend(b"PK\x03\x04");
        out.extend(&fields);
        out.extend(part.name.as_bytes());
        out.extend(packed);
        list.extend(b"PK\x01\x02\x14\x00");
        list.extend(&fields);
        list.extend([0; 10]); // remark, disk, attributes
        list.extend(header.to_le_bytes());
        list.extend(part.name.as_bytes());
    }
    let (start, length, count) = (short(out.len()), short(list.len()), (parts.len() as u16).to_le_bytes());
    out.extend(list);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count);
    out.extend(count);
    out.extend(length.to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0; 2]);
    out
}

fn short(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// The checksum of zip archives, bit by bit.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |crc, _| {
                if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 }
            },
        )
    })
}

pub(crate) const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

/// The parts of a workbook with one sheet whose XML within `worksheet` is given.
pub(crate) fn parts(sheet: &str) -> Vec<Part> {
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations = |lines: &str| {
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{lines}</Relationships>"
        )
    };
    let workbook = format!(
        "<?xml version=\"1.0\"?><workbook {MAIN} xmlns:r=\"{relation}\"><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    vec![
        Part::new("[Content_Types].xml", "<Types/>"),
        Part::new(
            "_rels/.rels",
            relations(&format!(
                "<Relationship Id=\"rId1\" Type=\"{relation}/officeDocument\" Target=\"xl/workbook.xml\"/>"
            )),
        ),
        Part::new("xl/workbook.xml", workbook),
        Part::new(
            "xl/_rels/workbook.xml.rels",
            relations(&format!(
                "<Relationship Id=\"rId1\" Type=\"{relation}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
                 <Relationship Id=\"rId2\" Type=\"{relation}/sharedStrings\" Target=\"sharedStrings.xml\"/>\
                 <Relationship Id=\"rId3\" Type=\"{relation}/styles\" Target=\"styles.xml\"/>"
            )),
        ),
        Part::new("xl/worksheets/sheet1.xml", format!("<worksheet {MAIN}>{sheet}</worksheet>")),
    ]
}

/// A workbook with one sheet of these rows.
pub(crate) fn workbook(sheet_data: &str) -> Vec<u8> {
    archive(&parts(&format!("<sheetData>{sheet_data}</sheetData>")))
}

/// A workbook with one sheet and the shared texts given.
pub(crate) fn with_texts(sheet_data: &str, texts: &str) -> Vec<u8> {
    let mut parts = parts(&format!("<sheetData>{sheet_data}</sheetData>"));
    parts.push(Part::new("xl/sharedStrings.xml", format!("<sst {MAIN} {texts}</sst>")));
    archive(&parts)
}
