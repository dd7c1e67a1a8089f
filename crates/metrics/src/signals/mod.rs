//! What moves before a metric does, and what moves with it (catalogue A5).
//!
//! Every row names its source. Where it speaks of a metric, it names its slug and not the metric itself, so that who only
//! lists signals links no formula.

mod churn;
mod expansion;
mod relationships;
mod rules;
mod timing;

pub use churn::{CHURN_SIGNALS, ChurnSignal, Strength};
pub use expansion::{EXPANSION_SIGNALS, ExpansionSignal, Line};
pub use relationships::{Mover, RELATIONSHIPS, Relation, Relationship};
pub use rules::{RULES, Rule};
pub use timing::{Indicator, TIMED_INDICATORS, Timing};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::benchmarks::SOURCES;

    /// Slugs that rows may name.
    const METRICS: [&str; 10] = [
        "net-revenue-retention",
        "gross-revenue-retention",
        "logo-churn",
        "customer-retention",
        "expansion-rate",
        "health-score",
        "net-promoter-score",
        "time-to-first-value",
        "contact-coverage",
        "seat-utilisation",
    ];

    fn named() -> Vec<&'static str> {
        let churn = CHURN_SIGNALS.iter().filter_map(|signal| signal.metric);
        let expansion = EXPANSION_SIGNALS.iter().filter_map(|signal| signal.metric);
        let moved = RELATIONSHIPS.iter().flat_map(|row| [row.mover.metric, row.moved.metric]).flatten();
        let timed = TIMED_INDICATORS.iter().filter_map(|indicator| indicator.metric);
        let rules = RULES.iter().flat_map(|rule| rule.metrics).copied();
        churn.chain(expansion).chain(moved).chain(timed).chain(rules).collect()
    }

    #[test]
    fn rows_name_metrics_of_the_product_and_each_is_named() {
        let named = named();
        assert!(named.iter().all(|slug| METRICS.contains(slug)), "{named:?}");
        assert!(METRICS.iter().all(|slug| named.contains(slug)), "{named:?}");
    }

    #[test]
    fn slugs_are_their_own_and_stand_in_small_letters() {
        let lists: [Vec<&str>; 4] = [
            CHURN_SIGNALS.iter().map(|signal| signal.slug).collect(),
            EXPANSION_SIGNALS.iter().map(|signal| signal.slug).collect(),
            TIMED_INDICATORS.iter().map(|indicator| indicator.slug).collect(),
            RULES.iter().map(|rule| rule.slug).collect(),
        ];
        for list in lists {
            for slug in &list {
                assert_eq!(list.iter().filter(|other| *other == slug).count(), 1, "{slug}");
                assert!(slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{slug}");
            }
        }
    }

    #[test]
    fn every_source_has_something_to_say() {
        let expansion = EXPANSION_SIGNALS.iter().flat_map(|signal| signal.sources);
        let timed = TIMED_INDICATORS.iter().flat_map(|indicator| indicator.sources);
        let rules = RULES.iter().map(|rule| &rule.source);
        let ids: Vec<_> = expansion.chain(timed).chain(rules).map(|source| source.id).collect();
        assert!(SOURCES.iter().all(|source| ids.contains(&source.id)), "{ids:?}");
    }
}
