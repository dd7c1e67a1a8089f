//! The team: how much each looks after, and how many it takes. A new metric is a row here.

use super::figures::{
    HOURS_PER_ACCOUNT, HOURS_PER_MANAGER, MANAGED_ARR, MANAGED_CUSTOMERS, MANAGERS, TEAM_COST,
};
use super::panel;
use crate::Expression as E;
use crate::benchmarks::sources::{BENCHMARK_SURVEY, DISCIPLINE_GUIDE, METRIC_REFERENCE};
use crate::{Constant, Direction, Kind, Range, Role, Unit, WhenZero};

panel! {
    "productivity" "Team"

    /// Managed accounts ÷ customer-success managers (catalogue M32).
    ACCOUNTS_PER_CSM {
        slug: "accounts-per-csm",
        term: "Accounts per CSM",
        abbreviation: None,
        plain: "Accounts that each manager looks after",
        meaning: "How many accounts one customer-success manager looks after. How many are right depends on how closely they are looked after.",
        unit: Unit::Customers,
        kind: Kind::CUSTOMERS_PER_MANAGER,
        role: Role::More,
        direction: Direction::Lower,
        range: Range::FromZero,
        formula: E::Quotient { over: &E::Figure(&MANAGED_CUSTOMERS), under: &E::Figure(&MANAGERS), when_zero: WhenZero::NoBase },
        improved_by: &[],
        sources: &[&METRIC_REFERENCE, &BENCHMARK_SURVEY, &DISCIPLINE_GUIDE],
    }

    /// Managed ARR ÷ customer-success managers (catalogue M33).
    ARR_PER_CSM {
        slug: "arr-per-csm",
        term: "ARR per CSM",
        abbreviation: None,
        plain: "Revenue that each manager looks after",
        meaning: "How much annual revenue one customer-success manager looks after.",
        unit: Unit::MoneyPerYear,
        kind: Kind::ARR_PER_MANAGER,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::Quotient { over: &E::Figure(&MANAGED_ARR), under: &E::Figure(&MANAGERS), when_zero: WhenZero::NoBase },
        improved_by: &[],
        sources: &[&METRIC_REFERENCE, &BENCHMARK_SURVEY],
    }

    /// Cost of the customer-success team ÷ managed ARR (catalogue M34).
    CS_COST_SHARE {
        slug: "cs-cost-share",
        term: "Customer-success cost, share of ARR",
        abbreviation: None,
        plain: "What the team costs of the revenue it keeps",
        meaning: "How much of the annual revenue that the team looks after it costs.",
        unit: Unit::Percent,
        kind: Kind::RATIO,
        role: Role::More,
        direction: Direction::Lower,
        range: Range::FromZero,
        formula: E::Quotient { over: &E::Figure(&TEAM_COST), under: &E::Figure(&MANAGED_ARR), when_zero: WhenZero::NoBase },
        improved_by: &[&TEAM_COST],
        sources: &[&METRIC_REFERENCE],
    }

    /// Hours per manager × 2 ÷ 3 ÷ hours per account: two thirds of the time is for customers (catalogue M41).
    CSM_CAPACITY {
        slug: "csm-capacity",
        term: "Accounts one CSM has time for",
        abbreviation: None,
        plain: "Accounts that a manager has time for",
        meaning: "How many accounts one manager can look after, if two thirds of the time go to customers.",
        unit: Unit::Customers,
        kind: Kind::CUSTOMERS_PER_MANAGER,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::Quotient { over: &E::Product(&[E::Figure(&HOURS_PER_MANAGER), E::Quotient { over: &E::Constant(Constant::number(2)), under: &E::Constant(Constant::number(3)), when_zero: WhenZero::NoBase }]), under: &E::Figure(&HOURS_PER_ACCOUNT), when_zero: WhenZero::NoBase },
        improved_by: &[&HOURS_PER_MANAGER, &HOURS_PER_ACCOUNT],
        sources: &[&METRIC_REFERENCE],
    }

    /// Managed accounts ÷ accounts that one manager has time for, rounded up (catalogue M41).
    CSMS_BY_TIME {
        slug: "csms-by-time",
        term: "CSMs needed, by time",
        abbreviation: None,
        plain: "Managers that your accounts take",
        meaning: "How many managers it takes to give each account its hours.",
        unit: Unit::People,
        kind: Kind::MANAGERS,
        role: Role::More,
        direction: Direction::Lower,
        range: Range::FromZero,
        formula: E::RoundUp(&E::Quotient { over: &E::Figure(&MANAGED_CUSTOMERS), under: &E::Metric(&CSM_CAPACITY), when_zero: WhenZero::NoBase }),
        improved_by: &[],
        sources: &[&METRIC_REFERENCE],
    }

    /// Managed ARR ÷ 2,000,000, rounded up: the rule of thumb of one manager for two millions (catalogue C17). In US dollars.
    CSMS_BY_REVENUE {
        slug: "csms-by-revenue",
        term: "CSMs needed, by revenue",
        abbreviation: None,
        plain: "Managers that your revenue calls for",
        meaning: "How many managers the rule of one for every two millions of annual revenue comes to. The rule is in US dollars.",
        unit: Unit::People,
        kind: Kind::MANAGERS,
        role: Role::More,
        direction: Direction::Lower,
        range: Range::FromZero,
        formula: E::RoundUp(&E::Quotient { over: &E::Figure(&MANAGED_ARR), under: &E::Constant(Constant { value: 2_000_000, kind: Kind::ARR_PER_MANAGER, is_share: false }), when_zero: WhenZero::NoBase }),
        improved_by: &[],
        sources: &[&METRIC_REFERENCE],
    }
}
