//! The ledger's sums in the shape that pictures are made from.

use plimsoll_columns::{MonthSums, SumOptions};
use plimsoll_intake::Listed as _;

use super::Seen;
use crate::picture::{Cohort, Group, History};

impl Seen<'_> {
    /// The history up to a month, by the groups of an attribute where one is chosen.
    pub(super) fn history(&self, end: usize) -> History {
        let (store, attribute, win_back) = (self.store, self.by(), self.light.win_back.into());
        let shown = end.saturating_add(1);
        let mut history = History::empty(store.currency, store.calendar().first);
        let Ok(sums) = store.ledger.sums(&SumOptions { by: attribute, win_back }) else { return history };
        history.months = until(&sums.total, shown).to_vec();
        history.holes = store.ledger.holes().into_iter().filter(|place| *place < shown).listed();
        let names = attribute.map(|attribute| store.values(attribute)).unwrap_or_default();
        history.groups = names
            .into_iter()
            .zip(&sums.groups)
            .map(|(name, months)| Group { name, sums: MonthSums::over(year(until(months, shown))) })
            .listed();
        let cohorts = store.ledger.cohorts(win_back);
        history.cohorts = cohorts
            .first
            .iter()
            .zip(cohorts.cells)
            .filter(|(first, _)| **first < shown)
            .map(|(first, cells)| Cohort {
                first: *first,
                cells: cells
                    .into_iter()
                    .take(shown.saturating_sub(*first))
                    .map(|cell| (cell.logos, cell.money))
                    .listed(),
            })
            .listed();
        history
    }

    /// The lives of all customers whose first payment is known, by age from one month.
    pub(super) fn lives(&self) -> Vec<(u32, u32)> {
        let count = |number: i64| u32::try_from(number).unwrap_or(u32::MAX);
        let ages = self.store.ledger.survival().ages;
        ages.iter().skip(1).map(|age| (count(age.at_risk), count(age.left))).listed()
    }
}

/// The months that are shown.
fn until(months: &[MonthSums], shown: usize) -> &[MonthSums] {
    months.get(..shown).unwrap_or(months)
}

/// The last twelve of them that have movements; the opening balance where there is no other.
fn year(months: &[MonthSums]) -> &[MonthSums] {
    let from = months.len().saturating_sub(12).max(1).min(months.len().saturating_sub(1));
    months.get(from..).unwrap_or_default()
}
