//! What a column can be, and the words by which its header says so.

mod alias;

use crate::mapping::{Basis, Quantity, Scale};
use crate::named::named;

pub(crate) use alias::says;

named! {
    /// What the cells of a column are.
    pub enum Role {
        /// Not read.
        Ignored "ignored",
        /// What tells one customer from another.
        CustomerId "customer-id",
        /// The customer's name.
        CustomerName "customer-name",
        /// The subscription that a row belongs to.
        Subscription "subscription",
        /// What is paid; the mapping says for what time and in what unit.
        Amount "amount",
        /// What is paid in one month, which stands in the header.
        MonthAmount "month-amount",
        /// What was paid at the start of the window.
        StartAmount "start-amount",
        /// What is paid at the end of the window.
        EndAmount "end-amount",
        /// By how much a customer pays more, or less.
        Change "change",
        /// What a subscription pays after a change.
        Balance "balance",
        /// The month or day that a row is about.
        Date "date",
        /// What comes first of two changes of one day.
        Rank "rank",
        /// The kind of a change: new, expansion, churn.
        EventType "event-type",
        /// The day from which a subscription is paid.
        From "from",
        /// The last day of a subscription.
        Until "until",
        /// The day on which a subscription ended: no longer paid on the evening of that day.
        Ended "ended",
        /// The day on which a free trial ended.
        TrialEnd "trial-end",
        /// Whether the row is a free trial.
        Trial "trial",
        /// Whether a subscription runs, has ended, was never paid.
        Status "status",
        /// How long the time is that an amount is paid for: month, year.
        Interval "interval",
        /// How many of those.
        IntervalCount "interval-count",
        /// How many seats or pieces.
        Quantity "quantity",
        /// The currency of a row.
        Currency "currency",
        /// Anything to group customers by: segment, plan, country.
        Attribute "attribute",
        /// Who looks after the customer.
        Owner "owner",
        /// When the contract is renewed.
        Renewal "renewal",
        /// How many seats they have.
        Seats "seats",
        /// A sign of how the customer fares: a score, a rating, use.
        Indicator "indicator",
    }
}

impl Role {
    /// Whether a column of this role is kept beside each customer of a ledger.
    #[must_use]
    pub const fn is_attribute(self) -> bool {
        matches!(self, Self::Attribute | Self::Owner)
    }

    /// Whether several columns may have this role.
    #[must_use]
    pub const fn may_repeat(self) -> bool {
        matches!(self, Self::Ignored | Self::MonthAmount | Self::Attribute | Self::Indicator)
    }

    /// Whether its cells are dates.
    #[must_use]
    pub const fn is_date(self) -> bool {
        matches!(self, Self::Date | Self::From | Self::Until | Self::Ended | Self::TrialEnd | Self::Renewal)
    }

    /// Whether its cells are numbers.
    #[must_use]
    pub const fn is_number(self) -> bool {
        matches!(
            self,
            Self::Amount
                | Self::MonthAmount
                | Self::StartAmount
                | Self::EndAmount
                | Self::Change
                | Self::Balance
                | Self::Quantity
        )
    }
}

/// What a header says about its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) role: Role,
    /// Of several columns of one role, the one with the lowest rank is read.
    pub(crate) rank: usize,
    pub(crate) basis: Option<Basis>,
    pub(crate) quantity: Option<Quantity>,
    pub(crate) scale: Option<Scale>,
}
