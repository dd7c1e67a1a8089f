//! How far a share of a count can be trusted: the interval around it, and the chance of each band of a scale.
//!
//! One customer lost of ten is 10 %, and so are a hundred of a thousand, yet the first says next to nothing
//! (`definitions.md` D19). Counts come in whole, answers leave in whole millionths, and the same counts give the same
//! bits natively and in the browser: logarithm and exponential are `libm`'s, everything else is exact to IEEE 754.

mod bands;
mod beta;

pub use bands::{BandsReached, bands_reached, chance_of_each_band};

/// A whole share, in millionths.
const WHOLE: u32 = 1_000_000;
/// Nobody counts more than a million million, and beyond the answer would take long.
const MOST: u64 = 1_000_000_000_000;
/// The share of an exact bound is halved out of the measured share; so many steps leave nothing that a double tells apart.
const STEPS: u32 = 60;

/// How often an interval made this way holds the true share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// Nine times of ten.
    Ninety,
    /// Nineteen times of twenty: what is usual.
    NinetyFive,
    /// Ninety-nine times of a hundred.
    NinetyNine,
}

impl Confidence {
    /// The standard normal quantile with half of the rest on either side.
    pub(crate) const fn deviations(self) -> f64 {
        match self {
            Self::Ninety => 1.644_853_626_951_472_2,
            Self::NinetyFive => 1.959_963_984_540_054,
            Self::NinetyNine => 2.575_829_303_548_900_4,
        }
    }

    /// What may lie beyond each end.
    const fn tail(self) -> f64 {
        match self {
            Self::Ninety => 0.05,
            Self::NinetyFive => 0.025,
            Self::NinetyNine => 0.005,
        }
    }
}

/// How an interval was made. What shows one names it (`definitions.md` D19).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Wilson's score interval: right on the average, and the one to show.
    Wilson,
    /// Clopper and Pearson's "exact" interval: never right too seldom, therefore wider.
    ClopperPearson,
    /// DeLong's interval of an area under a curve, for which accounts count as drawn by chance.
    DeLong,
}

/// Where the true share may lie, in whole millionths. Both ends are rounded outwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The lower end; 0 where nothing was counted.
    pub low: u32,
    /// The upper end; 1,000,000 where everything was counted.
    pub high: u32,
    /// How it was made.
    pub method: Method,
}

/// Wilson's score interval around `count ÷ total` (E. B. Wilson, 1927), without a correction for continuity.
///
/// Nothing where nothing was counted from, or `count` is more than `total`, or `total` is above 10¹².
///
/// ```
/// use plimsoll_forecast::{Confidence, wilson};
/// let lost = wilson(1, 29, Confidence::NinetyFive).unwrap();
/// assert_eq!((lost.low, lost.high), (6_113, 171_756));
/// ```
#[must_use]
pub fn wilson(count: u64, total: u64, confidence: Confidence) -> Option<Interval> {
    let deviations = confidence.deviations();
    interval(Method::Wilson, count, total, |count, total| lowest_by_score(count, total, deviations))
}

/// The exact interval around `count ÷ total` (Clopper and Pearson, 1934): the shares under which a count so far off is
/// not rarer than the confidence allows.
///
/// Nothing in the same cases as [`wilson`].
///
/// ```
/// use plimsoll_forecast::{Confidence, clopper_pearson};
/// // With none of 20 lost, the upper end is 1 − 0.025^(1 ÷ 20).
/// assert_eq!(clopper_pearson(0, 20, Confidence::NinetyFive).unwrap().high, 168_434);
/// ```
#[must_use]
pub fn clopper_pearson(count: u64, total: u64, confidence: Confidence) -> Option<Interval> {
    let tail = confidence.tail();
    interval(Method::ClopperPearson, count, total, |count, total| lowest_by_tail(count, total, tail))
}

/// The most that a share can be of which nothing was seen in `total`, in millionths, rounded up: 3 ÷ `total`.
///
/// The rule of three (`definitions.md` D8): with a confidence of 95 % on this one side. Up to three tell nothing: all.
///
/// ```
/// assert_eq!(plimsoll_forecast::rule_of_three(40), Some(75_000));
/// assert_eq!(plimsoll_forecast::rule_of_three(0), None);
/// ```
#[must_use]
pub fn rule_of_three(total: u64) -> Option<u32> {
    let most = 3_000_000_u64.checked_next_multiple_of(total)?.checked_div(total)?;
    Some(u32::try_from(most).unwrap_or(WHOLE).min(WHOLE))
}

/// The upper end is what the lower end leaves of those who were not counted, so stayed and left mirror each other.
fn interval(method: Method, count: u64, total: u64, lowest: impl Fn(f64, f64) -> f64) -> Option<Interval> {
    let (count, rest, total) = floats(count, total)?;
    let high = WHOLE.saturating_sub(millionths_down(lowest(rest, total)));
    Some(Interval { low: millionths_down(lowest(count, total)), high, method })
}

/// The count, what it leaves, and the total; nothing where they are no share. All of them are whole in a double.
fn floats(count: u64, total: u64) -> Option<(f64, f64, f64)> {
    let rest = total.checked_sub(count).filter(|_| (1..=MOST).contains(&total))?;
    Some((count as f64, rest as f64, total as f64))
}

/// The smaller root of Wilson's quadratic, as the product of both over the larger one: nothing cancels.
fn lowest_by_score(count: f64, total: f64, deviations: f64) -> f64 {
    let squared = deviations * deviations;
    let spread = deviations * (squared + 4.0 * count * (total - count) / total).sqrt();
    2.0 * count * count / total / (2.0 * count + squared + spread)
}

/// The share under which so many or more are as rare as `tail`: between nothing and the measured share.
fn lowest_by_tail(count: f64, total: f64, tail: f64) -> f64 {
    let (mut low, mut high) = (0.0, count / total);
    for _ in 0..STEPS {
        let middle = f64::midpoint(low, high);
        if beta::below(middle, count, total - count + 1.0) < tail { low = middle } else { high = middle }
    }
    low
}

/// A share in whole millionths, rounded down. The cast keeps within its type.
fn millionths_down(share: f64) -> u32 {
    (share * f64::from(WHOLE)) as u32
}

#[cfg(test)]
mod tests;
