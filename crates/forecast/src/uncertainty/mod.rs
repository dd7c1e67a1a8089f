//! Uncertainty: any figure may be a range, and what follows from it is one as well.
//!
//! - [`Distribution`] is what somebody knows of a figure: "2 to 4", the likeliest value, a mean.
//! - [`FigureDraws`] draws the uncertain figures of a [`Book`](plimsoll_metrics::Book) and works out metrics by the same
//!   trees of which their exact values come.
//! - [`AheadDraws`] walks a book and a scenario through the months of [`project`](crate::project), for a fan of ARR.
//! - [`PlanDraws`] walks a [`Plan`] through its months, of which every quantity may differ each month.
//! - [`AccountDraws`] draws accounts again and again from themselves, where the data are accounts.
//!
//! All of them are advanced by as many draws as there is time for, say at any moment what they found so far ([`Spread`],
//! [`Chances`], which input matters most), and are cancelled by being dropped. The same seed gives the same bits on every
//! machine, however the draws are cut into pieces (`plimsoll_columns::draws` says how).
//!
//! Draws are in floats: a percentile of 100,000 draws is uncertain by itself in the third digit. What does not hang on an
//! uncertain figure stays exact.

mod accounts;
mod ahead;
mod chances;
mod distribution;
mod figures;
mod formula;
mod inputs;
mod plan;
mod rank;
mod spread;

pub use accounts::AccountDraws;
pub use ahead::{AheadDraws, NoDraws};
pub use chances::Chances;
pub use distribution::{Distribution, Limits, Refused};
pub use figures::{Estimate, FigureDraws};
pub use inputs::{Subject, Uncertain};
pub use plan::{Outcome, Plan, PlanDraws, PlanInput, Quantity};
pub(crate) use rank::correlation_of_places;
pub use rank::{Influence, rank_correlation};
pub use spread::Spread;

use plimsoll_metrics::Exact;

/// Of so many draws it is kept what went into them, to say what matters most. A rank correlation of 10,240 pairs is right to
/// one hundredth.
const REMEMBERED: usize = 10_240;

/// A number as a double; nothing where it is too large to write.
#[must_use]
pub fn double(value: &Exact) -> Option<f64> {
    let decimal = [18, 12, 6, 0].into_iter().find_map(|places| value.to_decimal(places))?;
    Some(decimal.mantissa() as f64 / (0..decimal.scale()).fold(1.0, |power, _| power * 10.0))
}

/// So many draws as whole blocks.
const fn blocks(draws: usize) -> usize {
    draws.div_ceil(plimsoll_columns::draws::LANES)
}
