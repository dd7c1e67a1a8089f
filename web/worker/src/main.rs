//! The worker: reads data away from the page, and keeps what was accepted. It is fetched when data first comes in, so that the
//! page stays small and goes on answering while a long table is read.
//!
//! This room does not know the page. It gets requests and gives back plain values as bytes; `worker.js` carries both.

// Nothing is run at the start, so what the language would run before it need not be fetched.
#![cfg_attr(target_family = "wasm", no_main)]

mod data;
mod rehearsal;
mod sums;

/// Gives out memory, as on the page: the standard library's own does the same in four times as much code to fetch.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[cfg(not(target_family = "wasm"))]
const fn main() {}
