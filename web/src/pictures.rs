//! Taking pictures along, and the styles that only they need. `start.js` fetches both when they are first asked for.

use plimsoll_report::csv;
use plimsoll_report::view::Picture;
use plimsoll_ui::Take;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use yew::Callback;

mod outside {
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen(js_namespace = plimsollPictures)]
    extern "C" {
        pub(super) fn dress();
        pub(super) fn take(way: &str, id: &str, name: &str, table: &str, done: &JsValue);
    }
}

/// Fetches the styles of pictures, once. To be called before the first picture is shown.
pub(crate) fn dress() {
    outside::dress();
}

/// Takes a picture along that stands on the page. `done` is told whether that worked.
pub(crate) fn take(picture: &Picture, way: Take, done: Callback<bool>) {
    let table = match way {
        Take::Svg | Take::Png => String::new(),
        Take::Csv => csv::file(&picture.table),
        Take::Copy => csv::for_clipboard(&picture.table),
    };
    let (id, name) = (["picture-", &picture.slug].concat(), ["plimsoll-", &picture.slug].concat());
    let done: JsValue = Closure::once_into_js(move |worked: bool| done.emit(worked));
    outside::take(way.name(), &id, &name, &table, &done);
}
