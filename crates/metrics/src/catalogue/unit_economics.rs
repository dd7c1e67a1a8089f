//! Unit economics: what a customer is worth, and what it costs to win one. A new metric is a row here.

use super::expansion::SURVIVOR_EXPANSION;
use super::figures::{
    ACQUISITION_SPEND, CHURNED_MRR, CONTRACTION_MRR, DISCOUNT_RATE, EXPANSION_MRR, GROSS_MARGIN,
    HORIZON_YEARS, LIFETIME_YEARS, LOST_CUSTOMERS, NEW_CUSTOMERS, NEW_MRR, REACTIVATED_MRR,
};
use super::panel;
use super::retention::{CUSTOMER_RETENTION, LOGO_CHURN};
use super::standing::{ANNUAL_MARGIN, CLOSING_CUSTOMERS, CLOSING_MRR};
use crate::Expression as E;
use crate::benchmarks::sources::{DISCIPLINE_GUIDE, MEASURING_GUIDE, PRACTICAL_GUIDE, PUBLISHED_PRACTICE};
use crate::{Constant, Direction, Kind, Range, Role, Term, Unit, WhenZero};

panel! {
    "unit-economics" "Unit economics"

    /// LTV:CAC: lifetime value ÷ customer acquisition cost (catalogue M20).
    LTV_CAC {
        slug: "ltv-cac",
        term: "LTV : CAC",
        abbreviation: None,
        plain: "What a customer returns on its cost",
        meaning: "The margin that a customer brings in over its lifetime, for each unit spent to win it.",
        unit: Unit::Multiple,
        kind: Kind::RATIO,
        role: Role::Main,
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::Quotient {
            over: &E::Metric(&LIFETIME_VALUE),
            under: &E::Metric(&ACQUISITION_COST),
            when_zero: WhenZero::NoBase,
        },
        improved_by: &[&ACQUISITION_SPEND, &GROSS_MARGIN],
        sources: &[&MEASURING_GUIDE, &PRACTICAL_GUIDE, &DISCIPLINE_GUIDE],
    }

    /// Lifetime value on margin: ARPA × gross margin ÷ logo churn (catalogue M18, C30, C31).
    ///
    /// ARPA is monthly and churn is per window, so the span of windows is counted in months.
    LIFETIME_VALUE {
        slug: "lifetime-value",
        term: "Lifetime value, on margin",
        abbreviation: Some("LTV"),
        plain: "What a customer is worth",
        meaning: "The gross margin that an average customer brings in before it leaves, if churn stays as it is.",
        unit: Unit::Money,
        kind: Kind::MONEY_PER_CUSTOMER,
        role: Role::Main,
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::InMonths(&E::Quotient {
            over: &E::Product(&[E::Metric(&REVENUE_PER_ACCOUNT), E::Figure(&GROSS_MARGIN)]),
            under: &E::Metric(&LOGO_CHURN),
            when_zero: WhenZero::NoChurn,
        }),
        improved_by: &[&GROSS_MARGIN],
        sources: &[&MEASURING_GUIDE],
    }

    /// Customer acquisition cost: sales and marketing spend ÷ new customers (catalogue M21).
    ACQUISITION_COST {
        slug: "acquisition-cost",
        term: "Customer acquisition cost",
        abbreviation: Some("CAC"),
        plain: "What a customer costs to win",
        meaning: "All sales and marketing spend of the window, spread over the customers who joined in it.",
        unit: Unit::Money,
        kind: Kind::MONEY_PER_CUSTOMER,
        role: Role::Main,
        direction: Direction::Lower,
        range: Range::FromZero,
        formula: E::Quotient {
            over: &E::Figure(&ACQUISITION_SPEND),
            under: &E::Figure(&NEW_CUSTOMERS),
            when_zero: WhenZero::NoBase,
        },
        improved_by: &[&ACQUISITION_SPEND],
        sources: &[&PRACTICAL_GUIDE],
    }

    /// CAC payback on margin: CAC ÷ (ARPA × gross margin), in months (`definitions.md` D11).
    CAC_PAYBACK {
        slug: "cac-payback",
        term: "CAC payback, on margin",
        abbreviation: None,
        plain: "Months to earn that cost back",
        meaning: "How many months of gross margin it takes to earn back what an average customer cost to win.",
        unit: Unit::Months,
        kind: Kind::MONTHS,
        role: Role::Main,
        direction: Direction::Lower,
        range: Range::FromZero,
        formula: E::Quotient {
            over: &E::Metric(&ACQUISITION_COST),
            under: &E::Product(&[E::Metric(&REVENUE_PER_ACCOUNT), E::Figure(&GROSS_MARGIN)]),
            when_zero: WhenZero::Never,
        },
        improved_by: &[&ACQUISITION_SPEND, &GROSS_MARGIN],
        sources: &[&MEASURING_GUIDE],
    }

    /// Average revenue per account: MRR ÷ customers, both at the end of the window (catalogue M22, D13).
    REVENUE_PER_ACCOUNT {
        slug: "revenue-per-account",
        term: "Average revenue per account",
        abbreviation: Some("ARPA"),
        plain: "What a customer pays each month",
        meaning: "Monthly recurring revenue at the end of the window, spread over the customers there are then.",
        unit: Unit::MoneyPerMonth,
        kind: Kind::MRR_PER_CUSTOMER,
        role: Role::Main,
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::Quotient {
            over: &E::Metric(&CLOSING_MRR),
            under: &E::Metric(&CLOSING_CUSTOMERS),
            when_zero: WhenZero::NoBase,
        },
        improved_by: &[&EXPANSION_MRR],
        sources: &[&MEASURING_GUIDE],
    }

    /// Customer lifetime: 1 ÷ logo churn, in months (catalogue M19).
    CUSTOMER_LIFETIME {
        slug: "customer-lifetime",
        term: "Customer lifetime",
        abbreviation: None,
        plain: "How long a customer stays",
        meaning: "How many months an average customer stays, if churn stays as it is.",
        unit: Unit::Months,
        kind: Kind::MONTHS,
        role: Role::Main,
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::InMonths(&E::Quotient {
            over: &E::Constant(Constant::ONE),
            under: &E::Metric(&LOGO_CHURN),
            when_zero: WhenZero::NoChurn,
        }),
        improved_by: &[&LOST_CUSTOMERS],
        sources: &[&MEASURING_GUIDE],
    }

    /// Lifetime value by years: annual gross margin per customer × years it stays (catalogue M18, source 001).
    LIFETIME_VALUE_BY_YEARS {
        slug: "lifetime-value-by-years",
        term: "Lifetime value, by years of lifetime",
        abbreviation: None,
        plain: "What a customer is worth, if you know how long it stays",
        meaning: "A year's gross margin of an average customer, times the years it stays; churn plays no part.",
        unit: Unit::Money,
        kind: Kind::MONEY_PER_CUSTOMER,
        role: Role::VariantOf(&LIFETIME_VALUE),
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::Product(&[
            E::Metric(&ANNUAL_MARGIN),
            E::Figure(&LIFETIME_YEARS),
        ]),
        improved_by: &[&LIFETIME_YEARS, &GROSS_MARGIN],
        sources: &[&PRACTICAL_GUIDE],
    }

    /// Lifetime value on revenue: ARPA ÷ logo churn, no margin (source 002, catalogue C30).
    LIFETIME_VALUE_ON_REVENUE {
        slug: "lifetime-value-on-revenue",
        term: "Lifetime value, on revenue",
        abbreviation: None,
        plain: "What a customer pays over its lifetime",
        meaning: "All that an average customer pays before it leaves. What it costs to serve it is not taken off, so it is no measure of what may be spent to win it.",
        unit: Unit::Money,
        kind: Kind::MONEY_PER_CUSTOMER,
        role: Role::VariantOf(&LIFETIME_VALUE),
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::InMonths(&E::Quotient { over: &E::Metric(&REVENUE_PER_ACCOUNT), under: &E::Metric(&LOGO_CHURN), when_zero: WhenZero::NoChurn }),
        improved_by: &[],
        sources: &[&DISCIPLINE_GUIDE],
    }

    /// Lifetime value that ends after some years and is discounted (`definitions.md` D8): it has a value where nobody left.
    LIFETIME_VALUE_CAPPED {
        slug: "lifetime-value-capped",
        term: "Lifetime value, capped and discounted",
        abbreviation: None,
        plain: "What a customer is worth within a few years",
        meaning: "The gross margin that an average customer brings in within the years that count, later payments counting less. It has a value even where nobody left.",
        unit: Unit::Money,
        kind: Kind::MONEY_PER_CUSTOMER,
        role: Role::VariantOf(&LIFETIME_VALUE),
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::Product(&[E::Metric(&REVENUE_PER_ACCOUNT), E::Figure(&GROSS_MARGIN), E::WindowMonths, E::GeometricSum { ratio: &E::Quotient { over: &E::Metric(&CUSTOMER_RETENTION), under: &E::FromYear(&E::Sum(&[Term::Plus(E::Constant(Constant::ONE)), Term::Plus(E::Figure(&DISCOUNT_RATE))])), when_zero: WhenZero::NoBase }, years: &E::Figure(&HORIZON_YEARS), endless: false }]),
        improved_by: &[&GROSS_MARGIN],
        sources: &[&PUBLISHED_PRACTICE],
    }

    /// Lifetime value with the expansion of those who stay, discounted (`definitions.md` D9).
    LIFETIME_VALUE_WITH_EXPANSION {
        slug: "lifetime-value-with-expansion",
        term: "Lifetime value, with expansion, discounted",
        abbreviation: None,
        plain: "What a customer is worth as it grows",
        meaning: "The gross margin that a customer brings in if those who stay go on growing as they do now, later payments counting less. Where growth outruns churn it stops after the years that count.",
        unit: Unit::Money,
        kind: Kind::MONEY_PER_CUSTOMER,
        role: Role::VariantOf(&LIFETIME_VALUE),
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::Product(&[E::Metric(&REVENUE_PER_ACCOUNT), E::Figure(&GROSS_MARGIN), E::WindowMonths, E::GeometricSum { ratio: &E::Quotient { over: &E::Product(&[E::Metric(&CUSTOMER_RETENTION), E::Sum(&[Term::Plus(E::Constant(Constant::ONE)), Term::Plus(E::Metric(&SURVIVOR_EXPANSION))])]), under: &E::FromYear(&E::Sum(&[Term::Plus(E::Constant(Constant::ONE)), Term::Plus(E::Figure(&DISCOUNT_RATE))])), when_zero: WhenZero::NoBase }, years: &E::Figure(&HORIZON_YEARS), endless: true }]),
        improved_by: &[&GROSS_MARGIN],
        sources: &[&PUBLISHED_PRACTICE],
    }

    /// CAC payback on revenue: CAC ÷ ARPA, in months (`definitions.md` D11).
    CAC_PAYBACK_ON_REVENUE {
        slug: "cac-payback-on-revenue",
        term: "CAC payback, on revenue",
        abbreviation: None,
        plain: "Months of revenue to match that cost",
        meaning: "How many months of revenue equal what an average customer cost to win. It looks shorter than payback on margin, because serving the customer costs nothing here.",
        unit: Unit::Months,
        kind: Kind::MONTHS,
        role: Role::VariantOf(&CAC_PAYBACK),
        direction: Direction::Lower,
        range: Range::FromZero,
        formula: E::Quotient { over: &E::Metric(&ACQUISITION_COST), under: &E::Metric(&REVENUE_PER_ACCOUNT), when_zero: WhenZero::Never },
        improved_by: &[&ACQUISITION_SPEND],
        sources: &[&PUBLISHED_PRACTICE],
    }

    /// SaaS quick ratio: (new + expansion + reactivated) ÷ (contraction + churned) MRR (`conventions.md`).
    QUICK_RATIO {
        slug: "quick-ratio",
        term: "Quick ratio",
        abbreviation: None,
        plain: "Revenue won for each unit lost",
        meaning: "How much monthly revenue you won in the window for each unit that you lost.",
        unit: Unit::Multiple,
        kind: Kind::RATIO,
        role: Role::Main,
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::Quotient { over: &E::Sum(&[Term::Plus(E::Figure(&NEW_MRR)), Term::Plus(E::Figure(&EXPANSION_MRR)), Term::Plus(E::Figure(&REACTIVATED_MRR))]), under: &E::Sum(&[Term::Plus(E::Figure(&CONTRACTION_MRR)), Term::Plus(E::Figure(&CHURNED_MRR))]), when_zero: WhenZero::NoLosses },
        improved_by: &[&NEW_MRR, &EXPANSION_MRR],
        sources: &[&PUBLISHED_PRACTICE],
    }

    /// Average selling price: new MRR ÷ new customers (`definitions.md` D13). First purchases only.
    SELLING_PRICE {
        slug: "selling-price",
        term: "Average selling price",
        abbreviation: Some("ASP"),
        plain: "What a new customer pays each month",
        meaning: "What customers who joined in the window pay a month, on average. Beside the revenue per account it shows whether new customers are smaller than old ones.",
        unit: Unit::MoneyPerMonth,
        kind: Kind::MRR_PER_CUSTOMER,
        role: Role::Main,
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::Quotient { over: &E::Figure(&NEW_MRR), under: &E::Figure(&NEW_CUSTOMERS), when_zero: WhenZero::NoBase },
        improved_by: &[&NEW_MRR],
        sources: &[&PUBLISHED_PRACTICE],
    }
}
