//! One month ahead, and the movements that close it.

use plimsoll_metrics::Exact;

use super::pace::{CustomerPace, Pace, amount};

/// One month that lies ahead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthAhead {
    /// Which one: 1 is the first after the opening.
    pub month: u32,
    /// What happens to MRR.
    pub mrr: MrrMovements,
    /// What happens to customers, where that is known. Fractions of customers are expected values.
    pub customers: Option<CustomerMovements>,
}

impl MonthAhead {
    /// ARR at the end of the month: MRR × 12 (`definitions.md` D16).
    #[must_use]
    pub fn arr(&self) -> Exact {
        self.mrr.closing.times(&Exact::from(12))
    }
}

/// A month's MRR: opening + new + reactivated + expansion − contraction − churned = closing, exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MrrMovements {
    /// At the start of the month.
    pub opening: Exact,
    /// Of customers who join.
    pub new: Exact,
    /// Of customers who come back.
    pub reactivated: Exact,
    /// What customers pay more, higher prices included.
    pub expansion: Exact,
    /// What customers pay less, lower prices included.
    pub contraction: Exact,
    /// Of customers who leave.
    pub churned: Exact,
    /// At the end of the month.
    pub closing: Exact,
}

/// A month's customers: opening + new + reactivated − lost = closing, exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerMovements {
    /// At the start of the month.
    pub opening: Exact,
    /// Who join.
    pub new: Exact,
    /// Who come back.
    pub reactivated: Exact,
    /// Who leave.
    pub lost: Exact,
    /// At the end of the month.
    pub closing: Exact,
}

impl MrrMovements {
    /// The month after an opening; nothing where an amount is too large. Prices move on its first day by the factor.
    pub(super) fn after(opening: &Exact, pace: &Pace, repriced: &Exact) -> Option<Self> {
        let there = rounded(&opening.times(repriced))?;
        let kept = rounded(&there.times(&pace.gross))?;
        let grown = rounded(&there.times(&pace.net))?;
        // Differences of what is rounded are exact, so nothing can be lost of the identity, or below zero.
        let lost = there.minus(&kept);
        let churned = rounded(&lost.times(&pace.churned))?;
        let dearer = there.minus(opening).max(Exact::zero());
        let cheaper = opening.minus(&there).max(Exact::zero());
        Some(Self {
            opening: opening.clone(),
            new: pace.new.clone(),
            reactivated: pace.reactivated.clone(),
            expansion: grown.minus(&kept).plus(&dearer),
            contraction: lost.minus(&churned).plus(&cheaper),
            churned,
            closing: rounded(&grown.plus(&pace.new).plus(&pace.reactivated))?,
        })
    }
}

impl CustomerMovements {
    pub(super) fn after(opening: &Exact, pace: &CustomerPace) -> Option<Self> {
        let kept = rounded(&opening.times(&pace.kept))?;
        Some(Self {
            opening: opening.clone(),
            new: pace.new.clone(),
            reactivated: pace.reactivated.clone(),
            lost: opening.minus(&kept),
            closing: rounded(&kept.plus(&pace.new).plus(&pace.reactivated))?,
        })
    }
}

fn rounded(value: &Exact) -> Option<Exact> {
    amount(value).ok()
}
