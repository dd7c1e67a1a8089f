//! What health means in money, and what a team has time for. The health lab shows these; the calculator has no fields for them, so they are
//! in no panel of its own, and cost its page nothing.

use super::figures::{
    BASE_ARR, BASE_ARR_KEPT, BASE_ARR_NOW, GREEN_ARR, GREEN_CHANCE, RED_ARR, RED_BASE_ARR_KEPT,
    RED_BASE_ARR_NOW, RED_CHANCE, SAVED_ARR, SAVED_BASE_ARR_KEPT, SAVED_BASE_ARR_NOW, YELLOW_ARR,
    YELLOW_CHANCE,
};
use super::panel;
use super::productivity::{ACCOUNTS_PER_CSM, CSM_CAPACITY};
use crate::Expression as E;
use crate::benchmarks::sources::{BENCHMARK_SURVEY, METRIC_REFERENCE, PUBLISHED_PRACTICE};
use crate::{Direction, Kind, Range, Role, Term, Unit, WhenZero};

/// The ARR of all accounts that have a score.
static SCORED_ARR: E = E::Sum(&[
    Term::Plus(E::Figure(&RED_ARR)),
    Term::Plus(E::Figure(&YELLOW_ARR)),
    Term::Plus(E::Figure(&GREEN_ARR)),
]);

panel! {
    "portfolio" "Health in money"

    /// ARR of red accounts ÷ ARR of all scored accounts.
    AT_RISK_ARR_SHARE {
        slug: "at-risk-arr-share",
        term: "At-risk share of ARR",
        abbreviation: None,
        plain: "Revenue at risk",
        meaning: "How much of the annual revenue of the scored accounts comes from those at risk.",
        unit: Unit::Percent,
        kind: Kind::RATIO,
        role: Role::More,
        direction: Direction::Lower,
        range: Range::Share,
        formula: E::Quotient { over: &E::Figure(&RED_ARR), under: &SCORED_ARR, when_zero: WhenZero::NoBase },
        improved_by: &[],
        sources: &[&METRIC_REFERENCE],
    }

    /// ARR now of those who were there at the start ÷ their ARR then (`conventions.md`, "Ledger").
    NRR_OF_ACCOUNTS {
        slug: "nrr-of-accounts",
        term: "Net revenue retention of these accounts",
        abbreviation: Some("NRR"),
        plain: "Revenue these accounts kept, upsells included",
        meaning: "What the accounts of the start pay now, for each unit they paid then.",
        unit: Unit::Percent,
        kind: Kind::KEPT,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::Quotient { over: &E::Figure(&BASE_ARR_NOW), under: &E::Figure(&BASE_ARR), when_zero: WhenZero::NoBase },
        improved_by: &[],
        sources: &[&BENCHMARK_SURVEY, &PUBLISHED_PRACTICE],
    }

    /// The same without upsells: Σ min(now, then) ÷ ARR then.
    GRR_OF_ACCOUNTS {
        slug: "grr-of-accounts",
        term: "Gross revenue retention of these accounts",
        abbreviation: Some("GRR"),
        plain: "Revenue these accounts kept, without upsells",
        meaning: "What is left of what the accounts of the start paid then, upsells not counted.",
        unit: Unit::Percent,
        kind: Kind::KEPT,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::Share,
        formula: E::Quotient { over: &E::Figure(&BASE_ARR_KEPT), under: &E::Figure(&BASE_ARR), when_zero: WhenZero::NoBase },
        improved_by: &[],
        sources: &[&BENCHMARK_SURVEY, &PUBLISHED_PRACTICE],
    }

    /// NRR if every red account left: (ARR now − ARR now of red ones) ÷ ARR then.
    NRR_WITHOUT_RED {
        slug: "nrr-without-red",
        term: "Net revenue retention without red accounts",
        abbreviation: None,
        plain: "Revenue kept if every red account left",
        meaning: "What net revenue retention of these accounts would come to if everyone at risk left.",
        unit: Unit::Percent,
        kind: Kind::KEPT,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::Quotient { over: &E::Sum(&[Term::Plus(E::Figure(&BASE_ARR_NOW)), Term::Minus(E::Figure(&RED_BASE_ARR_NOW))]), under: &E::Figure(&BASE_ARR), when_zero: WhenZero::NoBase },
        improved_by: &[],
        sources: &[&BENCHMARK_SURVEY, &PUBLISHED_PRACTICE],
    }

    /// GRR if every red account left: (ARR kept − ARR kept of red ones) ÷ ARR then.
    GRR_WITHOUT_RED {
        slug: "grr-without-red",
        term: "Gross revenue retention without red accounts",
        abbreviation: None,
        plain: "Revenue kept without upsells if every red account left",
        meaning: "What gross revenue retention of these accounts would come to if everyone at risk left.",
        unit: Unit::Percent,
        kind: Kind::KEPT,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::Share,
        formula: E::Quotient { over: &E::Sum(&[Term::Plus(E::Figure(&BASE_ARR_KEPT)), Term::Minus(E::Figure(&RED_BASE_ARR_KEPT))]), under: &E::Figure(&BASE_ARR), when_zero: WhenZero::NoBase },
        improved_by: &[],
        sources: &[&BENCHMARK_SURVEY, &PUBLISHED_PRACTICE],
    }

    /// NRR if every red account left but those that are saved.
    NRR_WITH_SAVED {
        slug: "nrr-with-saved",
        term: "Net revenue retention with the saved accounts",
        abbreviation: None,
        plain: "Revenue kept if only the saved red accounts stayed",
        meaning: "What net revenue retention would come to if everyone at risk left but those you save.",
        unit: Unit::Percent,
        kind: Kind::KEPT,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::Quotient { over: &E::Sum(&[Term::Plus(E::Figure(&BASE_ARR_NOW)), Term::Minus(E::Figure(&RED_BASE_ARR_NOW)), Term::Plus(E::Figure(&SAVED_BASE_ARR_NOW))]), under: &E::Figure(&BASE_ARR), when_zero: WhenZero::NoBase },
        improved_by: &[],
        sources: &[&BENCHMARK_SURVEY, &PUBLISHED_PRACTICE],
    }

    /// GRR if every red account left but those that are saved.
    GRR_WITH_SAVED {
        slug: "grr-with-saved",
        term: "Gross revenue retention with the saved accounts",
        abbreviation: None,
        plain: "Revenue kept without upsells if only the saved red accounts stayed",
        meaning: "What gross revenue retention would come to if everyone at risk left but those you save.",
        unit: Unit::Percent,
        kind: Kind::KEPT,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::Share,
        formula: E::Quotient { over: &E::Sum(&[Term::Plus(E::Figure(&BASE_ARR_KEPT)), Term::Minus(E::Figure(&RED_BASE_ARR_KEPT)), Term::Plus(E::Figure(&SAVED_BASE_ARR_KEPT))]), under: &E::Figure(&BASE_ARR), when_zero: WhenZero::NoBase },
        improved_by: &[],
        sources: &[&BENCHMARK_SURVEY, &PUBLISHED_PRACTICE],
    }

    /// ARR of red accounts × how likely they leave.
    EXPECTED_RED_LOSS {
        slug: "expected-red-loss",
        term: "Expected loss, red",
        abbreviation: None,
        plain: "Revenue you expect to lose of red accounts",
        meaning: "What red accounts pay, times the chance that one of them leaves.",
        unit: Unit::MoneyPerYear,
        kind: Kind::ARR_FLOW,
        role: Role::More,
        direction: Direction::Lower,
        range: Range::FromZero,
        formula: E::Product(&[E::Figure(&RED_ARR), E::Figure(&RED_CHANCE)]),
        improved_by: &[&RED_CHANCE],
        sources: &[&PUBLISHED_PRACTICE],
    }

    /// ARR of yellow accounts × how likely they leave.
    EXPECTED_YELLOW_LOSS {
        slug: "expected-yellow-loss",
        term: "Expected loss, yellow",
        abbreviation: None,
        plain: "Revenue you expect to lose of yellow accounts",
        meaning: "What yellow accounts pay, times the chance that one of them leaves.",
        unit: Unit::MoneyPerYear,
        kind: Kind::ARR_FLOW,
        role: Role::More,
        direction: Direction::Lower,
        range: Range::FromZero,
        formula: E::Product(&[E::Figure(&YELLOW_ARR), E::Figure(&YELLOW_CHANCE)]),
        improved_by: &[&YELLOW_CHANCE],
        sources: &[&PUBLISHED_PRACTICE],
    }

    /// ARR of green accounts × how likely they leave.
    EXPECTED_GREEN_LOSS {
        slug: "expected-green-loss",
        term: "Expected loss, green",
        abbreviation: None,
        plain: "Revenue you expect to lose of green accounts",
        meaning: "What green accounts pay, times the chance that one of them leaves.",
        unit: Unit::MoneyPerYear,
        kind: Kind::ARR_FLOW,
        role: Role::More,
        direction: Direction::Lower,
        range: Range::FromZero,
        formula: E::Product(&[E::Figure(&GREEN_ARR), E::Figure(&GREEN_CHANCE)]),
        improved_by: &[&GREEN_CHANCE],
        sources: &[&PUBLISHED_PRACTICE],
    }

    /// The expected losses of the three classes together.
    EXPECTED_LOSS {
        slug: "expected-loss",
        term: "Expected loss",
        abbreviation: None,
        plain: "Revenue you expect to lose",
        meaning: "What each class pays, times the chance that one of its accounts leaves, added up.",
        unit: Unit::MoneyPerYear,
        kind: Kind::ARR_FLOW,
        role: Role::More,
        direction: Direction::Lower,
        range: Range::FromZero,
        formula: E::Sum(&[Term::Plus(E::Metric(&EXPECTED_RED_LOSS)), Term::Plus(E::Metric(&EXPECTED_YELLOW_LOSS)), Term::Plus(E::Metric(&EXPECTED_GREEN_LOSS))]),
        improved_by: &[],
        sources: &[&PUBLISHED_PRACTICE],
    }

    /// Expected loss ÷ ARR of all scored accounts.
    EXPECTED_LOSS_SHARE {
        slug: "expected-loss-share",
        term: "Expected loss, share of ARR",
        abbreviation: None,
        plain: "Share of revenue you expect to lose",
        meaning: "How much of the annual revenue of the scored accounts you expect to lose in the window.",
        unit: Unit::Percent,
        kind: Kind::RATE,
        role: Role::More,
        direction: Direction::Lower,
        range: Range::Share,
        formula: E::Quotient { over: &E::Metric(&EXPECTED_LOSS), under: &SCORED_ARR, when_zero: WhenZero::NoBase },
        improved_by: &[],
        sources: &[&PUBLISHED_PRACTICE],
    }

    /// ARR of the accounts to save × how likely a red account leaves: what saving them is worth, compared with leaving them alone.
    VALUE_OF_SAVING {
        slug: "value-of-saving",
        term: "Value of saving the largest",
        abbreviation: None,
        plain: "Revenue that saving the largest red accounts keeps",
        meaning: "What the largest red accounts pay, times the chance that they leave if nobody does anything.",
        unit: Unit::MoneyPerYear,
        kind: Kind::ARR_FLOW,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::Product(&[E::Figure(&SAVED_ARR), E::Figure(&RED_CHANCE)]),
        improved_by: &[],
        sources: &[&PUBLISHED_PRACTICE],
    }

    /// Accounts per manager ÷ accounts that one manager has time for (catalogue M41).
    CAPACITY_USED {
        slug: "capacity-used",
        term: "Capacity in use",
        abbreviation: None,
        plain: "How much of the time for customers is taken",
        meaning: "The accounts of a manager for each that there is time for, if two thirds of the time go to customers. Above 100 % there is too little.",
        unit: Unit::Percent,
        kind: Kind::RATIO,
        role: Role::More,
        direction: Direction::Lower,
        range: Range::FromZero,
        formula: E::Quotient { over: &E::Metric(&ACCOUNTS_PER_CSM), under: &E::Metric(&CSM_CAPACITY), when_zero: WhenZero::NoBase },
        improved_by: &[],
        sources: &[&METRIC_REFERENCE],
    }
}
