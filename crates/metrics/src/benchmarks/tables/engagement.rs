//! Engagement of customers, and how soon they get something out of the product (catalogue A2.13, A2.14).

use super::{column, row_on, segment};
use crate::Direction;
use crate::benchmarks::group::Segment;
use crate::benchmarks::number::{days, percent, points, tenths};
use crate::benchmarks::source::sources::{BENCHMARK_SURVEY, METRIC_REFERENCE};
use crate::benchmarks::table::{Body, Cell, Column, Role, Table};

const REVIEWED: &[&str] = &["qbr-completion", "qbr-completion-of-eligible"];

/// Before the panel, because its line is the one that counts (catalogue C34).
pub(super) static REVIEWS: Table = Table {
    id: "A2.13",
    slug: "qbr-target",
    title: "Completion of business reviews",
    source: &METRIC_REFERENCE,
    basis: "of the reviews scheduled",
    about: REVIEWED,
    direction: Some(Direction::Higher),
    body: Body::Rows {
        who: None,
        columns: &[column("Accounts", Role::Aside), column("Target", Role::Target)],
        rows: &[row_on(&[], &[Cell::Text("Enterprise and strategic accounts"), Cell::AtLeast(percent(90))])
            .but("Source 003 counts exactly 90 % as met; source 004 asks for more than 90 %.")],
    },
};

const PANEL_COLUMNS: &[Column] =
    &[column("Target", Role::Target), column("Median", Role::Median), column("Warning", Role::Warning)];

pub(super) static PANEL: Table = Table {
    id: "A2.13",
    slug: "engagement-panel",
    title: "Engagement of customers",
    source: &BENCHMARK_SURVEY,
    basis: "over a portfolio",
    about: &[],
    direction: None,
    body: Body::Rows {
        who: None,
        columns: &[
            column("Measure", Role::Aside),
            column("Target", Role::Target),
            column("Median", Role::Median),
            column("Warning", Role::Warning),
        ],
        rows: &[
            row_on(
                &["meeting-attendance"],
                &[
                    Cell::Text("Attendance of meetings"),
                    Cell::Above(percent(80)),
                    Cell::Exactly(percent(72)),
                    Cell::Below(percent(50)),
                ],
            ),
            row_on(
                &["net-promoter-score"],
                &[
                    Cell::Text("Average net promoter score, −100 to 100"),
                    Cell::Above(points(50)),
                    Cell::Exactly(points(35)),
                    Cell::Below(points(20)),
                ],
            ),
            row_on(
                &["satisfaction-score"],
                &[
                    Cell::Text("Average satisfaction, of 5"),
                    Cell::Above(tenths(42)),
                    Cell::Exactly(tenths(38)),
                    Cell::Below(tenths(30)),
                ],
            ),
            row_on(
                &["response-time"],
                &[
                    Cell::Text("Time to a response"),
                    Cell::Below(days(2)),
                    Cell::Exactly(days(3)),
                    Cell::Above(days(5)),
                ],
            ),
            row_on(
                REVIEWED,
                &[
                    Cell::Text("Business reviews completed"),
                    Cell::Above(percent(90)),
                    Cell::Exactly(percent(75)),
                    Cell::Below(percent(60)),
                ],
            ),
        ],
    },
};

pub(super) static FIRST_VALUE: Table = Table {
    id: "A2.14",
    slug: "time-to-first-value",
    title: "Time to first value",
    source: &BENCHMARK_SURVEY,
    basis: "days",
    about: &["time-to-first-value"],
    direction: Some(Direction::Lower),
    body: Body::Rows {
        who: Some("Segment"),
        columns: PANEL_COLUMNS,
        rows: &[
            segment(
                Segment::Enterprise,
                &[Cell::Below(days(30)), Cell::Exactly(days(45)), Cell::Above(days(60))],
            ),
            segment(
                Segment::MidMarket,
                &[Cell::Below(days(21)), Cell::Exactly(days(30)), Cell::Above(days(45))],
            ),
            segment(Segment::Smb, &[Cell::Below(days(14)), Cell::Exactly(days(21)), Cell::Above(days(30))]),
        ],
    },
};
