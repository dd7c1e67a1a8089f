//! The metrics that wait for figures, and the figure that would help most.

use plimsoll_report::Action;
use plimsoll_report::view::{Useful, Waiting};
use yew::{Callback, Html, html};

use crate::events::on_pressed;
use crate::ids::id;
use crate::words::words;

/// The metrics of a panel that wait for figures; nothing where none does.
pub(crate) fn waiting(waiting: &[Waiting], dispatch: &Callback<Action>) -> Html {
    if waiting.is_empty() {
        return Html::default();
    }
    let row = |each: &Waiting| {
        let known = Action::KnownTyped { metric: each.slug.to_owned(), text: String::new() };
        html! {
            <li key={each.slug} class="ps-waiting__row">
                <span class="ps-waiting__what">
                    { words("span", "ps-waiting__plain", each.plain) }{ " " }{ words("span", "ps-waiting__term", &each.term) }
                </span>
                { words("span", "ps-waiting__needs", &each.needs) }
                <button type="button" class="ps-link" aria-label={["I know this number: ", each.plain].concat()}
                    onclick={on_pressed(dispatch, known)}>{ "I know this number" }</button>
            </li>
        }
    };
    html! {
        <div class="ps-waiting">
            { words("h3", "ps-waiting__title", "Waiting for figures") }
            <ul class="ps-waiting__list">{ for waiting.iter().map(row) }</ul>
        </div>
    }
}

/// The figure that would help most, with a way to its field.
pub(crate) fn useful(useful: Option<&Useful>) -> Html {
    let Some(useful) = useful else { return Html::default() };
    html! {
        <p class="ps-useful">
            { "Most useful to add: " }<a class="ps-link" href={id(&["#figure-", useful.figure])}>{ useful.label }</a>
            { ". " }{ useful.gives.as_str() }
        </p>
    }
}
