//! Texts: one or two bytes for each letter, and a table of those that cells share.

use super::STREAM;
use super::records::Records;
use crate::bytes::{place_at, slice_at, u16_at};
use crate::limits;
use crate::refusal::{Counted, Fault, Refusal};

/// Letters at a place, after the byte that says how wide they are.
pub(super) fn letters(record: &[u8], at: usize, count: usize) -> Option<String> {
    let wide = record.get(at)? & 1 == 1;
    let bytes = slice_at(record, at.checked_add(1)?, if wide { count.checked_mul(2)? } else { count })?;
    let mut text = String::new();
    decode(bytes, wide, &mut text);
    Some(text)
}

/// A text that its length of two bytes stands before.
pub(super) fn plain(record: &[u8], at: usize) -> Option<String> {
    let count = usize::from(u16_at(record, at)?);
    letters(record, at.checked_add(2)?, count)
}

/// Adds letters of one byte (the first 256 of Unicode) or of two. Halves of a pair that lost the other half are shown
/// as such.
fn decode(bytes: &[u8], wide: bool, into: &mut String) {
    if wide {
        let units = bytes.chunks_exact(2).filter_map(|pair| u16_at(pair, 0));
        into.extend(char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)));
    } else {
        into.extend(bytes.iter().map(|byte| char::from(*byte)));
    }
}

/// The texts that cells share, in one piece of memory. The number that the table claims to hold is never looked at.
#[derive(Default)]
pub(super) struct Texts {
    text: String,
    ends: Vec<usize>,
}

impl Texts {
    /// Reads the table from its record and those that go on with it.
    pub(super) fn read<'s>(record: &'s [u8], records: &mut Records<'s>) -> Result<Self, Refusal> {
        let mut texts = Self::default();
        let mut cursor = Cursor { rest: record.get(8..).unwrap_or_default(), records };
        while cursor.has_more() {
            if texts.ends.len() >= limits::TEXTS {
                return Err(Refusal::too_many(Counted::Texts, limits::TEXTS as u64));
            }
            if texts.text.len() > limits::TEXT_BYTES {
                return Err(Refusal::too_many(Counted::TextBytes, limits::TEXT_BYTES as u64));
            }
            // One text is no longer than its count of two bytes says.
            texts.text.try_reserve(64).map_err(|_| Refusal::NoMemory)?;
            texts.ends.try_reserve(1).map_err(|_| Refusal::NoMemory)?;
            cursor.text(&mut texts.text).ok_or_else(|| Refusal::damaged(STREAM, Fault::Record))?;
            texts.ends.push(texts.text.len());
        }
        Ok(texts)
    }

    /// The text of a number.
    pub(super) fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)?;
        let start =
            number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        self.text.get(start..end)
    }
}

/// A place in the table, which goes on across records. Where letters are cut, the next record says anew how wide they
/// are.
struct Cursor<'r, 's> {
    rest: &'s [u8],
    records: &'r mut Records<'s>,
}

impl Cursor<'_, '_> {
    fn has_more(&mut self) -> bool {
        while self.rest.is_empty() {
            match self.records.more() {
                Some(more) => self.rest = more,
                None => return false,
            }
        }
        true
    }

    /// A few bytes, which never lie across records.
    fn take(&mut self, count: usize) -> Option<&[u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }

    /// Passes over bytes, which may lie across records.
    fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            if !self.has_more() {
                return None;
            }
            let here = count.min(self.rest.len());
            self.rest = self.rest.get(here..)?;
            count = count.checked_sub(here)?;
        }
        Some(())
    }

    /// Reads one text: its count, its flags, what its looks take, its letters, and its looks.
    fn text(&mut self, into: &mut String) -> Option<()> {
        let mut count = usize::from(u16_at(self.take(2)?, 0)?);
        let flags = *self.take(1)?.first()?;
        let runs = if flags & 8 == 0 { 0 } else { usize::from(u16_at(self.take(2)?, 0)?) };
        let extra = if flags & 4 == 0 { 0 } else { place_at(self.take(4)?, 0)? };
        let mut wide = flags & 1 == 1;
        while count > 0 {
            if self.rest.is_empty() {
                self.rest = self.records.more()?;
                wide = self.take(1)?.first()? & 1 == 1;
            }
            let width = if wide { 2 } else { 1 };
            let here = count.min(self.rest.len().checked_div(width)?);
            if here == 0 {
                return None;
            }
            decode(self.take(here.checked_mul(width)?)?, wide, into);
            count = count.checked_sub(here)?;
        }
        self.skip(runs.checked_mul(4)?.checked_add(extra)?)
    }
}
