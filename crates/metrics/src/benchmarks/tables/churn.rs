//! Logo churn: levels, quartiles by segment, rules of thumb (catalogue A2.5 to A2.7).

use std::borrow::Cow;

use super::{QUARTILES, at, band, column, past, row, segment};
use crate::Direction;
use crate::benchmarks::group::{Segment, Who};
use crate::benchmarks::number::{Measure, percent};
use crate::benchmarks::scale::{Scale, Standing};
use crate::benchmarks::source::Origin;
use crate::benchmarks::source::sources::{BENCHMARK_SURVEY, MEASURING_GUIDE, PRACTICAL_GUIDE};
use crate::benchmarks::table::{Body, Cell, Role, Table};

const CHURN: &[&str] = &["logo-churn"];

/// The levels of annual logo churn.
pub static LOGO_CHURN: Scale = Scale {
    bands: Cow::Borrowed(&[
        band("Best-in-class", Standing::BestInClass, None, "customers hardly ever leave"),
        band("Excellent", Standing::Excellent, at(percent(5)), "very strong"),
        band("Good", Standing::Good, at(percent(8)), "healthy"),
        band("Acceptable", Standing::Acceptable, at(percent(12)), "room to improve"),
        band("Below target", Standing::BelowTarget, at(percent(15)), "a clear churn problem"),
        band(
            "Concerning",
            Standing::Concerning,
            past(percent(20)),
            "check the product's fit with its market",
        ),
    ]),
    direction: Direction::Lower,
    target: None,
    source: Origin::Published(&BENCHMARK_SURVEY),
};

pub(super) static LEVELS: Table = Table {
    id: "A2.5",
    slug: "logo-churn-levels",
    title: "Logo churn",
    source: &BENCHMARK_SURVEY,
    basis: "a year",
    about: CHURN,
    direction: Some(Direction::Lower),
    body: Body::Levels { measure: Measure::Percent, scale: &LOGO_CHURN },
};

pub(super) static BY_SEGMENT: Table = Table {
    id: "A2.6",
    slug: "logo-churn-by-segment",
    title: "Logo churn by segment",
    source: &BENCHMARK_SURVEY,
    basis: "a year; the top quartile is the low one",
    about: CHURN,
    direction: Some(Direction::Lower),
    body: Body::Rows {
        who: Some("Segment"),
        columns: &QUARTILES,
        rows: &[
            segment(
                Segment::Enterprise,
                &[Cell::Exactly(percent(5)), Cell::Exactly(percent(2)), Cell::Exactly(percent(10))],
            ),
            segment(
                Segment::MidMarket,
                &[Cell::Exactly(percent(10)), Cell::Exactly(percent(5)), Cell::Exactly(percent(18))],
            ),
            segment(
                Segment::Smb,
                &[Cell::Exactly(percent(20)), Cell::Exactly(percent(12)), Cell::Exactly(percent(35))],
            ),
        ],
    },
};

/// Monthly rules stay monthly: what their source prints as annual is not what compounding gives (catalogue C20).
pub(super) static RULES: Table = Table {
    id: "A2.7",
    slug: "churn-rules",
    title: "Rules of thumb for logo churn",
    source: &PRACTICAL_GUIDE,
    basis: "as each source counts it; a monthly rate is compounded before a year is held against it",
    about: CHURN,
    direction: Some(Direction::Lower),
    body: Body::Rows {
        who: Some("Who"),
        columns: &[
            column("A year", Role::Rule),
            column("A month", Role::MonthlyRule),
            column("What it stands for", Role::Aside),
        ],
        rows: &[
            row(
                Who::Named("Top performers"),
                &[Cell::Range(percent(5), percent(7)), Cell::Blank, Cell::Text("what the best reach")],
            ),
            segment(
                Segment::Enterprise,
                &[Cell::BelowEither(percent(5), percent(7)), Cell::Blank, Cell::Text("large contracts")],
            ),
            segment(
                Segment::MidMarket,
                &[Cell::Blank, Cell::Range(percent(1), percent(2)), Cell::Text("medium contracts")],
            ),
            segment(
                Segment::Smb,
                &[Cell::Blank, Cell::Range(percent(3), percent(5)), Cell::Text("small contracts")],
            ),
            row(
                Who::Anyone,
                &[
                    Cell::Blank,
                    Cell::Below(percent(2)),
                    Cell::Text("called excellent for software sold to companies"),
                ],
            ),
            row(
                Who::Named("Companies below $10M revenue"),
                &[Cell::UpTo(percent(20)), Cell::Blank, Cell::Text("can occur early on")],
            ),
            row(Who::Anyone, &[Cell::Exactly(percent(0)), Cell::Blank, Cell::Text("the ideal, rarely met")]),
            segment(
                Segment::Enterprise,
                &[Cell::Range(percent(5), percent(7)), Cell::Blank, Cell::Text("with annual contracts")],
            )
            .from(&MEASURING_GUIDE),
        ],
    },
};

pub(super) static ADVICE: Table = Table {
    id: "A2.7",
    slug: "churn-advice",
    title: "How to read your churn",
    source: &MEASURING_GUIDE,
    basis: "",
    about: &[],
    direction: None,
    body: Body::Rows {
        who: Some("Who"),
        columns: &[column("Advice", Role::Aside)],
        rows: &[
            row(
                Who::Named("Mid-market and upper SMB"),
                &[Cell::Text("More customers leave than among enterprises; what stays has to grow more.")],
            ),
            row(
                Who::Named("Small customers in volume"),
                &[Cell::Text(
                    "Measured by the month. More may leave where winning them is cheap and soon paid back.",
                )],
            ),
            row(
                Who::Anyone,
                &[Cell::Text(
                    "Your own trend by segment, product line and cohort tells more than any table.",
                )],
            ),
            row(
                Who::Anyone,
                &[Cell::Text("The same advice: compare yourself with yourself first, cohort by cohort.")],
            )
            .from(&PRACTICAL_GUIDE),
        ],
    },
};
