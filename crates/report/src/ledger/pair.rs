//! Two months of a ledger, customer by customer: who paid then, measured now, point to point.

use super::Seen;
use crate::told::WindowSums;

/// What one customer paid in two months, in minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Paid {
    pub(super) then: i64,
    pub(super) now: i64,
}

impl Paid {
    pub(super) fn is_new(self) -> bool {
        self.then == 0 && self.now > 0
    }

    pub(super) fn is_lost(self) -> bool {
        self.then > 0 && self.now == 0
    }

    /// What the customer pays more or less, where it pays at both ends.
    pub(super) fn change(self) -> i64 {
        if self.then > 0 && self.now > 0 { self.now.saturating_sub(self.then) } else { 0 }
    }

    /// What it pays more, what it pays less, and what left with it; above zero, all of them.
    fn moved(self) -> [i64; 3] {
        let change = self.change();
        [change.max(0), change.min(0).saturating_neg(), if self.is_lost() { self.then } else { 0 }]
    }
}

impl WindowSums {
    /// Adds the sums of others.
    pub(super) fn add(&mut self, other: &Self) {
        add(&mut self.money, &other.money);
        add(&mut self.by_month, &other.by_month);
        for (sum, count) in self.customers.iter_mut().zip(other.customers) {
            *sum = sum.saturating_add(count);
        }
    }

    /// Adds a customer: between the window's two ends, and from month to month. Who comes back is no movement of what was
    /// there.
    pub(super) fn count(&mut self, seen: &Seen<'_>, customer: usize, start: usize, end: usize) {
        let paid = seen.pair(customer, start, end);
        let (new, [expansion, contraction, churn]) = (if paid.is_new() { paid.now } else { 0 }, paid.moved());
        let customers = [paid.then > 0, paid.is_new(), paid.is_lost()].map(u32::from);
        self.add(&Self {
            money: [paid.then, new, expansion, contraction, churn],
            customers,
            by_month: [0; 3],
        });
        for month in start..end {
            let moved = seen.pair(customer, month, month.saturating_add(1)).moved();
            add(&mut self.by_month, &moved);
        }
    }
}

/// Adds amounts to sums, each to its own. No sum over a ledger is beyond 64 bits.
fn add(sums: &mut [i64], amounts: &[i64]) {
    for (sum, amount) in sums.iter_mut().zip(amounts) {
        *sum = sum.saturating_add(*amount);
    }
}
