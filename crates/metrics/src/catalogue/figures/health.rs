//! Scores, and how many accounts are in which class. A new figure is a row here.

use super::figures;
use crate::{Accepts, Figure, Kind, Unit};

figures! {
    /// Average score of the usage dimension.
    USAGE {
        slug: "usage",
        term: "Average usage score",
        meaning: "How much the product is used, as your health score rates it from 0 to 100.",
        unit: Unit::Score,
        kind: Kind::RATIO,
        accepts: Accepts::Score,
        assumed: None,
    }
    /// Average score of the engagement dimension.
    ENGAGEMENT {
        slug: "engagement",
        term: "Average engagement score",
        meaning: "How well customers respond and take part, from 0 to 100.",
        unit: Unit::Score,
        kind: Kind::RATIO,
        accepts: Accepts::Score,
        assumed: None,
    }
    /// Average score of the support dimension.
    SUPPORT {
        slug: "support",
        term: "Average support score",
        meaning: "How support goes: few and mild tickets, solved fast; from 0 to 100.",
        unit: Unit::Score,
        kind: Kind::RATIO,
        accepts: Accepts::Score,
        assumed: None,
    }
    /// Average score of the relationship dimension.
    RELATIONSHIP {
        slug: "relationship",
        term: "Average relationship score",
        meaning: "How strong the relationship is: sponsor, contacts, sentiment; from 0 to 100.",
        unit: Unit::Score,
        kind: Kind::RATIO,
        accepts: Accepts::Score,
        assumed: None,
    }
    /// Accounts that the customer-success team looks after.
    MANAGED_CUSTOMERS {
        slug: "managed-customers",
        term: "Managed accounts",
        meaning: "Accounts that your customer-success team looks after.",
        unit: Unit::Customers,
        kind: Kind::CUSTOMERS,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// Managed accounts that have a health score.
    SCORED_CUSTOMERS {
        slug: "scored-customers",
        term: "Accounts with a health score",
        meaning: "Of the managed accounts, those that have a health score.",
        unit: Unit::Customers,
        kind: Kind::CUSTOMERS,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// Scored accounts in the green class.
    GREEN_CUSTOMERS {
        slug: "green-customers",
        term: "Healthy accounts (green)",
        meaning: "Accounts with a score of 70 or more.",
        unit: Unit::Customers,
        kind: Kind::CUSTOMERS,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// Scored accounts in the yellow class.
    YELLOW_CUSTOMERS {
        slug: "yellow-customers",
        term: "Accounts to watch (yellow)",
        meaning: "Accounts with a score from 40 to below 70.",
        unit: Unit::Customers,
        kind: Kind::CUSTOMERS,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// Scored accounts in the red class.
    RED_CUSTOMERS {
        slug: "red-customers",
        term: "Accounts at risk (red)",
        meaning: "Accounts with a score below 40.",
        unit: Unit::Customers,
        kind: Kind::CUSTOMERS,
        accepts: Accepts::Whole,
        assumed: None,
    }
}
