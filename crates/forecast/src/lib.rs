//! What if: levers over a book of figures, which change of one figure reaches a goal, how long customers stay, how far a
//! share of a small count can be trusted, and what [`uncertainty`] of the figures leads to.
//!
//! This room does not know how anything is worded or drawn; it turns one [`Book`](plimsoll_metrics::Book) into
//! another, or says what would have to change.

mod interval;
mod lever;
mod response;
mod seek;
mod step;
mod survival;
pub mod uncertainty;

pub use interval::{
    BandsReached, Confidence, Interval, Method, bands_reached, chance_of_each_band, clopper_pearson,
    rule_of_three, wilson,
};
pub use lever::{ChurnScope, Lever, LeverProblem, Levers, Moved, Scale};
pub use seek::{NotReachable, seek};
pub use step::{NextStep, next_step};
pub use survival::{AgeOfLife, ShiftedBetaGeometric};
