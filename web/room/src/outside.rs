//! What lies around the program: the workers and the page, reached through `data.js`, and the keeper of `boot.js`.

use js_sys::{Array, Uint8Array};
use plimsoll_intl::Intl;
use plimsoll_report::view::{DataRequest, Light, Told};
use plimsoll_report::{Action, PageFacts, RoomAction, carried, from_bytes, redrawn_view, to_bytes, worded};
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
        #[wasm_bindgen(js_name = onTold)]
        pub(super) fn on_told(callback: &Closure<dyn Fn(bool, JsValue)>);
        #[wasm_bindgen(js_name = listenToPage)]
        pub(super) fn on_page(callback: &Closure<dyn Fn(String, JsValue)>);
        pub(super) fn decide(setting: &str, value: &str);
        pub(super) fn accept(light: Box<[u8]>, name: &str, mapping: &str);
        pub(super) fn ask(request: Box<[u8]>, is_light: bool);
        #[wasm_bindgen(js_name = onDrawn)]
        pub(super) fn on_drawn(callback: &Closure<dyn Fn(JsValue)>);
        pub(super) fn redraw(request: Option<Box<[u8]>>);
        pub(super) fn act(texts: &Array);
        pub(super) fn discard();
        pub(super) fn close();
        pub(super) fn keep(is_wanted: bool);
        #[wasm_bindgen(js_name = onKept)]
        pub(super) fn on_kept(callback: &Closure<dyn Fn(bool)>);
        #[wasm_bindgen(js_name = useFigures)]
        pub(super) fn use_figures(currency: &str, window: &str, figures: Vec<String>);
        #[wasm_bindgen(js_name = onRows)]
        pub(super) fn on_rows(callback: &Closure<dyn Fn(String)>);
        #[wasm_bindgen(js_name = noRows)]
        pub(super) fn no_rows();
    }
}

/// Says that the program must not be entered again.
pub(crate) fn died(message: &str) {
    by_name::died(message);
}

/// What takes the words of workers and page, until it is dropped.
pub(crate) struct Listening {
    _told: Closure<dyn Fn(bool, JsValue)>,
    _page: Closure<dyn Fn(String, JsValue)>,
    _rows: Closure<dyn Fn(String)>,
    _drawn: Closure<dyn Fn(JsValue)>,
    _kept: Closure<dyn Fn(bool)>,
}

impl Listening {
    /// Listens from now on. What was said before is said again.
    pub(crate) fn start(dispatch: &Callback<RoomAction>) -> Self {
        let (worker, page, asked) = (dispatch.clone(), dispatch.clone(), dispatch.clone());
        let intl = Intl::of_browser();
        let drawn = drawn(dispatch);
        by_name::on_drawn(&drawn);
        let kept = dispatch.clone();
        let kept = Closure::<dyn Fn(bool)>::new(move |is_kept| kept.emit(RoomAction::Kept(is_kept)));
        by_name::on_kept(&kept);
        let told = Closure::<dyn Fn(bool, JsValue)>::new(move |by_store, bytes: JsValue| {
            worker.emit(match message(&bytes, &intl) {
                Some(message) => RoomAction::Told { by_store, message: message.into() },
                None => RoomAction::Lost,
            });
        });
        let changed = Closure::<dyn Fn(String, JsValue)>::new(move |window, figures: JsValue| {
            let figures =
                figures.dyn_ref::<Array>().map(|all| all.iter().filter_map(|one| one.as_string()).collect());
            page.emit(RoomAction::PageChanged(PageFacts { window, figures: figures.unwrap_or_default() }));
        });
        let rows = Closure::<dyn Fn(String)>::new(move |figure| asked.emit(RoomAction::FigureAsked(figure)));
        by_name::on_rows(&rows);
        by_name::on_page(&changed);
        by_name::on_told(&told);
        Self { _told: told, _page: changed, _rows: rows, _drawn: drawn, _kept: kept }
    }
}

/// What takes what was drawn of the customers, nothing where that was lost.
fn drawn(dispatch: &Callback<RoomAction>) -> Closure<dyn Fn(JsValue)> {
    let (dispatch, intl) = (dispatch.clone(), Intl::of_browser());
    Closure::new(move |bytes: JsValue| {
        let found = bytes.dyn_ref::<Uint8Array>().and_then(|bytes| from_bytes(&bytes.to_vec()));
        dispatch.emit(RoomAction::Redrawn(redrawn_view(found.as_ref(), &intl).into()));
    })
}

fn message(bytes: &JsValue, intl: &Intl) -> Option<Told> {
    Some(worded(&from_bytes(&bytes.dyn_ref::<Uint8Array>()?.to_vec())?, intl))
}

/// Has the data read in another way.
pub(crate) fn decide(setting: &str, value: &str) {
    by_name::decide(setting, value);
}

/// Makes what was read the ledger, and has the page remember how it was read.
pub(crate) fn accept(name: &str, mapping: &str) {
    let light = DataRequest::Ledger(Light::default());
    by_name::accept(bytes(&light), name, mapping);
}

/// Asks something of the ledger.
pub(crate) fn ask(request: &DataRequest) {
    by_name::ask(bytes(request), matches!(request, DataRequest::Ledger(_)));
}

/// Has the customers drawn again that a request names, or nothing any more.
pub(crate) fn redraw(request: Option<&DataRequest>) {
    by_name::redraw(request.map(bytes));
}

/// Opens the health lab.
pub(crate) fn open_lab() {
    let opened = carried(&Action::ViewOpened("lab".into())).unwrap_or_default();
    by_name::act(&opened.iter().map(|text| JsValue::from_str(text)).collect());
}

/// Throws away what is on its way in.
pub(crate) fn discard() {
    by_name::discard();
}

/// Puts the ledger away.
pub(crate) fn close() {
    by_name::close();
}

/// Has a copy of the data kept for after a reload, or removed.
pub(crate) fn keep(is_wanted: bool) {
    by_name::keep(is_wanted);
}

/// Gives figures to the page, with the window that they are counted over.
pub(crate) fn use_figures(currency: &str, window: &str, figures: Vec<String>) {
    by_name::use_figures(currency, window, figures);
}

/// Says that the ledger is not there any more.
pub(crate) fn no_rows() {
    by_name::no_rows();
}

fn bytes(request: &DataRequest) -> Box<[u8]> {
    to_bytes(request).unwrap_or_default().into()
}
