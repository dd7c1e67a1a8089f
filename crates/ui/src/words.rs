//! Words in an element: what most of the page is made of. Written once, as every element costs bytes where it
//! stands.

use yew::{AttrValue, Html, html};

use crate::ids::id;

/// Words in an element. Without words the element keeps its place, and the styles leave it out.
pub(crate) fn words(tag: &'static str, class: &'static str, text: &str) -> Html {
    let class = (!class.is_empty()).then_some(class);
    html! { <@{tag} {class}>{ text_of(text) }</@> }
}

/// Words in an element, or none.
pub(crate) fn maybe(tag: &'static str, class: &'static str, text: Option<&String>) -> Html {
    words(tag, class, text.map_or("", String::as_str))
}

/// Words that something else refers to.
pub(crate) fn named(tag: &'static str, class: &'static str, name: &AttrValue, text: &str) -> Html {
    html! { <@{tag} {class} id={name.clone()}>{ text_of(text) }</@> }
}

/// What is wrong with a field. It stands beside the field and is read out when it changes.
pub(crate) fn problem(what: &str, slug: &str, text: Option<&String>) -> Html {
    html! {
        <p class="ps-problem" id={id(&[what, "-problem-", slug])} aria-live="polite">
            { text_of(text.map_or("", String::as_str)) }
        </p>
    }
}

fn text_of(text: &str) -> Html {
    if text.is_empty() { Html::default() } else { text.into() }
}
