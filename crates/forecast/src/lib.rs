//! What if: scenarios over a book of figures and which move has which part in the change, which change of one figure or lever
//! reaches a goal, what moves a metric most, where MRR and customers go, how long customers stay, how far a share of a small
//! count can be trusted, what [`uncertainty`] of the figures leads to, and whether a health score tells who leaves
//! ([`validation`]).
//!
//! This room does not know how anything is worded or drawn; it turns one [`Book`](plimsoll_metrics::Book) into
//! another, or says what would have to change.

mod attribution;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod company;
mod goal;
mod grid;
mod interval;
mod lever;
mod projection;
mod response;
mod scenario;
mod seek;
mod sensitivity;
mod step;
mod survival;
mod tornado;
pub mod uncertainty;
pub mod validation;

pub use attribution::{MOST_SHARED, NoShares, Shares};
pub use goal::{Goal, Nearest, OutOfReach, Reached, WhyNot, reach};
pub use grid::{Axis, Cell, grid};
pub use interval::{
    BandsReached, Confidence, Interval, Method, bands_reached, chance_of_each_band, clopper_pearson,
    rule_of_three, wilson,
};
pub use lever::{ChurnScope, Lever, LeverProblem, Levers, Moved, Scale};
pub use projection::{
    ArrReached, BreakEven, CustomerMovements, MonthAhead, MrrMovements, NoProjection, Opening, Projection,
    project,
};
pub use scenario::{
    Applied, Basis, By, LONGEST, Movable, Move, MoveProblem, Outlook, READY, Ready, ReadyMove, Scenario,
};
pub use seek::{NotReachable, seek};
pub use sensitivity::{NoSlope, slope};
pub use step::{NextStep, next_step};
pub use survival::{AgeOfLife, ShiftedBetaGeometric};
pub use tornado::{NoStep, Row, rests_on, step_of, tornado};
