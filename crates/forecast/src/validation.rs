//! Does a health score tell who leaves, and which weights would the accounts' own history suggest?
//!
//! Everything comes in as plain slices with a place for each account: scores and indicators in whole hundredths of a point with
//! [`MISSING`] where there is none, weights in hundredths, money in minor units. Counts leave as counts, shares as whole
//! millionths, and what cannot be said is a reason or nothing, never a number.
//!
//! - [`Outcomes`] says who left: from a plain column, or from two dates, so that nothing is known too early.
//! - [`validate()`] holds a score against outcomes: [`Area`] under the curve, [`Confusion`] at the thresholds, [`Decile`]s,
//!   [`Calibration`].
//! - [`lead_times`] says how long before leaving an account turned red, [`stability()`] what hangs on a weight.
//! - [`Fit`] suggests weights, trained on some accounts and tested on others. It goes by steps and ends by being dropped.
//!
//! The same input and seed give the same bits everywhere: logarithm and exponential are `libm`'s, sums have a fixed order, and
//! chance is that of `plimsoll_columns::draws`.

mod area;
mod calibration;
mod confusion;
mod counts;
mod curve;
mod fit;
mod gains;
mod lead;
mod outcome;
mod scoring;
mod segments;
mod separation;
mod stability;
mod validate;

pub use area::{Area, Compared, Difference, compare};
pub use calibration::{Bin, Brier, Calibration, Pool};
pub use confusion::{Confusion, Rate, Tally, Thresholds};
pub use counts::{Counts, HIGHEST, MISSING};
pub use curve::CurvePoint;
pub use fit::{
    Fit, LEAST_LEFT_TO_TRAIN, LEFT_PER_INDICATOR, MOST_INDICATORS, MOST_TRAINED, NoFit, Rows, Separation,
    SetAside, Step, Suggested, SuggestedWeight, Suggestion, Tested,
};
pub use gains::Decile;
pub use lead::{LeadTimes, Snapshot, lead_times};
pub use outcome::{Dated, Day, Observed, Outcome, Outcomes, Timing};
pub use segments::{SegmentArea, areas_by_segment};
pub use stability::{MovedWeight, NotStable, Stability, stability};
pub use validate::{LEAST_OF_EACH, NoVerdict, Scored, USUALLY_ENOUGH, Validation, validate};

/// A whole share, in millionths.
const WHOLE: u64 = 1_000_000;

/// `part ÷ whole` in millionths, to the nearest; nothing where there is no whole. The part is no more than the whole.
fn millionths(part: u128, whole: u128) -> Option<u32> {
    let twice = part.checked_mul(u128::from(WHOLE).wrapping_mul(2))?.checked_add(whole)?;
    u32::try_from(twice.checked_div(whole.checked_mul(2)?)?).ok()
}

/// A share that is finite and from 0 to 1, in millionths.
fn millionths_of(share: f64) -> u32 {
    (share * WHOLE as f64 + 0.5) as u32
}

#[cfg(test)]
mod tests;
