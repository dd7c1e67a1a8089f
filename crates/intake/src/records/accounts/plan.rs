//! What each column of a table of accounts becomes.

use plimsoll_columns::accounts::{Heading, Kind, Part};

use super::super::edges::segment_column;
use crate::mapping::Mapping;
use crate::role::{self, Role, Sign};

/// How a column is read.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    /// Its place in the table.
    pub(super) column: usize,
    pub(super) reads: Reads,
    /// The least and the most that its numbers can be.
    pub(super) range: (Option<i64>, Option<i64>),
    pub(super) heading: Heading,
}

/// What its cells are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reads {
    Text,
    Day,
    Number,
    /// A number of a hundred; a bare one of one where so said.
    Percent {
        bare_of_one: bool,
    },
    Rating,
    /// Whether an account has left, or the other way round.
    Left {
        is_active: bool,
    },
    /// What is paid, with so many decimals.
    Revenue {
        decimals: u8,
    },
}

impl Plan {
    pub(super) const fn kind(&self) -> Kind {
        match self.reads {
            Reads::Text => Kind::Text,
            Reads::Day => Kind::Day,
            Reads::Revenue { decimals } => Kind::Number { places: decimals },
            _ => Kind::Number { places: 0 },
        }
    }
}

/// The columns that are read, from left to right.
pub(super) fn plans(mapping: &Mapping, decimals: u32) -> Vec<Plan> {
    // A status or a stage is no segment, even if there is no other group.
    let says_group = |header: &str| role::says(header).is_some_and(|said| said.role == Role::Attribute);
    let header = |place: &usize| mapping.columns.get(*place).is_some_and(|column| says_group(&column.header));
    let segment = segment_column(mapping).filter(header);
    let decimals = u8::try_from(decimals).unwrap_or(0);
    let mut plans = Vec::new();
    for (column, of) in mapping.columns.iter().enumerate() {
        let is_name = mapping.customer() != Some(column);
        let Some((part, reads)) = what(of.role, is_name, segment == Some(column), decimals) else { continue };
        let sign = if part == Part::Indicator { sign(&of.header) } else { None };
        let heading = Heading {
            header: of.header.clone(),
            part,
            sign: sign.map(Sign::slug).unwrap_or_default().into(),
            percent: matches!(reads, Reads::Percent { .. }),
        };
        plans.push(Plan { column, reads, range: range(reads, part, sign), heading });
    }
    plans
}

/// What a role is in a table of accounts; nothing where it is not read.
fn what(role: Role, is_name: bool, is_segment: bool, decimals: u8) -> Option<(Part, Reads)> {
    Some(match role {
        Role::CustomerName if is_name => (Part::Name, Reads::Text),
        Role::Attribute if is_segment => (Part::Segment, Reads::Text),
        Role::Attribute | Role::Status => (Part::Group, Reads::Text),
        Role::Owner => (Part::Owner, Reads::Text),
        Role::Amount => (Part::Revenue, Reads::Revenue { decimals }),
        Role::Churned => (Part::Churned, Reads::Left { is_active: false }),
        Role::Active => (Part::Churned, Reads::Left { is_active: true }),
        Role::Ended => (Part::ChurnDay, Reads::Day),
        Role::Renewal => (Part::Renewal, Reads::Day),
        Role::Seats => (Part::Seats, Reads::Number),
        Role::SeatsUsed => (Part::SeatsUsed, Reads::Number),
        Role::Indicator => (Part::Indicator, Reads::Number),
        Role::Percent => (Part::Indicator, Reads::Percent { bare_of_one: false }),
        Role::Share => (Part::Indicator, Reads::Percent { bare_of_one: true }),
        Role::Rating => (Part::Indicator, Reads::Rating),
        Role::Day => (Part::Indicator, Reads::Day),
        Role::Word => (Part::Indicator, Reads::Text),
        _ => return None,
    })
}

/// The sign that a header tells of; a start of any kind is that of the customer.
fn sign(header: &str) -> Option<Sign> {
    let is_start = || role::says(header).is_some_and(|said| said.role == Role::From);
    Sign::of_header(header).or_else(|| is_start().then_some(Sign::Since))
}

fn range(reads: Reads, part: Part, sign: Option<Sign>) -> (Option<i64>, Option<i64>) {
    const ANY: (Option<i64>, Option<i64>) = (None, None);
    match reads {
        Reads::Percent { .. } => sign.map_or(ANY, Sign::percent_range),
        Reads::Rating => (Some(0), Some(10)),
        Reads::Number if part != Part::Indicator => (Some(0), None),
        Reads::Number => sign.map_or(ANY, Sign::range),
        _ => ANY,
    }
}
