//! Upgrades, further products and seats. A new figure is a row here.

use super::figures;
use crate::{Accepts, Figure, Kind, Unit};

figures! {
    /// Customers for whom there is a higher plan.
    ELIGIBLE_FOR_UPGRADE {
        slug: "eligible-for-upgrade",
        term: "Customers who could upgrade",
        meaning: "Customers on the first day for whom there is a higher plan.",
        unit: Unit::Customers,
        kind: Kind::CUSTOMERS,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// Customers who moved to a higher plan in the window.
    UPGRADED_CUSTOMERS {
        slug: "upgraded-customers",
        term: "Customers who upgraded",
        meaning: "Customers who moved to a higher plan in the window.",
        unit: Unit::Customers,
        kind: Kind::CUSTOMER_FLOW,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// Customers who bought another product in the window.
    CROSS_SOLD_CUSTOMERS {
        slug: "cross-sold-customers",
        term: "Customers with one more product",
        meaning: "Customers from the start who bought another product in the window.",
        unit: Unit::Customers,
        kind: Kind::CUSTOMER_FLOW,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// Seats that customers pay for.
    LICENSED_SEATS {
        slug: "licensed-seats",
        term: "Seats paid for",
        meaning: "Seats that customers pay for.",
        unit: Unit::Count,
        kind: Kind::THINGS,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// Paid seats whose user was active.
    ACTIVE_SEATS {
        slug: "active-seats",
        term: "Seats in use",
        meaning: "Paid seats whose user was active.",
        unit: Unit::Count,
        kind: Kind::THINGS,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// All people at the customers who could use the product.
    POTENTIAL_USERS {
        slug: "potential-users",
        term: "Possible users",
        meaning: "All people at your customers who could use the product.",
        unit: Unit::Count,
        kind: Kind::THINGS,
        accepts: Accepts::Whole,
        assumed: None,
    }
}
