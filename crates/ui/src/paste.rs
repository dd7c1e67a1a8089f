//! The paste panel: a table of customers goes in, figures come out, and nothing changes until that is accepted.

use plimsoll_report::Action;
use plimsoll_report::view::PasteView;
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;
use yew::{AttrValue, Callback, Html, MouseEvent, TargetCast, html};

use crate::events::{on_left, on_typed};
use crate::ids::flag;
use crate::paste_review::review;

/// The paste panel. The reader opens and closes it.
pub fn paste_panel(paste: &PasteView, dispatch: &Callback<Action>) -> Html {
    html! {
        <details class="ps-paste" id="paste">
            <summary class="ps-paste__summary">{ "Paste a table of customers" }</summary>
            <div class="ps-paste__body">
                <label class="ps-paste__label" for="paste-text">{ "Customers, one a row, below a header" }</label>
                <p class="ps-field__hint" id="paste-hint">
                    { "Name, MRR at the start, MRR at the end and, if you like, segment. Copy it from a spreadsheet, \
                       or separate by commas. Your figures stay as they are until you accept." }
                </p>
                <textarea class="ps-paste__text" id="paste-text" rows="6" wrap="off"
                    autocomplete="off" spellcheck="false" aria-describedby="paste-hint paste-summary"
                    placeholder={"Customer\tStart\tEnd\nAcme\t1200\t1500\nBrook\t800\t0"}
                    value={AttrValue::from(paste.text.clone())} oninput={on_typed(dispatch, Action::PasteTyped)}
                    onblur={on_left(dispatch)} />
                <p class="ps-paste__read" id="paste-summary" role="status">{ paste.summary.as_deref() }</p>
                { review(paste, dispatch) }
                <div class="ps-paste__decide">
                    <button type="button" class="ps-button ps-button--primary" aria-disabled={flag(!paste.can_accept)}
                        onclick={decide(dispatch, paste.can_accept, Action::PasteAccepted)}>
                        { "Use these figures" }
                    </button>
                    <button type="button" class="ps-button" aria-disabled={flag(paste.text.is_empty())}
                        onclick={decide(dispatch, !paste.text.is_empty(), Action::PasteDiscarded)}>
                        { "Discard" }
                    </button>
                </div>
            </div>
        </details>
    }
}

/// A decision, after which the focus returns to the text, as the review it was taken on is gone.
fn decide(dispatch: &Callback<Action>, can: bool, action: Action) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: MouseEvent| {
        if !can {
            return;
        }
        dispatch.emit(action.clone());
        let panel = event.target_unchecked_into::<HtmlElement>().closest("#paste").ok().flatten();
        let text = panel.and_then(|panel| panel.query_selector("textarea").ok().flatten());
        if let Some(text) = text {
            let _ = text.unchecked_into::<HtmlElement>().focus();
        }
    })
}
