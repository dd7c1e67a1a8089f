//! Sentences worth knowing beside a metric.

use crate::benchmarks::Source;
use crate::benchmarks::sources::{
    BENCHMARK_SURVEY, DISCIPLINE_GUIDE, MEASURING_GUIDE, METRIC_REFERENCE, PRACTICAL_GUIDE,
};

/// A rule, or a finding that a source passes on.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// The name under which it is stored and linked.
    pub slug: &'static str,
    /// The rule, in our own words.
    pub text: &'static str,
    /// The slugs of the metrics that it speaks of.
    pub metrics: &'static [&'static str],
    /// Whom the source has it from, where it says so.
    pub after: Option<&'static str>,
    /// Where it is from.
    pub source: &'static Source,
}

const NET: &str = "net-revenue-retention";
const GROSS: &str = "gross-revenue-retention";
const LOGO: &str = "logo-churn";
const HEALTH: &str = "health-score";

const fn rule(
    slug: &'static str,
    text: &'static str,
    metrics: &'static [&'static str],
    source: &'static Source,
) -> Rule {
    Rule { slug, text, metrics, after: None, source }
}

/// The rules, by the metric they speak of.
pub static RULES: [Rule; 11] = [
    rule(
        "grows-alone",
        "Above 100 % NRR revenue grows without a single new customer.",
        &[NET],
        &PRACTICAL_GUIDE,
    ),
    rule(
        "grew-by",
        "An NRR of 115 % means that those who were there a year ago pay 15 % more.",
        &[NET],
        &PRACTICAL_GUIDE,
    ),
    rule(
        "equation",
        "Growth lasts where NRR is above 110 % and GRR above 90 %; one alone is not enough.",
        &[NET, GROSS],
        &BENCHMARK_SURVEY,
    ),
    rule(
        "seats-given-up",
        "A customer who gives up seats and stays is no lost logo, but lost revenue.",
        &[LOGO, GROSS],
        &MEASURING_GUIDE,
    ),
    rule(
        "small-lost-large-grown",
        "Losing small accounts while large ones grow raises both churn and NRR: look at the two together.",
        &[LOGO, NET],
        &DISCIPLINE_GUIDE,
    ),
    Rule {
        after: Some("Reichheld and Sasser, 1990"),
        ..rule(
            "five-points",
            "Five points more retention went with 25 to 95 % more profit.",
            &["customer-retention"],
            &DISCIPLINE_GUIDE,
        )
    },
    Rule {
        after: Some("McKinsey"),
        ..rule(
            "personal",
            "Companies that grow fast get some 40 % more of their revenue from being personal.",
            &[],
            &DISCIPLINE_GUIDE,
        )
    },
    rule(
        "few-score",
        "Only some 42 % of customer-success teams keep a health score.",
        &[HEALTH],
        &METRIC_REFERENCE,
    ),
    rule(
        "predicted",
        "Scores that learn are said to tell churn three to six months ahead, right 85 % of the time or more.",
        &[HEALTH],
        &METRIC_REFERENCE,
    ),
    rule(
        "tickets-of-the-new",
        "Many tickets of a new customer can be interest: severity and trend say more than their number.",
        &[HEALTH],
        &PRACTICAL_GUIDE,
    ),
    rule(
        "more-than-one-contact",
        "Three engaged contacts or more in an account make it less likely to leave.",
        &["contact-coverage"],
        &METRIC_REFERENCE,
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::benchmarks::retention_equation;

    #[test]
    fn the_rule_of_growth_is_the_retention_equation() {
        let text = RULES.iter().find(|rule| rule.slug == "equation").map_or("", |rule| rule.text);
        let equation = retention_equation();
        for percent in [equation.net_percent, equation.gross_percent] {
            assert!(text.contains(&percent.to_string()), "{text}");
        }
    }

    #[test]
    fn a_rule_is_one_sentence() {
        assert!(RULES.iter().all(|rule| rule.text.ends_with('.') && !rule.text.contains(". ")));
    }
}
