#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use super::DecimalMark::{Comma, Point};
use super::*;

/// The value by each mark, and whether they may differ.
fn both(text: &str) -> (String, String, bool) {
    let point = read_number(text, Point).unwrap();
    let comma = read_number(text, Comma).unwrap();
    assert_eq!((point.unit, point.ambiguous, point.proves), (comma.unit, comma.ambiguous, comma.proves));
    (point.value.to_string(), comma.value.to_string(), point.ambiguous)
}

fn sure(text: &str) -> String {
    let (point, comma, ambiguous) = both(text);
    assert!(!ambiguous, "{text}");
    assert_eq!(point, comma, "{text}");
    point
}

fn problem(text: &str) -> NumberProblem {
    let problem = read_number(text, Point).unwrap_err();
    assert_eq!(read_number(text, Comma), Err(problem), "{text}");
    problem
}

#[test]
fn numbers_that_read_one_way() {
    for (text, value) in [
        ("0", "0"),
        ("007", "7"),
        ("\t 42 \u{a0}", "42"),
        ("1,234.56", "1234.56"),
        ("1.234,56", "1234.56"),
        ("1.234,567", "1234.567"),
        ("1,234.567", "1234.567"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1,5", "1.5"),
        ("1.5", "1.5"),
        ("1,0000", "1.0000"),
        ("1234,567", "1234.567"),
        ("0.125", "0.125"),
        ("0,125", "0.125"),
        (".5", "0.5"),
        (",5", "0.5"),
        (".500", "0.500"),
        ("5.", "5"),
        ("5,", "5"),
        ("4 300", "4300"),
        ("4\u{a0}300,5", "4300.5"),
        ("4\u{202f}300\u{a0}000", "4300000"),
        ("4 300,500", "4300.500"),
        ("1'234'567.5", "1234567.5"),
        ("1’234.500", "1234.500"),
        ("12,34,567", "1234567"),
        ("1,00,000.50", "100000.50"),
        ("1000000000000000", "1000000000000000"),
        ("9999999999999999999999999999", "9999999999999999999999999999"),
        ("0.0000000000000000000000000001", "0.0000000000000000000000000001"),
    ] {
        assert_eq!(sure(text), value, "{text}");
    }
}

#[test]
fn numbers_that_read_two_ways_follow_the_mark_and_say_so() {
    assert_eq!(both("1,234"), ("1234".into(), "1.234".into(), true));
    assert_eq!(both("1.234"), ("1.234".into(), "1234".into(), true));
    assert_eq!(both("-$999,000 "), ("-999000".into(), "-999.000".into(), true));
    assert_eq!(both("1.500k"), ("1500".into(), "1500000".into(), true));
}

#[test]
fn what_a_text_proves() {
    for (text, proves) in [
        ("1,5", Some(Comma)),
        ("1.000.000", Some(Comma)),
        ("1,000,000", Some(Point)),
        ("1,00,000", Some(Point)),
        ("1,000.5", Some(Point)),
        ("1 000,500", Some(Comma)),
        ("0.125", Some(Point)),
        ("1.000", None),
        ("1 000", None),
        ("1000", None),
    ] {
        assert_eq!(read_number(text, Point).unwrap().proves, proves, "{text}");
    }
}

#[test]
fn signs_parentheses_and_letters() {
    for (text, value) in [
        ("-5", "-5"),
        ("−5", "-5"),
        ("+5", "5"),
        ("- 5", "-5"),
        ("-$5", "-5"),
        ("$-5", "-5"),
        ("(5.00)", "-5.00"),
        ("$ (5.00)", "-5.00"),
        ("($5.00)", "-5.00"),
        ("(5) €", "-5"),
        ("-0", "0"),
        ("\u{200e}\u{2212}5", "-5"),
        ("1.5k", "1500"),
        ("1.5 K", "1500"),
        ("2M", "2000000"),
        ("2 mn", "2000000"),
        ("0.0005m", "500.0000"),
        ("3b", "3000000000"),
        ("3 Bn", "3000000000"),
        ("1.2345k", "1234.5"),
    ] {
        assert_eq!(sure(text), value.trim_end_matches(".0000"), "{text}");
    }
}

#[test]
fn units_are_reported_and_change_nothing() {
    for (text, value, unit) in [
        ("2 %", "2", "%"),
        ("2%", "2", "%"),
        ("%2", "2", "%"),
        ("-2.5 %", "-2.5", "%"),
        ("$4,300.00", "4300.00", "$"),
        ("4 300 €", "4300", "EUR"),
        ("USD 1200", "1200", "USD"),
        ("1200 usd", "1200", "USD"),
        ("US$1200", "1200", "USD"),
        ("USD $1200", "1200", "USD"),
        ("$1200 CAD", "1200", "CAD"),
        ("C$ 1200", "1200", "CAD"),
        ("$5k", "5000", "$"),
        ("5 k€", "5000", "EUR"),
        ("5 kr", "5", "kr"),
        ("Rs. 5", "5", "Rs"),
        ("₹ 1,00,000", "100000", "INR"),
        ("5 zł", "5", "PLN"),
        ("5 Kč", "5", "CZK"),
        ("(CHF 5)", "-5", "CHF"),
    ] {
        let reading = read_number(text, Point).unwrap();
        let seen = match reading.unit.unwrap() {
            Unit::Percent => "%",
            Unit::Currency(currency) => currency.as_str(),
        };
        assert_eq!((reading.value.to_string().as_str(), seen), (value, unit), "{text}");
    }
}

#[test]
fn what_is_not_a_number_says_where() {
    for (text, at, found) in [
        ("abc", 1, 'a'),
        (" 12abc", 4, 'a'),
        ("1e5", 2, 'e'),
        ("0x1F", 2, 'x'),
        ("1_000", 2, '_'),
        ("NaN", 1, 'N'),
        ("inf", 1, 'i'),
        ("-Infinity", 2, 'I'),
        ("∞", 1, '∞'),
        ("-", 1, '-'),
        ("$", 1, '$'),
        (".", 1, '.'),
        ("--5", 2, '-'),
        ("(-5)", 2, '-'),
        ("-(5)", 2, '('),
        ("(5", 1, '('),
        ("5)", 2, ')'),
        ("5-", 2, '-'),
        ("2024-01-05", 5, '-'),
        ("1/2", 2, '/'),
        ("12:30", 3, ':'),
        ("5%%", 3, '%'),
        ("$5%", 3, '%'),
        ("5€ $", 4, '$'),
        ("5 apples", 3, 'a'),
        ("5MM", 2, 'M'),
        ("5 € k", 5, 'k'),
        ("5‰", 2, '‰'),
        ("#REF!", 1, '#'),
        ("=1+1", 1, '='),
        ("<b>5</b>", 1, '<'),
        ("\u{202e}12", 1, '\u{202e}'),
        ("1  000", 4, '0'),
    ] {
        assert_eq!(problem(text), NumberProblem::NotANumber { at, found }, "{text}");
    }
}

#[test]
fn digits_of_other_scripts_are_named_as_such() {
    for (text, at, found) in
        [("١٢", 1, '١'), ("１２", 1, '１'), ("1２", 2, '２'), ("5²", 2, '²'), ("€ ½", 3, '½')]
    {
        assert_eq!(problem(text), NumberProblem::NotPlainDigits { at, found }, "{text}");
    }
}

#[test]
fn marks_that_contradict_each_other() {
    use NumberProblem::{MisplacedGroup, TwoDecimalMarks};
    for (text, expected) in [
        ("1.2.3", TwoDecimalMarks { at: 4 }),
        ("1..5", TwoDecimalMarks { at: 3 }),
        ("12.50.", TwoDecimalMarks { at: 6 }),
        ("$1,234.56.78", TwoDecimalMarks { at: 10 }),
        ("1,234,567.890,12", TwoDecimalMarks { at: 14 }),
        ("1,2345,678", MisplacedGroup { at: 2 }),
        ("1234,567,890", MisplacedGroup { at: 5 }),
        (",123,456", MisplacedGroup { at: 1 }),
        ("1,,000", MisplacedGroup { at: 2 }),
        ("12,34.5", MisplacedGroup { at: 3 }),
        ("1,5.5", MisplacedGroup { at: 2 }),
        ("12 34", MisplacedGroup { at: 3 }),
        ("12.34.567", MisplacedGroup { at: 3 }),
        ("1.234 567", MisplacedGroup { at: 6 }),
        ("1 234'567", MisplacedGroup { at: 6 }),
        ("5 000 00", MisplacedGroup { at: 6 }),
    ] {
        assert_eq!(problem(text), expected, "{text}");
    }
}

#[test]
fn too_much() {
    let forty = "1234567890".repeat(4);
    assert_eq!(problem(&forty), NumberProblem::TooManyDigits { digits: 40, limit: 28 });
    assert_eq!(
        problem(&["0.", &"0".repeat(28), "1"].concat()),
        NumberProblem::TooManyDigits { digits: 29, limit: 28 }
    );
    assert_eq!(problem("12345678901234567890bn"), NumberProblem::TooManyDigits { digits: 29, limit: 28 });
    assert_eq!(sure(&["0".repeat(199), "7".into()].concat()), "7");
    assert_eq!(problem(&"7".repeat(201)), NumberProblem::TooLong { chars: 201, limit: 200 });
    assert_eq!(problem(&" ".repeat(999)), NumberProblem::Empty);
    assert_eq!(problem(""), NumberProblem::Empty);
}
