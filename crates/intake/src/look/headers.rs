//! Where the header stands, and the months in it.

use super::Choice;
use crate::date::{DateOrder, DateReading, month_of, read_date};
use crate::number::{DecimalMark, read_number};
use crate::role;
use crate::table::Row;
use plimsoll_columns::Month;

/// How far down a header may stand.
const ABOVE: usize = 15;

/// How many rows stand above the data: the header is the last of them. None where data begins at once.
pub(super) fn find(rows: &[Row], choices: &[Choice]) -> usize {
    let chosen = choices.iter().rev().find_map(|choice| match choice {
        Choice::HeaderLine(line) => Some(*line),
        _ => None,
    });
    if let Some(line) = chosen {
        return rows.iter().take_while(|row| row.line <= line).count();
    }
    let mut best = (0, 0);
    for (place, row) in rows.iter().enumerate().take(ABOVE) {
        let score = score(row);
        if score > best.1 {
            best = (place.saturating_add(1), score);
        }
    }
    if best.0 == 0 { usize::from(rows.first().is_some_and(is_all_text)) } else { best.0 }
}

/// Whether a row holds several cells and none that is a number or a date: then it is a header, if not one that is known.
fn is_all_text(row: &Row) -> bool {
    let mut filled = row.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let is_text = |cell: &str| {
        read_number(cell, DecimalMark::Point).is_err() && read_date(cell, DateOrder::DayFirst).is_err()
    };
    let several = row.cells.iter().filter(|cell| !cell.trim().is_empty()).nth(1).is_some();
    several && filled.all(is_text)
}

/// How many cells of a row are understood as headers; 0 if it cannot be one.
fn score(row: &Row) -> usize {
    let cells = || row.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let is_amount =
        |cell: &str| read_number(cell, DecimalMark::Point).is_ok() && month_of_header(cell, None).is_none();
    let named = cells().filter(|cell| role::says(cell).is_some()).count();
    if named == 0 || cells().any(is_amount) {
        return 0;
    }
    let months = cells().filter(|cell| month_of_header(cell, None).is_some()).count();
    let score = named.saturating_add(months);
    if score < 2 { 0 } else { score }
}

/// The month that a header names, if it names one; `order` is how a header like 01/02/2025 is read, where it is settled.
pub(crate) fn month_of_header(header: &str, order: Option<DateOrder>) -> Option<Month> {
    month_of(date_of_header(header, order.unwrap_or(DateOrder::DayFirst))?.day)
}

/// The date that a header is, without the words that may stand beside it (`MRR Jan 2025`, `2025-01 (EUR)`).
pub(super) fn date_of_header(header: &str, order: DateOrder) -> Option<DateReading> {
    const BESIDE: [&str; 5] = ["mrr", "arr", "revenue", "amount", "ending"];
    let is_mark = |c: char| crate::text::is_blank(c) || matches!(c, '(' | ')' | '_' | ':' | '[' | ']');
    let mut text = header.split('(').next().unwrap_or(header).trim_matches(is_mark);
    for word in BESIDE {
        let length = word.len();
        let starts = text.get(..length).is_some_and(|start| start.eq_ignore_ascii_case(word));
        let end = text.len().saturating_sub(length);
        let ends = text.get(end..).is_some_and(|end| end.eq_ignore_ascii_case(word));
        if starts {
            text = text.get(length..).unwrap_or_default().trim_matches(is_mark);
        } else if ends {
            text = text.get(..end).unwrap_or_default().trim_matches(is_mark);
        }
    }
    read_date(text, order).ok()
}
