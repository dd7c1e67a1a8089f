//! The workbook of OpenDocument programs: all sheets in one XML part, each row and cell as often as it says.

use std::collections::BTreeSet;

use crate::format::Reading;
use crate::limits;
use crate::refusal::{Counted, Fault, Refusal};
use crate::table::{Extent, Place, Take, Value, check_length};
use crate::xml::{Piece, Tag, Xml};
use crate::zip::Archive;

/// The part that holds everything.
const CONTENT: &str = "content.xml";

/// A workbook whose sheets are known.
pub(crate) struct Ods<'a> {
    archive: Archive<'a>,
    sheets: Vec<Sheet>,
}

/// A sheet, measured: all of them lie in one part, which is to be read once for all and not once for each.
struct Sheet {
    name: String,
    is_hidden: bool,
    extent: Extent,
}

impl<'a> Ods<'a> {
    /// Finds the sheets and measures them.
    pub(crate) fn open(archive: Archive<'a>) -> Result<Self, Refusal> {
        let mut xml = open(&archive)?;
        let (mut sheets, mut hidden, mut style) = (Vec::new(), BTreeSet::new(), String::new());
        loop {
            match xml.next()? {
                Piece::Over => break,
                Piece::Start(tag) => match tag.name() {
                    "style" => style = tag.get("name").unwrap_or_default().into_owned(),
                    "table-properties" if tag.get("display").is_some_and(|shown| shown == "false") => {
                        if hidden.len() >= limits::FORMATS {
                            return Err(Refusal::too_many(Counted::Formats, limits::FORMATS as u64));
                        }
                        hidden.insert(std::mem::take(&mut style));
                    }
                    "table" if is_sheet(&tag) => {
                        let name = tag.get("name").unwrap_or_default();
                        let name: String = name.chars().take(limits::NAME_CHARS).collect();
                        let is_hidden = tag.get("style-name").is_some_and(|style| hidden.contains(&*style));
                        let mut extent = Extent::default();
                        rows(&mut xml, &mut extent).map_err(|refusal| refusal.in_sheet(&name))?;
                        sheets.push(Sheet { name, is_hidden, extent });
                        if sheets.len() > limits::SHEETS {
                            return Err(Refusal::too_many(Counted::Sheets, limits::SHEETS as u64));
                        }
                    }
                    "table" | "tracked-changes" | "dde-links" => xml.skip()?,
                    _ => {}
                },
                Piece::End(_) | Piece::Text(_) => {}
            }
        }
        drop(xml);
        Ok(Self { archive, sheets })
    }

    /// The name of each sheet, whether it is hidden, and how large it is.
    pub(crate) fn sheets(&self) -> impl Iterator<Item = (&str, bool, Extent)> {
        self.sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.is_hidden, sheet.extent))
    }

    /// Reads the cells of a sheet. What a merged cell covers is marked as such, and left out.
    pub(crate) fn cells(&self, sheet: usize, take: &mut dyn Take) -> Result<(), Refusal> {
        let mut xml = open(&self.archive)?.uncounted();
        let mut before = 0_usize;
        loop {
            let (is_table, is_aside) = match xml.next()? {
                Piece::Over => return Err(Refusal::NoSuchSheet { sheet }),
                Piece::Start(tag) => {
                    let is_table = tag.name() == "table" && is_sheet(&tag);
                    (is_table, matches!(tag.name(), "table" | "tracked-changes" | "dde-links"))
                }
                Piece::End(_) | Piece::Text(_) => continue,
            };
            if is_table && before == sheet {
                return rows(&mut xml, take);
            }
            if is_table || is_aside {
                before = before.saturating_add(usize::from(is_table));
                xml.skip()?;
            }
        }
    }
}

/// Whether a table is a sheet. LibreOffice keeps what it last saw of other files in tables of this style, and changes
/// that were tracked and links to programs in tables of their own.
fn is_sheet(tag: &Tag<'_>) -> bool {
    tag.get("style-name").is_none_or(|style| style != "ta_extref")
}

fn open<'x>(archive: &'x Archive<'_>) -> Result<Xml<'x>, Refusal> {
    Xml::open(archive, CONTENT).ok_or_else(|| Refusal::damaged(CONTENT, Fault::Missing))
}

/// The cells of one row that are not empty. It is kept until its end is known to be well-formed, and repeated as often
/// as it says.
#[derive(Default)]
struct Row {
    cells: Vec<Cell>,
    text: String,
}

struct Cell {
    column: u32,
    /// How many times the cell stands there, side by side.
    times: u32,
    kind: Type,
    /// Its text, in the row's.
    text: std::ops::Range<usize>,
}

/// What a cell says its value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Type {
    Text,
    Number,
    Share,
    Iso,
    Truth,
}

/// Reads the rows of the table that has just begun.
fn rows(xml: &mut Xml<'_>, take: &mut dyn Take) -> Result<(), Refusal> {
    let outer = xml.depth().saturating_sub(1);
    let (mut at, mut row) = (0_u32, Row::default());
    while xml.depth() > outer {
        let (times, is_aside) = match xml.next()? {
            Piece::Start(tag) if tag.name() == "table-row" => (repeated(&tag, "number-rows-repeated"), false),
            // Pictures, forms and scenarios lie among the rows.
            Piece::Start(tag) => (None, matches!(tag.name(), "shapes" | "forms" | "scenario" | "table")),
            Piece::Over => break,
            Piece::End(_) | Piece::Text(_) => (None, false),
        };
        if is_aside {
            xml.skip()?;
        }
        let Some(times) = times else { continue };
        row.cells.clear();
        row.text.clear();
        cells(xml, &mut row, at)?;
        if !row.cells.is_empty() {
            for row_at in at..at.saturating_add(times) {
                row.give(row_at, take)?;
            }
        }
        at = at.saturating_add(times);
    }
    Ok(())
}

/// Reads the cells of the row that has just begun.
fn cells(xml: &mut Xml<'_>, row: &mut Row, at: u32) -> Result<(), Refusal> {
    let outer = xml.depth().saturating_sub(1);
    let mut column = 0_u32;
    while xml.depth() > outer {
        let (times, kind, stated, is_covered) = match xml.next()? {
            Piece::Start(tag) if matches!(tag.name(), "table-cell" | "covered-table-cell") => {
                let (kind, stated) = value(&tag);
                let times = repeated(&tag, "number-columns-repeated").unwrap_or(1);
                (times, kind, stated, tag.name() == "covered-table-cell")
            }
            Piece::Over => break,
            Piece::Start(_) | Piece::End(_) | Piece::Text(_) => continue,
        };
        let from = row.text.len();
        match stated {
            _ if is_covered => xml.skip()?,
            Some(stated) => {
                xml.skip()?;
                row.text.push_str(&stated);
            }
            None => paragraphs(xml, &mut row.text)?,
        }
        let text = from..row.text.len();
        if !text.is_empty() {
            let place = Place { row: at, column };
            check_length(row.text.get(text.clone()).unwrap_or_default(), place)?;
            if column.saturating_add(times) > limits::COLUMNS {
                return Err(Refusal::too_many(Counted::Columns, u64::from(limits::COLUMNS)));
            }
            if row.text.len() > limits::ROW_BYTES {
                return Err(Refusal::too_many(Counted::TextBytes, limits::ROW_BYTES as u64));
            }
            row.cells.push(Cell { column, times, kind, text });
            xml.paid();
        }
        column = column.saturating_add(times);
    }
    Ok(())
}

impl Row {
    fn give(&self, row: u32, take: &mut dyn Take) -> Result<(), Refusal> {
        if row >= limits::ROWS {
            return Err(Refusal::too_many(Counted::Rows, u64::from(limits::ROWS)));
        }
        for cell in &self.cells {
            let text = self.text.get(cell.text.clone()).unwrap_or_default();
            let value = match cell.kind {
                Type::Text => Value::Text(text),
                Type::Number => Value::Digits(text, Reading::Plain),
                Type::Share => Value::Digits(text, Reading::Percent),
                Type::Iso => Value::Iso(text),
                Type::Truth => Value::Truth(text == "true"),
            };
            for column in cell.column..cell.column.saturating_add(cell.times) {
                take.cell(Place { row, column }, value)?;
            }
        }
        Ok(())
    }
}

/// How often an element stands there; never none.
fn repeated(tag: &Tag<'_>, name: &str) -> Option<u32> {
    Some(tag.get(name).and_then(|times| times.parse().ok()).unwrap_or(1))
}

/// What a cell says its value is, and the value where it is stated apart from what is shown.
fn value(tag: &Tag<'_>) -> (Type, Option<String>) {
    let (mut kind, mut number, mut truth, mut date, mut time) = (None, None, None, None, None);
    let mut is_error = false;
    tag.each(|name, value| {
        let place = match name {
            // LibreOffice says it twice, and only once that it is an error.
            "value-type" if value == "error" => return is_error = true,
            "value-type" if kind.is_none() => &mut kind,
            "value" => &mut number,
            "boolean-value" => &mut truth,
            "date-value" => &mut date,
            "time-value" => &mut time,
            _ => return,
        };
        *place = Some(value.to_owned());
    });
    match kind.as_deref() {
        _ if is_error => (Type::Text, None),
        Some("float" | "currency") => (Type::Number, number),
        Some("percentage") => (Type::Share, number),
        Some("boolean") => (Type::Truth, truth),
        Some("date") => (Type::Iso, date),
        Some("time") => (Type::Iso, time),
        // References in a text must be resolved, so it is asked for apart.
        _ => (Type::Text, tag.get("string-value").map(std::borrow::Cow::into_owned)),
    }
}

/// The paragraphs of the cell that has just begun, a line each, without remarks and drawings.
fn paragraphs(xml: &mut Xml<'_>, into: &mut String) -> Result<(), Refusal> {
    let outer = xml.depth().saturating_sub(1);
    let mut is_first = true;
    while xml.depth() > outer {
        let is_paragraph = match xml.next()? {
            Piece::Start(tag) => tag.name() == "p",
            Piece::Over => break,
            Piece::End(_) | Piece::Text(_) => continue,
        };
        if is_paragraph {
            if !is_first {
                into.push('\n');
            }
            is_first = false;
            paragraph(xml, into)?;
        } else {
            xml.skip()?;
        }
    }
    Ok(())
}

/// The text of the paragraph that has just begun. White space counts once; more of it has elements of its own.
fn paragraph(xml: &mut Xml<'_>, into: &mut String) -> Result<(), Refusal> {
    let (from, outer) = (into.len(), xml.depth().saturating_sub(1));
    while xml.depth() > outer {
        let mut is_aside = false;
        match xml.next()? {
            Piece::Start(tag) => match tag.name() {
                "s" => {
                    let count = tag.get("c").and_then(|count| count.parse().ok()).unwrap_or(1_usize);
                    into.extend(std::iter::repeat_n('\u{20}', count.min(limits::CELL_CHARS)));
                }
                "tab" => into.push('\t'),
                "line-break" => into.push('\n'),
                "annotation" | "ruby-text" | "note" => is_aside = true,
                _ => {}
            },
            Piece::Text(text) => {
                for letter in text.chars() {
                    let is_space = matches!(letter, ' ' | '\t' | '\r' | '\n');
                    let is_again = into.len() == from || into.ends_with(' ');
                    if !is_space {
                        into.push(letter);
                    } else if !is_again {
                        into.push(' ');
                    }
                }
            }
            Piece::Over => break,
            Piece::End(_) => {}
        }
        if is_aside {
            xml.skip()?;
        }
        if into.len().saturating_sub(from) > limits::TOKEN_BYTES {
            return Err(xml.fault(Fault::LongToken));
        }
    }
    Ok(())
}
