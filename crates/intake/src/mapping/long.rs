//! Mappings plain enough for the fast reader.

use super::{Basis, Mapping, Scale, Shape, Spikes, check};
use crate::number::DecimalMark;
use crate::role::Role;

/// Where the fast reader finds what it needs in a plain ledger: UTF-8 with a point as the decimal mark and one row for a
/// customer and a month. What it cannot read goes to [`crate::Records`], by the same mapping.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlainLong {
    /// The byte between two cells.
    pub delimiter: u8,
    /// How many columns there are.
    pub columns: usize,
    /// The column of the customer, from 0.
    pub customer: usize,
    /// The column of the month or day.
    pub month: usize,
    /// The column of the amount.
    pub amount: usize,
    /// The columns kept beside each customer, as [`Mapping::attributes`] gives them.
    pub attributes: Vec<usize>,
    /// Whether amounts are whole numbers of the minor unit already.
    pub minor: bool,
    /// How many lines stand above the data.
    pub skip_lines: u32,
}

impl Mapping {
    /// The layout for the fast reader, where nothing in the mapping asks for more than it does: a month, an amount by the
    /// month, and no column that decides whether a row counts.
    #[must_use]
    pub fn plain_long(&self) -> Option<PlainLong> {
        let decides = [Role::Currency, Role::Status, Role::Trial, Role::Interval];
        let plain = self.shape == Some(Shape::Long)
            && self.basis == Some(Basis::Month)
            && self.mark != Some(DecimalMark::Comma)
            && self.count.is_none()
            && matches!(self.spikes, None | Some(Spikes::Keep))
            && decides.iter().all(|role| self.column(*role).is_none())
            && check(self).is_empty();
        if !plain {
            return None;
        }
        Some(PlainLong {
            delimiter: u8::try_from(self.delimiter).ok().filter(u8::is_ascii)?,
            columns: self.columns.len(),
            customer: self.customer()?,
            month: self.column(Role::Date)?,
            amount: self.column(Role::Amount)?,
            attributes: self.attributes(),
            minor: self.scale == Some(Scale::Minor),
            skip_lines: self.header_line,
        })
    }
}
