//! One number, as a person types it or a spreadsheet shows it.

mod beside;
mod digits;

use serde::{Deserialize, Serialize};

use rust_decimal::Decimal;

use crate::currency::CurrencyMark;
use crate::named::named;
use crate::text::is_blank;
use digits::Digits;

named! {
    /// The sign between the whole part and the fraction.
    pub enum DecimalMark {
        /// `1,234.56`
        Point "point",
        /// `1.234,56`
        Comma "comma",
    }
}

impl DecimalMark {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Point => Self::Comma,
            Self::Comma => Self::Point,
        }
    }
}

/// What stood beside the digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// A percent sign. It is reported, it does not divide by a hundred.
    Percent,
    /// A currency sign or code.
    Currency(CurrencyMark),
}

/// A number that could be read, and what was seen on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// The value, exactly as written.
    pub value: Decimal,
    /// The percent sign, or the currency sign or code, if there was one.
    pub unit: Option<Unit>,
    /// Whether the text could be read either way (`1.000`, `1,000`); the value then follows the mark that was given.
    pub ambiguous: bool,
    /// The decimal mark that the text itself proves, if it does: `1,5` and `1.000.000` both prove the comma.
    pub proves: Option<DecimalMark>,
}

/// Why a text is not a number. Positions count characters of the text as given, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum NumberProblem {
    /// Nothing but white space.
    Empty,
    /// A character that has no place in a number, or not there. Exponents (`1e5`), hexadecimal (`0x1F`), underscores,
    /// and words such as `NaN` end here as well.
    NotANumber {
        /// Where it stands.
        at: usize,
        /// The character.
        found: char,
    },
    /// A digit of another script, a superscript or a fraction sign: only 0 to 9 are read.
    NotPlainDigits {
        /// Where it stands.
        at: usize,
        /// The character.
        found: char,
    },
    /// A second decimal mark.
    TwoDecimalMarks {
        /// Where the second one stands.
        at: usize,
    },
    /// A grouping mark that does not set off a group: not three digits (or two, three in the Indian way), mixed with
    /// another grouping mark, or after the decimal mark.
    MisplacedGroup {
        /// Where the mark stands.
        at: usize,
    },
    /// More digits than are kept exactly.
    TooManyDigits {
        /// How many digits the number needs.
        digits: usize,
        /// How many there may be.
        limit: usize,
    },
    /// Too much text for a number.
    TooLong {
        /// How many characters there are.
        chars: usize,
        /// How many there may be.
        limit: usize,
    },
}

/// The most digits that are kept exactly.
const DIGITS: usize = 28;

/// The most characters that are looked at.
const CHARS: usize = 200;

/// Reads a number; `mark` decides only where the text can be read either way.
///
/// - White space at the ends does not matter, nor do marks of no width.
/// - Groups are set off by a point, a comma, an apostrophe or a space of any width: three digits each, or two and at
///   last three as in India. Where points and commas both stand, the last one is the decimal mark. Where one of them
///   stands several times, it groups. Where one stands once, it is the decimal mark, unless exactly three digits follow
///   and one to three stand before: then it goes by `mark` and the reading is `ambiguous`.
/// - A minus is `-` or `−`, before or after the currency; amounts in parentheses are negative.
/// - `k` is a thousand, `m` and `mn` a million, `b` and `bn` a billion, in capitals or not, right after the digits.
///
/// ```
/// use plimsoll_intake::{DecimalMark::{Comma, Point}, NumberProblem, read_number};
///
/// let value = |text| read_number(text, Point).map(|reading| reading.value.to_string());
/// assert_eq!(value(" $4,300.50 "), Ok("4300.50".into()));
/// assert_eq!(value("4.300,50 €"), Ok("4300.50".into()));
/// assert_eq!(value("1’234’567"), Ok("1234567".into()));
/// assert_eq!(value("12,34,567"), Ok("1234567".into()));
/// assert_eq!(value("1.5k"), Ok("1500".into()));
/// assert_eq!(value("(5)"), Ok("-5".into()));
/// assert_eq!(value("1e5"), Err(NumberProblem::NotANumber { at: 2, found: 'e' }));
///
/// let thousand = read_number("1.000", Comma)?;
/// assert_eq!((thousand.value, thousand.ambiguous), (1000.into(), true));
/// # Ok::<(), NumberProblem>(())
/// ```
///
/// # Errors
/// The first problem met, with its place.
pub fn read_number(text: &str, mark: DecimalMark) -> Result<Reading, NumberProblem> {
    if text.chars().all(is_blank) {
        return Err(NumberProblem::Empty);
    }
    let chars: Vec<char> = text.chars().collect();
    if chars.len() > CHARS {
        return Err(NumberProblem::TooLong { chars: chars.len(), limit: CHARS });
    }
    let (mut beside, start) = beside::before(&chars)?;
    let rest = chars.get(start..).unwrap_or_default();
    let digits = digits::read(rest, start.saturating_add(1), mark)?;
    beside.after(&chars, start.saturating_add(digits.taken))?;
    let value = value(&digits, beside.negative, beside.power.unwrap_or(0))?;
    Ok(Reading { value, unit: beside.unit, ambiguous: digits.ambiguous, proves: digits.proves })
}

/// The value, or how many digits it takes if those are too many.
fn value(read: &Digits, negative: bool, power: usize) -> Result<Decimal, NumberProblem> {
    let whole = read.digits.len().saturating_sub(read.fraction);
    let zeros = read.digits.iter().take(whole).take_while(|&&digit| digit == 0).count();
    let appended = power.saturating_sub(read.fraction);
    let scale = read.fraction.saturating_sub(power);
    let digits = read.digits.len().saturating_sub(zeros).saturating_add(appended);
    let too_many = NumberProblem::TooManyDigits { digits, limit: DIGITS };
    if digits > DIGITS {
        return Err(too_many);
    }
    let all = read.digits.iter().copied().chain(std::iter::repeat_n(0, appended));
    let unscaled = all.into_iter().try_fold(0_i128, |sum, digit| {
        let digit = i128::from(digit);
        sum.checked_mul(10)?.checked_add(if negative { digit.checked_neg()? } else { digit })
    });
    unscaled
        .zip(u32::try_from(scale).ok())
        .and_then(|(unscaled, scale)| Decimal::try_from_i128_with_scale(unscaled, scale).ok())
        .ok_or(too_many)
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
