//! Reading one cell: a name, a month, an amount. Only what can be read in one way; everything else is not for here.

use crate::Month;
use crate::names::{Key, key_of, trimmed};
use std::borrow::Cow;

/// Eight bytes from a place on, the first byte lowest. Nothing at the end of the data.
#[inline(always)]
fn word(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..)?.first_chunk().map(|chunk| u64::from_le_bytes(*chunk))
}

/// The eight bytes that end before a place.
#[inline(always)]
fn word_before(bytes: &[u8], end: usize) -> Option<u64> {
    word(bytes, end.checked_sub(8)?)
}

/// A cell without the carriage return of its line and without the quotes around it.
#[inline(always)]
pub(super) fn bare(bytes: &[u8], start: usize, end: usize, ends_line: bool) -> (usize, usize) {
    let mut end = end;
    if ends_line && end > start && bytes.get(end.wrapping_sub(1)) == Some(&b'\r') {
        end = end.wrapping_sub(1);
    }
    let quoted = end.wrapping_sub(start) >= 2
        && bytes.get(start) == Some(&b'"')
        && bytes.get(end.wrapping_sub(1)) == Some(&b'"');
    if quoted { (start.wrapping_add(1), end.wrapping_sub(1)) } else { (start, end) }
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

/// The key of the name in a cell, which was made bare; nothing for a cell without a name.
#[inline(always)]
pub(super) fn key(bytes: &[u8], start: usize, end: usize, was_quoted: bool) -> Option<Key> {
    let length = end.wrapping_sub(start);
    let graphic = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_graphic);
    if length.wrapping_sub(1) < 16
        && graphic(start)
        && graphic(end.wrapping_sub(1))
        && let (Some(first), Some(second)) = (word(bytes, start), word(bytes, start.wrapping_add(8)))
    {
        let bits = (length as u32).wrapping_mul(8);
        let key = if bits <= 64 {
            [first & (u64::MAX >> 64_u32.wrapping_sub(bits)), 0]
        } else {
            [first, second & (u64::MAX >> 128_u32.wrapping_sub(bits))]
        };
        if !(was_quoted && has_quote(key)) {
            return Some(key);
        }
    }
    let around = usize::from(was_quoted);
    key_of_cell(bytes.get(start.wrapping_sub(around)..end.wrapping_add(around))?)
}

/// Whether one of a key's bytes is a quote.
#[inline(always)]
fn has_quote(key: Key) -> bool {
    key.iter().any(|word| word.to_le_bytes().contains(&b'"'))
}

/// The key of a name that is long, at the end of the data, not plain ASCII, has white space around it or quotes in it.
#[inline(never)]
fn key_of_cell(cell: &[u8]) -> Option<Key> {
    let name = text(cell);
    (!name.is_empty()).then(|| key_of(&name))
}

/// Each byte 0 when it is the digit zero.
const ZEROS: u64 = 0x3030_3030_3030_3030;
/// The top bit of each byte.
const TOPS: u64 = 0x8080_8080_8080_8080;
/// Brings 10 and everything above it, in a byte, to its top bit.
const BEYOND_NINE: u64 = 0x7676_7676_7676_7676;

/// A month written `2025-03`, or a day of it written `2025-03-31`.
#[inline(always)]
pub(super) fn month(bytes: &[u8], start: usize, end: usize) -> Option<Month> {
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

/// How amounts are written: with so many decimals of the currency.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amounts {
    decimals: usize,
    /// Minor units of one.
    scale: i64,
}

impl Amounts {
    /// Currencies have up to four decimals; more are read as four, and every amount is then unreadable here.
    pub(super) const fn new(decimals: u8) -> Self {
        match decimals {
            0 => Self { decimals: 0, scale: 1 },
            1 => Self { decimals: 1, scale: 10 },
            2 => Self { decimals: 2, scale: 100 },
            3 => Self { decimals: 3, scale: 1_000 },
            _ => Self { decimals: 4, scale: 10_000 },
        }
    }

    /// An amount in minor units: `1234.56`, `1234.5`, `1234`, `-1234`. At most fifteen digits.
    #[inline(always)]
    pub(super) fn read(self, bytes: &[u8], start: usize, end: usize) -> Option<i64> {
        let length = end.wrapping_sub(start);
        let point = end.wrapping_sub(self.decimals).wrapping_sub(1);
        if self.decimals > 0 && length > self.decimals.wrapping_add(1) && bytes.get(point) == Some(&b'.') {
            let digits = length.wrapping_sub(1);
            if digits <= 8
                && let (Some(whole), Some(part)) = (word_before(bytes, point), word_before(bytes, end))
            {
                // The point closed up: the decimals stay in the upper bytes, the whole moves up to them.
                let shift = (self.decimals as u32).wrapping_mul(8);
                let upper = u64::MAX.wrapping_shl(64_u32.wrapping_sub(shift));
                if let Some(number) = eight_digits(whole.wrapping_shr(shift) | (part & upper), digits) {
                    return Some(number);
                }
            }
        } else if length.wrapping_sub(1) < 8
            && let Some(number) = word_before(bytes, end).and_then(|word| eight_digits(word, length))
        {
            return Some(number.wrapping_mul(self.scale));
        }
        self.read_slowly(bytes.get(start..end)?)
    }

    /// The same, byte by byte.
    #[cold]
    fn read_slowly(self, cell: &[u8]) -> Option<i64> {
        let (is_negative, digits) = match cell {
            [b'-', rest @ ..] => (true, rest),
            _ => (false, cell),
        };
        let point = digits.iter().position(|byte| *byte == b'.').unwrap_or(digits.len());
        let (whole, part) = digits.split_at_checked(point)?;
        let part = part.strip_prefix(b".").unwrap_or(part);
        let ends_in_point = point < digits.len() && part.is_empty();
        let count = whole.len().saturating_add(self.decimals);
        if whole.is_empty() || ends_in_point || part.len() > self.decimals || count > 15 {
            return None;
        }
        let zeros = core::iter::repeat_n(&b'0', self.decimals.saturating_sub(part.len()));
        let mut number = 0_i64;
        for digit in whole.iter().chain(part).chain(zeros) {
            if !digit.is_ascii_digit() {
                return None;
            }
            number = number.wrapping_mul(10).wrapping_add(i64::from(digit.wrapping_sub(b'0')));
        }
        Some(if is_negative { number.wrapping_neg() } else { number })
    }
}

/// The number written by the last so many (1 to 8) of eight bytes, which must be digits.
#[inline(always)]
const fn eight_digits(word: u64, digits: usize) -> Option<i64> {
    let cut = 64_u32.wrapping_sub((digits as u32).wrapping_mul(8));
    let values = (word ^ ZEROS) & u64::MAX.wrapping_shl(cut);
    if (values.wrapping_add(BEYOND_NINE) | values) & TOPS != 0 {
        return None;
    }
    // Pairs of digits, then pairs of pairs, then both halves.
    let pairs = values.wrapping_mul(10).wrapping_add(values >> 8);
    let upper = (pairs & 0x0000_00FF_0000_00FF).wrapping_mul(0x000F_4240_0000_0064);
    let lower = (pairs >> 16 & 0x0000_00FF_0000_00FF).wrapping_mul(0x0000_2710_0000_0001);
    Some((upper.wrapping_add(lower) >> 32) as i64)
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test that cannot go on should stop")]
mod tests {
    use super::{Amounts, bare, key, month, text};
    use crate::Month;
    use crate::names::key_of;
    use proptest::prelude::*;

    /// A cell in the middle of data: the fast ways need bytes around it.
    fn amid<T>(cell: &str, read: impl Fn(&[u8], usize, usize) -> T) -> T {
        let data = format!("0123456789,{cell},0123456789abcdef");
        read(data.as_bytes(), 11, 11 + cell.len())
    }

    #[test]
    fn amounts_are_read_in_minor_units() {
        let cases = [
            ("0", 0),
            ("7", 700),
            ("12.5", 1_250),
            ("12.34", 1_234),
            ("0.05", 5),
            ("007.00", 700),
            ("123456.78", 12_345_678),
            ("1234567.89", 123_456_789),
            ("99999999", 9_999_999_900),
            ("-3.10", -310),
            ("9999999999999.99", 999_999_999_999_999),
        ];
        for (cell, minor) in cases {
            assert_eq!(amid(cell, |b, s, e| Amounts::new(2).read(b, s, e)), Some(minor), "{cell}");
            assert_eq!(Amounts::new(2).read(cell.as_bytes(), 0, cell.len()), Some(minor), "{cell} alone");
        }
        assert_eq!(amid("1234", |b, s, e| Amounts::new(0).read(b, s, e)), Some(1_234));
        assert_eq!(amid("1.234", |b, s, e| Amounts::new(3).read(b, s, e)), Some(1_234));
        assert_eq!(amid("1.2", |b, s, e| Amounts::new(3).read(b, s, e)), Some(1_200));
    }

    #[test]
    fn what_could_be_read_otherwise_is_left_alone() {
        let cells = [
            "",
            ".",
            ".5",
            "5.",
            "-",
            "--1",
            "+1",
            "1,5",
            "1.234",
            "12a.00",
            "1 000",
            "$5",
            "(5)",
            "1.2.3",
            "1e3",
            "99999999999999.99",
            "٣",
            "0x10",
            " 5",
            "5 ",
            "1/.00",
            "1:.00",
        ];
        for cell in cells {
            assert_eq!(amid(cell, |b, s, e| Amounts::new(2).read(b, s, e)), None, "{cell}");
        }
        assert_eq!(amid("12.0", |b, s, e| Amounts::new(0).read(b, s, e)), None);
    }

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
        for (cell, plain) in
            [("\"a\"", "a"), ("a", "a"), ("\"\"", ""), ("\"", "\""), ("a\r", "a"), ("\"a\"\r", "a")]
        {
            let (start, end) = bare(cell.as_bytes(), 0, cell.len(), true);
            assert_eq!(cell.get(start..end), Some(plain));
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
            assert_eq!(amid(name, |b, s, e| key(b, s, e, false)), Some(key_of(name.as_bytes())), "{name}");
            assert_eq!(key(name.as_bytes(), 0, name.len(), false), Some(key_of(name.as_bytes())), "{name}");
        }
        for (cell, name) in [(" a", "a"), ("a\u{a0}", "a"), ("é\r", "é")] {
            assert_eq!(amid(cell, |b, s, e| key(b, s, e, false)), Some(key_of(name.as_bytes())), "{cell:?}");
        }
        for (cell, name) in [("\"a\"", "a"), ("\"a\"\"b\"", "a\"b"), ("\" a\"", "a")] {
            assert_eq!(
                amid(cell, |b, s, e| key(b, s + 1, e - 1, true)),
                Some(key_of(name.as_bytes())),
                "{cell}"
            );
        }
        for name in ["", "  ", "\u{a0}"] {
            assert_eq!(amid(name, |b, s, e| key(b, s, e, false)), None, "{name:?}");
        }
    }

    proptest! {
        /// The fast way and the slow way read the same.
        #[test]
        fn fast_amounts_equal_slow_ones(cell in "[0-9]{0,9}\\.?[0-9]{0,3}|[ -;]{1,9}", decimals in 0_u8..=4) {
            let amounts = Amounts::new(decimals);
            prop_assert_eq!(amid(&cell, |b, s, e| amounts.read(b, s, e)), amounts.read_slowly(cell.as_bytes()));
        }
    }
}
