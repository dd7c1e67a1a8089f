//! Expansion: of the base, of growth, of revenue, by type (catalogue A2.8 to A2.11). Three metrics that share a name
//! in the sources and are never mixed (C4).

use std::borrow::Cow;

use super::{at, band, column, past, row};
use crate::Direction;
use crate::benchmarks::group::{GrowthStage, Who};
use crate::benchmarks::number::{Measure, Number, percent};
use crate::benchmarks::scale::{Scale, Standing, Target};
use crate::benchmarks::source::Origin;
use crate::benchmarks::source::sources::{BENCHMARK_SURVEY, METRIC_REFERENCE};
use crate::benchmarks::table::{Body, Cell, Role, Row, Table};

static RATE: Scale = Scale {
    bands: Cow::Borrowed(&[
        band("Limited", Standing::BelowTarget, None, "few customers buy more"),
        band("Moderate", Standing::Acceptable, at(percent(10)), "usual while a company is young"),
        band("Strong", Standing::Good, at(percent(20)), "solid while a company grows"),
        band("Excellent", Standing::Excellent, at(percent(30)), "seen from $15M of ARR on"),
        band(
            "Exceptional",
            Standing::BestInClass,
            at(percent(40)),
            "seen with usage prices and large accounts",
        ),
    ]),
    direction: Direction::Higher,
    target: None,
    source: Origin::Published(&METRIC_REFERENCE),
};

pub(super) static RATE_LEVELS: Table = Table {
    id: "A2.8",
    slug: "expansion-rate-levels",
    title: "Expansion rate, of the MRR at the start",
    source: &METRIC_REFERENCE,
    basis: "a year; the source names no period",
    about: &["expansion-rate"],
    direction: Some(Direction::Higher),
    body: Body::Levels { measure: Measure::Percent, scale: &RATE },
};

pub(super) static SHARE_OF_GROWTH: Table = Table {
    id: "A2.9",
    slug: "expansion-share-of-growth",
    title: "Expansion's share of growth by stage",
    source: &METRIC_REFERENCE,
    basis: "of new and expansion ARR together, a year",
    about: &["expansion-share-of-growth"],
    direction: Some(Direction::Higher),
    body: Body::Rows {
        who: Some("Stage"),
        columns: &[column("From expansion", Role::Typical)],
        rows: &[
            row(Who::GrowthStage(GrowthStage::Early), &[Cell::About(percent(10))]),
            row(Who::GrowthStage(GrowthStage::Growth), &[Cell::Range(percent(20), percent(30))]),
            row(Who::GrowthStage(GrowthStage::Scale), &[Cell::AtLeast(percent(35))]),
            row(Who::GrowthStage(GrowthStage::Mature), &[Cell::UpTo(percent(66))]),
        ],
    },
};

static SHARE: Scale = Scale {
    bands: Cow::Borrowed(&[
        band("Concerning", Standing::Concerning, None, "a large chance is left unused"),
        band("Below target", Standing::BelowTarget, at(percent(10)), "selling more has yet to be built up"),
        band("Good", Standing::Good, at(percent(20)), "upsells and cross-sells work"),
        band("Excellent", Standing::Excellent, at(percent(25)), "expansion is a steady engine"),
        band("Best-in-class", Standing::BestInClass, past(percent(30)), "customers start small and grow"),
    ]),
    direction: Direction::Higher,
    target: Some(Target::past(percent(20), "the minimum for healthy growth")),
    source: Origin::Published(&BENCHMARK_SURVEY),
};

pub(super) static SHARE_LEVELS: Table = Table {
    id: "A2.10",
    slug: "expansion-share-levels",
    title: "Expansion's share of revenue",
    source: &BENCHMARK_SURVEY,
    basis: "of total revenue, a year",
    about: &["expansion-share-of-revenue"],
    direction: Some(Direction::Higher),
    body: Body::Levels { measure: Measure::Percent, scale: &SHARE },
};

pub(super) static BY_TYPE: Table = Table {
    id: "A2.11",
    slug: "expansion-by-type",
    title: "Expansion by type",
    source: &BENCHMARK_SURVEY,
    basis: "",
    about: &[],
    direction: None,
    body: Body::Rows {
        who: Some("Type"),
        columns: &[
            column("Share of expansion", Role::Aside),
            column("Usual deal, of the contract's value", Role::Aside),
        ],
        rows: &[
            kind("Seats", &[range(40, 50), range(15, 25)]),
            kind("A higher tier", &[range(25, 35), range(40, 80)]),
            kind("Another module", &[range(15, 25), range(10, 20)]),
            kind("Another department", &[range(5, 15), range(50, 100)]),
        ],
    },
};

const fn kind(name: &'static str, cells: &'static [Cell]) -> Row {
    row(Who::Named(name), cells)
}

const fn range(low: i32, high: i32) -> Cell {
    Cell::Range(Number::percent(low), Number::percent(high))
}
