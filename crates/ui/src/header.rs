//! The head of the page: who this is, what it promises, and the steps that can be taken back.

use plimsoll_report::Action;
use plimsoll_report::view::Page;
use yew::{Callback, Html, html};

use crate::events::on_pressed_while;
use crate::icons::{mark, turn};
use crate::ids::flag;

/// The head of the page.
pub(crate) fn header(page: &Page, dispatch: &Callback<Action>) -> Html {
    let undo = step("Undo", "Nothing to undo", page.undo.as_deref());
    let redo = step("Redo", "Nothing to redo", page.redo.as_deref());
    let tool =
        |name, title: &str, can, action| tool(name, title, can, on_pressed_while(can, dispatch, action));
    html! {
        <header class="ps-header">
            <p class="ps-brand">{ mark() }<span class="ps-brand__name">{ "Plimsoll" }</span></p>
            <p class="ps-header__promise">
                { "Everything is computed in this page. Nothing you type leaves it." }
            </p>
            <div class="ps-toolbar" role="group" aria-label="Steps and figures">
                { tool("Undo", &undo, page.undo.is_some(), Action::Undone) }
                { tool("Redo", &redo, page.redo.is_some(), Action::Redone) }
                { tool("Example", "Example: put the worked example back", !page.is_example, Action::ExampleRestored) }
                { tool("Clear", "Clear: empty every field", !page.is_empty, Action::Cleared) }
            </div>
        </header>
    }
}

/// What a step would take or bring back.
fn step(name: &str, nothing: &str, what: Option<&str>) -> String {
    what.map_or_else(|| nothing.to_owned(), |what| [name, ": ", what].concat())
}

/// A button. With nothing to do it keeps its place, and the focus on it is not lost.
fn tool(name: &'static str, title: &str, can: bool, onclick: Callback<yew::MouseEvent>) -> Html {
    let icon = match name {
        "Undo" => turn(false),
        "Redo" => turn(true),
        _ => Html::default(),
    };
    html! {
        <button type="button" class="ps-button" title={title.to_owned()} aria-label={can.then(|| title.to_owned())}
            aria-disabled={flag(!can)} {onclick}>
            { icon }<span>{ name }</span>
        </button>
    }
}
