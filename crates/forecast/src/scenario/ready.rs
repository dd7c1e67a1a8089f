//! Scenarios that are ready to use.

use plimsoll_metrics::Exact;

use super::{By, Movable, Move, Scenario};
use crate::lever::{ChurnScope, Lever};

/// Which way a ready-made scenario goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outlook {
    /// As it is.
    Base,
    /// Better than it is.
    Upside,
    /// Worse than it is.
    Downside,
}

impl Outlook {
    /// The name under which it is stored and linked.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Base => "base",
            Self::Upside => "upside",
            Self::Downside => "downside",
        }
    }
}

/// One move of a ready-made scenario. In percent of what there is, so that it means the same over every window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadyMove {
    /// What is moved.
    pub lever: Lever,
    /// By how many percent.
    pub percent: i64,
    /// Over how many months.
    pub months: u32,
}

/// A ready-made scenario, as data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ready {
    /// Which way it goes.
    pub outlook: Outlook,
    /// Its moves, in the order in which they count.
    pub moves: &'static [ReadyMove],
}

const fn phased(lever: Lever, percent: i64) -> ReadyMove {
    ReadyMove { lever, percent, months: 12 }
}

/// The ready-made scenarios. No source gives them: they are ours, a fifth to either side for what customers do and less for
/// what a company sets itself, over a year. They are there to be changed.
pub static READY: [Ready; 3] = [
    Ready { outlook: Outlook::Base, moves: &[] },
    Ready {
        outlook: Outlook::Upside,
        moves: &[
            phased(Lever::Churn, -20),
            phased(Lever::Contraction, -20),
            phased(Lever::Expansion, 20),
            phased(Lever::Price, 5),
            phased(Lever::AcquisitionCost, -10),
        ],
    },
    Ready {
        outlook: Outlook::Downside,
        moves: &[
            phased(Lever::Churn, 20),
            phased(Lever::Contraction, 20),
            phased(Lever::Expansion, -20),
            phased(Lever::Price, -5),
            phased(Lever::AcquisitionCost, 10),
        ],
    },
];

impl Ready {
    /// The scenario.
    ///
    /// ```
    /// use plimsoll_forecast::{Movable, Lever, By, READY};
    /// use plimsoll_metrics::Exact;
    /// let upside = READY[1].scenario();
    /// let churn = upside.moves.get(&Movable::Lever(Lever::Churn)).unwrap();
    /// assert_eq!((churn.by.clone(), churn.months), (By::Percent(Exact::percent(-20)), 12));
    /// ```
    #[must_use]
    pub fn scenario(&self) -> Scenario {
        let moves = self.moves.iter().map(|ready| {
            let by = By::Percent(Exact::percent(ready.percent));
            (Movable::Lever(ready.lever), Move::over(by, ready.months))
        });
        Scenario { moves: moves.collect(), churn_scope: ChurnScope::default() }
    }
}
