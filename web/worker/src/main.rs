//! The worker: reads tables away from the page, and keeps the data that was accepted. It is fetched when data first comes in,
//! so that the page stays small and goes on answering while a long table is read.
//!
//! This room does not know the page. It gets a request and gives back texts; `worker.js` carries both.

mod data;
mod sums;

use plimsoll_report::read_paste;
use wasm_bindgen::prelude::wasm_bindgen;

/// Gives out memory, as on the page: the standard library's own does the same in four times as much code to fetch.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {}

/// Reads a table of customers as it was pasted, with the settled decimal mark, or nothing, and the page's currency by its
/// code; see [`plimsoll_report::read_paste`]. What comes back is a [`plimsoll_report::PasteReading`] as an array of texts.
#[wasm_bindgen]
#[must_use]
pub fn read(text: &str, mark: &str, currency: &str) -> Vec<String> {
    read_paste(text, mark, currency).into_texts()
}
