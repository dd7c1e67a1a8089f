//! Fields of the lab: a text or a choice, told by its key.

use plimsoll_report::lab::LabAction;
use plimsoll_report::view::{EntryView, SelectOption};
use yew::{Callback, FocusEvent, Html, html};

use crate::events::on_typed;
use crate::ids::{flag, id};
use crate::select::Select;
use crate::words::{named, problem, words};

/// The name by which a key is found on the page.
pub(super) fn name_of(key: &str) -> String {
    key.replace(['/', '.', ' '], "-")
}

/// A field with its label; the label is there for who cannot see the table around it, where `is_seen` is not set.
pub(super) fn entry(label: &str, is_seen: bool, field: &EntryView, dispatch: &Callback<LabAction>) -> Html {
    let name = name_of(&field.key);
    let (place, unit) = (id(&["lab-", &name]), id(&["lab-unit-", &name]));
    let about = id(&["lab-unit-", &name, " lab-problem-", &name]);
    let key = field.key.clone();
    let is_wrong = flag(field.problem.is_some());
    html! {
        <div class="ps-entry">
            <label class={if is_seen { "ps-choice__label" } else { "ps-unseen" }} for={place.clone()}>{ label }</label>
            <span class="ps-input" data-what="lab" data-invalid={is_wrong}>
                { words("span", "ps-input__affix", &field.prefix) }
                <input class="ps-input__text" id={place} type="text" autocomplete="off" spellcheck="false" placeholder={field.rest}
                    value={field.text.clone()} aria-describedby={about} aria-invalid={is_wrong}
                    oninput={on_typed(dispatch, move |text| LabAction::Told { key: key.clone(), text })} onblur={on_left(dispatch)} />
                { named("span", "ps-input__affix", &unit, &field.suffix) }
            </span>
            { problem("lab", &name, field.problem.as_ref()) }
        </div>
    }
}

/// A choice that is kept with the model.
pub(super) fn choice(
    key: &str,
    label: &str,
    is_seen: bool,
    options: &[SelectOption],
    dispatch: &Callback<LabAction>,
) -> Html {
    let told = key.to_owned();
    select(
        key,
        label,
        is_seen,
        options,
        dispatch.reform(move |text| LabAction::Told { key: told.clone(), text }),
    )
}

/// A choice that only says what is looked at.
pub(super) fn look(
    what: &'static str,
    label: &str,
    options: &[SelectOption],
    dispatch: &Callback<LabAction>,
) -> Html {
    select(what, label, true, options, dispatch.reform(move |at| LabAction::Looked { what, at }))
}

fn select(
    key: &str,
    label: &str,
    is_seen: bool,
    options: &[SelectOption],
    on_choose: Callback<String>,
) -> Html {
    if options.is_empty() {
        return Html::default();
    }
    let place = id(&["lab-", &name_of(key)]);
    html! {
        <div class="ps-entry">
            <label class={if is_seen { "ps-choice__label" } else { "ps-unseen" }} for={place.clone()}>{ label }</label>
            <Select id={place} described_by="" options={options.to_vec()} {on_choose} />
        </div>
    }
}

/// What is typed after a field was left is a step of its own.
pub(super) fn on_left(dispatch: &Callback<LabAction>) -> Callback<FocusEvent> {
    dispatch.reform(|_| LabAction::Settled)
}
