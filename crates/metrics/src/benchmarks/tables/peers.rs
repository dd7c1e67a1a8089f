//! Medians by industry and by stage (catalogue A2.19, A2.20).

use super::{column, column_on, row};
use crate::benchmarks::group::{Industry, Stage, Who};
use crate::benchmarks::number::percent;
use crate::benchmarks::source::sources::BENCHMARK_SURVEY;
use crate::benchmarks::table::{Body, Cell, Role, Row, Table};

const NET: &[&str] = &["net-revenue-retention"];
const GROSS: &[&str] = &["gross-revenue-retention"];

pub(super) static BY_INDUSTRY: Table = Table {
    id: "A2.19",
    slug: "medians-by-industry",
    title: "Medians by industry",
    source: &BENCHMARK_SURVEY,
    basis: "a year",
    about: &[],
    direction: None,
    body: Body::Rows {
        who: Some("Industry"),
        columns: &[
            column_on("Net revenue retention", Role::Median, NET),
            column_on("Gross revenue retention", Role::Median, GROSS),
            column_on("Logo churn", Role::Median, &["logo-churn"]),
        ],
        rows: &[
            industry(Industry::Infrastructure, &[median(125), median(95), median(5)]),
            industry(Industry::Cybersecurity, &[median(120), median(93), median(7)]),
            industry(Industry::HrTech, &[median(110), median(90), median(12)]),
            industry(Industry::MarTech, &[median(105), median(87), median(15)]),
            industry(Industry::FinTech, &[median(115), median(92), median(8)]),
            industry(Industry::HealthTech, &[median(112), median(91), median(10)]),
            industry(Industry::EdTech, &[median(100), median(85), median(18)]),
            industry(Industry::Ecommerce, &[median(108), median(88), median(14)]),
        ],
    },
};

/// Net retention falls at the top; that is what the source says (catalogue C25).
pub(super) static BY_STAGE: Table = Table {
    id: "A2.20",
    slug: "medians-by-stage",
    title: "Medians by stage",
    source: &BENCHMARK_SURVEY,
    basis: "a year",
    about: &[],
    direction: None,
    body: Body::Rows {
        who: Some("Stage"),
        columns: &[
            column_on("Net revenue retention", Role::Median, NET),
            column_on("Gross revenue retention", Role::Median, GROSS),
            column("What matters then", Role::Aside),
        ],
        rows: &[
            stage(Stage::Early, &[median(100), median(85), Cell::Text("a product that fits its market")]),
            stage(Stage::Growth, &[median(110), median(90), Cell::Text("setting up customer success")]),
            stage(Stage::Scale, &[median(118), median(93), Cell::Text("customer success runs smoothly")]),
            stage(
                Stage::Enterprise,
                &[median(115), median(95), Cell::Text("getting more out of what is there")],
            ),
        ],
    },
};

const fn industry(industry: Industry, cells: &'static [Cell]) -> Row {
    row(Who::Industry(industry), cells)
}

const fn stage(stage: Stage, cells: &'static [Cell]) -> Row {
    row(Who::Stage(stage), cells)
}

const fn median(count: i32) -> Cell {
    Cell::Exactly(percent(count))
}
