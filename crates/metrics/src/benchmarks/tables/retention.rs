//! Net and gross revenue retention: levels, rules of thumb, quartiles by segment (catalogue A2.1 to A2.4).

use std::borrow::Cow;

use super::{QUARTILES, at, band, column, past, row, segment};
use crate::Direction;
use crate::benchmarks::group::{Segment, Who};
use crate::benchmarks::number::{Measure, percent};
use crate::benchmarks::scale::{Scale, Standing, Target};
use crate::benchmarks::source::Origin;
use crate::benchmarks::source::sources::{
    BENCHMARK_SURVEY, DISCIPLINE_GUIDE, MEASURING_GUIDE, PRACTICAL_GUIDE,
};
use crate::benchmarks::table::{Body, Cell, Column, Role, Table};

const NET: &[&str] = &["net-revenue-retention"];
const GROSS: &[&str] = &["gross-revenue-retention"];
const RULES: &[Column] = &[column("Line", Role::Rule), column("What it stands for", Role::Aside)];

/// The levels of net revenue retention.
pub static NET_REVENUE_RETENTION: Scale = Scale {
    bands: Cow::Borrowed(&[
        band("Concerning", Standing::Concerning, None, "the base is eroding fast"),
        band("Below target", Standing::BelowTarget, at(percent(90)), "losses outrun upsells"),
        band("Acceptable", Standing::Acceptable, at(percent(100)), "stable, with little upsell"),
        band("Good", Standing::Good, at(percent(110)), "solid, with some upsell"),
        band("Excellent", Standing::Excellent, at(percent(120)), "existing customers drive growth"),
        band("Best-in-class", Standing::BestInClass, past(percent(130)), "upsells far outrun losses"),
    ]),
    direction: Direction::Higher,
    target: Some(Target::past(percent(110), "the minimum for sustainable growth")),
    source: Origin::Published(&BENCHMARK_SURVEY),
};

pub(super) static NET_LEVELS: Table = Table {
    id: "A2.1",
    slug: "nrr-levels",
    title: "Net revenue retention",
    source: &BENCHMARK_SURVEY,
    basis: "a year",
    about: NET,
    direction: Some(Direction::Higher),
    body: Body::Levels { measure: Measure::Percent, scale: &NET_REVENUE_RETENTION },
};

pub(super) static NET_RULES: Table = Table {
    id: "A2.1",
    slug: "nrr-rules",
    title: "Net revenue retention, as other sources put it",
    source: &PRACTICAL_GUIDE,
    basis: "a year",
    about: NET,
    direction: Some(Direction::Higher),
    body: Body::Rows {
        who: Some("Who"),
        columns: RULES,
        rows: &[
            row(Who::Anyone, &[Cell::Above(percent(100)), Cell::Text("the elite of software companies")]),
            row(
                Who::Named("Listed companies"),
                &[Cell::AtLeast(percent(120)), Cell::Text("their best quarter")],
            ),
            row(
                Who::Anyone,
                &[Cell::Above(percent(100)), Cell::Text("customers spend more as time goes by")],
            )
            .from(&DISCIPLINE_GUIDE),
            segment(
                Segment::Enterprise,
                &[Cell::Above(percent(100)), Cell::Text("expected with annual contracts")],
            )
            .from(&MEASURING_GUIDE),
            row(
                Who::Named("Mid-market and upper SMB"),
                &[Cell::Above(percent(110)), Cell::Text("expected, because more customers leave")],
            )
            .from(&MEASURING_GUIDE),
        ],
    },
};

pub(super) static NET_BY_SEGMENT: Table = Table {
    id: "A2.2",
    slug: "nrr-by-segment",
    title: "Net revenue retention by segment",
    source: &BENCHMARK_SURVEY,
    basis: "a year",
    about: NET,
    direction: Some(Direction::Higher),
    body: Body::Rows {
        who: Some("Segment"),
        columns: &QUARTILES,
        rows: &[
            segment(
                Segment::Enterprise,
                &[Cell::Exactly(percent(115)), Cell::AtLeast(percent(130)), Cell::Exactly(percent(105))],
            ),
            segment(
                Segment::MidMarket,
                &[Cell::Exactly(percent(108)), Cell::Exactly(percent(120)), Cell::Exactly(percent(98))],
            ),
            segment(
                Segment::Smb,
                &[Cell::Exactly(percent(95)), Cell::Exactly(percent(105)), Cell::Exactly(percent(85))],
            ),
        ],
    },
};

/// The levels of gross revenue retention.
pub static GROSS_REVENUE_RETENTION: Scale = Scale {
    bands: Cow::Borrowed(&[
        band("Concerning", Standing::Concerning, None, "retention needs urgent work"),
        band("Below target", Standing::BelowTarget, at(percent(80)), "losses hold growth back"),
        band("Acceptable", Standing::Acceptable, at(percent(85)), "moderate losses, needs focus"),
        band("Good", Standing::Good, at(percent(90)), "healthy, with room to improve"),
        band("Excellent", Standing::Excellent, at(percent(92)), "strong retention"),
        band("Best-in-class", Standing::BestInClass, past(percent(95)), "customers hardly ever cut back"),
    ]),
    direction: Direction::Higher,
    target: Some(Target::past_but(
        percent(90),
        "the industry's usual target",
        "Source 001 counts exactly 90 % as met; source 004 asks for more than 90 %.",
    )),
    source: Origin::Published(&BENCHMARK_SURVEY),
};

pub(super) static GROSS_LEVELS: Table = Table {
    id: "A2.3",
    slug: "grr-levels",
    title: "Gross revenue retention",
    source: &BENCHMARK_SURVEY,
    basis: "a year",
    about: GROSS,
    direction: Some(Direction::Higher),
    body: Body::Levels { measure: Measure::Percent, scale: &GROSS_REVENUE_RETENTION },
};

pub(super) static GROSS_RULES: Table = Table {
    id: "A2.3",
    slug: "grr-rules",
    title: "Gross revenue retention, as another source puts it",
    source: &PRACTICAL_GUIDE,
    basis: "a year",
    about: GROSS,
    direction: Some(Direction::Higher),
    body: Body::Rows {
        who: Some("Who"),
        columns: RULES,
        rows: &[row(
            Who::Anyone,
            &[
                Cell::AtLeast(percent(90)),
                Cell::Text("below it, look at the product, at onboarding and at support"),
            ],
        )],
    },
};

pub(super) static GROSS_BY_SEGMENT: Table = Table {
    id: "A2.4",
    slug: "grr-by-segment",
    title: "Gross revenue retention by segment",
    source: &BENCHMARK_SURVEY,
    basis: "a year",
    about: GROSS,
    direction: Some(Direction::Higher),
    body: Body::Rows {
        who: Some("Segment"),
        columns: &QUARTILES,
        rows: &[
            segment(
                Segment::Enterprise,
                &[Cell::Exactly(percent(95)), Cell::Exactly(percent(98)), Cell::Exactly(percent(90))],
            ),
            segment(
                Segment::MidMarket,
                &[Cell::Exactly(percent(90)), Cell::Exactly(percent(95)), Cell::Exactly(percent(85))],
            ),
            segment(
                Segment::Smb,
                &[Cell::Exactly(percent(82)), Cell::Exactly(percent(90)), Cell::Exactly(percent(75))],
            ),
        ],
    },
};
