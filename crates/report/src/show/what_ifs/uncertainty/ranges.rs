//! The ranges, as they were typed.

use plimsoll_metrics::figures::{ACQUISITION_SPEND, CHURNED_MRR, EXPANSION_MRR, NEW_MRR, START_MRR};
use plimsoll_metrics::{Accepts, Exact, Figure, Metric, all_metrics, figures};

use super::super::Context;
use crate::Inputs;
use crate::draws::{KNOWN_RANGE, RANGE, RangeProblem, Ranged, figure_range, known_range};
use crate::scenarios::typed;
use crate::sentence::{inline, range_problem};
use crate::show::field;
use crate::view::{AskView, EntryView, RangeExample, RangeField, SelectOption};

/// Which figure beside the main ones is to be given a range.
const MORE: &str = "uncertainty.figure";

pub(super) fn summary(ranges: usize) -> String {
    match ranges {
        0 => "Enter ranges".into(),
        1 => "One range: change it, or enter others".into(),
        _ => [&ranges.to_string(), " ranges: change them, or enter others"].concat(),
    }
}

/// The fields: of the main figures, of every other one that has a range or was chosen, and of what was entered as known.
pub(super) fn fields(context: &Context<'_>, inputs: &Inputs) -> Vec<RangeField> {
    let chosen = inputs.asks.get(MORE);
    let has_field = |figure: &&'static Figure| {
        is_main(figure)
            || chosen == Some(figure.slug)
            || inputs.asks.get(&[RANGE, figure.slug].concat()).is_some()
    };
    let figures = uncertain_figures().filter(has_field).map(|figure| of_figure(context, inputs, figure));
    let known = all_metrics().filter(|metric| context.before.known(metric).is_some());
    figures.chain(known.map(|metric| of_known(context, inputs, metric))).collect()
}

/// The question to which other figure a range is to be given.
pub(super) fn more(context: &Context<'_>, inputs: &Inputs) -> AskView {
    let chosen = inputs.asks.get(MORE).unwrap_or_default();
    let others =
        uncertain_figures().filter(|figure| !is_main(figure) && context.before.figure(figure).is_some());
    let option = |value: &str, label: &str| SelectOption {
        value: value.into(),
        label: label.into(),
        selected: chosen == value,
    };
    let options =
        [option("", "none")].into_iter().chain(others.map(|figure| option(figure.slug, figure.term)));
    AskView { what: MORE, label: "A range of another figure", options: options.collect() }
}

/// All figures but choices.
fn uncertain_figures() -> impl Iterator<Item = &'static Figure> {
    figures::all().filter(|figure| figure.accepts != Accepts::Horizon)
}

fn is_main(figure: &Figure) -> bool {
    field::main_figures().any(|main| main == figure)
}

fn of_figure(context: &Context<'_>, inputs: &Inputs, figure: &'static Figure) -> RangeField {
    let writer = &context.writer;
    let key = [RANGE, figure.slug].concat();
    let sign = || writer.formatter.sign(writer.currency);
    let units = (
        if figure.unit.is_money() { sign() } else { String::new() },
        field::suffix(context, figure).unwrap_or_default(),
    );
    let now = context.before.figure(figure);
    let write = |value: &Exact| writer.figure(figure, value);
    show(context, inputs, (figure.term, key), units, figure_range(inputs, context.read, figure), now, &write)
}

fn of_known(context: &Context<'_>, inputs: &Inputs, metric: &'static Metric) -> RangeField {
    let writer = &context.writer;
    let key = [KNOWN_RANGE, metric.slug].concat();
    let now = context.before.known(metric).map(|known| &known.value);
    let units = (String::new(), writer.unit_of(metric));
    let write = |value: &Exact| writer.value(metric.unit, value);
    show(context, inputs, (metric.term, key), units, known_range(inputs, context.read, metric), now, &write)
}

fn show(
    context: &Context<'_>,
    inputs: &Inputs,
    (label, key): (&'static str, String),
    (prefix, suffix): (String, String),
    range: Result<Option<Ranged>, RangeProblem>,
    now: Option<&Exact>,
    write: &dyn Fn(&Exact) -> String,
) -> RangeField {
    let text = inputs.asks.get(&key).unwrap_or_default().into();
    let entered = match now {
        Some(now) => ["Entered: ", &write(now), "."].concat(),
        None => "Nothing entered.".into(),
    };
    let reading = match range.as_ref().ok().and_then(Option::as_ref) {
        Some(Ranged { low, high, .. }) => {
            let lies_outside = now.is_some_and(|now| now < low || now > high);
            let note = if lies_outside { " That lies outside." } else { "" };
            ["Read as ", &write(low), " to ", &write(high), ". ", &entered, note].concat()
        }
        None => entered,
    };
    let currency = context.writer.currency.code();
    let problem = range.err().map(|problem| range_problem(&problem, currency));
    RangeField { label, entry: EntryView { key, text, rest: " ", prefix, suffix, problem }, reading }
}

/// A fifth to either side of a figure that most people are unsure of.
pub(super) fn example(context: &Context<'_>) -> Option<RangeExample> {
    let offered = [&CHURNED_MRR, &EXPANSION_MRR, &NEW_MRR, &START_MRR, &ACQUISITION_SPEND];
    let (figure, value) = offered
        .into_iter()
        .filter_map(|figure| Some((figure, context.before.figure(figure)?)))
        .find(|(_, value)| !value.is_zero())?;
    let [low, high] = [80, 120].map(|percent| round(&value.times(&Exact::percent(percent))));
    let write = |value: &Exact| context.writer.figure(figure, value);
    let label = ["Try it: ", &inline(figure.term), " from ", &write(&low), " to ", &write(&high)].concat();
    let mark = context.read.mark;
    let text = [&typed(&low, mark), " to ", &typed(&high, mark)].concat();
    Some(RangeExample { label, what: [RANGE, figure.slug].concat(), text })
}

/// To two digits that count.
fn round(value: &Exact) -> Exact {
    let ten = Exact::from(10);
    let mut unit = Exact::percent(1);
    while *value >= unit.times(&Exact::from(100)) {
        unit = unit.times(&ten);
    }
    let units = value.divided_by(&unit).and_then(|units| units.to_decimal(0)).map(Exact::from);
    units.map_or_else(|| value.clone(), |units| units.times(&unit))
}
