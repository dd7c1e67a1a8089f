//! A model as the reader has it: indicators, weights by segment, thresholds, and what is done about blanks.

use plimsoll_columns::scores::{MOST_INDICATORS, MOST_WEIGHT, Missing, Scheme, Weighing};

use super::indicator::{Indicator, Lifecycle, Rule};
use super::quantity::FULL_POINTS;
use super::{HealthModel, RuleFault};

/// Below this a score is red, unless the model says otherwise (`conventions.md`): 40 points.
pub const RED_BELOW: u16 = 4_000;
/// From this on a score is green, unless the model says otherwise: 70 points.
pub const GREEN_FROM: u16 = 7_000;

/// Weights of their own for one segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SegmentWeights {
    /// The segment's name.
    pub segment: String,
    /// A weight for each indicator, in hundredths of a percent.
    pub weights: Vec<u32>,
}

/// A model of health.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    /// Its name.
    pub name: String,
    /// Its indicators, each with the weight that counts where a segment has none of its own.
    pub indicators: Vec<Indicator>,
    /// Weights of their own, for some segments.
    pub segments: Vec<SegmentWeights>,
    /// A score below this is red, in hundredths of a point.
    pub red_below: u16,
    /// A score from this on is green, in hundredths of a point.
    pub green_from: u16,
    /// What is done about an indicator that has no value.
    pub missing: Missing,
}

/// What is wrong with a model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ModelFault {
    /// It has no indicators.
    NoIndicators,
    /// It has more indicators than [`MOST_INDICATORS`].
    TooManyIndicators,
    /// Two indicators have one slug: the number of the second.
    SlugTwice(usize),
    /// The rule of the indicator of this number cannot be used.
    Rule(usize, RuleFault),
    /// The thresholds are reversed or equal, or above 100.
    Thresholds,
    /// All weights are zero: the model's own, or those of the segment of this number.
    AllZero(Option<usize>),
    /// The weights together are above [`MOST_WEIGHT`].
    TooMuchWeight(Option<usize>),
    /// The segment of this number has not as many weights as there are indicators.
    WeightCount(usize),
    /// The segment of this number stands there twice.
    SegmentTwice(usize),
}

impl Model {
    /// One of the models of the sources, each indicator being a score already.
    ///
    /// ```
    /// use plimsoll_metrics::health::{Model, health_models};
    /// let model = Model::of(&health_models::FOUR_DIMENSIONS);
    /// assert_eq!(model.weights(None).collect::<Vec<_>>(), [3_000, 2_500, 2_000, 2_500]);
    /// assert!(model.faults().is_empty());
    /// ```
    #[must_use]
    pub fn of(source: &HealthModel) -> Self {
        let indicator = |component: &super::Component| Indicator {
            slug: component.slug.to_owned(),
            term: component.term.to_owned(),
            rule: Rule::Score,
            lifecycle: Lifecycle::Always,
            weight: component.weight,
        };
        Self {
            name: source.term.to_owned(),
            indicators: source.components.iter().map(indicator).collect(),
            segments: Vec::new(),
            red_below: RED_BELOW,
            green_from: GREEN_FROM,
            missing: Missing::GivesUpWeight,
        }
    }

    /// The weights that count in a segment.
    pub fn weights(&self, segment: Option<&str>) -> impl Iterator<Item = u32> {
        let own = segment.and_then(|name| self.segments.iter().find(|own| own.segment == name));
        let own = own.map(|own| own.weights.as_slice());
        self.indicators.iter().enumerate().map(move |(place, indicator)| {
            own.map_or(indicator.weight, |own| own.get(place).copied().unwrap_or_default())
        })
    }

    /// Everything that is wrong with the model; nothing where it can be used.
    #[must_use]
    pub fn faults(&self) -> Vec<ModelFault> {
        let mut faults = Vec::new();
        match self.indicators.len() {
            0 => faults.push(ModelFault::NoIndicators),
            count if count > MOST_INDICATORS => faults.push(ModelFault::TooManyIndicators),
            _ => {}
        }
        for (place, indicator) in self.indicators.iter().enumerate() {
            if self.indicators.iter().take(place).any(|before| before.slug == indicator.slug) {
                faults.push(ModelFault::SlugTwice(place));
            }
            if let Err(fault) = indicator.rule.check() {
                faults.push(ModelFault::Rule(place, fault));
            }
        }
        if self.red_below >= self.green_from || self.green_from > FULL_POINTS {
            faults.push(ModelFault::Thresholds);
        }
        weight_faults(None, self.weights(None), &mut faults);
        for (place, own) in self.segments.iter().enumerate() {
            if own.weights.len() != self.indicators.len() {
                faults.push(ModelFault::WeightCount(place));
            }
            if self.segments.iter().take(place).any(|before| before.segment == own.segment) {
                faults.push(ModelFault::SegmentTwice(place));
            }
            weight_faults(Some(place), own.weights.iter().copied(), &mut faults);
        }
        faults
    }

    /// As the loops over accounts take it, for these segments in the order of their numbers.
    #[must_use]
    pub fn scheme(&self, segments: &[&str]) -> Scheme {
        let weighing = |segment: &&str| Weighing {
            weights: self.weights(Some(segment)).collect(),
            red_below: self.red_below,
            green_from: self.green_from,
        };
        Scheme { segments: segments.iter().map(weighing).collect(), missing: self.missing }
    }
}

fn weight_faults(place: Option<usize>, weights: impl Iterator<Item = u32>, faults: &mut Vec<ModelFault>) {
    match weights.fold(0_u32, u32::saturating_add) {
        0 => faults.push(ModelFault::AllZero(place)),
        sum if sum > MOST_WEIGHT => faults.push(ModelFault::TooMuchWeight(place)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::health::{HEALTH_MODELS, health_models};

    #[test]
    fn the_models_of_the_sources_can_be_used() {
        for source in HEALTH_MODELS {
            let model = Model::of(source);
            assert_eq!(model.faults(), [], "{}", source.slug);
            assert_eq!(model.scheme(&["SMB", "Enterprise"]).segments.len(), 2);
        }
    }

    #[test]
    fn a_segment_has_its_own_weights_or_those_of_the_model() {
        let mut model = Model::of(&health_models::FOUR_DIMENSIONS);
        let segment = "Enterprise".to_owned();
        model.segments.push(SegmentWeights { segment, weights: vec![1_000, 2_000, 3_000, 4_000] });
        let weights: Vec<_> =
            model.scheme(&["SMB", "Enterprise"]).segments.into_iter().map(|one| one.weights).collect();
        assert_eq!(weights, [[3_000, 2_500, 2_000, 2_500], [1_000, 2_000, 3_000, 4_000]]);
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let mut model = Model::of(&health_models::FOUR_DIMENSIONS);
        (model.red_below, model.green_from) = (7_000, 7_000);
        model.indicators.iter_mut().for_each(|indicator| indicator.weight = 0);
        if let [one, two, ..] = model.indicators.as_mut_slice() {
            two.slug.clone_from(&one.slug);
            one.rule = Rule::Texts { points: vec![], others: None };
        }
        let own = |weights| SegmentWeights { segment: "A".to_owned(), weights };
        model.segments = vec![own(vec![1]), own(vec![200_001, 0, 0, 0])];
        let wanted = [
            ModelFault::Rule(0, RuleFault::NoTexts),
            ModelFault::SlugTwice(1),
            ModelFault::Thresholds,
            ModelFault::AllZero(None),
            ModelFault::WeightCount(0),
            ModelFault::SegmentTwice(1),
            ModelFault::TooMuchWeight(Some(1)),
        ];
        assert_eq!(model.faults(), wanted);
        model.indicators.clear();
        assert_eq!(model.faults().first(), Some(&ModelFault::NoIndicators));
    }
}
