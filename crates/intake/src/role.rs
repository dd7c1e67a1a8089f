//! What a column can be, and the words by which its header says so.

mod alias;
mod sign;

use crate::mapping::{Basis, Quantity, Scale};
use crate::named::named;

pub(crate) use alias::says;
pub use sign::Sign;

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
        /// How many seats they have bought.
        Seats "seats",
        /// How many of their seats are used.
        SeatsUsed "seats-used",
        /// Whether they have left: yes, or no.
        Churned "churned",
        /// Whether they are still there: the other way round.
        Active "active",
        /// A sign of how the customer fares, as a number.
        Indicator "indicator",
        /// One in percent: a bare 85 is 85 of a hundred.
        Percent "percent-indicator",
        /// One as a part of the whole: a bare 0.85 is 85 of a hundred.
        Share "share-indicator",
        /// One as a grade: 4, or 4/5.
        Rating "rating-indicator",
        /// One as a date: the last contact.
        Day "day-indicator",
        /// One in words: good, poor.
        Word "word-indicator",
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
        matches!(self, Self::Ignored | Self::MonthAmount | Self::Attribute) || self.is_indicator()
    }

    /// Whether it is a sign of how the customer fares.
    #[must_use]
    pub const fn is_indicator(self) -> bool {
        matches!(self, Self::Indicator | Self::Percent | Self::Share | Self::Rating | Self::Day | Self::Word)
    }

    /// Whether its cells are dates.
    #[must_use]
    pub const fn is_date(self) -> bool {
        matches!(
            self,
            Self::Date | Self::From | Self::Until | Self::Ended | Self::TrialEnd | Self::Renewal | Self::Day
        )
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
                | Self::Seats
                | Self::SeatsUsed
                | Self::Indicator
                | Self::Percent
                | Self::Share
                | Self::Rating
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
