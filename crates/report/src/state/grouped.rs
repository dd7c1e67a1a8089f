//! Long numbers in groups of three, as they stand in a field that nobody types in.
//!
//! What was typed stays as it was typed: groups are only shown. So a number is read the same whether it is grouped or
//! not, undo brings back what was there, and what is saved does not depend on how a country groups.

use plimsoll_intake::DecimalMark;

/// The fewest digits before the decimal mark that are grouped.
const FEWEST: usize = 5;

/// What sets off the groups. Where the comma is the decimal mark it is a space that does not break, since a point would
/// be taken for a decimal mark elsewhere.
const fn between(mark: DecimalMark) -> char {
    match mark {
        DecimalMark::Point => ',',
        DecimalMark::Comma => '\u{a0}',
    }
}

/// A text as it is shown: a plain number of five or more digits in groups, anything else as it is.
pub(crate) fn grouped(text: &str, mark: DecimalMark) -> String {
    let whole = text.bytes().take_while(u8::is_ascii_digit).count();
    let (whole, rest) = text.split_at_checked(whole).unwrap_or_default();
    let is_plain = match rest.as_bytes() {
        [] => true,
        [b'.', decimals @ ..] => is_number(decimals),
        [b',', decimals @ ..] => mark == DecimalMark::Comma && is_number(decimals),
        _ => false,
    };
    if !is_plain || whole.len() < FEWEST || whole.starts_with('0') {
        return text.into();
    }
    let mut shown = String::new();
    for (place, digit) in whole.bytes().enumerate() {
        if place > 0 && whole.len().abs_diff(place).is_multiple_of(3) {
            shown.push(between(mark));
        }
        shown.push(char::from(digit));
    }
    shown.push_str(rest);
    shown
}

fn is_number(decimals: &[u8]) -> bool {
    !decimals.is_empty() && decimals.iter().all(u8::is_ascii_digit)
}

/// What is meant when `shown`, which stands for `meant`, is changed to `now`.
///
/// The groups that were shown do not count while somebody types between them: "240,000" with one more digit is
/// 2,400,001, never 240 and a fraction. With a mark of one's own among the groups, it is another text altogether.
pub(crate) fn edited(meant: &str, shown: &str, now: &str, mark: DecimalMark) -> String {
    let groups = if meant == shown { None } else { without_groups(shown, now, between(mark)) };
    groups.unwrap_or_else(|| now.into())
}

/// The new text without the groups of the old one; nothing where it is another text altogether.
fn without_groups(shown: &str, now: &str, between: char) -> Option<String> {
    let start = alike(shown.bytes(), now.bytes());
    let (head, typed) = now.split_at_checked(start)?;
    let end = alike(shown.get(start..)?.bytes().rev(), typed.bytes().rev());
    let (typed, tail) = typed.split_at_checked(typed.len().checked_sub(end)?)?;
    let has_mark = typed.bytes().any(|letter| matches!(letter, b'.' | b','));
    if has_mark && (!tail.is_empty() || typed.contains(between)) {
        return None;
    }
    let without = |part: &str| part.chars().filter(|letter| *letter != between).collect::<String>();
    Some([without(head).as_str(), typed, &without(tail)].concat())
}

/// How far two texts begin alike, in bytes.
fn alike(one: impl Iterator<Item = u8>, other: impl Iterator<Item = u8>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).count()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops where it is surprised")]

    use super::*;
    use DecimalMark::{Comma, Point};
    use plimsoll_intake::read_number;
    use proptest::prelude::*;

    #[test]
    fn plain_numbers_of_five_digits_are_grouped() {
        for (text, point, comma) in [
            ("240000", "240,000", "240\u{a0}000"),
            ("1300000", "1,300,000", "1\u{a0}300\u{a0}000"),
            ("12345", "12,345", "12\u{a0}345"),
            ("240000.5", "240,000.5", "240\u{a0}000.5"),
            ("240000,5", "240000,5", "240\u{a0}000,5"),
        ] {
            assert_eq!((grouped(text, Point), grouped(text, Comma)), (point.into(), comma.into()));
        }
    }

    #[test]
    fn anything_else_stays_as_it_was_typed() {
        for text in
            ["", "1234", "12.5k", "$240000", "-24000", "012345", "240,000", "240000.", ".12345", "1.2.34567"]
        {
            assert_eq!((grouped(text, Point).as_str(), grouped(text, Comma).as_str()), (text, text));
        }
    }

    #[test]
    fn typing_between_groups_means_the_number() {
        for (now, meant) in [
            ("240,0001", "2400001"),
            ("240,00", "24000"),
            ("24,000", "24000"),
            ("240000", "240000"),
            ("2401,000", "2401000"),
            ("240,000k", "240000k"),
            ("$240,000", "$240000"),
            ("240,000.5", "240000.5"),
            ("12,5", "12,5"),
            ("1,000", "1000"),
            ("1.5,000", "1.5,000"),
            ("12.345,000", "12.345,000"),
            ("", ""),
        ] {
            assert_eq!(edited("240000", "240,000", now, Point), meant, "{now}");
        }
        assert_eq!(edited("12,5", "12,5", "12,50", Point), "12,50");
        assert_eq!(edited("1300000", "1\u{a0}300\u{a0}000", "1\u{a0}30\u{a0}000", Comma), "130000");
    }

    fn text() -> impl Strategy<Value = String> {
        prop_oneof!["[0-9]{4,20}", "[0-9]{4,12}[.,][0-9]{0,5}", "[-+0-9.,' kM%$€()]{0,14}", "\\PC{0,12}"]
    }

    proptest! {
        #[test]
        fn groups_change_no_value(text in text(), is_comma in any::<bool>()) {
            let mark = if is_comma { Comma } else { Point };
            let value = |text: &str| read_number(text, mark).map(|reading| (reading.value, reading.unit));
            let shown = grouped(&text, mark);
            prop_assert_eq!(value(&shown), value(&text));
            prop_assert_eq!(edited(&text, &shown, &shown, mark), text);
        }

        /// One key after the other: a digit more or one less, anywhere, means what it would mean without groups.
        #[test]
        fn every_key_between_groups_means_the_digits(
            text in "[1-9][0-9]{4,12}",
            keys in prop::collection::vec((any::<prop::sample::Index>(), prop::option::of("[0-9]")), 1..8),
            is_comma in any::<bool>(),
        ) {
            let (mark, between) = if is_comma { (Comma, '\u{a0}') } else { (Point, ',') };
            let mut shown: Vec<char> = grouped(&text, mark).chars().collect();
            let mut meant = text;
            for (place, key) in keys {
                let before: String = shown.iter().collect();
                let place = place.index(shown.len().saturating_add(1));
                match key {
                    Some(digit) => shown.insert(place, digit.chars().next().unwrap()),
                    None if place < shown.len() => drop(shown.remove(place)),
                    None => {}
                }
                let now: String = shown.iter().collect();
                meant = edited(&meant, &before, &now, mark);
                prop_assert_eq!(&meant, &now.replace(between, ""));
            }
        }

        #[test]
        fn anything_may_become_anything(
            meant in text(), shown in text(), now in text(), is_comma in any::<bool>(),
        ) {
            let mark = if is_comma { Comma } else { Point };
            prop_assert!(edited(&meant, &shown, &now, mark).len() <= now.len());
            prop_assert_eq!(edited(&meant, &meant, &now, mark), now);
        }
    }
}
