//! Accounts that were accepted: kept in the worker that read them, told of in the room, and handed on whole to whoever scores them.

mod words;

use std::rc::Rc;

use plimsoll_columns::accounts::{Accounts, NO_NUMBER, Part};
use plimsoll_intake::{Listed as _, Tallied};
use plimsoll_metrics::Currency;

use crate::told::{AccountsFacts, DataMessage, KeptColumn};

pub(crate) use words::{found, view};

/// Accounts that were accepted, with what is known of them beside their columns.
#[derive(Debug)]
pub struct AccountStore {
    /// The accounts.
    pub accounts: Accounts,
    /// What the data is called: "accounts.csv".
    pub name: String,
    /// The currency of what they pay.
    pub currency: Currency,
    /// What became of the rows when it was read.
    pub tallied: Rc<Tallied>,
}

impl AccountStore {
    /// What there is to say of them, until somebody scores them. Whatever is asked, it is this.
    #[must_use]
    pub fn answer(&self) -> DataMessage {
        let accounts = &self.accounts;
        let column = |column: &plimsoll_columns::accounts::AccountColumn| KeptColumn {
            header: column.heading.header.clone(),
            part: column.heading.part as u8,
            sign: column.heading.sign.clone(),
            percent: column.heading.percent,
            missing: column.values.missing(),
        };
        DataMessage::Accounts(Box::new(AccountsFacts {
            name: self.name.clone(),
            currency: self.currency,
            accounts: accounts.ids().len(),
            snapshots: accounts.snapshots().iter().map(|snapshot| (snapshot.day, snapshot.rows)).listed(),
            revenue: self.latest(Part::Revenue),
            churned: self.latest(Part::Churned),
            columns: accounts.columns().iter().map(column).listed(),
            tallied: self.tallied.clone(),
        }))
    }

    /// The sum of a part's numbers at the latest moment.
    fn latest(&self, part: Part) -> Option<i64> {
        let (numbers, _) = self.accounts.numbers(part)?;
        let last = self.accounts.snapshots().len().checked_sub(1)?;
        let rows = numbers.iter().zip(self.accounts.snapshot_of());
        let present = rows.filter(|(number, of)| **number != NO_NUMBER && usize::from(**of) == last);
        // What is paid together fits by construction, and so does a count.
        Some(present.fold(0, |sum: i64, (number, _)| sum.saturating_add(*number)))
    }
}
