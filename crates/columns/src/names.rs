//! Names to numbers 0, 1, 2 … in order of first appearance.

use crate::Refusal;
use crate::refusal::{filled, push};

/// A name of 1 to 16 bytes as two words, the first byte lowest, zeros behind. The last byte of such a name is not
/// zero, so no two names share a key.
pub(crate) type Key = [u64; 2];

/// Stands for a name that is empty, longer than sixteen bytes, or ends in a zero byte. No short name has this key.
pub(crate) const NO_KEY: Key = [0, 0];

/// The key of a name, or [`NO_KEY`].
#[inline]
pub(crate) fn key_of(name: &[u8]) -> Key {
    if name.len() > 16 || name.last().is_none_or(|last| *last == 0) {
        return NO_KEY;
    }
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(name).for_each(|(to, from)| *to = *from);
    words(bytes)
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

/// A set of names, each with its number: an open table of numbers beside the keys, so that a lookup touches one word
/// of the table and one key.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    /// Number + 1 of the name that hashes here or before; 0 is free. A power of two, at most half full.
    slots: Vec<u32>,
    keys: Vec<Key>,
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
        self.keys.len()
    }

    /// A name by its number; nothing for a number that was not given.
    pub(crate) fn get(&self, number: usize) -> Option<&[u8]> {
        let end = *self.ends.get(number)?;
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.bytes.get(start as usize..end as usize)
    }

    /// What the table holds for a key at first sight: a number + 1, or 0. It may be another name's.
    #[inline(always)]
    pub(crate) fn glance(&self, key: Key) -> u32 {
        self.slots.get(self.slot(hash(key))).copied().unwrap_or(0)
    }

    /// Whether a glance was right: the number, when the name with this number has this key.
    #[inline(always)]
    pub(crate) fn confirm(&self, glance: u32, key: Key) -> Option<usize> {
        let number = (glance as usize).wrapping_sub(1);
        // A long name is never found at a glance, for all of them share one key.
        (self.keys.get(number) == Some(&key) && key != NO_KEY).then_some(number)
    }

    /// The number of a name, which is given one when it is new.
    pub(crate) fn number(&mut self, name: &[u8]) -> Result<usize, Refusal> {
        let key = key_of(name);
        let hash = if key == NO_KEY { hash_long(name) } else { hash(key) };
        if let Some(number) = self.find(name, key, hash) {
            return Ok(number);
        }
        self.add(name, key, hash)
    }

    /// The number of a name that is there already.
    fn find(&self, name: &[u8], key: Key, hash: u64) -> Option<usize> {
        let mut at = self.slot(hash);
        loop {
            let number = (*self.slots.get(at)? as usize).checked_sub(1)?;
            if self.keys.get(number) == Some(&key) && (key != NO_KEY || self.get(number) == Some(name)) {
                return Some(number);
            }
            at = self.after(at);
        }
    }

    #[cold]
    fn add(&mut self, name: &[u8], key: Key, hash: u64) -> Result<usize, Refusal> {
        let number = self.keys.len();
        let end = u32::try_from(self.bytes.len().saturating_add(name.len()));
        let (Ok(end), Ok(entry)) = (end, u32::try_from(number.saturating_add(1))) else {
            return Err(Refusal::TooManyCustomers);
        };
        if number.saturating_mul(2) >= self.slots.len() {
            self.widen()?;
        }
        self.bytes.try_reserve(name.len())?;
        self.ends.try_reserve(1)?;
        push(&mut self.keys, key)?;
        self.bytes.extend_from_slice(name);
        self.ends.push(end);
        self.enter(hash, entry);
        Ok(number)
    }

    /// A table four times as large.
    fn widen(&mut self) -> Result<(), Refusal> {
        let wider = self.slots.len().saturating_mul(4).max(FIRST_SLOTS);
        self.slots = filled(0, wider)?;
        for (number, entry) in (0..self.keys.len()).zip(1_u32..) {
            let key = self.keys.get(number).copied().unwrap_or(NO_KEY);
            let hash =
                if key == NO_KEY { hash_long(self.get(number).unwrap_or_default()) } else { hash(key) };
            self.enter(hash, entry);
        }
        Ok(())
    }

    /// Puts an entry into the first free slot from its place on.
    fn enter(&mut self, hash: u64, entry: u32) {
        let mut at = self.slot(hash);
        while let Some(slot) = self.slots.get_mut(at) {
            if *slot == 0 {
                *slot = entry;
                return;
            }
            at = self.after(at);
        }
    }

    /// Where a hash belongs: its top bits, which depend on every byte of the key.
    #[inline(always)]
    #[allow(clippy::cast_possible_truncation, reason = "the table is far smaller than 2³²")]
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
        self.keys = Vec::new();
    }

    /// How many names there are once it is settled.
    pub(crate) const fn count(&self) -> usize {
        self.ends.len()
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
    name.chunks(16).fold(name.len() as u64, |sum, part| {
        let mut bytes = [0; 16];
        bytes.iter_mut().zip(part).for_each(|(to, from)| *to = *from);
        let [first, second] = words(bytes);
        hash([first ^ sum.rotate_left(17), second])
    })
}

/// Sixteen bytes as two words.
fn words(bytes: [u8; 16]) -> [u64; 2] {
    let both = u128::from_le_bytes(bytes);
    [both as u64, (both >> 64) as u64]
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]
mod tests {
    use super::{NO_KEY, Names, hash, key_of, trimmed};

    #[test]
    fn names_of_every_length_are_told_apart() {
        let texts = ["", "\0", "a", "a\0", "0123456789abcdef", "0123456789abcdeg", "0123456789abcdefg", "Ä"];
        let mut names = Names::default();
        for round in 0..2 {
            for (number, text) in texts.iter().enumerate() {
                assert_eq!(names.number(text.as_bytes()), Ok(number), "{text:?} in round {round}");
            }
        }
        for (number, text) in texts.iter().enumerate() {
            assert_eq!(names.get(number), Some(text.as_bytes()));
        }
        assert_eq!(names.get(texts.len()), None);
    }

    #[test]
    fn a_glance_is_only_confirmed_for_its_own_name() {
        let mut names = Names::default();
        for number in 0..10_000_usize {
            assert_eq!(names.number(format!("cus {number}").as_bytes()), Ok(number));
        }
        let keys: Vec<_> = (0..10_000).map(|number| key_of(format!("cus {number}").as_bytes())).collect();
        let confirmed = |key: &_| names.confirm(names.glance(*key), *key);
        assert!(keys.iter().zip(0..).all(|(key, number)| confirmed(key).is_none_or(|found| found == number)));
        assert!(keys.iter().filter_map(confirmed).count() > 5_000, "a glance seldom finds");
        assert_eq!(confirmed(&key_of(b"cus 10000")), None);
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
        assert_eq!(key_of(b""), NO_KEY);
    }
}
