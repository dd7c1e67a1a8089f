//! Data for the data room: read in passes, looked over, then kept to be asked.

use plimsoll_report::view::DataRequest;
use plimsoll_report::{AccountStore, DataMessage, Reading, Store, from_bytes, to_bytes};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::rehearsal;
use crate::sums::sums;

#[wasm_bindgen]
extern "C" {
    /// Takes a word of progress while a pass ends, which can be a long call.
    #[wasm_bindgen(js_name = plimsollTellMeanwhile)]
    fn tell_meanwhile(message: Vec<u8>);
}

/// One reader's data, from its first byte to the last question about it.
#[wasm_bindgen]
#[derive(Debug)]
pub struct DataReader {
    reading: Reading,
    store: Option<Store>,
    accounts: Option<AccountStore>,
}

#[wasm_bindgen]
impl DataReader {
    /// A reader for a page in this currency.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(currency: &str) -> Self {
        Self { reading: Reading::new(currency), store: None, accounts: None }
    }

    /// Runs the loops in while nothing is asked; whether another round helps.
    #[must_use]
    pub fn rehearse(round: u32) -> bool {
        rehearsal::rehearse(round)
    }

    /// Remembers how a table with these headers was read before.
    pub fn remember(&mut self, key: String, mapping: String) {
        self.reading.remember(key, mapping);
    }

    /// Says of which sheets the data is one, and the place of that one among them.
    pub fn sheets(&mut self, names: Vec<String>, chosen: u32) {
        self.reading.sheets(names, chosen as usize);
    }

    /// Takes a decision about how the data is read.
    pub fn decide(&mut self, setting: &str, value: &str) {
        self.reading.decide(setting, value);
    }

    /// Begins a pass over so many bytes.
    pub fn begin(&mut self, total: f64) {
        self.store = None;
        self.accounts = None;
        self.reading.begin(bytes(total));
    }

    /// Begins a source.
    pub fn source(&mut self, name: &str) {
        self.reading.source(name);
    }

    /// Looks at a source's first piece, which is then read in pieces of any size; whether it can be read.
    pub fn look(&mut self, piece: &[u8]) -> bool {
        self.reading.look(piece)
    }

    /// Reads the next piece; whether to go on.
    pub fn push(&mut self, piece: &[u8]) -> bool {
        self.reading.push(piece)
    }

    /// Ends the pass; whether another one is needed.
    pub fn end(&mut self) -> bool {
        self.reading.end_telling(&mut |progress| tell_meanwhile(message(&progress)))
    }

    /// How far the pass has come, after so many milliseconds, as a message.
    #[must_use]
    pub fn progress(&self, milliseconds: f64) -> Vec<u8> {
        message(&self.reading.progress(bytes(milliseconds)))
    }

    /// What became of the pass, as a message.
    #[must_use]
    pub fn review(&self) -> Vec<u8> {
        message(&self.reading.review())
    }

    /// Answers a request about the data, which counts as accepted from now on. Empty where there is nothing to ask.
    pub fn ask(&mut self, request: &[u8]) -> Vec<u8> {
        if let Some(accounts) = self.accepted_accounts() {
            return message(&accounts.answer());
        }
        self.accepted();
        let answer = self.store.as_ref().zip(from_bytes::<DataRequest>(request));
        answer.map(|(store, request)| message(&store.answer(&request))).unwrap_or_default()
    }

    /// What each customer behind a figure paid at both ends of its window, for whoever draws customers again.
    #[must_use]
    pub fn paid(&self, request: &[u8]) -> Vec<u8> {
        let asked = self.store.as_ref().zip(from_bytes::<DataRequest>(request));
        asked.map(|(store, request)| store.paid(&request)).unwrap_or_default()
    }

    /// All that is known of the accounts, which count as accepted from now on, for whoever scores them
    /// (`plimsoll_columns::accounts::Accounts::from_bytes`). Empty where there are none.
    pub fn accounts(&mut self) -> Vec<u8> {
        self.accepted_accounts().map(|kept| kept.accounts.to_bytes()).unwrap_or_default()
    }

    /// The sums of what was read, as plain numbers: of each group of an attribute, then of all.
    ///
    /// # Errors
    ///
    /// When nothing was read, and when a sum is too large for a JavaScript number to hold exactly.
    pub fn sums(&mut self, attribute: Option<u32>) -> Result<Vec<f64>, JsError> {
        match self.accepted() {
            Some(store) => sums(&store.ledger, attribute),
            None => Err(JsError::new("there is no ledger")),
        }
    }

    /// The values of an attribute, in the order of the groups of its sums.
    #[must_use]
    pub fn values(&mut self, attribute: u32) -> Vec<String> {
        self.accepted().map(|store| store.values(attribute as usize)).unwrap_or_default()
    }
}

impl DataReader {
    /// The ledger of what was read, which counts as accepted from now on.
    fn accepted(&mut self) -> Option<&Store> {
        if self.store.is_none() {
            self.store = self.reading.accept();
        }
        self.store.as_ref()
    }

    /// The accounts that were read, which count as accepted from now on.
    fn accepted_accounts(&mut self) -> Option<&AccountStore> {
        if self.accounts.is_none() {
            self.accounts = self.reading.accept_accounts();
        }
        self.accounts.as_ref()
    }
}

fn message(message: &DataMessage) -> Vec<u8> {
    to_bytes(message).unwrap_or_default()
}

/// A number of JavaScript's as a whole number; there are no files of more bytes than it holds exactly.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "what is below zero counts as zero"
)]
const fn bytes(number: f64) -> u64 {
    number as u64
}
