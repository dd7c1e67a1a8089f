//! Numbers as text: plain decimals, as few digits as say exactly what is stored.

use std::fmt::Write;

/// How many digits a spreadsheet program keeps and shows. What a binary number has beyond them is noise.
const DIGITS: usize = 15;
/// Whole numbers below this one are exact in a cell, with all of their digits.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// The number that a cell's text states; nothing where the text is no number.
pub(crate) fn parse(text: &str) -> Option<f64> {
    let plain = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'));
    text.parse().ok().filter(|number: &f64| plain && number.is_finite())
}

/// Whether a text is a plain decimal already, short enough to have no noise in it.
pub(crate) fn is_plain(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "1"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    text.len() <= DIGITS
        && all_digits(whole)
        && all_digits(fraction)
        && !fraction.ends_with('0')
        && (whole == "0" || !whole.starts_with('0'))
        && text != "-0"
}

/// Writes a number as a plain decimal, its point moved to the right by some places.
///
/// Up to fifteen digits are what was typed, so those are written; a longer tail such as in 0.30000000000000004 is the
/// noise of binary fractions, and is rounded off. Whole numbers keep all the digits that are exact.
pub(crate) fn write(number: f64, places: i32, out: &mut String) {
    if !number.is_finite() {
        out.push_str("#NUM!");
        return;
    }
    let mut text = String::new();
    _ = write!(text, "{number:e}");
    let is_exact = number.fract() == 0.0 && number.abs() < EXACT;
    if !is_exact && text.bytes().take_while(|byte| *byte != b'e').filter(u8::is_ascii_digit).count() > DIGITS
    {
        text.clear();
        _ = write!(text, "{number:.precision$e}", precision = DIGITS.saturating_sub(1));
    }
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent = exponent.parse::<i32>().unwrap_or_default().saturating_add(places);
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_end_matches('0');
    if digits.is_empty() {
        out.push('0');
        return;
    }
    if mantissa.starts_with('-') {
        out.push('-');
    }
    // How many of the digits stand before the point; negative where zeros stand between the point and them.
    let whole = exponent.saturating_add(1);
    let Ok(whole) = usize::try_from(whole) else {
        out.push_str("0.");
        zeros(whole.unsigned_abs() as usize, out);
        out.push_str(digits);
        return;
    };
    match digits.split_at_checked(whole) {
        Some(("", fraction)) => out.extend(["0.", fraction]),
        Some((all, "")) => out.push_str(all),
        Some((before, after)) => out.extend([before, ".", after]),
        None => {
            out.push_str(digits);
            zeros(whole.saturating_sub(digits.len()), out);
        }
    }
}

fn zeros(count: usize, out: &mut String) {
    out.extend(std::iter::repeat_n('0', count));
}

#[cfg(test)]
mod tests {
    use super::{is_plain, parse, write};

    fn written(number: f64, places: i32) -> String {
        let mut out = String::new();
        write(number, places, &mut out);
        out
    }

    #[test]
    fn noise_is_rounded_off_and_nothing_else() {
        for (number, text) in [
            (0.1 + 0.2, "0.3"),
            (1.1 * 1.1, "1.21"),
            (1234.56, "1234.56"),
            (-0.5, "-0.5"),
            (0.0, "0"),
            (-0.0, "0"),
            (1e21, "1000000000000000000000"),
            (1.5e-7, "0.00000015"),
            (100.0, "100"),
            (123_456_789_012_345.6, "123456789012346"),
            (1_234_567_890_123_456.0, "1234567890123456"),
            (9_007_199_254_740_991.0, "9007199254740991"),
            (f64::NAN, "#NUM!"),
        ] {
            assert_eq!(written(number, 0), text);
        }
    }

    #[test]
    fn the_point_moves_exactly() {
        for (number, text) in [
            (0.05, "5"),
            (0.07, "7"),
            (0.575, "57.5"),
            (1.0, "100"),
            (0.0, "0"),
            (-0.123, "-12.3"),
            (1e-5, "0.001"),
        ] {
            assert_eq!(written(number, 2), text);
        }
        assert_eq!(written(0.07 + 1e-17, 2), "7");
    }

    #[test]
    fn plain_texts_are_what_would_be_written() {
        for text in ["0", "7", "-12", "0.5", "1234.56", "100", "99999999999999"] {
            assert!(is_plain(text), "{text}");
            assert_eq!(parse(text).map(|number| written(number, 0)).as_deref(), Some(text));
        }
        for text in ["", "-", "-0", "007", "1.", ".5", "1.50", "1e3", "+1", "1,5", "1234567890123456", "0.0"]
        {
            assert!(!is_plain(text), "{text}");
        }
        for text in ["", "NaN", "inf", "1e999", "0x1", "one"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
