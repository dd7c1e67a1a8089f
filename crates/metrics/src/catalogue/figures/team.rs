//! The team and what it looks after. A new figure is a row here.

use super::figures;
use crate::{Accepts, Figure, Kind, Unit};

figures! {
    /// Customer-success managers, in full-time equivalents.
    MANAGERS {
        slug: "csms",
        term: "Customer-success managers",
        meaning: "How many there are; half a person counts 0.5.",
        unit: Unit::People,
        kind: Kind::MANAGERS,
        accepts: Accepts::Amount,
        assumed: None,
    }
    /// Annual recurring revenue of the managed accounts.
    MANAGED_ARR {
        slug: "managed-arr",
        term: "ARR managed",
        meaning: "Annual recurring revenue of the accounts that the team looks after.",
        unit: Unit::MoneyPerYear,
        kind: Kind::ARR,
        accepts: Accepts::Amount,
        assumed: None,
    }
    /// Annual cost of the customer-success team.
    TEAM_COST {
        slug: "team-cost",
        term: "Cost of the team",
        meaning: "What the customer-success team costs in a year: salaries, tools, travel.",
        unit: Unit::MoneyPerYear,
        kind: Kind::ARR,
        accepts: Accepts::Amount,
        assumed: None,
    }
    /// Working hours of one customer-success manager in a month.
    HOURS_PER_MANAGER {
        slug: "hours-per-csm",
        term: "Hours a month per manager",
        meaning: "Working hours that one customer-success manager has in a month.",
        unit: Unit::Hours,
        kind: Kind::HOURS_PER_MANAGER,
        accepts: Accepts::Amount,
        assumed: None,
    }
    /// Hours that one account takes in a month.
    HOURS_PER_ACCOUNT {
        slug: "hours-per-account",
        term: "Hours a month per account",
        meaning: "Hours that one account takes in a month.",
        unit: Unit::Hours,
        kind: Kind::HOURS_PER_CUSTOMER,
        accepts: Accepts::Amount,
        assumed: None,
    }
}
