//! The ledger's sums in the shape that pictures are made from.

use plimsoll_columns::{MonthSums as Sums, SumOptions};
use plimsoll_forecast::AgeOfLife;
use plimsoll_intake::Listed as _;

use super::Store;
use crate::picture::{Cohort, Group, History, MonthSums};

impl Store {
    /// The history up to a month, by the groups of an attribute where one is chosen.
    pub(super) fn history(&self, end: usize, attribute: Option<usize>) -> History {
        let shown = end.saturating_add(1);
        let mut history = History::empty(self.currency, self.month(0));
        let Ok(sums) = self.ledger.sums(&SumOptions { by: attribute, win_back: 0 }) else { return history };
        history.months = sums.total.iter().take(shown).map(convert).listed();
        history.holes = self.ledger.holes().into_iter().filter(|place| *place < shown).listed();
        let names = attribute.map(|attribute| self.values(attribute)).unwrap_or_default();
        history.groups = names
            .into_iter()
            .zip(&sums.groups)
            .map(|(name, months)| Group { name, months: months.iter().take(shown).map(convert).listed() })
            .listed();
        let cohorts = self.ledger.cohorts();
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
    pub(super) fn lives(&self) -> Vec<AgeOfLife> {
        let count = |number: i64| u32::try_from(number).unwrap_or(u32::MAX);
        let ages = self.ledger.survival().ages;
        ages.iter()
            .skip(1)
            .map(|age| AgeOfLife { at_risk: count(age.at_risk), left: count(age.left) })
            .listed()
    }
}

const fn convert(sums: &Sums) -> MonthSums {
    MonthSums {
        start: sums.start,
        new: sums.new,
        expansion: sums.expansion,
        contraction: sums.contraction,
        churn: sums.churn,
        reactivation: sums.reactivation,
        end: sums.end,
        start_logos: sums.start_logos,
        new_logos: sums.new_logos,
        churn_logos: sums.churn_logos,
        reactivation_logos: sums.reactivation_logos,
        end_logos: sums.end_logos,
        base_12: sums.base_12,
        now_12: sums.now_12,
        kept_12: sums.kept_12,
        base_logos_12: sums.base_logos_12,
        lost_logos_12: sums.lost_logos_12,
    }
}
