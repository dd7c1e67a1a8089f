//! What all amounts say together: their decimal mark and their currency.

use super::sheet::{Line, Sheet};
use crate::ballot::Ballot;
use crate::currency::CurrencyMark;
use crate::issue::{Field, Issue, IssueKind};
use crate::number::{DecimalMark, Reading, Unit};
use crate::order::Grown as _;

/// The decimal mark that amounts are to be read by. Where they leave it open, the reader is asked.
pub(super) fn decimal_mark(
    sheet: &Sheet<'_>,
    settled: Option<DecimalMark>,
    issues: &mut Vec<Issue>,
) -> Option<DecimalMark> {
    let mut ballot = Ballot::new(DecimalMark::Point, DecimalMark::Comma);
    for (line, field, reading) in amounts(sheet) {
        let kind = match reading.proves {
            Some(_) => IssueKind::MixedDecimalMarks,
            None => IssueKind::AmbiguousDecimalMark,
        };
        ballot.cast(reading.proves, reading.ambiguous, || sheet.issue(line.row, field, kind));
    }
    let mark = ballot.decided(settled);
    match mark {
        Some(mark) => issues.grow_by(ballot.against(mark)),
        None => issues.grow_by(ballot.either.first),
    }
    mark
}

/// The currency of all amounts, from headers, signs beside amounts and the column of currencies.
pub(super) fn currency(sheet: &Sheet<'_>, issues: &mut Vec<Issue>) -> Option<CurrencyMark> {
    let mut seen: Option<CurrencyMark> = None;
    let mut other = |found: CurrencyMark| match seen {
        Some(first) if !first.agrees_with(found) => Some(IssueKind::MixedCurrencies { first, other: found }),
        _ => {
            seen = Some(seen.map_or(found, |first| first.clearer(found)));
            None
        }
    };
    let mut mixed = None;
    for &(line, field, found) in &sheet.layout.priced {
        mixed = mixed.or(other(found).map(|kind| {
            let column = sheet.layout.column(field).and_then(|column| sheet.layout.header(column));
            Issue { row: Some(line), column, field: Some(field), ..Issue::new(kind) }
        }));
    }
    let beside = amounts(sheet).filter_map(|(line, field, reading)| match reading.unit {
        Some(Unit::Currency(found)) => Some((line, field, found)),
        _ => None,
    });
    let listed = sheet.lines.iter().filter_map(|line| {
        let found = CurrencyMark::find(sheet.cell(line.row, Field::Currency))?;
        Some((line, Field::Currency, found))
    });
    for (line, field, found) in beside.chain(listed) {
        mixed = mixed.or(other(found).map(|kind| sheet.issue(line.row, field, kind)));
    }
    issues.grow_by(mixed);
    seen
}

/// All amounts that could be read, with their places.
fn amounts<'a>(sheet: &'a Sheet<'a>) -> impl Iterator<Item = (&'a Line<'a>, Field, Reading)> {
    let of_line = |line: &'a Line<'a>| line.amounts.into_iter().map(move |(field, read)| (line, field, read));
    sheet.lines.iter().flat_map(of_line).filter_map(|(line, field, read)| Some((line, field, read?.ok()?)))
}
