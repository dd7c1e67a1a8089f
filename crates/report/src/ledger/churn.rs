//! What stands beside churn: who came and went inside of the window, and why customers left, where a column says so.

use plimsoll_intake::{Listed as _, is_involuntary, is_of_reasons};
use plimsoll_metrics::Window;

use super::Seen;
use crate::told::{ChurnFacts, ReasonFacts};

impl Seen<'_> {
    /// What stands beside churn over the longest window that ends here.
    pub(super) fn churn(&self, end: usize) -> Option<ChurnFacts> {
        if self.store.of_two_dates {
            return None;
        }
        let longest = Window::ALL.into_iter().rev();
        let start = longest.into_iter().find_map(|window| self.store.calendar().start_of(window, end))?;
        let early = self.store.ledger.early_churn(end, end.saturating_sub(start), self.light.win_back.into());
        let count = |number: i64| u64::try_from(number).unwrap_or(0);
        Some(ChurnFacts {
            start,
            joined: count(early.joined),
            left: count(early.left),
            left_money: early.left_money,
            reasons: self.reasons(start, end),
        })
    }

    /// How much of the lost revenue was lost to failed payments, where a column says why customers left.
    fn reasons(&self, start: usize, end: usize) -> Option<ReasonFacts> {
        let attribute = self.store.attributes.iter().position(|name| is_of_reasons(name))?;
        let kinds: Vec<Option<bool>> =
            self.store.values(attribute).iter().map(|reason| is_involuntary(reason)).listed();
        let mut lost = ReasonFacts { attribute, ..ReasonFacts::default() };
        for customer in 0..self.store.ledger.customer_count() {
            let paid = self.pair(customer, start, end);
            if paid.is_lost() {
                let kind = kinds.get(self.store.ledger.value_of(attribute, customer)).copied().flatten();
                lost.add(kind, paid.then);
            }
        }
        (lost.all() > 0).then_some(lost)
    }
}

impl ReasonFacts {
    fn add(&mut self, involuntary: Option<bool>, minor: i64) {
        let sum = match involuntary {
            Some(true) => &mut self.involuntary,
            Some(false) => &mut self.voluntary,
            None => &mut self.untold,
        };
        *sum = sum.saturating_add(minor);
    }

    /// All of it.
    pub(super) const fn all(&self) -> i64 {
        self.voluntary.saturating_add(self.involuntary).saturating_add(self.untold)
    }
}
