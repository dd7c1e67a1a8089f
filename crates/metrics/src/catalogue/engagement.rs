//! Engagement: whether customers take part, and what they say. A new metric is a row here.

use super::figures::{
    DETRACTORS, EFFORT_ANSWERS, EFFORT_SUM, ENGAGED_CONTACTS, MANAGED_CUSTOMERS, MEETINGS_ATTENDED,
    MEETINGS_SCHEDULED, PASSIVES, PROMOTERS, RATED_1, RATED_2, RATED_3, RATED_4, RATED_5, RESPONSE_DAYS,
    REVIEW_ELIGIBLE, REVIEWED_CUSTOMERS, REVIEWS_COMPLETED, REVIEWS_SCHEDULED, SPONSORED_CUSTOMERS,
    VALUE_DAYS,
};
use super::panel;
use crate::Expression as E;
use crate::benchmarks::sources::{
    BENCHMARK_SURVEY, DISCIPLINE_GUIDE, MEASURING_GUIDE, METRIC_REFERENCE, PRACTICAL_GUIDE,
};
use crate::{Constant, Direction, Kind, Range, Role, Term, Unit, WhenZero};

panel! {
    "engagement" "Engagement"

    /// Net promoter score: share of answers of 9 and 10 less share of 0 to 6, times 100 (catalogue M35, C28, D22).
    NET_PROMOTER_SCORE {
        slug: "net-promoter-score",
        term: "Net promoter score",
        abbreviation: Some("NPS"),
        plain: "Who would recommend you, less who would not",
        meaning: "Of a hundred customers who answer, how many more would recommend you than would not. From −100 to 100.",
        unit: Unit::NetScore,
        kind: Kind::RATIO,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::Between(-100, 100),
        formula: E::Product(&[E::Constant(Constant::number(100)), E::Quotient { over: &E::Sum(&[Term::Plus(E::Figure(&PROMOTERS)), Term::Minus(E::Figure(&DETRACTORS))]), under: &E::Sum(&[Term::Plus(E::Figure(&PROMOTERS)), Term::Plus(E::Figure(&PASSIVES)), Term::Plus(E::Figure(&DETRACTORS))]), when_zero: WhenZero::NoBase }]),
        improved_by: &[],
        sources: &[&MEASURING_GUIDE, &PRACTICAL_GUIDE, &DISCIPLINE_GUIDE, &BENCHMARK_SURVEY],
    }

    /// Mean satisfaction: sum of ratings of 1 to 5 ÷ answers (catalogue M35, C29).
    SATISFACTION_SCORE {
        slug: "satisfaction-score",
        term: "Customer satisfaction, mean of 5",
        abbreviation: Some("CSAT"),
        plain: "How satisfied customers are",
        meaning: "The mean of all answers from 1 to 5.",
        unit: Unit::Rating,
        kind: Kind::RATIO,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::Between(1, 5),
        formula: E::Quotient { over: &E::Sum(&[Term::Plus(E::Figure(&RATED_1)), Term::Plus(E::Product(&[E::Constant(Constant::number(2)), E::Figure(&RATED_2)])), Term::Plus(E::Product(&[E::Constant(Constant::number(3)), E::Figure(&RATED_3)])), Term::Plus(E::Product(&[E::Constant(Constant::number(4)), E::Figure(&RATED_4)])), Term::Plus(E::Product(&[E::Constant(Constant::number(5)), E::Figure(&RATED_5)]))]), under: &E::Sum(&[Term::Plus(E::Figure(&RATED_1)), Term::Plus(E::Figure(&RATED_2)), Term::Plus(E::Figure(&RATED_3)), Term::Plus(E::Figure(&RATED_4)), Term::Plus(E::Figure(&RATED_5))]), when_zero: WhenZero::NoBase },
        improved_by: &[],
        sources: &[&MEASURING_GUIDE, &PRACTICAL_GUIDE, &DISCIPLINE_GUIDE, &BENCHMARK_SURVEY],
    }

    /// Share of satisfied answers: ratings of 4 and 5 ÷ answers (`conventions.md`).
    SATISFACTION_SHARE {
        slug: "satisfaction-share",
        term: "Customer satisfaction, share",
        abbreviation: None,
        plain: "Customers who are satisfied",
        meaning: "The share of all answers that were 4 or 5.",
        unit: Unit::Percent,
        kind: Kind::RATIO,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::Share,
        formula: E::Quotient { over: &E::Sum(&[Term::Plus(E::Figure(&RATED_4)), Term::Plus(E::Figure(&RATED_5))]), under: &E::Sum(&[Term::Plus(E::Figure(&RATED_1)), Term::Plus(E::Figure(&RATED_2)), Term::Plus(E::Figure(&RATED_3)), Term::Plus(E::Figure(&RATED_4)), Term::Plus(E::Figure(&RATED_5))]), when_zero: WhenZero::NoBase },
        improved_by: &[],
        sources: &[&MEASURING_GUIDE, &DISCIPLINE_GUIDE],
    }

    /// Customer effort: mean of answers of 1 to 7, higher is easier (catalogue M35, C27, `conventions.md`).
    EFFORT_SCORE {
        slug: "effort-score",
        term: "Customer effort score",
        abbreviation: Some("CES"),
        plain: "How easy you are to deal with",
        meaning: "The mean of all answers from 1, very hard, to 7, very easy. It is about effort, and has nothing to do with the engagement panel of the same letters.",
        unit: Unit::Rating,
        kind: Kind::RATIO,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::Between(1, 7),
        formula: E::Quotient { over: &E::Figure(&EFFORT_SUM), under: &E::Figure(&EFFORT_ANSWERS), when_zero: WhenZero::NoBase },
        improved_by: &[&EFFORT_SUM],
        sources: &[&MEASURING_GUIDE, &DISCIPLINE_GUIDE],
    }

    /// Meetings attended ÷ meetings scheduled (catalogue M36).
    MEETING_ATTENDANCE {
        slug: "meeting-attendance",
        term: "Meeting attendance",
        abbreviation: None,
        plain: "Meetings that customers come to",
        meaning: "The share of scheduled meetings that the customer came to.",
        unit: Unit::Percent,
        kind: Kind::RATIO,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::Share,
        formula: E::Quotient { over: &E::Figure(&MEETINGS_ATTENDED), under: &E::Figure(&MEETINGS_SCHEDULED), when_zero: WhenZero::NoBase },
        improved_by: &[&MEETINGS_ATTENDED],
        sources: &[&BENCHMARK_SURVEY],
    }

    /// Average days until a customer responds (catalogue M36).
    RESPONSE_TIME {
        slug: "response-time",
        term: "Response time",
        abbreviation: None,
        plain: "Days until customers respond",
        meaning: "How many days a customer takes to respond, on average.",
        unit: Unit::Days,
        kind: Kind::DAYS,
        role: Role::More,
        direction: Direction::Lower,
        range: Range::FromZero,
        formula: E::Figure(&RESPONSE_DAYS),
        improved_by: &[&RESPONSE_DAYS],
        sources: &[&BENCHMARK_SURVEY],
    }

    /// Quarterly business reviews completed ÷ scheduled (catalogue M29, C34).
    QBR_COMPLETION {
        slug: "qbr-completion",
        term: "QBR completion",
        abbreviation: None,
        plain: "Business reviews that took place",
        meaning: "The share of the scheduled quarterly business reviews that took place.",
        unit: Unit::Percent,
        kind: Kind::RATIO,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::Share,
        formula: E::Quotient { over: &E::Figure(&REVIEWS_COMPLETED), under: &E::Figure(&REVIEWS_SCHEDULED), when_zero: WhenZero::NoBase },
        improved_by: &[&REVIEWS_COMPLETED],
        sources: &[&METRIC_REFERENCE, &BENCHMARK_SURVEY],
    }

    /// Accounts that had a business review ÷ accounts that should have one (catalogue C34).
    QBR_COMPLETION_OF_ELIGIBLE {
        slug: "qbr-completion-of-eligible",
        term: "QBR completion, of eligible accounts",
        abbreviation: None,
        plain: "Accounts that had their business review",
        meaning: "The share of the accounts that should have a quarterly business review that had one, scheduled or not.",
        unit: Unit::Percent,
        kind: Kind::RATIO,
        role: Role::VariantOf(&QBR_COMPLETION),
        direction: Direction::Higher,
        range: Range::Share,
        formula: E::Quotient { over: &E::Figure(&REVIEWED_CUSTOMERS), under: &E::Figure(&REVIEW_ELIGIBLE), when_zero: WhenZero::NoBase },
        improved_by: &[&REVIEWED_CUSTOMERS],
        sources: &[&METRIC_REFERENCE],
    }

    /// Accounts with an active executive sponsor ÷ managed accounts (catalogue M30).
    SPONSOR_COVERAGE {
        slug: "sponsor-coverage",
        term: "Executive sponsor coverage",
        abbreviation: None,
        plain: "Accounts with a sponsor",
        meaning: "The share of the managed accounts where an executive stands behind the product.",
        unit: Unit::Percent,
        kind: Kind::RATIO,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::Share,
        formula: E::Quotient { over: &E::Figure(&SPONSORED_CUSTOMERS), under: &E::Figure(&MANAGED_CUSTOMERS), when_zero: WhenZero::NoBase },
        improved_by: &[&SPONSORED_CUSTOMERS],
        sources: &[&METRIC_REFERENCE],
    }

    /// Engaged contacts ÷ managed accounts (catalogue M31).
    CONTACT_COVERAGE {
        slug: "contact-coverage",
        term: "Contact coverage",
        abbreviation: None,
        plain: "People you know at each account",
        meaning: "How many people you are in touch with at an account, on average. Where it is one, the account leaves with that person.",
        unit: Unit::Count,
        kind: Kind::THINGS_PER_CUSTOMER,
        role: Role::More,
        direction: Direction::Higher,
        range: Range::FromZero,
        formula: E::Quotient { over: &E::Figure(&ENGAGED_CONTACTS), under: &E::Figure(&MANAGED_CUSTOMERS), when_zero: WhenZero::NoBase },
        improved_by: &[&ENGAGED_CONTACTS],
        sources: &[&METRIC_REFERENCE],
    }

    /// Average days from signing to first value (catalogue M37).
    TIME_TO_FIRST_VALUE {
        slug: "time-to-first-value",
        term: "Time to first value",
        abbreviation: Some("TTFV"),
        plain: "Days until a customer sees a result",
        meaning: "How many days pass from signing to the first result that the customer wanted, on average.",
        unit: Unit::Days,
        kind: Kind::DAYS,
        role: Role::More,
        direction: Direction::Lower,
        range: Range::FromZero,
        formula: E::Figure(&VALUE_DAYS),
        improved_by: &[&VALUE_DAYS],
        sources: &[&DISCIPLINE_GUIDE, &BENCHMARK_SURVEY],
    }
}
