//! The paste panel: what the worker read, and what the figures would become.

use plimsoll_intake::read_number;
use plimsoll_metrics::{Exact, Figure};

use super::Context;
use super::write::DASH;
use crate::state::State;
use crate::view::{PasteFigure, PasteQuestion, PasteView, SelectOption};

/// The panel for the draft of a state.
pub(super) fn show(context: &Context<'_>, state: &State) -> PasteView {
    let draft = &state.inputs().paste;
    let mut view = PasteView {
        text: draft.text.clone(),
        summary: None,
        question: None,
        issues: Vec::new(),
        more_issues: 0,
        segments: Vec::new(),
        figures: Vec::new(),
        can_accept: false,
    };
    if draft.text.trim().is_empty() {
        return view;
    }
    let Some(reading) = state.reading() else {
        view.summary = Some("Reading the table…".into());
        return view;
    };
    view.summary = Some(reading.summary.clone());
    view.question = (reading.needs_mark || !draft.mark.is_empty()).then(|| question(&draft.mark));
    view.issues.clone_from(&reading.issues);
    view.more_issues = reading.more_issues;
    if reading.segments.len() > 1 {
        let option = |value: &str, label: &str| SelectOption {
            value: value.into(),
            label: label.into(),
            selected: draft.segment == value,
        };
        view.segments =
            reading.segments.iter().map(|segment| option(&segment.value, &segment.label)).collect();
    }
    for (figure, text) in reading.figures_of(&draft.segment).into_iter().flatten() {
        view.figures.push(offer(context, figure, text));
    }
    view.can_accept = !view.figures.is_empty();
    view
}

/// What a figure is now, written.
pub(crate) fn now(context: &Context<'_>, figure: &'static Figure) -> String {
    let value = context.before.figure(figure);
    value.map_or_else(|| DASH.into(), |value| context.writer.figure(figure, value))
}

/// What a figure is now, and what it would become with this text.
fn offer(context: &Context<'_>, figure: &'static Figure, text: &str) -> PasteFigure {
    let then = read_number(text, context.read.mark).ok();
    let then = then.map(|then| context.writer.figure(figure, &Exact::from(then.value)));
    let (now, then) = (now(context, figure), then.unwrap_or_else(|| DASH.into()));
    PasteFigure { slug: figure.slug.into(), label: figure.term.into(), now, then }
}

fn question(mark: &str) -> PasteQuestion {
    let answer = |value: &str, label: &str| SelectOption {
        value: value.into(),
        label: label.into(),
        selected: mark == value,
    };
    PasteQuestion {
        question: "Amounts like “1.000” or “1,000” can be read in two ways. Which mark begins the decimals?"
            .into(),
        answers: vec![
            answer(".", "The point: 1,000 is a thousand"),
            answer(",", "The comma: 1.000 is a thousand"),
        ],
    }
}
