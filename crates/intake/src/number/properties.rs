#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    reason = "a test that cannot go on should stop"
)]

use proptest::prelude::*;

use super::DecimalMark::{Comma, Point};
use super::*;

/// The digits of a non-negative number in groups of three.
fn grouped(value: Decimal, group: char, decimal: char) -> String {
    let plain = value.to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(decimal);
        text.push_str(fraction);
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_text_is_read_or_refused_at_a_place_in_it(text in "\\PC{0,30}|[-+0-9.,' \u{a0}kM%$€()]{0,20}") {
        for mark in [Point, Comma] {
            match read_number(&text, mark) {
                Ok(_) | Err(NumberProblem::Empty | NumberProblem::TooManyDigits { .. } | NumberProblem::TooLong { .. }) => {}
                Err(NumberProblem::NotANumber { at, found } | NumberProblem::NotPlainDigits { at, found }) => {
                    prop_assert_eq!(text.chars().nth(at - 1), Some(found));
                }
                Err(NumberProblem::TwoDecimalMarks { at } | NumberProblem::MisplacedGroup { at }) => {
                    let is_mark = |c| matches!(c, '.' | ',' | '\'' | '’' | ' ' | '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}');
                    prop_assert!(text.chars().nth(at - 1).is_some_and(is_mark));
                }
            }
        }
    }

    #[test]
    fn what_is_written_in_either_way_is_read_back(
        unscaled in 0_i64..=i64::MAX, scale in 0_u32..=6, negative: bool, spaced: bool,
    ) {
        let size = Decimal::from_i128_with_scale(unscaled.into(), scale);
        let value = if negative { -size } else { size };
        let sign = if negative { "-" } else { "" };
        for (mark, group, decimal) in [(Point, ',', '.'), (Comma, '.', ',')] {
            let group = if spaced { '\u{202f}' } else { group };
            let reading = read_number(&[sign, &grouped(size, group, decimal)].concat(), mark).unwrap();
            prop_assert_eq!(reading.value, value);
            let other = read_number(&[sign, &grouped(size, group, decimal)].concat(), mark.other()).unwrap();
            prop_assert!(reading.ambiguous || other.value == value);
            let plain = read_number(&value.to_string().replace('.', &decimal.to_string()), mark).unwrap();
            prop_assert_eq!(plain.value, value);
        }
    }
}
