//! Compound files: a small file system of sectors, which binary workbooks and encrypted ones are kept in.
//!
//! Every chain of sectors is followed for as many steps as the file has sectors, and no further; sizes that the file
//! states only ever cut a chain short.

use crate::bytes::{place_at, slice_at, u16_at, u32_at};
use crate::refusal::{Fault, Refusal};

/// Sector numbers from here on mean something else, such as the end of a chain.
const SPECIAL: u32 = 0xffff_fffa;
/// The end of a chain.
const END: u32 = 0xffff_fffe;
/// How long a small sector is, in bytes.
const SMALL: usize = 64;
/// Streams below this length lie in small sectors.
const SMALL_STREAM: usize = 4_096;
/// The header, in bytes; also the place of the first sector in files of small sectors.
const HEADER: usize = 512;

/// An entry of the directory.
struct Entry {
    name: String,
    first: u32,
    length: usize,
}

/// A compound file whose tables have been read.
pub(crate) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    /// For each sector, the next one of its chain.
    next: Vec<u32>,
    /// The same for small sectors.
    next_small: Vec<u32>,
    /// The stream that the small sectors lie in.
    small: Vec<u8>,
    entries: Vec<Entry>,
}

impl<'a> Compound<'a> {
    /// Reads the tables and the directory.
    ///
    /// # Errors
    /// The file is cut off, or its sectors do not hang together.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        if bytes.len() < HEADER {
            return Err(Refusal::Truncated);
        }
        let damaged = || Refusal::damaged("", Fault::Sectors);
        let sector = match u16_at(bytes, 30) {
            Some(9) => 512,
            Some(12) => 4_096,
            _ => return Err(damaged()),
        };
        let mut file = Self {
            bytes,
            sector,
            next: Vec::new(),
            next_small: Vec::new(),
            small: Vec::new(),
            entries: Vec::new(),
        };
        let word = |at| u32_at(bytes, at).ok_or(Refusal::Truncated);
        file.next = file.table(word(68)?)?;
        let directory = file.chain(word(48)?, usize::MAX)?;
        file.entries = directory.chunks_exact(128).filter_map(|entry| Entry::read(entry, sector)).collect();
        let root = directory.get(..128).and_then(|root| Entry::read(root, sector)).ok_or_else(damaged)?;
        if word(64)? != 0 && word(60)? < SPECIAL {
            file.next_small = words(&file.chain(word(60)?, usize::MAX)?);
            file.small = file.chain(root.first, root.length)?;
        }
        Ok(file)
    }

    /// Whether there is an entry of a name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// The bytes of a stream.
    ///
    /// # Errors
    /// It is not there, or it is cut off.
    pub(crate) fn stream(&self, name: &str) -> Result<Vec<u8>, Refusal> {
        let entry = self.entry(name).ok_or_else(|| Refusal::damaged(name, Fault::Missing))?;
        let stream = if entry.length < SMALL_STREAM {
            self.small_chain(entry.first, entry.length)?
        } else {
            self.chain(entry.first, entry.length)?
        };
        if stream.len() < entry.length { Err(Refusal::Truncated) } else { Ok(stream) }
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The bytes of a sector; shorter for the last one of a file that is cut off.
    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        let start = usize::try_from(number).ok()?.checked_add(1)?.checked_mul(self.sector)?;
        let until = start.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes.get(start..until).filter(|sector| !sector.is_empty())
    }

    /// How many sectors the file can have: no chain is longer.
    fn most(&self) -> usize {
        self.bytes.len().checked_div(self.sector).unwrap_or_default().saturating_add(1)
    }

    /// The table of next sectors, whose own sectors are listed in the header and in a chain from `more` on.
    fn table(&self, more: u32) -> Result<Vec<u32>, Refusal> {
        let mut listed = words(slice_at(self.bytes, 76, 436).unwrap_or_default());
        let mut at = more;
        let mut steps = 0_usize;
        while at < SPECIAL {
            steps = steps.saturating_add(1);
            if steps > self.most() {
                return Err(Refusal::damaged("", Fault::Sectors));
            }
            let mut list = words(self.sector(at).ok_or(Refusal::Truncated)?);
            at = list.pop().unwrap_or(END);
            listed.append(&mut list);
        }
        let mut table = Vec::new();
        for &number in listed.iter().filter(|number| **number < SPECIAL) {
            if table.len() > self.bytes.len() {
                return Err(Refusal::damaged("", Fault::Sectors));
            }
            table.extend(words(self.sector(number).ok_or(Refusal::Truncated)?));
        }
        Ok(table)
    }

    /// The bytes of a chain of sectors, at most `length`.
    fn chain(&self, first: u32, length: usize) -> Result<Vec<u8>, Refusal> {
        let sector = |number| self.sector(number);
        collect(first, length, &self.next, self.most(), sector)
    }

    /// The bytes of a chain of small sectors.
    fn small_chain(&self, first: u32, length: usize) -> Result<Vec<u8>, Refusal> {
        let sector = |number: u32| {
            let start = usize::try_from(number).ok()?.checked_mul(SMALL)?;
            let until = start.checked_add(SMALL)?.min(self.small.len());
            self.small.get(start..until).filter(|sector| !sector.is_empty())
        };
        collect(first, length, &self.next_small, self.next_small.len(), sector)
    }
}

/// Follows a chain for at most as many steps as there are sectors.
fn collect<'s>(
    first: u32,
    length: usize,
    next: &[u32],
    most: usize,
    sector: impl Fn(u32) -> Option<&'s [u8]>,
) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    let mut number = first;
    let mut steps = 0_usize;
    while number < SPECIAL && bytes.len() < length {
        steps = steps.saturating_add(1);
        if steps > most {
            return Err(Refusal::damaged("", Fault::Sectors));
        }
        let sector = sector(number).ok_or(Refusal::Truncated)?;
        bytes.try_reserve(sector.len()).map_err(|_| Refusal::NoMemory)?;
        bytes.extend_from_slice(sector);
        let place = usize::try_from(number).unwrap_or(usize::MAX);
        number = next.get(place).copied().ok_or(Refusal::Truncated)?;
    }
    bytes.truncate(length);
    Ok(bytes)
}

impl Entry {
    /// One entry of 128 bytes; nothing where the place is unused.
    fn read(entry: &[u8], sector: usize) -> Option<Self> {
        let name = slice_at(entry, 0, usize::from(u16_at(entry, 64)?).min(64))?;
        let units: Vec<u16> = name.chunks_exact(2).filter_map(|pair| u16_at(pair, 0)).collect();
        let name = String::from_utf16_lossy(&units).trim_end_matches('\0').to_owned();
        let kind = entry.get(66)?;
        // The upper half of a length only counts where sectors are long; short ones may hold anything there.
        let length = if sector == 512 {
            place_at(entry, 120)?
        } else {
            usize::try_from(crate::bytes::u64_at(entry, 120)?).ok()?
        };
        (*kind != 0).then_some(Self { name, first: u32_at(entry, 116)?, length })
    }
}

/// All the numbers of a table.
fn words(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).filter_map(|word| u32_at(word, 0)).collect()
}
