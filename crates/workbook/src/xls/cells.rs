//! The cells of a sheet. Their records are mostly in order, but nothing says that they must be: they are put in order.

use super::STREAM;
use super::records::{self, Record, Records};
use super::text::{self, Texts};
use crate::bytes::{f64_at, place_at, u16_at, u32_at, u64_at};
use crate::format::Reading;
use crate::limits;
use crate::merges::Merges;
use crate::refusal::{Counted, Fault, Refusal};
use crate::table::{Place, Take, Value, check_length};

/// A cell until it is given on.
#[derive(Debug, Clone, Copy)]
struct Cell {
    place: Place,
    content: Content,
}

#[derive(Debug, Clone, Copy)]
enum Content {
    Number(f64, Reading),
    /// The number of a shared text.
    Shared(usize),
    /// The number of a text of the sheet's own.
    Own(usize),
    Truth(bool),
    Error(u8),
}

/// A sheet being read.
struct Sheet<'r> {
    readings: &'r [Reading],
    cells: Vec<Cell>,
    /// Texts that stand with their cells.
    own: Vec<String>,
    own_bytes: usize,
    /// The formula whose result is a text, which stands in a record after it.
    awaited: Option<Place>,
}

/// Reads the records of a sheet up to its end.
pub(super) fn read(
    mut records: Records<'_>,
    texts: &Texts,
    readings: &[Reading],
    take: &mut dyn Take,
    mut merges: Option<&mut Merges>,
) -> Result<(), Refusal> {
    let mut sheet = Sheet { readings, cells: Vec::new(), own: Vec::new(), own_bytes: 0, awaited: None };
    if records.next()?.kind != records::BEGIN {
        return Err(fault(Fault::Reference));
    }
    // Charts lie within a sheet as it lies within the workbook, and have cells of their own.
    let mut depth = 1_u32;
    while depth > 0 {
        let record = records.next()?;
        match record.kind {
            records::BEGIN => depth = depth.saturating_add(1),
            records::END => depth = depth.saturating_sub(1),
            records::MERGES if depth == 1 => {
                if let Some(merges) = merges.as_deref_mut() {
                    merge(record.bytes, merges)?;
                }
            }
            _ if depth == 1 => sheet.record(record)?.ok_or_else(|| fault(Fault::Record))?,
            _ => {}
        }
        if sheet.cells.len() as u64 > limits::CELLS {
            return Err(Refusal::too_many(Counted::Cells, limits::CELLS));
        }
    }
    sheet.give(texts, take)
}

/// A fault of the stream.
fn fault(fault: Fault) -> Refusal {
    Refusal::damaged(STREAM, fault)
}

impl Sheet<'_> {
    /// Gives the cells on, in order.
    fn give(mut self, texts: &Texts, take: &mut dyn Take) -> Result<(), Refusal> {
        self.cells.sort_by_key(|cell| cell.place);
        let mut last = None;
        for Cell { place, content } in self.cells {
            let value = match content {
                Content::Number(number, reading) => Value::Number(number, reading),
                Content::Truth(truth) => Value::Truth(truth),
                Content::Error(code) => Value::Text(error(code)),
                Content::Shared(number) => {
                    Value::Text(texts.get(number).ok_or_else(|| fault(Fault::Reference))?)
                }
                Content::Own(number) => {
                    Value::Text(self.own.get(number).map(String::as_str).unwrap_or_default())
                }
            };
            if last.replace(place) == Some(place) {
                return Err(fault(Fault::Order));
            }
            if let Value::Text(text) = value {
                if text.is_empty() {
                    continue;
                }
                check_length(text, place)?;
            }
            take.cell(place, value)?;
        }
        Ok(())
    }

    /// Reads one record; nothing inside where it is cut short.
    fn record(&mut self, record: Record<'_>) -> Result<Option<()>, Refusal> {
        let bytes = record.bytes;
        let own = match record.kind {
            records::LABEL | records::RICH_LABEL => place(bytes).zip(text::plain(bytes, 6)),
            records::RESULT => match self.awaited.take() {
                Some(place) => text::plain(bytes, 0).map(|text| (place, text)),
                None => return Ok(Some(())),
            },
            _ => return self.cell(record),
        };
        let Some((place, text)) = own else { return Ok(None) };
        self.own_bytes = self.own_bytes.saturating_add(text.len());
        if self.own_bytes > limits::TEXT_BYTES {
            return Err(Refusal::too_many(Counted::TextBytes, limits::TEXT_BYTES as u64));
        }
        let number = self.own.len();
        self.own.push(text);
        self.push(place, Content::Own(number)).map(Some)
    }

    /// Reads a record of a cell without a text of its own.
    fn cell(&mut self, record: Record<'_>) -> Result<Option<()>, Refusal> {
        let bytes = record.bytes;
        let content = match record.kind {
            records::NUMBER => f64_at(bytes, 6).map(|number| Content::Number(number, self.reading(bytes, 4))),
            records::SHORT_NUMBER => {
                short(bytes, 6).map(|number| Content::Number(number, self.reading(bytes, 4)))
            }
            records::SHARED_LABEL => place_at(bytes, 6).map(Content::Shared),
            records::TRUTH_OR_ERROR => bytes.get(6).zip(bytes.get(7)).map(|(value, is_error)| {
                if *is_error == 0 { Content::Truth(*value != 0) } else { Content::Error(*value) }
            }),
            records::FORMULA => {
                self.awaited = None;
                match (u64_at(bytes, 6), bytes.get(6), bytes.get(8), u16_at(bytes, 12)) {
                    (Some(_), Some(0), _, Some(u16::MAX)) => {
                        self.awaited = place(bytes);
                        return Ok(self.awaited.map(|_| ()));
                    }
                    (Some(_), Some(1), Some(value), Some(u16::MAX)) => Some(Content::Truth(*value != 0)),
                    (Some(_), Some(2), Some(value), Some(u16::MAX)) => Some(Content::Error(*value)),
                    // An empty text.
                    (Some(_), _, _, Some(u16::MAX)) => return Ok(Some(())),
                    (Some(bits), ..) => Some(Content::Number(f64::from_bits(bits), self.reading(bytes, 4))),
                    (None, ..) => None,
                }
            }
            records::MANY_SHORT_NUMBERS => return self.many(bytes),
            _ => return Ok(Some(())),
        };
        match place(bytes).zip(content) {
            Some((place, content)) => self.push(place, content).map(Some),
            None => Ok(None),
        }
    }

    /// Reads short numbers side by side: the row, the first column, a format and a number each, the last column.
    fn many(&mut self, bytes: &[u8]) -> Result<Option<()>, Refusal> {
        let Some(mut place) = place(bytes) else { return Ok(None) };
        let numbers = bytes.get(4..bytes.len().saturating_sub(2)).unwrap_or_default();
        for number in numbers.chunks_exact(6) {
            let Some(value) = short(number, 2) else { return Ok(None) };
            self.push(place, Content::Number(value, self.reading(number, 0)))?;
            place.column = place.column.saturating_add(1);
        }
        Ok(Some(()))
    }

    fn push(&mut self, place: Place, content: Content) -> Result<(), Refusal> {
        self.cells.try_reserve(1).map_err(|_| Refusal::NoMemory)?;
        self.cells.push(Cell { place, content });
        Ok(())
    }

    /// How the numbers of the format that is named at a place are to be read.
    fn reading(&self, bytes: &[u8], at: usize) -> Reading {
        u16_at(bytes, at)
            .and_then(|format| self.readings.get(usize::from(format)))
            .copied()
            .unwrap_or_default()
    }
}

/// The row and column that a cell's record begins with.
fn place(bytes: &[u8]) -> Option<Place> {
    Some(Place { row: u32::from(u16_at(bytes, 0)?), column: u32::from(u16_at(bytes, 2)?) })
}

/// A number in four bytes: a whole one, or the upper half of a binary fraction; and either may be hundredths.
fn short(bytes: &[u8], at: usize) -> Option<f64> {
    let word = u32_at(bytes, at)?;
    let number = if word & 2 == 0 {
        f64::from_bits(u64::from(word & !3) << 32)
    } else {
        f64::from(word.cast_signed() >> 2)
    };
    Some(if word & 1 == 0 { number } else { number / 100.0 })
}

/// The text of an error.
const fn error(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        0x2a => "#N/A",
        _ => "#ERROR!",
    }
}

/// Reads merged ranges.
fn merge(bytes: &[u8], merges: &mut Merges) -> Result<(), Refusal> {
    for range in bytes.get(2..).unwrap_or_default().chunks_exact(8) {
        let word = |at| u16_at(range, at).map(u32::from).unwrap_or_default();
        let (first, last) =
            (Place { row: word(0), column: word(4) }, Place { row: word(2), column: word(6) });
        merges.add(first, last)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn short_numbers_are_whole_or_fractions_or_hundredths() {
        assert_eq!(short(&0x0000_04d2_u32.wrapping_shl(2).wrapping_add(2).to_le_bytes(), 0), Some(1_234.0));
        assert_eq!(short(&0x0000_04d2_u32.wrapping_shl(2).wrapping_add(3).to_le_bytes(), 0), Some(12.34));
        assert_eq!(short(&0x3ff0_0000_u32.to_le_bytes(), 0), Some(1.0));
        assert_eq!(short(&0x3ff0_0001_u32.to_le_bytes(), 0), Some(0.01));
        assert_eq!(short(&0xffff_fffe_u32.to_le_bytes(), 0), Some(-1.0));
        assert_eq!(short(&[0; 3], 0), None);
    }
}
