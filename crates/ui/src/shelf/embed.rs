//! The builder of embeds: choose, see, copy.

use plimsoll_report::Action;
use plimsoll_report::view::{BuilderCheck, BuilderGroup, BuilderView};
use yew::virtual_dom::VTag;
use yew::{AttrValue, Callback, Html, html};

use crate::events::on_pressed;
use crate::radios::radios;
use crate::words::words;

/// What is chosen beside what follows from it.
pub(super) fn embed(view: &BuilderView, dispatch: &Callback<Action>) -> Html {
    let asks = |what: &'static str| {
        dispatch.reform(move |text: String| Action::Asked { what: ["embed.", what].concat(), text })
    };
    html! {
        <>
            { words("h2", "ps-title", "Embed") }
            { words("p", "ps-lead", "Take a live calculator into a page of your own. Choose what it shows; window, currency and comparison \
                are those above. The folder embed/ of this page is all that is needed, and any static host serves it.") }
            <div class="ps-builder">
                <div class="ps-builder__asks">
                    { radios("embed-way", "As", &view.ways, &asks("way")) }
                    { radios("embed-theme", "Colours", &view.themes, &asks("theme")) }
                    { radios("embed-figures", "With", &view.figures, &asks("figures")) }
                    { checks("Parts", &view.parts, dispatch) }
                    { for view.groups.iter().map(|group| metrics(group, dispatch)) }
                </div>
                <div class="ps-builder__seen">
                    <div class="ps-builder__live">{ seen(&view.attributes) }</div>
                    { words("h3", "ps-convention__title", "The lines to copy") }
                    <pre class="ps-builder__lines" tabindex="0" aria-label="The lines to copy">{ view.snippet.as_str() }</pre>
                    <button type="button" class="ps-button"
                        onclick={on_pressed(dispatch, Action::TextCopied(view.snippet.clone()))}>{ "Copy" }</button>
                    { words("p", "ps-lead", view.about) }
                </div>
            </div>
        </>
    }
}

fn metrics(group: &BuilderGroup, dispatch: &Callback<Action>) -> Html {
    let is_open = group.metrics.iter().any(|metric| metric.is_chosen);
    html! {
        <details key={group.title} class="ps-group ps-group--folded" open={is_open}>
            { words("summary", "ps-group__title", group.title) }
            { checks(group.title, &group.metrics, dispatch) }
        </details>
    }
}

fn checks(legend: &'static str, all: &[BuilderCheck], dispatch: &Callback<Action>) -> Html {
    let check = |check: &BuilderCheck| {
        let action = Action::Asked { what: check.what.clone(), text: check.turned.to_owned() };
        let onchange = dispatch.reform(move |_: yew::Event| action.clone());
        html! {
            <label key={check.what.as_str()} class="ps-radio">
                <input type="checkbox" checked={check.is_chosen} {onchange} />
                <span class="ps-radio__text">{ check.label }</span>
            </label>
        }
    };
    html! {
        <fieldset key={legend} class="ps-radios">
            { words("legend", "ps-radios__legend", legend) }
            <div class="ps-radios__row">{ for all.iter().map(check) }</div>
        </fieldset>
    }
}

/// The element itself, by the script that is copied too.
fn seen(attributes: &[(&'static str, String)]) -> Html {
    let mut element = VTag::new("plimsoll-calculator");
    for (name, value) in attributes {
        element.add_attribute(name, AttrValue::from(value.clone()));
    }
    element.into()
}
