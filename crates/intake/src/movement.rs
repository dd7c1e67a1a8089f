//! Customers to the movements of the window.

use rust_decimal::Decimal;

use crate::customers::Customer;
use crate::exact::{add, subtract};

/// What happened between the start and the end of the window, summed customer by customer.
///
/// `start + new + expansion − contraction − churn = end`, and `kept = start − contraction − churn`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Movements {
    /// MRR at the start.
    pub start: Decimal,
    /// MRR at the end of customers who paid nothing at the start.
    pub new: Decimal,
    /// What customers of the start pay more at the end.
    pub expansion: Decimal,
    /// What customers of the start pay less at the end, as long as they pay anything.
    pub contraction: Decimal,
    /// What customers of the start paid who pay nothing at the end.
    pub churn: Decimal,
    /// MRR at the end.
    pub end: Decimal,
    /// The smaller of start and end, summed: what gross retention divides by the start.
    pub kept: Decimal,
    /// Customers who paid at the start.
    pub customers_at_start: u32,
    /// Customers who paid at the start and pay nothing at the end.
    pub customers_lost: u32,
    /// Customers who paid nothing at the start and pay at the end.
    pub customers_new: u32,
    /// Customers who pay at the end.
    pub customers_at_end: u32,
}

/// Why customers cannot be added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MovementProblem {
    /// A sum has more digits than are kept exactly.
    TooLarge,
    /// A customer's amount is below zero.
    Negative {
        /// The customer's row.
        row: u32,
    },
}

/// Adds up the movements of all customers, or of those in `segment`. The segment `""` holds customers without one.
///
/// Every customer is judged alone: one who pays less does not offset one who pays more, and whoever pays at neither end
/// does not count at all.
///
/// ```
/// use plimsoll_intake::{movements, read_customers};
///
/// let paste = "Customer\tStart\tEnd\nAcme\t100\t130\nBolt\t80\t0\nCog\t50\t20\nDyn\t\t40\n";
/// let sums = movements(&read_customers(paste, None).customers, None)?;
/// assert_eq!(sums.start, 230.into());
/// assert_eq!(sums.expansion, 30.into());
/// assert_eq!(sums.contraction, 30.into());
/// assert_eq!(sums.churn, 80.into());
/// assert_eq!(sums.new, 40.into());
/// assert_eq!((sums.customers_at_start, sums.customers_lost, sums.customers_new), (3, 1, 1));
/// # Ok::<(), plimsoll_intake::MovementProblem>(())
/// ```
///
/// # Errors
/// [`MovementProblem`], never a rounded sum.
pub fn movements(customers: &[Customer], segment: Option<&str>) -> Result<Movements, MovementProblem> {
    let chosen = |customer: &&Customer| {
        segment.is_none_or(|segment| customer.segment.as_deref().unwrap_or_default() == segment)
    };
    let mut sums = Movements::default();
    for customer in customers.iter().filter(chosen) {
        if customer.start < Decimal::ZERO || customer.end < Decimal::ZERO {
            return Err(MovementProblem::Negative { row: customer.row });
        }
        sums.count(customer.start, customer.end).ok_or(MovementProblem::TooLarge)?;
    }
    Ok(sums)
}

impl Movements {
    /// Adds one customer, if every sum stays exact.
    fn count(&mut self, start: Decimal, end: Decimal) -> Option<()> {
        let paid = start > Decimal::ZERO;
        let pays = end > Decimal::ZERO;
        tally(&mut self.start, start)?;
        tally(&mut self.end, end)?;
        tally(&mut self.kept, start.min(end))?;
        if !paid {
            tally(&mut self.new, end)?;
        } else if !pays {
            tally(&mut self.churn, start)?;
        } else if end > start {
            tally(&mut self.expansion, subtract(end, start)?)?;
        } else {
            tally(&mut self.contraction, subtract(start, end)?)?;
        }
        let one_if = |holds: bool| u32::from(holds);
        self.customers_at_start = self.customers_at_start.checked_add(one_if(paid))?;
        self.customers_lost = self.customers_lost.checked_add(one_if(paid && !pays))?;
        self.customers_new = self.customers_new.checked_add(one_if(!paid && pays))?;
        self.customers_at_end = self.customers_at_end.checked_add(one_if(pays))?;
        Some(())
    }
}

/// Adds to a sum, if the result is exact.
fn tally(sum: &mut Decimal, amount: Decimal) -> Option<()> {
    *sum = add(*sum, amount)?;
    Some(())
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::arithmetic_side_effects,
        reason = "a test that cannot go on should stop"
    )]

    use proptest::prelude::*;

    use super::*;

    fn customer(start: Decimal, end: Decimal, segment: Option<&str>) -> Customer {
        Customer { name: "Acme".into(), segment: segment.map(Into::into), start, end, row: 7 }
    }

    #[test]
    fn only_one_segment_counts_where_one_is_chosen() {
        let [five, nine] = [Decimal::from(5), Decimal::from(9)];
        let customers = [
            customer(five, nine, Some("SMB")),
            customer(nine, five, None),
            customer(five, five, Some("smb")),
        ];
        let start = |segment| movements(&customers, segment).unwrap().start.to_string();
        assert_eq!(start(None), "19");
        assert_eq!(start(Some("SMB")), "5");
        assert_eq!(start(Some("")), "9");
        assert_eq!(start(Some("Enterprise")), "0");
    }

    #[test]
    fn a_sum_that_would_be_rounded_is_refused() {
        let vast = customer(Decimal::MAX, Decimal::MAX, None);
        assert_eq!(movements(&[vast.clone(), vast], None), Err(MovementProblem::TooLarge));
        let long = customer(Decimal::new(1, 28), Decimal::ZERO, None);
        let broad = customer(Decimal::from(10_000_000_000_u64), Decimal::ZERO, None);
        assert_eq!(movements(&[long, broad], None), Err(MovementProblem::TooLarge));
    }

    #[test]
    fn a_negative_amount_is_refused() {
        let minus = customer(Decimal::NEGATIVE_ONE, Decimal::ONE, None);
        assert_eq!(movements(&[minus], None), Err(MovementProblem::Negative { row: 7 }));
    }

    fn amount() -> impl Strategy<Value = Decimal> {
        prop_oneof![
            Just(Decimal::ZERO),
            (0_i64..1_000_000_000, 0_u32..=4).prop_map(|(n, s)| Decimal::new(n, s))
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1_000))]

        #[test]
        fn movements_lead_from_start_to_end(
            pairs in prop::collection::vec((amount(), amount()), 0..40), k in 1_u32..1000,
        ) {
            let customers: Vec<Customer> = pairs.iter().map(|&(start, end)| customer(start, end, None)).collect();
            let sums = movements(&customers, None).unwrap();
            prop_assert_eq!(sums.start + sums.new + sums.expansion - sums.contraction - sums.churn, sums.end);
            prop_assert_eq!(sums.kept, sums.start - sums.contraction - sums.churn);
            let kept: Decimal = pairs.iter().map(|&(start, end)| start.min(end)).sum();
            prop_assert_eq!(sums.kept, kept);
            prop_assert!(sums.kept <= sums.start);
            prop_assert_eq!(
                sums.customers_at_start - sums.customers_lost + sums.customers_new, sums.customers_at_end
            );
            let k = Decimal::from(k);
            let scaled: Vec<Customer> = pairs.iter().map(|&(start, end)| customer(start * k, end * k, None)).collect();
            prop_assert_eq!(movements(&scaled, None).unwrap().expansion, sums.expansion * k);
        }
    }
}
