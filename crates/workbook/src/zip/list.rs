//! The list at the end of an archive, and the header before each part.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Part;
use crate::bytes::{slice_at, u16_at, u32_at, u64_at};
use crate::limits;
use crate::refusal::{Counted, Fault, Refusal};

/// The record that ends an archive, without its remark.
const END: usize = 22;
/// The longest remark.
const REMARK: usize = 65_535;
/// What a field of four bytes says when the number stands in a longer field elsewhere.
const ELSEWHERE: u32 = u32::MAX;

/// The parts of an archive.
pub(super) fn parts(bytes: &[u8]) -> Result<Vec<Part>, Refusal> {
    let list = find(bytes).ok_or(Refusal::Truncated)?;
    let damaged = || Refusal::damaged("", Fault::List);
    if list.count > limits::PARTS as u64 {
        return Err(Refusal::too_many(Counted::Parts, limits::PARTS as u64));
    }
    let mut parts: Vec<Part> = Vec::new();
    let mut names = BTreeSet::new();
    let mut rest = bytes.get(list.place.clone()).ok_or_else(damaged)?;
    while !rest.is_empty() {
        if parts.len() == limits::PARTS {
            return Err(Refusal::too_many(Counted::Parts, limits::PARTS as u64));
        }
        let entry = Entry::read(rest).ok_or_else(damaged)?;
        let name = name(entry.name)?;
        if !names.insert(name.to_ascii_lowercase()) {
            return Err(Refusal::Duplicate { part: name });
        }
        rest = rest.get(entry.length..).ok_or_else(damaged)?;
        parts.push(entry.part(bytes, list.place.start, name)?);
    }
    if parts.len() as u64 != list.count {
        return Err(damaged());
    }
    apart(&parts)?;
    Ok(parts)
}

/// Where the list lies, and how many parts it claims.
struct List {
    place: Range<usize>,
    count: u64,
}

/// Finds the list by the record that ends the archive.
fn find(bytes: &[u8]) -> Option<List> {
    let last = bytes.len().checked_sub(END)?;
    let first = last.saturating_sub(REMARK);
    let ends = |at: usize| {
        u32_at(bytes, at) == Some(0x0605_4b50)
            && u16_at(bytes, at.saturating_add(20)).map(usize::from) == last.checked_sub(at)
    };
    let at = (first..=last).rev().find(|&at| ends(at))?;
    let end = bytes.get(at..)?;
    let mut count = u64::from(u16_at(end, 10)?);
    let (mut length, mut start) = (u64::from(u32_at(end, 12)?), u64::from(u32_at(end, 16)?));
    let mut after = at;
    let locator = at.checked_sub(20).filter(|&at| u32_at(bytes, at) == Some(0x0706_4b50));
    if let Some(locator) = locator {
        after = usize::try_from(u64_at(bytes, locator.checked_add(8)?)?).ok()?;
        let long = bytes.get(after..locator).filter(|long| u32_at(long, 0) == Some(0x0606_4b50))?;
        (count, length, start) = (u64_at(long, 32)?, u64_at(long, 40)?, u64_at(long, 48)?);
    }
    let (start, length) = (usize::try_from(start).ok()?, usize::try_from(length).ok()?);
    let stop = start.checked_add(length)?;
    (stop <= after).then_some(List { place: start..stop, count })
}

/// One line of the list.
struct Entry<'a> {
    name: &'a [u8],
    flags: u16,
    method: u16,
    checksum: u32,
    packed: u64,
    size: u64,
    header: u64,
    /// How long the line is.
    length: usize,
}

impl<'a> Entry<'a> {
    fn read(line: &'a [u8]) -> Option<Self> {
        if u32_at(line, 0)? != 0x0201_4b50 {
            return None;
        }
        let [name, extra, remark] =
            [u16_at(line, 28)?, u16_at(line, 30)?, u16_at(line, 32)?].map(usize::from);
        let (packed, size, header) = (u32_at(line, 20)?, u32_at(line, 24)?, u32_at(line, 42)?);
        let after_name = 46_usize.checked_add(name)?;
        let mut long = Long::find(slice_at(line, after_name, extra)?);
        Some(Self {
            name: slice_at(line, 46, name)?,
            flags: u16_at(line, 8)?,
            method: u16_at(line, 10)?,
            checksum: u32_at(line, 16)?,
            size: long.or_short(size)?,
            packed: long.or_short(packed)?,
            header: long.or_short(header)?,
            length: after_name.checked_add(extra)?.checked_add(remark)?,
        })
    }

    /// The part, once the header before its bytes says the same as the list.
    fn part(self, bytes: &[u8], list: usize, name: String) -> Result<Part, Refusal> {
        if self.flags & 0x2041 != 0 {
            return Err(Refusal::Password);
        }
        let place = self.place(bytes, list).ok_or_else(|| Refusal::damaged(&name, Fault::List))?;
        let deflated = match self.method {
            0 => false,
            8 => true,
            _ => return Err(Refusal::damaged(&name, Fault::Method)),
        };
        Ok(Part { name, place, deflated, checksum: self.checksum, size: self.size })
    }

    /// Where the packed bytes lie; nothing where header and list contradict each other.
    fn place(&self, bytes: &[u8], list: usize) -> Option<Range<usize>> {
        let header = bytes.get(usize::try_from(self.header).ok()?..list)?;
        let [name, extra] = [u16_at(header, 26)?, u16_at(header, 28)?].map(usize::from);
        let ahead = 30_usize.checked_add(name)?.checked_add(extra)?;
        let mut agrees = u32_at(header, 0)? == 0x0403_4b50
            && slice_at(header, 30, name)? == self.name
            && u16_at(header, 8)? == self.method
            && u16_at(header, 6)? & 1 == 0;
        if u16_at(header, 6)? & 8 == 0 {
            // Without this flag the header states sizes and checksum itself; with it, they follow the bytes.
            let same = |at, stated: u64| {
                u32_at(header, at).is_some_and(|here| here == ELSEWHERE || u64::from(here) == stated)
            };
            agrees &= u32_at(header, 14)? == self.checksum && same(18, self.packed) && same(22, self.size);
        }
        let packed = usize::try_from(self.packed).ok()?;
        slice_at(header, ahead, packed).filter(|_| agrees)?;
        let start = usize::try_from(self.header).ok()?.checked_add(ahead)?;
        Some(start..start.checked_add(packed)?)
    }
}

/// The field of a line that holds numbers of eight bytes.
struct Long<'a>(&'a [u8]);

impl<'a> Long<'a> {
    fn find(mut extra: &'a [u8]) -> Self {
        while let (Some(kind), Some(length)) = (u16_at(extra, 0), u16_at(extra, 2)) {
            let length = usize::from(length);
            if kind == 1 {
                return Self(slice_at(extra, 4, length).unwrap_or_default());
            }
            extra = length.checked_add(4).and_then(|next| extra.get(next..)).unwrap_or_default();
        }
        Self(&[])
    }

    /// The number, from here where its own field says that it stands here.
    fn or_short(&mut self, short: u32) -> Option<u64> {
        if short != ELSEWHERE {
            return Some(u64::from(short));
        }
        let long = u64_at(self.0, 0)?;
        self.0 = self.0.get(8..).unwrap_or_default();
        Some(long)
    }
}

/// A part's name, if it is one.
fn name(bytes: &[u8]) -> Result<String, Refusal> {
    let odd = || Refusal::OddName { part: String::from_utf8_lossy(bytes).chars().take(120).collect() };
    let name = std::str::from_utf8(bytes).map_err(|_| odd())?;
    let folders = name.strip_suffix('/').unwrap_or(name);
    let plain = !name.contains(['\\', ':'])
        && !name.chars().any(char::is_control)
        && folders.split('/').all(|folder| !matches!(folder, "" | "." | ".."));
    if plain { Ok(name.to_owned()) } else { Err(odd()) }
}

/// Refuses parts that share bytes: a few of them would unpack without end.
fn apart(parts: &[Part]) -> Result<(), Refusal> {
    let mut places: Vec<&Part> = parts.iter().filter(|part| !part.place.is_empty()).collect();
    places.sort_by_key(|part| part.place.start);
    for pair in places.windows(2) {
        if let [one, next] = pair
            && one.place.end > next.place.start
        {
            return Err(Refusal::damaged(&next.name, Fault::Overlap));
        }
    }
    Ok(())
}
