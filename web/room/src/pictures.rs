//! Taking pictures along (`picture.js`, fetched when that is first asked for).

use plimsoll_report::csv;
use plimsoll_report::view::{Picture, Take};

mod outside {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen(js_namespace = plimsollData)]
    extern "C" {
        #[wasm_bindgen(js_name = takePicture)]
        pub(super) fn take(way: &str, id: &str, name: &str, table: &str);
    }
}

/// Takes a picture along that stands on the page.
pub(crate) fn take(picture: &Picture, way: Take) {
    let table = match way {
        Take::Svg | Take::Png => String::new(),
        Take::Csv => csv::file(&picture.table),
        Take::Copy => csv::for_clipboard(&picture.table),
    };
    let (id, name) = (["picture-", &picture.slug].concat(), ["plimsoll-", &picture.slug].concat());
    outside::take(way.name(), &id, &name, &table);
}
