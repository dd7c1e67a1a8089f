//! Why there is no value.

use crate::{Expression, Figure, Metric, WhenZero};

/// The reason why a metric has no value. It is never zero, infinity or "not a number" instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undefined {
    /// These figures have not been entered, or not in a way that could be read.
    Missing(Vec<&'static Figure>),
    /// A divisor is zero, what that means, and which divisor it is.
    ZeroDivisor(WhenZero, &'static Expression),
    /// The figures contradict each other: the value of this metric lies outside of what it can be.
    OutOfRange(&'static Metric),
    /// The value is too large to write.
    Overflow,
}

impl Undefined {
    /// Both reasons as one: missing figures are gathered, else the first reason stands.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Missing(mut one), Self::Missing(other)) => {
                other.into_iter().for_each(|figure| {
                    if !one.contains(&figure) {
                        one.push(figure);
                    }
                });
                Self::Missing(one)
            }
            (one, _) => one,
        }
    }

    /// The short code of the reason, for exports and tests.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Missing(_) => "missing",
            Self::ZeroDivisor(WhenZero::NoBase, _) => "no_base",
            Self::ZeroDivisor(WhenZero::NoChurn, _) => "no_churn",
            Self::ZeroDivisor(WhenZero::Never, _) => "never",
            Self::ZeroDivisor(WhenZero::NoLosses, _) => "no_losses",
            Self::OutOfRange(_) => "out_of_range",
            Self::Overflow => "overflow",
        }
    }
}
