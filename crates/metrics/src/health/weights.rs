//! What a weight counts: its share of the weights that are present (`conventions.md`, `definitions.md` D23).

use super::Given;
use crate::Exact;

/// One indicator's weight, and whether an account has that indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weight {
    /// In hundredths of a percent. Weights need not add up to a whole.
    pub hundredths: u32,
    /// Whether there is a value to weigh. One that is missing gives up its weight.
    pub present: bool,
}

/// Why no weight counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoWeights {
    /// Every weight is zero.
    AllZero,
    /// Nothing that has a weight is present.
    NothingPresent,
}

/// The share of the score that each weight makes up, exactly; zero for what is missing. The shares add up to one.
///
/// # Errors
///
/// Says why no weight counts; see [`NoWeights`].
///
/// ```
/// use plimsoll_metrics::Exact;
/// use plimsoll_metrics::health::{Weight, effective_weights};
/// let weights = [(3_000, true), (2_500, false), (2_000, true)];
/// let weights = weights.map(|(hundredths, present)| Weight { hundredths, present });
/// assert_eq!(effective_weights(&weights), Ok(vec![Exact::percent(60), Exact::zero(), Exact::percent(40)]));
/// ```
pub fn effective_weights(weights: &[Weight]) -> Result<Vec<Exact>, NoWeights> {
    if sum(weights, |_| true) == 0 {
        return Err(NoWeights::AllZero);
    }
    let present = Exact::from(sum(weights, |weight| weight.present));
    let share = |weight: &Weight| {
        let counts = if weight.present { weight.hundredths } else { 0 };
        Exact::from(i64::from(counts)).divided_by(&present).ok_or(NoWeights::NothingPresent)
    };
    weights.iter().map(share).collect()
}

/// The share of all weight that is present: how much of the model a score rests on.
///
/// # Errors
///
/// [`NoWeights::AllZero`]; where nothing is present, the share is zero.
///
/// ```
/// use plimsoll_metrics::Exact;
/// use plimsoll_metrics::health::{Weight, weight_present};
/// let weights = [(7_500, true), (2_500, false)].map(|(hundredths, present)| Weight { hundredths, present });
/// assert_eq!(weight_present(&weights), Ok(Exact::percent(75)));
/// ```
pub fn weight_present(weights: &[Weight]) -> Result<Exact, NoWeights> {
    let present = Exact::from(sum(weights, |weight| weight.present));
    present.divided_by(&Exact::from(sum(weights, |_| true))).ok_or(NoWeights::AllZero)
}

/// No list is so long that its sum does not fit; one that were would count as full.
fn sum(weights: &[Weight], counts: impl Fn(&Weight) -> bool) -> i64 {
    weights
        .iter()
        .filter(|weight| counts(weight))
        .fold(0, |sum: i64, weight| sum.saturating_add(i64::from(weight.hundredths)))
}

/// On which side of the source's range a weight lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outside {
    /// It counts less than the source would have it.
    Below,
    /// It counts more.
    Above,
}

/// Whether a weight lies outside of what the source gives, and on which side.
///
/// The source's ranges do not add up to a whole, so a weight can be held against them as it is entered (in hundredths of a
/// percent) or by its share of `all` weights of the model, present or not. It lies outside only if it does both ways: who
/// follows the printed ranges is not warned, nor is who enters all weights in another measure. Which side, the share says.
///
/// ```
/// use plimsoll_metrics::health::{Outside, health_models, outside_of_source};
/// let usage = health_models::SEVEN_INDICATORS.components[0].given; // 25 to 35 %
/// assert_eq!(outside_of_source(usage, 3_500, 10_000), None);
/// assert_eq!(outside_of_source(usage, 3, 10), None, "3 of 10 are 30 %");
/// assert_eq!(outside_of_source(usage, 3_501, 10_000), Some(Outside::Above));
/// ```
#[must_use]
pub fn outside_of_source(given: Given, weight: u32, all: u64) -> Option<Outside> {
    let (low, high) = match given {
        Given::Nothing => return None,
        Given::Exactly(only) => (only, only),
        Given::Between(low, high) => (low, high),
    };
    // Without a sum there are no shares, and nothing to warn of: all weights are zero.
    if (low..=high).contains(&weight) || all == 0 {
        return None;
    }
    let share = u128::from(weight).saturating_mul(10_000);
    let line = |edge: u32| u128::from(edge).saturating_mul(u128::from(all));
    match (share < line(low), share > line(high)) {
        (true, _) => Some(Outside::Below),
        (_, true) => Some(Outside::Above),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::health::{HEALTH_MODELS, HealthModel, health_models};

    fn weights(model: &HealthModel, present: impl Fn(&str) -> bool) -> Vec<Weight> {
        let weight = |component: &crate::health::Component| Weight {
            hundredths: component.weight,
            present: present(component.slug),
        };
        model.components.iter().map(weight).collect()
    }

    fn shown(weights: &[Weight]) -> Vec<String> {
        let percent =
            |share: &Exact| share.times(&Exact::from(100)).to_decimal(2).map(|share| share.to_string());
        effective_weights(weights).iter().flatten().filter_map(percent).collect()
    }

    /// Catalogue C13.
    #[test]
    fn the_middles_of_model_a_are_brought_to_a_whole() {
        let all = weights(&health_models::SEVEN_INDICATORS, |_| true);
        assert_eq!(shown(&all), ["29.27", "19.51", "14.63", "12.2", "9.76", "7.32", "7.32"]);
    }

    #[test]
    fn shares_add_up_to_one_whatever_is_missing() {
        for model in HEALTH_MODELS {
            for missing in model.components {
                let weights = weights(model, |slug| slug != missing.slug);
                let shares = effective_weights(&weights).unwrap_or_default();
                let sum = shares.iter().fold(Exact::zero(), |sum, share| sum.plus(share));
                assert_eq!(sum, Exact::one(), "{} without {}", model.slug, missing.slug);
            }
        }
    }

    #[test]
    fn what_is_missing_gives_up_its_weight() {
        let without = weights(&health_models::FOUR_CATEGORIES, |slug| slug != "csm-sentiment");
        assert_eq!(shown(&without), ["47.06", "29.41", "23.53", "0"]);
        assert_eq!(weight_present(&without), Ok(Exact::percent(85)));
    }

    #[test]
    fn times_any_number_weights_count_the_same() {
        let one = weights(&health_models::SEVEN_INDICATORS, |slug| slug != "payment-health");
        let more: Vec<_> =
            one.iter().map(|weight| Weight { hundredths: weight.hundredths * 7, ..*weight }).collect();
        assert_eq!(effective_weights(&one), effective_weights(&more));
    }

    #[test]
    fn nothing_counts_where_there_is_no_weight() {
        let weight = |hundredths, present| Weight { hundredths, present };
        assert_eq!(effective_weights(&[]), Err(NoWeights::AllZero));
        assert_eq!(effective_weights(&[weight(0, true), weight(0, false)]), Err(NoWeights::AllZero));
        let missing = [weight(0, true), weight(5, false)];
        assert_eq!(effective_weights(&missing), Err(NoWeights::NothingPresent));
        assert_eq!(
            (weight_present(&[]), weight_present(&missing)),
            (Err(NoWeights::AllZero), Ok(Exact::zero()))
        );
    }

    #[test]
    fn the_defaults_lie_within_their_sources() {
        for model in HEALTH_MODELS {
            let all = model.components.iter().map(|component| u64::from(component.weight)).sum();
            for component in model.components {
                assert_eq!(
                    outside_of_source(component.given, component.weight, all),
                    None,
                    "{}",
                    component.slug
                );
            }
        }
    }

    #[test]
    fn a_weight_lies_outside_only_both_ways() {
        let range = Given::Between(1_000, 2_000);
        let cases = [
            ((1_000, 8_000), None), // as entered, and 12.5 %
            ((2_000, 4_000), None), // as entered, though 50 %
            ((999, 9_990), None),   // 10 %
            ((999, 10_000), Some(Outside::Below)),
            ((2_001, 10_005), None), // 20 %
            ((2_001, 10_000), Some(Outside::Above)),
            ((0, 10_000), Some(Outside::Below)),
            ((0, 0), None),
        ];
        for ((weight, all), outside) in cases {
            assert_eq!(outside_of_source(range, weight, all), outside, "{weight} of {all}");
        }
        assert_eq!(outside_of_source(Given::Nothing, 9_000, 10_000), None);
        assert_eq!(outside_of_source(Given::Exactly(4_000), 3_999, 10_000), Some(Outside::Below));
    }
}
