//! What stands before and after the digits: signs, parentheses, currency, percent, thousands.

use super::{NumberProblem, Unit};
use crate::currency::CurrencyMark;
use crate::text::is_blank;

/// What was seen beside the digits.
#[derive(Debug, Default)]
pub(super) struct Beside {
    pub(super) unit: Option<Unit>,
    pub(super) negative: bool,
    /// By what power of ten a letter after the digits multiplies: 3 for `k`.
    pub(super) power: Option<usize>,
    signed: bool,
    /// Where a parenthesis opened that is not closed yet.
    open: Option<usize>,
    closed: bool,
    unit_after: bool,
}

/// The problem with a character that has no place where it stands.
pub(super) fn stray(at: usize, found: char) -> NumberProblem {
    if found.is_numeric() && !found.is_ascii_digit() {
        NumberProblem::NotPlainDigits { at, found }
    } else {
        NumberProblem::NotANumber { at, found }
    }
}

/// Reads what stands before the digits, and says how many characters that takes.
pub(super) fn before(chars: &[char]) -> Result<(Beside, usize), NumberProblem> {
    let mut beside = Beside::default();
    let mut index = 0_usize;
    while let Some(&c) = chars.get(index) {
        let at = index.saturating_add(1);
        let mut taken = 1;
        match c {
            '0'..='9' | '.' | ',' => return Ok((beside, index)),
            '+' | '-' | '\u{2212}' if !beside.signed && beside.open.is_none() => {
                beside.signed = true;
                beside.negative = c != '+';
            }
            '(' if !beside.signed && beside.open.is_none() => {
                beside.open = Some(at);
                beside.negative = true;
            }
            '%' if beside.unit.is_none() => beside.unit = Some(Unit::Percent),
            _ if is_blank(c) => {}
            _ => {
                let found = currency(chars.get(index..).unwrap_or_default());
                taken = found.and_then(|found| beside.add(found)).ok_or_else(|| stray(at, c))?;
            }
        }
        index = index.saturating_add(taken);
    }
    let first = chars.iter().position(|&c| !is_blank(c)).unwrap_or(0);
    Err(match chars.get(first) {
        Some(&c) => stray(first.saturating_add(1), c),
        None => NumberProblem::Empty,
    })
}

impl Beside {
    /// Reads what stands after the digits, from `index` to the end.
    pub(super) fn after(&mut self, chars: &[char], mut index: usize) -> Result<(), NumberProblem> {
        while let Some(&c) = chars.get(index) {
            let at = index.saturating_add(1);
            let mut taken = 1;
            match c {
                ')' if self.open.is_some() && !self.closed => self.closed = true,
                '%' if self.unit.is_none() && self.power.is_none() => {
                    self.unit = Some(Unit::Percent);
                    self.unit_after = true;
                }
                _ if is_blank(c) => {}
                _ => {
                    let rest = chars.get(index..).unwrap_or_default();
                    taken = self.word(rest).ok_or_else(|| stray(at, c))?;
                }
            }
            index = index.saturating_add(taken);
        }
        match self.open.filter(|_| !self.closed) {
            Some(at) => Err(NumberProblem::NotANumber { at, found: '(' }),
            None => Ok(()),
        }
    }

    /// Takes a currency of so many characters: the only one, or one that says more about it (`USD $5`, `$5 CAD`).
    fn add(&mut self, (currency, length): (CurrencyMark, usize)) -> Option<usize> {
        self.unit = Some(match self.unit {
            None => Unit::Currency(currency),
            Some(Unit::Currency(seen)) if seen != currency && seen.agrees_with(currency) => {
                Unit::Currency(seen.clearer(currency))
            }
            Some(_) => return None,
        });
        Some(length)
    }

    /// Takes `k`, `m`, `bn` or a currency, and says how many characters that takes.
    fn word(&mut self, rest: &[char]) -> Option<usize> {
        let letters: String = rest.iter().take_while(|c| c.is_ascii_alphabetic()).collect();
        let power = match letters.to_ascii_lowercase().as_str() {
            "k" => Some(3),
            "m" | "mn" => Some(6),
            "b" | "bn" => Some(9),
            _ => None,
        };
        // `5 Kč` and `5 m$` begin with such letters too: a currency goes first.
        if let Some(found) = currency(rest) {
            self.unit_after = true;
            return self.add(found);
        }
        if self.power.is_some() || self.unit_after || self.closed || self.unit == Some(Unit::Percent) {
            return None;
        }
        self.power = Some(power?);
        Some(letters.len())
    }
}

/// A currency code or sign at the beginning of `chars`, and how many characters it takes.
fn currency(chars: &[char]) -> Option<(CurrencyMark, usize)> {
    let is_letter = |c: &char| c.is_ascii_alphabetic() || matches!(c, 'ł' | 'č');
    let letters = chars.iter().take_while(|c| is_letter(c)).count();
    // `US$` before `US`; a sign alone takes one character.
    let with_sign = letters.saturating_add(1);
    [with_sign, letters].into_iter().filter(|&length| length > 0).find_map(|length| {
        let word: String = chars.get(..length)?.iter().collect();
        let mark = CurrencyMark::find(&word)?;
        // The point of `Rs. 500` and `Fr. 500` belongs to the word.
        let dotted = matches!(mark.as_str(), "Rs" | "CHF") && chars.get(length) == Some(&'.');
        Some((mark, length.saturating_add(usize::from(dotted))))
    })
}
