//! The worker: reads pasted tables away from the page. It is fetched when a table is first pasted, so that the page
//! stays small and goes on answering while a long table is read.
//!
//! This room does not know the page. It gets a text and gives back texts; `worker.js` carries both.

use plimsoll_report::read_paste;
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Reads a table of customers; see [`plimsoll_report::read_paste`]. What comes back is a
/// [`plimsoll_report::PasteReading`] as texts.
#[wasm_bindgen]
#[must_use]
pub fn read(text: &str, mark: &str, currency: &str) -> Vec<String> {
    read_paste(text, mark, currency).into_texts()
}
