//! Customers by when they came: who stays, for how long, and who leaves soon.

use crate::Ledger;

/// Of one cohort, at one age.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CohortCell {
    /// How many pay.
    pub logos: i64,
    /// What they pay, in minor units.
    pub money: i64,
}

/// Customers by the month of their first payment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cohorts {
    /// The month of each cohort's first payment, by its place in the ledger, earliest first. Months in which nobody
    /// paid for the first time have no cohort. Those of month 0 may have come long before it.
    pub first: Vec<usize>,
    /// For each cohort its cells, by age in months from 0 to the end of the ledger.
    pub cells: Vec<Vec<CohortCell>>,
}

/// How many customers reached an age, in months after their first payment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AgeCount {
    /// Customers who could have reached it: the ledger goes on so long after their first payment.
    pub could: i64,
    /// Of these, who did: they paid at this age or later. A pause does not end a life.
    pub reached: i64,
    /// Customers who reached the age before and could have reached this one.
    pub at_risk: i64,
    /// Of these, who did not: their last payment came at the age before.
    pub left: i64,
}

/// Lives of customers whose first payment is known: those who already paid in the ledger's first month are left out, as
/// nobody knows how old they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Survival {
    /// By age in months, from 0.
    pub ages: Vec<AgeCount>,
}

/// Customers who joined and left inside a window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EarlyChurn {
    /// Customers whose first payment lies in the window.
    pub joined: i64,
    /// Of these, who pay nothing at its end.
    pub left: i64,
    /// What those paid in the last month in which they did, in minor units.
    pub left_money: i64,
}

impl Ledger {
    /// Customers by the month of their first payment: how many pay at each age, and how much. Pauses of up to `win_back`
    /// months count as paid.
    #[must_use]
    #[allow(clippy::arithmetic_side_effects, reason = "counts and parts of a sum that fits")]
    pub fn cohorts(&self, win_back: u32) -> Cohorts {
        let months = self.month_count();
        let mut all: Vec<Vec<CohortCell>> =
            (0..months).map(|first| vec![CohortCell::default(); months.saturating_sub(first)]).collect();
        self.each_line(win_back, |line| {
            let Some(first) = line.iter().position(|paid| *paid > 0) else { return };
            let cells = all.get_mut(first).map(Vec::as_mut_slice).unwrap_or_default();
            for (cell, paid) in cells.iter_mut().zip(line.iter().skip(first)) {
                cell.logos += i64::from(*paid > 0);
                cell.money += *paid;
            }
        });
        let somebody = |cells: &Vec<CohortCell>| cells.first().is_some_and(|cell| cell.logos > 0);
        let (first, cells) = all.into_iter().enumerate().filter(|(_, cells)| somebody(cells)).unzip();
        Cohorts { first, cells }
    }

    /// How many customers reached each age, and how many could have.
    #[must_use]
    #[allow(clippy::arithmetic_side_effects, reason = "counts of customers")]
    pub fn survival(&self) -> Survival {
        let mut ages = vec![AgeCount::default(); self.month_count().saturating_sub(1)];
        self.each_line(0, |line| {
            let first = line.iter().position(|paid| *paid > 0);
            let last = line.iter().rposition(|paid| *paid > 0);
            let (Some(first @ 1..), Some(last)) = (first, last) else { return };
            let (could, life) = (line.len().saturating_sub(first), last.saturating_sub(first));
            for (age, count) in ages.iter_mut().enumerate().take(could) {
                count.could += 1;
                count.reached += i64::from(life >= age);
                count.at_risk += i64::from(life + 1 >= age);
                count.left += i64::from(life + 1 == age);
            }
        });
        Survival { ages }
    }

    /// Customers who joined in the `window` months that end with `month`, and of these, who were gone by then. They are
    /// not part of churn over that window, which starts with those who were there. Who is back within `win_back` months has
    /// never left.
    #[must_use]
    #[allow(clippy::arithmetic_side_effects, reason = "counts and parts of a sum that fits")]
    pub fn early_churn(&self, month: usize, window: usize, win_back: u32) -> EarlyChurn {
        let mut churn = EarlyChurn::default();
        // The opening balance has not joined.
        let from = month.saturating_add(1).saturating_sub(window).max(1);
        self.each_line(win_back, |line| {
            let past = line.get(..=month).unwrap_or_default();
            let joined = past.iter().position(|paid| *paid > 0).is_some_and(|first| first >= from);
            let last = past.iter().rev().find(|paid| **paid > 0).copied().unwrap_or(0);
            churn.joined += i64::from(joined);
            if joined && past.last() == Some(&0) {
                churn.left += 1;
                churn.left_money += last;
            }
        });
        churn
    }

    /// What each customer pays by month.
    fn each_line(&self, win_back: u32, mut each: impl FnMut(&[i64])) {
        let columns = self.filled();
        let mut line = Vec::with_capacity(columns.len());
        for customer in 0..self.customer_count() {
            self.line(&columns, customer, win_back, &mut line);
            each(&line);
        }
    }
}
