//! What a reader of sheets gives: cells in order. They are counted, or become a table of text.

use crate::date;
use crate::format::Reading;
use crate::limits;
use crate::number;
use crate::refusal::{Counted, Refusal};

/// How many bytes are gathered before they are handed on.
const BLOCK: usize = 256 * 1024;

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Value<'a> {
    /// Text, or the text of an error.
    Text(&'a str),
    /// A number as it stands in the file, as text.
    Digits(&'a str, Reading),
    /// A number.
    Number(f64, Reading),
    /// A date or time in the way of ISO 8601.
    Iso(&'a str),
    /// True or false.
    Truth(bool),
}

/// Where a cell is, counted from zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Place {
    pub(crate) row: u32,
    pub(crate) column: u32,
}

/// Refuses a text that is longer than a cell can hold.
pub(crate) fn check_length(text: &str, place: Place) -> Result<(), Refusal> {
    if text.len() <= limits::CELL_CHARS || text.chars().count() <= limits::CELL_CHARS {
        return Ok(());
    }
    Err(Refusal::CellTooLong {
        sheet: String::new(),
        row: place.row.saturating_add(1),
        column: place.column.saturating_add(1),
        limit: limits::CELL_CHARS as u64,
    })
}

/// Takes the filled cells of a sheet, row by row from left to right.
pub(crate) trait Take {
    /// Takes a cell that lies after all cells before it.
    fn cell(&mut self, place: Place, value: Value<'_>) -> Result<(), Refusal>;
}

/// How large a sheet is, by its filled cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Extent {
    pub(crate) rows: u32,
    pub(crate) columns: u32,
    pub(crate) cells: u64,
}

impl Take for Extent {
    fn cell(&mut self, place: Place, _: Value<'_>) -> Result<(), Refusal> {
        self.cells = self.cells.saturating_add(1);
        if self.cells > limits::CELLS {
            return Err(Refusal::too_many(Counted::Cells, limits::CELLS));
        }
        self.rows = self.rows.max(place.row.saturating_add(1));
        self.columns = self.columns.max(place.column.saturating_add(1));
        Ok(())
    }
}

/// Writes cells as CSV: commas, quotes as RFC 4180 has them, a line for each row, blank ones too, so that rows keep
/// their numbers. Every row with a cell in it has as many fields as the sheet has columns.
pub(crate) struct Csv<'t> {
    columns: u32,
    since_1904: bool,
    hand_on: &'t mut dyn FnMut(&[u8], u32),
    block: String,
    /// One value, before it is known whether it needs quotes.
    text: String,
    /// The next field to be written.
    next: Place,
    written: u64,
}

impl<'t> Csv<'t> {
    /// `hand_on` is called with each block, and with how many rows are done.
    pub(crate) fn new(columns: u32, since_1904: bool, hand_on: &'t mut dyn FnMut(&[u8], u32)) -> Self {
        let (block, text) = (String::with_capacity(BLOCK), String::new());
        Self { columns, since_1904, hand_on, block, text, next: Place::default(), written: 0 }
    }

    /// Ends the last row and hands on what is left.
    pub(crate) fn finish(mut self) -> Result<(), Refusal> {
        if self.next.column > 0 {
            self.end_row()?;
        }
        self.flush()
    }

    /// Fills up the row and ends it.
    fn end_row(&mut self) -> Result<(), Refusal> {
        if self.next.column > 0 {
            self.commas(self.columns.saturating_sub(self.next.column));
        }
        self.block.push('\n');
        self.next = Place { row: self.next.row.saturating_add(1), column: 0 };
        if self.block.len() >= BLOCK { self.flush() } else { Ok(()) }
    }

    fn commas(&mut self, count: u32) {
        self.block.extend((0..count).map(|_| ','));
    }

    fn flush(&mut self) -> Result<(), Refusal> {
        self.written = self.written.saturating_add(self.block.len() as u64);
        if self.written > limits::TABLE_BYTES {
            return Err(Refusal::too_many(Counted::TableBytes, limits::TABLE_BYTES));
        }
        if !self.block.is_empty() {
            (self.hand_on)(self.block.as_bytes(), self.next.row);
            self.block.clear();
        }
        Ok(())
    }

    /// Writes a value without quotes into `text`.
    fn put(&mut self, value: Value<'_>) {
        let out = &mut self.text;
        out.clear();
        match value {
            Value::Text(text) => out.push_str(text),
            Value::Iso(text) => date::write_iso(text, out),
            Value::Truth(truth) => out.push_str(if truth { "TRUE" } else { "FALSE" }),
            Value::Digits(text, Reading::Plain) if number::is_plain(text) => out.push_str(text),
            Value::Digits(text, reading) => match number::parse(text) {
                Some(number) => put_number(number, reading, self.since_1904, out),
                None => out.push_str(text),
            },
            Value::Number(number, reading) => put_number(number, reading, self.since_1904, out),
        }
    }
}

fn put_number(number: f64, reading: Reading, since_1904: bool, out: &mut String) {
    match reading {
        Reading::Plain => number::write(number, 0, out),
        Reading::Percent => {
            number::write(number, 2, out);
            out.push('%');
        }
        _ if date::write(number, reading, since_1904, out) => {}
        _ => number::write(number, 0, out),
    }
}

impl Take for Csv<'_> {
    fn cell(&mut self, place: Place, value: Value<'_>) -> Result<(), Refusal> {
        while self.next.row < place.row {
            self.end_row()?;
        }
        self.commas(place.column.saturating_add(1).saturating_sub(self.next.column.max(1)));
        self.next.column = place.column.saturating_add(1);
        self.put(value);
        // Other marks that tables are cut at are quoted too, so that nobody takes them for the comma.
        if self.text.contains([',', '"', '\n', '\r', ';', '\t', '|']) {
            self.block.push('"');
            for (at, piece) in self.text.split('"').enumerate() {
                if at > 0 {
                    self.block.push_str("\"\"");
                }
                self.block.push_str(piece);
            }
            self.block.push('"');
        } else {
            self.block.push_str(&self.text);
        }
        if self.block.len() >= BLOCK { self.flush() } else { Ok(()) }
    }
}
