//! Cells that are written as programs write them, read without a detour. What is not plain is left to the careful reader, and
//! both read alike (a property below).

use super::super::super::number::DecimalMark;

/// A number of digits with at most one point, and how many decimals it has; nothing where it is not plain, has more than
/// six decimals, or could be read another way.
pub(super) fn number(text: &str, mark: Option<DecimalMark>) -> Option<(i64, u8)> {
    const LONGEST: usize = 15;
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.is_empty() || digits.len() > LONGEST {
        return None;
    }
    let (mut value, mut places, mut whole, mut has_point) = (0_i64, 0_u8, 0_u8, false);
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' => {
                value = value.wrapping_mul(10).wrapping_add(i64::from(byte.wrapping_sub(b'0')));
                let count = if has_point { &mut places } else { &mut whole };
                *count = count.saturating_add(1);
            }
            b'.' if !has_point && whole > 0 => has_point = true,
            _ => return None,
        }
    }
    let is_clear =
        !has_point || mark == Some(DecimalMark::Point) || (mark.is_none() && (places != 3 || whole > 3));
    let is_plain = is_clear && places <= 6 && (!has_point || places > 0);
    let value = if digits.len() < text.len() { value.wrapping_neg() } else { value };
    is_plain.then_some((value, places))
}

/// A day of the years that businesses have, written as 2025-03-04, since 1970-01-01; nothing for anything else.
pub(super) fn day(text: &str) -> Option<i32> {
    let bytes: &[u8; 10] = text.as_bytes().try_into().ok()?;
    let [a, b, c, d, b'-', e, f, b'-', g, h] = *bytes else { return None };
    let two = |tens: u8, ones: u8| {
        let is_number = tens.is_ascii_digit() && ones.is_ascii_digit();
        is_number.then(|| i32::from(tens & 15).wrapping_mul(10).wrapping_add(i32::from(ones & 15)))
    };
    let year = two(a, b)?.wrapping_mul(100).wrapping_add(two(c, d)?);
    let (month, day) = (two(e, f)?, two(g, h)?);
    let is_leap = year & 3 == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0);
    let most = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => return None,
    };
    if !(1900..=2199).contains(&year) || !(1..=most).contains(&day) {
        return None;
    }
    Some(since_1970(year, month, day))
}

/// Days since 1970-01-01: years begin in March, so that the leap day is the last of its year, and months of 31, 30, 31, 30, 31
/// days follow one another, which makes them 153 days for five.
const fn since_1970(year: i32, month: i32, day: i32) -> i32 {
    let (year, month) =
        if month > 2 { (year, month.wrapping_sub(3)) } else { (year.wrapping_sub(1), month.wrapping_add(9)) };
    let leaps = (year >> 2).wrapping_sub(year.div_euclid(100)).wrapping_add(year.div_euclid(400));
    let months = month.wrapping_mul(153).wrapping_add(2).div_euclid(5);
    year.wrapping_mul(365).wrapping_add(leaps).wrapping_add(months).wrapping_add(day).wrapping_sub(719_469)
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should stop"
)]
mod tests {
    use chrono::Datelike as _;
    use proptest::prelude::*;

    use super::*;
    use crate::date::{DateOrder, read_date};
    use crate::number::{Unit, read_number};

    #[test]
    fn what_is_not_plain_is_left_alone() {
        use DecimalMark::{Comma, Point};
        assert_eq!(number("-12.50", None), Some((-1250, 2)));
        assert_eq!(number("1.000", Some(Point)), Some((1000, 3)));
        assert_eq!(
            (number("1.000", None), number("1.5", Some(Comma)), number("1000.000", None)),
            (None, None, Some((1_000_000, 3)))
        );
        for text in ["", "-", ".5", "5.", "1,5", "1e5", "1.2.3", "0.1234567", "1234567890123456", "--1", "+1"]
        {
            assert_eq!(number(text, Some(Point)), None, "{text}");
        }
        for text in
            ["2025-02-29", "2025-13-01", "1899-12-31", "2200-01-01", "2025-1-01", "2025/01/01", "2025-01-00"]
        {
            assert_eq!(day(text), None, "{text}");
        }
        assert_eq!(
            (day("1970-01-01"), day("2024-02-29"), day("1969-12-31")),
            (Some(0), Some(19_782), Some(-1))
        );
    }

    proptest! {
        #[test]
        fn days_are_those_of_the_calendar(days in -25_000_i32..80_000) {
            let date = chrono::NaiveDate::from_num_days_from_ce_opt(days + 719_163).unwrap();
            prop_assert_eq!(day(&date.to_string()), Some(days));
            prop_assert_eq!(read_date(&date.to_string(), DateOrder::DayFirst).unwrap().day.num_days_from_ce() - 719_163, days);
        }

        #[test]
        fn any_text_that_is_plain_is_read_as_the_careful_reader_does(
            text in "[-0-9.,]{0,12}|-?[0-9]{1,9}(\\.[0-9]{1,7})?", known in 0..3_usize,
        ) {
            let mark = [None, Some(DecimalMark::Point), Some(DecimalMark::Comma)][known];
            if let Some((value, places)) = number(&text, mark) {
                let read = read_number(&text, mark.unwrap_or(DecimalMark::Point)).unwrap();
                prop_assert_eq!(read.value, rust_decimal::Decimal::new(value, places.into()));
                prop_assert!(mark.is_some() || !read.ambiguous);
                let percent = read_number(&format!("{text}%"), mark.unwrap_or(DecimalMark::Point)).unwrap();
                prop_assert_eq!((percent.value, percent.unit), (read.value, Some(Unit::Percent)));
                prop_assert!(read.proves.is_none() || mark.is_none() || read.proves == mark);
            }
        }
    }
}
