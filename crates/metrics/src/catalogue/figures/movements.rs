//! What happened to revenue and customers over the window. A new figure is a row here.

use super::figures;
use crate::{Accepts, Figure, Kind, Unit};

figures! {
    /// Monthly recurring revenue of the customers there are when the window opens.
    START_MRR {
        slug: "start-mrr",
        term: "MRR at the start",
        meaning: "Monthly recurring revenue on the window's first day: a yearly contract as a twelfth, no trials, taxes, one-off or metered amounts.",
        unit: Unit::MoneyPerMonth,
        kind: Kind::MRR,
        accepts: Accepts::Amount,
        assumed: None,
    }
    /// Monthly recurring revenue of customers who joined in the window.
    NEW_MRR {
        slug: "new-mrr",
        term: "New MRR",
        meaning: "Monthly recurring revenue of customers who joined in the window. It never counts as retention.",
        unit: Unit::MoneyPerMonth,
        kind: Kind::MRR_FLOW,
        accepts: Accepts::Amount,
        assumed: None,
    }
    /// What existing customers pay more each month, by upgrades, seats and add-ons.
    EXPANSION_MRR {
        slug: "expansion-mrr",
        term: "Expansion MRR",
        meaning: "What customers from the start pay more each month: upgrades, seats, add-ons.",
        unit: Unit::MoneyPerMonth,
        kind: Kind::MRR_FLOW,
        accepts: Accepts::Amount,
        assumed: None,
    }
    /// What existing customers pay less each month, without leaving.
    CONTRACTION_MRR {
        slug: "contraction-mrr",
        term: "Contraction MRR",
        meaning: "What customers who stayed pay less each month: downgrades, fewer seats. Entered positive.",
        unit: Unit::MoneyPerMonth,
        kind: Kind::MRR_FLOW,
        accepts: Accepts::Amount,
        assumed: None,
    }
    /// Monthly recurring revenue of customers who left.
    CHURNED_MRR {
        slug: "churned-mrr",
        term: "Churned MRR",
        meaning: "Monthly recurring revenue of customers who left. Entered positive.",
        unit: Unit::MoneyPerMonth,
        kind: Kind::MRR_FLOW,
        accepts: Accepts::Amount,
        assumed: None,
    }
    /// Customers there are when the window opens.
    START_CUSTOMERS {
        slug: "start-customers",
        term: "Customers at the start",
        meaning: "Paying customers on the window's first day.",
        unit: Unit::Customers,
        kind: Kind::CUSTOMERS,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// Customers who joined in the window.
    NEW_CUSTOMERS {
        slug: "new-customers",
        term: "New customers",
        meaning: "Customers who joined in the window.",
        unit: Unit::Customers,
        kind: Kind::CUSTOMER_FLOW,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// Customers of the start who left in the window.
    LOST_CUSTOMERS {
        slug: "lost-customers",
        term: "Customers lost",
        meaning: "Customers from the start who left. Those who joined and left in the window are not among them.",
        unit: Unit::Customers,
        kind: Kind::CUSTOMER_FLOW,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// Monthly recurring revenue of former customers who came back in the window.
    REACTIVATED_MRR {
        slug: "reactivated-mrr",
        term: "Reactivated MRR",
        meaning: "Monthly recurring revenue of customers who had left before the window and came back. Leave it empty if there is none.",
        unit: Unit::MoneyPerMonth,
        kind: Kind::MRR_FLOW,
        accepts: Accepts::Amount,
        assumed: Some(0),
    }
    /// Former customers who came back in the window.
    REACTIVATED_CUSTOMERS {
        slug: "reactivated-customers",
        term: "Customers who came back",
        meaning: "Former customers who came back in the window. Leave it empty if there are none.",
        unit: Unit::Customers,
        kind: Kind::CUSTOMER_FLOW,
        accepts: Accepts::Whole,
        assumed: Some(0),
    }
    /// Of the customers lost, those who never decided to leave.
    INVOLUNTARY_LOST {
        slug: "involuntary-lost-customers",
        term: "Lost through payment",
        meaning: "Of the customers lost, those whose payment failed or whose renewal was not processed.",
        unit: Unit::Customers,
        kind: Kind::CUSTOMER_FLOW,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// Every month’s expansion added up.
    EXPANSION_BY_MONTH {
        slug: "expansion-mrr-by-month",
        term: "Expansion MRR, month by month",
        meaning: "Every increase of every month added up, whoever it came from. Your data can give it; it counts only where retention is taken by monthly movements.",
        unit: Unit::MoneyPerMonth,
        kind: Kind::MRR_FLOW,
        accepts: Accepts::Amount,
        assumed: None,
    }
    /// Every month’s contraction added up.
    CONTRACTION_BY_MONTH {
        slug: "contraction-mrr-by-month",
        term: "Contraction MRR, month by month",
        meaning: "Every decrease of every month added up. Entered positive.",
        unit: Unit::MoneyPerMonth,
        kind: Kind::MRR_FLOW,
        accepts: Accepts::Amount,
        assumed: None,
    }
    /// Every month’s churn added up.
    CHURNED_BY_MONTH {
        slug: "churned-mrr-by-month",
        term: "Churned MRR, month by month",
        meaning: "What left in every month added up, also of customers who joined within the window. Entered positive.",
        unit: Unit::MoneyPerMonth,
        kind: Kind::MRR_FLOW,
        accepts: Accepts::Amount,
        assumed: None,
    }
    /// Customers as they were counted at the end, for who wants to check the movements against it.
    CUSTOMERS_COUNTED {
        slug: "customers-counted",
        term: "Customers counted at the end",
        meaning: "Paying customers on the window's last day, counted anew. It checks the movements, and retention can be taken from it.",
        unit: Unit::Customers,
        kind: Kind::CUSTOMERS_CLOSING,
        accepts: Accepts::Whole,
        assumed: None,
    }
}
