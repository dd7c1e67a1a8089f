//! What is handed out: weights that add up to a hundred points, and what they were worth where they had learnt nothing.

use super::check::{NoFit, SetAside};
use super::held::Held;
use super::resample::Resampled;
use super::table::Table;
use crate::validation::{Compared, HIGHEST, Observed, Timing};

/// Weights that the accounts' history suggests. No more than that: it does not know what is planned, what an indicator is meant to
/// encourage, or that something else moved both an indicator and the customer.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// For each indicator, in their order, its weight or why it has none. The weights add up to 10,000.
    pub indicators: Vec<Suggested>,
    /// What the test was separated by.
    pub tested: Tested,
    /// The scores of the suggested weights (first) and the current ones (other) over the accounts of the test.
    pub compared: Compared,
    /// Accounts learnt from that left.
    pub left: u64,
    /// Accounts learnt from that stayed.
    pub stayed: u64,
    /// Accounts of the training side that were left, because there are more than [`MOST_TRAINED`](super::MOST_TRAINED).
    pub not_used: u64,
    /// How strong the penalty was, against the mean log loss of indicators of one spread.
    pub strength: f64,
    /// In how many draws of the accounts from themselves the intervals rest; in others of the thousand nothing told.
    pub draws: u32,
}

/// One indicator of a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suggested {
    /// It has a weight.
    Weight(SuggestedWeight),
    /// It was not learnt from, and has none.
    None(SetAside),
}

/// A suggested weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SuggestedWeight {
    /// In hundredths of a point; all weights are a hundred points.
    pub hundredths: u32,
    /// The lower end of its 95 % interval: percentiles of weights learnt from accounts that are drawn from themselves.
    pub low: u32,
    /// The upper end.
    pub high: u32,
    /// Of the accounts learnt from, those that have the indicator. For the others its mean stood in.
    pub present: u64,
    /// Accounts learnt from.
    pub accounts: u64,
    /// Accounts whose value was above 100 points and read as missing.
    pub out_of_range: u64,
}

/// What test and training were separated by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tested {
    /// Three tenths of the accounts, by chance. Both are of one time, so what changes over time has not been tested.
    OtherAccounts {
        /// Whether outcomes are known to come after the indicators.
        timing: Timing,
    },
    /// Later snapshots.
    LaterTime {
        /// The days of the training.
        earlier: Observed,
        /// The days of the test.
        later: Observed,
    },
}

impl Suggestion {
    /// The weights alone, in hundredths of a point, zero for an indicator that has none: what to try.
    #[must_use]
    pub fn weights(&self) -> Vec<u32> {
        self.indicators.iter().map(Suggested::hundredths).collect()
    }
}

pub(super) fn of(
    table: &Table,
    held: &Held,
    fitted: &[f64],
    resampled: &Resampled,
    strength: f64,
) -> Result<Suggestion, NoFit> {
    let weights = hundredths(table, fitted).ok_or(NoFit::NothingTells)?;
    let mut learnt = weights.into_iter().enumerate();
    let (left, stayed) = table.left_and_stayed();
    let mut indicators = Vec::new();
    for indicator in table.every_indicator() {
        indicators.push(match indicator.deviation {
            Err(why) => Suggested::None(why),
            Ok(_) => {
                let (place, hundredths) = learnt.next().ok_or(NoFit::NothingTells)?;
                let (low, high) = resampled.interval(place).ok_or(NoFit::NothingTells)?;
                let accounts = left.saturating_add(stayed);
                let (present, out_of_range) = (indicator.present, indicator.out_of_range);
                Suggested::Weight(SuggestedWeight { hundredths, low, high, present, accounts, out_of_range })
            }
        });
    }
    let draws = u32::try_from(resampled.draws()).unwrap_or(u32::MAX);
    let (tested, not_used) = (held.tested, held.not_used);
    let all: Vec<u32> = indicators.iter().map(Suggested::hundredths).collect();
    let compared = held.compared(&all).ok_or(NoFit::NothingTells)?;
    Ok(Suggestion { indicators, tested, compared, left, stayed, not_used, strength, draws })
}

/// The weights that coefficients mean, for each indicator that is learnt from, in whole hundredths that add up to 10,000. Nothing
/// where every coefficient is zero.
///
/// A coefficient counts for one standard deviation and a weight for one point, so each is divided by its deviation. Each is rounded
/// down, and what is left goes to those that lost most.
pub(super) fn hundredths(table: &Table, coefficients: &[f64]) -> Option<Vec<u32>> {
    let by_point = coefficients.iter().skip(1).zip(table.indicators());
    let by_point: Vec<f64> = by_point.map(|(coefficient, (_, deviation))| coefficient / deviation).collect();
    let sum: f64 = by_point.iter().sum();
    (sum > 0.0 && sum.is_finite()).then_some(())?;
    let exact = by_point.iter().map(|share| share / sum * f64::from(HIGHEST));
    let mut weights: Vec<u32> = exact.clone().map(|exact| exact as u32).collect();
    let given = weights.iter().fold(0_u32, |sum, weight| sum.saturating_add(*weight));
    let mut order: Vec<(f64, usize)> =
        exact.zip(&weights).map(|(exact, weight)| f64::from(*weight) - exact).zip(0..).collect();
    order.sort_by(|one, other| one.0.total_cmp(&other.0));
    for (_, place) in order.into_iter().take(u32::from(HIGHEST).saturating_sub(given) as usize) {
        if let Some(weight) = weights.get_mut(place) {
            *weight = weight.saturating_add(1);
        }
    }
    Some(weights)
}

impl Suggested {
    /// Its weight, zero where it has none.
    #[must_use]
    pub const fn hundredths(&self) -> u32 {
        match self {
            Self::Weight(weight) => weight.hundredths,
            Self::None(_) => 0,
        }
    }
}
