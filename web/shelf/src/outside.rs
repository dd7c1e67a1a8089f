//! What lies around the program: the page, reached through `door.js`, and the keeper of `boot.js`.

use js_sys::{Array, Uint8Array};
use plimsoll_report::view::PackProblem;
use plimsoll_report::{Action, Inputs, carried, from_bytes};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, window};
use yew::Callback;

use crate::app::Message;

mod by_name {
    use js_sys::Array;
    use wasm_bindgen::JsValue;
    use wasm_bindgen::closure::Closure;
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen(js_namespace = plimsollKeep)]
    extern "C" {
        pub(super) fn died(message: &str);
    }

    #[wasm_bindgen(js_namespace = plimsollShelf)]
    extern "C" {
        pub(super) fn preview();
        pub(super) fn here() -> String;
    }

    #[wasm_bindgen(js_namespace = plimsollData)]
    extern "C" {
        #[wasm_bindgen(js_name = onBeside)]
        pub(super) fn on_beside(program: &str, callback: &Closure<dyn Fn(Array, Array)>);
        pub(super) fn act(texts: &Array);
    }

    #[wasm_bindgen(js_namespace = plimsollDraws)]
    extern "C" {
        #[wasm_bindgen(js_name = onFound)]
        pub(super) fn on_found(callback: &Closure<dyn Fn(JsValue)>);
        pub(super) fn draw(entries: &Array);
        pub(super) fn stop();
    }
}

/// Says that the program must not be entered again.
pub(crate) fn died(message: &str) {
    by_name::died(message);
}

/// Fetches the script of the elements, which shows the one of the builder.
pub(crate) fn preview() {
    by_name::preview();
}

/// The address of the page's folder.
pub(crate) fn here() -> String {
    by_name::here()
}

/// What the page tells.
pub(crate) struct Told {
    /// Its inputs; nothing while a calculator is open.
    pub(crate) inputs: Option<Inputs>,
    /// Why the file of benchmarks that was chosen last was refused.
    pub(crate) refused: Option<PackProblem>,
}

/// What takes the words of the page and of the drawing worker, until it is dropped.
pub(crate) struct Listening {
    _page: Closure<dyn Fn(Array, Array)>,
    _found: Closure<dyn Fn(JsValue)>,
}

impl Listening {
    /// Listens from now on. What was said last is said again.
    pub(crate) fn start(told: &Callback<Message>) -> Self {
        let heard = told.clone();
        let found = Closure::<dyn Fn(JsValue)>::new(move |bytes: JsValue| {
            let bytes = bytes.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec);
            heard.emit(Message::Found(bytes.and_then(|bytes| from_bytes(&bytes))));
        });
        by_name::on_found(&found);
        let told = told.clone();
        let page = Closure::<dyn Fn(Array, Array)>::new(move |entries: Array, refused: Array| {
            let entries = texts(&entries);
            let pairs = entries.chunks_exact(2).filter_map(|pair| match pair {
                [name, text] => Some((name.clone(), text.clone())),
                _ => None,
            });
            let inputs = (!entries.is_empty()).then(|| Inputs::from_entries(pairs.collect())).flatten();
            let refused = match texts(&refused).as_slice() {
                [place, reason] => Some(PackProblem { place: place.clone(), reason: reason.clone() }),
                _ => None,
            };
            told.emit(Message::Told(Box::new(Told { inputs, refused })));
        });
        by_name::on_beside("shelf", &page);
        Self { _page: page, _found: found }
    }
}

fn texts(array: &Array) -> Vec<String> {
    array.iter().filter_map(|text| text.as_string()).collect()
}

/// Gives an action to the page.
pub(crate) fn give(action: &Action) {
    if let Some(texts) = carried(action) {
        by_name::act(&texts.iter().map(|text| JsValue::from_str(text)).collect());
    }
}

/// Has the worker draw from these inputs.
pub(crate) fn draw(inputs: &Inputs) {
    let texts = inputs.entries().into_iter().flat_map(|(name, text)| [name, text]);
    by_name::draw(&texts.map(|text| JsValue::from_str(&text)).collect());
}

/// Ends what is being drawn.
pub(crate) fn stop_drawing() {
    by_name::stop();
}

fn root() -> Option<Element> {
    window()?.document()?.get_element_by_id("shelf")
}

/// Whether the keys were within the view before it changed.
#[derive(Debug, Default)]
pub(crate) struct Focus(bool);

impl Focus {
    /// Notes where the keys are, before anything changes.
    pub(crate) fn note(&mut self) {
        self.0 = is_within();
    }

    /// What had the focus may be gone, or have moved: the keys go on from what the view is about.
    pub(crate) fn go_on(&mut self) {
        if self.0 && !is_within() {
            focus();
        }
        self.0 = false;
    }
}

/// Whether the focus is within the view.
fn is_within() -> bool {
    root().is_some_and(|root| root.query_selector(":focus").is_ok_and(|focused| focused.is_some()))
}

/// Brings the keys to what the view is about: the metric in the middle of the map, else its beginning.
fn focus() {
    let Some(root) = root() else { return };
    let found = |selector| root.query_selector(selector).ok().flatten();
    let goal = found("[data-focus]").or_else(|| found("#results"));
    if let Some(goal) = goal.and_then(|goal| goal.dyn_into::<HtmlElement>().ok()) {
        let _ = goal.focus();
    }
}
