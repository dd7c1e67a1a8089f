//! Whether the score tells who leaves.

use plimsoll_report::lab::LabAction;
use plimsoll_report::view::Place;
use plimsoll_report::view::lab::{CheckView, CheckedView, WarningView, WayOut};
use yew::{Callback, Html, html};

use super::curve::curve;
use super::field::look;
use super::numbers::numbers;
use super::ranges::ranges;
use crate::events::on_pressed;
use crate::words::{maybe, words};

/// The question and its answer.
pub(super) fn check(view: &CheckView, dispatch: &Callback<LabAction>) -> Html {
    let asks = asks(
        (view.ask, LabAction::CheckAsked),
        ("The score is being checked", LabAction::CheckStopped),
        view.progress.as_ref(),
        dispatch,
    );
    html! {
        <>
            { words("p", "ps-lead", &view.outcomes) }
            <div class="ps-lab__row">{ look("checked", "Scores as of", &view.moments, dispatch) }{ asks }</div>
            <div aria-live="polite">
                { words("p", "ps-problem", view.stale.unwrap_or_default()) }
                { way_out(view.refusal.as_ref()) }
                { for view.answer.iter().map(|each| answer(each)) }
            </div>
        </>
    }
}

/// The button that asks; while the answer is under way, how far it is, and the button that stops it.
pub(super) fn asks(
    (ask, asked): (&'static str, LabAction),
    (what, stopped): (&'static str, LabAction),
    progress: Option<&(String, Place)>,
    dispatch: &Callback<LabAction>,
) -> Html {
    let button = |label: &'static str, action| html! { <button type="button" class="ps-button" onclick={on_pressed(dispatch, action)}>{ label }</button> };
    match progress {
        Some((text, place)) => html! {
            <>
                <progress max="10000" value={place.0.to_string()} aria-label={what} />
                { words("span", "ps-lab__soft", text) }
                { button("Stop", stopped) }
            </>
        },
        None => button(ask, asked),
    }
}

/// Why there is no answer, and what can be done.
pub(super) fn way_out(refusal: Option<&WayOut>) -> Html {
    html! { <>{ maybe("p", "ps-problem", refusal.map(|of| &of.what)) }{ maybe("p", "ps-lead", refusal.map(|of| &of.way_out)) }</> }
}

/// What was found, how sure it is, and what has to be known.
pub(super) fn found(finding: &str, about: &[String], cautions: &[String]) -> Html {
    html! {
        <>
            { words("h3", "ps-ahead__finding", finding) }
            { for about.iter().map(|text| words("p", "ps-checked__about", text)) }
            <ul class="ps-lab__notes ps-checked__cautions">{ for cautions.iter().map(|text| words("li", "ps-lab__soft", text)) }</ul>
        </>
    }
}

fn answer(view: &CheckedView) -> Html {
    let (steady, moved) = &view.steady;
    html! {
        <>
            { found(&view.finding, &view.about, &view.cautions) }
            <div class="ps-checks">
                { curve(&view.curve) }
                { ranges("lift", &view.lift) }
                { ranges("calibration", &view.calibration) }
                <section class="ps-check">{ for view.warnings.iter().map(warning) }</section>
                <section class="ps-check">
                    { words("h4", "ps-convention__title", "How early it warns") }{ words("p", "", &view.lead) }
                    { words("h4", "ps-convention__title", steady) }{ for moved.iter().map(numbers) }
                </section>
                { for view.segments.iter().map(|(finding, of)| html! {
                    <section class="ps-check">{ words("h4", "ps-convention__title", finding) }{ numbers(of) }</section>
                }) }
            </div>
        </>
    }
}

fn warning(view: &WarningView) -> Html {
    html! {
        <div key={view.numbers.caption.as_str()} class="ps-warning">
            { words("h4", "ps-convention__title", &view.finding) }
            { numbers(&view.numbers) }
            <ul class="ps-lab__notes">{ for view.rates.iter().map(|rate| words("li", "ps-lab__soft", rate)) }</ul>
        </div>
    }
}
