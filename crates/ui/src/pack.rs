//! The panel of the reader's own benchmarks. `web/door.js` listens to its file field.

use plimsoll_report::Action;
use plimsoll_report::view::{OwnScaleRow, PackProblem, PackView};
use yew::{Callback, Html, html};

use crate::events::{on_left, on_pressed, on_typed};
use crate::explanation::source;
use crate::words::words;

/// What counts, and the ways to change that: a file, the name, saving, and back.
pub(crate) fn pack(view: &PackView, dispatch: &Callback<Action>) -> Html {
    let rows = view.scales.iter().enumerate().map(row);
    html! {
        <section class="ps-pack" id="pack" aria-labelledby="pack-title">
            <h3 class="ps-convention__title" id="pack-title">{ "Your own benchmarks" }</h3>
            <p class="ps-lead" aria-live="polite">{ view.about.as_str() }</p>
            <p class="ps-ways__hint" id="pack-hint">
                { "A pack is a JSON file of scales. It is checked before anything counts, and stays in this browser. \
                   Single lines are moved on a card, by “Move the lines”." }
            </p>
            <ul class="ps-sources">{ for rows }</ul>
            <div class="ps-ways__row">
                <label class="ps-button ps-button--primary ps-file" for="pack-file">
                    <input class="ps-unseen" id="pack-file" type="file" accept=".json,application/json"
                        aria-describedby="pack-hint pack-problem" />
                    { "Load a pack" }
                </label>
                { if view.is_own { own(view, dispatch) } else { Html::default() } }
            </div>
            <div id="pack-problem" role="alert">{ for view.problem.iter().map(problem) }</div>
            { for view.lost.iter().map(|lost| words("p", "ps-problem", lost)) }
        </section>
    }
}

/// What can be done once something is the reader's own.
fn own(view: &PackView, dispatch: &Callback<Action>) -> Html {
    html! {
        <>
            <label class="ps-choice__label" for="pack-name">{ "Name" }</label>
            <input class="ps-input ps-pack__name" id="pack-name" type="text" maxlength="60" autocomplete="off"
                placeholder="My benchmarks" value={view.name.clone()} oninput={on_typed(dispatch, Action::PackNamed)}
                onblur={on_left(dispatch)} />
            { if view.scales.is_empty() { Html::default() } else { save(dispatch) } }
            <button type="button" class="ps-button" onclick={on_pressed(dispatch, Action::PackClosed)}>
                { "Back to the built-in benchmarks" }
            </button>
        </>
    }
}

fn save(dispatch: &Callback<Action>) -> Html {
    let onclick = on_pressed(dispatch, Action::PackSaved);
    html! { <button type="button" class="ps-button" {onclick}>{ "Save as a file" }</button> }
}

fn row((place, own): (usize, &OwnScaleRow)) -> Html {
    source(place, (&[&own.term, ": "].concat(), &own.source))
}

fn problem(problem: &PackProblem) -> Html {
    html! {
        <>
            <p class="ps-problem">
                { if problem.place.is_empty() { Html::default() } else { html! { <><code>{ problem.place.as_str() }</code>{ ": " }</> } } }
                { problem.reason.as_str() }
            </p>
            { words("p", "ps-ways__hint", "Nothing was changed: what counted before still counts.") }
        </>
    }
}
