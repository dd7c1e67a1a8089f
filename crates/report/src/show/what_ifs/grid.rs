//! A metric for every pair of settings of two levers, coloured by band.

use std::borrow::Cow;

use plimsoll_forecast::{Axis, Basis, By, Cell, Lever, Movable, Scale, grid, tornado};
use plimsoll_metrics::benchmarks::{self, Standing};
use plimsoll_metrics::{Exact, Metric, Window};

use super::super::{Context, DASH};
use super::take::lever_setting;
use super::{ask, tornado as sensitivity};
use crate::sentence::{inline, lever_label, move_problem, undefined};
use crate::state::State;
use crate::view::{AskView, GridCell, GridRow, GridView, SelectOption};

const ROWS: &str = "grid.rows";
const COLUMNS: &str = "grid.columns";
/// How many steps to either side.
const REACH: i64 = 3;
/// Which levers are shown where none is chosen: the first two of these that move the metric.
const USUAL: [Lever; 6] = [
    Lever::Churn,
    Lever::Expansion,
    Lever::Price,
    Lever::GrossMargin,
    Lever::AcquisitionCost,
    Lever::Contraction,
];

/// The grid.
pub(super) fn show(context: &Context<'_>, state: &State) -> GridView {
    let metric = sensitivity::metric(context, state);
    let (rows, columns) = sides(context, state, metric);
    let cells = metric.map_or_else(Vec::new, |metric| cells(context, metric, rows, columns));
    let mut bands: Vec<(Cow<'static, str>, Standing)> =
        cells.iter().flatten().filter_map(|cell| cell.band.clone()).collect();
    bands.sort_by_key(|(_, standing)| std::cmp::Reverse(*standing));
    bands.dedup();
    let rows_of = settings(context, rows).into_iter().zip(cells);
    let is_graded = metric.is_some_and(|metric| context.scale(metric).is_some());
    GridView {
        asks: metric.map_or_else(Vec::new, |_| {
            vec![choice(ROWS, "Down", rows, columns), choice(COLUMNS, "Across", columns, rows)]
        }),
        caption: metric.map_or_else(|| ask::NOTHING.into(), |metric| caption(context, metric, rows, columns)),
        sides: (lever_label(rows), lever_label(columns)),
        columns: settings(context, columns),
        rows: rows_of.map(|(setting, cells)| GridRow { setting, cells }).collect(),
        bands,
        note: metric
            .filter(|_| !is_graded)
            .map(|metric| ["No bands are published for ", &inline(metric.short()), "."].concat()),
    }
}

/// "CAC payback (months), by churn down and price across"
fn caption(context: &Context<'_>, metric: &Metric, rows: Lever, columns: Lever) -> String {
    let unit = context.writer.unit_of(metric);
    let unit = if unit.is_empty() { unit } else { [" (", &unit, ")"].concat() };
    let (rows, columns) = (inline(lever_label(rows)), inline(lever_label(columns)));
    [metric.short(), &unit, ", by ", &rows, " down and ", &columns, " across"].concat()
}

/// The levers that go down and across, never the same one.
fn sides(context: &Context<'_>, state: &State, metric: Option<&'static Metric>) -> (Lever, Lever) {
    let scope = context.read.levers.churn_scope;
    let moves: Vec<Movable> = metric
        .and_then(|metric| tornado(context.before, metric, Basis::Window, Some(scope)).ok())
        .map(|rows| rows.iter().map(|row| row.over).collect())
        .unwrap_or_default();
    let moving = USUAL.into_iter().filter(|lever| moves.contains(&Movable::Lever(*lever)));
    let usual: Vec<Lever> = moving.chain(USUAL).collect();
    let across = ask::lever(ask::answer(state, COLUMNS));
    let first = |taken: Option<Lever>| usual.iter().copied().find(|lever| Some(*lever) != taken);
    let rows = ask::lever(ask::answer(state, ROWS)).or_else(|| first(across)).unwrap_or(Lever::Churn);
    let columns = across.filter(|lever| *lever != rows).or_else(|| first(Some(rows)));
    (rows, columns.unwrap_or(Lever::Expansion))
}

fn choice(what: &'static str, label: &'static str, chosen: Lever, other: Lever) -> AskView {
    let levers = Lever::ALL.into_iter().filter(|lever| *lever != other);
    let options = levers.map(|lever| SelectOption {
        value: lever.slug().into(),
        label: lever_label(lever).into(),
        selected: lever == chosen,
    });
    AskView { what, label, options: options.collect() }
}

/// One step of a lever, in whole tenths of a point or percent. Points weigh more over a short window.
const fn tenths(lever: Lever, window: Window) -> i64 {
    match (lever, window) {
        (Lever::Price | Lever::GrossMargin, _) => 50,
        (Lever::AcquisitionCost, _) => 100,
        (_, Window::Year) => 20,
        (_, Window::Quarter) => 5,
        (_, Window::Month) => 2,
    }
}

/// The movements of a lever, least first.
fn movements(lever: Lever, window: Window) -> Vec<Exact> {
    let step = Exact::per_mille(tenths(lever, window));
    (REACH.saturating_neg()..=REACH).map(|steps| step.times(&Exact::from(steps))).collect()
}

/// "−2 points", "as it is", "+5%"
fn settings(context: &Context<'_>, lever: Lever) -> Vec<String> {
    let setting = |amount: &Exact| lever_setting(&context.writer, lever, amount);
    movements(lever, context.writer.window).iter().map(setting).collect()
}

fn axis(lever: Lever, window: Window) -> Axis {
    let by = |amount| match lever.scale() {
        Scale::Points => By::Points(amount),
        Scale::Percent => By::Percent(amount),
    };
    let settings = movements(lever, window).into_iter().map(by).collect();
    Axis { over: Movable::Lever(lever), settings }
}

fn cells(context: &Context<'_>, metric: &'static Metric, rows: Lever, columns: Lever) -> Vec<Vec<GridCell>> {
    let window = context.writer.window;
    let (rows, columns) = (axis(rows, window), axis(columns, window));
    let scope = context.read.levers.churn_scope;
    let scale = context.scale(metric);
    let middle = usize::try_from(REACH).unwrap_or_default();
    let cells = grid(context.before, metric, Basis::Window, scale.as_deref(), &rows, &columns, scope);
    let row = |(down, row): (usize, Vec<Cell>)| {
        let cell = |(across, cell): (usize, Cell)| GridCell {
            is_now: (down, across) == (middle, middle),
            ..show_cell(context, metric, scale.as_deref(), cell)
        };
        row.into_iter().enumerate().map(cell).collect()
    };
    cells.into_iter().enumerate().map(row).collect()
}

fn show_cell(
    context: &Context<'_>,
    metric: &'static Metric,
    scale: Option<&benchmarks::Scale>,
    cell: Cell,
) -> GridCell {
    let dash = |reason| GridCell { text: DASH.into(), band: None, reason: Some(reason), is_now: false };
    match cell {
        Cell::Undefined(reason) => dash(undefined(&reason, |_| false)),
        Cell::Refused(_, problem) => dash(move_problem(&problem)),
        Cell::Value { value, band } => {
            // As many digits as keep it in its band, where it is what was graded.
            let is_annual = !metric.depends_on_window() || context.writer.window == Window::Year;
            let graded = scale.filter(|_| is_annual);
            let text = graded.map_or_else(
                || context.writer.value(metric.unit, &value),
                |scale| context.writer.graded(metric.unit, &value, scale).0,
            );
            let band = band.and_then(|position| scale?.bands.get(position));
            GridCell {
                text,
                band: band.map(|band| (band.name.clone(), band.standing)),
                reason: None,
                is_now: false,
            }
        }
    }
}
