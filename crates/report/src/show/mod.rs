//! From the state to the page. Reads once, moves the levers once, then shows.

mod card;
mod change;
mod compare;
mod equation;
mod explain;
mod field;
mod headline;
mod known;
mod paste;
mod scale;
mod value;
mod what_if;
mod write;

pub(crate) use scale::span_words;
pub(crate) use write::{DASH, Writer};

use std::borrow::Cow;
use std::rc::Rc;

use plimsoll_forecast::{Lever, LeverProblem};
use plimsoll_metrics::benchmarks::{Benchmarks, PUBLISHED, Scale};
use plimsoll_metrics::{Book, Metric, Outcome, PANELS};

use crate::choices;
use crate::format::Formatter;
use crate::paste::PASTED;
use crate::read::{self, Read};
use crate::sentence::step_name;
use crate::state::State;
use crate::view::{Page, PanelView, SampleOffer};

/// The panels whose metrics are cards. The others stand beside the figures.
const CARD_PANELS: [&str; 2] = ["retention", "unit-economics"];

/// The ledgers that can be tried; the sizes are those of `plimsoll_samples`, which only the worker knows.
static SAMPLES: [SampleOffer; 3] = [
    SampleOffer { slug: "small", label: "Small", detail: "90 customers over two years" },
    SampleOffer { slug: "medium", label: "Medium", detail: "2,000 customers over three years" },
    SampleOffer {
        slug: "large",
        label: "Large",
        detail: "50,000 customers over three years, a million rows",
    },
];

/// All that the parts of the page are shown from.
pub(crate) struct Context<'a> {
    pub(crate) read: &'a Read,
    pub(crate) writer: Writer<'a>,
    /// What values are held against.
    pub(crate) benchmarks: &'a Benchmarks,
    /// The book as entered.
    pub(crate) before: &'a Book,
    /// The book after the levers; the same one at rest.
    pub(crate) after: &'a Book,
    /// Whether a lever is set.
    pub(crate) moved: bool,
    /// What the levers could not do.
    pub(crate) lever_problems: &'a [(Lever, LeverProblem)],
}

impl<'a> Context<'a> {
    /// The scale of a metric for the chosen segment.
    pub(crate) fn scale(&self, metric: &Metric) -> Option<Cow<'a, Scale>> {
        self.benchmarks.scale(metric, self.read.choices.segment)
    }

    /// The value of a metric after the levers.
    pub(crate) fn value(&self, metric: &'static Metric) -> Outcome {
        self.after.evaluate(metric)
    }

    /// The annual value of a metric after the levers.
    pub(crate) fn annual(&self, metric: &'static Metric) -> Outcome {
        self.after.annual(metric)
    }
}

/// The whole page for a state. Pure: the same state and formatter give the same page.
///
/// ```
/// use plimsoll_report::{English, State, page};
/// let page = page(&State::default(), &English);
/// assert_eq!(page.panels[0].cards[0].term, "Net revenue retention (NRR)");
/// ```
#[must_use]
pub fn page(state: &State, formatter: &dyn Formatter) -> Page {
    let inputs = state.inputs();
    let read = read::inputs(inputs);
    let moved = read.levers.apply(&read.book);
    let context = Context {
        read: &read,
        writer: Writer { formatter, currency: read.choices.currency, window: read.choices.window },
        benchmarks: &PUBLISHED,
        before: &read.book,
        after: &moved.book,
        moved: moved.book != read.book,
        lever_problems: &moved.problems,
    };
    Page {
        headline: headline::show(&context, inputs.is_empty()),
        choices: choices::show(&read.choices),
        groups: field::groups(&context, state),
        what_if: what_if::show(&context, inputs),
        panels: panels(&context, state),
        equation: equation::show(&context),
        paste: Rc::new(paste::show(&context, state)),
        samples: &SAMPLES,
        ledger_figures: PASTED.into_iter().map(|figure| paste::now(&context, figure)).collect(),
        undo: state.last_step().map(step_name),
        redo: state.next_step().map(step_name),
        is_example: inputs.is_example(),
        is_empty: inputs.is_empty(),
    }
}

fn panels(context: &Context<'_>, state: &State) -> Vec<PanelView> {
    PANELS
        .iter()
        .filter(|panel| CARD_PANELS.contains(&panel.slug))
        .map(|panel| PanelView {
            slug: panel.slug,
            title: panel.title,
            cards: panel.metrics.iter().map(|metric| Rc::new(card::show(context, state, metric))).collect(),
        })
        .collect()
}
