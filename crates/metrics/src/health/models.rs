//! The three models of the sources (catalogue A4): which indicators, what each asks, and what it weighs.

use crate::benchmarks::Source;
use crate::benchmarks::sources::{BENCHMARK_SURVEY, METRIC_REFERENCE, PRACTICAL_GUIDE};

/// What a source says about a weight, in hundredths of a percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// Nothing.
    Nothing,
    /// This much.
    Exactly(u32),
    /// From so much to so much, both included.
    Between(u32, u32),
}

/// One indicator of a model, or one group of indicators.
#[derive(Debug, PartialEq, Eq)]
pub struct Component {
    /// The name under which it is stored and linked.
    pub slug: &'static str,
    /// Its name.
    pub term: &'static str,
    /// The question it answers.
    pub question: &'static str,
    /// What usually feeds it, where the source says so.
    pub fed_by: &'static [&'static str],
    /// The weight in the source.
    pub given: Given,
    /// The weight it starts with, in hundredths of a percent. Weights count by their share of the sum.
    pub weight: u32,
}

/// A model of what makes a customer healthy.
#[derive(Debug, PartialEq, Eq)]
pub struct HealthModel {
    /// The name under which it is stored and linked.
    pub slug: &'static str,
    /// Its name.
    pub term: &'static str,
    /// Where its weights are from, to be shown beside them.
    pub weights_from: &'static str,
    /// What else its source says about using it.
    pub advice: &'static str,
    /// Its indicators, heaviest first where the source has an order.
    pub components: &'static [Component],
    /// The weight of each indicator if all count the same, where that is offered instead: the source gives no weights.
    pub equal_weight: Option<u32>,
    /// Where it is from.
    pub source: &'static Source,
}

impl HealthModel {
    /// The component of this slug.
    #[must_use]
    pub fn component(&self, slug: &str) -> Option<&'static Component> {
        self.components.iter().find(|component| component.slug == slug)
    }
}

/// The models, one `static` each.
pub mod health_models {
    use super::{BENCHMARK_SURVEY, Component, Given, HealthModel, METRIC_REFERENCE, PRACTICAL_GUIDE};

    /// Model A: seven indicators. Its default weights are the middles of the source's ranges (catalogue C13).
    pub static SEVEN_INDICATORS: HealthModel = HealthModel {
        slug: "seven-indicators",
        term: "Seven indicators",
        weights_from: "the middle of each range in the source, brought to 100 %",
        advice: "Usage and adoption carry most. Fit the weights to what went before churn in your own accounts, \
                 and keep them apart by size, industry and stage of life.",
        components: &SEVEN,
        equal_weight: None,
        source: &METRIC_REFERENCE,
    };

    /// A component of model A between two weights in whole percent, starting from their middle.
    const fn between(
        low: u32,
        high: u32,
        slug: &'static str,
        term: &'static str,
        question: &'static str,
    ) -> Component {
        let given = Given::Between(low.saturating_mul(100), high.saturating_mul(100));
        let weight = low.saturating_add(high).saturating_mul(50);
        Component { slug, term, question, fed_by: &[], given, weight }
    }

    static SEVEN: [Component; 7] = [
        between(
            25,
            35,
            "usage-frequency",
            "Product usage",
            "Do they come back as often as the product is meant for?",
        ),
        between(15, 25, "adoption-depth", "Feature adoption", "Do they use the features that matter?"),
        between(10, 20, "support-sentiment", "Support sentiment", "Are they content when they ask for help?"),
        between(10, 15, "responsiveness", "Engagement", "Do they answer when you reach out?"),
        between(5, 15, "contract-status", "Contract status", "How far off is the renewal?"),
        between(5, 10, "payment-health", "Payment", "Are invoices paid on time?"),
        between(5, 10, "onboarding-completion", "Onboarding", "Is everything set up?"),
    ];

    /// Model B: four categories with weights of their own, meant as a first version.
    pub static FOUR_CATEGORIES: HealthModel = HealthModel {
        slug: "four-categories",
        term: "Four categories",
        weights_from: "as the source gives them",
        advice: "A first version to start from. Small customers and enterprises may need weights of their own.",
        components: &CATEGORIES,
        equal_weight: None,
        source: &PRACTICAL_GUIDE,
    };

    static CATEGORIES: [Component; 4] = [
        Component {
            slug: "product-adoption",
            term: "Product adoption",
            question: "Is the product part of their work?",
            fed_by: &["use of key features", "how often they log in", "seats in use"],
            given: Given::Exactly(4_000),
            weight: 4_000,
        },
        Component {
            slug: "customer-feedback",
            term: "Customer feedback",
            question: "What do they say when asked?",
            fed_by: &["NPS", "the latest CSAT"],
            given: Given::Exactly(2_500),
            weight: 2_500,
        },
        Component {
            slug: "support-engagement",
            term: "Support",
            question: "How much trouble do they have, and how long does it last?",
            fed_by: &["open tickets", "average time to solve one"],
            given: Given::Exactly(2_000),
            weight: 2_000,
        },
        Component {
            slug: "csm-sentiment",
            term: "CSM sentiment",
            question: "What does the person who knows them best expect?",
            fed_by: &["the CSM's own rating, 1 to 5", "the last talk with an executive"],
            given: Given::Exactly(1_500),
            weight: 1_500,
        },
    ];

    /// Model C: four dimensions. The source has medians for them and no weights (catalogue C14).
    pub static FOUR_DIMENSIONS: HealthModel = HealthModel {
        slug: "four-dimensions",
        term: "Four dimensions",
        weights_from: "our default; the source gives no weights",
        advice: "Hold each dimension against its own median, and the score against the median of scores: \
                 medians do not add up.",
        components: &DIMENSIONS,
        equal_weight: Some(2_500),
        source: &BENCHMARK_SURVEY,
    };

    const fn dimension(
        weight: u32,
        slug: &'static str,
        term: &'static str,
        question: &'static str,
    ) -> Component {
        Component { slug, term, question, fed_by: &[], given: Given::Nothing, weight }
    }

    static DIMENSIONS: [Component; 4] = [
        dimension(3_000, "usage", "Usage", "How much of the product do they use, and how often?"),
        dimension(2_500, "engagement", "Engagement", "Do they meet you, answer and take part?"),
        dimension(2_000, "support", "Support", "How smoothly are their problems solved?"),
        dimension(
            2_500,
            "relationship",
            "Relationship",
            "Do you know, and are you trusted by, those who decide?",
        ),
    ];
}

/// The models A, B and C, in the order of the catalogue.
pub static HEALTH_MODELS: [&HealthModel; 3] =
    [&health_models::SEVEN_INDICATORS, &health_models::FOUR_CATEGORIES, &health_models::FOUR_DIMENSIONS];

/// How many indicators the source of model A would have a score rest on: from five to ten.
pub const FIVE_TO_TEN: (usize, usize) = (5, 10);

/// The model of this slug.
///
/// ```
/// use plimsoll_metrics::health::find_health_model;
/// let model = find_health_model("four-dimensions").unwrap();
/// assert_eq!(model.weights_from, "our default; the source gives no weights");
/// assert_eq!(model.component("usage").unwrap().weight, 3_000);
/// ```
#[must_use]
pub fn find_health_model(slug: &str) -> Option<&'static HealthModel> {
    HEALTH_MODELS.into_iter().find(|model| model.slug == slug)
}

#[cfg(test)]
mod tests {
    use super::health_models::{FOUR_CATEGORIES, FOUR_DIMENSIONS, SEVEN_INDICATORS};
    use super::*;

    fn weights(model: &HealthModel) -> Vec<u32> {
        model.components.iter().map(|component| component.weight).collect()
    }

    #[test]
    fn weights_are_those_of_the_catalogue() {
        assert_eq!(weights(&SEVEN_INDICATORS), [3_000, 2_000, 1_500, 1_250, 1_000, 750, 750]);
        assert_eq!(weights(&FOUR_CATEGORIES), [4_000, 2_500, 2_000, 1_500]);
        assert_eq!(weights(&FOUR_DIMENSIONS), [3_000, 2_500, 2_000, 2_500]);
    }

    /// The middles add up to 102.5 %, their ranges to 75 and 130 % (catalogue C13).
    #[test]
    fn sums_are_those_of_the_catalogue() {
        let sums = HEALTH_MODELS.map(|model| weights(model).iter().sum::<u32>());
        assert_eq!(sums, [10_250, 10_000, 10_000]);
        let ranges = SEVEN_INDICATORS.components.iter().filter_map(|component| match component.given {
            Given::Between(low, high) => Some((low, high)),
            Given::Exactly(_) | Given::Nothing => None,
        });
        assert_eq!(ranges.fold((0, 0), |sum, ends| (sum.0 + ends.0, sum.1 + ends.1)), (7_500, 13_000));
        let equal = FOUR_DIMENSIONS.equal_weight.map(|weight| weight * 4);
        assert_eq!(equal, Some(10_000));
    }

    #[test]
    fn only_the_model_without_weights_offers_equal_ones() {
        for model in HEALTH_MODELS {
            let none = model.components.iter().all(|component| component.given == Given::Nothing);
            assert_eq!(model.equal_weight.is_some(), none, "{}", model.slug);
        }
    }

    #[test]
    fn names_are_their_own_within_a_model_and_questions_are_questions() {
        for model in HEALTH_MODELS {
            assert_eq!(find_health_model(model.slug), Some(model));
            for component in model.components {
                assert_eq!(model.component(component.slug), Some(component));
                assert!(component.question.ends_with('?'), "{}", component.slug);
            }
        }
    }

    #[test]
    fn a_model_has_as_many_indicators_as_its_source_asks_for() {
        let (least, most) = FIVE_TO_TEN;
        assert!((least..=most).contains(&SEVEN_INDICATORS.components.len()));
    }
}
