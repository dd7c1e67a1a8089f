//! From indexed records to the ledger.

use super::amount::Amounts;
use super::cells::{key, month, text};
use super::index::{Index, Record};
use super::{LongReader, Odd};
use crate::builder::{Batch, bits};
use crate::names::Key;
use crate::{LongLayout, Month, Refusal};
use std::borrow::Cow;

/// How many rows go into the columns at once.
const ROWS: usize = 64;

/// Rows to be added, each with its record.
struct Waiting {
    batch: Batch<ROWS>,
    records: [Record; ROWS],
}

/// Counts lines up to where somebody asks.
struct Lines {
    number: u64,
    counted: usize,
}

impl Lines {
    /// The number of the line on which a byte stands. Asked in the order of the bytes.
    fn at(&mut self, bytes: &[u8], place: usize) -> u64 {
        self.number = self.number.saturating_add(feeds(bytes.get(self.counted..place).unwrap_or_default()));
        self.counted = place;
        self.number
    }
}

/// How many line feeds there are.
fn feeds(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |count, byte| count.wrapping_add(u64::from(*byte == b'\n')))
}

impl LongReader {
    /// Adds the records of an indexed stretch.
    pub(super) fn stretch(&mut self, bytes: &[u8], odd: &mut Odd<'_>) {
        let count = self.index.records();
        let skipped = count.min(self.skip as usize);
        self.skip = self.skip.saturating_sub(skipped as u32);
        let mut lines = Lines { number: self.lines.saturating_add(1), counted: 0 };
        let mut waiting = Waiting { batch: Batch::new(), records: [Record::default(); ROWS] };
        for number in skipped..count {
            let Some(record) = self.index.record(number) else { break };
            let read = row(&self.layout, self.amounts, &self.index, bytes, record);
            if let Some(row) = read {
                waiting.add(record, row);
                if waiting.batch.used == ROWS {
                    self.flush(&mut waiting, &mut lines, bytes, odd);
                }
            } else if !self.is_blank(bytes, record) {
                // Rows before it come before it.
                self.flush(&mut waiting, &mut lines, bytes, odd);
                self.hand_over(record, &mut lines, bytes, odd);
            }
        }
        self.flush(&mut waiting, &mut lines, bytes, odd);
        let consumed = bytes.get(..self.index.consumed()).unwrap_or_default();
        let passed = if self.index.inner_lines { feeds(consumed) } else { count as u64 };
        self.lines = self.lines.saturating_add(passed);
    }

    /// Hands over the first line of bytes whose first record has no end; says how many bytes that line has.
    pub(super) fn broken(&mut self, bytes: &[u8], odd: &mut Odd<'_>) -> usize {
        let end = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
        self.lines = self.lines.saturating_add(1);
        self.strays = true;
        if self.skip > 0 {
            self.skip = self.skip.saturating_sub(1);
        } else {
            let line = bytes.get(..end).unwrap_or_default();
            self.rows = self.rows.saturating_add(1);
            odd(self.lines, line.strip_suffix(b"\r").unwrap_or(line), &mut self.builder);
        }
        end.saturating_add(1).min(bytes.len())
    }

    /// Whether a record is an empty line.
    fn is_blank(&self, bytes: &[u8], record: Record) -> bool {
        let (start, end) = self.index.span(record);
        record.cells() == 1 && matches!(bytes.get(start..end), Some([] | [b'\r']))
    }

    /// Gives a record to `odd`.
    #[cold]
    fn hand_over(&mut self, record: Record, lines: &mut Lines, bytes: &[u8], odd: &mut Odd<'_>) {
        let (start, end) = self.index.span(record);
        let line = lines.at(bytes, start);
        let raw = bytes.get(start..end).unwrap_or_default();
        self.rows = self.rows.saturating_add(1);
        odd(line, raw.strip_suffix(b"\r").unwrap_or(raw), &mut self.builder);
    }

    /// Adds the waiting rows.
    #[inline(always)]
    fn flush(&mut self, waiting: &mut Waiting, lines: &mut Lines, bytes: &[u8], odd: &mut Odd<'_>) {
        let used = waiting.batch.used;
        let (index, column) = (&self.index, self.layout.customer);
        let is_name = |row: usize, name: &[u8]| {
            waiting.records.get(row).is_some_and(|record| *cell(index, bytes, *record, column) == *name)
        };
        let alone = self.builder.put_batch(&waiting.batch, is_name);
        let all = u64::MAX >> 64_usize.saturating_sub(used).min(63);
        let left = alone.unwrap_or(if used == 0 { 0 } else { all });
        self.rows = self.rows.wrapping_add((used as u64).wrapping_sub(u64::from(left.count_ones())));
        for place in bits(left) {
            self.add_alone(waiting, place, lines, bytes, odd);
        }
        waiting.batch.used = 0;
    }

    /// Adds one waiting row by itself: its customer or its month is new.
    #[inline(never)]
    fn add_alone(
        &mut self,
        waiting: &Waiting,
        place: usize,
        lines: &mut Lines,
        bytes: &[u8],
        odd: &mut Odd<'_>,
    ) {
        let Some((record, row)) = waiting.get(place) else { return };
        let added = self.add_named(bytes, record, row);
        if added.is_ok() {
            self.rows = self.rows.saturating_add(1);
        } else {
            self.hand_over(record, lines, bytes, odd);
        }
    }

    /// Adds a row by the bytes of its name.
    fn add_named(
        &mut self,
        bytes: &[u8],
        record: Record,
        (key, month, minor): (Key, Month, i64),
    ) -> Result<(), Refusal> {
        self.builder.admit(month, minor)?;
        let (index, layout) = (&self.index, &self.layout);
        let name = cell(index, bytes, record, layout.customer);
        let number = self.builder.customer(&name, key, |attribute| {
            let column = layout.attributes.get(attribute);
            column.map(|column| cell(index, bytes, record, *column)).unwrap_or_default()
        })?;
        self.builder.put(number, month, minor)
    }
}

/// The text of a record's cell.
fn cell<'a>(index: &Index, bytes: &'a [u8], record: Record, column: usize) -> Cow<'a, [u8]> {
    let (start, end) = index.cell(record.place(), column).unwrap_or_default();
    text(bytes.get(start..end).unwrap_or_default())
}

impl Waiting {
    fn get(&self, at: usize) -> Option<(Record, (Key, Month, i64))> {
        let batch = &self.batch;
        let row = (*batch.keys.get(at)?, Month(*batch.months.get(at)?), *batch.amounts.get(at)?);
        Some((*self.records.get(at)?, row))
    }

    #[inline(always)]
    fn add(&mut self, record: Record, (key, month, minor): (Key, Month, i64)) {
        // A full batch is flushed at once, so the remainder changes nothing; but it spares four checks.
        let at = self.batch.used % ROWS;
        let batch = &mut self.batch;
        if let (Some(to_record), Some(to_key), Some(to_month), Some(to_amount)) = (
            self.records.get_mut(at),
            batch.keys.get_mut(at),
            batch.months.get_mut(at),
            batch.amounts.get_mut(at),
        ) {
            (*to_record, *to_key, *to_month, *to_amount) = (record, key, month.0, minor);
        }
        batch.used = at.wrapping_add(1);
    }
}

/// One record as a row: the key of its name, the column of its month, its amount. Nothing for an odd one.
#[inline(always)]
fn row(
    layout: &LongLayout,
    amounts: Amounts,
    index: &Index,
    bytes: &[u8],
    record: Record,
) -> Option<(Key, Month, i64)> {
    if record.cells() != layout.columns {
        return None;
    }
    let (start, end) = index.cell(record.place(), layout.customer)?;
    let key = key(bytes, start, end)?;
    let (start, end) = index.cell(record.place(), layout.month)?;
    let month = month(bytes, start, end)?;
    let (start, end) = index.cell(record.place(), layout.amount)?;
    let minor = amounts.read(bytes, start, end)?;
    Some((key, month, minor))
}
