//! A native select that shows what the state says, also after an undo.

use plimsoll_report::view::SelectOption;
use web_sys::HtmlSelectElement;
use yew::{AttrValue, Callback, Component, Context, Event, Html, NodeRef, Properties, TargetCast, html};

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
pub(crate) struct Select {
    element: NodeRef,
}

impl Component for Select {
    type Message = ();
    type Properties = SelectProps;

    fn create(_: &Context<Self>) -> Self {
        Self { element: NodeRef::default() }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
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
            <select ref={&self.element} class="ps-select" id={props.id.clone()}
                aria-describedby={props.described_by.clone()} {onchange}>
                { for options }
            </select>
        }
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        // The attribute `selected` stops to count once somebody has chosen, so the chosen value is set as well.
        let chosen = context.props().options.iter().find(|option| option.selected);
        if let (Some(chosen), Some(select)) = (chosen, self.element.cast::<HtmlSelectElement>()) {
            select.set_value(&chosen.value);
        }
    }
}
