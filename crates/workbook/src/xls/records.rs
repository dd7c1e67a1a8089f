//! Records: a kind, a length, and bytes. Long ones go on in records of a kind of their own.

use std::ops::Range;

use super::STREAM;
use crate::bytes::{slice_at, u16_at};
use crate::refusal::{Fault, Refusal};

/// The records that are read, by their kinds.
pub(super) const FORMULA: u16 = 0x0006;
pub(super) const END: u16 = 0x000a;
pub(super) const EPOCH: u16 = 0x0022;
pub(super) const LOCK: u16 = 0x002f;
pub(super) const MORE: u16 = 0x003c;
pub(super) const SHEET: u16 = 0x0085;
pub(super) const MANY_SHORT_NUMBERS: u16 = 0x00bd;
pub(super) const RICH_LABEL: u16 = 0x00d6;
pub(super) const FORMAT: u16 = 0x00e0;
pub(super) const MERGES: u16 = 0x00e5;
pub(super) const TEXTS: u16 = 0x00fc;
pub(super) const SHARED_LABEL: u16 = 0x00fd;
pub(super) const NUMBER: u16 = 0x0203;
pub(super) const LABEL: u16 = 0x0204;
pub(super) const TRUTH_OR_ERROR: u16 = 0x0205;
pub(super) const RESULT: u16 = 0x0207;
pub(super) const SHORT_NUMBER: u16 = 0x027e;
pub(super) const CODE: u16 = 0x041e;
pub(super) const BEGIN: u16 = 0x0809;

/// A record.
#[derive(Debug, Clone, Copy)]
pub(super) struct Record<'s> {
    pub(super) kind: u16,
    pub(super) bytes: &'s [u8],
}

/// The records at a place in the stream.
pub(super) struct Records<'s> {
    rest: &'s [u8],
}

impl<'s> Records<'s> {
    pub(super) fn new(stream: &'s [u8], place: Range<usize>) -> Self {
        Self { rest: stream.get(place).unwrap_or_default() }
    }

    /// The next record.
    pub(super) fn next(&mut self) -> Result<Record<'s>, Refusal> {
        let (record, length) = self.peek().ok_or_else(|| Refusal::damaged(STREAM, Fault::Record))?;
        self.rest = self.rest.get(length..).unwrap_or_default();
        Ok(record)
    }

    /// The record that goes on with the last one, if it does go on.
    pub(super) fn more(&mut self) -> Option<&'s [u8]> {
        let (record, length) = self.peek().filter(|(record, _)| record.kind == MORE)?;
        self.rest = self.rest.get(length..).unwrap_or_default();
        Some(record.bytes)
    }

    fn peek(&self) -> Option<(Record<'s>, usize)> {
        let kind = u16_at(self.rest, 0)?;
        let length = usize::from(u16_at(self.rest, 2)?);
        let bytes = slice_at(self.rest, 4, length)?;
        Some((Record { kind, bytes }, length.checked_add(4)?))
    }
}
