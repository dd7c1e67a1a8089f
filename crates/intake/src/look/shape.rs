//! What a row stands for, by the columns that there are.

use chrono::Datelike as _;

use super::accounts::{is_of_accounts, is_of_snapshots};
use super::{Choice, Data, Question, Setting};
use crate::date::{DateOrder, read_date};
use crate::header;
use crate::known;
use crate::mapping::{Mapping, Shape};
use crate::number::{DecimalMark, read_number};
use crate::order::Listed as _;
use crate::role::{self, Role};

/// Decides the shape, as far as the columns tell it.
pub(super) fn decide(mapping: &mut Mapping, data: &Data<'_>, choices: &[Choice]) {
    let chosen = choices.iter().rev().find_map(|choice| match choice {
        Choice::Shape(shape) => Some(*shape),
        _ => None,
    });
    mark_profitwell(mapping, data);
    let known = mapping.export.and_then(known::by_slug).map(|export| export.shape);
    // A known export of months is one only with months in it.
    let has_months = mapping.column(Role::MonthAmount).is_some();
    let known = known.filter(|shape| *shape != Shape::Wide || has_months);
    mapping.shape = chosen.or(known).or_else(|| by_roles(mapping));
    if mapping.shape == Some(Shape::Events) && mapping.amounts().is_empty() {
        change_roles(mapping, Role::Amount, Role::Change);
    }
    if mapping.shape != Some(Shape::Events) && mapping.column(Role::Amount).is_none() && chosen.is_some() {
        change_roles(mapping, Role::Change, Role::Amount);
    }
}

fn change_roles(mapping: &mut Mapping, from: Role, to: Role) {
    for column in mapping.columns.iter_mut().filter(|column| column.role == from) {
        column.role = to;
    }
}

/// ProfitWell's changes are known by their types, whatever the headers.
fn mark_profitwell(mapping: &mut Mapping, data: &Data<'_>) {
    let Some(column) = mapping.column(Role::EventType).filter(|_| mapping.export.is_none()) else { return };
    let is_theirs = |cell: &str| known::PROFITWELL_TYPES.contains(&known::word(cell).as_str());
    if data.cells(column).iter().any(|(_, cell)| is_theirs(cell)) {
        mapping.export = Some(known::PROFITWELL.slug);
    }
}

fn by_roles(mapping: &Mapping) -> Option<Shape> {
    let has = |role| mapping.column(role).is_some();
    let any = |roles: &[Role]| roles.iter().any(|role| has(*role));
    let months = mapping.columns.iter().filter(|column| column.role == Role::MonthAmount).count();
    let customer = any(&[Role::CustomerId, Role::CustomerName]);
    let accounts = mapping.columns.iter().any(|column| is_of_accounts(column.role));
    let of_moments = mapping.columns.iter().any(|column| is_of_snapshots(&column.header));
    let spans = any(&[Role::Until, Role::Ended, Role::Interval]);
    if !customer {
        None
    } else if months >= 2 || (months == 1 && !has(Role::Amount)) {
        Some(Shape::Wide)
    } else if has(Role::StartAmount) && has(Role::EndAmount) {
        Some(Shape::Edges)
    } else if accounts && of_moments && !has(Role::Change) {
        Some(Shape::Accounts)
    } else if has(Role::From) && has(Role::Amount) && (spans || !accounts) {
        Some(Shape::Intervals)
    } else if has(Role::Date)
        && (has(Role::Change) || has(Role::Balance) || (has(Role::Amount) && has(Role::EventType)))
    {
        Some(Shape::Events)
    } else if has(Role::Date) && has(Role::Amount) {
        Some(Shape::Long)
    } else if accounts || any(&[Role::Owner, Role::Amount, Role::Status]) {
        Some(Shape::Accounts)
    } else {
        None
    }
}

/// A date, a customer and an amount: what the customer pays in that month, or a change from that day on? Where both make
/// sense it is asked: if dates are single days, amounts fall below zero, or a type of change stands beside an amount that
/// no header calls a change.
pub(super) fn question(mapping: &Mapping, data: &Data<'_>, choices: &[Choice]) -> Vec<Question> {
    if choices.iter().any(|choice| matches!(choice, Choice::Shape(_))) || mapping.export.is_some() {
        return Vec::new();
    }
    if let Some(question) = of_accounts(mapping, data) {
        return vec![question];
    }
    let amount = mapping.amounts().first().copied();
    let Some((date, amount)) = mapping.column(Role::Date).zip(amount) else { return Vec::new() };
    let header = mapping.columns.get(amount).map(|column| column.header.as_str()).unwrap_or_default();
    let is_recurring = |word: &String| matches!(word.as_str(), "mrr" | "arr" | "cmrr" | "carr" | "recurring");
    let recurring = header::words(header).0.iter().any(is_recurring);
    let negative = data.cells(amount).into_iter().find(|(_, cell)| is_below_zero(cell));
    let day = data.cells(date).into_iter().find(|(_, cell)| is_within_a_month(cell));
    let (example, likely) = match mapping.shape {
        Some(Shape::Long) => match (day, negative) {
            (Some(_), Some((row, cell))) => (mapping.example(row, amount, cell), Some(1)),
            (None, Some((row, cell))) if !recurring => (mapping.example(row, amount, cell), Some(1)),
            (Some((row, cell)), None) if !recurring => (mapping.example(row, date, cell), Some(0)),
            _ => return Vec::new(),
        },
        Some(Shape::Events) if role::says(header).is_some_and(|said| said.role == Role::Amount) => {
            let Some((row, cell)) = data.cells(amount).first().copied() else { return Vec::new() };
            (mapping.example(row, amount, cell), (day.is_some() || negative.is_some()).then_some(1))
        }
        _ => return Vec::new(),
    };
    let answers = vec![Choice::Shape(Shape::Long), Choice::Shape(Shape::Events)];
    let (example, count) = (Some(example), data.rows.len());
    vec![Question { setting: Setting::Shape, answers, likely, example, count }]
}

/// What each customer pays and how they fare, by a date: a ledger, or accounts at several moments? Where a start stands beside
/// them: subscriptions, or accounts?
fn of_accounts(mapping: &Mapping, data: &Data<'_>) -> Option<Question> {
    let shape = mapping.shape.filter(|shape| matches!(shape, Shape::Long | Shape::Intervals))?;
    let of_accounts = mapping.columns.iter().enumerate().filter(|(_, column)| match column.role {
        // Subscriptions have these as well.
        Role::Seats | Role::Renewal => shape == Shape::Long,
        role => is_of_accounts(role),
    });
    let places: Vec<usize> = of_accounts.map(|(place, _)| place).listed();
    let place = places.first().copied()?;
    let (row, cell) = data.cells(place).first().copied()?;
    Some(Question {
        setting: Setting::Shape,
        answers: vec![Choice::Shape(Shape::Accounts), Choice::Shape(shape)],
        likely: (places.len() > 1).then_some(0),
        example: Some(mapping.example(row, place, cell)),
        count: data.rows.len(),
    })
}

fn is_below_zero(cell: &str) -> bool {
    let read = read_number(cell, DecimalMark::Point);
    read.is_ok_and(|read| read.value.is_sign_negative() && !read.value.is_zero())
}

/// Whether a cell is a day that neither begins nor ends a month, however it is read.
fn is_within_a_month(cell: &str) -> bool {
    read_date(cell, DateOrder::DayFirst).is_ok_and(|read| {
        let first = read.day.day() == 1 || (read.ambiguous && read.day.month() == 1);
        let last = read.day.succ_opt().is_some_and(|next| next.day() == 1);
        !read.whole_month && !first && !last
    })
}
