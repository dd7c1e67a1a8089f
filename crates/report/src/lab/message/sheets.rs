//! What the sheets of money, of versions and of the team are told.

use serde::{Deserialize, Serialize};

/// What accounts pay by class, and what the largest red ones do, in minor units: see [`plimsoll_metrics::health::MoneySums`]. Who has
/// left pays nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoneyTold {
    /// How many accounts, by class.
    pub accounts: [i64; 4],
    /// By class, each column of amounts: what is paid now, and where a snapshot of about a year ago is there, what was paid then.
    pub classes: [Vec<i64>; 4],
    /// How many red accounts are to be saved.
    pub saved_accounts: u32,
    /// What those pay, likewise.
    pub saved: Vec<i64>,
    /// What accounts paid a year ago that are no longer there.
    pub gone: i64,
}

/// The team.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamTold {
    /// By owner.
    pub owners: Vec<OwnerTold>,
    /// Accounts that nobody looks after.
    pub nobody: OwnerTold,
    /// What further columns say, each with its header: the sums of an owner are in this order.
    pub care: Vec<(CareSign, String)>,
    /// What is measured of accounts.
    pub measures: Vec<MeasureTold>,
}

/// What one owner looks after.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnerTold {
    /// Accounts by class.
    pub accounts: [i64; 4],
    /// Their ARR by class, in minor units.
    pub arr: [i64; 4],
    /// The sums of the further columns.
    pub more: Vec<i64>,
}

/// What a column says of an account's care: see [`plimsoll_metrics::health::Care`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CareSign {
    /// Business reviews scheduled.
    ReviewsScheduled,
    /// Business reviews that took place.
    ReviewsCompleted,
    /// Whether there should be one.
    ReviewDue,
    /// Whether there was one.
    Reviewed,
    /// Whether an executive stands behind the product.
    Sponsored,
    /// People with whom the team is in touch.
    Contacts,
    /// Meetings that were agreed on.
    MeetingsScheduled,
    /// Meetings that the customer came to.
    MeetingsAttended,
}

/// What is measured of accounts, as a mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Measure {
    /// Net promoter score: 100 for each who would recommend, −100 for each who would not, or the scores of the accounts.
    Promoters,
    /// Satisfaction, of 5.
    Satisfaction,
    /// Days until customers respond.
    ResponseDays,
    /// Days until the first value.
    FirstValueDays,
}

/// A measure: a sum and of how many it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasureTold {
    /// Which.
    pub measure: Measure,
    /// The column's header.
    pub header: String,
    /// How many decimals the sums have.
    pub places: u8,
    /// Of all accounts.
    pub whole: (i64, u32),
    /// By segment.
    pub segments: Vec<(i64, u32)>,
}

/// Who left by class, from one snapshot to another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChancesTold {
    /// The place of the earlier snapshot.
    pub from: u16,
    /// The place of the later one.
    pub to: u16,
    /// How many such times a year has.
    pub times: u32,
    /// Of those red, yellow and green in the earlier one: how many had left by the later one, and how many had not.
    pub counts: [(u32, u32); 3],
}

/// A change of scores, split into what accounts did and what the model did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Compared {
    /// How many accounts have all four scores.
    pub accounts: u32,
    /// The four sums of their scores, in hundredths of a point: before; new data by the old model; old data by the new model; now.
    pub sums: [i64; 4],
    /// Those that moved furthest: name, and the four scores.
    pub furthest: Vec<(String, [u16; 4])>,
}
