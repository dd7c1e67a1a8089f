//! From the state to the page. Reads once, moves the levers once, then shows.

mod benchmarks;
mod builder;
mod card;
mod cells;
mod certainty;
mod change;
mod compare;
mod conventions;
mod embedded;
mod equation;
mod explain;
mod field;
mod headline;
mod known;
mod lab;
mod lines;
mod opinions;
mod pack;
mod panels;
mod paste;
mod reference;
mod relations;
mod scale;
mod value;
mod views;
mod what_if;
mod what_ifs;
mod write;

pub(crate) use compare::{Neighbour, in_words, neighbours};
pub(crate) use embedded::show as embedded;
pub(crate) use explain::{formula, show as explanation};
pub use lab::lab_view;
pub(crate) use panels::heads;
pub(crate) use reference::figures_of;
pub(crate) use scale::span_words;
pub(crate) use value::{show as shown_value, verdict};
pub use views::view_of;
pub use what_ifs::DrawState;
pub(crate) use what_ifs::{Aim, Sought};
pub(crate) use what_ifs::{asked_target, projected_months};
pub(crate) use write::{DASH, Writer};

use std::borrow::Cow;
use std::rc::Rc;

use plimsoll_forecast::{Lever, LeverProblem};
use plimsoll_metrics::benchmarks::{Benchmarks, Scale};
use plimsoll_metrics::{Book, Figure, Metric, Outcome};

use crate::choices;
use crate::format::Formatter;
use crate::paste::ledger_figures;
use crate::read::{self, Read};
use crate::sentence::step_name;
use crate::state::{Inputs, State};
use crate::view::{Card, PackProblem, Page, SampleOffer, Shelf, UncertaintyView};
use views::Content;

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

    /// Whether what was typed for the figure could not be read.
    pub(crate) fn is_unread(&self, figure: &'static Figure) -> bool {
        self.read.figures.get(&figure).is_some_and(|typed| typed.problem.is_some())
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
    page_with(state, formatter, &|_| None)
}

/// The same, where some cards are held as they are, by the slugs of their metrics: those that nobody sees just now can follow a
/// moment later, so that a slow machine paints at once what is seen.
///
/// ```
/// use plimsoll_report::{English, State, page, page_with};
/// let state = State::default();
/// let before = page(&state, &English);
/// let card = &before.panels[0].cards[0];
/// let after = page_with(&state, &English, &|slug| (slug == card.slug).then(|| card.clone()));
/// assert!(std::rc::Rc::ptr_eq(card, &after.panels[0].cards[0]));
/// ```
#[must_use]
pub fn page_with(state: &State, formatter: &dyn Formatter, held: &dyn Fn(&str) -> Option<Rc<Card>>) -> Page {
    seen(state.inputs(), &state.lines().benchmarks, formatter, |context| {
        let (inputs, read) = (state.inputs(), context.read);
        let open = views::open(inputs);
        let (has_levers, is_first) = match open.content {
            Content::Panels { slugs, has_levers } => (has_levers, slugs.contains(&"retention")),
            _ => (false, false),
        };
        let (panels, useful) = panels::show(context, state, views::panels_of(open.content), held);
        Page {
            headline: headline::show(context, inputs.is_empty()),
            choices: choices::show(&read.choices),
            groups: field::groups(context, state, open.content),
            what_if: has_levers.then(|| what_if::show(context, inputs)),
            views: views::tabs(open),
            program: open.content.program(),
            pack_problem: pack::problem(state),
            panels,
            useful,
            equation: is_first.then(|| equation::show(context)),
            paste: Rc::new(paste::show(context, state)),
            samples: &SAMPLES,
            ledger_figures: ledger_figures().map(|figure| paste::now(context, figure)).collect(),
            undo: state.last_step().map(step_name),
            redo: state.next_step().map(step_name),
            is_example: inputs.is_example(),
            is_empty: inputs.is_empty(),
        }
    })
}

/// What stands in place of figures and cards, where the open view is no calculator. A program of its own shows it, which knows
/// only the inputs: why a file of benchmarks was refused has to be told.
///
/// ```
/// use plimsoll_report::{Action, English, State, shelf, view::Shelf};
/// let state = State::default().after(&Action::ViewOpened("conventions".into()));
/// assert!(matches!(shelf(&state, &English, None), Some(Shelf::Conventions(_))));
/// ```
#[must_use]
pub fn shelf(state: &State, formatter: &dyn Formatter, refused: Option<PackProblem>) -> Option<Shelf> {
    shelf_after(None, state, formatter, refused)
}

/// The same, with what was shown before of which inputs: what rests on nothing that has changed is taken from there.
#[must_use]
pub fn shelf_after(
    before: Option<(&Inputs, &Shelf)>,
    state: &State,
    formatter: &dyn Formatter,
    refused: Option<PackProblem>,
) -> Option<Shelf> {
    let what_ifs = before.and_then(|(inputs, shelf)| match shelf {
        Shelf::WhatIfs(view) => Some((inputs, &**view)),
        _ => None,
    });
    if let Some((then, view)) = what_ifs.filter(|(then, _)| what_ifs::is_same_view(then, state.inputs())) {
        debug_assert!(then.view == state.inputs().view);
        return Some(Shelf::WhatIfs(Box::new(view.clone())));
    }
    let inputs = state.inputs();
    let about = views::about(inputs);
    seen(inputs, &state.lines().benchmarks, formatter, |context| match views::open(inputs).content {
        Content::Panels { .. } | Content::Lab => None,
        Content::WhatIfs => Some(Shelf::WhatIfs(Box::new(what_ifs::show(context, state, what_ifs)))),
        Content::Benchmarks => Some(Shelf::Benchmarks(benchmarks::show(context, state, refused, about))),
        Content::Conventions => Some(Shelf::Conventions(conventions::show(context))),
        Content::Relations => Some(Shelf::Relations(relations::show(context, about))),
        Content::Reference => Some(Shelf::Reference(reference::show(context))),
        Content::Embed => Some(Shelf::Embed(builder::show(context, inputs))),
    })
}

/// How sure everything is that rests on ranges: beside [`shelf`]'s view of scenarios, and by itself, as draws arrive one after
/// another.
///
/// ```
/// use plimsoll_report::{DrawState, English, State, uncertainty};
/// let view = uncertainty(&State::default(), &English, &DrawState::default());
/// assert!(view.finding.starts_with("Nothing has a range yet."));
/// assert_eq!(view.example.map(|example| example.text).as_deref(), Some("31000 to 46000"));
/// ```
#[must_use]
pub fn uncertainty(state: &State, formatter: &dyn Formatter, drawing: &DrawState) -> UncertaintyView {
    seen(state.inputs(), &state.lines().benchmarks, formatter, |context| {
        what_ifs::uncertainty(context, state, drawing)
    })
}

/// Reads the inputs and moves the levers once, and shows something from that.
pub(crate) fn seen<T>(
    inputs: &Inputs,
    benchmarks: &Benchmarks,
    formatter: &dyn Formatter,
    show: impl FnOnce(&Context<'_>) -> T,
) -> T {
    let read = read::inputs(inputs);
    let moved = read.levers.apply(&read.book);
    show(&Context {
        read: &read,
        writer: Writer { formatter, currency: read.choices.currency, window: read.choices.window },
        benchmarks,
        before: &read.book,
        after: &moved.book,
        moved: moved.book != read.book,
        lever_problems: &moved.problems,
    })
}
