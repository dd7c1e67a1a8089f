//! Unpacking a part, block by block, with an eye on what comes out.

use std::io::{self, BufRead, Read};

use crc32fast::Hasher;
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

use super::Part;
use crate::limits;
use crate::refusal::{Fault, Refusal};

/// The ring that is unpacked into. A power of two, and at least as far as a packed byte can point back.
const RING: usize = 64 * 1024;

/// A part while it is being unpacked.
pub(crate) struct Unpack<'a> {
    part: String,
    packed: &'a [u8],
    packed_length: u64,
    /// Absent for a part that is stored as it is.
    inflater: Option<Box<DecompressorOxide>>,
    ring: Vec<u8>,
    /// Where the next block begins in the ring.
    next: usize,
    /// What of the ring, or of a stored part, has not been taken yet.
    ready: std::ops::Range<usize>,
    checksum: Hasher,
    stated_checksum: u32,
    stated_size: u64,
    produced: u64,
    ended: bool,
    refusal: Option<Refusal>,
}

impl<'a> Unpack<'a> {
    pub(super) fn new(packed: &'a [u8], part: &Part) -> Self {
        Self {
            part: part.name.clone(),
            packed,
            packed_length: packed.len() as u64,
            inflater: part.deflated.then(Box::default),
            ring: if part.deflated { vec![0; RING] } else { Vec::new() },
            next: 0,
            ready: 0..0,
            checksum: Hasher::new(),
            stated_checksum: part.checksum,
            stated_size: part.size,
            produced: 0,
            ended: false,
            refusal: None,
        }
    }

    /// How many bytes have come out.
    pub(crate) const fn produced(&self) -> u64 {
        self.produced
    }

    /// The next block, empty at the end of the part. The whole block counts as taken.
    ///
    /// # Errors
    /// The part is damaged, or grows more than an honest part does.
    pub(crate) fn block(&mut self) -> Result<&[u8], Refusal> {
        if self.ready.is_empty() {
            self.advance()?;
        }
        let ready = std::mem::replace(&mut self.ready, 0..0);
        Ok(self.held().get(ready).unwrap_or_default())
    }

    /// Why reading failed, when it did.
    pub(crate) fn refusal(&self) -> Option<&Refusal> {
        self.refusal.as_ref()
    }

    /// What `ready` is a place in.
    fn held(&self) -> &[u8] {
        if self.inflater.is_some() { &self.ring } else { self.packed }
    }

    /// Makes the next block ready.
    fn advance(&mut self) -> Result<(), Refusal> {
        while self.ready.is_empty() && !self.ended {
            self.ready = match &mut self.inflater {
                None => {
                    let from = usize::try_from(self.produced).unwrap_or(usize::MAX);
                    let until = from.saturating_add(RING).min(self.packed.len());
                    self.ended = until == self.packed.len();
                    from..until
                }
                Some(inflater) => {
                    let (status, taken, made) =
                        decompress(inflater, self.packed, &mut self.ring, self.next, 0);
                    self.ended = match status {
                        TINFLStatus::Done => true,
                        TINFLStatus::HasMoreOutput => false,
                        _ => return Err(Refusal::damaged(&self.part, Fault::Packing)),
                    };
                    self.packed = self.packed.get(taken..).unwrap_or_default();
                    let until = self.next.saturating_add(made);
                    let block = self.next..until;
                    self.next = if until >= RING { 0 } else { until };
                    block
                }
            };
            let held = if self.inflater.is_some() { self.ring.as_slice() } else { self.packed };
            let block = held.get(self.ready.clone()).unwrap_or_default();
            self.checksum.update(block);
            self.produced = self.produced.saturating_add(block.len() as u64);
            self.judge()?;
        }
        Ok(())
    }

    /// Holds what has come out against what may, and at the end against what the list states.
    fn judge(&self) -> Result<(), Refusal> {
        if self.produced > limits::UNPACKED_BYTES {
            return Err(Refusal::Unpacked { limit: limits::UNPACKED_BYTES });
        }
        let allowed = self.packed_length.saturating_mul(limits::RATIO).max(limits::RATIO_FREE_BYTES);
        if self.produced > allowed {
            return Err(Refusal::Bomb { part: self.part.clone(), limit: limits::RATIO });
        }
        if self.produced > self.stated_size || (self.ended && self.produced != self.stated_size) {
            return Err(Refusal::damaged(&self.part, Fault::Size));
        }
        if self.ended && self.checksum.clone().finalize() != self.stated_checksum {
            return Err(Refusal::damaged(&self.part, Fault::Checksum));
        }
        Ok(())
    }
}

impl Read for Unpack<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let ready = self.fill_buf()?;
        let length = ready.len().min(into.len());
        if let (Some(to), Some(from)) = (into.get_mut(..length), ready.get(..length)) {
            to.copy_from_slice(from);
        }
        self.consume(length);
        Ok(length)
    }
}

impl BufRead for Unpack<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.ready.is_empty()
            && let Err(refusal) = self.advance()
        {
            self.refusal = Some(refusal);
            return Err(io::ErrorKind::InvalidData.into());
        }
        Ok(self.held().get(self.ready.clone()).unwrap_or_default())
    }

    fn consume(&mut self, amount: usize) {
        self.ready.start = self.ready.start.saturating_add(amount).min(self.ready.end);
    }
}
