//! Money by class of health, as a table of accounts adds it up. No form asks for these, so they are in no list of the form's.

use super::figures;
use crate::{Accepts, Figure, Kind, Unit};

figures! {
    /// ARR of the red accounts.
    RED_ARR {
        slug: "red-arr",
        term: "ARR of red accounts",
        meaning: "What the accounts at risk pay in a year.",
        unit: Unit::MoneyPerYear,
        kind: Kind::ARR,
        accepts: Accepts::Amount,
        assumed: None,
    }
    /// ARR of the yellow accounts.
    YELLOW_ARR {
        slug: "yellow-arr",
        term: "ARR of yellow accounts",
        meaning: "What the accounts that need attention pay in a year.",
        unit: Unit::MoneyPerYear,
        kind: Kind::ARR,
        accepts: Accepts::Amount,
        assumed: None,
    }
    /// ARR of the green accounts.
    GREEN_ARR {
        slug: "green-arr",
        term: "ARR of green accounts",
        meaning: "What the healthy accounts pay in a year.",
        unit: Unit::MoneyPerYear,
        kind: Kind::ARR,
        accepts: Accepts::Amount,
        assumed: None,
    }
    /// How likely a red account leaves within the window.
    RED_CHANCE {
        slug: "red-chance",
        term: "Chance that a red account leaves",
        meaning: "How many of a hundred red accounts you expect to leave in the window.",
        unit: Unit::Percent,
        kind: Kind::RATE,
        accepts: Accepts::Share,
        assumed: None,
    }
    /// How likely a yellow account leaves within the window.
    YELLOW_CHANCE {
        slug: "yellow-chance",
        term: "Chance that a yellow account leaves",
        meaning: "How many of a hundred yellow accounts you expect to leave in the window.",
        unit: Unit::Percent,
        kind: Kind::RATE,
        accepts: Accepts::Share,
        assumed: None,
    }
    /// How likely a green account leaves within the window.
    GREEN_CHANCE {
        slug: "green-chance",
        term: "Chance that a green account leaves",
        meaning: "How many of a hundred green accounts you expect to leave in the window.",
        unit: Unit::Percent,
        kind: Kind::RATE,
        accepts: Accepts::Share,
        assumed: None,
    }
    /// What the accounts of the start paid then.
    BASE_ARR {
        slug: "base-arr",
        term: "ARR at the start",
        meaning: "What those who were customers when the window began paid in a year then.",
        unit: Unit::MoneyPerYear,
        kind: Kind::ARR,
        accepts: Accepts::Amount,
        assumed: None,
    }
    /// What they pay now.
    BASE_ARR_NOW {
        slug: "base-arr-now",
        term: "ARR of those now",
        meaning: "What they pay in a year now, upsells included.",
        unit: Unit::MoneyPerYear,
        kind: Kind::ARR_CLOSING,
        accepts: Accepts::Amount,
        assumed: None,
    }
    /// What they pay now, none of them more than then.
    BASE_ARR_KEPT {
        slug: "base-arr-kept",
        term: "ARR kept of those",
        meaning: "Of what they paid then, what they still pay.",
        unit: Unit::MoneyPerYear,
        kind: Kind::ARR_CLOSING,
        accepts: Accepts::Amount,
        assumed: None,
    }
    /// What the red ones among them pay now, which would be lost if they left.
    RED_BASE_ARR_NOW {
        slug: "red-base-arr-now",
        term: "ARR of the red ones of those now",
        meaning: "What the red ones among them pay now, and would take along.",
        unit: Unit::MoneyPerYear,
        kind: Kind::ARR_FLOW,
        accepts: Accepts::Amount,
        assumed: None,
    }
    /// What is kept of the red ones among them, which would be lost if they left.
    RED_BASE_ARR_KEPT {
        slug: "red-base-arr-kept",
        term: "ARR kept of the red ones of those",
        meaning: "Of what the red ones among them paid then, what they still pay and would take along.",
        unit: Unit::MoneyPerYear,
        kind: Kind::ARR_FLOW,
        accepts: Accepts::Amount,
        assumed: None,
    }
    /// ARR of the red accounts that are to be saved.
    SAVED_ARR {
        slug: "saved-arr",
        term: "ARR of the accounts to save",
        meaning: "What the largest red accounts that you mean to save pay in a year.",
        unit: Unit::MoneyPerYear,
        kind: Kind::ARR,
        accepts: Accepts::Amount,
        assumed: None,
    }
    /// What those of them who were there at the start pay now.
    SAVED_BASE_ARR_NOW {
        slug: "saved-base-arr-now",
        term: "ARR now of the accounts to save that were there at the start",
        meaning: "Of the red ones that were customers when the window began, what those to be saved pay now.",
        unit: Unit::MoneyPerYear,
        kind: Kind::ARR_FLOW,
        accepts: Accepts::Amount,
        assumed: None,
    }
    /// What is kept of those of them who were there at the start.
    SAVED_BASE_ARR_KEPT {
        slug: "saved-base-arr-kept",
        term: "ARR kept of the accounts to save that were there at the start",
        meaning: "Of what those to be saved paid then, what they still pay.",
        unit: Unit::MoneyPerYear,
        kind: Kind::ARR_FLOW,
        accepts: Accepts::Amount,
        assumed: None,
    }
}
