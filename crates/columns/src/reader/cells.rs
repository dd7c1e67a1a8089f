//! Reading one cell: a name or a month. Only what can be read in one way; everything else is not for here.

use crate::Month;
use crate::names::{Key, key_of, trimmed};
use std::borrow::Cow;

/// Eight bytes from a place on, the first byte lowest. Nothing at the end of the data.
#[inline(always)]
pub(super) fn word(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..)?.first_chunk().map(|chunk| u64::from_le_bytes(*chunk))
}

/// A cell without the carriage return of its line and without the quotes around it; nothing when it has neither.
#[inline(always)]
fn bare(bytes: &[u8], start: usize, end: usize) -> Option<(usize, usize)> {
    let cell = bytes.get(start..end)?;
    let line = cell.strip_suffix(b"\r").unwrap_or(cell);
    match line {
        [b'"', inner @ .., b'"'] => {
            let start = start.wrapping_add(1);
            Some((start, start.wrapping_add(inner.len())))
        }
        _ if line.len() < cell.len() => Some((start, end.wrapping_sub(1))),
        _ => None,
    }
}

/// Reads a cell once more, without quotes and carriage return. Apart, so that the plain case stays short.
#[inline(never)]
pub(super) fn again<T>(
    bytes: &[u8],
    start: usize,
    end: usize,
    read: impl Fn(&[u8], usize, usize) -> Option<T>,
) -> Option<T> {
    let (start, end) = bare(bytes, start, end)?;
    read(bytes, start, end)
}

/// A cell's text: pairs of quotes become one, and white space around it goes. What stands behind a closing quote
/// belongs to it.
pub(super) fn text(cell: &[u8]) -> Cow<'_, [u8]> {
    let cell = cell.strip_suffix(b"\r").unwrap_or(cell);
    let Some(quoted) = cell.strip_prefix(b"\"") else { return Cow::Borrowed(trimmed(cell)) };
    match quoted.iter().position(|byte| *byte == b'"') {
        Some(first) if first.saturating_add(1) == quoted.len() => {
            Cow::Borrowed(trimmed(quoted.get(..first).unwrap_or_default()))
        }
        _ => Cow::Owned(trimmed(&unquoted(quoted)).to_vec()),
    }
}

/// What follows an opening quote, read as the index reads it.
fn unquoted(bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::with_capacity(bytes.len());
    let mut rest = bytes.iter();
    while let Some(byte) = rest.next() {
        if *byte == b'"' {
            match rest.next() {
                Some(b'"') => text.push(b'"'),
                Some(other) => {
                    text.push(*other);
                    text.extend(rest);
                    break;
                }
                None => break,
            }
        } else {
            text.push(*byte);
        }
    }
    text
}

/// The key of the name in a cell; nothing for a cell without a name.
#[inline(always)]
pub(super) fn key(bytes: &[u8], start: usize, end: usize) -> Option<Key> {
    plain_key(bytes, start, end).or_else(|| unusual_key(bytes, start, end))
}

/// The key of a name that is one to sixteen bytes of plain text and does not begin with a quote.
#[inline(always)]
fn plain_key(bytes: &[u8], start: usize, end: usize) -> Option<Key> {
    let length = end.wrapping_sub(start);
    if length.wrapping_sub(1) >= 16 || !bytes.get(end.wrapping_sub(1))?.is_ascii_graphic() {
        return None;
    }
    let (first, second) = (word(bytes, start)?, word(bytes, start.wrapping_add(8))?);
    let bits = (length as u32).wrapping_mul(8);
    let key = if bits <= 64 {
        [first & (u64::MAX >> 64_u32.wrapping_sub(bits)), 0]
    } else {
        [first, second & (u64::MAX >> 128_u32.wrapping_sub(bits))]
    };
    // Graphic, and neither `!` nor the quote.
    ((first as u8).wrapping_sub(b'#') <= b'~' - b'#').then_some(key)
}

/// Whether one of eight bytes is a quote.
#[inline(always)]
const fn has_quote(word: u64) -> bool {
    let other = word ^ 0x2222_2222_2222_2222;
    other.wrapping_sub(0x0101_0101_0101_0101) & !other & TOPS != 0
}

/// The key of a name that is within quotes, long, at the end of the data, not plain ASCII, or has white space around it.
#[inline(never)]
fn unusual_key(bytes: &[u8], start: usize, end: usize) -> Option<Key> {
    let bare = bare(bytes, start, end).and_then(|(start, end)| plain_key(bytes, start, end));
    bare.filter(|key| !key.iter().any(|word| has_quote(*word))).or_else(|| {
        let name = text(bytes.get(start..end)?);
        (!name.is_empty()).then(|| key_of(&name))
    })
}

/// The top bit of each byte.
pub(super) const TOPS: u64 = 0x8080_8080_8080_8080;
/// Brings 10 and everything above it, in a byte, to its top bit.
pub(super) const BEYOND_NINE: u64 = 0x7676_7676_7676_7676;

/// A month written `2025-03`, or a day of it written `2025-03-31`.
#[inline(always)]
pub(super) fn month(bytes: &[u8], start: usize, end: usize) -> Option<Month> {
    plain_month(bytes, start, end).or_else(|| again(bytes, start, end, plain_month))
}

#[inline(always)]
fn plain_month(bytes: &[u8], start: usize, end: usize) -> Option<Month> {
    // `2025-03` with its hyphen as 0, and the byte behind it gone.
    const PATTERN: u64 = 0x0030_302D_3030_3030;
    let length = end.wrapping_sub(start);
    let raw = word(bytes, start)?;
    let digits = (raw ^ PATTERN) & (u64::MAX >> 8);
    // In the hyphen's byte, already 1 is too much.
    let beyond = BEYOND_NINE.wrapping_add(0x0000_0009_0000_0000);
    if (digits.wrapping_add(beyond) | digits) & (TOPS >> 8) != 0 {
        return None;
    }
    let pairs = digits.wrapping_mul(10).wrapping_add(digits >> 8);
    let year = (pairs & 0xFF).wrapping_mul(100).wrapping_add(pairs >> 16 & 0xFF);
    let month = pairs >> 40 & 0xFF;
    if month.wrapping_sub(1) >= 12 {
        return None;
    }
    let found = Month((year.wrapping_mul(12).wrapping_add(month).wrapping_sub(1)) as i32);
    match length {
        7 => Some(found),
        10 => is_day(bytes.get(start.wrapping_add(7)..end)?, found).then_some(found),
        _ => None,
    }
}

/// Whether `-31` is a day of this month.
#[inline]
fn is_day(text: &[u8], month: Month) -> bool {
    let [b'-', tens @ b'0'..=b'3', units @ b'0'..=b'9'] = text else { return false };
    let day = tens.wrapping_sub(b'0').wrapping_mul(10).wrapping_add(units.wrapping_sub(b'0'));
    let year = month.year();
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month.month() {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    (1..=days).contains(&day)
}

/// A cell in the middle of data: the fast ways need bytes around it.
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "only tests use it")]
pub(super) fn amid<T>(cell: &str, read: impl Fn(&[u8], usize, usize) -> T) -> T {
    let data = format!("0123456789,{cell},0123456789abcdef");
    read(data.as_bytes(), 11, 11 + cell.len())
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test that cannot go on should stop")]
mod tests {
    use super::{amid, bare, key, month, text};
    use crate::Month;
    use crate::names::key_of;

    #[test]
    fn months_and_days_are_read() {
        let march = Month::from_year_month(2025, 3);
        for cell in ["2025-03", "2025-03-01", "2025-03-31"] {
            assert_eq!(amid(cell, month), march, "{cell}");
        }
        assert_eq!(amid("2024-02-29", month), Month::from_year_month(2024, 2));
        let others = [
            "2025-13",
            "2025-00",
            "2025/03",
            "2025-3",
            "25-03",
            "2025-03-32",
            "2025-02-29",
            "2025-03-00",
            "1900-02-29",
            "2025-03-1",
            "2025-03T",
            "202503",
            "Mar 2025",
            "2O25-03",
            "2025-0:",
            "2025.03",
            "",
        ];
        for cell in others {
            assert_eq!(amid(cell, month), None, "{cell}");
        }
    }

    #[test]
    fn cells_lose_their_quotes() {
        for (cell, plain) in [("\"a\"", "a"), ("\"\"", ""), ("a\r", "a"), ("\"a\"\r", "a"), ("\"\r", "\"")] {
            let found = bare(cell.as_bytes(), 0, cell.len());
            assert_eq!(found.and_then(|(start, end)| cell.get(start..end)), Some(plain), "{cell:?}");
        }
        for cell in ["a", "\"", "", "a\"", "\"a"] {
            assert_eq!(bare(cell.as_bytes(), 0, cell.len()), None, "{cell:?}");
        }
        let cases = [
            ("a", "a"),
            (" \"a\" ", "\"a\""),
            ("\"a, b \"\r", "a, b"),
            ("\"a \"\"b\"\" c\"", "a \"b\" c"),
            ("\"a\"b\"", "ab\""),
        ];
        for (cell, plain) in cases {
            assert_eq!(text(cell.as_bytes()).as_ref(), plain.as_bytes(), "{cell}");
        }
    }

    #[test]
    fn names_have_one_key_wherever_they_stand() {
        for name in ["a", "12345678", "123456789", "0123456789abcdef", "0123456789abcdefg", "é", "a\"b"] {
            assert_eq!(amid(name, key), Some(key_of(name.as_bytes())), "{name}");
            assert_eq!(key(name.as_bytes(), 0, name.len()), Some(key_of(name.as_bytes())), "{name}");
        }
        for (cell, name) in [(" a", "a"), ("a\u{a0}", "a"), ("é\r", "é")] {
            assert_eq!(amid(cell, key), Some(key_of(name.as_bytes())), "{cell:?}");
        }
        for (cell, name) in [("\"a\"", "a"), ("\"a\"\"b\"", "a\"b"), ("\" a\"", "a")] {
            assert_eq!(amid(cell, key), Some(key_of(name.as_bytes())), "{cell}");
        }
        for name in ["", "  ", "\u{a0}"] {
            assert_eq!(amid(name, key), None, "{name:?}");
        }
    }
}
