//! Subscriptions, from a day on to another or still running.

use chrono::{Datelike as _, NaiveDate};
use rust_decimal::Decimal;

use super::money::Rounding;
use super::people::People;
use super::row::Cells;
use super::tally::Tally;
use super::{Full, Problem, Sink, at, interval, months};
use crate::date::month_of;
use crate::issue::{Issue, IssueKind};
use crate::known::{self, Standing};
use crate::mapping::{Basis, Mapping, Quantity};
use crate::number::{DecimalMark, read_number};
use crate::role::Role;
use crate::table::Row;
use plimsoll_columns::Month;

/// How far a table of changes or subscriptions reaches.
#[derive(Debug, Default)]
pub(super) struct Span {
    /// The last month that counts.
    pub(super) until: Option<Month>,
    /// How many are paid beyond it, as far as is known.
    pub(super) running: u64,
}

/// A subscription that counts from the end of its first month to that of its last.
#[derive(Clone, Copy)]
pub(super) struct Subscription {
    person: usize,
    first: Month,
    /// The last month at whose end it runs; none where it still does.
    last: Option<Month>,
    /// The month in which it ended, if that lies in the past of the table: the end was not only planned.
    ended: Option<Month>,
    minor: i64,
    line: u32,
}

/// Subscriptions so far.
pub(super) struct Intervals {
    subscriptions: Vec<Subscription>,
    until: Option<Month>,
}

impl Intervals {
    pub(super) const fn new(mapping: &Mapping) -> Self {
        Self { subscriptions: Vec::new(), until: mapping.until }
    }

    /// Reads a row, whose customer is not known yet.
    pub(super) fn read(
        &self,
        cells: &Cells,
        row: &Row,
        rounding: &mut Rounding,
    ) -> Result<Subscription, Problem> {
        let standing = known::standing(cells.cell(row, Role::Status));
        if standing == Some(Standing::NotPaid) {
            return Err(at(&cells.mapping, Role::Status, IssueKind::NotPaid));
        }
        if is_yes(cells.cell(row, Role::Trial)) {
            return Err(at(&cells.mapping, Role::Trial, IssueKind::FreeTrial));
        }
        let start = cells.day(row, Role::From)?.day;
        let (until, ended) = (cells.end(row, Role::Until)?, cells.end(row, Role::Ended)?);
        if standing == Some(Standing::Over) && until.is_none() && ended.is_none() {
            return Err(at(&cells.mapping, Role::Status, IssueKind::NoEnd));
        }
        let role = if ended.is_some_and(|end| end < start) { Role::Ended } else { Role::Until };
        if [until, ended].into_iter().flatten().any(|end| end < start) {
            return Err(at(&cells.mapping, role, IssueKind::EndsBeforeStart));
        }
        let trial = cells.end(row, Role::TrialEnd)?;
        let from = trial.map_or(start, |trial| trial.max(start));
        if from > start && [until, ended].into_iter().flatten().any(|end| end <= from) {
            return Err(at(&cells.mapping, Role::TrialEnd, IssueKind::FreeTrial));
        }
        let column = cells.mapping.column(Role::Amount);
        let amount = column.map(|column| cells.price(row, column)).transpose()?.flatten();
        let amount = amount.ok_or((column, IssueKind::NoAmounts))?;
        let term = cells.mapping.basis == Some(Basis::Term);
        let length = if term {
            let length = until.and_then(|until| interval::between(start, until));
            length.ok_or_else(|| at(&cells.mapping, Role::Until, IssueKind::UnknownInterval))?
        } else {
            months::length(cells, row)?
        };
        let times = quantity(cells, row)?;
        let minor = months::minor(cells, amount, times, length, rounding).map_err(|kind| (column, kind))?;
        let first = month_of(from).ok_or_else(|| at(&cells.mapping, Role::From, IssueKind::DistantDate))?;
        let last = [until.and_then(last_whole), ended.and_then(last_before)].into_iter().flatten().min();
        Ok(Subscription { person: 0, first, last, ended: ended.and_then(month_of), minor, line: row.line })
    }

    pub(super) fn take(&mut self, person: usize, subscription: Subscription) {
        self.subscriptions.push(Subscription { person, ..subscription });
    }

    /// Hands over every month at whose end a subscription runs.
    pub(super) fn finish(
        self,
        cells: &Cells,
        people: &People,
        tally: &mut Tally,
        sink: &mut dyn Sink,
    ) -> Result<Span, Full> {
        let all = || self.subscriptions.iter();
        let happened = all().map(|one| one.first).chain(all().filter_map(|one| one.ended));
        let Some(last) = self.until.or_else(|| happened.max()) else { return Ok(Span::default()) };
        let mut covered = Covered::new(all().map(|one| one.first).min().unwrap_or(last), last);
        let mut running = 0_u64;
        for one in &self.subscriptions {
            let Some((name, attributes)) = people.person(one.person) else { continue };
            let end = one.last.unwrap_or(last);
            let kind = if one.first > last {
                tally.taken_back = tally.taken_back.saturating_add(1);
                Some(IssueKind::AfterLastMonth)
            } else if end < one.first {
                Some(IssueKind::WithinAMonth)
            } else {
                None
            };
            if let Some(kind) = kind {
                let from =
                    cells.mapping.column(Role::From).and_then(|column| cells.mapping.columns.get(column));
                let column = from.map(|column| column.header.clone()).filter(|header| !header.is_empty());
                let (row, found) = (Some(one.line), Some(name.to_owned()));
                tally.note(Issue { row, column, found, ..Issue::new(kind) });
                continue;
            }
            running = running.saturating_add(u64::from(one.last.is_none_or(|end| end > last)));
            let mut month = one.first;
            while month <= end.min(last) {
                covered.add(month);
                sink.add(name, month, one.minor, &attributes)?;
                month = month.plus(1);
            }
        }
        covered.fill(people, sink)?;
        Ok(Span { until: Some(last), running })
    }
}

/// The last month whose last day is not after this one.
fn last_whole(day: NaiveDate) -> Option<Month> {
    let month = month_of(day)?;
    let is_last = day.succ_opt().is_none_or(|next| next.month() != day.month());
    Some(if is_last { month } else { month.plus(-1) })
}

/// The month before the one of a day on which something ended.
fn last_before(day: NaiveDate) -> Option<Month> {
    month_of(day).map(|month| month.plus(-1))
}

/// By what an amount is multiplied.
fn quantity(cells: &Cells, row: &Row) -> Result<Decimal, Problem> {
    if cells.mapping.quantity != Some(Quantity::Each) {
        return Ok(Decimal::ONE);
    }
    let unknown = || at(&cells.mapping, Role::Quantity, IssueKind::UnknownQuantity);
    let mark = cells.mapping.mark.unwrap_or(DecimalMark::Point);
    let read = read_number(cells.cell(row, Role::Quantity), mark).map_err(|_| unknown())?;
    let open = read.ambiguous && cells.mapping.mark.is_none();
    if open || read.value < Decimal::ZERO || read.unit.is_some() { Err(unknown()) } else { Ok(read.value) }
}

fn is_yes(cell: &str) -> bool {
    ["true", "yes", "1", "y"].iter().any(|yes| yes.eq_ignore_ascii_case(cell))
}

/// Which months of a stretch have an amount. One without any would look like a hole in the data; here it means that nobody
/// paid, so somebody's nothing is written down for it.
pub(super) struct Covered {
    first: Month,
    last: Month,
    seen: Vec<bool>,
}

impl Covered {
    pub(super) fn new(first: Month, last: Month) -> Self {
        let months = last.0.saturating_sub(first.0).saturating_add(1);
        Self { first, last, seen: vec![false; usize::try_from(months).unwrap_or(0)] }
    }

    pub(super) fn add(&mut self, month: Month) {
        let place = usize::try_from(month.0.saturating_sub(self.first.0)).ok();
        if let Some(seen) = place.and_then(|place| self.seen.get_mut(place)) {
            *seen = true;
        }
    }

    pub(super) fn fill(&self, people: &People, sink: &mut dyn Sink) -> Result<(), Full> {
        let Some((name, attributes)) = people.person(0) else { return Ok(()) };
        let mut month = self.first;
        for seen in &self.seen {
            if !seen && month <= self.last {
                sink.add(name, month, 0, &attributes)?;
            }
            month = month.plus(1);
        }
        Ok(())
    }
}
