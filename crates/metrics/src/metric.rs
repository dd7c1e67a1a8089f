//! What is computed: metrics, each one formula with its unit, direction and range.

use crate::benchmarks::Source;
use crate::{Exact, Expression, Figure, Kind, Nature, Window};

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A share, written as a percentage.
    Percent,
    /// An amount of money.
    Money,
    /// An amount of money that recurs each month.
    MoneyPerMonth,
    /// A number of customers.
    Customers,
    /// A number of months.
    Months,
    /// A number of years.
    Years,
    /// So many to one: 3 : 1.
    Multiple,
    /// An amount of money that recurs each year.
    MoneyPerYear,
    /// A number of days.
    Days,
    /// A number of hours.
    Hours,
    /// A score from 0 to 100.
    Score,
    /// A net score from −100 to 100.
    NetScore,
    /// A mean of answers on a short scale: 4.2 of 5.
    Rating,
    /// A number of people.
    People,
    /// A number of other things: seats, contracts, meetings, answers.
    Count,
}

impl Unit {
    /// Whether it is an amount of money.
    #[must_use]
    pub const fn is_money(self) -> bool {
        matches!(self, Self::Money | Self::MoneyPerMonth | Self::MoneyPerYear)
    }
}

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// More is better: retention, LTV.
    Higher,
    /// Less is better: churn, CAC.
    Lower,
}

/// How a metric carries over to another window. Follows from its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compounding {
    /// It does not depend on the window.
    None,
    /// A share kept: `r` over n windows is `r^n`.
    Kept,
    /// A share lost: `r` over n windows is `1 − (1 − r)^n`.
    Lost,
    /// A share gained: `r` over n windows is `r × n`, simply added up (catalogue C5).
    Gained,
}

/// The values a metric can have. Outside of it the figures contradict each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Range {
    /// Zero and above: net revenue retention, LTV.
    FromZero,
    /// From 0 % to 100 %: gross revenue retention, churn.
    Share,
    /// From one whole number to another: a net score, a rating.
    Between(i64, i64),
    /// Anything: a forecast's accuracy is below zero where it misses by more than there was.
    Any,
}

impl Range {
    /// Whether the value lies in the range.
    #[must_use]
    pub fn holds(self, value: &Exact) -> bool {
        match self {
            Self::FromZero => !value.is_negative(),
            Self::Share => !value.is_negative() && *value <= Exact::one(),
            Self::Between(least, most) => *value >= Exact::from(least) && *value <= Exact::from(most),
            Self::Any => true,
        }
    }
}

/// Where a metric stands among the others.
#[derive(Clone, Copy, Debug)]
pub enum Role {
    /// One of the metrics that its panel is about.
    Main,
    /// One that is there for who has its figures.
    More,
    /// Another convention for the same metric (`conventions.md`): the reader may have it stand in its place.
    VariantOf(&'static Metric),
}

/// One metric: a `static` in a panel of the catalogue.
#[derive(Debug)]
pub struct Metric {
    /// The name under which it is stored and linked, in kebab case.
    pub slug: &'static str,
    /// The field's own term.
    pub term: &'static str,
    /// The term's usual abbreviation, where there is one.
    pub abbreviation: Option<&'static str>,
    /// What it is, in plain words, short enough for a heading.
    pub plain: &'static str,
    /// One sentence of meaning.
    pub meaning: &'static str,
    /// How it is written.
    pub unit: Unit,
    /// Its dimension and how it relates to the window; the compiler checks it against the formula.
    pub kind: Kind,
    /// Where it stands among the others.
    pub role: Role,
    /// Which way is better.
    pub direction: Direction,
    /// The values it can have.
    pub range: Range,
    /// The formula: evaluated, printed, explained and inverted from this one tree.
    pub formula: Expression,
    /// The figures whose change improves it, the first one first. Each stands once in the formula.
    pub improved_by: &'static [&'static Figure],
    /// Where the formula is from.
    pub sources: &'static [&'static Source],
}

/// Every metric is one `static`, so being the same is lying at the same place.
impl PartialEq for Metric {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Metric {}

impl Metric {
    /// How the metric carries over to another window. A rate of which less is better is a share lost, one of which more
    /// is better a share gained.
    #[must_use]
    pub const fn compounding(&self) -> Compounding {
        match self.kind.nature() {
            Nature::Closing if self.kind.is(Kind::KEPT) => Compounding::Kept,
            Nature::Flow if self.kind.is(Kind::RATE) => match self.direction {
                Direction::Lower => Compounding::Lost,
                Direction::Higher => Compounding::Gained,
            },
            _ => Compounding::None,
        }
    }

    /// Whether its value depends on the window it was measured over.
    #[must_use]
    pub fn depends_on_window(&self) -> bool {
        self.compounding() != Compounding::None
    }

    /// The metric of which this one is the complement (100 % less it), where its formula says so.
    #[must_use]
    pub fn complement_of(&self) -> Option<&'static Self> {
        self.formula.complement_of()
    }

    /// Its value over another window, by compounding (what is gained is added up).
    #[must_use]
    pub fn rescale(&self, value: &Exact, from: Window, to: Window) -> Option<Exact> {
        crate::rescale(value, self.compounding(), from, to)
    }

    /// The metric of which this one is another convention; itself, where it is none.
    #[must_use]
    pub const fn head(&'static self) -> &'static Self {
        match self.role {
            Role::VariantOf(head) => head,
            Role::Main | Role::More => self,
        }
    }

    /// Its short name: the abbreviation where there is one, else the term.
    #[must_use]
    pub fn short(&self) -> &'static str {
        self.abbreviation.unwrap_or(self.term)
    }

    /// Stops the build when the formula is not of the declared kind, rests on itself, or compounds nothing.
    #[allow(clippy::missing_panics_doc, reason = "runs only in constants, where a panic is a compile error")]
    pub(crate) const fn check(&self) {
        assert!(self.formula.kind().is(self.kind), "the formula is not of the kind its metric declares");
        if let Role::VariantOf(head) = self.role {
            assert!(head.kind.is(self.kind), "a convention is not of the kind of the metric it stands for");
        }
    }
}
