//! The worker that draws, a piece at a time: what the ranges among the figures lead to, and how far retention hangs on which
//! customers a ledger has. It is fetched with the first range that the view of scenarios meets, or the first ledger.
//!
//! This room does not know the page, and writes no word: it gets the inputs as texts, or what customers paid, and gives back numbers; `draws.js` carries
//! both.

use plimsoll_report::{Draws, Inputs, Redraws, to_bytes};
use wasm_bindgen::prelude::wasm_bindgen;

/// Gives out memory, as on the page: the standard library's own does the same in four times as much code to fetch.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {}

/// The draws of one set of inputs, or of one ledger's customers.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Drawing {
    work: Option<Work>,
}

#[derive(Debug)]
enum Work {
    Figures(Box<Draws>),
    Customers(Box<Redraws>),
}

/// The inputs of their names and texts in turn, as they are saved.
fn inputs(entries: Vec<String>) -> Option<Inputs> {
    let mut texts = entries.into_iter();
    Inputs::from_entries(std::iter::from_fn(|| Some((texts.next()?, texts.next()?))).collect())
}

#[wasm_bindgen]
impl Drawing {
    /// Nothing drawn yet. `entries` are the names and texts of the inputs in turn, as they are saved.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(entries: Vec<String>) -> Self {
        Self { work: inputs(entries).map(|inputs| Work::Figures(Draws::new(&inputs).into())) }
    }

    /// Nothing drawn yet of customers, from what each of them paid as the data's worker tells it; of the inputs, bands count.
    #[wasm_bindgen(js_name = ofCustomers)]
    #[must_use]
    pub fn of_customers(entries: Vec<String>, paid: &[u8]) -> Self {
        let redraws = Redraws::new(&inputs(entries).unwrap_or_default(), paid);
        Self { work: Some(Work::Customers(redraws.into())) }
    }

    /// Draws one more piece, of about a millisecond: what was found so far as a message, or nothing where there is nothing new.
    pub fn advance(&mut self) -> Option<Vec<u8>> {
        match self.work.as_mut()? {
            Work::Figures(draws) => to_bytes(draws.advance()?),
            Work::Customers(redraws) => to_bytes(redraws.advance()?),
        }
    }

    /// Whether there is nothing left to draw.
    #[wasm_bindgen(getter, js_name = isDone)]
    #[must_use]
    pub fn is_done(&self) -> bool {
        match &self.work {
            None => true,
            Some(Work::Figures(draws)) => draws.is_done(),
            Some(Work::Customers(redraws)) => redraws.is_done(),
        }
    }
}
