//! Whether a mapping can be read by.

use super::{Basis, Mapping, Quantity, Shape, Signs};
use crate::order::Grown as _;
use crate::role::Role;

/// What keeps a mapping from being read by. The reader of the table settles it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MappingProblem {
    /// It is not known what a row stands for.
    NoShape,
    /// A table of accounts as they are today: it has no months, and fills no ledger.
    NoMonths,
    /// No column tells who the customer is.
    NoCustomer,
    /// No column has this role, which the shape needs.
    Missing(Role),
    /// No column says in its header which month its amounts are of.
    NoMonthColumns,
    /// A column of a month's amounts has no month.
    WithoutMonth {
        /// The column, from 0.
        column: usize,
    },
    /// Two columns of amounts are for one month.
    SameMonth {
        /// The first of them, from 0.
        first: usize,
        /// The other.
        second: usize,
    },
    /// Two columns have one role that only one can have.
    Twice {
        /// The role.
        role: Role,
        /// The first of them, from 0.
        first: usize,
        /// The other.
        second: usize,
    },
    /// It is not settled whether amounts are in units or in minor units.
    NoScale,
    /// It is not settled for what time amounts are.
    NoBasis,
    /// It is not settled whether amounts are for one piece or for all.
    NoQuantity,
    /// It is not settled how a change says that a customer pays less.
    NoSigns,
}

/// What keeps this mapping from being read by; nothing, if rows can be read.
///
/// ```
/// use plimsoll_intake::{MappingProblem, Role, check, look};
/// let mut mapping = look("Customer,Month,MRR\nAcme,2025-01,99.50\n").mapping;
/// assert_eq!(check(&mapping), []);
/// mapping.columns[2].role = Role::Ignored;
/// assert_eq!(check(&mapping), [MappingProblem::Missing(Role::Amount)]);
/// ```
#[must_use]
pub fn check(mapping: &Mapping) -> Vec<MappingProblem> {
    let mut problems = Vec::new();
    let Some(shape) = mapping.shape else { return vec![MappingProblem::NoShape] };
    if mapping.customer().is_none() {
        problems.push(MappingProblem::NoCustomer);
    }
    let needed: &[Role] = match shape {
        Shape::Long => &[Role::Date, Role::Amount],
        Shape::Edges => &[Role::StartAmount, Role::EndAmount],
        Shape::Events => &[Role::Date],
        Shape::Intervals => &[Role::From, Role::Amount],
        Shape::Wide | Shape::Accounts => &[],
    };
    let missing = needed.iter().filter(|role| mapping.column(**role).is_none());
    problems.grow_by(missing.map(|role| MappingProblem::Missing(*role)));
    if shape == Shape::Events && mapping.amounts().is_empty() {
        problems.push(MappingProblem::Missing(Role::Change));
    }
    if shape == Shape::Wide {
        months(mapping, &mut problems);
    }
    twice(mapping, &mut problems);
    // What accounts pay does not have to be known.
    if shape != Shape::Accounts || mapping.column(Role::Amount).is_some() {
        unsettled(mapping, shape, &mut problems);
    }
    problems
}

/// Whether every column of amounts has a month of its own.
fn months(mapping: &Mapping, problems: &mut Vec<MappingProblem>) {
    let columns = mapping.amounts();
    if columns.is_empty() {
        problems.push(MappingProblem::NoMonthColumns);
    }
    let month = |column: usize| mapping.columns.get(column).and_then(|column| column.month);
    for (place, &column) in columns.iter().enumerate() {
        let Some(own) = month(column) else {
            problems.push(MappingProblem::WithoutMonth { column });
            continue;
        };
        let earlier = columns.iter().take(place).find(|&&first| month(first) == Some(own));
        problems.grow_by(earlier.map(|&first| MappingProblem::SameMonth { first, second: column }));
    }
}

fn twice(mapping: &Mapping, problems: &mut Vec<MappingProblem>) {
    for (second, column) in mapping.columns.iter().enumerate().filter(|(_, column)| !column.role.may_repeat())
    {
        let first = mapping.column(column.role).filter(|first| *first < second);
        problems.grow_by(first.map(|first| MappingProblem::Twice { role: column.role, first, second }));
    }
}

/// What the reader still has to say before any row can count.
fn unsettled(mapping: &Mapping, shape: Shape, problems: &mut Vec<MappingProblem>) {
    if mapping.scale.is_none() {
        problems.push(MappingProblem::NoScale);
    }
    match mapping.basis {
        None => problems.push(MappingProblem::NoBasis),
        Some(Basis::Row) if mapping.column(Role::Interval).is_none() => {
            problems.push(MappingProblem::Missing(Role::Interval));
        }
        Some(Basis::Term) if mapping.column(Role::Until).is_none() || shape != Shape::Intervals => {
            problems.push(MappingProblem::Missing(Role::Until));
        }
        Some(_) => {}
    }
    if shape == Shape::Intervals && mapping.quantity.is_none() {
        problems.push(MappingProblem::NoQuantity);
    }
    if mapping.quantity == Some(Quantity::Each) && mapping.column(Role::Quantity).is_none() {
        problems.push(MappingProblem::Missing(Role::Quantity));
    }
    if shape == Shape::Events && mapping.column(Role::Change).is_some() {
        match mapping.signs {
            None => problems.push(MappingProblem::NoSigns),
            Some(Signs::ByType) if mapping.column(Role::EventType).is_none() => {
                problems.push(MappingProblem::Missing(Role::EventType));
            }
            Some(_) => {}
        }
    }
}
