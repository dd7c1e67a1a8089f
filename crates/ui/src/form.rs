//! The figures, in groups.

use plimsoll_report::Action;
use plimsoll_report::view::{Field, FieldGroup};
use yew::{Callback, Html, html};

use crate::events::{on_pressed, on_typed};
use crate::ids::id;
use crate::number::NumberField;
use crate::words::{named, problem, words};

/// The form. There is nothing to submit: every key counts at once.
pub fn figures(groups: &[FieldGroup], is_example: bool, dispatch: &Callback<Action>) -> Html {
    let groups = groups.iter().map(|group| {
        let derived = group.derived.iter().map(|derived| {
            html! {
                <div key={derived.label} class="ps-derived__row">
                    { words("dt", "", derived.label) }{ words("dd", "", &derived.value) }
                </div>
            }
        });
        let fields = html! {
            <>
                <div class="ps-group__fields">{ for group.fields.iter().map(|each| field(each, dispatch)) }</div>
                <dl class="ps-derived">{ for derived }</dl>
            </>
        };
        if group.is_folded {
            return html! {
                <details key={group.title} class="ps-group ps-group--folded">
                    { words("summary", "ps-group__title", group.title) }{ fields }
                </details>
            };
        }
        html! {
            <fieldset key={group.title} class="ps-group">{ words("legend", "ps-group__title", group.title) }{ fields }</fieldset>
        }
    });
    let note = if is_example { "A worked example, ready to be overwritten." } else { "" };
    html! {
        <div class="ps-form">
            { words("p", "ps-form__note", note) }
            <div class="ps-form__groups">{ for groups }</div>
        </div>
    }
}

/// A figure's field: label, number with its unit, and what is to be said about it.
fn field(field: &Field, dispatch: &Callback<Action>) -> Html {
    let slug = field.slug;
    let oninput = on_typed(dispatch, move |text| Action::FigureTyped { figure: slug.to_owned(), text });
    let number = NumberField {
        what: "figure",
        slug,
        text: &field.text,
        prefix: field.prefix.as_deref().unwrap_or_default(),
        suffix: field.suffix.as_deref().unwrap_or_default(),
        is_wrong: field.problem.is_some(),
    };
    html! {
        <div key={slug} class="ps-field">
            <label class="ps-field__label" for={id(&["figure-", slug])}>{ field.label }</label>
            { number.show(oninput, dispatch) }
            { named("p", "ps-field__hint", &id(&["figure-hint-", slug]), field.hint) }
            { named("p", "ps-field__reading", &id(&["figure-note-", slug]), field.reading.as_deref().unwrap_or_default()) }
            { problem("figure", slug, field.problem.as_ref()) }
            { rows(field, dispatch) }
        </div>
    }
}

/// The way back to the ledger that gave the figure.
fn rows(field: &Field, dispatch: &Callback<Action>) -> Html {
    if !field.is_from_ledger {
        return Html::default();
    }
    html! {
        <button type="button" class="ps-link ps-link--plain ps-field__rows" aria-label={["Rows behind ", field.label].concat()}
            onclick={on_pressed(dispatch, Action::RowsAsked(field.slug.to_owned()))}>{ "rows behind it" }</button>
    }
}
