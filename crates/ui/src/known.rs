//! A metric's own field: a number that somebody knows stands for the formula.

use plimsoll_report::Action;
use plimsoll_report::view::Card;
use yew::{Callback, Html, html};

use crate::events::on_typed;
use crate::ids::id;
use crate::number::NumberField;
use crate::select::Select;
use crate::words::{maybe, named, problem};

/// The field of a metric that is known, its window, and what the figures say to it.
pub(crate) fn known_field(card: &Card, dispatch: &Callback<Action>) -> Html {
    let known = &card.known;
    let slug = card.slug;
    let oninput = on_typed(dispatch, move |text| Action::KnownTyped { metric: slug.to_owned(), text });
    let on_choose =
        dispatch.reform(move |window| Action::KnownWindowChosen { metric: slug.to_owned(), window });
    let number = NumberField {
        what: "known",
        slug,
        text: known.text.as_deref().unwrap_or_default(),
        prefix: "",
        suffix: &known.unit,
        is_wrong: known.problem.is_some(),
    };
    let (window, hint) = (id(&["known-window-", slug]), id(&["known-hint-", slug]));
    let agrees = known.check.as_ref().map(|(agrees, _)| if *agrees { "true" } else { "false" });
    let check = known.check.as_ref().map(|(_, text)| text);
    html! {
        <div class="ps-known">
            <label class="ps-known__label" for={id(&["known-", slug])}>{ "The value you know" }</label>
            <div class="ps-known__row">
                { number.show(oninput, dispatch) }
                <span class="ps-known__window">
                    if !known.windows.is_empty() {
                        <label class="ps-unseen" for={window.clone()}>{ "Measured over" }</label>
                        <Select id={window} described_by={hint.clone()} options={known.windows.clone()} {on_choose} />
                    }
                </span>
            </div>
            { named("p", "ps-field__hint", &hint, "It stands for the formula wherever this metric counts.") }
            { problem("known", slug, known.problem.as_ref()) }
            <div class="ps-known__check" id={id(&["known-note-", slug])} data-agrees={agrees}>
                { maybe("p", "", check) }
            </div>
        </div>
    }
}
