//! Words in an element: what most of the page is made of. Written once, as every element costs bytes where it
//! stands; and by hand, as a class that is no literal would go through a set of classes at run time.

use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};
use yew::{AttrValue, Html, html};

use crate::ids::id;

/// Words in an element. Without words the element keeps its place, and the styles leave it out.
pub(crate) fn words(tag: &'static str, class: &'static str, text: &str) -> Html {
    element(tag, class, None, text)
}

/// Words in an element, or none.
pub(crate) fn maybe(tag: &'static str, class: &'static str, text: Option<&String>) -> Html {
    element(tag, class, None, text.map_or("", String::as_str))
}

/// Words that something else refers to.
pub(crate) fn named(tag: &'static str, class: &'static str, name: &AttrValue, text: &str) -> Html {
    element(tag, class, Some(name), text)
}

fn element(tag: &'static str, class: &'static str, name: Option<&AttrValue>, text: &str) -> Html {
    let mut element = VTag::new(tag);
    element.attributes = Attributes::Dynamic {
        keys: &["id", "class"],
        values: Box::new([
            name.map(|name| AttributeOrProperty::Attribute(name.clone())),
            (!class.is_empty()).then_some(AttributeOrProperty::Attribute(AttrValue::Static(class))),
        ]),
    };
    if !text.is_empty() {
        element.add_child(text.into());
    }
    element.into()
}

/// What is wrong with a field. It stands beside the field and is read out when it changes.
pub(crate) fn problem(what: &str, slug: &str, text: Option<&String>) -> Html {
    html! {
        <p class="ps-problem" id={id(&[what, "-problem-", slug])} aria-live="polite">
            { text.map_or_else(Html::default, |text| text.as_str().into()) }
        </p>
    }
}
