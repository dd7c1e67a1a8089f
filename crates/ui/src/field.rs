//! A figure's field: label, number with its unit, and what is to be said about it.

use std::rc::Rc;

use plimsoll_report::Action;
use plimsoll_report::view::Field;
use yew::{Callback, Html, Properties, component, html};

use crate::events::{on_left, on_typed};
use crate::ids::{flag, id, ids};

/// What a [`FigureField`] shows.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FigureFieldProps {
    /// The field.
    pub(crate) field: Rc<Field>,
    /// Told what was typed.
    pub(crate) dispatch: Callback<Action>,
}

/// A figure's field. What is wrong with it stands beside it and is read out when it changes.
#[component]
pub(crate) fn FigureField(props: &FigureFieldProps) -> Html {
    let field = &*props.field;
    let slug = field.slug;
    let input = id("figure", slug);
    let [unit, hint, reading, problem] =
        ["figure-unit", "figure-hint", "figure-reading", "figure-problem"].map(|what| id(what, slug));
    let oninput =
        on_typed(&props.dispatch, move |text| Action::FigureTyped { figure: slug.to_owned(), text });
    html! {
        <div class="ps-field">
            <label class="ps-field__label" for={input.clone()}>{ field.label }</label>
            <span class="ps-input" data-invalid={flag(field.problem.is_some())}>
                <span class="ps-input__affix" aria-hidden="true">{ field.prefix.as_deref() }</span>
                <input class="ps-input__text" id={input} type="text" inputmode="decimal" autocomplete="off"
                    spellcheck="false" value={field.text.clone()}
                    aria-describedby={ids(&[&unit, &hint, &reading, &problem])}
                    aria-invalid={flag(field.problem.is_some())}
                    {oninput} onblur={on_left(&props.dispatch)} />
                <span class="ps-input__affix" id={unit}>{ field.suffix.as_deref() }</span>
            </span>
            <p class="ps-field__hint" id={hint}>{ field.hint }</p>
            <p class="ps-field__reading" id={reading}>{ field.reading.as_deref() }</p>
            <p class="ps-problem" id={problem} aria-live="polite">{ field.problem.as_deref() }</p>
        </div>
    }
}
