//! The worker that reads pasted tables of customers, away from the page, and says how. It is fetched when one is first pasted.
//!
//! This room does not know the page. It gets a request and gives back texts; `paste.js` carries both.

// Nothing is run at the start, so what the language would run before it need not be fetched.
#![cfg_attr(target_family = "wasm", no_main)]

use plimsoll_report::read_paste;
use wasm_bindgen::prelude::wasm_bindgen;

/// Gives out memory, as on the page: the standard library's own does the same in four times as much code to fetch.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[cfg(not(target_family = "wasm"))]
const fn main() {}

/// Reads a table of customers as it was pasted, with the settled decimal mark, or nothing, and the page's currency by its
/// code; see [`plimsoll_report::read_paste`]. What comes back is a [`plimsoll_report::PasteReading`] as an array of texts.
#[wasm_bindgen]
#[must_use]
pub fn read(text: &str, mark: &str, currency: &str) -> Vec<String> {
    read_paste(text, mark, currency).into_texts()
}
