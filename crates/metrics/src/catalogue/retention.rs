//! Retention: what is kept, and what is lost. A new metric is a row here.

use super::figures::{
    CHURNED_BY_MONTH, CHURNED_MRR, CONTRACTION_BY_MONTH, CONTRACTION_MRR, CUSTOMERS_COUNTED,
    EXPANSION_BY_MONTH, EXPANSION_MRR, INVOLUNTARY_LOST, LOST_CUSTOMERS, NEW_CUSTOMERS, START_CUSTOMERS,
    START_MRR,
};
use super::panel;
use crate::Expression as E;
use crate::benchmarks::sources::{
    BENCHMARK_SURVEY, DISCIPLINE_GUIDE, MEASURING_GUIDE, METRIC_REFERENCE, PRACTICAL_GUIDE,
    PUBLISHED_PRACTICE,
};
use crate::{Constant, Direction, Kind, Range, Role, Term, Unit, WhenZero};

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
        role: Role::Main,
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
        role: Role::Main,
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
        role: Role::Main,
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
        role: Role::Main,
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
        role: Role::Main,
        direction: Direction::Lower,
        range: Range::Share,
        formula: E::Sum(&[
            Term::Plus(E::Constant(Constant::WHOLE)),
            Term::Minus(E::Metric(&GROSS_REVENUE_RETENTION)),
        ]),
        improved_by: &[&CHURNED_MRR, &CONTRACTION_MRR],
        sources: &[&MEASURING_GUIDE, &DISCIPLINE_GUIDE],
    }

    /// Logo churn on everyone there was: customers lost ÷ (customers at the start + new) (`definitions.md` D6).
    LOGO_CHURN_WITH_JOINERS {
        slug: "logo-churn-with-joiners",
        term: "Logo churn, on start and joiners",
        abbreviation: None,
        plain: "Customers who left, of all there were",
        meaning: "The share of all who were customers at any time in the window who left. It is lower than churn on the start, because those who joined can hardly have left yet.",
        unit: Unit::Percent,
        kind: Kind::RATE,
        role: Role::VariantOf(&LOGO_CHURN),
        direction: Direction::Lower,
        range: Range::Share,
        formula: E::Quotient { over: &E::Figure(&LOST_CUSTOMERS), under: &E::Sum(&[Term::Plus(E::Figure(&START_CUSTOMERS)), Term::Plus(E::Figure(&NEW_CUSTOMERS))]), when_zero: WhenZero::NoBase },
        improved_by: &[&LOST_CUSTOMERS],
        sources: &[&PUBLISHED_PRACTICE],
    }

    /// Logo churn on the average of start and end: customers lost ÷ (start + (new − lost) ÷ 2) (`definitions.md` D6).
    LOGO_CHURN_ON_AVERAGE {
        slug: "logo-churn-on-average",
        term: "Logo churn, on the average number",
        abbreviation: None,
        plain: "Customers who left, of the average number",
        meaning: "The share of the average number of customers of the window who left. A company that grows shows less churn this way.",
        unit: Unit::Percent,
        kind: Kind::RATE,
        role: Role::VariantOf(&LOGO_CHURN),
        direction: Direction::Lower,
        range: Range::Share,
        formula: E::Quotient { over: &E::Figure(&LOST_CUSTOMERS), under: &E::Sum(&[Term::Plus(E::Figure(&START_CUSTOMERS)), Term::Plus(E::Quotient { over: &E::Sum(&[Term::Plus(E::Figure(&NEW_CUSTOMERS)), Term::Minus(E::Figure(&LOST_CUSTOMERS))]), under: &E::Constant(Constant::number(2)), when_zero: WhenZero::NoBase })]), when_zero: WhenZero::NoBase },
        improved_by: &[],
        sources: &[&PUBLISHED_PRACTICE],
    }

    /// Churned MRR ÷ MRR at the start, downgrades left out (catalogue C33).
    CANCELLATION_CHURN {
        slug: "cancellation-churn",
        term: "Revenue churn, cancellations only",
        abbreviation: None,
        plain: "Revenue that left with its customers",
        meaning: "The share of the revenue you started with whose customers left. Downgrades do not count here; gross revenue churn has both.",
        unit: Unit::Percent,
        kind: Kind::RATE,
        role: Role::Main,
        direction: Direction::Lower,
        range: Range::Share,
        formula: E::Quotient { over: &E::Figure(&CHURNED_MRR), under: &E::Figure(&START_MRR), when_zero: WhenZero::NoBase },
        improved_by: &[&CHURNED_MRR],
        sources: &[&MEASURING_GUIDE, &DISCIPLINE_GUIDE],
    }

    /// Customers lost through payment or processing ÷ customers at the start (catalogue M7).
    INVOLUNTARY_CHURN {
        slug: "involuntary-churn",
        term: "Involuntary churn",
        abbreviation: None,
        plain: "Customers lost to failed payments",
        meaning: "The share of the customers you started with who left because a payment failed or a renewal was not processed. Better billing brings them back.",
        unit: Unit::Percent,
        kind: Kind::RATE,
        role: Role::More,
        direction: Direction::Lower,
        range: Range::Share,
        formula: E::Quotient { over: &E::Figure(&INVOLUNTARY_LOST), under: &E::Figure(&START_CUSTOMERS), when_zero: WhenZero::NoBase },
        improved_by: &[&INVOLUNTARY_LOST],
        sources: &[&MEASURING_GUIDE],
    }

    /// Customers who decided to leave ÷ customers at the start (catalogue M7).
    VOLUNTARY_CHURN {
        slug: "voluntary-churn",
        term: "Voluntary churn",
        abbreviation: None,
        plain: "Customers who chose to leave",
        meaning: "The share of the customers you started with who decided to leave: it speaks of the product, of onboarding and of fit.",
        unit: Unit::Percent,
        kind: Kind::RATE,
        role: Role::More,
        direction: Direction::Lower,
        range: Range::Share,
        formula: E::Quotient { over: &E::Sum(&[Term::Plus(E::Figure(&LOST_CUSTOMERS)), Term::Minus(E::Figure(&INVOLUNTARY_LOST))]), under: &E::Figure(&START_CUSTOMERS), when_zero: WhenZero::NoBase },
        improved_by: &[],
        sources: &[&MEASURING_GUIDE],
    }

    /// Net revenue retention by monthly movements (`definitions.md` D1): every movement of the window counts, also of customers who joined in it.
    NRR_BY_MOVEMENT {
        slug: "net-revenue-retention-by-movement",
        term: "Net revenue retention, by monthly movements",
        abbreviation: None,
        plain: "Revenue you kept, by monthly movements",
        meaning: "What a year of monthly movements makes of the revenue you started with. Losses of customers who joined meanwhile count too, so it reads lower than the cohort of the start.",
        unit: Unit::Percent,
        kind: Kind::KEPT,
        role: Role::VariantOf(&NET_REVENUE_RETENTION),
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::Quotient {
            over: &E::Sum(&[
                Term::Plus(E::Figure(&START_MRR)),
                Term::Plus(E::Figure(&EXPANSION_BY_MONTH)),
                Term::Minus(E::Figure(&CONTRACTION_BY_MONTH)),
                Term::Minus(E::Figure(&CHURNED_BY_MONTH)),
            ]),
            under: &E::Figure(&START_MRR),
            when_zero: WhenZero::NoBase,
        },
        improved_by: &[&CHURNED_BY_MONTH],
        sources: &[&PRACTICAL_GUIDE, &PUBLISHED_PRACTICE],
    }

    /// Gross revenue retention by monthly movements (`definitions.md` D1, D4).
    GRR_BY_MOVEMENT {
        slug: "gross-revenue-retention-by-movement",
        term: "Gross revenue retention, by monthly movements",
        abbreviation: None,
        plain: "Revenue you kept without upsells, by monthly movements",
        meaning: "The revenue you started with less every monthly loss of the window, also of customers who joined in it. What was lost and won again counts as lost.",
        unit: Unit::Percent,
        kind: Kind::KEPT,
        role: Role::VariantOf(&GROSS_REVENUE_RETENTION),
        direction: Direction::Higher,
        range: Range::Share,
        formula: E::Quotient {
            over: &E::Sum(&[
                Term::Plus(E::Figure(&START_MRR)),
                Term::Minus(E::Figure(&CONTRACTION_BY_MONTH)),
                Term::Minus(E::Figure(&CHURNED_BY_MONTH)),
            ]),
            under: &E::Figure(&START_MRR),
            when_zero: WhenZero::NoBase,
        },
        improved_by: &[&CHURNED_BY_MONTH],
        sources: &[&PRACTICAL_GUIDE, &PUBLISHED_PRACTICE],
    }

    /// Customer retention as sources 000 and 003 count it: (customers at the end − new) ÷ customers at the start (catalogue M4,
    /// C32). Equal to 100 % less logo churn where nobody who joined left, and nobody came back.
    CUSTOMER_RETENTION_BY_COUNT {
        slug: "customer-retention-by-count",
        term: "Customer retention, by counting",
        abbreviation: None,
        plain: "Customers who stayed, by counting",
        meaning: "How many customers there are at the end without those who joined, for each there was at the start.",
        unit: Unit::Percent,
        kind: Kind::KEPT,
        role: Role::VariantOf(&CUSTOMER_RETENTION),
        direction: Direction::Higher,
        range: Range::Share,
        formula: E::Quotient {
            over: &E::Sum(&[
                Term::Plus(E::Figure(&CUSTOMERS_COUNTED)),
                Term::Minus(E::Figure(&NEW_CUSTOMERS)),
            ]),
            under: &E::Figure(&START_CUSTOMERS),
            when_zero: WhenZero::NoBase,
        },
        improved_by: &[&CUSTOMERS_COUNTED],
        sources: &[&MEASURING_GUIDE, &METRIC_REFERENCE],
    }
}
