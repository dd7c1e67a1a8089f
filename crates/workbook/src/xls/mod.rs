//! Excel's workbook of 1997 to 2003: one stream of binary records, first those of the workbook, then each sheet's.
//!
//! Read by our own few lines: `calamine` indexes into records as they come, so that damaged ones end the program, makes
//! room by the size that a sheet claims, and keeps sheets as full rectangles.

mod cells;
mod records;
mod text;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::bytes::{place_at, u16_at};
use crate::format::{self, Reading};
use crate::limits;
use crate::merges::Merges;
use crate::refusal::{Counted, Fault, Refusal};
use crate::table::Take;

use records::Records;
use text::Texts;

/// What refusals call the stream.
const STREAM: &str = "Workbook";

/// A workbook whose sheets are known.
pub(crate) struct Xls {
    stream: Vec<u8>,
    sheets: Vec<Sheet>,
    texts: Texts,
    readings: Vec<Reading>,
    since_1904: bool,
}

/// A sheet of cells.
struct Sheet {
    name: String,
    is_hidden: bool,
    /// Where its records begin, and where the next sheet's do.
    place: Range<usize>,
}

impl Xls {
    /// Reads the workbook's own records.
    pub(crate) fn open(stream: Vec<u8>) -> Result<Self, Refusal> {
        let (mut sheets, mut starts) = (Vec::new(), BTreeSet::new());
        let (mut texts, mut since_1904) = (Texts::default(), false);
        let (mut codes, mut formats) = (BTreeMap::new(), Vec::new());
        let mut records = Records::new(&stream, 0..stream.len());
        let fault = || Refusal::damaged(STREAM, Fault::Record);
        loop {
            let record = records.next()?;
            let word = |at| u16_at(record.bytes, at).ok_or_else(fault);
            match record.kind {
                records::BEGIN if word(0)? != 0x0600 => {
                    return Err(Refusal::NotAWorkbook(crate::refusal::Other::OldExcel));
                }
                records::LOCK => return Err(Refusal::Password),
                records::EPOCH => since_1904 = word(0)? == 1,
                records::SHEET => {
                    let (sheet, is_of_cells) = sheet(record.bytes).ok_or_else(fault)?;
                    // Sheets that share records could be read without end.
                    if !starts.insert(sheet.place.start) {
                        return Err(Refusal::damaged(STREAM, Fault::Overlap));
                    }
                    sheets.extend(is_of_cells.then_some(sheet));
                }
                records::TEXTS => texts = Texts::read(record.bytes, &mut records)?,
                records::CODE => {
                    let code = text::plain(record.bytes, 2).ok_or_else(fault)?;
                    codes.insert(word(0)?, format::of_code(&code));
                }
                records::FORMAT => formats.push(word(2)?),
                records::END => break,
                _ => {}
            }
            if formats.len() > limits::FORMATS || codes.len() > limits::FORMATS {
                return Err(Refusal::too_many(Counted::Formats, limits::FORMATS as u64));
            }
            if starts.len() > limits::SHEETS {
                return Err(Refusal::too_many(Counted::Sheets, limits::SHEETS as u64));
            }
        }
        let reading = |number: &u16| codes.get(number).copied().unwrap_or_else(|| format::built_in(*number));
        for sheet in &mut sheets {
            let after = starts.range(sheet.place.start.saturating_add(1)..).next();
            sheet.place.end = after.copied().unwrap_or(stream.len());
        }
        let readings = formats.iter().map(reading).collect();
        Ok(Self { sheets, texts, readings, since_1904, stream })
    }

    /// Whether days are counted from 1904.
    pub(crate) const fn since_1904(&self) -> bool {
        self.since_1904
    }

    /// The name of each sheet, and whether it is hidden.
    pub(crate) fn sheets(&self) -> impl Iterator<Item = (&str, bool)> {
        self.sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.is_hidden))
    }

    /// Reads the cells of a sheet, and its merged ranges where they are wanted.
    pub(crate) fn cells(
        &self,
        sheet: usize,
        take: &mut dyn Take,
        merges: Option<&mut Merges>,
    ) -> Result<(), Refusal> {
        let sheet = self.sheets.get(sheet).ok_or(Refusal::NoSuchSheet { sheet })?;
        let records = Records::new(&self.stream, sheet.place.clone());
        cells::read(records, &self.texts, &self.readings, take, merges)
    }
}

/// A sheet's line in the list, and whether it is a sheet of cells; others are of charts and macros.
fn sheet(record: &[u8]) -> Option<(Sheet, bool)> {
    let at = place_at(record, 0)?;
    let (state, kind) = (record.get(4)?, record.get(5)?);
    let length = usize::from(*record.get(6)?);
    let name = text::letters(record, 7, length)?;
    Some((Sheet { name, is_hidden: *state & 3 != 0, place: at..at }, *kind == 0))
}
