//! The paste panel: a table of customers goes in, figures come out, and nothing changes until that is accepted.

use std::rc::Rc;

use plimsoll_report::Action;
use plimsoll_report::view::PasteView;
use web_sys::HtmlElement;
use yew::{AttrValue, Callback, Component, Context, Html, MouseEvent, NodeRef, Properties, html};

use crate::events::{on_left, on_written};
use crate::ids::flag;
use crate::paste_review::review;

/// What a [`PastePanel`] shows.
#[derive(Clone, PartialEq, Properties)]
pub struct PastePanelProps {
    /// The panel.
    pub paste: Rc<PasteView>,
    /// Told what was pasted and decided.
    pub dispatch: Callback<Action>,
}

/// The paste panel. It opens where there is text, or when a table is pasted elsewhere on the page; apart from that
/// the reader opens and closes it.
#[derive(Debug)]
pub struct PastePanel {
    panel: NodeRef,
    text: NodeRef,
    had_text: bool,
}

impl Component for PastePanel {
    type Message = ();
    type Properties = PastePanelProps;

    fn create(_: &Context<Self>) -> Self {
        Self { panel: NodeRef::default(), text: NodeRef::default(), had_text: false }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let PastePanelProps { paste, dispatch } = context.props();
        html! {
            <details class="ps-paste" ref={&self.panel}>
                <summary class="ps-paste__summary">{ "Paste a table of customers" }</summary>
                <div class="ps-paste__body">
                    <label class="ps-paste__label" for="paste-text">{ "Customers, one a row, below a header" }</label>
                    <p class="ps-field__hint" id="paste-hint">
                        { "Name, MRR at the start, MRR at the end and, if you like, segment. Copy it from a spreadsheet, \
                           or separate by commas. Your figures stay as they are until you accept." }
                    </p>
                    <textarea class="ps-paste__text" ref={&self.text} id="paste-text" rows="6" wrap="off"
                        autocomplete="off" spellcheck="false" aria-describedby="paste-hint paste-summary"
                        placeholder={"Customer\tStart\tEnd\nAcme\t1200\t1500\nBrook\t800\t0"}
                        value={AttrValue::from(paste.text.clone())} oninput={on_written(dispatch, Action::PasteTyped)}
                        onblur={on_left(dispatch)} />
                    <p class="ps-paste__read" id="paste-summary" role="status">{ paste.summary.as_deref() }</p>
                    { review(paste, dispatch) }
                    <div class="ps-paste__decide">
                        <button type="button" class="ps-button ps-button--primary" aria-disabled={flag(!paste.can_accept)}
                            onclick={decide(dispatch, paste.can_accept, Action::PasteAccepted, &self.text)}>
                            { "Use these figures" }
                        </button>
                        <button type="button" class="ps-button" aria-disabled={flag(paste.text.is_empty())}
                            onclick={decide(dispatch, !paste.text.is_empty(), Action::PasteDiscarded, &self.text)}>
                            { "Discard" }
                        </button>
                    </div>
                </div>
            </details>
        }
    }

    fn rendered(&mut self, context: &Context<Self>, is_first: bool) {
        let has_text = !context.props().paste.text.is_empty();
        let is_new = has_text && !self.had_text;
        self.had_text = has_text;
        let closed = self.panel.cast::<HtmlElement>().filter(|panel| is_new && !panel.has_attribute("open"));
        if let Some(panel) = closed.filter(|panel| panel.set_attribute("open", "").is_ok() && !is_first) {
            panel.scroll_into_view();
        }
    }
}

/// A decision, after which the focus returns to the text, as the review it was taken on is gone.
fn decide(dispatch: &Callback<Action>, can: bool, action: Action, text: &NodeRef) -> Callback<MouseEvent> {
    let (dispatch, text) = (dispatch.clone(), text.clone());
    Callback::from(move |_| {
        if !can {
            return;
        }
        dispatch.emit(action.clone());
        if let Some(text) = text.cast::<HtmlElement>() {
            let _ = text.focus();
        }
    })
}
