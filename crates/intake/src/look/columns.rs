//! What each column is, by its header and by what stands in it.

use super::headers::{date_of_header, month_of_header};
use super::{Choice, Data};
use crate::ballot::Ballot;
use crate::cell::is_nothing;
use crate::date::{DateOrder, DayCount, read_date};
use crate::known;
use crate::mapping::{Column, Mapping};
use crate::number::{DecimalMark, read_number};
use crate::order::Listed as _;
use crate::role::{self, Role, Said};
use crate::table::Row;

/// What most cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    Empty,
    Numbers,
    Dates,
    /// Numbers that count days or seconds, if the column is one of dates.
    Counts(DayCount),
    Text,
}

/// What most of a column's cells are: nine in ten of those with anything in them.
pub(super) fn content(data: &Data<'_>, column: usize) -> Content {
    most_of(data, column, 9)
}

/// What so many tenths of a column's cells are, of those with anything in them.
pub(super) fn most_of(data: &Data<'_>, column: usize, tenths: usize) -> Content {
    let (mut filled, mut numbers, mut dates) = (0_usize, 0_usize, 0_usize);
    let mut counts: Option<Option<DayCount>> = None;
    for (_, cell) in data.cells(column).into_iter().filter(|(_, cell)| !is_nothing(cell)) {
        filled = filled.saturating_add(1);
        let is_date = read_date(cell, DateOrder::DayFirst).is_ok();
        let is_number = !is_date && read_number(cell, DecimalMark::Point).is_ok();
        dates = dates.saturating_add(usize::from(is_date));
        numbers = numbers.saturating_add(usize::from(is_number));
        let count = day_count(cell);
        counts = Some(counts.map_or(count, |seen| seen.filter(|seen| Some(*seen) == count)));
    }
    let most = |part: usize| filled > 0 && part.saturating_mul(10) >= filled.saturating_mul(tenths);
    if filled == 0 {
        Content::Empty
    } else if let Some(Some(count)) = counts {
        Content::Counts(count)
    } else if most(dates) {
        Content::Dates
    } else if most(numbers) {
        Content::Numbers
    } else {
        Content::Text
    }
}

/// What a bare number may count: a spreadsheet's days from 1990 to 2099, or the seconds from 2001 to 2286.
fn day_count(cell: &str) -> Option<DayCount> {
    let whole = cell.split('.').next().unwrap_or(cell);
    if !cell.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return None;
    }
    match whole.len() {
        5 if ("32874".."73051").contains(&whole) => Some(DayCount::Spreadsheet),
        10 if cell.len() == 10 => Some(DayCount::Seconds),
        13 if cell.len() == 13 => Some(DayCount::Milliseconds),
        _ => None,
    }
}

/// Gives each column its role; and gives what each header says, for what follows from it.
pub(super) fn assign(
    mapping: &mut Mapping,
    header: Option<&Row>,
    data: &Data<'_>,
    choices: &[Choice],
) -> Vec<Option<Said>> {
    let headers = headers(header, data);
    let export = known::by_headers(headers.iter().map(String::as_str));
    mapping.export = export.map(|export| export.slug);
    let mut said: Vec<Option<Said>> = headers.iter().map(|header| role::says(header)).listed();
    for (column, (header, said)) in headers.iter().zip(&mut said).enumerate() {
        let known = export.and_then(|export| export.role(header));
        let role = known.or_else(|| by_content(said.map(|said| said.role), data, column));
        let other = Said { role: Role::Ignored, rank: 0, basis: None, quantity: None, scale: None };
        *said = role.map(|role| Said { role, ..said.unwrap_or(other) });
    }
    if said.iter().all(Option::is_none) {
        by_shape(&mut said, data);
    }
    let roles = compete(&said, data);
    mapping.columns =
        headers.into_iter().zip(roles).map(|(header, role)| Column { header, role, month: None }).listed();
    months(mapping, choices);
    for choice in choices {
        if let Choice::Role(place, role) = choice
            && let Some(column) = mapping.columns.get_mut(*place)
        {
            column.role = *role;
        }
    }
    said
}

/// The headers as written, one for each column that has a header or a cell.
fn headers(header: Option<&Row>, data: &Data<'_>) -> Vec<String> {
    let used = |row: &Row| {
        row.cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last.saturating_add(1))
    };
    match header {
        Some(header) => header.cells.iter().take(used(header)).map(|cell| cell.trim().to_owned()).listed(),
        None => vec![String::new(); data.rows.iter().map(used).max().unwrap_or(0)],
    }
}

/// "Start" and "End" are amounts or dates: their cells say which. A type is one of changes only if it is known as one.
fn by_content(said: Option<Role>, data: &Data<'_>, column: usize) -> Option<Role> {
    let said = said?;
    let dated = || matches!(content(data, column), Content::Dates | Content::Counts(_));
    Some(match said {
        Role::StartAmount if dated() => Role::From,
        Role::EndAmount if dated() => Role::Until,
        Role::EventType if !data.cells(column).iter().any(|(_, cell)| known::sense(cell).is_some()) => {
            Role::Attribute
        }
        Role::Trial if dated() => Role::Ignored,
        other => other,
    })
}

/// Of several columns that claim one role, the one of the lowest rank has it, unless it is empty. Columns of one rank
/// keep it both: their reader chooses.
fn compete(said: &[Option<Said>], data: &Data<'_>) -> Vec<Role> {
    let is_filled = |column: usize| data.rows.is_empty() || !data.cells(column).is_empty();
    let best = |role: Role| {
        let claims = said.iter().enumerate().filter_map(|(column, said)| Some((column, (*said)?)));
        let claims = claims.filter(|(_, said)| said.role == role);
        claims.min_by_key(|(column, said)| (!is_filled(*column), said.rank)).map(|(_, said)| said.rank)
    };
    let role = |said: &Option<Said>| match said {
        Some(said) if said.role.may_repeat() || best(said.role) == Some(said.rank) => said.role,
        _ => Role::Ignored,
    };
    said.iter().map(role).listed()
}

/// Gives columns under a month's header their month, as far as the order of day and month is settled.
fn months(mapping: &mut Mapping, choices: &[Choice]) {
    let mut ballot = Ballot::new(DateOrder::DayFirst, DateOrder::MonthFirst);
    for column in &mapping.columns {
        if let Some(date) = date_of_header(&column.header, DateOrder::DayFirst) {
            ballot.cast(date.proves, date.ambiguous, || ());
        }
    }
    let settled = choices.iter().rev().find_map(|choice| match choice {
        Choice::Order(order) => Some(*order),
        _ => None,
    });
    let order = ballot.decided(settled);
    for (place, column) in mapping.columns.iter_mut().enumerate() {
        let Some(date) = date_of_header(&column.header, DateOrder::DayFirst) else { continue };
        column.role = Role::MonthAmount;
        let known = !date.ambiguous || order.is_some();
        column.month = month_of_header(&column.header, order).filter(|_| known);
        column.month = chosen_month(choices, place).or(column.month);
    }
    for (place, column) in mapping.columns.iter_mut().enumerate().filter(|(_, column)| column.month.is_none())
    {
        column.month = chosen_month(choices, place);
    }
}

fn chosen_month(choices: &[Choice], place: usize) -> Option<plimsoll_columns::Month> {
    choices.iter().rev().find_map(|choice| match choice {
        Choice::Month(column, month) if *column == place => Some(*month),
        _ => None,
    })
}

/// Columns without a header, by what stands in them: the first text is the customer; a date and an amount make a ledger,
/// two dates and an amount subscriptions, two amounts the ends of a window.
fn by_shape(said: &mut [Option<Said>], data: &Data<'_>) {
    let contents: Vec<Content> = (0..said.len()).map(|column| content(data, column)).listed();
    let of = |wanted: fn(&Content) -> bool| {
        contents.iter().enumerate().filter(|(_, content)| wanted(content)).map(|(place, _)| place).listed()
    };
    let texts = of(|content| *content == Content::Text);
    let dates = of(|content| *content == Content::Dates);
    let numbers = of(|content| matches!(content, Content::Numbers | Content::Counts(_)));
    let mut give = |place: Option<&usize>, role: Role| {
        if let Some(said) = place.and_then(|place| said.get_mut(*place)) {
            *said = Some(Said { role, rank: 0, basis: None, quantity: None, scale: None });
        }
    };
    give(texts.first(), Role::CustomerName);
    texts.iter().skip(1).for_each(|place| give(Some(place), Role::Attribute));
    match (dates.as_slice(), numbers.as_slice()) {
        ([date], [number]) => {
            give(Some(date), Role::Date);
            give(Some(number), Role::Amount);
        }
        ([from, until], [number]) => {
            give(Some(from), Role::From);
            give(Some(until), Role::Until);
            give(Some(number), Role::Amount);
        }
        ([], [start, end]) => {
            give(Some(start), Role::StartAmount);
            give(Some(end), Role::EndAmount);
        }
        _ => {}
    }
}
