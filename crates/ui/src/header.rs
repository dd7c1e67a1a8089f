//! The head of the page: who this is, what it promises, and the steps that can be taken back.

use std::rc::Rc;

use plimsoll_report::Action;
use plimsoll_report::view::Page;
use yew::{Callback, Html, html};

use crate::events::on_pressed;
use crate::icons::{mark, turn};

/// The head of the page.
pub(crate) fn header(page: &Rc<Page>, dispatch: &Callback<Action>) -> Html {
    html! {
        <header class="ps-header">
            <p class="ps-brand">{ mark() }<span class="ps-brand__name">{ "Plimsoll" }</span></p>
            <p class="ps-header__promise">
                { "Everything is computed in this page. Nothing you type leaves it." }
            </p>
            <div class="ps-toolbar" role="group" aria-label="Steps and figures">
                { step("Undo", "ps-icon", page.undo.as_deref(), on_pressed(dispatch, Action::Undone)) }
                { step("Redo", "ps-icon ps-icon--mirrored", page.redo.as_deref(), on_pressed(dispatch, Action::Redone)) }
                <button type="button" class="ps-button" disabled={page.is_example}
                    title="Put the worked example back. Undo returns to your figures."
                    onclick={on_pressed(dispatch, Action::ExampleRestored)}>
                    { "Example" }
                </button>
                <button type="button" class="ps-button" disabled={page.is_empty}
                    title="Empty every field. Undo returns to your figures."
                    onclick={on_pressed(dispatch, Action::Cleared)}>
                    { "Clear" }
                </button>
            </div>
        </header>
    }
}

/// Undo or redo. Without anything to do it stays where it is, so that the focus is not lost.
fn step(
    name: &'static str,
    icon: &'static str,
    what: Option<&str>,
    onclick: Callback<yew::MouseEvent>,
) -> Html {
    let title = match what {
        Some(what) => [name, ": ", what].concat(),
        None => ["Nothing to ", if name == "Undo" { "undo" } else { "redo" }].concat(),
    };
    let label = what.is_some().then(|| title.clone());
    html! {
        <button type="button" class="ps-button ps-button--step" {title} aria-label={label}
            aria-disabled={crate::ids::flag(what.is_none())} {onclick}>
            { turn(icon) }<span class="ps-button__name">{ name }</span>
        </button>
    }
}
