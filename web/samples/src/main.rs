//! Makes sample ledgers inside of the worker that reads them. It is fetched with the first of them.
//!
//! This room does not know who reads them; `worker.js` carries each piece.

// Nothing is run at the start, so what the language would run before it need not be fetched.
#![cfg_attr(target_family = "wasm", no_main)]

use plimsoll_samples::by_slug;
use wasm_bindgen::prelude::wasm_bindgen;

/// How much of a sample is made at a time, in bytes.
const CHUNK: usize = 1 << 20;

/// Gives out memory, as on the page: the standard library's own does the same in four times as much code to fetch.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[cfg(not(target_family = "wasm"))]
const fn main() {}

/// A made-up ledger, or made-up accounts, on the way.
#[wasm_bindgen]
#[allow(missing_debug_implementations, reason = "what is left of it cannot be told")]
pub struct Sampler(Box<dyn Iterator<Item = String>>);

#[wasm_bindgen]
impl Sampler {
    /// The sample of this name, from its first byte on.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(slug: &str) -> Self {
        Self(by_slug(slug).0)
    }

    /// The next piece; empty at the end.
    #[must_use]
    pub fn piece(&mut self) -> Vec<u8> {
        let mut text = String::with_capacity(CHUNK);
        while text.len() < CHUNK {
            let Some(rows) = self.0.next() else { break };
            text.push_str(&rows);
        }
        text.into_bytes()
    }

    /// About how many bytes a sample has.
    #[must_use]
    pub fn size(slug: &str) -> f64 {
        by_slug(slug).1.into()
    }
}
