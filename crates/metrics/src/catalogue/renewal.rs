//! Renewal: what comes up, and what is renewed. A new metric is a row here.

use super::figures::{DUE_ARR, DUE_CONTRACTS, FORECAST_ARR, RENEWAL_DAYS, RENEWED_ARR, RENEWED_CONTRACTS};
use super::panel;
use crate::Expression as E;
use crate::benchmarks::sources::METRIC_REFERENCE;
use crate::{Constant, Direction, Kind, Range, Role, Term, Unit, WhenZero};

panel! {
    "renewal" "Renewal"

    /// Contracts renewed ÷ contracts up for renewal (catalogue M14).
    RENEWAL_RATE_BY_LOGO {
        slug: "renewal-rate-by-logo",
        term: "Renewal rate, by contracts",
        abbreviation: None,
        plain: "Contracts that were renewed",
        meaning: "The share of the contracts that came up in the window that were renewed, each counting as one.",
        unit: Unit::Percent,
        kind: Kind::RATIO,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::Share,
        formula: E::Quotient { over: &E::Figure(&RENEWED_CONTRACTS), under: &E::Figure(&DUE_CONTRACTS), when_zero: WhenZero::NoBase },
        improved_by: &[&RENEWED_CONTRACTS],
        sources: &[&METRIC_REFERENCE],
    }

    /// ARR renewed ÷ ARR up for renewal (catalogue M15). What is renewed for more counts as expansion.
    RENEWAL_RATE_BY_VALUE {
        slug: "renewal-rate-by-value",
        term: "Renewal rate, by value",
        abbreviation: None,
        plain: "Revenue that was renewed",
        meaning: "The share of the annual revenue that came up in the window that was renewed.",
        unit: Unit::Percent,
        kind: Kind::RATIO,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::Share,
        formula: E::Quotient { over: &E::Figure(&RENEWED_ARR), under: &E::Figure(&DUE_ARR), when_zero: WhenZero::NoBase },
        improved_by: &[&RENEWED_ARR],
        sources: &[&METRIC_REFERENCE],
    }

    /// 1 − |forecast − renewed| ÷ renewed (catalogue M16, C40). Below zero where the miss is larger than what was renewed.
    FORECAST_ACCURACY {
        slug: "renewal-forecast-accuracy",
        term: "Renewal forecast accuracy",
        abbreviation: None,
        plain: "How well renewals were foreseen",
        meaning: "How close the forecast of renewals came to what was renewed. It falls below zero where it missed by more than there was.",
        unit: Unit::Percent,
        kind: Kind::RATIO,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::Any,
        formula: E::Sum(&[Term::Plus(E::Constant(Constant::WHOLE)), Term::Minus(E::Quotient { over: &E::Absolute(&E::Sum(&[Term::Plus(E::Figure(&FORECAST_ARR)), Term::Minus(E::Figure(&RENEWED_ARR))])), under: &E::Figure(&RENEWED_ARR), when_zero: WhenZero::NoBase })]),
        improved_by: &[],
        sources: &[&METRIC_REFERENCE],
    }

    /// Average days until the renewals ahead (catalogue M17).
    DAYS_TO_RENEWAL {
        slug: "days-to-renewal",
        term: "Days to renewal",
        abbreviation: None,
        plain: "Days until contracts come up",
        meaning: "How many days lie ahead until contracts come up, on average. Many at once strain the team.",
        unit: Unit::Days,
        kind: Kind::DAYS,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::Figure(&RENEWAL_DAYS),
        improved_by: &[],
        sources: &[&METRIC_REFERENCE],
    }
}
