//! What all amounts say together: their decimal mark and their currency.

use super::sheet::{Line, Sheet};
use crate::currency::CurrencyMark;
use crate::issue::{Field, Issue, IssueKind};
use crate::number::{DecimalMark, Reading, Unit};

/// The first cell that shows something, and how many do.
#[derive(Default)]
struct Votes {
    count: usize,
    first: Option<Issue>,
}

impl Votes {
    fn cast(&mut self, cell: impl FnOnce() -> Issue) {
        self.count = self.count.saturating_add(1);
        self.first.get_or_insert_with(cell);
    }
}

/// The decimal mark that amounts are to be read by. Cells that can be read one way only decide for those that can be
/// read two ways; where they do not, or not all alike, the reader is asked.
pub(super) fn decimal_mark(
    sheet: &Sheet<'_>,
    settled: Option<DecimalMark>,
    issues: &mut Vec<Issue>,
) -> Option<DecimalMark> {
    let (mut point, mut comma, mut either) = (Votes::default(), Votes::default(), Votes::default());
    for (line, field, reading) in amounts(sheet) {
        let show = |kind| sheet.issue(line.row, field, kind);
        match reading.proves {
            Some(DecimalMark::Point) => point.cast(|| show(IssueKind::MixedDecimalMarks)),
            Some(DecimalMark::Comma) => comma.cast(|| show(IssueKind::MixedDecimalMarks)),
            None if reading.ambiguous => either.cast(|| show(IssueKind::AmbiguousDecimalMark)),
            None => {}
        }
    }
    let unanimous = point.count == 0 || comma.count == 0;
    let majority = if comma.count > point.count { DecimalMark::Comma } else { DecimalMark::Point };
    let known = point.count > 0 || comma.count > 0;
    let mark = settled.or_else(|| (known && (unanimous || either.count == 0)).then_some(majority));
    match mark {
        Some(DecimalMark::Point) => issues.extend(comma.first),
        Some(DecimalMark::Comma) => issues.extend(point.first),
        None => issues.extend(either.first),
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
    issues.extend(mixed);
    seen
}

/// All amounts that could be read, with their places.
fn amounts<'a>(sheet: &'a Sheet<'a>) -> impl Iterator<Item = (&'a Line<'a>, Field, Reading)> {
    let of_line = |line: &'a Line<'a>| line.amounts.into_iter().map(move |(field, read)| (line, field, read));
    sheet.lines.iter().flat_map(of_line).filter_map(|(line, field, read)| Some((line, field, read?.ok()?)))
}
