//! One cell of a table of accounts.

use chrono::Datelike as _;
use plimsoll_columns::accounts::{Cell, MOST_PLACES};
use rust_decimal::{Decimal, RoundingStrategy};

use super::super::money::{Rounding, monthly};
use super::super::months;
use super::super::row::Cells;
use super::plan::{Plan, Reads};
use super::{Found, plain};
use crate::cell;
use crate::currency::CurrencyMark;
use crate::date::{DateOrder, month_of, read_date};
use crate::issue::{IssueKind, Severity};
use crate::known;
use crate::mapping::Scale;
use crate::number::{DecimalMark, Unit};
use crate::table::Row;

/// What is kept from cell to cell.
#[derive(Debug)]
pub(super) struct Reader {
    /// The currency that counts.
    pub(super) currency: Option<CurrencyMark>,
    pub(super) rounding: Rounding,
    /// What was found in the cells of the row that is read.
    pub(super) found: Vec<Found>,
    /// What grades of each column are out of, where one has said so.
    tops: Vec<(usize, u32)>,
}

/// A day, and what else its cell shows.
pub(super) struct Day {
    pub(super) day: i32,
    /// Whether it shows another order of day and month than the one that is settled.
    is_mixed: bool,
}

/// A number with its decimals, and whether it shows another decimal mark than the one that is settled.
struct Number {
    value: i64,
    places: u8,
    has_percent: bool,
    is_mixed: bool,
}

impl Reader {
    pub(super) const fn new(currency: Option<CurrencyMark>) -> Self {
        Self { currency, rounding: Rounding::new(), found: Vec::new(), tops: Vec::new() }
    }

    /// Reads a cell; what is wrong with it is kept, and it counts as missing.
    pub(super) fn read<'a>(&mut self, cells: &Cells, row: &'a Row, plan: &Plan, place: usize) -> Cell<'a> {
        let text = cells.text(row, plan.column);
        let read = match plan.reads {
            Reads::Text => Ok(Some(cell::text(text))
                .filter(|text| !text.is_empty())
                .map(|text| Cell::Text(text.as_bytes()))),
            Reads::Day => self.day(cells, row, plan),
            Reads::Number => self.number(cells, text, plan, None),
            Reads::Percent { bare_of_one } => self.number(cells, text, plan, Some(bare_of_one)),
            Reads::Rating => self.rating(cells, text, plan, place),
            Reads::Left { is_active } => left(text, is_active),
            Reads::Revenue { decimals } => self.revenue(cells, row, plan.column, decimals),
        };
        match read {
            Ok(cell) => cell.unwrap_or(Cell::Missing),
            Err(kind) => {
                self.found.push((plan.column, kind, Severity::CellOut));
                Cell::Missing
            }
        }
    }

    fn day(&mut self, cells: &Cells, row: &Row, plan: &Plan) -> Read<'static> {
        let Some(read) = day(cells, row, plan.column)? else { return Ok(None) };
        if read.is_mixed {
            self.found.push((plan.column, IssueKind::MixedDateOrders, Severity::Note));
        }
        Ok(Some(Cell::Day(read.day)))
    }

    /// A number within its range; in percent, where so said.
    fn number(&mut self, cells: &Cells, text: &str, plan: &Plan, percent: Option<bool>) -> Read<'static> {
        let Some(mut read) = number(text, cells.mapping.mark)? else { return Ok(None) };
        if percent == Some(true) && !read.has_percent {
            let added = 2_u8.saturating_sub(read.places);
            let power = 10_i64.checked_pow(added.into()).ok_or(IssueKind::TooLarge)?;
            read.value = read.value.checked_mul(power).ok_or(IssueKind::TooLarge)?;
            read.places = read.places.saturating_sub(2);
        }
        within(read.value, read.places, plan.range)?;
        if read.is_mixed {
            self.found.push((plan.column, IssueKind::MixedDecimalMarks, Severity::Note));
        }
        Cell::number(read.value, read.places).map(Some).ok_or(IssueKind::TooLarge)
    }

    /// A grade. All of a column are out of the same; where one is not, nobody can tell what it would be.
    fn rating(&mut self, cells: &Cells, text: &str, plan: &Plan, place: usize) -> Read<'static> {
        let Some((grade, of)) = cell::grade(text) else { return self.number(cells, text, plan, None) };
        let Some(of) = of else { return self.number(cells, grade, plan, None) };
        let known = self.tops.iter().find(|(column, _)| *column == place).map(|(_, top)| *top);
        let top = known.unwrap_or(of);
        let range = (Some(0), Some(i64::from(top)));
        let read = self.number(cells, grade, &Plan { range, ..plan.clone() }, None)?;
        if top != of {
            return Err(IssueKind::OutOfRange { least: range.0, most: range.1 });
        }
        if known.is_none() {
            self.tops.push((place, of));
        }
        Ok(read)
    }

    /// What is paid by the year.
    fn revenue(&mut self, cells: &Cells, row: &Row, column: usize, decimals: u8) -> Read<'static> {
        let Some(amount) = cells.price(row, column).map_err(|(_, kind)| kind)? else { return Ok(None) };
        if let Some((_, other)) = cells.currency(row).map_err(|(_, kind)| kind)? {
            match self.currency {
                Some(kept) if !kept.agrees_with(other) => {
                    return Err(IssueKind::OtherCurrency { kept, other });
                }
                kept => self.currency = Some(kept.map_or(other, |kept| kept.clearer(other))),
            }
        }
        let length = months::length(cells, row).map_err(|(_, kind)| kind)?;
        let scale = (cells.mapping.scale.unwrap_or(Scale::Units), decimals.into());
        let annual = monthly(amount, Decimal::from(12), length, scale, &mut self.rounding);
        annual.and_then(|annual| Cell::number(annual, decimals)).map(Some).ok_or(IssueKind::TooLarge)
    }
}

/// What a cell says, nothing where it is empty, or why it cannot be read.
type Read<'a> = Result<Option<Cell<'a>>, IssueKind>;

/// Whether an account has left. A day on which it did says so too.
fn left(text: &str, is_active: bool) -> Read<'static> {
    if text.is_empty() || cell::is_dash(text) || cell::is_nothing(text) {
        return Ok(None);
    }
    let said = if is_active { known::has_left_if_active(text) } else { known::has_left(text) };
    let dated = || (!is_active && read_date(text, DateOrder::DayFirst).is_ok()).then_some(true);
    let left = said.or_else(dated).ok_or(IssueKind::UnknownStanding)?;
    Ok(Some(Cell::Number { value: left.into(), places: 0 }))
}

/// The day in a cell; none where it is empty.
pub(super) fn day(cells: &Cells, row: &Row, column: usize) -> Result<Option<Day>, IssueKind> {
    if let Some(day) = plain::day(cells.text(row, column)) {
        return Ok(Some(Day { day, is_mixed: false }));
    }
    let Some(read) = cells.date_in(row, column).map_err(|(_, kind)| kind)? else { return Ok(None) };
    if month_of(read.day).is_none() {
        return Err(IssueKind::DistantDate);
    }
    let is_mixed = read.proves.zip(cells.mapping.order).is_some_and(|(proves, settled)| proves != settled);
    Ok(Some(Day { day: read.day.num_days_from_ce().saturating_sub(719_163), is_mixed }))
}

/// The number in a cell; none where it is empty.
fn number(text: &str, mark: Option<DecimalMark>) -> Result<Option<Number>, IssueKind> {
    let bare = text.strip_suffix('%');
    if let Some((value, places)) = plain::number(bare.unwrap_or(text), mark) {
        return Ok(Some(Number { value, places, has_percent: bare.is_some(), is_mixed: false }));
    }
    if text.is_empty() || cell::is_nothing(text) {
        return Ok(None);
    }
    let Some(read) = cell::amount(text, mark.unwrap_or(DecimalMark::Point)) else { return Ok(None) };
    let read = read.map_err(IssueKind::Unreadable)?;
    if read.ambiguous && mark.is_none() {
        return Err(IssueKind::AmbiguousAmount);
    }
    let most = u32::from(MOST_PLACES);
    let value = read.value.round_dp_with_strategy(most, RoundingStrategy::MidpointAwayFromZero).normalize();
    Ok(Some(Number {
        value: i64::try_from(value.mantissa()).map_err(|_| IssueKind::TooLarge)?,
        places: u8::try_from(value.scale()).unwrap_or(MOST_PLACES),
        has_percent: read.unit == Some(Unit::Percent),
        is_mixed: read.proves.zip(mark).is_some_and(|(proves, settled)| proves != settled),
    }))
}

/// Whether a number with so many decimals lies within a range.
fn within(value: i64, places: u8, (least, most): (Option<i64>, Option<i64>)) -> Result<(), IssueKind> {
    let power = 10_i128.checked_pow(places.into()).unwrap_or(1);
    let edge = |edge: i64| i128::from(edge).saturating_mul(power);
    let value = i128::from(value);
    let fits = least.is_none_or(|least| value >= edge(least)) && most.is_none_or(|most| value <= edge(most));
    if fits { Ok(()) } else { Err(IssueKind::OutOfRange { least, most }) }
}
