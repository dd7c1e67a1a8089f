//! What lies around the program: the page and the worker, reached through `lab.js`, and the keeper of `boot.js`.

use js_sys::{Array, Uint8Array};
use plimsoll_report::lab::{Effect, LabAction, LabMessage};
use plimsoll_report::{Action, Inputs, carried, from_bytes, to_bytes};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use yew::Callback;

mod by_name {
    use js_sys::Array;
    use wasm_bindgen::JsValue;
    use wasm_bindgen::closure::Closure;
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen(js_namespace = plimsollKeep)]
    extern "C" {
        pub(super) fn died(message: &str);
    }

    #[wasm_bindgen(js_namespace = plimsollData)]
    extern "C" {
        #[wasm_bindgen(js_name = onBeside)]
        pub(super) fn on_beside(program: &str, callback: &Closure<dyn Fn(Array, Array)>);
        #[wasm_bindgen(js_name = onPortfolio)]
        pub(super) fn on_portfolio(callback: &Closure<dyn Fn(JsValue)>);
        #[wasm_bindgen(js_name = onModelFile)]
        pub(super) fn on_model_file(callback: &Closure<dyn Fn(String)>);
        #[wasm_bindgen(js_name = askPortfolio)]
        pub(super) fn ask_portfolio(question: Box<[u8]>, kind: &str);
        #[wasm_bindgen(js_name = saveFile)]
        pub(super) fn save_file(name: &str, kind: &str, bytes: Box<[u8]>);
        pub(super) fn sample(slug: &str);
        pub(super) fn act(texts: &Array);
    }
}

/// Says that the program must not be entered again.
pub(crate) fn died(message: &str) {
    by_name::died(message);
}

/// What takes the words of page and worker, until it is dropped.
pub(crate) struct Listening {
    _page: Closure<dyn Fn(Array, Array)>,
    _worker: Closure<dyn Fn(JsValue)>,
    _file: Closure<dyn Fn(String)>,
}

impl Listening {
    /// Listens from now on. What the page said last is said again.
    pub(crate) fn start(dispatch: &Callback<LabAction>) -> Self {
        let (told, heard, chosen) = (dispatch.clone(), dispatch.clone(), dispatch.clone());
        let page = Closure::<dyn Fn(Array, Array)>::new(move |entries: Array, _: Array| {
            told.emit(LabAction::PageTold(inputs(&entries).map(Box::new)));
        });
        let worker = Closure::<dyn Fn(JsValue)>::new(move |bytes: JsValue| {
            if bytes.is_undefined() {
                return heard.emit(LabAction::Closed);
            }
            let message =
                bytes.dyn_ref::<Uint8Array>().and_then(|bytes| from_bytes::<LabMessage>(&bytes.to_vec()));
            heard.emit(message.map_or(LabAction::Lost, |message| LabAction::Heard(message.into())));
        });
        let file = Closure::<dyn Fn(String)>::new(move |text| chosen.emit(LabAction::FileChosen(text)));
        by_name::on_portfolio(&worker);
        by_name::on_model_file(&file);
        by_name::on_beside("lab", &page);
        Self { _page: page, _worker: worker, _file: file }
    }
}

/// The page's inputs; nothing while another view is open.
fn inputs(entries: &Array) -> Option<Inputs> {
    let texts: Vec<String> = entries.iter().filter_map(|text| text.as_string()).collect();
    let pairs = texts.chunks_exact(2).filter_map(|pair| match pair {
        [name, text] => Some((name.clone(), text.clone())),
        _ => None,
    });
    if texts.is_empty() { None } else { Inputs::from_entries(pairs.collect()) }
}

/// Takes an effect.
pub(crate) fn take_effect(effect: &Effect) {
    match effect {
        Effect::Ask(request) => {
            by_name::ask_portfolio(to_bytes(&**request).unwrap_or_default().into(), request.kind());
        }
        Effect::Keep(text, is_settled) => {
            give(&Action::LabChanged(text.clone()));
            if *is_settled {
                give(&Action::Settled);
            }
        }
        Effect::Save(name, kind, bytes) => by_name::save_file(name, kind, bytes.as_slice().into()),
        Effect::Sample(slug) => by_name::sample(slug),
    }
}

/// Gives an action to the page.
fn give(action: &Action) {
    if let Some(texts) = carried(action) {
        by_name::act(&texts.iter().map(|text| JsValue::from_str(text)).collect());
    }
}
