//! Changes of what customers pay, from a day on.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::intervals::{Covered, Span};
use super::money::Rounding;
use super::people::People;
use super::row::Cells;
use super::tally::Tally;
use super::{Full, Problem, Sink, at, months};
use crate::date::month_of;
use crate::issue::{Issue, IssueKind};
use crate::known::{self, Sense};
use crate::mapping::{Mapping, Signs};
use crate::order::{Numbers, put_in_order};
use crate::role::Role;
use crate::table::Row;
use plimsoll_columns::Month;

/// A change, or what is paid after it.
pub(super) struct Event {
    day: NaiveDate,
    second: u32,
    /// What comes first of two of one second: the export's own rank, then the order of rows.
    rank: Decimal,
    minor: i64,
    person: usize,
    subscription: String,
    line: u32,
}

/// Changes so far.
pub(super) struct Events {
    events: Vec<Event>,
    /// The column of the change; else of what is paid after it.
    change: Option<usize>,
    balance: Option<usize>,
    no_money: &'static [&'static str],
    until: Option<Month>,
}

impl Events {
    pub(super) fn new(mapping: &Mapping) -> Self {
        let export = mapping.export.and_then(known::by_slug);
        Self {
            events: Vec::new(),
            change: mapping.column(Role::Change),
            balance: mapping.column(Role::Balance),
            no_money: export.map_or(&[], |export| export.no_money),
            until: mapping.until,
        }
    }

    /// Reads a row, whose customer is not known yet.
    pub(super) fn read(&self, cells: &Cells, row: &Row, rounding: &mut Rounding) -> Result<Event, Problem> {
        let kind = cells.cell(row, Role::EventType);
        if self.no_money.contains(&known::word(kind).as_str()) {
            return Err(at(&cells.mapping, Role::EventType, IssueKind::NotMoney));
        }
        let read = cells.day(row, Role::Date)?;
        let column = self.change.or(self.balance).ok_or((None, IssueKind::NoAmounts))?;
        let amount = match self.change {
            Some(column) => cells.amount(row, column)?,
            None => cells.price(row, column)?,
        };
        let amount = amount.ok_or((Some(column), IssueKind::NoAmounts))?;
        let amount = if self.change.is_some() { signed(cells, column, kind, amount)? } else { amount };
        let length = months::length(cells, row)?;
        let minor = months::minor(cells, amount, Decimal::ONE, length, rounding)
            .map_err(|kind| (Some(column), kind))?;
        let rank =
            cells.mapping.column(Role::Rank).map(|column| cells.amount(row, column)).transpose()?.flatten();
        Ok(Event {
            day: read.day,
            second: read.second,
            rank: rank.unwrap_or_default(),
            minor,
            person: 0,
            subscription: cells.cell(row, Role::Subscription).to_owned(),
            line: row.line,
        })
    }

    pub(super) fn take(&mut self, person: usize, event: Event) {
        self.events.push(Event { person, ..event });
    }

    /// Hands over what each customer pays at the end of each month, from their first change to the last month.
    pub(super) fn finish(
        mut self,
        cells: &Cells,
        people: &People,
        tally: &mut Tally,
        sink: &mut dyn Sink,
    ) -> Result<Span, Full> {
        let months = || self.events.iter().filter_map(|event| month_of(event.day));
        let Some(last) = self.until.or_else(|| months().max()) else { return Ok(Span::default()) };
        let mut covered = Covered::new(months().min().unwrap_or(last), last);
        let key = |event: &Event| (event.person, event.day, event.second, event.rank);
        put_in_order(&mut self.events, |one, other| key(one).cmp(&key(other)));
        let mut running = 0_u64;
        for events in self.events.chunk_by(|one, other| one.person == other.person) {
            let Some((name, attributes)) = events.first().and_then(|event| people.person(event.person))
            else {
                continue;
            };
            match standing(events, self.change.is_some()) {
                Ok(levels) => {
                    running =
                        running.saturating_add(u64::from(levels.last().is_some_and(|(_, level)| *level > 0)));
                    for (month, minor) in by_month(&levels, last) {
                        covered.add(month);
                        sink.add(name, month, minor, &attributes)?;
                    }
                }
                Err(event) => {
                    let rows = u64::try_from(events.len()).unwrap_or(u64::MAX);
                    tally.taken_back = tally.taken_back.saturating_add(rows);
                    let column = self.change.and_then(|column| cells.mapping.columns.get(column));
                    let (row, found) = (Some(event.line), Some(name.to_owned()));
                    let column =
                        column.map(|column| column.header.clone()).filter(|header| !header.is_empty());
                    tally.note(Issue { row, column, found, ..Issue::new(IssueKind::BelowZero) });
                }
            }
        }
        covered.fill(people, sink)?;
        Ok(Span { until: Some(last), running })
    }
}

/// A change with the sign that it has, by how the column says that a customer pays less.
fn signed(cells: &Cells, column: usize, kind: &str, amount: Decimal) -> Result<Decimal, Problem> {
    let is_loss = amount.is_sign_negative() && !amount.is_zero();
    if cells.mapping.signs != Some(Signs::ByType) {
        // A gain may be corrected downwards; a loss that adds money is a contradiction.
        let against = known::sense(kind) == Some(Sense::Loss) && amount > Decimal::ZERO;
        return if against { Err((Some(column), IssueKind::SignAgainstType)) } else { Ok(amount) };
    }
    match known::sense(kind) {
        None => Err(at(&cells.mapping, Role::EventType, IssueKind::UnknownType)),
        Some(_) if is_loss => Err((Some(column), IssueKind::SignAgainstType)),
        Some(Sense::Gain) => Ok(amount),
        Some(Sense::Loss) => {
            let mut loss = amount;
            loss.set_sign_negative(true);
            Ok(loss)
        }
    }
}

/// What one customer pays after the last event of each month that has any; or the event by which it falls below nothing
/// at the end of a month.
fn standing(events: &[Event], changes: bool) -> Result<Vec<(Month, i64)>, &Event> {
    let mut level = 0_i64;
    let mut levels: Vec<(Month, i64)> = Vec::new();
    let (mut subscriptions, mut paid) = (Numbers::default(), Vec::new());
    for (place, event) in events.iter().enumerate() {
        let mut before = 0;
        if !changes {
            let (number, is_new) = subscriptions.meet(&event.subscription);
            if is_new {
                paid.push(0);
            }
            before = paid.get_mut(number).map_or(0, |paid| std::mem::replace(paid, event.minor));
        }
        let month = month_of(event.day).ok_or(event)?;
        level = level.checked_add(event.minor).and_then(|level| level.checked_sub(before)).ok_or(event)?;
        let next = place.checked_add(1).and_then(|next| events.get(next)).and_then(|next| month_of(next.day));
        if next != Some(month) {
            if level < 0 {
                return Err(event);
            }
            levels.push((month, level));
        }
    }
    Ok(levels)
}

/// What is paid in each month in which anything is, up to the last one; and nothing in the month in which it ends.
fn by_month(levels: &[(Month, i64)], last: Month) -> Vec<(Month, i64)> {
    let mut found = Vec::new();
    for (place, &(month, level)) in levels.iter().enumerate() {
        let next = place.checked_add(1).and_then(|next| levels.get(next)).map(|(next, _)| *next);
        let mut current = month;
        while current <= last && next.is_none_or(|next| current < next) {
            if level > 0 || current == month {
                found.push((current, level));
            }
            if level == 0 {
                break;
            }
            current = current.plus(1);
        }
    }
    found
}
