//! A few customers of one group, with all their months side by side.

use super::kernel::{NARROW, Raw, WIDTH, narrow, wide};
use crate::Refusal;
use crate::ledger::bridge;
use crate::refusal::filled;

/// Room for the amounts of [`WIDTH`] customers, month by month. It is small enough to stay in the cache, so each amount
/// is fetched once from the ledger, however often it is compared.
pub(super) struct Block {
    narrow: Vec<i32>,
    /// Only there once an amount was too large for the narrow loops.
    wide: Vec<i64>,
    months: usize,
}

impl Block {
    pub(super) fn new(months: usize) -> Result<Self, Refusal> {
        let room = months.checked_mul(WIDTH).ok_or(Refusal::NoMemory)?;
        Ok(Self { narrow: filled(0, room)?, wide: Vec::new(), months })
    }

    /// Adds the sums of at most [`WIDTH`] customers, month by month.
    pub(super) fn add(
        &mut self,
        columns: &[&[i64]],
        customers: &[u32],
        win_back: u32,
        sums: &mut [Raw],
    ) -> Result<(), Refusal> {
        let used = self.months.saturating_mul(customers.len());
        let width = customers.len().max(1);
        if self.gather_narrow(columns, customers) {
            let amounts = self.narrow.get_mut(..used).unwrap_or_default();
            bridge(amounts, width, win_back);
            narrow::walk(amounts, width, sums);
        } else {
            if self.wide.is_empty() {
                self.wide = filled(0, self.narrow.len())?;
            }
            let amounts = self.wide.get_mut(..used).unwrap_or_default();
            for (to, column) in amounts.chunks_exact_mut(width).zip(columns) {
                for (to, customer) in to.iter_mut().zip(customers) {
                    *to = column.get(*customer as usize).copied().unwrap_or(0).max(0);
                }
            }
            bridge(amounts, width, win_back);
            wide::walk(amounts, width, sums);
        }
        Ok(())
    }

    /// Fetches the amounts into 32 bits; says whether all of them are small enough.
    fn gather_narrow(&mut self, columns: &[&[i64]], customers: &[u32]) -> bool {
        for (to, column) in self.narrow.chunks_exact_mut(customers.len().max(1)).zip(columns) {
            let mut any = 0;
            for (to, customer) in to.iter_mut().zip(customers) {
                let amount = column.get(*customer as usize).copied().unwrap_or(0).max(0);
                any |= amount;
                *to = amount as i32;
            }
            if any >= NARROW {
                return false;
            }
        }
        true
    }
}
