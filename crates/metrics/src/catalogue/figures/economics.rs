//! Margin, spend, and how long and how much a customer counts. A new figure is a row here.

use super::figures;
use crate::{Accepts, Figure, Kind, Unit};

figures! {
    /// Share of revenue that is left after the cost of delivering the service.
    GROSS_MARGIN {
        slug: "gross-margin",
        term: "Gross margin",
        meaning: "Share of revenue left after hosting, support and other costs of delivery.",
        unit: Unit::Percent,
        kind: Kind::RATIO,
        accepts: Accepts::Share,
        assumed: None,
    }
    /// What was spent on winning customers in the window.
    ACQUISITION_SPEND {
        slug: "acquisition-spend",
        term: "Sales and marketing spend",
        meaning: "All that was spent in the window to win customers: salaries, commissions, advertising, tools.",
        unit: Unit::Money,
        kind: Kind::SPEND,
        accepts: Accepts::Amount,
        assumed: None,
    }
    /// How many years a customer stays, where that is known rather than computed from churn.
    LIFETIME_YEARS {
        slug: "lifetime-years",
        term: "Years a customer stays",
        meaning: "Only for lifetime value by years; leave it empty to go by churn alone.",
        unit: Unit::Years,
        kind: Kind::YEARS,
        accepts: Accepts::Amount,
        assumed: None,
    }
    /// By how much a payment a year ahead is worth less, annual.
    DISCOUNT_RATE {
        slug: "discount-rate",
        term: "Discount rate",
        meaning: "How much less a payment is worth for each year that it lies ahead; 10% while empty.",
        unit: Unit::Percent,
        kind: Kind::RATIO,
        accepts: Accepts::Share,
        assumed: Some(10),
    }
    /// After how many years a capped lifetime value ends.
    HORIZON_YEARS {
        slug: "horizon-years",
        term: "Years that count",
        meaning: "After how many years a lifetime value stops counting; 5 while empty.",
        unit: Unit::Years,
        kind: Kind::YEARS,
        accepts: Accepts::Horizon,
        assumed: Some(5),
    }
}
