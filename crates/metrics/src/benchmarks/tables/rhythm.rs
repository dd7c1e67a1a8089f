//! How often a customer-success manager does what (catalogue A2.18).

use super::{column, row, segment};
use crate::benchmarks::group::{Segment, Who};
use crate::benchmarks::number::count;
use crate::benchmarks::source::sources::BENCHMARK_SURVEY;
use crate::benchmarks::table::{Body, Cell, Role, Table};

pub(super) static TOUCH: Table = Table {
    id: "A2.18",
    slug: "csm-rhythm",
    title: "Rhythm of contact",
    source: &BENCHMARK_SURVEY,
    basis: "",
    about: &[],
    direction: None,
    body: Body::Rows {
        who: Some("Segment"),
        columns: &[
            column("Contact", Role::Aside),
            column("Business reviews", Role::Aside),
            column("Looks at health scores", Role::Aside),
        ],
        rows: &[
            segment(
                Segment::Enterprise,
                &[Cell::Text("every week or two"), Cell::Text("every quarter"), Cell::Text("every week")],
            ),
            segment(
                Segment::MidMarket,
                &[
                    Cell::Text("every two weeks to every month"),
                    Cell::Text("twice a year"),
                    Cell::Text("every two weeks"),
                ],
            ),
            segment(
                Segment::Smb,
                &[
                    Cell::Text("every quarter, by programs"),
                    Cell::Text("once a year"),
                    Cell::Text("every month"),
                ],
            ),
        ],
    },
};

/// One of these is counted by the quarter, whatever its column says in the source (catalogue C38).
pub(super) static ACTIVITIES: Table = Table {
    id: "A2.18",
    slug: "csm-activities",
    title: "Activities of a CSM",
    source: &BENCHMARK_SURVEY,
    basis: "each with its own unit",
    about: &[],
    direction: None,
    body: Body::Rows {
        who: Some("Activity"),
        columns: &[
            column("How many", Role::Aside),
            column("For each", Role::Aside),
            column("To what end", Role::Aside),
        ],
        rows: &[
            row(
                Who::Named("Strategic calls"),
                &[
                    Cell::Range(count(2), count(4)),
                    Cell::Text("account and month"),
                    Cell::Text("knowing each other"),
                ],
            ),
            row(
                Who::Named("Looks at health scores"),
                &[
                    Cell::Exactly(count(4)),
                    Cell::Text("month: one a week"),
                    Cell::Text("watching the portfolio"),
                ],
            ),
            row(
                Who::Named("Preparing business reviews"),
                &[
                    Cell::Range(count(3), count(5)),
                    Cell::Text("quarter"),
                    Cell::Text("talking to those who decide"),
                ],
            ),
            row(
                Who::Named("Handling escalations"),
                &[Cell::Below(count(2)), Cell::Text("month"), Cell::Text("solving problems")],
            ),
            row(
                Who::Named("Talks about expansion"),
                &[
                    Cell::Range(count(1), count(2)),
                    Cell::Text("account and month"),
                    Cell::Text("growing revenue"),
                ],
            ),
        ],
    },
};
