//! Published numbers, each with what it counts.

use super::scale::{Cut, Edge};
use crate::Exact;

/// What a published number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Percent of a whole.
    Percent,
    /// Dollars: the sources name no other currency.
    Money,
    /// Days.
    Days,
    /// Accounts, contacts, meetings.
    Count,
    /// Points of a score: 0 to 100, or −100 to 100.
    Points,
    /// A mean of ratings from 1 to 5, in tenths.
    Rating,
    /// So many to one.
    Times,
}

impl Measure {
    /// Decimals between the number as counted and the value.
    pub(super) const fn decimals(self) -> u8 {
        match self {
            Self::Percent => 2,
            Self::Rating => 1,
            Self::Money | Self::Days | Self::Count | Self::Points | Self::Times => 0,
        }
    }
}

/// A published number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    count: i32,
    /// What it counts.
    pub measure: Measure,
}

impl Number {
    /// The value: 110 % is 1.1, as a metric has it.
    ///
    /// ```
    /// use plimsoll_metrics::{Exact, benchmarks::Number};
    /// assert_eq!(Number::percent(110).value(), Exact::per_mille(1_100));
    /// ```
    #[must_use]
    pub fn value(self) -> Exact {
        self.cut(Edge::Starts).value()
    }

    /// So many percent.
    #[must_use]
    pub const fn percent(count: i32) -> Self {
        Self { count, measure: Measure::Percent }
    }

    /// So many to one.
    pub(super) const fn times(count: i32) -> Self {
        Self { count, measure: Measure::Times }
    }

    /// A band that starts at it.
    pub(super) const fn cut(self, edge: Edge) -> Cut {
        // Widening, which `From` cannot do in a constant.
        Cut::at(self.count as i64, self.measure.decimals(), edge)
    }
}

macro_rules! short {
    ($($name:ident $measure:ident,)*) => {
        $(pub(super) const fn $name(count: i32) -> Number { Number { count, measure: Measure::$measure } })*
    };
}

// The tables are easier to read with short names.
short! {
    percent Percent,
    money Money,
    days Days,
    count Count,
    points Points,
    tenths Rating,
}
