//! Records into a ledger.

use plimsoll_columns::{LedgerBuilder, Month, Refusal};
use plimsoll_intake::Listed as _;
use plimsoll_intake::{Full, Month as Written, Sink};

/// A ledger that takes what records say.
pub(super) struct Onto<'a>(pub(super) &'a mut LedgerBuilder);

/// The same, which says now and then how many amounts it took.
pub(super) struct Telling<'a> {
    pub(super) onto: Onto<'a>,
    pub(super) tell: &'a mut dyn FnMut(u64),
    pub(super) taken: u64,
}

/// After how many amounts a telling ledger speaks: a few milliseconds lie between two words of it.
const STEP: u64 = 1 << 13;

impl Sink for Telling<'_> {
    fn add(&mut self, customer: &str, month: Written, minor: i64, attributes: &[&str]) -> Result<(), Full> {
        self.taken = self.taken.saturating_add(1);
        if self.taken.is_multiple_of(STEP) {
            (self.tell)(self.taken);
        }
        self.onto.add(customer, month, minor, attributes)
    }
}

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
