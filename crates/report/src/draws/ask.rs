//! What is asked of the draws: the ranges, the seed.

use plimsoll_forecast::uncertainty::{Subject, Uncertain};
use plimsoll_metrics::{Accepts, Figure, Metric, Unit, all_metrics, figures, find_figure, find_metric};

use super::range::{RangeProblem, Ranged, ranged};
use crate::choices;
use crate::read::{self, Problem, Read, outside, quantity, refusal};
use crate::state::Inputs;

/// The seed, as it is asked for.
pub(crate) const SEED: &str = "uncertainty.seed";

/// Which metric is asked about.
pub(crate) const METRIC: &str = "uncertainty.metric";

/// Under this and its slug stands the range of a figure.
pub(crate) const RANGE: &str = "range.";

/// Under this and its slug stands the range of a metric that is entered as known.
pub(crate) const KNOWN_RANGE: &str = "range.known.";

/// What counts while no seed is typed.
const USUAL_SEED: u64 = 1;

/// The largest seed: nine digits can still be read out.
const LARGEST_SEED: i64 = 999_999_999;

/// The asks that the draws rest on, beside the ranges.
const ASKS: [&str; 4] = [SEED, METRIC, "project.months", "project.target"];

/// The part of the inputs from which something is drawn; nothing where nothing is uncertain. Where it stays the same, so do the
/// draws.
///
/// ```
/// use plimsoll_report::{Action, State, drawn_from};
/// assert_eq!(drawn_from(State::default().inputs()), None);
/// let asked = Action::Asked { what: "range.churned-mrr".into(), text: "30k to 45k".into() };
/// let state = State::default().after(&asked);
/// let asked = drawn_from(state.inputs());
/// assert!(asked.is_some());
/// assert_eq!(drawn_from(state.after(&Action::ViewOpened("scenarios".into())).inputs()), asked);
/// ```
#[must_use]
pub fn drawn_from(inputs: &Inputs) -> Option<Inputs> {
    let is_uncertain = !uncertain(inputs, &read::inputs(inputs)).is_empty();
    is_uncertain.then(|| {
        let mut asked = Inputs {
            view: String::new(),
            paste: Default::default(),
            levers: Default::default(),
            ledger: Default::default(),
            mappings: Default::default(),
            asks: Default::default(),
            ..inputs.clone()
        };
        for (what, text) in
            inputs.asks.iter().filter(|(what, _)| what.starts_with(RANGE) || ASKS.contains(what))
        {
            asked.asks.set(what, text);
        }
        asked
    })
}

/// Everything of which a range was typed, in the order of the catalogue: figures, then metrics entered as known.
pub(crate) fn uncertain(inputs: &Inputs, read: &Read) -> Vec<Uncertain> {
    let figures = figures::all()
        .filter_map(|figure| Some((Subject::Figure(figure), figure_range(inputs, read, figure).ok()??)));
    let known = all_metrics().filter_map(|metric| {
        let window = read.book.known(metric)?.window;
        Some((Subject::Known(metric, window), known_range(inputs, read, metric).ok()??))
    });
    figures.chain(known).filter_map(|(of, range)| Some(Uncertain { of, spread: range.spread()? })).collect()
}

/// The range that was typed for a figure.
pub(crate) fn figure_range(
    inputs: &Inputs,
    read: &Read,
    figure: &'static Figure,
) -> Result<Option<Ranged>, RangeProblem> {
    let text = inputs.asks.get(&[RANGE, figure.slug].concat());
    let Some(text) = text.filter(|_| figure.accepts != Accepts::Horizon) else { return Ok(None) };
    ranged(text, read.mark, figure.unit, read.choices.currency.code(), &|value| refusal(figure, value))
}

/// The range that was typed for a metric that is entered as known.
pub(crate) fn known_range(
    inputs: &Inputs,
    read: &Read,
    metric: &'static Metric,
) -> Result<Option<Ranged>, RangeProblem> {
    let Some(text) = inputs.asks.get(&[KNOWN_RANGE, metric.slug].concat()) else { return Ok(None) };
    ranged(text, read.mark, metric.unit, read.choices.currency.code(), &|value| outside(metric.range, value))
}

/// The slug of what is uncertain.
pub(super) fn slug(subject: Subject) -> String {
    match subject {
        Subject::Figure(figure) => figure.slug.into(),
        Subject::Known(metric, _) => metric.slug.into(),
    }
}

/// The name of what is uncertain.
pub(crate) fn term_of(slug: &str) -> Option<&'static str> {
    find_figure(slug).map(|figure| figure.term).or_else(|| find_metric(slug).map(|metric| metric.term))
}

/// The metric that was asked about.
pub(crate) fn metric(inputs: &Inputs) -> Option<&'static Metric> {
    inputs.asks.get(METRIC).and_then(find_metric)
}

/// The seed that was asked for.
pub(crate) fn seed(inputs: &Inputs) -> Result<u64, Problem> {
    let text = inputs.asks.get(SEED).unwrap_or_default();
    let typed = quantity(text, inputs.decimal_mark(), Unit::Count, choices::read(inputs).currency.code());
    match (typed.value, typed.problem) {
        (_, Some(problem)) => Err(problem),
        (None, None) => Ok(USUAL_SEED),
        (Some(value), None) => value
            .is_whole()
            .then(|| value.to_decimal(0))
            .flatten()
            .and_then(|seed| i64::try_from(seed).ok())
            .filter(|seed| (0..=LARGEST_SEED).contains(seed))
            .and_then(|seed| u64::try_from(seed).ok())
            .ok_or(Problem::Outside(0, LARGEST_SEED)),
    }
}
