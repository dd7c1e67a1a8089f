//! Names that look alike, among all that were read.

use plimsoll_columns::Names;

use crate::issue::{Issue, IssueKind, Severity};
use crate::order::Grown as _;
use crate::records::IssueGroup;
use crate::text::{look, shortened};

/// How many of them are named.
const NAMED: usize = 5;

/// Customers' names that differ from an earlier one only in capitals, spaces or what does not show: how many there are, and
/// the first of them. They stand in no row, as those of a plain table are not kept.
///
/// ```
/// use plimsoll_intake::{IssueKind, alike};
/// let found = alike(["Acme", "Bolt", "ACME "].map(str::as_bytes).into_iter()).ok_or("nothing")?;
/// assert_eq!(found.first[0].kind, IssueKind::LooksAlike { other: "Acme".into() });
/// assert!(alike(["Acme", "Bolt"].map(str::as_bytes).into_iter()).is_none());
/// # Ok::<(), &str>(())
/// ```
pub fn alike<'a>(names: impl Iterator<Item = &'a [u8]> + Clone) -> Option<IssueGroup> {
    if !can_be_alike(names.clone()) {
        return None;
    }
    let mut looks = Names::default();
    let mut firsts: Vec<&[u8]> = Vec::new();
    let mut group = IssueGroup { severity: Severity::Note, count: 0, first: Vec::new() };
    for name in names {
        match looks.meet(&hash(name).to_le_bytes()) {
            Ok((_, true)) => firsts.push(name),
            Ok((place, false)) => {
                let twin = firsts.get(place).and_then(|first| twins(first, name));
                group.count = group.count.saturating_add(u64::from(twin.is_some()));
                group.first.grow_by(twin.filter(|_| group.first.len() < NAMED));
            }
            // Without memory it is not told; nothing is read otherwise for it.
            Err(_) => return None,
        }
    }
    (group.count > 0).then_some(group)
}

/// Whether different names of these bytes can look alike at all: not without anything that is passed over, unless a letter is there
/// both large and small. Most ids are written in one kind of letters, and need no second look.
fn can_be_alike<'a>(names: impl Iterator<Item = &'a [u8]>) -> bool {
    let mut used = [false; 256];
    for byte in names.flatten() {
        if let Some(slot) = used.get_mut(usize::from(*byte)) {
            *slot = true;
        }
    }
    let is_used = |byte: u8| used.get(usize::from(byte)).is_some_and(|used| *used);
    (0x80..=0xFF).any(is_used)
        || (0x09..=0x0D).chain([b' ']).any(is_used)
        || (b'A'..=b'Z').any(|large| is_used(large) && is_used(large.to_ascii_lowercase()))
}

/// What is said of two names, where they do look alike.
fn twins(first: &[u8], name: &[u8]) -> Option<Issue> {
    let (first, name) = (core::str::from_utf8(first).ok()?, core::str::from_utf8(name).ok()?);
    let kind = IssueKind::LooksAlike { other: first.to_owned() };
    (look(first) == look(name)).then(|| Issue { found: Some(shortened(name)), ..Issue::new(kind) })
}

/// A number that names which look alike have in common, and few others. Plain letters are hashed as they stand.
fn hash(name: &[u8]) -> u64 {
    const START: u64 = 0xCBF2_9CE4_8422_2325;
    let add = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
    if name.is_ascii() {
        let letters = name.iter().filter(|byte| !byte.is_ascii_whitespace() && **byte != 0x0b);
        return letters.fold(START, |hash, byte| add(hash, byte.to_ascii_lowercase()));
    }
    let text = core::str::from_utf8(name).unwrap_or_default();
    look(text).bytes().fold(START, add)
}

#[cfg(test)]
mod tests {
    use super::alike;
    use crate::text::look;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        /// Whatever the letters are: as many are told as there are names beyond the first of each look.
        #[test]
        fn every_name_that_looks_like_an_earlier_one_is_counted(
            names in prop::collection::btree_set("([a-c1]{0,3}|[A-C1_]{0,3}|[aAbB]{0,3}|[a \u{b}]{0,3}|[aéÉ\u{200b}]{0,3})", 0..12),
        ) {
            let looks: BTreeSet<String> = names.iter().map(|name| look(name)).collect();
            let told = alike(names.iter().map(String::as_bytes)).map_or(0, |group| group.count);
            prop_assert_eq!(told, names.len().saturating_sub(looks.len()) as u64);
        }
    }
}
