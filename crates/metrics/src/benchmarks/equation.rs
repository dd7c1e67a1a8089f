//! The retention equation (catalogue A5): growth lasts where NRR is above 110 % and GRR above 90 %, a year.

use super::Source;
use super::source::sources::BENCHMARK_SURVEY;
use crate::Exact;

/// The four readings of net and gross retention together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quadrant {
    /// Both above their lines: growth compounds.
    Compounding,
    /// Net above, gross not: upsells to those who stay hide those who leave.
    LeakyGrowth,
    /// Gross above, net not: customers stay, and nothing is made of it.
    IdleBase,
    /// Neither: the base shrinks. The source leaves this one out; the reading is ours.
    Shrinking,
}

/// The equation: its two lines and its source.
#[derive(Debug, PartialEq, Eq)]
pub struct Equation {
    /// The line that net revenue retention has to pass, in percent a year.
    pub net_percent: i64,
    /// The line that gross revenue retention has to pass, in percent a year.
    pub gross_percent: i64,
    /// Where it is from.
    pub source: &'static Source,
}

/// The retention equation of source 004. Both lines have to be passed, being on one is not enough.
#[must_use]
pub const fn retention_equation() -> &'static Equation {
    static EQUATION: Equation = Equation { net_percent: 110, gross_percent: 90, source: &BENCHMARK_SURVEY };
    &EQUATION
}

impl Equation {
    /// The quadrant of annual net and gross retention.
    ///
    /// ```
    /// use plimsoll_metrics::{Exact, benchmarks::{Quadrant, retention_equation}};
    /// let on_the_line = retention_equation().quadrant(&Exact::percent(110), &Exact::percent(95));
    /// assert_eq!(on_the_line, Quadrant::IdleBase);
    /// ```
    #[must_use]
    pub fn quadrant(&self, net: &Exact, gross: &Exact) -> Quadrant {
        match (*net > Exact::percent(self.net_percent), *gross > Exact::percent(self.gross_percent)) {
            (true, true) => Quadrant::Compounding,
            (true, false) => Quadrant::LeakyGrowth,
            (false, true) => Quadrant::IdleBase,
            (false, false) => Quadrant::Shrinking,
        }
    }
}
