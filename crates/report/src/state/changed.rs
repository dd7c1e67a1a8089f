//! The inputs after an action, whatever it is about but the benchmarks.

use super::history::{State, StepKind, TIMES_TWELVE, scope_slug};
use super::{Action, Inputs, PasteDraft, Texts, scenarios};
use crate::choices;
use crate::paste::{PASTED, PasteReading, ledger_figures};

/// The inputs after an action, and what the step is about; nothing for an action that changes no input.
pub(super) fn changed(state: &State, action: &Action) -> Option<(Inputs, StepKind)> {
    let inputs = state.inputs().as_ref();
    let mut next = inputs.clone();
    let step = match action {
        Action::FigureTyped { figure, text } => {
            let step = StepKind::Figure(figure.clone());
            set_or_remove(&mut next.figures, figure, &state.typed(&step, text));
            step
        }
        Action::Chosen { kind, value } => {
            choices::choose(&mut next, *kind, value);
            StepKind::Choice(*kind)
        }
        Action::ConventionChosen { .. } | Action::AnnualisingChosen(_) => return convention(next, action),
        Action::LeverMoved { .. } | Action::ChurnScopeChosen(_) | Action::LeversReset => {
            return levered(next, action);
        }
        Action::ScenarioKept
        | Action::ScenarioMade { .. }
        | Action::ScenarioTold { .. }
        | Action::ScenarioRemoved(_)
        | Action::Asked { .. } => return scenarios::changed(next, action),
        Action::ExampleRestored => {
            next = example_beside(inputs);
            StepKind::Example
        }
        Action::LabChanged(text) => {
            next.lab = text.as_str().into();
            StepKind::Lab
        }
        Action::LedgerFiguresUsed { figures, currency, window } => {
            use_ledger(&mut next, figures, currency, window);
            StepKind::LedgerFigures
        }
        Action::Cleared => return Some((inputs.cleared(), StepKind::Cleared)),
        Action::KnownTyped { .. } | Action::KnownWindowChosen { .. } | Action::KnownRemoved { .. } => {
            return known(next, action, state);
        }
        Action::PasteTyped(_)
        | Action::PasteSegmentChosen(_)
        | Action::PasteMarkChosen(_)
        | Action::PasteAccepted
        | Action::PasteDiscarded => return pasted(next, action, state.reading()),
        _ => return None,
    };
    Some((next, step))
}

/// The worked example, in the view that is open and with the reader's own benchmarks and health lab.
fn example_beside(inputs: &Inputs) -> Inputs {
    let mut example = Inputs::example().with_decimal_mark(inputs.decimal_mark());
    example.view.clone_from(&inputs.view);
    example.benchmarks.clone_from(&inputs.benchmarks);
    example.pack = inputs.pack.clone();
    example.lab = inputs.lab.clone();
    example
}

fn convention(mut next: Inputs, action: &Action) -> Option<(Inputs, StepKind)> {
    let step = match action {
        Action::ConventionChosen { metric, convention } => {
            set_or_remove(&mut next.conventions, metric, if convention == metric { "" } else { convention });
            StepKind::Convention(metric.clone())
        }
        Action::AnnualisingChosen(annualising) => {
            next.annualising = if annualising == TIMES_TWELVE { annualising.clone() } else { String::new() };
            StepKind::Annualising
        }
        _ => return None,
    };
    Some((next, step))
}

fn levered(mut next: Inputs, action: &Action) -> Option<(Inputs, StepKind)> {
    let step = match action {
        Action::LeverMoved { lever, text } => {
            set_or_remove(&mut next.levers, lever, text);
            StepKind::Lever(lever.clone())
        }
        Action::ChurnScopeChosen(scope) => {
            next.churn_scope = scope_slug(*scope).into();
            StepKind::ChurnScope
        }
        Action::LeversReset => {
            next.levers.clear();
            StepKind::LeversReset
        }
        _ => return None,
    };
    Some((next, step))
}

fn use_ledger(next: &mut Inputs, figures: &[String], currency: &str, window: &str) {
    let given = figures.iter().map(Some).chain(std::iter::repeat(None));
    for (figure, text) in ledger_figures().zip(given) {
        match text {
            Some(text) => next.figures.set(figure.slug, text),
            None => next.figures.remove(figure.slug),
        }
    }
    // Rows stand behind what is measured between two dates.
    for (figure, text) in PASTED.into_iter().zip(figures) {
        next.ledger.set(figure.slug, text);
    }
    next.currency = currency.into();
    next.window = window.into();
}

fn known(mut next: Inputs, action: &Action, state: &State) -> Option<(Inputs, StepKind)> {
    let step = match action {
        Action::KnownTyped { metric, text } => {
            if next.known.get(metric).is_none() {
                next.known_windows.set(metric, &next.window);
            }
            let step = StepKind::Known(metric.clone());
            next.known.set(metric, &state.typed(&step, text));
            step
        }
        Action::KnownWindowChosen { metric, window } => {
            next.known.get(metric)?;
            next.known_windows.set(metric, window);
            StepKind::Known(metric.clone())
        }
        Action::KnownRemoved { metric } => {
            next.known.get(metric)?;
            next.known.remove(metric);
            next.known_windows.remove(metric);
            StepKind::Known(metric.clone())
        }
        _ => return None,
    };
    Some((next, step))
}

fn pasted(mut next: Inputs, action: &Action, reading: Option<&PasteReading>) -> Option<(Inputs, StepKind)> {
    let step = match action {
        Action::PasteTyped(text) => {
            next.paste = PasteDraft { text: text.as_str().into(), ..PasteDraft::default() };
            StepKind::PasteText
        }
        Action::PasteSegmentChosen(segment) => {
            next.paste.segment.clone_from(segment);
            StepKind::PasteAnswer
        }
        Action::PasteMarkChosen(mark) => {
            next.paste.mark.clone_from(mark);
            StepKind::PasteAnswer
        }
        Action::PasteAccepted => {
            for (figure, text) in reading?.figures_of(&next.paste.segment)? {
                next.figures.set(figure.slug, text);
            }
            next.paste = PasteDraft::default();
            StepKind::PasteAccepted
        }
        Action::PasteDiscarded => {
            next.paste = PasteDraft::default();
            StepKind::PasteDiscarded
        }
        _ => return None,
    };
    Some((next, step))
}

pub(super) fn set_or_remove(texts: &mut Texts, slug: &str, text: &str) {
    if text.is_empty() {
        texts.remove(slug);
    } else {
        texts.set(slug, text);
    }
}
