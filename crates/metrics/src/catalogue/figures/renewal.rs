//! Contracts that come up. A new figure is a row here.

use super::figures;
use crate::{Accepts, Figure, Kind, Unit};

figures! {
    /// Contracts whose term ended in the window.
    DUE_CONTRACTS {
        slug: "contracts-due",
        term: "Contracts up for renewal",
        meaning: "Contracts whose term ended in the window.",
        unit: Unit::Count,
        kind: Kind::THING_FLOW,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// Contracts up for renewal that were renewed.
    RENEWED_CONTRACTS {
        slug: "contracts-renewed",
        term: "Contracts renewed",
        meaning: "Of those, how many were renewed.",
        unit: Unit::Count,
        kind: Kind::THING_FLOW,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// Annual recurring revenue of contracts whose term ended in the window.
    DUE_ARR {
        slug: "arr-due",
        term: "ARR up for renewal",
        meaning: "Annual recurring revenue of the contracts whose term ended in the window.",
        unit: Unit::MoneyPerYear,
        kind: Kind::ARR_FLOW,
        accepts: Accepts::Amount,
        assumed: None,
    }
    /// Annual recurring revenue that was renewed, without increases.
    RENEWED_ARR {
        slug: "arr-renewed",
        term: "ARR renewed",
        meaning: "How much of that was renewed, without any increase: more than before is expansion.",
        unit: Unit::MoneyPerYear,
        kind: Kind::ARR_FLOW,
        accepts: Accepts::Amount,
        assumed: None,
    }
    /// Annual recurring revenue that was forecast to renew.
    FORECAST_ARR {
        slug: "arr-forecast",
        term: "ARR forecast to renew",
        meaning: "What you had forecast for the same contracts.",
        unit: Unit::MoneyPerYear,
        kind: Kind::ARR_FLOW,
        accepts: Accepts::Amount,
        assumed: None,
    }
    /// Average days until the renewals ahead.
    RENEWAL_DAYS {
        slug: "renewal-days",
        term: "Average days until renewal",
        meaning: "Whole days from today to each renewal ahead, on average. Past dates do not count, today counts 0.",
        unit: Unit::Days,
        kind: Kind::DAYS,
        accepts: Accepts::Amount,
        assumed: None,
    }
}
