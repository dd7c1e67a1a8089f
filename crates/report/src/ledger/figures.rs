//! The calculator's figures from a ledger: over each window that it reaches back over, for all customers and each group.
//!
//! They are counted customer by customer between the window's two ends, so that the calculator's formulas give the cohort's
//! retention (`definitions.md` D1, D4): who came and went in between is in neither end, and who paused counts at what it pays now.

use plimsoll_intake::Listed as _;
use plimsoll_metrics::Window;

use super::Seen;
use crate::told::{Spanned, WindowSums};

impl Seen<'_> {
    /// The figures of every window that ends in this month.
    pub(super) fn windows(&self, end: usize) -> Vec<Spanned> {
        let starts = Window::ALL.into_iter().filter_map(|window| self.store.calendar().start_of(window, end));
        starts.map(|start| self.between(start, end)).listed()
    }

    fn between(&self, start: usize, end: usize) -> Spanned {
        let (ledger, by) = (&self.store.ledger, self.by());
        let count = by.map_or(0, |attribute| ledger.values(attribute).len());
        let mut spanned = Spanned { all: WindowSums::default(), groups: vec![WindowSums::default(); count] };
        for customer in 0..ledger.customer_count() {
            let mut own = WindowSums::default();
            own.count(self, customer, start, end);
            spanned.all.add(&own);
            let group = by.and_then(|by| spanned.groups.get_mut(ledger.value_of(by, customer)));
            if let Some(group) = group {
                group.add(&own);
            }
        }
        spanned
    }
}
