//! Retention: what is kept, and what is lost. A new metric is a row here.

use super::figures::{
    CHURNED_MRR, CONTRACTION_MRR, EXPANSION_MRR, LOST_CUSTOMERS, START_CUSTOMERS, START_MRR,
};
use super::panel;
use crate::Expression as E;
use crate::benchmarks::sources::{
    BENCHMARK_SURVEY, DISCIPLINE_GUIDE, MEASURING_GUIDE, METRIC_REFERENCE, PRACTICAL_GUIDE,
};
use crate::{Constant, Direction, Kind, Range, Term, Unit, WhenZero};

panel! {
    "retention" "Retention"

    /// Net revenue retention: (start + expansion − contraction − churn) ÷ start (catalogue M1).
    ///
    /// From movements, as sources 000, 001 and 004 state it. New customers never count.
    NET_REVENUE_RETENTION {
        slug: "net-revenue-retention",
        term: "Net revenue retention",
        abbreviation: Some("NRR"),
        plain: "Revenue you kept, upsells included",
        meaning: "How much the customers you started with pay now, for each unit they paid then. Above 100 %, the base grows without a single new customer.",
        unit: Unit::Percent,
        kind: Kind::KEPT,
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::Quotient {
            over: &E::Sum(&[
                Term::Plus(E::Figure(&START_MRR)),
                Term::Plus(E::Figure(&EXPANSION_MRR)),
                Term::Minus(E::Figure(&CONTRACTION_MRR)),
                Term::Minus(E::Figure(&CHURNED_MRR)),
            ]),
            under: &E::Figure(&START_MRR),
            when_zero: WhenZero::NoBase,
        },
        improved_by: &[&CHURNED_MRR, &EXPANSION_MRR],
        sources: &[&MEASURING_GUIDE, &PRACTICAL_GUIDE, &BENCHMARK_SURVEY],
    }

    /// Gross revenue retention: (start − contraction − churn) ÷ start (catalogue M2). Never above 100 %.
    GROSS_REVENUE_RETENTION {
        slug: "gross-revenue-retention",
        term: "Gross revenue retention",
        abbreviation: Some("GRR"),
        plain: "Revenue you kept, without upsells",
        meaning: "How much of the revenue you started with is still there, whatever others bought on top. It shows the leak that upsells can hide.",
        unit: Unit::Percent,
        kind: Kind::KEPT,
        direction: Direction::Higher,
        range: Range::Share,
        formula: E::Quotient {
            over: &E::Sum(&[
                Term::Plus(E::Figure(&START_MRR)),
                Term::Minus(E::Figure(&CONTRACTION_MRR)),
                Term::Minus(E::Figure(&CHURNED_MRR)),
            ]),
            under: &E::Figure(&START_MRR),
            when_zero: WhenZero::NoBase,
        },
        improved_by: &[&CHURNED_MRR, &CONTRACTION_MRR],
        sources: &[&PRACTICAL_GUIDE, &BENCHMARK_SURVEY],
    }

    /// Logo churn: customers lost ÷ customers at the start (catalogue M3, `definitions.md` D6).
    LOGO_CHURN {
        slug: "logo-churn",
        term: "Logo churn",
        abbreviation: None,
        plain: "Customers who left",
        meaning: "The share of the customers you started with who left, each counting as one, however much they paid.",
        unit: Unit::Percent,
        kind: Kind::RATE,
        direction: Direction::Lower,
        range: Range::Share,
        formula: E::Quotient {
            over: &E::Figure(&LOST_CUSTOMERS),
            under: &E::Figure(&START_CUSTOMERS),
            when_zero: WhenZero::NoBase,
        },
        improved_by: &[&LOST_CUSTOMERS],
        sources: &[&MEASURING_GUIDE, &PRACTICAL_GUIDE, &DISCIPLINE_GUIDE, &BENCHMARK_SURVEY],
    }

    /// Customer retention: 100 % less logo churn (catalogue M4 and M5).
    CUSTOMER_RETENTION {
        slug: "customer-retention",
        term: "Customer retention",
        abbreviation: Some("CRR"),
        plain: "Customers who stayed",
        meaning: "The share of the customers you started with who are still customers.",
        unit: Unit::Percent,
        kind: Kind::KEPT,
        direction: Direction::Higher,
        range: Range::Share,
        formula: E::Sum(&[Term::Plus(E::Constant(Constant::WHOLE)), Term::Minus(E::Metric(&LOGO_CHURN))]),
        improved_by: &[&LOST_CUSTOMERS],
        sources: &[&MEASURING_GUIDE, &DISCIPLINE_GUIDE, &METRIC_REFERENCE],
    }

    /// Gross revenue churn: 100 % less gross revenue retention (catalogue M6, C33). Downgrades count.
    GROSS_REVENUE_CHURN {
        slug: "gross-revenue-churn",
        term: "Gross revenue churn",
        abbreviation: None,
        plain: "Revenue you lost",
        meaning: "The share of the revenue you started with that was lost to leavers and downgrades together.",
        unit: Unit::Percent,
        kind: Kind::RATE,
        direction: Direction::Lower,
        range: Range::Share,
        formula: E::Sum(&[
            Term::Plus(E::Constant(Constant::WHOLE)),
            Term::Minus(E::Metric(&GROSS_REVENUE_RETENTION)),
        ]),
        improved_by: &[&CHURNED_MRR, &CONTRACTION_MRR],
        sources: &[&MEASURING_GUIDE, &DISCIPLINE_GUIDE],
    }
}
