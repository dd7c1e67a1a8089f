//! The door of the data room (`data.js` holds the workers, and fetches the room's program when data first comes in).

use js_sys::Array;
use plimsoll_report::view::Page;
use plimsoll_report::{Action, Inputs};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use yew::Callback;

mod outside {
    use js_sys::Array;
    use wasm_bindgen::JsValue;
    use wasm_bindgen::closure::Closure;
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen(js_namespace = plimsollData)]
    extern "C" {
        #[wasm_bindgen(js_name = onUsed)]
        pub(super) fn on_used(callback: &Closure<dyn Fn(String, JsValue)>);
        #[wasm_bindgen(js_name = onKept)]
        pub(super) fn on_kept(callback: &Closure<dyn Fn(String, String)>);
        pub(super) fn know(currency: &str, remembered: &Array, window: &str, figures: Vec<String>);
        pub(super) fn sample(slug: &str);
        pub(super) fn text(name: &str, text: &str);
    }
}

/// What takes the room's words, until it is dropped.
pub(crate) struct Door {
    _used: Closure<dyn Fn(String, JsValue)>,
    _kept: Closure<dyn Fn(String, String)>,
}

impl Door {
    /// Listens from now on.
    pub(crate) fn start(dispatch: &Callback<Action>) -> Self {
        let (page, keeper) = (dispatch.clone(), dispatch.clone());
        let used = Closure::<dyn Fn(String, JsValue)>::new(move |currency, figures: JsValue| {
            let figures =
                figures.dyn_ref::<Array>().map(|all| all.iter().filter_map(|one| one.as_string()).collect());
            page.emit(Action::LedgerFiguresUsed { figures: figures.unwrap_or_default(), currency });
        });
        let kept = Closure::<dyn Fn(String, String)>::new(move |name, mapping| {
            keeper.emit(Action::MappingKept { name, mapping });
        });
        outside::on_used(&used);
        outside::on_kept(&kept);
        Self { _used: used, _kept: kept }
    }
}

/// What the room has to know of the page: what a reading begins with, and what the ledger's figures are compared with.
pub(crate) fn know(inputs: &Inputs, page: &Page) {
    let pair = |(name, mapping): (&str, &str)| Array::of2(&name.into(), &mapping.into());
    let remembered = inputs.mappings.iter().map(pair).collect();
    outside::know(&inputs.currency, &remembered, &inputs.window, page.ledger_figures.clone());
}

/// What an action means for the room.
pub(crate) fn take_effect(action: &Action) {
    match action {
        Action::PasteRead { text, reading, .. } if reading.is_data => outside::text("Pasted table", text),
        Action::SampleChosen(slug) => outside::sample(slug),
        _ => {}
    }
}
