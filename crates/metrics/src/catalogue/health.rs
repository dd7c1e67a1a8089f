//! Health: how the accounts are. A new metric is a row here.

use super::figures::{
    ENGAGEMENT, GREEN_CUSTOMERS, MANAGED_CUSTOMERS, RED_CUSTOMERS, RELATIONSHIP, SCORED_CUSTOMERS, SUPPORT,
    USAGE, YELLOW_CUSTOMERS,
};
use super::panel;
use crate::Expression as E;
use crate::benchmarks::sources::{BENCHMARK_SURVEY, METRIC_REFERENCE};
use crate::{Constant, Direction, Kind, Range, Role, Term, Unit, WhenZero};

panel! {
    "health" "Health"

    /// Average health score from four dimensions: 30 × usage + 25 × engagement + 20 × support + 25 × relationship (catalogue M24, M28, A4 model C; the weights are our default, the source gives none).
    HEALTH_SCORE {
        slug: "health-score",
        term: "Average health score",
        abbreviation: None,
        plain: "How healthy your accounts are",
        meaning: "The weighted mean of four dimensions: usage 30, engagement 25, support 20, relationship 25. The weights are our default, because the source names none.",
        unit: Unit::Score,
        kind: Kind::RATIO,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::Between(0, 100),
        formula: E::Quotient { over: &E::Sum(&[Term::Plus(E::Product(&[E::Constant(Constant::number(30)), E::Figure(&USAGE)])), Term::Plus(E::Product(&[E::Constant(Constant::number(25)), E::Figure(&ENGAGEMENT)])), Term::Plus(E::Product(&[E::Constant(Constant::number(20)), E::Figure(&SUPPORT)])), Term::Plus(E::Product(&[E::Constant(Constant::number(25)), E::Figure(&RELATIONSHIP)]))]), under: &E::Constant(Constant::number(100)), when_zero: WhenZero::NoBase },
        improved_by: &[&USAGE, &ENGAGEMENT],
        sources: &[&METRIC_REFERENCE, &BENCHMARK_SURVEY],
    }

    /// Accounts with a score below 40 ÷ accounts with a score (catalogue M26).
    AT_RISK_RATE {
        slug: "at-risk-rate",
        term: "At-risk rate",
        abbreviation: None,
        plain: "Accounts at risk",
        meaning: "The share of the scored accounts whose score is below 40.",
        unit: Unit::Percent,
        kind: Kind::RATIO,
        role: Role::More,
        direction: Direction::Lower,
        range: Range::Share,
        formula: E::Quotient { over: &E::Figure(&RED_CUSTOMERS), under: &E::Figure(&SCORED_CUSTOMERS), when_zero: WhenZero::NoBase },
        improved_by: &[&RED_CUSTOMERS],
        sources: &[&METRIC_REFERENCE],
    }

    /// Accounts with a health score ÷ managed accounts (catalogue M25).
    HEALTH_COVERAGE {
        slug: "health-coverage",
        term: "Health score coverage",
        abbreviation: None,
        plain: "Accounts that have a health score",
        meaning: "The share of the managed accounts that have a health score. What is not scored can leave unnoticed.",
        unit: Unit::Percent,
        kind: Kind::RATIO,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::Share,
        formula: E::Quotient { over: &E::Figure(&SCORED_CUSTOMERS), under: &E::Figure(&MANAGED_CUSTOMERS), when_zero: WhenZero::NoBase },
        improved_by: &[&SCORED_CUSTOMERS],
        sources: &[&METRIC_REFERENCE],
    }

    /// Green accounts ÷ accounts with a score (catalogue M27).
    HEALTHY_SHARE {
        slug: "healthy-share",
        term: "Healthy share (green)",
        abbreviation: None,
        plain: "Accounts that are healthy",
        meaning: "The share of the scored accounts with a score of 70 or more.",
        unit: Unit::Percent,
        kind: Kind::RATIO,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::Share,
        formula: E::Quotient { over: &E::Figure(&GREEN_CUSTOMERS), under: &E::Figure(&SCORED_CUSTOMERS), when_zero: WhenZero::NoBase },
        improved_by: &[&GREEN_CUSTOMERS],
        sources: &[&BENCHMARK_SURVEY],
    }

    /// Yellow accounts ÷ accounts with a score (catalogue M27).
    ATTENTION_SHARE {
        slug: "attention-share",
        term: "Share to watch (yellow)",
        abbreviation: None,
        plain: "Accounts that need attention",
        meaning: "The share of the scored accounts with a score from 40 to below 70.",
        unit: Unit::Percent,
        kind: Kind::RATIO,
        role: Role::More,
        direction: Direction::Lower,
        range: Range::Share,
        formula: E::Quotient { over: &E::Figure(&YELLOW_CUSTOMERS), under: &E::Figure(&SCORED_CUSTOMERS), when_zero: WhenZero::NoBase },
        improved_by: &[&YELLOW_CUSTOMERS],
        sources: &[&BENCHMARK_SURVEY],
    }

    /// Red accounts ÷ accounts with a score, as the portfolio distribution grades it (catalogue M27, C9).
    RED_SHARE {
        slug: "red-share",
        term: "Share at risk (red)",
        abbreviation: None,
        plain: "Accounts at risk, in the portfolio",
        meaning: "The same share as the at-risk rate, graded as part of the portfolio: the two sources draw their lines differently.",
        unit: Unit::Percent,
        kind: Kind::RATIO,
        role: Role::More,
        direction: Direction::Lower,
        range: Range::Share,
        formula: E::Quotient { over: &E::Figure(&RED_CUSTOMERS), under: &E::Figure(&SCORED_CUSTOMERS), when_zero: WhenZero::NoBase },
        improved_by: &[&RED_CUSTOMERS],
        sources: &[&BENCHMARK_SURVEY],
    }

    /// Average score of the usage dimension (catalogue A2.12, A4).
    USAGE_SCORE {
        slug: "usage-score",
        term: "Usage score",
        abbreviation: None,
        plain: "How much the product is used",
        meaning: "The average score of your accounts in usage, held against the median of its segment.",
        unit: Unit::Score,
        kind: Kind::RATIO,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::Between(0, 100),
        formula: E::Figure(&USAGE),
        improved_by: &[&USAGE],
        sources: &[&BENCHMARK_SURVEY],
    }

    /// Average score of the engagement dimension (catalogue A2.12, A4).
    ENGAGEMENT_SCORE {
        slug: "engagement-score",
        term: "Engagement score",
        abbreviation: None,
        plain: "How well customers take part",
        meaning: "The average score of your accounts in engagement, held against the median of its segment.",
        unit: Unit::Score,
        kind: Kind::RATIO,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::Between(0, 100),
        formula: E::Figure(&ENGAGEMENT),
        improved_by: &[&ENGAGEMENT],
        sources: &[&BENCHMARK_SURVEY],
    }

    /// Average score of the support dimension (catalogue A2.12, A4).
    SUPPORT_SCORE {
        slug: "support-score",
        term: "Support score",
        abbreviation: None,
        plain: "How support goes",
        meaning: "The average score of your accounts in support, held against the median of its segment.",
        unit: Unit::Score,
        kind: Kind::RATIO,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::Between(0, 100),
        formula: E::Figure(&SUPPORT),
        improved_by: &[&SUPPORT],
        sources: &[&BENCHMARK_SURVEY],
    }

    /// Average score of the relationship dimension (catalogue A2.12, A4).
    RELATIONSHIP_SCORE {
        slug: "relationship-score",
        term: "Relationship score",
        abbreviation: None,
        plain: "How strong relationships are",
        meaning: "The average score of your accounts in relationship, held against the median of its segment.",
        unit: Unit::Score,
        kind: Kind::RATIO,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::Between(0, 100),
        formula: E::Figure(&RELATIONSHIP),
        improved_by: &[&RELATIONSHIP],
        sources: &[&BENCHMARK_SURVEY],
    }
}

#[cfg(test)]
mod tests {
    use super::{ENGAGEMENT, HEALTH_SCORE, RELATIONSHIP, SUPPORT, USAGE};
    use crate::health::health_models::FOUR_DIMENSIONS;
    use crate::{Book, Exact, Window};

    /// One dimension at 100 and the others at nothing give that dimension's weight.
    #[test]
    fn the_average_health_score_weighs_as_the_model_of_four_dimensions_does() {
        let dimensions = [&USAGE, &ENGAGEMENT, &SUPPORT, &RELATIONSHIP];
        assert_eq!(dimensions.len(), FOUR_DIMENSIONS.components.len());
        for (place, component) in FOUR_DIMENSIONS.components.iter().enumerate() {
            let mut book = Book::new(Window::Year);
            for (other, figure) in dimensions.iter().enumerate() {
                book.set(figure, Exact::from(if other == place { 100 } else { 0 }));
            }
            let points = Exact::percent(i64::from(component.weight));
            assert_eq!(book.evaluate(&HEALTH_SCORE), Ok(points), "{}", component.slug);
        }
    }
}
