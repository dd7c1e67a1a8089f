//! Rows of a table of two ends.

use rust_decimal::Decimal;

use super::interval::Length;
use super::money::Rounding;
use super::row::Cells;
use super::{Problem, Whose, months};
use crate::customers::{Customer, Merge};
use crate::issue::{Field, IssueKind};
use crate::mapping::{Basis, Scale};
use crate::role::Role;
use crate::table::Row;

/// Customers so far, and rows that are totals unless customers follow them.
#[derive(Default)]
pub(super) struct Edges {
    merge: Merge,
    pub(super) held: Vec<Row>,
}

impl Edges {
    /// Takes a row; says what is worth knowing about it.
    pub(super) fn take(
        &mut self,
        cells: &Cells,
        row: &Row,
        whose: Whose,
        rounding: &mut Rounding,
    ) -> Result<Vec<Problem>, Problem> {
        let mut amount = |role| match cells.mapping.column(role) {
            Some(column) => paid(cells, row, column, rounding),
            None => Ok(None),
        };
        let (start, end) = (amount(Role::StartAmount)?, amount(Role::EndAmount)?);
        if start.is_none() && end.is_none() {
            return Err((None, IssueKind::NoAmounts));
        }
        // Attributes come with the id first where the name tells customers apart; the segment is the first that is one.
        let segment = cells.cell(row, Role::Attribute);
        let customer = Customer {
            name: whose.customer,
            segment: Some(segment).filter(|segment| !segment.is_empty()).map(str::to_owned),
            start: start.unwrap_or_default(),
            end: end.unwrap_or_default(),
            row: row.line,
        };
        let column = |field| match field {
            Field::Segment => cells.mapping.column(Role::Attribute),
            _ => cells.mapping.customer(),
        };
        Ok(self.merge.add(customer).into_iter().map(|(field, kind)| (column(field), kind)).collect())
    }

    pub(super) fn customers(self) -> Vec<Customer> {
        self.merge.customers
    }
}

/// What is paid by the month: as written where it is so, else rounded once to the minor unit.
fn paid(
    cells: &Cells,
    row: &Row,
    column: usize,
    rounding: &mut Rounding,
) -> Result<Option<Decimal>, Problem> {
    let Some(amount) = cells.price(row, column)? else { return Ok(None) };
    if cells.mapping.basis == Some(Basis::Month) && cells.mapping.scale == Some(Scale::Units) {
        return Ok(Some(amount));
    }
    let length: Length = months::length(cells, row)?;
    let minor = months::minor(cells, amount, Decimal::ONE, length, rounding);
    let minor = minor.map_err(|kind| (Some(column), kind))?;
    let units = Decimal::try_from_i128_with_scale(i128::from(minor), cells.decimals);
    units.map(|units| Some(units.normalize())).map_err(|_| (Some(column), IssueKind::TooLarge))
}
