//! Meetings, reviews, contacts and answers. A new figure is a row here.

use super::figures;
use crate::{Accepts, Figure, Kind, Unit};

figures! {
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
}
