//! A table of customers at two dates as a ledger: it has no months, so the two dates stand in two places, one after the other.

use plimsoll_columns::{Ledger, LedgerBuilder};
use plimsoll_intake::{Customer, Full, Month, Sink};
use rust_decimal::Decimal;

use super::onto::Onto;

/// The ledger of these customers, in minor units with so many decimals, and how many amounts were rounded to them. Its one
/// attribute is the segment.
///
/// # Errors
/// Why it takes no more.
pub(super) fn ledger(customers: &[Customer], decimals: u32) -> Result<(Ledger, u64), Full> {
    let mut builder = LedgerBuilder::new(1);
    let mut onto = Onto(&mut builder);
    let mut rounded = 0_u64;
    for customer in customers {
        let segment = [customer.segment.as_deref().unwrap_or_default()];
        for (place, amount) in [(0, customer.start), (1, customer.end)] {
            let minor = minor(amount, decimals).ok_or(Full::TooLarge)?;
            rounded = rounded.saturating_add(u64::from(amount.normalize().scale() > decimals));
            onto.add(&customer.name, Month(place), minor, &segment)?;
        }
    }
    Ok((builder.finish(), rounded))
}

/// An amount in minor units, rounded to the nearest where it has more decimals.
fn minor(amount: Decimal, decimals: u32) -> Option<i64> {
    let mut exact =
        amount.round_dp_with_strategy(decimals, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
    exact.rescale(decimals);
    i64::try_from(exact.mantissa()).ok()
}
