//! Renewal: levels, targets by segment, how well it is foreseen (catalogue A2.15).

use std::borrow::Cow;

use super::{at, band, column, row, segment};
use crate::Direction;
use crate::benchmarks::group::{Segment, Who};
use crate::benchmarks::number::{Measure, percent};
use crate::benchmarks::scale::{Scale, Standing};
use crate::benchmarks::source::Origin;
use crate::benchmarks::source::sources::METRIC_REFERENCE;
use crate::benchmarks::table::{Body, Cell, Role, Table};

const RENEWAL: &[&str] = &["renewal-rate-by-logo", "renewal-rate-by-value"];
const BASIS: &str = "of the contracts up for renewal, by number or by value";

static SCALE: Scale = Scale {
    bands: Cow::Borrowed(&[
        band("Concerning", Standing::Concerning, None, "too few customers renew"),
        band("Below average", Standing::BelowTarget, at(percent(85)), "others keep more"),
        band("Good", Standing::Good, at(percent(90)), "at the industry's norm of 2025"),
        band("Excellent", Standing::Excellent, at(percent(95)), "among the best quarter"),
    ]),
    direction: Direction::Higher,
    target: None,
    source: Origin::Published(&METRIC_REFERENCE),
};

pub(super) static LEVELS: Table = Table {
    id: "A2.15",
    slug: "renewal-levels",
    title: "Renewal rate",
    source: &METRIC_REFERENCE,
    basis: BASIS,
    about: RENEWAL,
    direction: Some(Direction::Higher),
    body: Body::Levels { measure: Measure::Percent, scale: &SCALE },
};

pub(super) static BY_SEGMENT: Table = Table {
    id: "A2.15",
    slug: "renewal-by-segment",
    title: "Renewal rate by segment",
    source: &METRIC_REFERENCE,
    basis: BASIS,
    about: RENEWAL,
    direction: Some(Direction::Higher),
    body: Body::Rows {
        who: Some("Segment"),
        columns: &[column("Target", Role::Target), column("What it stands for", Role::Aside)],
        rows: &[
            segment(Segment::Enterprise, &[Cell::AtLeast(percent(95)), Cell::Text("expected")]),
            segment(Segment::MidMarket, &[Cell::AtLeast(percent(90)), Cell::Text("good")]),
            segment(Segment::Smb, &[Cell::AtLeast(percent(85)), Cell::Text("good, as more customers leave")]),
        ],
    },
};

pub(super) static FORECAST: Table = Table {
    id: "A2.15",
    slug: "renewal-forecast",
    title: "Accuracy of the renewal forecast",
    source: &METRIC_REFERENCE,
    basis: "",
    about: &["renewal-forecast-accuracy"],
    direction: Some(Direction::Higher),
    body: Body::Rows {
        who: Some("Who"),
        columns: &[column("Target", Role::Target)],
        rows: &[row(Who::Anyone, &[Cell::Above(percent(90))])],
    },
};
