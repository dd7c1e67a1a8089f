//! Lines that the catalogue states outside of its tables: beside a metric (M25, M31) or where sources contradict each
//! other (C36, C41).

use std::borrow::Cow;

use super::{at, band, column, row};
use crate::Direction;
use crate::benchmarks::group::Who;
use crate::benchmarks::number::{Measure, Number, count, percent};
use crate::benchmarks::scale::{Scale, Standing, Target};
use crate::benchmarks::source::Origin;
use crate::benchmarks::source::sources::{BENCHMARK_SURVEY, METRIC_REFERENCE, PRACTICAL_GUIDE};
use crate::benchmarks::table::{Body, Cell, Role, Table};

pub(super) static HEALTH_COVERAGE: Table = Table {
    id: "M25",
    slug: "health-coverage",
    title: "Customers with a health score",
    source: &METRIC_REFERENCE,
    basis: "of managed accounts, or of all above a revenue of your choice",
    about: &["health-coverage"],
    direction: Some(Direction::Higher),
    body: Body::Rows {
        who: Some("Who"),
        columns: &[column("Target", Role::Target)],
        rows: &[row(Who::Anyone, &[Cell::AtLeast(percent(100))])],
    },
};

pub(super) static CONTACT_COVERAGE: Table = Table {
    id: "M31",
    slug: "contact-coverage",
    title: "Engaged contacts per account",
    source: &METRIC_REFERENCE,
    basis: "",
    about: &["contact-coverage"],
    direction: Some(Direction::Higher),
    body: Body::Rows {
        who: Some("Who"),
        columns: &[column("Target", Role::Target)],
        rows: &[row(Who::Anyone, &[Cell::AtLeast(count(3))])],
    },
};

/// Full seats are a chance to sell, empty ones are no fault by themselves: both bands stand alike.
static SEAT_SCALE: Scale = Scale {
    bands: Cow::Borrowed(&[
        band("Room left", Standing::Acceptable, None, "seats are free; good or bad by what was planned"),
        band("Ready for more seats", Standing::Acceptable, at(percent(90)), "time to talk about more seats"),
    ]),
    direction: Direction::Higher,
    target: None,
    source: Origin::Published(&PRACTICAL_GUIDE),
};

pub(super) static SEATS: Table = Table {
    id: "C36",
    slug: "seat-utilisation",
    title: "Seats in use",
    source: &PRACTICAL_GUIDE,
    basis: "active of licensed seats; a signal, neither good nor bad",
    about: &["seat-utilisation"],
    direction: None,
    body: Body::Levels { measure: Measure::Percent, scale: &SEAT_SCALE },
};

pub(super) static SEATS_SURVEY: Table = Table {
    id: "C36",
    slug: "seat-utilisation-survey",
    title: "Seats in use, as another source puts it",
    source: &BENCHMARK_SURVEY,
    basis: "active of licensed seats",
    about: &["seat-utilisation"],
    direction: None,
    body: Body::Rows {
        who: Some("Who"),
        columns: &[column("Line", Role::Rule), column("What it stands for", Role::Aside)],
        rows: &[row(Who::Anyone, &[Cell::Above(percent(90)), Cell::Text("ready for more seats")])],
    },
};

static RATIO: Scale = Scale {
    bands: Cow::Borrowed(&[
        band("Loses money", Standing::Concerning, None, "a customer costs more than it ever brings in"),
        band("Below 3 : 1", Standing::BelowTarget, at(ONE), "too little margin to sustain growth"),
        band("3 : 1 or more", Standing::Good, at(THREE), "winning customers pays"),
    ]),
    direction: Direction::Higher,
    target: Some(Target::at(THREE, "the usual yardstick of three to one")),
    source: Origin::Published(&PRACTICAL_GUIDE),
};

const ONE: Number = Number::times(1);
const THREE: Number = Number::times(3);

pub(super) static LIFETIME_VALUE: Table = Table {
    id: "C41",
    slug: "ltv-cac-levels",
    title: "Lifetime value to acquisition cost",
    source: &PRACTICAL_GUIDE,
    basis: "gross margin over the lifetime",
    about: &["ltv-cac"],
    direction: Some(Direction::Higher),
    body: Body::Levels { measure: Measure::Times, scale: &RATIO },
};
