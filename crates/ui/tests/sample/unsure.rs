//! How sure it is, in every state that the section can be in; made up, so that no draw is needed to see it.

use plimsoll_report::view::{
    AskView, Axis, BandShare, Cell, EntryView, FanView, PictureColumn, PictureTable, Place, Plain,
    RangeExample, RangeField, SpreadRow, Standing, TableRow, Tick, UncertaintyView, WeightRow,
};

use super::option;

fn entry(key: &str, text: &str, problem: Option<&str>) -> EntryView {
    EntryView {
        key: key.into(),
        text: text.into(),
        rest: "",
        prefix: String::new(),
        suffix: String::new(),
        problem: problem.map(str::to_owned),
    }
}

/// Nothing has a range: one click makes one.
pub(crate) fn nothing() -> UncertaintyView {
    UncertaintyView {
        finding: "Nothing has a range yet.".into(),
        about: String::new(),
        is_stale: false,
        problem: None,
        example: Some(RangeExample {
            label: "Try it: churned MRR from $31,000 to $46,000".into(),
            what: "range.churned-mrr".into(),
            text: "31000 to 46000".into(),
        }),
        summary: "Enter ranges".into(),
        fields: vec![RangeField {
            label: "Churned MRR",
            entry: entry("range.churned-mrr", "", None),
            reading: "entered: $38,400".into(),
        }],
        more: AskView {
            what: "uncertainty.more",
            label: "Another figure",
            options: vec![option("", "Choose one", true)],
        },
        seed: entry("uncertainty.seed", "", None),
        next_seed: "2".into(),
        fans: Vec::new(),
        table: PictureTable::default(),
        bands_head: "Chance of each band",
        spreads: Vec::new(),
        left_out: None,
        ask: AskView { what: "uncertainty.metric", label: "Metric", options: Vec::new() },
        most: String::new(),
        weights: Vec::new(),
    }
}

/// Two ranges, drawn.
pub(crate) fn drawn() -> UncertaintyView {
    UncertaintyView {
        finding: "After 12 months, nine draws of ten have ARR between $3.9 million and $4.6 million.".into(),
        about: "100,032 draws of 2 ranges, from seed 1.".into(),
        example: None,
        summary: "2 ranges: change them, or enter others".into(),
        fans: vec![fan()],
        table: table(),
        spreads: vec![spread(), undefined()],
        left_out: Some("In 12 of 100,032 draws the figures contradict each other.".into()),
        ask: AskView {
            what: "uncertainty.metric",
            label: "Metric",
            options: vec![option("ltv-cac", "LTV : CAC", true), option("cac", "CAC", false)],
        },
        most: "Churned MRR matters most for LTV : CAC.".into(),
        weights: vec![
            weight("churned-mrr", "Churned MRR", "−0.93", "the more, the less", 9_300, true),
            weight("new-mrr", "New MRR", "0.21", "the more, the more", 2_100, false),
        ],
        ..nothing()
    }
}

/// What stands there is of other inputs, one range is wrong, and the worker was lost.
pub(crate) fn troubled() -> UncertaintyView {
    UncertaintyView {
        is_stale: true,
        problem: Some("The program that draws met a fault of its own and was ended.".into()),
        fields: vec![RangeField {
            label: "Churned MRR",
            entry: entry(
                "range.churned-mrr",
                "45k to 30k",
                Some("The first number is the larger one: “30k to 45k”."),
            ),
            reading: String::new(),
        }],
        ..drawn()
    }
}

fn fan() -> FanView {
    let line = |ends: (u16, u16)| vec![(Place(0), Place(ends.0)), (Place::END, Place(ends.1))];
    let around = |low: (u16, u16), high: (u16, u16)| {
        line(high).into_iter().chain(line(low).into_iter().rev()).collect()
    };
    FanView {
        slug: "base".into(),
        name: "As it is".into(),
        said: "$4.2 million ARR after 12 months in the middle.".into(),
        axis: Axis {
            unit: Some("million $".into()),
            ticks: vec![tick(0, "0"), tick(10_000, "5")],
            zero: Some(Place(0)),
        },
        months: vec![tick(0, "now"), tick(10_000, "12")],
        outer: around((7_000, 7_800), (7_000, 9_200)),
        inner: around((7_000, 8_200), (7_000, 8_800)),
        middle: line((7_000, 8_400)),
        exact: line((7_000, 8_450)),
    }
}

fn tick(place: u16, text: &str) -> Tick {
    Tick { place: Place(place), text: text.into(), rank: 0 }
}

fn table() -> PictureTable {
    let cell = |text: &str| Cell { text: text.into(), plain: Plain::Text(text.into()) };
    let column = |label: &str| PictureColumn { label: label.into(), unit: None };
    PictureTable {
        caption: "ARR at the end of every third month".into(),
        columns: ["Scenario and month", "Median"].map(column).to_vec(),
        rows: vec![TableRow { header: cell("As it is, month 12"), cells: vec![cell("$4,200,000")] }],
    }
}

fn spread() -> SpreadRow {
    let band = |name: &'static str, standing, share: &str, from, length| BandShare {
        name: name.into(),
        standing,
        share: share.into(),
        from: Place(from),
        length: Place(length),
    };
    SpreadRow {
        slug: "net-revenue-retention",
        plain: "What is left of a year's revenue, growth included",
        term: "Net revenue retention".into(),
        unit: "a year".into(),
        values: Ok(["89.1%", "92.0%", "93.9%", "95.8%", "98.7%"].map(str::to_owned)),
        bands: vec![
            band("Low", Standing::Concerning, "10%", 0, 1_000),
            band("Good", Standing::Good, "90%", 1_000, 9_000),
        ],
        left_out: Some("No value in 12 draws.".into()),
    }
}

fn undefined() -> SpreadRow {
    SpreadRow {
        slug: "lifetime-value",
        plain: "What a customer brings while it stays",
        term: "Lifetime value".into(),
        unit: "$".into(),
        values: Err("No draw has a value: a divisor is zero.".into()),
        bands: Vec::new(),
        left_out: None,
    }
}

fn weight(
    slug: &str,
    label: &'static str,
    correlation: &str,
    way: &'static str,
    length: u16,
    is_against: bool,
) -> WeightRow {
    WeightRow {
        slug: slug.into(),
        label,
        correlation: correlation.into(),
        way,
        length: Place(length),
        is_against,
    }
}
