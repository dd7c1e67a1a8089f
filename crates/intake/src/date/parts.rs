//! A date cut into numbers and names of months.

use super::names;
use crate::text::{is_of_word, lower};

/// A number or the name of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Digits {
        value: u32,
        /// How many digits there are.
        length: usize,
        /// What stands before it: a slash, a dash, a point, or a space for anything that only sets apart.
        after: char,
    },
    Named {
        month: u32,
    },
}

/// The parts of a date; none where a word or mark in it has no place in one.
pub(super) fn parts(text: &str) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut after = ' ';
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if first.is_ascii_digit() {
            let digits = run(&mut rest, |c| c.is_ascii_digit());
            if digits.len() > 8 {
                return None;
            }
            parts.push(Part::Digits { value: digits.parse().ok()?, length: digits.len(), after });
            after = ' ';
        } else if is_of_word(first) {
            // A digit of another script is no letter of a month's name, so a word with one is none that is known.
            let word = lower(run(&mut rest, |c| is_of_word(c) && !c.is_ascii_digit()));
            if let Some(month) = names::month(&word) {
                parts.push(Part::Named { month });
            } else if !names::is_filler(&word) {
                return None;
            }
            after = ' ';
        } else {
            let marks = run(&mut rest, |c| !is_of_word(c));
            after = mark(marks)?;
        }
    }
    Some(parts)
}

/// Takes the characters at the start that fit.
fn run<'a>(text: &mut &'a str, fits: impl Fn(char) -> bool) -> &'a str {
    let end = text.find(|c| !fits(c)).unwrap_or(text.len());
    let (taken, rest) = text.split_at_checked(end).unwrap_or((*text, ""));
    *text = rest;
    taken
}

/// The one mark between two parts; none where it is none that dates are written with.
fn mark(between: &str) -> Option<char> {
    let mut seen = ' ';
    for c in between.chars().filter(|c| !c.is_whitespace()) {
        if seen != ' ' {
            return None;
        }
        seen = match c {
            '/' | '.' | '-' => c,
            '\u{2010}'..='\u{2013}' => '-',
            '\'' | '\u{2019}' => '\'',
            ',' => ',',
            _ => return None,
        };
    }
    Some(seen)
}
