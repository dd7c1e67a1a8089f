//! When something is reached, or why it never is.

use plimsoll_metrics::{Exact, Undefined};

use super::Projection;
use super::month::MrrMovements;
use super::pace::amount;

/// So far ahead a milestone is looked for: a hundred years.
const FARTHEST: u32 = 1_200;

/// When ARR reaches a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArrReached {
    /// At the end of this month; 0 is at the opening. It may lie beyond the months projected, all going on as in the last.
    InMonth(u32),
    /// Never: more is lost than a pace so steady brings.
    Never {
        /// The ARR that it tends to.
        limit: Exact,
    },
    /// Not within so many months, or amounts are too large to write from there.
    NotWithin(u32),
}

/// When the margin of the customers of one month has paid what they cost to win.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BreakEven {
    /// With the payment of this month; 0 where they cost nothing.
    InMonth(u32),
    /// Never: too many leave before.
    Never {
        /// The margin that a customer who joined brings in the end.
        limit: Exact,
        /// What a customer costs to win.
        cost: Exact,
    },
    /// Not within so many months.
    NotWithin(u32),
}

impl Projection {
    /// In which month ARR is at the target or above it for the first time; see [`project`](crate::project) for an example.
    #[must_use]
    pub fn reaches_arr(&self, target: &Exact) -> ArrReached {
        let twelve = Exact::from(12);
        let mut mrr = self.opening_mrr.clone();
        for month in 0..=FARTHEST {
            if mrr.times(&twelve) >= *target {
                return ArrReached::InMonth(month);
            }
            if self.is_steady(month)
                && let Some(limit) = self.limit_of(&mrr).map(|limit| limit.times(&twelve))
                && limit <= *target
            {
                return ArrReached::Never { limit };
            }
            let next = self.pace(month.saturating_add(1));
            match next.and_then(|(pace, repriced)| MrrMovements::after(&mrr, pace, &repriced)) {
                Some(movements) => mrr = movements.closing,
                None => return ArrReached::NotWithin(month),
            }
        }
        ArrReached::NotWithin(FARTHEST)
    }

    /// What MRR tends to at the last pace; nothing where it grows without end.
    fn limit_of(&self, mrr: &Exact) -> Option<Exact> {
        let pace = self.paces.last()?;
        let (lost, joins) = (pace.net.complement(), pace.new.plus(&pace.reactivated));
        match lost.is_zero() {
            true => joins.is_zero().then(|| mrr.clone()),
            false if lost.is_negative() => (joins.is_zero() && mrr.is_zero()).then(Exact::zero),
            false => joins.divided_by(&lost),
        }
    }

    /// What a customer who joins in the first month costs to win.
    ///
    /// # Errors
    ///
    /// The reason why there is no such cost, or nothing that a customer pays.
    pub fn cost(&self) -> Result<Exact, Undefined> {
        self.customer.clone().map(|(_, cost)| cost)
    }

    /// What a customer who joins in the first month has brought on margin by the end of each month.
    ///
    /// It pays the average of all accounts at the start of each month, kept and expanded as all MRR is, and prices move it too.
    ///
    /// # Errors
    ///
    /// The reason why margin, revenue per account or CAC have no value.
    pub fn earned(&self, months: u32) -> Result<Vec<Exact>, Undefined> {
        let (pays, _) = self.customer.clone()?;
        let mut joined = Joined { pays, earned: Exact::zero() };
        (1..=months)
            .map(|month| {
                joined.pay(self, month)?;
                Ok(joined.earned.clone())
            })
            .collect()
    }

    /// In which month a customer who joins in the first one has paid back, on margin, what it cost to win; see
    /// [`Projection::earned`]. Where nothing is lost or gained this is the CAC payback of the same book, rounded up to whole months.
    ///
    /// # Errors
    ///
    /// The reason why margin, revenue per account or CAC have no value.
    ///
    /// ```
    /// use plimsoll_forecast::{BreakEven, Opening, Scenario, project};
    /// use plimsoll_metrics::{Book, Exact, Window, figures};
    ///
    /// // 10,000 of 100 customers, of which nothing is lost; each costs 250 to win, and pays 100 a month on a margin of 100 %.
    /// let mut book = Book::new(Window::Month);
    /// for (figure, amount) in [
    ///     (&figures::START_MRR, 10_000),
    ///     (&figures::NEW_MRR, 1_000),
    ///     (&figures::EXPANSION_MRR, 0),
    ///     (&figures::CONTRACTION_MRR, 0),
    ///     (&figures::CHURNED_MRR, 0),
    ///     (&figures::START_CUSTOMERS, 100),
    ///     (&figures::NEW_CUSTOMERS, 10),
    ///     (&figures::LOST_CUSTOMERS, 0),
    ///     (&figures::GROSS_MARGIN, 1),
    ///     (&figures::ACQUISITION_SPEND, 2_500),
    /// ] {
    ///     book.set(figure, Exact::from(amount));
    /// }
    /// let ahead = project(&book, &Scenario::default(), 12, Opening::End).unwrap();
    /// assert_eq!(ahead.breaks_even(), Ok(BreakEven::InMonth(3)));
    /// assert_eq!(ahead.earned(3).unwrap(), [100, 200, 300].map(Exact::from));
    /// ```
    pub fn breaks_even(&self) -> Result<BreakEven, Undefined> {
        let (pays, cost) = self.customer.clone()?;
        let mut joined = Joined { pays, earned: Exact::zero() };
        for month in 0..FARTHEST {
            if joined.earned >= cost {
                return Ok(BreakEven::InMonth(month));
            }
            let next = month.saturating_add(1);
            let earned = joined.earned.clone();
            let (margin, kept) = joined.pay(self, next)?;
            if self.is_steady(next)
                && let Some(limit) = limit(&earned, &margin, &kept, &cost)
            {
                return Ok(BreakEven::Never { limit: amount(&limit)?, cost });
            }
        }
        Ok(BreakEven::NotWithin(FARTHEST))
    }
}

/// A customer who joined in the first month.
struct Joined {
    /// What it pays at the start of the month to come, before prices move.
    pays: Exact,
    /// What it has brought on margin.
    earned: Exact,
}

impl Joined {
    /// One more month. Gives the margin of this month, and what is kept of it in the next one.
    fn pay(&mut self, ahead: &Projection, month: u32) -> Result<(Exact, Exact), Undefined> {
        let (pace, repriced) = ahead.pace(month).ok_or(Undefined::Overflow)?;
        // What it pays in its first month has the price of that month already.
        if month > 1 {
            self.pays = amount(&self.pays.times(&repriced))?;
        }
        let margin = self.pays.times(&pace.margin.clone()?);
        self.earned = amount(&self.earned.plus(&margin))?;
        self.pays = amount(&self.pays.times(&pace.net))?;
        Ok((margin, pace.net.clone()))
    }
}

/// What is earned in the end where every month keeps this of the one before, if that is not enough.
fn limit(earned: &Exact, margin: &Exact, kept: &Exact, cost: &Exact) -> Option<Exact> {
    if margin.is_zero() {
        return Some(earned.clone());
    }
    let rest = margin.divided_by(&kept.complement()).filter(|rest| !rest.is_negative())?;
    let all = earned.plus(&rest);
    // With nobody left after the first month, all of it is there at once; else it is never quite there.
    let is_short = if kept.is_zero() { all < *cost } else { all <= *cost };
    is_short.then_some(all)
}
