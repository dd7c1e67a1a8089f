//! The keeper outside of the program (`boot.js`): what is kept, brought back, and said when the program dies.

use js_sys::{Array, JSON, Object};
use plimsoll_report::{Formatter, Inputs, State};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

mod outside {
    use super::wasm_bindgen;

    #[wasm_bindgen(js_namespace = plimsollKeep)]
    extern "C" {
        pub(super) fn recall() -> Option<String>;
        pub(super) fn keep(text: &str);
        #[wasm_bindgen(js_name = putAside)]
        pub(super) fn put_aside(text: &str);
        pub(super) fn ready();
        pub(super) fn died(message: &str);
    }
}

/// The state to start from: what was kept, else the worked example. What cannot be read is put aside, not lost.
pub(crate) fn recall(formatter: &dyn Formatter) -> State {
    // After the first one is put aside, an older state may be offered; a second that fails is the last.
    for _ in 0..2 {
        let Some(text) = outside::recall() else { break };
        match read(&text) {
            Some(inputs) => return State::from(inputs),
            None => outside::put_aside(&text),
        }
    }
    State::from(Inputs::example().with_decimal_mark(formatter.decimal_mark()))
}

/// The inputs of a kept text: a flat object of texts. Own entries only, each read once, so that nothing else of the
/// object can play a part. (Through serde, this would cost the page ten kilobytes.)
fn read(text: &str) -> Option<Inputs> {
    let value = JSON::parse(text).ok()?;
    let entries = Object::entries(value.dyn_ref::<Object>()?);
    let entry = |pair: JsValue| {
        let pair: Array = pair.dyn_into().ok()?;
        Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
    };
    Inputs::from_entries(entries.iter().map(entry).collect::<Option<Vec<_>>>()?)
}

/// Keeps these inputs, outside of the program's memory: a plain object of texts, as ordinary JSON.
pub(crate) fn keep(inputs: &Inputs) {
    let pair = |(name, text): (String, String)| Array::of2(&name.into(), &text.into());
    let entries: Array = inputs.entries().into_iter().map(pair).collect();
    let object = Object::from_entries(&entries);
    let text = object.ok().and_then(|object| JSON::stringify(&object).ok()).and_then(|text| text.as_string());
    if let Some(text) = text {
        outside::keep(&text);
    }
}

/// Says that the page stands and works.
pub(crate) fn ready() {
    outside::ready();
}

/// Says that the program must not be entered again.
pub(crate) fn died(message: &str) {
    outside::died(message);
}
