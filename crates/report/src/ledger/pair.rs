//! Two months of a ledger, customer by customer: who paid then, measured now, point to point.

use plimsoll_columns::Ledger;

/// What one customer paid in two months, in minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Paid {
    pub(super) then: i64,
    pub(super) now: i64,
}

impl Paid {
    pub(super) fn of(ledger: &Ledger, customer: usize, then: usize, now: usize) -> Self {
        let paid = |month| ledger.paid(customer, month);
        Self { then: paid(then), now: paid(now) }
    }

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
}

/// Every monthly movement of a span added up, whoever it came from: the other way to count retention (`definitions.md` D1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Moves {
    pub(super) expansion: i128,
    pub(super) contraction: i128,
    pub(super) churn: i128,
}

impl Moves {
    /// Adds the movements of another one.
    pub(super) fn add(&mut self, other: Self) {
        self.expansion = self.expansion.saturating_add(other.expansion);
        self.contraction = self.contraction.saturating_add(other.contraction);
        self.churn = self.churn.saturating_add(other.churn);
    }

    /// Adds a customer's movements from month to month. Who comes back is no movement of what was there.
    pub(super) fn count(&mut self, ledger: &Ledger, customer: usize, start: usize, end: usize) {
        let add = |sum: &mut i128, amount: i64| *sum = sum.saturating_add(i128::from(amount));
        for month in start..end {
            let paid = Paid::of(ledger, customer, month, month.saturating_add(1));
            if paid.is_lost() {
                add(&mut self.churn, paid.then);
            }
            add(&mut self.expansion, paid.change().max(0));
            add(&mut self.contraction, paid.change().min(0).saturating_neg());
        }
    }
}

/// The sums between two months: the calculator's figures, in minor units and customers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Between {
    pub(super) start: i128,
    pub(super) new: i128,
    pub(super) expansion: i128,
    pub(super) contraction: i128,
    pub(super) churn: i128,
    pub(super) start_customers: u64,
    pub(super) new_customers: u64,
    pub(super) lost_customers: u64,
}

impl Between {
    /// Adds a customer. With 64-bit amounts, 2⁶³ customers fit into each sum.
    pub(super) fn count(&mut self, paid: Paid) {
        let one_if = |holds: bool| u64::from(holds);
        let add = |sum: &mut i128, amount: i64| *sum = sum.saturating_add(i128::from(amount));
        add(&mut self.start, paid.then);
        if paid.is_new() {
            add(&mut self.new, paid.now);
        }
        if paid.is_lost() {
            add(&mut self.churn, paid.then);
        }
        add(&mut self.expansion, paid.change().max(0));
        add(&mut self.contraction, paid.change().min(0).saturating_neg());
        self.start_customers = self.start_customers.saturating_add(one_if(paid.then > 0));
        self.new_customers = self.new_customers.saturating_add(one_if(paid.is_new()));
        self.lost_customers = self.lost_customers.saturating_add(one_if(paid.is_lost()));
    }
}
