//! The portfolio worker: keeps accounts away from the page, and scores them. It is fetched when accounts first come into the
//! health lab. It words nothing; `portfolio.js` carries what it says.

use plimsoll_report::lab::{Desk as Accounts, LabMessage, LabRefusal, LabRequest};
use plimsoll_report::{from_bytes, to_bytes};
use wasm_bindgen::prelude::wasm_bindgen;

/// Gives out memory, as on the page: the standard library's own does the same in four times as much code to fetch.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {}

/// Accounts, and what is asked of them.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Desk {
    accounts: Accounts,
}

#[wasm_bindgen]
impl Desk {
    /// One without accounts.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes accounts as bytes, and says what they are.
    pub fn take(&mut self, bytes: &[u8]) -> Vec<u8> {
        message(&self.accounts.take(bytes))
    }

    /// Whether something is under way of which there are more steps to do.
    #[wasm_bindgen(js_name = isBusy)]
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.accounts.is_busy()
    }

    /// Does the next step of it, and says how far it is.
    pub fn step(&mut self) -> Vec<u8> {
        message(&self.accounts.step())
    }

    /// Answers what is asked. What is no question is refused.
    pub fn ask(&mut self, request: &[u8]) -> Vec<u8> {
        let answer = from_bytes::<LabRequest>(request).map(|request| self.accounts.answer(&request));
        message(&answer.unwrap_or(LabMessage::Refused(LabRefusal::Malformed)))
    }
}

fn message(message: &LabMessage) -> Vec<u8> {
    to_bytes(message).unwrap_or_default()
}
