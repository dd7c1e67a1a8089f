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

/// A set of names, each with its number: an open table of numbers, and the keys by number.
///
/// A slot holds a number + 1 in its lower bits, as many as the table's size has, and above them a part of the key's hash,
/// its tag; 0 is free. So the table stays small, and other keys' slots are told by their tags, without fetching keys.
///
/// ```
/// use plimsoll_columns::Names;
/// let mut names = Names::default();
/// assert_eq!([b"b", b"a", b"b"].map(|name| names.meet(name)), [Ok((0, true)), Ok((1, true)), Ok((0, false))]);
/// assert_eq!((names.met(b"a"), names.met(b"c"), names.len()), (Some(1), None, 2));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// A power of two, at most half full.
    slots: Vec<u32>,
    keys: Vec<Key>,
    /// All names, one after another.
    bytes: Vec<u8>,
    /// Where each name ends in `bytes`.
    ends: Vec<u32>,
}

/// How many slots a table starts with.
const FIRST_SLOTS: usize = 256;

/// No table has more slots, as a number has to fit beside nothing into 32 bits.
const MOST_SLOTS: usize = 1 << 31;

impl Names {
    /// The number of a name that was met.
    #[must_use]
    pub fn met(&self, name: &[u8]) -> Option<usize> {
        self.find(name, key_of(name))
    }

    /// The number of a name, and whether it is met for the first time.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoMemory`], and [`Refusal::TooManyCustomers`] where there are more names than numbers.
    pub fn meet(&mut self, name: &[u8]) -> Result<(usize, bool), Refusal> {
        let known = self.len();
        let number = self.number(name, key_of(name))?;
        Ok((number, number == known))
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// How many names there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// A name by its number; nothing for a number that was not given.
    pub(crate) fn get(&self, number: usize) -> Option<&[u8]> {
        let end = *self.ends.get(number)?;
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.bytes.get(start as usize..end as usize)
    }

    /// What stands in the slot where a key belongs.
    #[inline(always)]
    pub(crate) fn glance(&self, key: Key) -> u32 {
        self.slots.get(self.place(hash(key))).copied().unwrap_or(0)
    }

    /// Whether a slot's tag is another key's.
    #[inline(always)]
    pub(crate) fn is_other(&self, slot: u32, key: Key) -> bool {
        slot != 0 && self.tag(slot ^ hash(key) as u32) != 0
    }

    /// From the slot where a key belongs to the first whose tag is the key's, or that is free.
    pub(crate) fn look_further(&self, key: Key) -> u32 {
        let mut at = self.place(hash(key));
        loop {
            let slot = self.slots.get(at).copied().unwrap_or(0);
            if !self.is_other(slot, key) {
                return slot;
            }
            at = self.after(at);
        }
    }

    /// The number in a slot; a number that is never given for a free one.
    #[inline(always)]
    pub(crate) const fn number_in(&self, slot: u32) -> usize {
        (slot & self.mask()).wrapping_sub(1) as usize
    }

    /// Whether the name of this number has this key. When the key is a hash, it may still be another name.
    #[inline(always)]
    pub(crate) fn has_key(&self, number: usize, key: Key) -> bool {
        let [first, second] = self.keys.get(number).copied().unwrap_or(NO_KEY);
        (first ^ key[0]) | (second ^ key[1]) == 0
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
        let mut at = self.place(hash(key));
        loop {
            let slot = self.slots.get(at).copied().filter(|slot| *slot != 0)?;
            let number = self.number_in(slot);
            if self.has_key(number, key) && (key[0] != LONG || self.get(number) == Some(name)) {
                return Some(number);
            }
            at = self.after(at);
        }
    }

    fn add(&mut self, name: &[u8], key: Key) -> Result<usize, Refusal> {
        let number = self.keys.len();
        let Ok(end) = u32::try_from(self.bytes.len().saturating_add(name.len())) else {
            return Err(Refusal::TooManyCustomers);
        };
        if number.saturating_mul(2) >= self.slots.len() {
            self.widen()?;
        }
        self.bytes.try_reserve(name.len())?;
        self.ends.try_reserve(1)?;
        push(&mut self.keys, key)?;
        self.ends.push(end);
        self.bytes.extend_from_slice(name);
        self.enter(number, key);
        Ok(number)
    }

    /// A table twice as large; four times while it is small.
    #[cold]
    fn widen(&mut self) -> Result<(), Refusal> {
        let times = if self.slots.len() < 1 << 14 { 4 } else { 2 };
        let wider = self.slots.len().saturating_mul(times).max(FIRST_SLOTS);
        if wider > MOST_SLOTS {
            return Err(Refusal::TooManyCustomers);
        }
        self.slots = Vec::new(); // first, so that two are never held
        self.slots = filled(0, wider)?;
        for number in 0..self.keys.len() {
            self.enter(number, self.keys.get(number).copied().unwrap_or(NO_KEY));
        }
        Ok(())
    }

    /// Puts a name into the first free slot from its place on.
    fn enter(&mut self, number: usize, key: Key) {
        let hash = hash(key);
        let entry = self.tag(hash as u32) | (number as u32).wrapping_add(1);
        let mut at = self.place(hash);
        while let Some(slot) = self.slots.get_mut(at) {
            if *slot == 0 {
                *slot = entry;
                return;
            }
            at = self.after(at);
        }
    }

    /// The lower bits of a slot, where the number stands; all bits when there is no slot.
    #[inline(always)]
    const fn mask(&self) -> u32 {
        (self.slots.len() as u32).wrapping_sub(1)
    }

    /// The bits of a slot or a hash that are a tag.
    #[inline(always)]
    const fn tag(&self, slot: u32) -> u32 {
        slot & !self.mask()
    }

    /// Where a hash belongs: by its upper half, which depends on every bit of the key.
    #[inline(always)]
    const fn place(&self, hash: u64) -> usize {
        ((hash >> 32) as u32 & self.mask()) as usize
    }

    /// The next slot, around the end.
    #[inline(always)]
    const fn after(&self, at: usize) -> usize {
        at.wrapping_add(1) & self.mask() as usize
    }

    /// All names, one after another, and where each ends.
    pub(crate) fn into_parts(self) -> (Vec<u8>, Vec<u32>) {
        (self.bytes, self.ends)
    }

    /// Gives up what is only needed to find names, and keeps the names themselves.
    pub(crate) fn settle(&mut self) {
        self.slots = Vec::new();
        self.keys = Vec::new();
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
    use super::{Names, hash, key_of, trimmed};

    #[test]
    fn names_of_every_length_are_told_apart() {
        let texts =
            ["", "\0", "a", "a\0", "0123456789abcdef", "0123456789abcdeg", "0123456789abcdefg", "Ä", "Ä\0"];
        let mut names = Names::default();
        for round in 0..2 {
            for (number, text) in texts.iter().enumerate() {
                let key = key_of(text.as_bytes());
                assert_eq!(names.number(text.as_bytes(), key), Ok(number), "{text:?} in round {round}");
                assert!(names.has_key(names.number_in(names.look_further(key)), key));
            }
        }
        for (number, text) in texts.iter().enumerate() {
            assert_eq!(names.get(number), Some(text.as_bytes()));
        }
        assert_eq!(names.get(texts.len()), None);
        let absent = key_of(b"b");
        assert!(!names.has_key(names.number_in(names.look_further(absent)), absent));
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
        assert!(
            (0..20_000).all(|number| names.number_in(names.look_further(key_of(&text(number)))) == number)
        );
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
