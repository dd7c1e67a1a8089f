//! A native select that shows what the state says, also after an undo.

use plimsoll_report::view::SelectOption;
use web_sys::HtmlSelectElement;
use yew::{
    AttrValue, Callback, Event, Html, Properties, TargetCast, component, html, use_effect_with, use_node_ref,
};

/// What a [`Select`] shows.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SelectProps {
    /// The name under which its label finds it.
    pub(crate) id: AttrValue,
    /// The names of what describes it.
    pub(crate) described_by: AttrValue,
    /// What there is to choose from.
    pub(crate) options: Vec<SelectOption>,
    /// Told the value of what was chosen.
    pub(crate) on_choose: Callback<String>,
}

/// A native select.
#[component]
pub(crate) fn Select(props: &SelectProps) -> Html {
    let element = use_node_ref();
    let chosen = props.options.iter().find(|option| option.selected).map(|option| option.value.clone());
    // The attribute `selected` stops to count once somebody has chosen, so the chosen value is set as well.
    use_effect_with((chosen, element.clone()), |(chosen, element)| {
        if let (Some(chosen), Some(select)) = (chosen, element.cast::<HtmlSelectElement>()) {
            select.set_value(chosen);
        }
    });
    let onchange =
        props.on_choose.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    let options = props.options.iter().map(|option| {
        html! {
            <option key={option.value.as_str()} value={option.value.clone()} selected={option.selected}>
                { option.label.as_str() }
            </option>
        }
    });
    html! {
        <select ref={element} class="ps-select" id={props.id.clone()} aria-describedby={props.described_by.clone()} {onchange}>
            { for options }
        </select>
    }
}
