//! A metric's own field: a number that somebody knows stands for the formula.

use plimsoll_report::Action;
use plimsoll_report::view::Card;
use yew::{Callback, Html, html};

use crate::events::{on_left, on_typed};
use crate::ids::{flag, id, ids};
use crate::select::Select;

/// The field of a metric that is known, its window, and what the figures say to it.
pub(crate) fn known_field(card: &Card, dispatch: &Callback<Action>) -> Html {
    let known = &card.known;
    let slug = card.slug;
    let [input, window, unit, check, problem] =
        ["known", "known-window", "known-unit", "known-check", "known-problem"].map(|what| id(what, slug));
    let oninput = on_typed(dispatch, move |text| Action::KnownTyped { metric: slug.to_owned(), text });
    let on_choose =
        dispatch.reform(move |window| Action::KnownWindowChosen { metric: slug.to_owned(), window });
    let agrees = known.check.as_ref().map(|(agrees, _)| if *agrees { "true" } else { "false" });
    html! {
        <div class="ps-known">
            <label class="ps-known__label" for={input.clone()}>{ "The value you know" }</label>
            <div class="ps-known__row">
                <span class="ps-input" data-invalid={flag(known.problem.is_some())}>
                    <input class="ps-input__text" id={input} type="text" inputmode="decimal" autocomplete="off"
                        spellcheck="false" value={known.text.clone().unwrap_or_default()}
                        aria-describedby={ids(&[&unit, &check, &problem])}
                        aria-invalid={flag(known.problem.is_some())}
                        {oninput} onblur={on_left(dispatch)} />
                    <span class="ps-input__affix" id={unit}>{ known.unit.as_str() }</span>
                </span>
                <span class="ps-known__window">
                    if !known.windows.is_empty() {
                        <label class="ps-unseen" for={window.clone()}>{ "Measured over" }</label>
                        <Select id={window} described_by={problem.clone()} options={known.windows.clone()} {on_choose} />
                    }
                </span>
            </div>
            <p class="ps-problem" id={problem} aria-live="polite">{ known.problem.as_deref() }</p>
            <p class="ps-known__check" id={check} data-agrees={agrees}>
                { known.check.as_ref().map(|(_, text)| text.as_str()) }
            </p>
        </div>
    }
}
