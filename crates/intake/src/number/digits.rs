//! The digits of a number, and what the marks between them mean.

use super::{DecimalMark, NumberProblem};

/// A mark between digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Point,
    Comma,
    Apostrophe,
    Space,
}

impl Sort {
    fn of(c: char) -> Option<Self> {
        match c {
            '.' => Some(Self::Point),
            ',' => Some(Self::Comma),
            '\'' | '\u{2019}' => Some(Self::Apostrophe),
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}' => Some(Self::Space),
            _ => None,
        }
    }

    /// The decimal mark this is, if it can be one.
    const fn decimal(self) -> Option<DecimalMark> {
        match self {
            Self::Point => Some(DecimalMark::Point),
            Self::Comma => Some(DecimalMark::Comma),
            Self::Apostrophe | Self::Space => None,
        }
    }
}

/// One mark, where it stands (from 1) and how many digits follow it.
#[derive(Debug, Clone, Copy)]
struct Mark {
    sort: Sort,
    at: usize,
    after: usize,
}

/// Digits and marks as they stand.
#[derive(Debug, Default)]
struct Scan {
    digits: Vec<u8>,
    /// Digits before the first mark.
    first: usize,
    marks: Vec<Mark>,
    /// How many characters were taken.
    taken: usize,
}

/// Digits whose marks are understood.
#[derive(Debug)]
pub(super) struct Digits {
    /// All digits, whole part and fraction.
    pub(super) digits: Vec<u8>,
    /// How many of them are the fraction.
    pub(super) fraction: usize,
    /// How many characters they take in the text.
    pub(super) taken: usize,
    pub(super) ambiguous: bool,
    pub(super) proves: Option<DecimalMark>,
}

/// Reads digits at the beginning of `chars`, which start at place `at` of the text (from 1).
pub(super) fn read(chars: &[char], at: usize, mark: DecimalMark) -> Result<Digits, NumberProblem> {
    let scan = scan(chars, at);
    if scan.digits.is_empty() {
        return Err(NumberProblem::NotANumber { at, found: chars.first().copied().unwrap_or_default() });
    }
    let meaning = decide(&scan, mark)?;
    let groups = scan.marks.get(..meaning.decimal.unwrap_or(scan.marks.len())).unwrap_or_default();
    let rest = scan.marks.get(groups.len()..).unwrap_or_default();
    if let Some(misplaced) = rest.get(1).map(|mark| mark.at).or_else(|| misplaced(scan.first, groups)) {
        return Err(NumberProblem::MisplacedGroup { at: misplaced });
    }
    let fraction = rest.first().map_or(0, |mark| mark.after);
    let Meaning { ambiguous, proves, .. } = meaning;
    Ok(Digits { digits: scan.digits, fraction, taken: scan.taken, ambiguous, proves })
}

/// Takes digits, points and commas, and spaces and apostrophes that stand between digits.
fn scan(chars: &[char], at: usize) -> Scan {
    let mut scan = Scan::default();
    let mut last_was_digit = false;
    for (index, &c) in chars.iter().enumerate() {
        let next_is_digit =
            index.checked_add(1).and_then(|next| chars.get(next)).is_some_and(char::is_ascii_digit);
        if let Some(digit) = c.to_digit(10).and_then(|digit| u8::try_from(digit).ok()) {
            scan.digits.push(digit);
            let run = scan.marks.last_mut().map_or(&mut scan.first, |mark| &mut mark.after);
            *run = run.saturating_add(1);
        } else {
            match Sort::of(c) {
                Some(sort) if sort.decimal().is_some() || (last_was_digit && next_is_digit) => {
                    scan.marks.push(Mark { sort, at: at.saturating_add(index), after: 0 });
                }
                _ => break,
            }
        }
        last_was_digit = c.is_ascii_digit();
        scan.taken = index.saturating_add(1);
    }
    scan
}

/// What the marks mean.
struct Meaning {
    /// Which of the marks is the decimal mark, if any is.
    decimal: Option<usize>,
    ambiguous: bool,
    proves: Option<DecimalMark>,
}

/// Finds the decimal mark: the last point or comma, unless that one groups.
fn decide(scan: &Scan, given: DecimalMark) -> Result<Meaning, NumberProblem> {
    let Some((index, last, sort)) = scan
        .marks
        .iter()
        .enumerate()
        .rev()
        .find_map(|(index, mark)| Some((index, mark, mark.sort.decimal()?)))
    else {
        return Ok(Meaning { decimal: None, ambiguous: false, proves: None });
    };
    let proved = Meaning { decimal: Some(index), ambiguous: false, proves: Some(sort) };
    let mut same = scan.marks.iter().filter(|mark| mark.sort == last.sort);
    let second = same.nth(1);
    let alone = scan.marks.iter().all(|mark| mark.sort == last.sort);
    match second {
        // 1.234.567: both group. 1.234.56 and 1,234.56.78: neither does.
        Some(second) => {
            if alone && misplaced(scan.first, &scan.marks).is_none() {
                let proves = Some(sort.other());
                return Ok(Meaning { decimal: None, ambiguous: false, proves });
            }
            match alone {
                true if last.after == 3 => Ok(Meaning { decimal: None, ambiguous: false, proves: None }),
                true => Err(NumberProblem::TwoDecimalMarks { at: second.at }),
                false => Err(NumberProblem::TwoDecimalMarks { at: last.at }),
            }
        }
        None if alone && could_group(scan, last) => {
            let decimal = (sort == given).then_some(index);
            Ok(Meaning { decimal, ambiguous: true, proves: None })
        }
        None => Ok(proved),
    }
}

/// Whether a mark that stands alone may set off thousands: `1,000` may; `0,125`, `1234,567` and `1,5` may not.
fn could_group(scan: &Scan, mark: &Mark) -> bool {
    mark.after == 3 && (1..=3).contains(&scan.first) && scan.digits.first() != Some(&0)
}

/// Where grouping goes wrong, if it does: `first` digits, then the groups that the marks set off.
fn misplaced(first: usize, groups: &[Mark]) -> Option<usize> {
    let (opening, rest) = groups.split_first()?;
    if let Some(mixed) = rest.iter().find(|mark| mark.sort != opening.sort) {
        return Some(mixed.at);
    }
    // 12,34,56,789: groups of two, and three at the end.
    let (last, pairs) = groups.split_last()?;
    let indian = opening.sort == Sort::Comma && last.after == 3 && pairs.iter().all(|mark| mark.after == 2);
    if indian && (1..=2).contains(&first) {
        return None;
    }
    if !(1..=3).contains(&first) {
        return Some(opening.at);
    }
    groups.iter().find(|mark| mark.after != 3).map(|mark| mark.at)
}
