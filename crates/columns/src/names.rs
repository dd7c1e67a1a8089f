//! Names to numbers 0, 1, 2 … in order of first appearance.

use crate::Refusal;
use crate::refusal::{filled, push};

/// What a name is found by, as two words. A name of 1 to 16 bytes is its own key, the first byte lowest and zeros
/// behind; the key of any other name is [`LONG`] and a hash, so names with one such key may still differ.
pub(crate) type Key = [u64; 2];

/// The first word of a key that is a hash. Sixteen bytes that begin like this count as a long name.
pub(crate) const LONG: u64 = u64::MAX;

/// No name has this key.
pub(crate) const NO_KEY: Key = [0, 0];

/// The key of a name.
#[inline]
pub(crate) fn key_of(name: &[u8]) -> Key {
    if name.len() > 16 || name.last().is_none_or(|last| *last == 0) {
        return [LONG, hash_long(name)];
    }
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(name).for_each(|(to, from)| *to = *from);
    let key = words(bytes);
    if key[0] == LONG { [LONG, hash_long(name)] } else { key }
}

/// Without the white space around it. What is not UTF-8 loses its ASCII white space only.
#[inline]
pub(crate) fn trimmed(name: &[u8]) -> &[u8] {
    let graphic = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_graphic);
    if graphic(name.first()) && graphic(name.last()) {
        return name;
    }
    core::str::from_utf8(name).map_or_else(|_| name.trim_ascii(), |text| text.trim().as_bytes())
}

/// A place in the table.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    key: Key,
    /// The name's number + 1; 0 in a free slot.
    entry: u32,
}

/// A set of names, each with its number: an open table with the keys in it, so that finding a short name touches one
/// place of memory.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    /// A power of two, at most half full.
    slots: Vec<Slot>,
    /// All names, one after another.
    bytes: Vec<u8>,
    /// Where each name ends in `bytes`.
    ends: Vec<u32>,
}

/// How many slots a table starts with.
const FIRST_SLOTS: usize = 256;

impl Names {
    /// How many names there are.
    pub(crate) const fn len(&self) -> usize {
        self.ends.len()
    }

    /// A name by its number; nothing for a number that was not given.
    pub(crate) fn get(&self, number: usize) -> Option<&[u8]> {
        let end = *self.ends.get(number)?;
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.bytes.get(start as usize..end as usize)
    }

    /// The number + 1 of the first name with this key, or 0. When the key is a hash, it may be another name's.
    #[inline(always)]
    pub(crate) fn entry(&self, key: Key) -> u32 {
        let mut at = self.slot(hash(key));
        while let Some(slot) = self.slots.get(at) {
            if slot.key == key || slot.entry == 0 {
                return slot.entry;
            }
            at = self.after(at);
        }
        0
    }

    /// The number of a name, which is given one when it is new. `key` is its key.
    pub(crate) fn number(&mut self, name: &[u8], key: Key) -> Result<usize, Refusal> {
        match self.find(name, key) {
            Some(number) => Ok(number),
            None => self.add(name, key),
        }
    }

    /// The number of a name that is there already.
    fn find(&self, name: &[u8], key: Key) -> Option<usize> {
        let mut at = self.slot(hash(key));
        loop {
            let slot = self.slots.get(at)?;
            let number = (slot.entry as usize).checked_sub(1)?;
            if slot.key == key && (key[0] != LONG || self.get(number) == Some(name)) {
                return Some(number);
            }
            at = self.after(at);
        }
    }

    fn add(&mut self, name: &[u8], key: Key) -> Result<usize, Refusal> {
        let number = self.ends.len();
        let end = u32::try_from(self.bytes.len().saturating_add(name.len()));
        let (Ok(end), Ok(entry)) = (end, u32::try_from(number.saturating_add(1))) else {
            return Err(Refusal::TooManyCustomers);
        };
        if number.saturating_mul(2) >= self.slots.len() {
            self.widen()?;
        }
        self.bytes.try_reserve(name.len())?;
        push(&mut self.ends, end)?;
        self.bytes.extend_from_slice(name);
        self.enter(Slot { key, entry });
        Ok(number)
    }

    /// A table twice as large; four times while it is small.
    #[cold]
    fn widen(&mut self) -> Result<(), Refusal> {
        let times = if self.slots.len() < 1 << 14 { 4 } else { 2 };
        let wider = self.slots.len().saturating_mul(times).max(FIRST_SLOTS);
        let old = core::mem::replace(&mut self.slots, filled(Slot::default(), wider)?);
        old.into_iter().filter(|slot| slot.entry != 0).for_each(|slot| self.enter(slot));
        Ok(())
    }

    /// Puts a name into the first free slot from its place on.
    fn enter(&mut self, name: Slot) {
        let mut at = self.slot(hash(name.key));
        while let Some(slot) = self.slots.get_mut(at) {
            if slot.entry == 0 {
                *slot = name;
                return;
            }
            at = self.after(at);
        }
    }

    /// Where a hash belongs: by its upper half, which depends on every bit of the key.
    #[inline(always)]
    const fn slot(&self, hash: u64) -> usize {
        // A table without slots gives a place beyond it, where nothing is found.
        let mask = self.slots.len().wrapping_sub(1);
        (hash >> 32) as usize & mask
    }

    /// The next slot, around the end.
    #[inline(always)]
    const fn after(&self, at: usize) -> usize {
        at.wrapping_add(1) & self.slots.len().wrapping_sub(1)
    }

    /// Gives up what is only needed to find names, and keeps the names themselves.
    pub(crate) fn settle(&mut self) {
        self.slots = Vec::new();
    }
}

/// Two odd multipliers without pattern in their bits.
const MIX: [u64; 2] = [0x9E37_79B9_7F4A_7C15, 0xD6E8_FEB8_6659_FD93];

/// Spreads a key, so that its upper half depends on every bit of it.
#[inline(always)]
const fn hash(key: Key) -> u64 {
    let [first, second] = key;
    let word = first ^ second.wrapping_mul(MIX[1]).rotate_left(29);
    let word = word.wrapping_mul(MIX[0]);
    (word ^ (word >> 32)).wrapping_mul(MIX[1])
}

/// The same for a name of any length.
fn hash_long(name: &[u8]) -> u64 {
    let (parts, rest) = name.as_chunks::<16>();
    let mut last = [0; 16];
    last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
    parts.iter().chain(core::iter::once(&last)).fold(name.len() as u64, |sum, part| {
        let [first, second] = words(*part);
        hash([first ^ sum.rotate_left(17), second])
    })
}

/// Sixteen bytes as two words.
fn words(bytes: [u8; 16]) -> [u64; 2] {
    let both = u128::from_le_bytes(bytes);
    [both as u64, (both >> 64) as u64]
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    reason = "a test that cannot go on should stop"
)]
mod tests {
    use super::{NO_KEY, Names, hash, key_of, trimmed};

    #[test]
    fn names_of_every_length_are_told_apart() {
        let texts =
            ["", "\0", "a", "a\0", "0123456789abcdef", "0123456789abcdeg", "0123456789abcdefg", "Ä", "Ä\0"];
        let mut names = Names::default();
        for round in 0..2 {
            for (number, text) in texts.iter().enumerate() {
                let key = key_of(text.as_bytes());
                assert_eq!(names.number(text.as_bytes(), key), Ok(number), "{text:?} in round {round}");
                assert_eq!(names.entry(key) as usize, number + 1);
            }
        }
        for (number, text) in texts.iter().enumerate() {
            assert_eq!(names.get(number), Some(text.as_bytes()));
        }
        assert_eq!((names.get(texts.len()), names.entry(NO_KEY), names.entry(key_of(b"b"))), (None, 0, 0));
    }

    #[test]
    fn long_names_with_one_key_are_told_apart() {
        let mut names = Names::default();
        let key = [super::LONG, 7];
        for round in 0..2 {
            for (number, name) in ["one long name and", "another long name"].iter().enumerate() {
                assert_eq!(names.number(name.as_bytes(), key), Ok(number), "round {round}");
            }
        }
        assert_eq!(key_of(&[0xFF; 16])[0], super::LONG);
    }

    #[test]
    fn a_growing_table_loses_nobody() {
        let mut names = Names::default();
        let text = |number| format!("customer {number:x}").into_bytes();
        for number in 0..20_000 {
            assert_eq!(names.number(&text(number), key_of(&text(number))), Ok(number));
        }
        assert!((0..20_000).all(|number| names.entry(key_of(&text(number))) as usize == number + 1));
        assert_eq!(names.get(19_999), Some(text(19_999).as_slice()));
    }

    #[test]
    fn keys_that_look_alike_are_spread() {
        let patterns: [fn(usize) -> String; 4] = [
            |n| format!("{n}"),
            |n| format!("cus_{n:08}"),
            |n| format!("ACME-{n:010x}"),
            |n| format!("{n:016}"),
        ];
        for pattern in patterns {
            let mut slots = vec![0_u32; 1 << 16];
            for number in 0..1 << 15 {
                let place = (hash(key_of(pattern(number).as_bytes())) >> 48) as usize;
                *slots.get_mut(place).unwrap() += 1;
            }
            // At random, none of 65,536 slots is expected to hold more than seven or eight.
            assert!(slots.iter().max() <= Some(&10), "{}", pattern(7));
        }
    }

    #[test]
    fn white_space_around_a_name_is_not_part_of_it() {
        for (name, bare) in [(" a ", "a"), ("\u{a0}é\u{2003}", "é"), ("a b", "a b"), ("  ", ""), ("", "")] {
            assert_eq!(trimmed(name.as_bytes()), bare.as_bytes());
        }
        assert_eq!(trimmed(b" \xff "), b"\xff");
    }
}
