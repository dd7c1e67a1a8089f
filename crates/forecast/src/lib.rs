//! What if: levers over a book of figures, which change of one figure reaches a goal, and how long customers stay.
//!
//! This room does not know how anything is worded or drawn; it turns one [`Book`](plimsoll_metrics::Book) into
//! another, or says what would have to change.

mod lever;
mod response;
mod seek;
mod step;
mod survival;

pub use lever::{ChurnScope, Lever, LeverProblem, Levers, Moved, Scale};
pub use seek::{NotReachable, seek};
pub use step::{NextStep, next_step};
pub use survival::{AgeOfLife, ShiftedBetaGeometric};
