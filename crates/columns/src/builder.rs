//! Collecting amounts into columns.

use crate::names::{Key, LONG, NO_KEY, Names, key_of, trimmed};
use crate::refusal::push;
use crate::{Ledger, Month, Refusal};
use std::borrow::Cow;

/// How many months may lie between the first and the last: a hundred years. A slip such as the year 2203 is refused
/// rather than given two thousand columns.
const MOST_MONTHS: usize = 1_200;

/// How many customers can be numbered.
const MOST_CUSTOMERS: usize = 1 << 30;

/// Amounts of one month by customer number. It ends where the last customer with a row ends; beyond, nothing is paid.
pub(crate) type Column = Vec<i64>;

/// One attribute of the customers: its distinct values, and the value of each customer by number.
#[derive(Clone, Debug, Default)]
pub(crate) struct Attribute {
    pub(crate) values: Names,
    pub(crate) of: Vec<u32>,
}

/// Collects amounts by customer and month. Amounts are in minor units of the currency (cents).
///
/// ```
/// use plimsoll_columns::{LedgerBuilder, Month};
/// let mut builder = LedgerBuilder::new(1);
/// let march = Month::from_year_month(2025, 3).unwrap();
/// builder.add(b"Acme", march, 10_000, &[b"SMB"])?;
/// builder.add(b" Acme ", march, 2_500, &[b"SMB"])?;
/// let ledger = builder.finish();
/// assert_eq!((ledger.customer_count(), ledger.amount(0, 0)), (1, 12_500));
/// # Ok::<(), plimsoll_columns::Refusal>(())
/// ```
#[derive(Clone, Debug)]
pub struct LedgerBuilder {
    pub(crate) names: Names,
    pub(crate) attributes: Vec<Attribute>,
    /// The month of the first column.
    first: i32,
    pub(crate) columns: Vec<Column>,
    rows: u64,
    /// The sizes of all amounts together. While it fits, so does every sum over the ledger.
    total: i64,
}

impl LedgerBuilder {
    /// An empty ledger whose customers have so many attributes (segment, country …).
    #[must_use]
    pub fn new(attributes: usize) -> Self {
        Self {
            names: Names::default(),
            attributes: vec![Attribute::default(); attributes],
            first: 0,
            columns: Vec::new(),
            rows: 0,
            total: 0,
        }
    }

    /// Adds an amount to what this customer pays in this month.
    ///
    /// White space around the name and the attributes is dropped; case matters. Several rows of one customer and month
    /// add up. A customer's attributes are those of its first row; missing ones are empty. An amount may be negative
    /// (a credit beside a charge) or zero: what counts is the month's sum, and a sum of zero or less pays nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when the amount cannot be held; all sums then stay as they were.
    pub fn add(
        &mut self,
        customer: &[u8],
        month: Month,
        minor: i64,
        attributes: &[&[u8]],
    ) -> Result<(), Refusal> {
        self.admit(month, minor)?;
        let name = trimmed(customer);
        let number = self.customer(name, key_of(name), |attribute| {
            Cow::Borrowed(attributes.get(attribute).copied().unwrap_or_default())
        })?;
        self.put(number, month, minor)
    }

    /// How many rows were added.
    #[must_use]
    pub const fn rows(&self) -> u64 {
        self.rows
    }

    /// The ledger as collected.
    #[must_use]
    pub fn finish(mut self) -> Ledger {
        // A month whose only row was refused is not a month of the ledger.
        while self.columns.last().is_some_and(Vec::is_empty) {
            self.columns.pop();
        }
        let empty = self.columns.iter().take_while(|column| column.is_empty()).count();
        self.columns.drain(..empty);
        self.first = self.first.saturating_add(i32::try_from(empty).unwrap_or(0));
        Ledger::new(Month(self.first), self.columns, self.names, self.attributes)
    }

    /// The number of a customer, who gets one with its attributes on the first row. `key` is the name's; `value` gives
    /// an attribute.
    pub(crate) fn customer<'a>(
        &mut self,
        name: &[u8],
        key: Key,
        value: impl Fn(usize) -> Cow<'a, [u8]>,
    ) -> Result<usize, Refusal> {
        if self.names.len() >= MOST_CUSTOMERS {
            return Err(Refusal::TooManyCustomers);
        }
        let number = self.names.number(name, key)?;
        for (index, attribute) in self.attributes.iter_mut().enumerate() {
            // An earlier row may have been refused halfway; then the customer's attributes are still missing.
            while attribute.of.len() <= number {
                let value = value(index);
                let value = trimmed(&value);
                let found = attribute.values.number(value, key_of(value))?;
                push(&mut attribute.of, u32::try_from(found).map_err(|_| Refusal::TooManyCustomers)?)?;
            }
        }
        Ok(number)
    }

    /// The column of a month, which is made when it is missing.
    fn place_of(&mut self, month: Month) -> Result<usize, Refusal> {
        let place = month.0.wrapping_sub(self.first);
        match usize::try_from(place) {
            Ok(place) if place < self.columns.len() => Ok(place),
            _ => self.make_column(month),
        }
    }

    #[cold]
    fn make_column(&mut self, month: Month) -> Result<usize, Refusal> {
        if self.columns.is_empty() {
            self.first = month.0;
        }
        let before = usize::try_from(i64::from(self.first).saturating_sub(i64::from(month.0))).unwrap_or(0);
        let after = usize::try_from(i64::from(month.0).saturating_sub(i64::from(self.first))).unwrap_or(0);
        let count = self.columns.len().max(after.saturating_add(1)).saturating_add(before);
        if count > MOST_MONTHS {
            return Err(Refusal::TooManyMonths);
        }
        self.columns.try_reserve(count.saturating_sub(self.columns.len()))?;
        if before > 0 {
            self.columns.splice(0..0, (0..before).map(|_| Column::new()));
            self.first = month.0;
        }
        self.columns.resize(count, Column::new());
        Ok(after)
    }

    /// Whether an amount fits; asked before its customer gets a number, so that nobody is a customer by a refused row.
    pub(crate) fn admit(&mut self, month: Month, minor: i64) -> Result<(), Refusal> {
        self.total_with(minor)?;
        self.place_of(month)?;
        Ok(())
    }

    /// The sizes of all amounts together, with one more.
    fn total_with(&self, minor: i64) -> Result<i64, Refusal> {
        let size = minor.checked_abs().ok_or(Refusal::TooLarge)?;
        self.total.checked_add(size).ok_or(Refusal::TooLarge)
    }

    /// Adds to one cell.
    pub(crate) fn put(&mut self, customer: usize, month: Month, minor: i64) -> Result<(), Refusal> {
        let total = self.total_with(minor)?;
        let place = self.place_of(month)?;
        let column = self.columns.get_mut(place).ok_or(Refusal::TooManyMonths)?;
        if customer >= column.len() {
            lengthen(column, customer, self.names.len())?;
        }
        let cell = column.get_mut(customer).ok_or(Refusal::NoMemory)?;
        *cell = cell.wrapping_add(minor); // it fits, because the total does
        self.total = total;
        self.rows = self.rows.saturating_add(1);
        Ok(())
    }

    /// Adds the amounts of customers that are known, in months that are; says by bit which rows are left to be tried
    /// alone. `None` when together they would not fit; then nothing was added. `is_name` says whether a row has this
    /// name, when its key alone does not.
    ///
    /// Every step runs over the whole batch, so that the cache misses of different rows overlap instead of waiting for
    /// one another.
    #[inline(always)]
    pub(crate) fn put_batch<const N: usize>(
        &mut self,
        batch: &Batch<N>,
        is_name: impl Fn(usize, &[u8]) -> bool,
    ) -> Option<u64> {
        let rows = batch.used.min(N);
        let sizes = batch.amounts.iter().take(rows).fold(0_i64, |sum, minor| sum.wrapping_add(minor.abs()));
        let total = self.total.checked_add(sizes)?;
        let mut slots = [0_u32; N];
        let mut others = 0_u64;
        for (bit, (slot, key)) in slots.iter_mut().zip(&batch.keys).take(rows).enumerate() {
            *slot = self.names.glance(*key);
            others |= u64::from(self.names.is_other(*slot, *key)) << bit;
        }
        for row in bits(others) {
            if let (Some(slot), Some(key)) = (slots.get_mut(row), batch.keys.get(row)) {
                *slot = self.names.look_further(*key);
            }
        }
        let mut refused = 0_u64;
        for (bit, (slot, key)) in slots.iter_mut().zip(&batch.keys).take(rows).enumerate() {
            let number = self.names.number_in(*slot);
            refused |= u64::from(!self.names.has_key(number, *key)) << bit;
            *slot = number as u32;
        }
        let cells = slots.iter().zip(&batch.keys).zip(&batch.months).zip(&batch.amounts).take(rows);
        for (bit, (((customer, key), month), minor)) in cells.enumerate() {
            let customer = *customer as usize;
            let is_known = refused >> bit & 1 == 0
                && (key[0] != LONG || is_name(bit, self.names.get(customer).unwrap_or_default()));
            let place = month.wrapping_sub(self.first).cast_unsigned() as usize;
            match self.columns.get_mut(place).and_then(|column| column.get_mut(customer)) {
                Some(cell) if is_known => *cell = cell.wrapping_add(*minor),
                _ => refused |= 1 << bit,
            }
        }
        let added = (rows as u64).wrapping_sub(u64::from(refused.count_ones()));
        self.rows = self.rows.wrapping_add(added);
        self.total = total.wrapping_sub(batch.sizes(refused));
        Some(refused)
    }
}

/// Rows on their way into the columns: the key of a short name (or none), the month, and the amount, whose
/// size is so far below 2⁶³ that the sizes of all of them can be added up.
pub(crate) struct Batch<const N: usize> {
    pub(crate) keys: [Key; N],
    pub(crate) months: [i32; N],
    pub(crate) amounts: [i64; N],
    pub(crate) used: usize,
}

impl<const N: usize> Batch<N> {
    pub(crate) const fn new() -> Self {
        const { assert!(N <= 64, "which rows are left is told by the bits of one word") };
        Self { keys: [NO_KEY; N], months: [0; N], amounts: [0; N], used: 0 }
    }

    /// The sizes of the rows named by bit, together.
    fn sizes(&self, rows: u64) -> i64 {
        bits(rows).fold(0, |sum, row| sum.wrapping_add(self.amounts.get(row).map_or(0, |minor| minor.abs())))
    }
}

/// The places of the bits that are set, lowest first.
pub(crate) fn bits(word: u64) -> impl Iterator<Item = usize> {
    let mut left = word;
    core::iter::from_fn(move || {
        let place = left.trailing_zeros() as usize;
        let is_set = left != 0;
        left &= left.wrapping_sub(1);
        is_set.then_some(place)
    })
}

/// Makes room in a column for a customer, and for as many more as are known by now.
#[cold]
fn lengthen(column: &mut Column, customer: usize, known: usize) -> Result<(), Refusal> {
    let wanted = customer.saturating_add(1).max(known);
    let length = wanted.saturating_add(wanted / 4).max(64);
    column.try_reserve_exact(length.saturating_sub(column.len()))?;
    column.resize(length, 0);
    Ok(())
}
