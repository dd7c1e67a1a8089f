//! Rows that say what is paid in a month, one or several.

use super::money::{Rounding, monthly};
use super::row::Cells;
use super::{Problem, at};
use crate::date::month_of;
use crate::issue::IssueKind;
use crate::mapping::{Basis, Scale, Shape};
use crate::role::Role;
use crate::table::Row;
use plimsoll_columns::Month;
use rust_decimal::Decimal;

use super::interval::{self, Length};

/// The amounts of a row, each with its column and month.
pub(super) fn read(
    cells: &Cells,
    row: &Row,
    rounding: &mut Rounding,
) -> Result<Vec<(usize, Month, i64)>, Problem> {
    let wide = cells.mapping.shape == Some(Shape::Wide);
    let dated = if wide { None } else { month_of(cells.day(row, Role::Date)?.day) };
    let length = length(cells, row)?;
    let mut found = Vec::new();
    for &column in cells.amounts() {
        let month = dated.or_else(|| cells.mapping.columns.get(column)?.month);
        if let Some((amount, month)) = cells.price(row, column)?.zip(month) {
            found.push((
                column,
                month,
                minor(cells, amount, Decimal::ONE, length, rounding).map_err(|kind| (Some(column), kind))?,
            ));
        }
    }
    if found.is_empty() { Err((None, IssueKind::NoAmounts)) } else { Ok(found) }
}

/// The time that a row's amounts are paid for.
pub(super) fn length(cells: &Cells, row: &Row) -> Result<Length, Problem> {
    let basis = cells.mapping.basis.unwrap_or(Basis::Row);
    let own = || interval::read(cells.cell(row, Role::Interval), cells.cell(row, Role::IntervalCount));
    Length::of(basis)
        .or_else(own)
        .ok_or_else(|| at(&cells.mapping, Role::Interval, IssueKind::UnknownInterval))
}

/// An amount by the month in minor units.
pub(super) fn minor(
    cells: &Cells,
    amount: Decimal,
    times: Decimal,
    length: Length,
    rounding: &mut Rounding,
) -> Result<i64, IssueKind> {
    let scale = cells.mapping.scale.unwrap_or(Scale::Units);
    monthly(amount, times, length, (scale, cells.decimals), rounding).ok_or(IssueKind::TooLarge)
}
