//! A field for a number on the view of what-ifs, with what is wrong with it.

use plimsoll_report::Action;
use plimsoll_report::view::{EntryView, SelectOption};
use yew::{AttrValue, Callback, Html, InputEvent, html};

use crate::events::{on_left, on_typed};
use crate::ids::{flag, id};
use crate::select::Select;
use crate::words::{named, problem, words};

/// The name by which a key is found on the page.
pub(super) fn name_of(key: &str) -> String {
    key.replace(['/', '.'], "-")
}

/// A field with its label.
pub(super) fn entry(
    label: &str,
    is_seen: bool,
    field: &EntryView,
    oninput: Callback<InputEvent>,
    dispatch: &Callback<Action>,
) -> Html {
    let name = name_of(&field.key);
    let is_wrong = flag(field.problem.is_some());
    let (place, unit) = (id(&["entry-", &name]), id(&["entry-unit-", &name]));
    let about = id(&["entry-unit-", &name, " entry-problem-", &name]);
    html! {
        <div class="ps-entry">
            { label_of(label, is_seen, &place) }
            <span class="ps-input" data-what="entry" data-invalid={is_wrong}>
                { words("span", "ps-input__affix", &field.prefix) }
                <input class="ps-input__text" id={place} type="text" autocomplete="off" spellcheck="false" placeholder={field.rest}
                    value={field.text.clone()} aria-describedby={about} aria-invalid={is_wrong}
                    {oninput} onblur={on_left(dispatch)} />
                { named("span", "ps-input__affix", &unit, &field.suffix) }
            </span>
            { problem("entry", &name, field.problem.as_ref()) }
        </div>
    }
}

/// A field whose text is asked.
pub(super) fn asked(label: &str, field: &EntryView, dispatch: &Callback<Action>) -> Html {
    let what = field.key.clone();
    let oninput = on_typed(dispatch, move |text| Action::Asked { what: what.clone(), text });
    entry(label, true, field, oninput, dispatch)
}

/// A select whose answer is asked.
pub(super) fn choice(
    what: &'static str,
    label: &str,
    options: &[SelectOption],
    dispatch: &Callback<Action>,
) -> Html {
    let on_choose = dispatch.reform(move |text: String| Action::Asked { what: what.to_owned(), text });
    select(what, label, true, options, on_choose)
}

/// A select with its label.
pub(super) fn select(
    key: &str,
    label: &str,
    is_seen: bool,
    options: &[SelectOption],
    on_choose: Callback<String>,
) -> Html {
    let place = id(&["entry-", &name_of(key)]);
    html! {
        <div class="ps-entry">
            { label_of(label, is_seen, &place) }
            <Select id={place} described_by="" options={options.to_vec()} {on_choose} />
        </div>
    }
}

fn label_of(label: &str, is_seen: bool, place: &AttrValue) -> Html {
    let class = if is_seen { "ps-choice__label" } else { "ps-unseen" };
    html! { <label {class} for={place.clone()}>{ label }</label> }
}
