//! The months ahead as fans, beside the exact projection, and the numbers behind them.

use plimsoll_metrics::Exact;

use super::super::ahead::{along, axis, hundredths, large, months};
use super::super::projection::{Of, STEP, projected, projected_months};
use super::super::{Context, name_of};
use super::exact;
use crate::Inputs;
use crate::draws::{Drawn, DrawnFan, Five};
use crate::picture::Ruler;
use crate::scenarios::Named;
use crate::show::DASH;
use crate::view::{Cell, FanView, PictureColumn, PictureTable, Place, Plain, TableRow};

/// The percentiles, as a table's headings.
const PERCENTILES: [&str; 5] = ["5th percentile", "25th", "Median", "75th", "95th percentile"];

/// One scenario with its fan and its exact course.
struct Course<'a> {
    named: &'a Named,
    fan: &'a DrawnFan,
    exact: Vec<Exact>,
}

/// The fans on one axis, and their table.
pub(super) fn show(
    context: &Context<'_>,
    inputs: &Inputs,
    all: &[Named],
    found: &Drawn,
) -> (Vec<FanView>, PictureTable) {
    let span = projected_months(context.read, inputs);
    let mut drawn = Vec::new();
    for named in all {
        if let Some(fan) = found.fans.iter().find(|fan| fan.scenario == named.slug) {
            drawn.push(Course { named, fan, exact: exact_course(context, named, span) });
        }
    }
    let most = drawn.iter().flat_map(|one| one.fan.months.iter().flatten().map(|five| cents(five[4])));
    let Some(most) = most.max() else { return Default::default() };
    let ruler = Ruler::around(0, most, 100);
    let fans = drawn.iter().map(|one| fan(context, one, &ruler, span)).collect();
    (fans, table(context, &drawn))
}

fn exact_course(context: &Context<'_>, named: &Named, span: u32) -> Vec<Exact> {
    projected(context.before, &named.scenario, span)
        .ok()
        .and_then(|projection| Of::Arr.values(&projection).ok())
        .unwrap_or_default()
}

/// A drawn amount in hundredths.
fn cents(value: f64) -> i128 {
    (value * 100.0).round() as i128
}

fn fan(context: &Context<'_>, one: &Course<'_>, ruler: &Ruler, span: u32) -> FanView {
    let line = |pick: &dyn Fn(&Five) -> f64| -> Vec<(Place, Place)> {
        let points = (0..).zip(&one.fan.months);
        points
            .filter_map(|(month, five)| Some((along(month, span), ruler.place(cents(pick(five.as_ref()?))))))
            .collect()
    };
    let around = |low: &dyn Fn(&Five) -> f64, high: &dyn Fn(&Five) -> f64| {
        let mut points = line(high);
        points.extend(line(low).into_iter().rev());
        points
    };
    let exact = (0..).zip(&one.exact);
    FanView {
        slug: one.named.slug.clone(),
        name: name_of(one.named),
        said: said(context, one),
        axis: axis(context, Of::Arr, ruler),
        months: months(span),
        outer: around(&|five| five[0], &|five| five[4]),
        inner: around(&|five| five[1], &|five| five[3]),
        middle: line(&|five| five[2]),
        exact: exact.map(|(month, value)| (along(month, span), ruler.place(hundredths(value)))).collect(),
    }
}

/// "$4.2 million after 36 months in the middle; nine of ten draws between $3.9 million and $4.6 million."
fn said(context: &Context<'_>, one: &Course<'_>) -> String {
    let Some(Some([low, _, middle, _, high])) = one.fan.months.last() else {
        return "No draw has a value.".into();
    };
    let amount = |value: &f64| large(context, Of::Arr, &exact(*value));
    let months = one.fan.months.len().saturating_sub(1).to_string();
    let reached = one.fan.reached.map(|share| {
        let share = context.writer.whole(plimsoll_metrics::Unit::Percent, &exact(share));
        [" The target is reached in ", &share, " of them."].concat()
    });
    [
        &amount(middle),
        " ARR after ",
        &months,
        " months in the middle; nine of ten draws between ",
        &amount(low),
        " and ",
        &amount(high),
        ".",
        reached.as_deref().unwrap_or_default(),
    ]
    .concat()
}

/// Every third month of every scenario, and the last one.
fn table(context: &Context<'_>, drawn: &[Course<'_>]) -> PictureTable {
    let column = |label: &str| PictureColumn { label: label.into(), unit: None };
    let heads = ["Scenario and month"].into_iter().chain(PERCENTILES).chain(["Exact, as entered"]);
    PictureTable {
        caption: "ARR at the end of every third month".into(),
        columns: heads.map(column).collect(),
        rows: drawn.iter().flat_map(|one| rows(context, one)).collect(),
    }
}

fn rows(context: &Context<'_>, one: &Course<'_>) -> Vec<TableRow> {
    let last = one.fan.months.len().saturating_sub(1);
    let shown = one.fan.months.iter().enumerate();
    let shown = shown.filter(|(month, _)| month.checked_rem(STEP) == Some(0) || *month == last);
    let cell = |value: Option<Exact>| Cell {
        text: value.as_ref().map_or_else(|| DASH.into(), |value| Of::Arr.write(context, value)),
        plain: value
            .and_then(|value| value.to_decimal(2))
            .map_or(Plain::Missing, |value| Plain::Number(value.to_string())),
    };
    shown
        .map(|(month, five)| {
            let when = if month == 0 { "now".into() } else { ["month ", &month.to_string()].concat() };
            let text = [&name_of(one.named), ", ", &when].concat();
            let drawn = (0..5).map(|place| cell(five.and_then(|five| five.get(place).copied()).map(exact)));
            let exact = cell(one.exact.get(month).cloned());
            TableRow {
                header: Cell { plain: Plain::Text(text.clone()), text },
                cells: drawn.chain([exact]).collect(),
            }
        })
        .collect()
}
