//! The data room's workers (`data.js` starts, ends and rebuilds them).

use js_sys::{Array, Uint8Array};
use plimsoll_report::view::{DataMessage, DataRequest};
use plimsoll_report::{Action, Inputs, from_bytes, to_bytes};
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
        #[wasm_bindgen(js_name = onTold)]
        pub(super) fn on_told(callback: &Closure<dyn Fn(bool, JsValue)>);
        pub(super) fn know(currency: &str, remembered: &Array);
        pub(super) fn sample(slug: &str);
        pub(super) fn text(name: &str, text: &str);
        pub(super) fn decide(setting: &str, value: &str);
        pub(super) fn accept(light: Box<[u8]>);
        pub(super) fn ask(request: Box<[u8]>, is_light: bool);
        pub(super) fn discard();
        pub(super) fn close();
    }
}

/// What takes the workers' words, until it is dropped.
pub(crate) struct DataRoom {
    _told: Closure<dyn Fn(bool, JsValue)>,
}

impl DataRoom {
    /// Listens from now on.
    pub(crate) fn start(dispatch: &Callback<Action>) -> Self {
        let dispatch = dispatch.clone();
        let told = Closure::<dyn Fn(bool, JsValue)>::new(move |by_store, bytes: JsValue| {
            dispatch.emit(match message(&bytes) {
                Some(message) => Action::DataTold { by_store, message: message.into() },
                None => Action::DataFailed,
            });
        });
        outside::on_told(&told);
        Self { _told: told }
    }
}

fn message(bytes: &JsValue) -> Option<DataMessage> {
    from_bytes(&bytes.dyn_ref::<Uint8Array>()?.to_vec())
}

/// What the next reading begins with: the page's currency, and how tables were read before.
pub(crate) fn know(inputs: &Inputs) {
    let pair = |(name, mapping): (&str, &str)| Array::of2(&name.into(), &mapping.into());
    outside::know(&inputs.currency, &inputs.mappings.iter().map(pair).collect());
}

/// What an action means for the workers.
pub(crate) fn take_effect(action: &Action) {
    match action {
        Action::PasteRead { text, reading, .. } if reading.is_data => outside::text("Pasted table", text),
        Action::SampleChosen(slug) => outside::sample(slug),
        Action::DataSettingChosen { setting, value } => outside::decide(setting, value),
        Action::DataColumnChosen { column, role } => {
            outside::decide(&["column.", &column.to_string()].concat(), role)
        }
        Action::DataAccepted => {
            let light = DataRequest::Ledger { month: String::new(), grouping: String::new() };
            outside::accept(bytes(&light));
        }
        Action::DataDiscarded => outside::discard(),
        Action::Asked(request) => outside::ask(bytes(request), matches!(request, DataRequest::Ledger { .. })),
        Action::LedgerClosed => outside::close(),
        _ => {}
    }
}

fn bytes(request: &DataRequest) -> Box<[u8]> {
    to_bytes(request).unwrap_or_default().into()
}
