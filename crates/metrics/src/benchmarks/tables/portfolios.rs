//! What a customer-success manager looks after, and what the team costs (catalogue A2.16, A2.17).

use super::{column, row, segment};
use crate::Direction;
use crate::benchmarks::group::{AccountValue, Segment, TouchModel, Who};
use crate::benchmarks::number::{count, money, percent};
use crate::benchmarks::source::sources::{BENCHMARK_SURVEY, DISCIPLINE_GUIDE, METRIC_REFERENCE};
use crate::benchmarks::table::{Body, Cell, Column, Role, Table};

const ACCOUNTS: &[&str] = &["accounts-per-csm"];
const REVENUE: &[&str] = &["arr-per-csm"];
const USUAL: &[Column] = &[column("Usual", Role::Typical)];
const BASIS: &str = "for each customer-success manager";

/// The median of mid-touch lies outside of its own range; both are as printed (catalogue C16).
pub(super) static ACCOUNTS_BY_TOUCH: Table = Table {
    id: "A2.16",
    slug: "accounts-by-touch-model",
    title: "Accounts per CSM by touch model",
    source: &METRIC_REFERENCE,
    basis: "for each customer-success manager; the median of mid-touch lies outside of its own range, as printed",
    about: ACCOUNTS,
    direction: None,
    body: Body::Rows {
        who: Some("Touch model"),
        columns: &[column("Usual", Role::Typical), column("Median", Role::Median)],
        rows: &[
            row(
                Who::Touch(TouchModel::HighTouch),
                &[Cell::Range(count(10), count(50)), Cell::About(count(22))],
            ),
            row(
                Who::Touch(TouchModel::MidTouch),
                &[Cell::Range(count(50), count(100)), Cell::About(count(49))],
            ),
            row(Who::Touch(TouchModel::LowTouch), &[Cell::Range(count(100), count(250)), Cell::Blank]),
            row(
                Who::Touch(TouchModel::TechTouch),
                &[Cell::RangeAndMore(count(300), count(500)), Cell::Blank],
            ),
        ],
    },
};

pub(super) static ACCOUNTS_BY_VALUE: Table = Table {
    id: "A2.16",
    slug: "accounts-by-account-value",
    title: "Accounts per CSM by what an account pays",
    source: &METRIC_REFERENCE,
    basis: BASIS,
    about: ACCOUNTS,
    direction: None,
    body: Body::Rows {
        who: Some("Accounts"),
        columns: USUAL,
        rows: &[
            row(Who::Account(AccountValue::Below25K), &[Cell::UpTo(count(200))]),
            row(Who::Account(AccountValue::From25K), &[Cell::Range(count(100), count(150))]),
            row(Who::Account(AccountValue::From100K), &[Cell::Range(count(50), count(100))]),
            row(Who::Account(AccountValue::From500K), &[Cell::Range(count(10), count(25))]),
        ],
    },
};

pub(super) static ACCOUNTS_BY_SEGMENT: Table = Table {
    id: "A2.16",
    slug: "accounts-by-segment",
    title: "Accounts per CSM by segment",
    source: &BENCHMARK_SURVEY,
    basis: BASIS,
    about: ACCOUNTS,
    direction: None,
    body: Body::Rows {
        who: Some("Segment"),
        columns: USUAL,
        rows: &[
            segment(Segment::Enterprise, &[Cell::Range(count(10), count(25))]),
            segment(Segment::MidMarket, &[Cell::Range(count(30), count(60))]),
            segment(Segment::Smb, &[Cell::RangeAndMore(count(100), count(300))]),
        ],
    },
};

pub(super) static ACCOUNTS_RATIO: Table = Table {
    id: "A2.16",
    slug: "accounts-ratio",
    title: "Accounts per CSM as a ratio",
    source: &DISCIPLINE_GUIDE,
    basis: BASIS,
    about: ACCOUNTS,
    direction: None,
    body: Body::Rows {
        who: Some("Segment"),
        columns: USUAL,
        rows: &[
            segment(Segment::Enterprise, &[Cell::Exactly(count(1))]),
            segment(Segment::Smb, &[Cell::Exactly(count(50))]),
        ],
    },
};

pub(super) static REVENUE_REFERENCE: Table = Table {
    id: "A2.17",
    slug: "arr-by-segment",
    title: "ARR per CSM by segment",
    source: &METRIC_REFERENCE,
    basis: "for each customer-success manager; 69 % of those for enterprises look after more than $2M",
    about: REVENUE,
    direction: None,
    body: Body::Rows {
        who: Some("Segment"),
        columns: USUAL,
        rows: &[
            segment(Segment::Enterprise, &[Cell::Range(money(2_000_000), money(5_000_000))]),
            segment(Segment::MidMarket, &[Cell::Range(money(2_000_000), money(5_000_000))]),
            segment(Segment::Smb, &[Cell::Range(money(1_000_000), money(2_000_000))]),
        ],
    },
};

pub(super) static REVENUE_DISTRIBUTION: Table = Table {
    id: "A2.17",
    slug: "arr-distribution",
    title: "ARR per CSM, all teams together",
    source: &METRIC_REFERENCE,
    basis: "for each customer-success manager; data of Gainsight",
    about: REVENUE,
    direction: None,
    body: Body::Rows {
        who: Some("Who"),
        columns: &[column("Median", Role::Median), column("75th percentile", Role::Top)],
        rows: &[row(Who::Unsegmented, &[Cell::Exactly(money(1_400_000)), Cell::Exactly(money(4_200_000))])],
    },
};

pub(super) static STAFFING: Table = Table {
    id: "A2.17",
    slug: "staffing-rules",
    title: "Rules of thumb for staffing",
    source: &METRIC_REFERENCE,
    basis: "",
    about: &[],
    direction: None,
    body: Body::Rows {
        who: None,
        columns: &[
            column("What", Role::Aside),
            column("How much", Role::Aside),
            column("How to use it", Role::Aside),
        ],
        rows: &[
            row(
                Who::Anyone,
                &[
                    Cell::Text("ARR for each manager"),
                    Cell::Exactly(money(2_000_000)),
                    Cell::Text("managers needed: ARR divided by it, rounded up"),
                ],
            ),
            row(
                Who::Anyone,
                &[
                    Cell::Text("A manager's time with customers"),
                    Cell::About(percent(67)),
                    Cell::Text("two thirds; the rest is for everything else"),
                ],
            ),
        ],
    },
};

pub(super) static COST: Table = Table {
    id: "A2.17",
    slug: "cs-cost-share",
    title: "Cost of customer success",
    source: &METRIC_REFERENCE,
    basis: "of ARR",
    about: &["cs-cost-share"],
    direction: Some(Direction::Lower),
    body: Body::Rows {
        who: Some("Who"),
        columns: USUAL,
        rows: &[
            row(Who::Anyone, &[Cell::Range(percent(5), percent(15))]),
            row(Who::Named("Companies above $100M ARR"), &[Cell::Below(percent(10))]),
        ],
    },
};

pub(super) static REVENUE_SURVEY: Table = Table {
    id: "A2.17",
    slug: "arr-by-segment-survey",
    title: "ARR per CSM by segment, in surveys",
    source: &BENCHMARK_SURVEY,
    basis: BASIS,
    about: REVENUE,
    direction: None,
    body: Body::Rows {
        who: Some("Segment"),
        columns: USUAL,
        rows: &[
            segment(Segment::Enterprise, &[Cell::Range(money(2_000_000), money(5_000_000))]),
            segment(Segment::MidMarket, &[Cell::Range(money(2_000_000), money(4_000_000))]),
            segment(Segment::Smb, &[Cell::Range(money(1_000_000), money(3_000_000))]),
        ],
    },
};
