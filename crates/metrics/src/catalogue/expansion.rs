//! Expansion: what existing customers add. A new metric is a row here.

use super::figures::{
    ACTIVE_SEATS, CHURNED_MRR, CROSS_SOLD_CUSTOMERS, ELIGIBLE_FOR_UPGRADE, EXPANSION_MRR, LICENSED_SEATS,
    NEW_MRR, POTENTIAL_USERS, START_CUSTOMERS, START_MRR, UPGRADED_CUSTOMERS,
};
use super::panel;
use super::standing::CLOSING_MRR;
use crate::Expression as E;
use crate::benchmarks::sources::{
    BENCHMARK_SURVEY, MEASURING_GUIDE, METRIC_REFERENCE, PRACTICAL_GUIDE, PUBLISHED_PRACTICE,
};
use crate::{Direction, Kind, Range, Role, Term, Unit, WhenZero};

panel! {
    "expansion" "Expansion"

    /// Expansion MRR ÷ MRR at the start (catalogue M9, C5). Over a year it is added up, never compounded.
    EXPANSION_RATE {
        slug: "expansion-rate",
        term: "Expansion rate, on starting revenue",
        abbreviation: None,
        plain: "Upsells, measured on the revenue you started with",
        meaning: "What your customers from the start came to pay more, for each unit they paid then.",
        unit: Unit::Percent,
        kind: Kind::RATE,
        role: Role::Main,
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::Quotient { over: &E::Figure(&EXPANSION_MRR), under: &E::Figure(&START_MRR), when_zero: WhenZero::NoBase },
        improved_by: &[&EXPANSION_MRR],
        sources: &[&METRIC_REFERENCE],
    }

    /// Expansion MRR ÷ MRR at the end (catalogue M10). A metric of its own with bands of its own (C4).
    EXPANSION_SHARE_OF_REVENUE {
        slug: "expansion-share-of-revenue",
        term: "Expansion, as a share of total revenue",
        abbreviation: None,
        plain: "Upsells, measured on all revenue",
        meaning: "How much of all revenue at the end came from upsells of the window.",
        unit: Unit::Percent,
        kind: Kind::RATE,
        role: Role::Main,
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::Quotient { over: &E::Figure(&EXPANSION_MRR), under: &E::Metric(&CLOSING_MRR), when_zero: WhenZero::NoBase },
        improved_by: &[],
        sources: &[&BENCHMARK_SURVEY],
    }

    /// Expansion ÷ (expansion + new) (catalogue M11).
    EXPANSION_SHARE_OF_GROWTH {
        slug: "expansion-share-of-growth",
        term: "Expansion, as a share of growth",
        abbreviation: None,
        plain: "Growth that comes from existing customers",
        meaning: "How much of what you won in the window came from customers that you had already.",
        unit: Unit::Percent,
        kind: Kind::RATIO,
        role: Role::Main,
        direction: Direction::Higher,
        range: Range::Share,
        formula: E::Quotient { over: &E::Figure(&EXPANSION_MRR), under: &E::Sum(&[Term::Plus(E::Figure(&EXPANSION_MRR)), Term::Plus(E::Figure(&NEW_MRR))]), when_zero: WhenZero::NoBase },
        improved_by: &[],
        sources: &[&METRIC_REFERENCE],
    }

    /// Expansion MRR ÷ (MRR at the start − churned MRR): growth of those who stayed (`definitions.md` D9).
    SURVIVOR_EXPANSION {
        slug: "survivor-expansion",
        term: "Expansion of those who stayed",
        abbreviation: None,
        plain: "How much those who stayed grew",
        meaning: "What customers who stayed came to pay more, for each unit that they paid at the start.",
        unit: Unit::Percent,
        kind: Kind::RATE,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::Quotient { over: &E::Figure(&EXPANSION_MRR), under: &E::Sum(&[Term::Plus(E::Figure(&START_MRR)), Term::Minus(E::Figure(&CHURNED_MRR))]), when_zero: WhenZero::NoBase },
        improved_by: &[&EXPANSION_MRR],
        sources: &[&PUBLISHED_PRACTICE],
    }

    /// Customers who upgraded ÷ customers who could (catalogue M12).
    UPSELL_RATE {
        slug: "upsell-rate",
        term: "Upsell rate",
        abbreviation: None,
        plain: "Customers who moved to a higher plan",
        meaning: "The share of the customers who could take a higher plan who did.",
        unit: Unit::Percent,
        kind: Kind::RATE,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::Quotient { over: &E::Figure(&UPGRADED_CUSTOMERS), under: &E::Figure(&ELIGIBLE_FOR_UPGRADE), when_zero: WhenZero::NoBase },
        improved_by: &[&UPGRADED_CUSTOMERS],
        sources: &[&METRIC_REFERENCE],
    }

    /// Customers who bought one more product ÷ customers at the start (catalogue M13).
    CROSS_SELL_RATE {
        slug: "cross-sell-rate",
        term: "Cross-sell rate",
        abbreviation: None,
        plain: "Customers who bought another product",
        meaning: "The share of the customers you started with who bought another product.",
        unit: Unit::Percent,
        kind: Kind::RATE,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::Quotient { over: &E::Figure(&CROSS_SOLD_CUSTOMERS), under: &E::Figure(&START_CUSTOMERS), when_zero: WhenZero::NoBase },
        improved_by: &[&CROSS_SOLD_CUSTOMERS],
        sources: &[&METRIC_REFERENCE],
    }

    /// Seats in use ÷ seats paid for (catalogue M39, C35).
    SEAT_UTILISATION {
        slug: "seat-utilisation",
        term: "Seat utilisation",
        abbreviation: None,
        plain: "Paid seats that are used",
        meaning: "The share of paid seats in use. Near full, a customer is ready for more; half empty, it will ask why it pays.",
        unit: Unit::Percent,
        kind: Kind::RATIO,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::Share,
        formula: E::Quotient { over: &E::Figure(&ACTIVE_SEATS), under: &E::Figure(&LICENSED_SEATS), when_zero: WhenZero::NoBase },
        improved_by: &[&ACTIVE_SEATS],
        sources: &[&MEASURING_GUIDE, &PRACTICAL_GUIDE, &BENCHMARK_SURVEY],
    }

    /// Seats paid for ÷ possible users (catalogue C35).
    SEAT_PENETRATION {
        slug: "seat-penetration",
        term: "Seat penetration",
        abbreviation: None,
        plain: "Possible users who have a seat",
        meaning: "The share of the people who could use the product for whom a seat is paid. A low share is room to grow.",
        unit: Unit::Percent,
        kind: Kind::RATIO,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::Share,
        formula: E::Quotient { over: &E::Figure(&LICENSED_SEATS), under: &E::Figure(&POTENTIAL_USERS), when_zero: WhenZero::NoBase },
        improved_by: &[],
        sources: &[&MEASURING_GUIDE],
    }
}
