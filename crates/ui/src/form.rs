//! The figures, in groups.

use std::rc::Rc;

use plimsoll_report::Action;
use plimsoll_report::view::{Derived, FieldGroup};
use yew::{Callback, Html, Properties, component, html};

use crate::field::FigureField;

/// What a [`FigureForm`] shows.
#[derive(Clone, PartialEq, Properties)]
pub struct FigureFormProps {
    /// The groups of fields.
    pub groups: Rc<Vec<FieldGroup>>,
    /// Whether the figures are the worked example, untouched.
    pub is_example: bool,
    /// Told what was typed.
    pub dispatch: Callback<Action>,
}

/// The form. There is nothing to submit: every key counts at once.
#[component]
pub fn FigureForm(props: &FigureFormProps) -> Html {
    let groups = props.groups.iter().map(|group| {
        let fields = group.fields.iter().map(|field| {
            html! {
                <FigureField key={field.slug} field={Rc::new(field.clone())} dispatch={props.dispatch.clone()} />
            }
        });
        html! {
            <fieldset key={group.title} class="ps-group">
                <legend class="ps-group__title">{ group.title }</legend>
                <div class="ps-group__fields">{ for fields }</div>
                <dl class="ps-derived">{ for group.derived.iter().map(derived) }</dl>
            </fieldset>
        }
    });
    let note = if props.is_example { "A worked example, ready to be overwritten." } else { "" };
    html! {
        <div class="ps-form">
            <p class="ps-form__note">{ note }</p>
            <div class="ps-form__groups">{ for groups }</div>
        </div>
    }
}

fn derived(derived: &Derived) -> Html {
    html! {
        <div key={derived.label} class="ps-derived__row">
            <dt>{ derived.label }</dt>
            <dd>{ derived.value.as_str() }</dd>
        </div>
    }
}
