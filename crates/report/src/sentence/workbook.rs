//! Why a spreadsheet is not read, for people: what is wrong, where, what the limit is, and what helps.

use plimsoll_workbook::{Counted, Fault, Other, Refusal};

/// A refusal in two sentences or so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusalSentence {
    /// What is wrong, and where.
    pub what: String,
    /// What the reader can do.
    pub help: String,
}

/// How a workbook gets out of most troubles.
const SAVE_AGAIN: &str =
    "Open it in a spreadsheet program and save it again as .xlsx, or save the sheet as CSV.";
/// The same for what was not damaged by accident.
const NOT_TRUSTED: &str = "No spreadsheet program writes such a file. Ask where it came from; if you trust it, open it in a spreadsheet program and save it again as .xlsx.";
/// What helps when a file arrived in part.
const FETCH_AGAIN: &str = "Download or copy it again.";
/// What helps when there is too much of something.
const FEWER: &str = "Delete what is not needed, or save the one sheet that matters as CSV.";

/// The sentences for a refusal. The name of the file is not known here: who shows them says it.
#[must_use]
pub fn workbook_refusal(refusal: &Refusal) -> RefusalSentence {
    RefusalSentence { what: what(refusal), help: help(refusal).to_owned() }
}

/// What is wrong, and where.
fn what(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Empty => "The file is empty.".into(),
        Refusal::TooLarge { bytes, limit } => {
            format!("The file has {}; workbooks are read up to {}.", size(*bytes), size(*limit))
        }
        Refusal::NotAWorkbook(other) => not_a_workbook(*other).0.into(),
        Refusal::Password => "The workbook is locked with a password.".into(),
        Refusal::Truncated => "The file ends before the workbook does: a part of it is missing.".into(),
        Refusal::Damaged { part, fault } => [the_part(part).as_str(), damaged(*fault).0].concat(),
        Refusal::Doctype { part } => {
            format!("{} declares a document type, which can hold traps.", the_part(part))
        }
        Refusal::TooDeep { part, limit } => {
            format!("{} is nested deeper than {limit} levels.", the_part(part))
        }
        Refusal::Unpacked { limit } => {
            format!("The workbook unpacks to more than {}, which is the most that is read.", size(*limit))
        }
        Refusal::Bomb { part, limit } => {
            format!("{} grows to more than {limit} times its size when it is unpacked.", the_part(part))
        }
        Refusal::Duplicate { part } => format!("The file holds two parts named “{}”.", shown(part)),
        Refusal::OddName { part } => {
            format!("The file holds a part whose name leads elsewhere: “{}”.", shown(part))
        }
        Refusal::TooMany { what, sheet, limit } => too_many(*what, sheet, *limit),
        Refusal::CellTooLong { sheet, row, column, limit } => {
            let (column, sheet, limit) = (column_name(*column), the_sheet(sheet), grouped(*limit));
            format!("Cell {column}{row} of {sheet} holds more than {limit} characters.")
        }
        Refusal::NoSheets => "The workbook has no sheet with cells.".into(),
        Refusal::NoSuchSheet { sheet } => {
            format!("The workbook has no sheet number {}.", sheet.saturating_add(1))
        }
        Refusal::NoMemory => "This browser does not give the page enough memory to read the workbook.".into(),
    }
}

/// What the reader can do.
const fn help(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::Empty => "Choose another file, or download it again.",
        Refusal::TooLarge { .. } | Refusal::Unpacked { .. } | Refusal::TooMany { .. } => FEWER,
        Refusal::NotAWorkbook(other) => not_a_workbook(*other).1,
        Refusal::Password => "Open it in a spreadsheet program, remove the password, and save it again.",
        Refusal::Truncated => FETCH_AGAIN,
        Refusal::Damaged { fault, .. } => damaged(*fault).1,
        Refusal::Doctype { .. }
        | Refusal::TooDeep { .. }
        | Refusal::Bomb { .. }
        | Refusal::Duplicate { .. }
        | Refusal::OddName { .. } => NOT_TRUSTED,
        Refusal::CellTooLong { .. } => "Shorten it, then save the workbook again.",
        Refusal::NoSheets => "Charts and macros alone cannot be read. Choose another file.",
        Refusal::NoSuchSheet { .. } => "Choose the file again.",
        Refusal::NoMemory => "Close other tabs and try again, or save the sheet as CSV.",
    }
}

/// What a file is, and what helps.
const fn not_a_workbook(other: Other) -> (&'static str, &'static str) {
    const CONVERT: &str = "Open it in a spreadsheet program and save it as .xlsx or CSV.";
    const EXPORT: &str = "Export the table as .xlsx, .ods, .xls or CSV.";
    match other {
        Other::Html => ("This is a web page with a table in it, whatever its name says.", CONVERT),
        Other::Xml2003 => ("This is Excel's XML format of 2003.", CONVERT),
        Other::Xml => ("This is an XML file, not a workbook.", EXPORT),
        Other::Text => (
            "This is plain text, such as CSV, whatever its name says.",
            "Rename it so that it ends in .csv, then open it again.",
        ),
        Other::BinaryWorkbook => ("This is Excel's binary format, .xlsb.", CONVERT),
        Other::OldExcel => ("This is a workbook of Excel 95 or older.", CONVERT),
        Other::Numbers => {
            ("This is a spreadsheet of Apple's Numbers.", "In Numbers, export it as Excel or CSV.")
        }
        Other::Document => {
            ("This is a text or a presentation, not a workbook.", "Copy its table and paste it here.")
        }
        Other::Pdf => ("This is a PDF, not a workbook.", EXPORT),
        Other::Zip => {
            ("This is a zip archive without a workbook.", "Unpack it, then open the workbook that is inside.")
        }
        Other::Compressed => {
            ("This is a compressed file.", "Unpack it, then open the workbook that is inside.")
        }
        Other::Picture => ("This is a picture, not a workbook.", EXPORT),
        Other::Unknown => ("This is not a workbook of any kind that is known here.", EXPORT),
    }
}

/// What is wrong with a part, after its name, and what helps.
const fn damaged(fault: Fault) -> (&'static str, &'static str) {
    match fault {
        Fault::Checksum => (" is damaged: its checksum does not fit.", FETCH_AGAIN),
        Fault::Packing => (" is damaged: it cannot be unpacked.", FETCH_AGAIN),
        Fault::Method => (" is packed in a way that is not read here.", SAVE_AGAIN),
        Fault::Size => (" has another size than the file states.", NOT_TRUSTED),
        Fault::List => (" is damaged: the list of the file's parts does not fit.", FETCH_AGAIN),
        Fault::Overlap => (" shares its bytes with another part.", NOT_TRUSTED),
        Fault::Missing => (" is missing, so this is no whole workbook.", SAVE_AGAIN),
        Fault::Markup => (" is not well-formed XML.", SAVE_AGAIN),
        Fault::Encoding => (" is not written in UTF-8.", SAVE_AGAIN),
        Fault::LongToken => (" holds a single tag or text of more than 1 MiB.", NOT_TRUSTED),
        Fault::Reference => (" refers to a cell, text or sheet that is not there.", SAVE_AGAIN),
        Fault::Order => (" has its rows or cells out of order, or one of them twice.", SAVE_AGAIN),
        Fault::Record => (" has a record that is cut short.", SAVE_AGAIN),
        Fault::Sectors => (" is damaged: its pieces do not hang together.", FETCH_AGAIN),
    }
}

fn too_many(what: Counted, sheet: &str, limit: u64) -> String {
    let number = grouped(limit);
    let sheet = the_sheet(sheet);
    match what {
        Counted::Parts => format!("The file has more than {number} parts."),
        Counted::Tags => format!("The workbook has more than {number} tags."),
        Counted::Idle => format!("In {sheet}, more than {number} tags hold no value."),
        Counted::Sheets => format!("The workbook has more than {number} sheets."),
        Counted::Cells => format!("In {sheet}, more than {number} cells are filled."),
        Counted::Rows => format!("In {sheet}, cells lie below row {number}."),
        Counted::Columns => format!("In {sheet}, cells lie beyond column {number}."),
        Counted::Texts => format!("The workbook has more than {number} different texts."),
        Counted::TextBytes => format!("The texts of the workbook take more than {}.", size(limit)),
        Counted::Formats => format!("The workbook has more than {number} cell formats."),
        Counted::Merges => format!("In {sheet}, more than {number} ranges are merged."),
        Counted::TableBytes => format!("As a table, {sheet} takes more than {}.", size(limit)),
    }
}

/// A part at the start of a sentence.
fn the_part(part: &str) -> String {
    if part.is_empty() { "The file".to_owned() } else { format!("The part “{}”", shown(part)) }
}

/// A sheet inside of a sentence.
fn the_sheet(sheet: &str) -> String {
    if sheet.is_empty() { "the workbook".to_owned() } else { format!("the sheet “{}”", shown(sheet)) }
}

/// A name out of a file, shortened, its control characters shown as what they are.
fn shown(name: &str) -> String {
    const LONGEST: usize = 60;
    let mut shown: String = name
        .chars()
        .take(LONGEST)
        .map(|letter| if letter.is_control() { '\u{fffd}' } else { letter })
        .collect();
    if name.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}

/// Bytes as mebibytes, rounded up to a tenth; less than one as bytes.
fn size(bytes: u64) -> String {
    const MEBIBYTE: u64 = 1024 * 1024;
    if bytes < MEBIBYTE {
        return format!("{} bytes", grouped(bytes));
    }
    let tenths = bytes.saturating_mul(10).div_ceil(MEBIBYTE);
    let (whole, tenth) = (tenths.checked_div(10).unwrap_or_default(), tenths % 10);
    if tenth == 0 { format!("{whole} MiB") } else { format!("{whole}.{tenth} MiB") }
}

/// A number with its thousands set off.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && digits.len().saturating_sub(at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// The letters of a column that is counted from 1.
fn column_name(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while let Some(before) = rest.checked_sub(1).filter(|_| letters.len() < 8) {
        letters.push(char::from(b'A'.saturating_add(u8::try_from(before % 26).unwrap_or_default())));
        rest = before.checked_div(26).unwrap_or_default();
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::{column_name, grouped, size};

    #[test]
    fn numbers_are_written_for_people() {
        assert_eq!(["A", "Z", "AA", "XFD"].map(str::to_owned), [1, 26, 27, 16_384].map(column_name));
        assert_eq!(
            ["0", "999", "1,000", "2,000,000"].map(str::to_owned),
            [0, 999, 1_000, 2_000_000].map(grouped)
        );
        let sizes = [10, 1024 * 1024, 64 * 1024 * 1024 + 1].map(size);
        assert_eq!(["10 bytes", "1 MiB", "64.1 MiB"].map(str::to_owned), sizes);
    }
}
