//! Reading amounts, eight digits at a time.

use super::cells::{BEYOND_NINE, TOPS, again, word};

/// Each byte 0 when it is the digit zero.
const ZEROS: u64 = 0x3030_3030_3030_3030;
/// The eight bytes that end before a place.
#[inline(always)]
fn word_before(bytes: &[u8], end: usize) -> Option<u64> {
    word(bytes, end.checked_sub(8)?)
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

    /// An amount in minor units: `1234.56`, `1234.5`, `1234`. At most fifteen digits. One below zero is not read: whether it
    /// counts is not for this reader to say.
    #[inline(always)]
    pub(super) fn read(self, bytes: &[u8], start: usize, end: usize) -> Option<i64> {
        let plain = |bytes: &[u8], start, end| self.read_plain(bytes, start, end);
        plain(bytes, start, end).or_else(|| again(bytes, start, end, plain))
    }

    #[inline(always)]
    fn read_plain(self, bytes: &[u8], start: usize, end: usize) -> Option<i64> {
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
        let point = cell.iter().position(|byte| *byte == b'.').unwrap_or(cell.len());
        let (whole, part) = cell.split_at_checked(point)?;
        let part = part.strip_prefix(b".").unwrap_or(part);
        let ends_in_point = point < cell.len() && part.is_empty();
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
        Some(number)
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
mod tests {
    use super::Amounts;
    use crate::reader::cells::amid;
    use proptest::prelude::*;

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
            "-3.10",
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

    proptest! {
        /// The fast way and the slow way read the same.
        #[test]
        fn fast_amounts_equal_slow_ones(cell in "[0-9]{0,9}\\.?[0-9]{0,3}|[ -;]{1,9}", decimals in 0_u8..=4) {
            let amounts = Amounts::new(decimals);
            prop_assert_eq!(amid(&cell, |b, s, e| amounts.read_plain(b, s, e)), amounts.read_slowly(cell.as_bytes()));
        }
    }
}
