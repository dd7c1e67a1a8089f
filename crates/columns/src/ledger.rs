//! The finished ledger: who paid what in which month.

use crate::Month;
use crate::builder::{Attribute, Column};
use crate::names::Names;

/// One attribute of a finished ledger.
#[derive(Clone, Debug)]
struct Known {
    values: Vec<Vec<u8>>,
    of: Vec<u32>,
}

/// Who paid what in which month. Customers are numbered from 0 in order of first appearance, months from the first
/// month with a row. Amounts are in minor units; what is zero or less pays nothing.
///
/// A month without any row is a hole in the data and not a month in which everybody left: every sum and count takes the
/// month before it in its place, so it has no movements. Only [`Ledger::amount`] shows it as it is, empty.
#[derive(Clone, Debug)]
pub struct Ledger {
    first: Month,
    columns: Vec<Column>,
    names: Names,
    attributes: Vec<Known>,
}

impl Ledger {
    pub(crate) fn new(first: Month, columns: Vec<Column>, names: Names, attributes: Vec<Attribute>) -> Self {
        let mut names = names;
        names.settle();
        let known = |attribute: Attribute| Known {
            values: (0..attribute.values.len())
                .map(|number| attribute.values.get(number).unwrap_or_default().to_vec())
                .collect(),
            of: attribute.of,
        };
        Self { first, columns, names, attributes: attributes.into_iter().map(known).collect() }
    }

    /// The first month with a row; nothing in an empty ledger.
    #[must_use]
    pub fn first_month(&self) -> Option<Month> {
        (!self.columns.is_empty()).then_some(self.first)
    }

    /// How many months there are from the first to the last with a row, both included.
    #[must_use]
    pub const fn month_count(&self) -> usize {
        self.columns.len()
    }

    /// How many customers have a row.
    #[must_use]
    pub const fn customer_count(&self) -> usize {
        self.names.len()
    }

    /// A customer's name or id, without white space around it; empty for a number that was not given.
    #[must_use]
    pub fn customer(&self, number: usize) -> &[u8] {
        self.names.get(number).unwrap_or_default()
    }

    /// The distinct values of an attribute, in order of first appearance; none for an attribute that there is not.
    #[must_use]
    pub fn values(&self, attribute: usize) -> &[Vec<u8>] {
        self.attributes.get(attribute).map(|known| known.values.as_slice()).unwrap_or_default()
    }

    /// Which value of an attribute a customer has, as its place in [`Ledger::values`].
    #[must_use]
    pub fn value_of(&self, attribute: usize, customer: usize) -> usize {
        self.of(attribute).get(customer).map_or(0, |value| *value as usize)
    }

    /// The values of an attribute by customer.
    pub(crate) fn of(&self, attribute: usize) -> &[u32] {
        self.attributes.get(attribute).map(|known| known.of.as_slice()).unwrap_or_default()
    }

    /// The sum of a customer's rows in a month, in minor units, as it is: 0 where there is none, and perhaps negative.
    #[must_use]
    pub fn amount(&self, customer: usize, month: usize) -> i64 {
        self.columns.get(month).and_then(|column| column.get(customer)).copied().unwrap_or(0)
    }

    /// What a customer pays in a month as sums count it, in minor units: nothing for less than zero, in a hole what the
    /// month before it says, and in a pause of up to `win_back` months what was paid before it.
    #[must_use]
    pub fn paid(&self, customer: usize, month: usize, win_back: u32) -> i64 {
        let paid = self.paid_in(customer, month);
        if paid > 0 || win_back == 0 {
            return paid;
        }
        let amount =
            |month: &usize| Some((*month, self.paid_in(customer, *month))).filter(|(_, paid)| *paid > 0);
        let back = |away: u32| month.checked_sub(away as usize);
        let before = (1..=win_back).map_while(back).find_map(|month| amount(&month));
        let after = (month.saturating_add(1)..self.columns.len())
            .take(win_back as usize)
            .find_map(|month| amount(&month));
        match (before, after) {
            (Some((left, paid)), Some((returned, _)))
                if returned.saturating_sub(left) <= (win_back as usize).saturating_add(1) =>
            {
                paid
            }
            _ => 0,
        }
    }

    /// The same where every pause is one.
    fn paid_in(&self, customer: usize, month: usize) -> i64 {
        let known =
            self.columns.get(..=month).unwrap_or_default().iter().rev().find(|column| !column.is_empty());
        known.and_then(|column| column.get(customer)).copied().unwrap_or(0).max(0)
    }

    /// Months inside the ledger in which no row at all stood.
    #[must_use]
    pub fn holes(&self) -> Vec<usize> {
        self.columns
            .iter()
            .enumerate()
            .filter(|(_, column)| column.is_empty())
            .map(|(month, _)| month)
            .collect()
    }

    /// The columns as sums see them: in place of a hole, the month before it.
    pub(crate) fn filled(&self) -> Vec<&[i64]> {
        let mut last: &[i64] = &[];
        let fill = |column: &'_ Column| !column.is_empty();
        let mut filled = Vec::with_capacity(self.columns.len());
        for column in &self.columns {
            if fill(column) {
                last = column;
            }
            filled.push(last);
        }
        filled
    }

    /// What a customer pays by month: never below zero, holes filled, and with pauses of up to `win_back` months paid
    /// at the amount before the pause.
    pub(crate) fn line(&self, columns: &[&[i64]], customer: usize, win_back: u32, line: &mut Vec<i64>) {
        line.clear();
        line.extend(columns.iter().map(|column| column.get(customer).copied().unwrap_or(0).max(0)));
        bridge(line, 1, win_back);
    }
}

/// Fills pauses of up to so many months with the amount before them, so that a return looks as if nobody had left. The
/// amounts are month by month, `width` customers beside each other.
pub(crate) fn bridge<T: Copy + PartialOrd + Default>(amounts: &mut [T], width: usize, win_back: u32) {
    if win_back == 0 || width == 0 {
        return;
    }
    let none = T::default();
    for lane in 0..width {
        let mut paid = none;
        let mut pause = 0_usize;
        for place in (lane..amounts.len()).step_by(width) {
            let now = amounts.get(place).copied().unwrap_or(none);
            if now > none {
                if pause > 0 && pause <= win_back as usize && paid > none {
                    for back in 1..=pause {
                        let at = back.checked_mul(width).and_then(|way| place.checked_sub(way));
                        if let Some(slot) = at.and_then(|at| amounts.get_mut(at)) {
                            *slot = paid;
                        }
                    }
                }
                (paid, pause) = (now, 0);
            } else {
                pause = pause.saturating_add(1);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::bridge;
    use crate::{LedgerBuilder, Month};

    #[test]
    fn only_pauses_within_the_window_are_bridged() {
        let bridged = |win_back| {
            let mut line = [0, 5, 0, 0, 7, 0, 8, 0, 0, 0, 9, 0];
            bridge(&mut line, 1, win_back);
            line
        };
        assert_eq!(bridged(0), [0, 5, 0, 0, 7, 0, 8, 0, 0, 0, 9, 0]);
        assert_eq!(bridged(1), [0, 5, 0, 0, 7, 7, 8, 0, 0, 0, 9, 0]);
        assert_eq!(bridged(2), [0, 5, 5, 5, 7, 7, 8, 0, 0, 0, 9, 0]);
        assert_eq!(bridged(3), [0, 5, 5, 5, 7, 7, 8, 8, 8, 8, 9, 0]);
    }

    #[test]
    fn a_hole_is_paid_as_the_month_before_it() {
        let mut builder = LedgerBuilder::new(0);
        for (month, minor) in [(0, 500), (2, -3)] {
            assert_eq!(builder.add(b"acme", Month(month), minor, &[]), Ok(()));
        }
        let ledger = builder.finish();
        assert_eq!([0, 1, 2, 3].map(|month| ledger.paid(0, month, 0)), [500, 500, 0, 0]);
        assert_eq!([0, 1, 2, 3].map(|month| ledger.amount(0, month)), [500, 0, -3, 0]);
    }

    #[test]
    fn a_pause_is_paid_alike_month_by_month_and_along_the_line() {
        let paid = [0, 5, 0, 0, 7, 0, 8, 0, 0, 0, 9, 0];
        let mut builder = LedgerBuilder::new(0);
        for (month, minor) in (0..).zip(paid) {
            assert_eq!(builder.add(b"acme", Month(month), minor, &[]), Ok(()));
            assert_eq!(builder.add(b"bolt", Month(month), 1, &[]), Ok(()));
        }
        let ledger = builder.finish();
        for win_back in 0..5 {
            let mut line = paid;
            bridge(&mut line, 1, win_back);
            let alike: Vec<i64> = (0..paid.len()).map(|month| ledger.paid(0, month, win_back)).collect();
            assert_eq!(alike, line, "{win_back}");
        }
    }

    #[test]
    fn customers_beside_each_other_do_not_touch() {
        let mut amounts = [1, 2, 0, 0, 3, 0, 0, 4];
        bridge(&mut amounts, 2, 1);
        assert_eq!(amounts, [1, 2, 1, 0, 3, 0, 0, 4]);
    }
}
