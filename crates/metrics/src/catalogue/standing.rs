//! Where things stand at the end of the window, on which other metrics rest. A new metric is a row here.

use super::figures::{
    CHURNED_MRR, CONTRACTION_MRR, EXPANSION_MRR, GROSS_MARGIN, LOST_CUSTOMERS, NEW_CUSTOMERS, NEW_MRR,
    REACTIVATED_CUSTOMERS, REACTIVATED_MRR, START_CUSTOMERS, START_MRR,
};
use super::panel;
use super::unit_economics::REVENUE_PER_ACCOUNT;
use crate::Expression as E;
use crate::benchmarks::sources::{BENCHMARK_SURVEY, MEASURING_GUIDE, PRACTICAL_GUIDE};
use crate::{Constant, Direction, Kind, Range, Role, Term, Unit};

panel! {
    "standing" "Where you stand now"

    /// Annual gross margin per customer: ARPA × 12 × gross margin (source 001, catalogue A7).
    ANNUAL_MARGIN {
        slug: "annual-margin",
        term: "Annual gross margin per customer",
        abbreviation: None,
        plain: "What a customer leaves you each year",
        meaning: "What an average customer pays in a year, less what delivering the service costs.",
        unit: Unit::Money,
        kind: Kind::ANNUAL_MONEY_PER_CUSTOMER,
        role: Role::Main,
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::Product(&[
            E::Metric(&REVENUE_PER_ACCOUNT),
            E::Constant(Constant::MONTHS_PER_YEAR),
            E::Figure(&GROSS_MARGIN),
        ]),
        improved_by: &[&GROSS_MARGIN],
        sources: &[&PRACTICAL_GUIDE],
    }

    /// MRR at the end: start + new + reactivated + expansion − contraction − churn, the month's bridge.
    CLOSING_MRR {
        slug: "closing-mrr",
        term: "MRR at the end",
        abbreviation: None,
        plain: "Where your monthly revenue stands now",
        meaning: "Monthly recurring revenue once everything that happened in the window is counted.",
        unit: Unit::MoneyPerMonth,
        kind: Kind::MRR_CLOSING,
        role: Role::Main,
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::Sum(&[
            Term::Plus(E::Figure(&START_MRR)),
            Term::Plus(E::Figure(&NEW_MRR)),
            Term::Plus(E::Figure(&REACTIVATED_MRR)),
            Term::Plus(E::Figure(&EXPANSION_MRR)),
            Term::Minus(E::Figure(&CONTRACTION_MRR)),
            Term::Minus(E::Figure(&CHURNED_MRR)),
        ]),
        improved_by: &[&NEW_MRR],
        sources: &[&MEASURING_GUIDE],
    }

    /// Customers at the end: start + new + came back − lost.
    CLOSING_CUSTOMERS {
        slug: "closing-customers",
        term: "Customers at the end",
        abbreviation: None,
        plain: "How many customers you have now",
        meaning: "Paying customers once joiners and leavers of the window are counted.",
        unit: Unit::Customers,
        kind: Kind::CUSTOMERS_CLOSING,
        role: Role::Main,
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::Sum(&[
            Term::Plus(E::Figure(&START_CUSTOMERS)),
            Term::Plus(E::Figure(&NEW_CUSTOMERS)),
            Term::Plus(E::Figure(&REACTIVATED_CUSTOMERS)),
            Term::Minus(E::Figure(&LOST_CUSTOMERS)),
        ]),
        improved_by: &[&NEW_CUSTOMERS],
        sources: &[&MEASURING_GUIDE],
    }

    /// ARR at the end: MRR at the end × 12 (`definitions.md` D16).
    CLOSING_ARR {
        slug: "closing-arr",
        term: "ARR at the end",
        abbreviation: None,
        plain: "What your revenue comes to in a year",
        meaning: "Monthly recurring revenue at the end of the window, times twelve: what a year brings if nothing changes.",
        unit: Unit::MoneyPerYear,
        kind: Kind::ARR_CLOSING,
        role: Role::Main,
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::Product(&[E::Metric(&CLOSING_MRR), E::Constant(Constant::MONTHS_PER_YEAR)]),
        improved_by: &[&NEW_MRR],
        sources: &[&BENCHMARK_SURVEY],
    }
}
