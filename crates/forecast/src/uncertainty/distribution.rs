//! What somebody knows of an uncertain figure, and its shape for drawing.

use plimsoll_columns::draws::{Bell, Shape};
use plimsoll_metrics::{Accepts, Range};

/// What somebody knows of a figure. Shares are plain numbers: 2 % is 0.02.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Distribution {
    /// It is known.
    Constant(f64),
    /// Anything between two values, each as likely as the others.
    Uniform {
        /// The lowest value.
        low: f64,
        /// The highest value.
        high: f64,
    },
    /// At least, most likely, at most.
    Triangular {
        /// The lowest value.
        low: f64,
        /// The likeliest value.
        likeliest: f64,
        /// The highest value.
        high: f64,
    },
    /// A bell around a mean. What lies beyond what the figure can be is cut off, and the rest takes its weight.
    Normal {
        /// The mean, before anything is cut off.
        mean: f64,
        /// The standard deviation, before anything is cut off.
        deviation: f64,
    },
    /// A value that may as well be half as doubled; always above zero, with a long way up.
    LogNormal {
        /// The median.
        median: f64,
        /// The standard deviation of the natural logarithm.
        deviation: f64,
    },
}

/// What a figure can be, both ends included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// The lowest value.
    pub low: f64,
    /// The highest value.
    pub high: f64,
}

/// Why a distribution cannot be drawn from. Nothing is clamped in silence (`conventions.md`, "Refused, not clamped").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// One of its numbers is infinite or none, or a deviation is below zero.
    NotANumber,
    /// Its numbers do not ascend.
    NotAscending,
    /// One of its numbers is more or less than the figure can be.
    OutOfLimits,
    /// The figure is a choice, not something unknown: over how many years a value counts.
    Chosen,
    /// A bell so wide that hardly any of it is what the figure can be: it says nothing.
    TooWide,
    /// A plan is shorter than a year or longer than ten.
    Months,
}

/// How many standard deviations above the mean nineteen of twenty lie below.
const TO_NINETY_FIVE: f64 = 1.644_853_626_951_472_2;

/// Of a bell so much at least is what the figure can be; with less, single precision would show its steps.
const LEAST_WITHIN: f64 = 0.001;

impl Distribution {
    /// The reading of "2 to 4": a normal distribution of which nine of ten draws lie between both, one of twenty below and
    /// one of twenty above. Guesstimate reads a range as this (its documentation, "Confidence Intervals").
    ///
    /// Of a figure with limits, what lies beyond them is cut off.
    ///
    /// ```
    /// use plimsoll_forecast::uncertainty::Distribution;
    /// let churn = Distribution::between(0.02, 0.04);
    /// assert_eq!(churn.middle(), 0.03);
    /// assert_eq!(Distribution::between(3.0, 3.0), Distribution::Constant(3.0));
    /// ```
    #[must_use]
    pub fn between(low: f64, high: f64) -> Self {
        if low == high {
            return Self::Constant(low);
        }
        Self::Normal { mean: f64::midpoint(low, high), deviation: (high - low) / 2.0 / TO_NINETY_FIVE }
    }

    /// "2 to 4" of what is never below zero and may well be far above: log-normal, with the same one of twenty on either side.
    ///
    /// ```
    /// use plimsoll_forecast::uncertainty::Distribution;
    /// assert_eq!(Distribution::between_skewed(2.0, 8.0).middle(), 4.0);
    /// ```
    #[must_use]
    pub fn between_skewed(low: f64, high: f64) -> Self {
        if low == high {
            return Self::Constant(low);
        }
        Self::LogNormal {
            median: (low * high).sqrt(),
            deviation: libm::log(high / low) / 2.0 / TO_NINETY_FIVE,
        }
    }

    /// The value that stands for the whole where one is needed: the median, of a triangle its likeliest value.
    #[must_use]
    pub const fn middle(&self) -> f64 {
        match self {
            Self::Constant(value) => *value,
            Self::Uniform { low, high } => f64::midpoint(*low, *high),
            Self::Triangular { likeliest, .. } => *likeliest,
            Self::Normal { mean, .. } => *mean,
            Self::LogNormal { median, .. } => *median,
        }
    }

    /// The shape to draw from.
    ///
    /// # Errors
    ///
    /// Numbers that are none, do not ascend, or lie beyond the limits. Of a bell only its middle has to lie within.
    pub fn shape(&self, limits: Limits) -> Result<Shape, Refused> {
        match *self {
            Self::Constant(value) => {
                corners(&[value], limits)?;
                Ok(Shape::Constant(value as f32))
            }
            Self::Uniform { low, high } => {
                corners(&[low, high], limits)?;
                Ok(Shape::Uniform { low: low as f32, width: (high - low) as f32 })
            }
            Self::Triangular { low, likeliest, high } => {
                corners(&[low, likeliest, high], limits)?;
                if low == high {
                    return Ok(Shape::Constant(low as f32));
                }
                Ok(Shape::triangular(low as f32, likeliest as f32, high as f32))
            }
            Self::Normal { mean, deviation } => {
                let share = |value: f64| share_below((value - mean) / deviation);
                bell(mean, deviation, limits, share, Shape::Normal)
            }
            Self::LogNormal { median, deviation } => {
                if median <= 0.0 {
                    return Err(Refused::OutOfLimits);
                }
                let share = |value: f64| {
                    if value > 0.0 { share_below(libm::log(value / median) / deviation) } else { 0.0 }
                };
                bell(median, deviation, limits, share, Shape::LogNormal)
            }
        }
    }
}

impl Limits {
    /// An amount from zero.
    pub const AMOUNT: Self = Self { low: 0.0, high: f32::MAX as f64 };
    /// An amount above zero, by which something is divided: a hundredth at least.
    pub const DIVISOR: Self = Self { low: 0.01, high: f32::MAX as f64 };
    /// A share from 0 % to 100 %.
    pub const SHARE: Self = Self { low: 0.0, high: 1.0 };
    /// A change that at most takes everything away.
    pub const CHANGE: Self = Self { low: -1.0, high: f32::MAX as f64 };
    /// Anything.
    const ANY: Self = Self { low: -f32::MAX as f64, high: f32::MAX as f64 };

    /// What a figure accepts. Counts need not be whole here: they are means of what may happen, like levered ones.
    ///
    /// # Errors
    ///
    /// [`Refused::Chosen`] for years that are a choice.
    pub const fn accepted(accepts: Accepts) -> Result<Self, Refused> {
        match accepts {
            Accepts::Amount | Accepts::Whole => Ok(Self::AMOUNT),
            Accepts::Share => Ok(Self::SHARE),
            Accepts::Score => Ok(Self { low: 0.0, high: 100.0 }),
            Accepts::Horizon => Err(Refused::Chosen),
        }
    }

    /// What a metric can be.
    #[must_use]
    pub const fn of(range: Range) -> Self {
        match range {
            Range::FromZero => Self::AMOUNT,
            Range::Share => Self::SHARE,
            Range::Between(low, high) => Self { low: low as f64, high: high as f64 },
            Range::Any => Self::ANY,
        }
    }

    fn hold(self, value: f64) -> bool {
        value >= self.low && value <= self.high
    }
}

/// Corners have to be numbers, ascend, and lie within.
fn corners(values: &[f64], limits: Limits) -> Result<(), Refused> {
    if !values.iter().all(|value| value.is_finite()) {
        return Err(Refused::NotANumber);
    }
    if !values.is_sorted() {
        return Err(Refused::NotAscending);
    }
    if values.iter().all(|value| limits.hold(*value)) { Ok(()) } else { Err(Refused::OutOfLimits) }
}

/// A bell, of which `share` tells how much lies below a value.
fn bell(
    mean: f64,
    deviation: f64,
    limits: Limits,
    share: impl Fn(f64) -> f64,
    shape: impl Fn(Bell) -> Shape,
) -> Result<Shape, Refused> {
    if !mean.is_finite() || !deviation.is_finite() || deviation < 0.0 {
        return Err(Refused::NotANumber);
    }
    corners(&[mean], limits)?;
    if deviation == 0.0 {
        return Ok(Shape::Constant(mean as f32));
    }
    let below = share(limits.low);
    let within = share(limits.high) - below;
    if within < LEAST_WITHIN {
        return Err(Refused::TooWide);
    }
    Ok(shape(Bell {
        mean: mean as f32,
        deviation: deviation as f32,
        below: below as f32,
        within: within as f32,
        low: limits.low as f32,
        high: limits.high as f32,
    }))
}

/// Which share of a normal distribution lies below so many standard deviations above its mean.
fn share_below(deviations: f64) -> f64 {
    libm::erfc(-deviations * std::f64::consts::FRAC_1_SQRT_2) / 2.0
}

#[cfg(test)]
mod tests;
