//! Unit economics: what a customer is worth, and what it costs to win one. A new metric is a row here.

use super::figures::{
    ACQUISITION_SPEND, EXPANSION_MRR, GROSS_MARGIN, LIFETIME_YEARS, LOST_CUSTOMERS, NEW_CUSTOMERS,
};
use super::panel;
use super::retention::LOGO_CHURN;
use super::standing::{ANNUAL_MARGIN, CLOSING_CUSTOMERS, CLOSING_MRR};
use crate::Expression as E;
use crate::benchmarks::sources::{DISCIPLINE_GUIDE, MEASURING_GUIDE, PRACTICAL_GUIDE};
use crate::{Constant, Direction, Kind, Range, Unit, WhenZero};

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
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::Product(&[
            E::Metric(&ANNUAL_MARGIN),
            E::Figure(&LIFETIME_YEARS),
        ]),
        improved_by: &[&LIFETIME_YEARS, &GROSS_MARGIN],
        sources: &[&PRACTICAL_GUIDE],
    }
}
