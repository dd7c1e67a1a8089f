//! The worker that draws: what the ranges among the figures lead to, a piece at a time. It is fetched with the first range that
//! the view of scenarios meets.
//!
//! This room does not know the page, and writes no word: it gets the inputs as texts and gives back numbers; `draws.js` carries
//! both.

use plimsoll_report::{Draws, Inputs, to_bytes};
use wasm_bindgen::prelude::wasm_bindgen;

/// Gives out memory, as on the page: the standard library's own does the same in four times as much code to fetch.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {}

/// The draws of one set of inputs.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Drawing {
    draws: Option<Draws>,
}

#[wasm_bindgen]
impl Drawing {
    /// Nothing drawn yet. `entries` are the names and texts of the inputs in turn, as they are saved.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(entries: Vec<String>) -> Self {
        let mut texts = entries.into_iter();
        let pairs = std::iter::from_fn(|| Some((texts.next()?, texts.next()?)));
        Self { draws: Inputs::from_entries(pairs.collect()).map(|inputs| Draws::new(&inputs)) }
    }

    /// Draws one more piece, of about a millisecond: what was found so far as a message, or nothing where there is nothing new.
    pub fn advance(&mut self) -> Option<Vec<u8>> {
        to_bytes(self.draws.as_mut()?.advance()?)
    }

    /// Whether there is nothing left to draw.
    #[wasm_bindgen(getter, js_name = isDone)]
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.draws.as_ref().is_none_or(Draws::is_done)
    }
}
