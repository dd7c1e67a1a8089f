//! Records into a ledger.

use plimsoll_columns::{LedgerBuilder, Month, Refusal};
use plimsoll_intake::Listed as _;
use plimsoll_intake::{Full, Month as Written, Sink};

/// A ledger that takes what records say.
pub(super) struct Onto<'a>(pub(super) &'a mut LedgerBuilder);

impl Sink for Onto<'_> {
    fn add(&mut self, customer: &str, month: Written, minor: i64, attributes: &[&str]) -> Result<(), Full> {
        let attributes: Vec<&[u8]> = attributes.iter().map(|text| text.as_bytes()).listed();
        self.0.add(customer.as_bytes(), Month(month.0), minor, &attributes).map_err(|refusal| match refusal {
            Refusal::TooLarge => Full::TooLarge,
            Refusal::TooManyMonths => Full::TooManyMonths,
            Refusal::TooManyCustomers => Full::TooManyCustomers,
            _ => Full::NoMemory,
        })
    }
}
