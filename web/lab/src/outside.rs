//! What lies around the program: the page and the worker, reached through `lab.js`, and the keeper of `boot.js`.

use js_sys::{Array, Uint8Array};
use plimsoll_report::lab::{Effect, LabAction, LabMessage};
use plimsoll_report::{Action, Inputs, carried, from_bytes, to_bytes};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::window;
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

/// When to draw: before a frame, and once after things have come to rest.
pub(crate) struct Frames {
    frame: Closure<dyn Fn()>,
    rest: Closure<dyn Fn()>,
    is_awaited: bool,
    timer: Option<i32>,
}

/// How long nothing has been drawn when things have come to rest, in milliseconds.
const REST: i32 = 200;

impl Frames {
    /// Each frame that is wanted is told before it is painted; a rest, once it has come.
    pub(crate) fn new(frame: Callback<()>, rest: Callback<()>) -> Self {
        let closure = |tell: Callback<()>| Closure::<dyn Fn()>::new(move || tell.emit(()));
        Self { frame: closure(frame), rest: closure(rest), is_awaited: false, timer: None }
    }

    /// The next frame is wanted.
    pub(crate) fn want(&mut self) {
        if !self.is_awaited {
            let frame = self.frame.as_ref().unchecked_ref();
            self.is_awaited = window().is_some_and(|window| window.request_animation_frame(frame).is_ok());
        }
    }

    /// It came.
    pub(crate) const fn came(&mut self) {
        self.is_awaited = false;
    }

    /// A rest is awaited from now on, or none.
    pub(crate) fn await_rest(&mut self, is_wanted: bool) {
        let Some(window) = window() else { return };
        if let Some(timer) = self.timer.take() {
            window.clear_timeout_with_handle(timer);
        }
        if is_wanted {
            let rest = self.rest.as_ref().unchecked_ref();
            self.timer = window.set_timeout_with_callback_and_timeout_and_arguments_0(rest, REST).ok();
        }
    }
}

/// Whether the element of this name is there, below what is seen of the page.
pub(crate) fn is_below_sight(name: &str) -> bool {
    let Some(window) = window() else { return false };
    let element = window.document().and_then(|page| page.get_element_by_id(name));
    let seen = window.inner_height().ok().and_then(|height| height.as_f64());
    element.zip(seen).is_some_and(|(element, seen)| element.get_bounding_client_rect().top() > seen)
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
