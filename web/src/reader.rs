//! The worker that reads pasted tables (`reader.js` starts it when it is first needed).

use js_sys::Array;
use plimsoll_report::{Action, Inputs, PasteReading};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use yew::Callback;

mod outside {
    use wasm_bindgen::JsValue;
    use wasm_bindgen::closure::Closure;
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen(js_namespace = plimsollReader)]
    extern "C" {
        #[wasm_bindgen(js_name = onAnswer)]
        pub(super) fn on_answer(callback: &Closure<dyn Fn(String, String, String, JsValue)>);
        pub(super) fn read(text: &str, mark: &str, currency: &str);
    }
}

/// What takes the worker's answers, until it is dropped.
pub(crate) struct Reader {
    _answered: Closure<dyn Fn(String, String, String, JsValue)>,
}

impl Reader {
    /// Takes answers from now on.
    pub(crate) fn start(dispatch: &Callback<Action>) -> Self {
        let dispatch = dispatch.clone();
        let answered = Closure::<dyn Fn(String, String, String, JsValue)>::new(
            move |text: String, mark: String, currency: String, texts: JsValue| {
                let reading = reading(&texts).unwrap_or_else(PasteReading::failed);
                dispatch.emit(Action::PasteRead { text: text.into(), mark, currency, reading });
            },
        );
        outside::on_answer(&answered);
        Self { _answered: answered }
    }
}

fn reading(texts: &JsValue) -> Option<PasteReading> {
    let texts: &Array = texts.dyn_ref()?;
    PasteReading::from_texts(texts.iter().map(|text| text.as_string()).collect::<Option<Vec<_>>>()?)
}

/// Asks for the draft to be read, where there is one.
pub(crate) fn read(inputs: &Inputs) {
    if !inputs.paste.text.trim().is_empty() {
        outside::read(&inputs.paste.text, &inputs.paste.mark, &inputs.currency);
    }
}
