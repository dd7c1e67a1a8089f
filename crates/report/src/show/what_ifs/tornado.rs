//! Sensitivity: what one step of each figure does to a metric, largest first.

use plimsoll_forecast::{Basis, Movable, NoStep, Row, tornado};
use plimsoll_metrics::metrics::LTV_CAC;
use plimsoll_metrics::{Exact, Figure, Metric};

use super::super::Context;
use super::super::change::reading;
use super::ask;
use crate::sentence::{inline, is_plural, step_size, undefined};
use crate::state::State;
use crate::view::{Place, StepEffect, TornadoRow, TornadoView};

/// The question which metric is looked at, by the tornado and the grid alike.
const METRIC: &str = "sensitivity.metric";
/// The most rows.
const MOST: usize = 12;

/// The metric that is looked at.
pub(super) fn metric(context: &Context<'_>, state: &State) -> Option<&'static Metric> {
    ask::metric(context, state, METRIC, &LTV_CAC)
}

/// The rows, longest first.
pub(super) fn show(context: &Context<'_>, state: &State) -> TornadoView {
    let chosen = metric(context, state);
    let rows = chosen.and_then(|metric| tornado(context.before, metric, Basis::Window, None).ok());
    let rows: Vec<Row> = rows.into_iter().flatten().take(MOST).collect();
    let ruler = Ruler::new(&rows);
    TornadoView {
        ask: ask::about(context, METRIC, "Metric", chosen),
        metric: chosen.map_or("", |metric| metric.short()),
        finding: chosen.map_or_else(|| ask::NOTHING.into(), |metric| finding(context, metric, rows.first())),
        zero: ruler.place(&Exact::zero()),
        rows: chosen
            .map(|metric| rows.iter().filter_map(|row| show_row(context, metric, row, &ruler)).collect())
            .unwrap_or_default(),
    }
}

/// "Gross margin matters most: one point moves LTV : CAC by 0.036."
fn finding(context: &Context<'_>, metric: &Metric, first: Option<&Row>) -> String {
    let name = inline(metric.short());
    let Some((row, figure)) = first.and_then(|row| Some((row, figure(row)?))) else {
        return [metric.short(), " rests on no figure here: it was entered as known."].concat();
    };
    if row.size().is_zero() {
        return ["No single step of a figure moves ", &name, "."].concat();
    }
    let step = step_size(figure, &row.step, &context.writer);
    let (step, moves) = match step.strip_prefix("1 ") {
        Some(rest) => (["one ", rest].concat(), " moves "),
        None if step == "1%" => (step, " moves "),
        None => (step, " move "),
    };
    let matters = if is_plural(figure) { " matter most: " } else { " matters most: " };
    let size = context.writer.effect(metric.unit, &row.size());
    [figure.term, matters, &step, moves, &name, " by ", &size, "."].concat()
}

fn figure(row: &Row) -> Option<&'static Figure> {
    match row.over {
        Movable::Figure(figure) => Some(figure),
        Movable::Lever(_) => None,
    }
}

fn show_row(context: &Context<'_>, metric: &Metric, row: &Row, ruler: &Ruler) -> Option<TornadoRow> {
    let figure = figure(row)?;
    let effect = |change: &Result<Exact, NoStep>| effect(context, metric, change, ruler);
    Some(TornadoRow {
        slug: figure.slug,
        label: figure.term,
        now: context.before.counted(figure).map(|now| context.writer.figure(figure, &now))?,
        step: step_size(figure, &row.step, &context.writer),
        down: effect(&row.down),
        up: effect(&row.up),
    })
}

fn effect(
    context: &Context<'_>,
    metric: &Metric,
    change: &Result<Exact, NoStep>,
    ruler: &Ruler,
) -> StepEffect {
    let nothing = Exact::zero();
    match change {
        Ok(change) => {
            let ends = (ruler.place(&nothing), ruler.place(change));
            StepEffect::Changes {
                from: ends.0.min(ends.1),
                to: ends.0.max(ends.1),
                text: context.writer.signed_effect(metric.unit, change),
                reading: reading(metric.direction, &nothing, change),
            }
        }
        Err(NoStep::NotAccepted) => StepEffect::Nothing("It cannot go there.".into()),
        Err(NoStep::LargerThanWhole(limit)) => {
            StepEffect::Nothing(["It would pass the ", &inline(limit.whole.term), "."].concat())
        }
        Err(NoStep::Undefined(reason)) => StepEffect::Nothing(undefined(reason, |_| false)),
    }
}

/// From changes to places: from the largest change down to the largest change up.
struct Ruler {
    least: Exact,
    span: Exact,
}

impl Ruler {
    fn new(rows: &[Row]) -> Self {
        let changes = rows.iter().flat_map(|row| [&row.down, &row.up]).flatten();
        let (mut least, mut most) = (Exact::zero(), Exact::zero());
        for change in changes {
            least = least.min(change.clone());
            most = most.max(change.clone());
        }
        Self { span: most.minus(&least), least }
    }

    fn place(&self, change: &Exact) -> Place {
        let share = change.minus(&self.least).divided_by(&self.span);
        share.map_or(Place(0), |share| Place::at(&share))
    }
}
