//! What comes from around the page through `door.js`: undo and redo, tables pasted anywhere, and what the data room gives.

use js_sys::Array;
use plimsoll_report::view::Page;
use plimsoll_report::{Action, Inputs, taken};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, window};
use yew::Callback;

mod outside {
    use js_sys::Array;
    use wasm_bindgen::closure::Closure;
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen(js_namespace = plimsollData)]
    extern "C" {
        #[wasm_bindgen(js_name = onGiven)]
        pub(super) fn on_given(callback: &Closure<dyn Fn(String, String, Array)>);
        pub(super) fn know(currency: &str, remembered: &Array, window: &str, figures: &Array);
        pub(super) fn sample(slug: &str);
        pub(super) fn text(name: &str, text: &str);
        pub(super) fn rows(figure: &str);
        pub(super) fn copy(text: &str);
        #[wasm_bindgen(js_name = isSeen)]
        pub(super) fn is_seen(slug: &str) -> bool;
        #[wasm_bindgen(js_name = onRest)]
        pub(super) fn on_rest(callback: &Closure<dyn Fn()>);
        pub(super) fn rest();
        pub(super) fn beside(program: &str, entries: &Array, refused: &Array);
        #[wasm_bindgen(js_name = savePack)]
        pub(super) fn save_pack(name: &str, texts: &Array);
    }
}

/// What takes what is given, until it is dropped.
pub(crate) struct Door {
    _given: Closure<dyn Fn(String, String, Array)>,
}

impl Door {
    /// Listens from now on.
    pub(crate) fn start(dispatch: &Callback<Action>) -> Self {
        let dispatch = dispatch.clone();
        let given = Closure::<dyn Fn(String, String, Array)>::new(move |kind: String, name, texts: Array| {
            let mut texts: Vec<String> = texts.iter().filter_map(|text| text.as_string()).collect();
            if kind == "pack" {
                return dispatch.emit(Action::PackChosen { kind: name, texts });
            }
            if kind == "act" {
                return taken(&texts).into_iter().for_each(|action| dispatch.emit(action));
            }
            let last = texts.pop().unwrap_or_default();
            dispatch.emit(match kind.as_str() {
                "figures" => Action::LedgerFiguresUsed { figures: texts, currency: name, window: last },
                "mapping" => Action::MappingKept { name, mapping: last },
                "paste" => Action::PasteTyped(last),
                "undo" => Action::Undone,
                "redo" => Action::Redone,
                #[cfg(feature = "drill")]
                _ => drill(),
                #[cfg(not(feature = "drill"))]
                _ => return,
            });
            if kind == "paste" {
                open_paste_panel(true);
            }
        });
        outside::on_given(&given);
        Self { _given: given }
    }
}

/// What the room has to know of the page: what a reading begins with, and what the ledger's figures are compared with.
pub(crate) fn know(inputs: &Inputs, page: &Page) {
    let pair = |(name, mapping): (&str, &str)| Array::of2(&name.into(), &mapping.into());
    let remembered = inputs.mappings.iter().map(pair).collect();
    let figures = page.ledger_figures.iter().map(|text| JsValue::from_str(text)).collect();
    outside::know(&inputs.currency, &remembered, &inputs.window, &figures);
}

/// Tells the programs of the views beside the calculator what to show: the inputs, while one of their views is open.
pub(crate) fn tell_beside(inputs: &Inputs, page: &Page) {
    let text = |text: &String| JsValue::from_str(text);
    let entries = Array::new();
    if !page.program.is_empty() {
        inputs.entries().iter().for_each(|(name, value)| {
            entries.push(&text(name));
            entries.push(&text(value));
        });
    }
    let refused = page.pack_problem.iter().flat_map(|problem| [&problem.place, &problem.reason]).map(text);
    outside::beside(page.program, &entries, &refused.collect());
}

/// What an action means for the room, and for the clipboard.
pub(crate) fn take_effect(action: &Action) {
    match action {
        Action::PasteRead { text, reading, .. } if reading.is_data => outside::text("Pasted table", text),
        Action::SampleChosen(slug) => outside::sample(slug),
        Action::RowsAsked(figure) => outside::rows(figure),
        Action::TextCopied(text) => outside::copy(text),
        _ => {}
    }
}

/// Whether a metric's card is in the window.
pub(crate) fn is_seen(slug: &str) -> bool {
    outside::is_seen(slug)
}

/// What draws the rest, once [`rest`] was asked for and nothing has changed for a tenth of a second, as long as it is held.
pub(crate) fn on_rest(draw: impl Fn() + 'static) -> Closure<dyn Fn()> {
    let draw = Closure::new(draw);
    outside::on_rest(&draw);
    draw
}

/// Asks for the rest.
pub(crate) fn rest() {
    outside::rest();
}

/// Brings the keys to a field.
pub(crate) fn focus(name: &str) {
    let page = window().and_then(|window| window.document());
    let field = page.and_then(|page| page.get_element_by_id(name));
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        let _ = field.focus();
    }
}

/// Saves a pack as a file: its name, and its texts by place.
pub(crate) fn save_pack(name: &str, texts: &[String]) {
    outside::save_pack(name, &texts.iter().map(|text| JsValue::from_str(text)).collect());
}

/// Opens the paste panel, where something lies in it that its reader has not seen.
pub(crate) fn open_paste_panel(in_view: bool) {
    let page = window().and_then(|window| window.document());
    let panel = page.and_then(|page| page.get_element_by_id("paste"));
    if let Some(panel) = panel.filter(|panel| panel.set_attribute("open", "").is_ok() && in_view) {
        panel.scroll_into_view();
    }
}

/// The forced fault of the recovery drill. A release build does not have it.
#[cfg(feature = "drill")]
#[allow(clippy::panic, reason = "the drill exists to panic")]
fn drill() -> Action {
    panic!("a drill: this fault was asked for");
}
