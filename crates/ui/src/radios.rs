//! A few answers side by side, of which one counts.

use plimsoll_report::view::SelectOption;
use web_sys::HtmlInputElement;
use yew::{AttrValue, Callback, Event, Html, TargetCast, html};

/// A group of native radio buttons. `name` sets it apart from other groups of the page.
pub(crate) fn radios(
    name: impl Into<AttrValue>,
    legend: &str,
    options: &[SelectOption],
    on_choose: &Callback<String>,
) -> Html {
    let name = name.into();
    let answers = options.iter().map(|option| {
        let onchange =
            on_choose.reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().value());
        html! {
            <label key={option.value.as_str()} class="ps-radio">
                <input type="radio" name={name.clone()} value={option.value.clone()} checked={option.selected} {onchange} />
                <span class="ps-radio__text">{ option.label.as_str() }</span>
            </label>
        }
    });
    html! {
        <fieldset class="ps-radios">
            <legend class="ps-radios__legend">{ legend }</legend>
            <div class="ps-radios__row">{ for answers }</div>
        </fieldset>
    }
}
