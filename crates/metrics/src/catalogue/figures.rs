//! The figures that a person enters. A new figure is a row here.

use crate::{Accepts, Figure, Kind, Limit, Unit};

macro_rules! figures {
    ($($(#[doc = $doc:literal])* $name:ident { $($field:ident: $value:expr,)* })*) => {
        $($(#[doc = $doc])* pub static $name: Figure = Figure { $($field: $value,)* };)*

        /// Every figure, in the order in which a form asks for them.
        pub static ALL: &[&Figure] = &[$(&$name,)*];
    };
}

figures! {
    /// Monthly recurring revenue of the customers there are when the window opens.
    START_MRR {
        slug: "start-mrr",
        term: "MRR at the start",
        meaning: "Monthly recurring revenue on the window's first day.",
        unit: Unit::MoneyPerMonth,
        kind: Kind::MRR,
        accepts: Accepts::Amount,
    }
    /// Monthly recurring revenue of customers who joined in the window.
    NEW_MRR {
        slug: "new-mrr",
        term: "New MRR",
        meaning: "Monthly recurring revenue of customers who joined in the window. It never counts as retention.",
        unit: Unit::MoneyPerMonth,
        kind: Kind::MRR_FLOW,
        accepts: Accepts::Amount,
    }
    /// What existing customers pay more each month, by upgrades, seats and add-ons.
    EXPANSION_MRR {
        slug: "expansion-mrr",
        term: "Expansion MRR",
        meaning: "What customers from the start pay more each month: upgrades, seats, add-ons.",
        unit: Unit::MoneyPerMonth,
        kind: Kind::MRR_FLOW,
        accepts: Accepts::Amount,
    }
    /// What existing customers pay less each month, without leaving.
    CONTRACTION_MRR {
        slug: "contraction-mrr",
        term: "Contraction MRR",
        meaning: "What customers who stayed pay less each month: downgrades, fewer seats. Entered positive.",
        unit: Unit::MoneyPerMonth,
        kind: Kind::MRR_FLOW,
        accepts: Accepts::Amount,
    }
    /// Monthly recurring revenue of customers who left.
    CHURNED_MRR {
        slug: "churned-mrr",
        term: "Churned MRR",
        meaning: "Monthly recurring revenue of customers who left. Entered positive.",
        unit: Unit::MoneyPerMonth,
        kind: Kind::MRR_FLOW,
        accepts: Accepts::Amount,
    }
    /// Customers there are when the window opens.
    START_CUSTOMERS {
        slug: "start-customers",
        term: "Customers at the start",
        meaning: "Paying customers on the window's first day.",
        unit: Unit::Customers,
        kind: Kind::CUSTOMERS,
        accepts: Accepts::Whole,
    }
    /// Customers who joined in the window.
    NEW_CUSTOMERS {
        slug: "new-customers",
        term: "New customers",
        meaning: "Customers who joined in the window.",
        unit: Unit::Customers,
        kind: Kind::CUSTOMER_FLOW,
        accepts: Accepts::Whole,
    }
    /// Customers of the start who left in the window.
    LOST_CUSTOMERS {
        slug: "lost-customers",
        term: "Customers lost",
        meaning: "Customers from the start who left. Those who joined and left in the window are not among them.",
        unit: Unit::Customers,
        kind: Kind::CUSTOMER_FLOW,
        accepts: Accepts::Whole,
    }
    /// Share of revenue that is left after the cost of delivering the service.
    GROSS_MARGIN {
        slug: "gross-margin",
        term: "Gross margin",
        meaning: "Share of revenue left after hosting, support and other costs of delivery.",
        unit: Unit::Percent,
        kind: Kind::RATIO,
        accepts: Accepts::Share,
    }
    /// What was spent on winning customers in the window.
    ACQUISITION_SPEND {
        slug: "acquisition-spend",
        term: "Sales and marketing spend",
        meaning: "All that was spent in the window to win customers: salaries, commissions, advertising, tools.",
        unit: Unit::Money,
        kind: Kind::SPEND,
        accepts: Accepts::Amount,
    }
    /// How many years a customer stays, where that is known rather than computed from churn.
    LIFETIME_YEARS {
        slug: "lifetime-years",
        term: "Years a customer stays",
        meaning: "Only for lifetime value by years; leave it empty to go by churn alone.",
        unit: Unit::Years,
        kind: Kind::YEARS,
        accepts: Accepts::Amount,
    }
}

/// The limits between figures. A new limit is a row here.
pub static LIMITS: &[Limit] = &[
    Limit { parts: &[&LOST_CUSTOMERS], whole: &START_CUSTOMERS },
    Limit { parts: &[&CHURNED_MRR, &CONTRACTION_MRR], whole: &START_MRR },
];
