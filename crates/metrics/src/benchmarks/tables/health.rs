//! Health scores: bands, at-risk rate, portfolio, averages, dimensions (catalogue A2.12).

use std::borrow::Cow;

use super::{at, band, column, column_on, past, row_on, segment};
use crate::Direction;
use crate::benchmarks::group::Segment;
use crate::benchmarks::number::{Measure, percent, points};
use crate::benchmarks::scale::{Scale, Standing};
use crate::benchmarks::source::Origin;
use crate::benchmarks::source::sources::{BENCHMARK_SURVEY, METRIC_REFERENCE};
use crate::benchmarks::table::{Body, Cell, Role, Table};

static HEALTH: Scale = Scale {
    bands: Cow::Borrowed(&[
        band("At risk", Standing::Concerning, None, "likely to leave unless somebody steps in"),
        band("Needs attention", Standing::Acceptable, at(points(40)), "something is off; find out what"),
        band("Healthy", Standing::Good, at(points(70)), "gets what it pays for"),
    ]),
    direction: Direction::Higher,
    target: None,
    source: Origin::Published(&METRIC_REFERENCE),
};

pub(super) static LEVELS: Table = Table {
    id: "A2.12",
    slug: "health-score-levels",
    title: "Health score",
    source: &METRIC_REFERENCE,
    basis: "0 to 100",
    about: &["health-score"],
    direction: Some(Direction::Higher),
    body: Body::Levels { measure: Measure::Points, scale: &HEALTH },
};

static AT_RISK: Scale = Scale {
    bands: Cow::Borrowed(&[
        band("Healthy", Standing::Good, None, "few accounts are in danger"),
        band("Normal", Standing::Acceptable, at(percent(5)), "usual, and to be looked after"),
        band("Elevated", Standing::BelowTarget, at(percent(10)), "more accounts in danger than usual"),
        band("In trouble", Standing::Concerning, past(percent(20)), "the portfolio is in danger"),
    ]),
    direction: Direction::Lower,
    target: None,
    source: Origin::Published(&METRIC_REFERENCE),
};

pub(super) static AT_RISK_LEVELS: Table = Table {
    id: "A2.12",
    slug: "at-risk-levels",
    title: "At-risk rate",
    source: &METRIC_REFERENCE,
    basis: "customers with a score below 40, of all that have a score",
    about: &["at-risk-rate"],
    direction: Some(Direction::Lower),
    body: Body::Levels { measure: Measure::Percent, scale: &AT_RISK },
};

pub(super) static PORTFOLIO: Table = Table {
    id: "A2.12",
    slug: "portfolio-distribution",
    title: "How a portfolio is made up",
    source: &BENCHMARK_SURVEY,
    basis: "share of accounts; the source gives no thresholds for the classes",
    about: &[],
    direction: None,
    body: Body::Rows {
        who: None,
        columns: &[
            column("Class", Role::Aside),
            column("Target", Role::Target),
            column("Alert", Role::Warning),
            column("What the alert calls for", Role::Aside),
        ],
        rows: &[
            row_on(
                &["healthy-share"],
                &[
                    Cell::Text("Green"),
                    Cell::Range(percent(60), percent(70)),
                    Cell::Below(percent(50)),
                    Cell::Text("going through the portfolio"),
                ],
            ),
            row_on(
                &["attention-share"],
                &[
                    Cell::Text("Yellow"),
                    Cell::Range(percent(20), percent(30)),
                    Cell::Above(percent(35)),
                    Cell::Text("looking for a common cause"),
                ],
            ),
            row_on(
                &["red-share"],
                &[
                    Cell::Text("Red"),
                    Cell::Range(percent(5), percent(10)),
                    Cell::Above(percent(15)),
                    Cell::Text("leadership stepping in"),
                ],
            ),
        ],
    },
};

pub(super) static AVERAGES: Table = Table {
    id: "A2.12",
    slug: "health-averages",
    title: "Average health score by segment",
    source: &BENCHMARK_SURVEY,
    basis: "0 to 100",
    about: &["health-score"],
    direction: Some(Direction::Higher),
    body: Body::Rows {
        who: Some("Segment"),
        columns: &[
            column("Target", Role::Target),
            column("Median", Role::Median),
            column("Top quartile", Role::Top),
        ],
        rows: &[
            segment(
                Segment::Enterprise,
                &[Cell::Above(points(78)), Cell::Exactly(points(72)), Cell::Exactly(points(82))],
            ),
            segment(
                Segment::MidMarket,
                &[Cell::Above(points(75)), Cell::Exactly(points(68)), Cell::Exactly(points(78))],
            ),
            segment(
                Segment::Smb,
                &[Cell::Above(points(70)), Cell::Exactly(points(65)), Cell::Exactly(points(75))],
            ),
        ],
    },
};

/// Medians do not add up: these say nothing of the median of the total, nor it of them (catalogue C12).
pub(super) static DIMENSIONS: Table = Table {
    id: "A2.12",
    slug: "health-dimensions",
    title: "Median of each dimension of health",
    source: &BENCHMARK_SURVEY,
    basis: "0 to 100; medians of parts do not add up to the median of the whole",
    about: &[],
    direction: Some(Direction::Higher),
    body: Body::Rows {
        who: Some("Segment"),
        columns: &[
            column_on("Usage", Role::Median, &["usage-score"]),
            column_on("Engagement", Role::Median, &["engagement-score"]),
            column_on("Support", Role::Median, &["support-score"]),
            column_on("Relationship", Role::Median, &["relationship-score"]),
        ],
        rows: &[
            segment(Segment::Enterprise, &[score(72), score(70), score(78), score(68)]),
            segment(Segment::MidMarket, &[score(68), score(62), score(72), score(60)]),
            segment(Segment::Smb, &[score(60), score(55), score(65), score(50)]),
        ],
    },
};

const fn score(count: i32) -> Cell {
    Cell::Exactly(points(count))
}
