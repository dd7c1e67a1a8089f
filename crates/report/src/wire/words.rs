//! The words of the report: what is one of a few, by names that are stable.

use plimsoll_forecast::WhyNot;
use plimsoll_metrics::{Undefined, WhenZero, benchmarks};
use serde::{Deserialize, Serialize};

use crate::view::ChoiceKind;

/// A list of words, each of which stands for one of another room's.
macro_rules! words {
    (
        $(#[doc = $doc:literal])* $name:ident from $theirs:path, $case:literal
        { $($(#[doc = $each:literal])* $word:ident,)* }
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = $case)]
        #[cfg_attr(test, derive(ts_rs::TS))]
        pub enum $name { $($(#[doc = $each])* $word,)* }

        impl From<$theirs> for $name {
            fn from(theirs: $theirs) -> Self {
                match theirs { $(<$theirs>::$word => Self::$word,)* }
            }
        }
    };
}

words! {
    /// How long the window lasts over which flows were counted.
    Window from plimsoll_metrics::Window, "kebab-case" {
        /// One month.
        Month,
        /// Three months.
        Quarter,
        /// Twelve months.
        Year,
    }
}

words! {
    /// How a shorter window becomes a year.
    Annualising from plimsoll_metrics::Annualising, "kebab-case" {
        /// Rates compound.
        Compounded,
        /// Rates are taken as often as the window fits into the year.
        TimesTwelve,
    }
}

words! {
    /// What a number counts.
    Unit from plimsoll_metrics::Unit, "kebab-case" {
        /// A share, as a part of one: 0.935 is 93.5 %.
        Percent,
        /// An amount of money.
        Money,
        /// An amount of money that recurs each month.
        MoneyPerMonth,
        /// Customers.
        Customers,
        /// Months.
        Months,
        /// Years.
        Years,
        /// So many to one.
        Multiple,
        /// An amount of money that recurs each year.
        MoneyPerYear,
        /// Days.
        Days,
        /// Hours.
        Hours,
        /// A score from 0 to 100.
        Score,
        /// A net score from −100 to 100.
        NetScore,
        /// A mean of answers on a short scale.
        Rating,
        /// People.
        People,
        /// Other things: seats, contracts, contacts.
        Count,
    }
}

words! {
    /// How good a band is.
    Standing from benchmarks::Standing, "kebab-case" {
        /// Act now.
        Concerning,
        /// Below what is aimed for.
        BelowTarget,
        /// Neither bad nor good.
        Acceptable,
        /// Good.
        Good,
        /// Better than good.
        Excellent,
        /// As good as it gets.
        BestInClass,
    }
}

words! {
    /// Which way is better.
    Direction from plimsoll_metrics::Direction, "kebab-case" {
        /// More is better.
        Higher,
        /// Less is better.
        Lower,
    }
}

words! {
    /// Where a value stands to a target line.
    TargetState from benchmarks::TargetState, "kebab-case" {
        /// On the worse side.
        Short,
        /// Exactly on it.
        OnTheLine,
        /// On the better side.
        Past,
    }
}

words! {
    /// The quarter of comparable companies in which a value lies.
    Quarter from benchmarks::Quarter, "kebab-case" {
        /// Among the best quarter.
        Top,
        /// At the median or better.
        UpperHalf,
        /// Worse than the median.
        LowerHalf,
        /// Among the worst quarter.
        Bottom,
    }
}

words! {
    /// Whether a value is better than another one.
    Reading from crate::view::Reading, "kebab-case" {
        /// It is.
        Better,
        /// Both are the same.
        Same,
        /// It is worse.
        Worse,
    }
}

words! {
    /// A currency by its ISO 4217 code.
    Currency from plimsoll_metrics::Currency, "UPPERCASE" {
        /// United States dollar.
        Usd,
        /// Euro.
        Eur,
        /// Pound sterling.
        Gbp,
        /// Canadian dollar.
        Cad,
        /// Australian dollar.
        Aud,
        /// Swiss franc.
        Chf,
        /// Swedish krona.
        Sek,
        /// Norwegian krone.
        Nok,
        /// Danish krone.
        Dkk,
        /// Polish zloty.
        Pln,
        /// Brazilian real.
        Brl,
        /// Mexican peso.
        Mxn,
        /// Indian rupee.
        Inr,
        /// Singapore dollar.
        Sgd,
        /// Japanese yen.
        Jpy,
        /// South Korean won.
        Krw,
        /// Israeli new shekel.
        Ils,
        /// Kuwaiti dinar.
        Kwd,
    }
}

/// Why there is no value, in short.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum ReasonCode {
    /// Figures have not been entered, or not in a way that could be read.
    Missing,
    /// There is nothing to measure against: the divisor is zero.
    NoBase,
    /// Nobody left, so a lifetime has no end.
    NoChurn,
    /// Nothing ever pays it back.
    Never,
    /// Nothing was lost, so there is nothing to compare gains with.
    NoLosses,
    /// The figures contradict each other.
    OutOfRange,
    /// The value is too large to write.
    Overflow,
}

impl From<&Undefined> for ReasonCode {
    fn from(reason: &Undefined) -> Self {
        match reason {
            Undefined::Missing(_) => Self::Missing,
            Undefined::ZeroDivisor(WhenZero::NoBase, _) => Self::NoBase,
            Undefined::ZeroDivisor(WhenZero::NoChurn, _) => Self::NoChurn,
            Undefined::ZeroDivisor(WhenZero::Never, _) => Self::Never,
            Undefined::ZeroDivisor(WhenZero::NoLosses, _) => Self::NoLosses,
            Undefined::OutOfRange(_) => Self::OutOfRange,
            Undefined::Overflow => Self::Overflow,
        }
    }
}

/// Which side of a target line is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Side {
    /// Above it; on it is not enough.
    Above,
    /// Above it or on it.
    AtLeast,
    /// Below it; on it is not enough.
    Below,
    /// Below it or on it.
    AtMost,
}

/// What neighbours have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum NeighbourKind {
    /// The size of the customers that they sell to.
    Segment,
    /// Their industry.
    Industry,
    /// How far along they are.
    Stage,
}

impl From<ChoiceKind> for NeighbourKind {
    fn from(by: ChoiceKind) -> Self {
        match by {
            ChoiceKind::Industry => Self::Industry,
            ChoiceKind::Stage => Self::Stage,
            ChoiceKind::Segment | ChoiceKind::Window | ChoiceKind::Currency => Self::Segment,
        }
    }
}

/// Why a goal is out of reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum WhyNotReached {
    /// The figure does not stand in the formula.
    NotInFormula,
    /// The metric has no such band or target.
    NoSuchLine,
    /// The metric has no value, wherever what may move is put.
    Undefined,
    /// The metric stays the same, wherever it is put.
    NoEffect,
    /// Its range ends before.
    RangeEnds,
    /// The metric turns back before it gets there.
    TurnsBack,
}

impl From<&WhyNot> for WhyNotReached {
    fn from(why: &WhyNot) -> Self {
        match why {
            WhyNot::NotInFormula => Self::NotInFormula,
            WhyNot::NoSuchLine => Self::NoSuchLine,
            WhyNot::Undefined(_) => Self::Undefined,
            WhyNot::NoEffect => Self::NoEffect,
            WhyNot::RangeEnds => Self::RangeEnds,
            WhyNot::TurnsBack => Self::TurnsBack,
        }
    }
}
