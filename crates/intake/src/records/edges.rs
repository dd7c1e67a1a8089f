//! Rows of a table of two ends.

use rust_decimal::Decimal;

use super::interval::Length;
use super::money::Rounding;
use super::row::Cells;
use super::{Problem, Whose, months};
use crate::customers::{Customer, Merge};
use crate::issue::{Field, IssueKind};
use crate::mapping::{Basis, Mapping, Scale};
use crate::order::Grown as _;
use crate::role::{self, Role};
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
        let place = segment_column(&cells.mapping);
        let segment = place.map_or("", |place| cells.text(row, place));
        let customer = Customer {
            name: whose.customer,
            segment: Some(segment).filter(|segment| !segment.is_empty()).map(str::to_owned),
            start: start.unwrap_or_default(),
            end: end.unwrap_or_default(),
            row: row.line,
        };
        let column = |field| match field {
            Field::Segment => place,
            _ => cells.mapping.customer(),
        };
        let mut found = Vec::new();
        if cells.is_total(row) {
            if self.merge.sums_up(&customer) {
                return Err((None, IssueKind::TotalRow));
            }
            found.push((cells.mapping.customer(), IssueKind::NamedLikeTotal));
        }
        found.grow_by(self.merge.add(customer).into_iter().map(|(field, kind)| (column(field), kind)));
        Ok(found)
    }

    pub(super) fn customers(self) -> Vec<Customer> {
        self.merge.customers
    }
}

/// Of several columns to group by, the one whose header speaks most of a segment.
pub(super) fn segment_column(mapping: &Mapping) -> Option<usize> {
    let columns = mapping.columns.iter().enumerate();
    let kept = columns.filter(|(_, column)| column.role == Role::Attribute);
    let rank = |header: &str| {
        role::says(header).filter(|said| said.role == Role::Attribute).map_or(usize::MAX, |said| said.rank)
    };
    kept.min_by_key(|(_, column)| rank(&column.header)).map(|(place, _)| place)
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
