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
    /// Meetings with customers scheduled in the window.
    MEETINGS_SCHEDULED {
        slug: "meetings-scheduled",
        term: "Meetings scheduled",
        meaning: "Meetings with customers that were scheduled in the window.",
        unit: Unit::Count,
        kind: Kind::THING_FLOW,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// Scheduled meetings that the customer came to.
    MEETINGS_ATTENDED {
        slug: "meetings-attended",
        term: "Meetings attended",
        meaning: "Of those, how many the customer came to.",
        unit: Unit::Count,
        kind: Kind::THING_FLOW,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// Answers of 9 or 10 on the scale of 0 to 10.
    PROMOTERS {
        slug: "promoters",
        term: "Promoters (9 or 10)",
        meaning: "Answers of 9 or 10 to “would you recommend us?”.",
        unit: Unit::Count,
        kind: Kind::THING_FLOW,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// Answers of 7 or 8 on the scale of 0 to 10.
    PASSIVES {
        slug: "passives",
        term: "Passives (7 or 8)",
        meaning: "Answers of 7 or 8.",
        unit: Unit::Count,
        kind: Kind::THING_FLOW,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// Answers of 0 to 6 on the scale of 0 to 10.
    DETRACTORS {
        slug: "detractors",
        term: "Detractors (0 to 6)",
        meaning: "Answers of 0 to 6.",
        unit: Unit::Count,
        kind: Kind::THING_FLOW,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// Satisfaction answers of 1 of 5.
    RATED_1 {
        slug: "rated-1",
        term: "Rated 1 of 5",
        meaning: "Answers of 1, very dissatisfied.",
        unit: Unit::Count,
        kind: Kind::THING_FLOW,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// Satisfaction answers of 2 of 5.
    RATED_2 {
        slug: "rated-2",
        term: "Rated 2 of 5",
        meaning: "Answers of 2.",
        unit: Unit::Count,
        kind: Kind::THING_FLOW,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// Satisfaction answers of 3 of 5.
    RATED_3 {
        slug: "rated-3",
        term: "Rated 3 of 5",
        meaning: "Answers of 3.",
        unit: Unit::Count,
        kind: Kind::THING_FLOW,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// Satisfaction answers of 4 of 5.
    RATED_4 {
        slug: "rated-4",
        term: "Rated 4 of 5",
        meaning: "Answers of 4, satisfied.",
        unit: Unit::Count,
        kind: Kind::THING_FLOW,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// Satisfaction answers of 5 of 5.
    RATED_5 {
        slug: "rated-5",
        term: "Rated 5 of 5",
        meaning: "Answers of 5, very satisfied.",
        unit: Unit::Count,
        kind: Kind::THING_FLOW,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// Sum of all effort answers on the scale of 1 to 7.
    EFFORT_SUM {
        slug: "effort-sum",
        term: "Effort ratings, added up",
        meaning: "All answers from 1 (very hard) to 7 (very easy) to “how easy was it?”, added up.",
        unit: Unit::Count,
        kind: Kind::THING_FLOW,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// How many effort answers there were.
    EFFORT_ANSWERS {
        slug: "effort-answers",
        term: "Effort answers",
        meaning: "How many answers that were.",
        unit: Unit::Count,
        kind: Kind::THING_FLOW,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// Average days until a customer responds.
    RESPONSE_DAYS {
        slug: "response-days",
        term: "Days until customers respond",
        meaning: "How many days a customer takes to respond, on average.",
        unit: Unit::Days,
        kind: Kind::DAYS,
        accepts: Accepts::Amount,
        assumed: None,
    }
    /// Quarterly business reviews scheduled in the window.
    REVIEWS_SCHEDULED {
        slug: "reviews-scheduled",
        term: "Business reviews scheduled",
        meaning: "Quarterly business reviews (QBRs) scheduled in the window.",
        unit: Unit::Count,
        kind: Kind::THING_FLOW,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// Scheduled quarterly business reviews that took place.
    REVIEWS_COMPLETED {
        slug: "reviews-completed",
        term: "Business reviews completed",
        meaning: "Of those, how many took place.",
        unit: Unit::Count,
        kind: Kind::THING_FLOW,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// Accounts that should have a business review in the window.
    REVIEW_ELIGIBLE {
        slug: "review-eligible-customers",
        term: "Accounts due a business review",
        meaning: "Accounts that should have a business review in the window, scheduled or not.",
        unit: Unit::Customers,
        kind: Kind::CUSTOMERS,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// Accounts due a business review that had one.
    REVIEWED_CUSTOMERS {
        slug: "reviewed-customers",
        term: "Accounts that had one",
        meaning: "Of those, how many had one.",
        unit: Unit::Customers,
        kind: Kind::CUSTOMERS,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// Managed accounts with an active executive sponsor.
    SPONSORED_CUSTOMERS {
        slug: "sponsored-customers",
        term: "Accounts with a sponsor",
        meaning: "Managed accounts with an active executive sponsor.",
        unit: Unit::Customers,
        kind: Kind::CUSTOMERS,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// People at managed accounts with whom the team is in touch.
    ENGAGED_CONTACTS {
        slug: "engaged-contacts",
        term: "Engaged contacts",
        meaning: "People at your managed accounts with whom you are in touch.",
        unit: Unit::Count,
        kind: Kind::THINGS,
        accepts: Accepts::Whole,
        assumed: None,
    }
    /// Average days from signing to first value.
    VALUE_DAYS {
        slug: "first-value-days",
        term: "Days to first value",
        meaning: "From signing to the first result that the customer wanted, on average.",
        unit: Unit::Days,
        kind: Kind::DAYS,
        accepts: Accepts::Amount,
        assumed: None,
    }
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

/// The limits between figures. A new limit is a row here.
pub static LIMITS: &[Limit] = &[
    Limit { parts: &[&LOST_CUSTOMERS], whole: &START_CUSTOMERS },
    Limit { parts: &[&CHURNED_MRR, &CONTRACTION_MRR], whole: &START_MRR },
    Limit { parts: &[&INVOLUNTARY_LOST], whole: &LOST_CUSTOMERS },
    Limit { parts: &[&UPGRADED_CUSTOMERS], whole: &ELIGIBLE_FOR_UPGRADE },
    Limit { parts: &[&CROSS_SOLD_CUSTOMERS], whole: &START_CUSTOMERS },
    Limit { parts: &[&ACTIVE_SEATS], whole: &LICENSED_SEATS },
    Limit { parts: &[&LICENSED_SEATS], whole: &POTENTIAL_USERS },
    Limit { parts: &[&RENEWED_CONTRACTS], whole: &DUE_CONTRACTS },
    Limit { parts: &[&RENEWED_ARR], whole: &DUE_ARR },
    Limit { parts: &[&SCORED_CUSTOMERS], whole: &MANAGED_CUSTOMERS },
    Limit { parts: &[&GREEN_CUSTOMERS, &YELLOW_CUSTOMERS, &RED_CUSTOMERS], whole: &SCORED_CUSTOMERS },
    Limit { parts: &[&MEETINGS_ATTENDED], whole: &MEETINGS_SCHEDULED },
    Limit { parts: &[&REVIEWS_COMPLETED], whole: &REVIEWS_SCHEDULED },
    Limit { parts: &[&REVIEWED_CUSTOMERS], whole: &REVIEW_ELIGIBLE },
    Limit { parts: &[&SPONSORED_CUSTOMERS], whole: &MANAGED_CUSTOMERS },
];
