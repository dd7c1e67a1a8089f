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

/// Passes on cells, all but those that a merged range hides.
pub(crate) struct Unmerged<'t, T> {
    pub(crate) take: T,
    pub(crate) merges: &'t mut Merges,
}

impl<T: Take> Take for Unmerged<'_, T> {
    fn cell(&mut self, place: Place, value: Value<'_>) -> Result<(), Refusal> {
        if self.merges.hides(place) { Ok(()) } else { self.take.cell(place, value) }
    }
}

/// The merged ranges of a sheet. Of each, only the first cell is seen.
#[derive(Debug, Default)]
pub(crate) struct Merges {
    /// First and last cell of each, by first row.
    ranges: Vec<(Place, Place)>,
    /// How many of them have begun.
    begun: usize,
    /// Those that the current row may cross, by first column.
    open: Vec<(Place, Place)>,
    /// The row before which none of them ends.
    first_end: u32,
}

impl Merges {
    /// Adds a range.
    pub(crate) fn add(&mut self, first: Place, last: Place) -> Result<(), Refusal> {
        if self.ranges.len() >= limits::MERGES {
            return Err(Refusal::too_many(Counted::Merges, limits::MERGES as u64));
        }
        self.ranges.push((first, last));
        Ok(())
    }

    /// All ranges are there; cells come next.
    pub(crate) fn ready(&mut self) {
        self.ranges.sort_unstable();
        self.begun = 0;
        self.open.clear();
    }

    /// Whether a cell is hidden. Rows must be asked for in ascending order.
    pub(crate) fn hides(&mut self, place: Place) -> bool {
        if self.begun == self.ranges.len() && self.open.is_empty() {
            return false;
        }
        if self.first_end < place.row {
            self.open.retain(|(_, last)| last.row >= place.row);
            self.first_end = self.open.iter().map(|(_, last)| last.row).min().unwrap_or(u32::MAX);
        }
        while let Some(range) = self.ranges.get(self.begun).filter(|(first, _)| first.row <= place.row) {
            self.begun = self.begun.saturating_add(1);
            if range.1.row >= place.row {
                let at = self.open.partition_point(|(first, _)| first.column < range.0.column);
                self.first_end = self.first_end.min(range.1.row);
                self.open.insert(at, *range);
            }
        }
        let after = self.open.partition_point(|(first, _)| first.column <= place.column);
        after
            .checked_sub(1)
            .and_then(|at| self.open.get(at))
            .is_some_and(|(first, last)| place.column <= last.column && place != *first)
    }
}
