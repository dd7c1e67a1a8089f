//! From the state of the lab to what is shown of it.

mod book;
mod care;
mod check;
mod checked;
mod classes;
mod measure;
mod model;
mod money;
mod problem;
mod results;
mod shares;
mod sheets;
mod spread;
mod suggest;
mod table;
mod team;
mod versions;
mod words;

use std::rc::Rc;

use super::{Context, seen};
use crate::format::Formatter;
use crate::lab::message::{Facts, LabRefusal, Scored};
use crate::lab::{KeptModel, Lab};
use crate::state::{Inputs, State};
use crate::view::SampleOffer;
use crate::view::lab::{BelowView, LabView, OpenLab};

/// The made-up accounts that can be tried; the sizes are those of `plimsoll_samples`, which only the worker knows.
static SAMPLES: [SampleOffer; 3] = [
    SampleOffer { slug: "accounts-small", label: "Small", detail: "200 accounts, written down twice" },
    SampleOffer { slug: "accounts-medium", label: "Medium", detail: "5,000 accounts, written down twice" },
    SampleOffer { slug: "accounts-large", label: "Large", detail: "100,000 accounts, written down twice" },
];

/// All that the parts of the lab are shown from.
struct Bench<'a> {
    lab: &'a Lab,
    facts: &'a Facts,
    scored: &'a Scored,
    /// The scores from before the move.
    origin: Option<&'a Scored>,
    /// The model that the scores are by.
    model: &'a KeptModel,
    context: &'a Context<'a>,
}

/// The lab as it is shown. Pure: the same lab and formatter give the same view.
///
/// ```
/// use plimsoll_report::lab::{Lab, LabAction};
/// use plimsoll_report::view::lab::LabView;
/// use plimsoll_report::{English, Inputs, lab_view};
/// let (lab, _) = Lab::default().after(&LabAction::PageTold(Some(Box::new(Inputs::default()))));
/// assert!(matches!(lab_view(&lab, &English), Some(LabView::Empty { .. })));
/// ```
#[must_use]
pub fn lab_view(lab: &Lab, formatter: &dyn Formatter) -> Option<LabView> {
    let inputs = lab.inputs.as_ref()?;
    Some(match (&lab.facts, &lab.scored) {
        _ if lab.is_lost => lost(),
        (None, _) if lab.refusal.is_none() => LabView::Empty { samples: &SAMPLES },
        (_, None) => lab.refusal.map_or(LabView::Waiting, failed),
        (None, Some(_)) => LabView::Waiting,
        (Some(facts), Some((scored, model))) => {
            LabView::Open(Box::new(open(lab, inputs, (facts, scored, model), formatter)))
        }
    })
}

fn open(
    lab: &Lab,
    inputs: &Rc<Inputs>,
    (facts, scored, model): (&Facts, &Scored, &KeptModel),
    formatter: &dyn Formatter,
) -> OpenLab {
    let state = State::from((**inputs).clone());
    seen(inputs, &state.lines().benchmarks, formatter, |page| {
        // Cards and verdicts are those of the calculator, over a book that the accounts fill.
        let book = book::of(scored);
        let context = Context {
            read: page.read,
            writer: page.writer,
            benchmarks: page.benchmarks,
            before: &book,
            after: &book,
            moved: false,
            lever_problems: &[],
        };
        let bench = Bench { lab, facts, scored, origin: lab.origin.as_deref(), model, context: &context };
        OpenLab {
            accounts: words::accounts(&bench),
            notes: words::notes(&bench),
            model: model::show(&bench),
            results: results::show(&bench),
            below: (!lab.below_waits).then(|| BelowView {
                table: table::show(&bench),
                tabs: sheets::tabs(&bench),
                sheet: sheets::show(&bench),
            }),
        }
    })
}

fn lost() -> LabView {
    LabView::Failed {
        what: "The part of the page that scores accounts did not answer, or met a fault of its own.".into(),
        way_out: "What you set is kept. Check the connection, reload the page, and open the accounts again."
            .into(),
    }
}

/// Why accounts cannot be scored, and what can be done.
const fn refused(refusal: LabRefusal) -> (&'static str, &'static str) {
    match refusal {
        LabRefusal::Malformed => ("The accounts did not arrive whole.", "Open their file again."),
        LabRefusal::Empty => {
            ("There is not a single account in this table.", "Open another one, or try made-up accounts.")
        }
        LabRefusal::NoMemory => (
            "There is not enough memory to score so many accounts.",
            "Close other pages, or open a part of the table.",
        ),
        LabRefusal::TooLarge => (
            "All accounts together pay more than can be added up exactly.",
            "Look at the ARR column: it may hold something else.",
        ),
        LabRefusal::TooManySegments => (
            "The segment column holds more than a thousand different texts.",
            "Say in the review that it is something else, and choose a column that groups accounts.",
        ),
        LabRefusal::Model => {
            ("The model cannot be used for these accounts.", "Choose a published model to begin with.")
        }
    }
}

fn failed(refusal: LabRefusal) -> LabView {
    let (what, way_out) = refused(refusal);
    LabView::Failed { what: what.into(), way_out: way_out.into() }
}
