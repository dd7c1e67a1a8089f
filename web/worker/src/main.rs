//! The worker: reads tables away from the page, and keeps the data that was accepted. It is fetched when data first comes in,
//! so that the page stays small and goes on answering while a long table is read.
//!
//! This room does not know the page. It gets a request and gives back texts; `worker.js` carries both.

mod data;
mod sums;

use plimsoll_report::read_paste;
use serde::Deserialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

/// What the page asks to be read.
#[derive(Deserialize)]
struct Request {
    /// The table as it was pasted.
    text: String,
    /// The settled decimal mark, or nothing.
    mark: String,
    /// The page's currency, by its code.
    currency: String,
}

fn main() {}

/// Reads a table of customers; see [`plimsoll_report::read_paste`]. What comes back is a
/// [`plimsoll_report::PasteReading`] as an array of texts.
///
/// # Errors
///
/// When the request is not one; the page then says that the reader did not answer.
#[wasm_bindgen]
pub fn read(request: JsValue) -> Result<JsValue, JsError> {
    let Request { text, mark, currency } = serde_wasm_bindgen::from_value(request)?;
    Ok(serde_wasm_bindgen::to_value(&read_paste(&text, &mark, &currency).into_texts())?)
}
