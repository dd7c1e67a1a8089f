//! Sums by month and group.

mod block;
mod kernel;
mod loops;
#[cfg(all(target_arch = "wasm32", not(feature = "scalar")))]
mod vectors;

use crate::refusal::filled;
use crate::{Ledger, Refusal};
use block::Block;
use kernel::{Raw, WIDTH};
use serde::{Deserialize, Serialize};

/// What to add up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SumOptions {
    /// The attribute by which customers are grouped, if any.
    pub by: Option<usize>,
    /// A return after a pause of up to so many months counts as never having left: the pause is filled with the amount
    /// before it, so it is neither churn nor reactivation. 0: every return is a reactivation.
    pub win_back: u32,
}

/// One month of one group, in minor units, logos as counts. It closes:
/// `start + new + reactivation + expansion − contraction − churn = end`, and so do the logos.
///
/// The first month of a ledger is its opening balance: it has a start and an equal end, and no movements.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthSums {
    /// Paid the month before.
    pub start: i64,
    /// Paid by those who never paid before.
    pub new: i64,
    /// What those who paid the month before pay more.
    pub expansion: i64,
    /// What those who paid the month before, and still pay, pay less.
    pub contraction: i64,
    /// What those paid the month before who pay nothing now.
    pub churn: i64,
    /// Paid by those who had paid before, but not the month before.
    pub reactivation: i64,
    /// Paid this month.
    pub end: i64,
    /// Customers who paid the month before.
    pub start_logos: i64,
    /// Customers who pay for the first time.
    pub new_logos: i64,
    /// Customers who paid the month before and pay nothing now.
    pub churn_logos: i64,
    /// Customers who paid before, not the month before, and pay now.
    pub reactivation_logos: i64,
    /// Customers who pay this month.
    pub end_logos: i64,
    /// Paid twelve months before. This and the following are zero as long as there is no such month.
    pub base_12: i64,
    /// What those who paid twelve months before pay now.
    pub now_12: i64,
    /// Of each of them the smaller of both amounts, together: never above `base_12` nor `now_12`.
    pub kept_12: i64,
    /// Customers who paid twelve months before.
    pub base_logos_12: i64,
    /// Of these, who pay nothing now.
    pub lost_logos_12: i64,
}

impl MonthSums {
    /// Months that follow one another as one: from the start of the first to the end of the last, with all that moved in
    /// between. What is measured against twelve months before is the last one's. Nothing of no months.
    ///
    /// ```
    /// use plimsoll_columns::MonthSums;
    /// let one = MonthSums { start: 100, new: 50, end: 150, ..MonthSums::default() };
    /// let other = MonthSums { start: 150, churn: 30, end: 120, ..MonthSums::default() };
    /// let both = MonthSums::over(&[one, other]);
    /// assert_eq!((both.start, both.new, both.churn, both.end), (100, 50, 30, 120));
    /// ```
    #[must_use]
    pub fn over(months: &[Self]) -> Self {
        let (Some(first), Some(last)) = (months.first(), months.last()) else { return Self::default() };
        let mut all = Self { start: first.start, start_logos: first.start_logos, ..*last };
        for month in months.iter().rev().skip(1) {
            let moved = [
                (&mut all.new, month.new),
                (&mut all.expansion, month.expansion),
                (&mut all.contraction, month.contraction),
                (&mut all.churn, month.churn),
                (&mut all.reactivation, month.reactivation),
                (&mut all.new_logos, month.new_logos),
                (&mut all.churn_logos, month.churn_logos),
                (&mut all.reactivation_logos, month.reactivation_logos),
            ];
            for (sum, part) in moved {
                *sum = sum.saturating_add(part);
            }
        }
        all
    }

    /// What the month changed: its end less its start.
    #[must_use]
    pub fn net(&self) -> i128 {
        i128::from(self.end).saturating_sub(i128::from(self.start))
    }
}

/// The sums of all customers, and of each group, month by month.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// Of all customers.
    pub total: Vec<MonthSums>,
    /// By the attribute's value, in the order of [`Ledger::values`]; none when there was nothing to group by.
    pub groups: Vec<Vec<MonthSums>>,
}

impl Ledger {
    /// Adds up every month, for all customers and by group.
    ///
    /// ```
    /// use plimsoll_columns::{LedgerBuilder, Month, SumOptions};
    /// let mut builder = LedgerBuilder::new(0);
    /// builder.add(b"a", Month(24_000), 100, &[])?;
    /// builder.add(b"a", Month(24_001), 130, &[])?;
    /// builder.add(b"b", Month(24_001), 50, &[])?;
    /// let sums = builder.finish().sums(&SumOptions::default())?;
    /// let second = sums.total[1];
    /// assert_eq!((second.start, second.expansion, second.new, second.end), (100, 30, 50, 180));
    /// # Ok::<(), plimsoll_columns::Refusal>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Refusal::NoMemory`], which an attribute with very many values can bring about.
    pub fn sums(&self, options: &SumOptions) -> Result<Sums, Refusal> {
        let months = self.month_count();
        let order = Order::of(self, options.by)?;
        let count = order.starts.len().saturating_sub(1);
        let mut raw = filled(Raw::default(), months.checked_mul(count).ok_or(Refusal::NoMemory)?)?;
        let columns = self.filled();
        let mut block = Block::new(months)?;
        for (group, sums) in raw.chunks_mut(months.max(1)).enumerate() {
            for customers in order.group(group).chunks(WIDTH) {
                block.add(&columns, customers, options.win_back, sums)?;
            }
        }
        let mut all = filled(Raw::default(), months)?;
        for group in raw.chunks(months.max(1)) {
            all.iter_mut().zip(group).for_each(|(all, one)| all.add(one));
        }
        let mut groups = Vec::new();
        if options.by.is_some() {
            groups.try_reserve_exact(count)?;
            for group in raw.chunks(months.max(1)) {
                groups.push(finished(group)?);
            }
        }
        Ok(Sums { total: finished(&all)?, groups })
    }
}

/// What follows from the raw sums of a group's months.
fn finished(raw: &[Raw]) -> Result<Vec<MonthSums>, Refusal> {
    let mut months: Vec<MonthSums> = Vec::new();
    months.try_reserve_exact(raw.len())?;
    for (place, now) in raw.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|place| raw.get(place));
        let then = place.checked_sub(12).and_then(|place| raw.get(place)).copied().unwrap_or_default();
        months.push(before.map_or_else(|| opening(now), |before| month(before, now, &then)));
    }
    Ok(months)
}

/// The first month.
fn opening(now: &Raw) -> MonthSums {
    MonthSums {
        start: now.end,
        end: now.end,
        start_logos: now.end_logos,
        end_logos: now.end_logos,
        ..MonthSums::default()
    }
}

/// Any other month. Every term is a part of a sum that fits, so no difference of them can overflow.
#[allow(clippy::arithmetic_side_effects, reason = "parts of sums that fit, subtracted from their wholes")]
fn month(before: &Raw, now: &Raw, then: &Raw) -> MonthSums {
    let came_logos = now.end_logos - (before.end_logos - now.churn_logos);
    MonthSums {
        start: before.end,
        new: now.came - now.back,
        // Of what is paid now: neither kept from the month before nor paid by somebody who came.
        expansion: now.end - now.kept - now.came,
        contraction: before.end - now.kept - now.churn,
        churn: now.churn,
        reactivation: now.back,
        end: now.end,
        start_logos: before.end_logos,
        new_logos: came_logos - now.back_logos,
        churn_logos: now.churn_logos,
        reactivation_logos: now.back_logos,
        end_logos: now.end_logos,
        base_12: then.end,
        now_12: now.now_12,
        kept_12: now.kept_12,
        base_logos_12: then.end_logos,
        lost_logos_12: now.lost_12,
    }
}

/// The customers, group by group, so that a block belongs to one group and its loop has one set of sums.
struct Order {
    customers: Vec<u32>,
    /// Where each group starts, and the end.
    starts: Vec<usize>,
}

impl Order {
    fn of(ledger: &Ledger, by: Option<usize>) -> Result<Self, Refusal> {
        let count = ledger.customer_count();
        let values = by.map(|attribute| (ledger.of(attribute), ledger.values(attribute).len()));
        let groups = values.map_or(1, |(_, groups)| groups);
        let mut starts = filled(0_usize, groups.saturating_add(1))?;
        let mut customers = filled(0_u32, count)?;
        let Some((of, _)) = values else {
            customers.iter_mut().zip(0..).for_each(|(slot, customer)| *slot = customer);
            starts.iter_mut().skip(1).for_each(|end| *end = count);
            return Ok(Self { customers, starts });
        };
        for value in of {
            if let Some(size) = starts.get_mut(*value as usize) {
                *size = size.saturating_add(1);
            }
        }
        // Sizes become starts; then each customer takes the next place of its group, which makes starts of ends.
        let mut sum = 0_usize;
        for slot in &mut starts {
            (*slot, sum) = (sum, sum.saturating_add(*slot));
        }
        let mut next = filled(0, starts.len())?;
        next.copy_from_slice(&starts);
        for (customer, value) in (0..).zip(of) {
            let Some(place) = next.get_mut(*value as usize) else { continue };
            if let Some(slot) = customers.get_mut(*place) {
                *slot = customer;
            }
            *place = place.saturating_add(1);
        }
        Ok(Self { customers, starts })
    }

    /// The customers of a group.
    fn group(&self, group: usize) -> &[u32] {
        let start = self.starts.get(group).copied().unwrap_or(0);
        let end = self.starts.get(group.saturating_add(1)).copied().unwrap_or(0);
        self.customers.get(start..end).unwrap_or_default()
    }
}
