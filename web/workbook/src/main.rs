//! The spreadsheet worker: a workbook in, its sheets out, and of each the table as CSV. It is fetched only when somebody
//! opens a spreadsheet, and whatever the file does to it, the page goes on.
//!
//! This room does not know the page. `workbook.js` carries messages both ways.

use js_sys::{Array, Function, Uint8Array};
use plimsoll_report::workbook_refusal;
use plimsoll_workbook::limits::FILE_BYTES;
use plimsoll_workbook::{Refusal, Workbook};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// A workbook that has passed the gate.
#[wasm_bindgen]
pub struct Book(Workbook<'static>);

#[wasm_bindgen]
impl Book {
    /// Says whether a file of so many bytes is read at all, before it is loaded.
    ///
    /// # Errors
    ///
    /// The refusal: its code, what is wrong, and what helps.
    pub fn weigh(bytes: f64) -> Result<(), JsValue> {
        #[allow(clippy::cast_precision_loss, reason = "a limit of 64 MiB")]
        let limit = FILE_BYTES as f64;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the size of a file")]
        let refusal = Refusal::TooLarge { bytes: bytes as u64, limit: FILE_BYTES as u64 };
        if bytes > limit { Err(told(&refusal)) } else { Ok(()) }
    }

    /// Lets a file pass the gate, and reads what its sheets rest on.
    ///
    /// # Errors
    ///
    /// The refusal: its code, what is wrong, and what helps.
    #[wasm_bindgen(constructor)]
    pub fn open(bytes: &Uint8Array) -> Result<Self, JsValue> {
        let length = bytes.length() as usize;
        let mut file = Vec::new();
        file.try_reserve_exact(length).map_err(|_| told(&Refusal::NoMemory))?;
        file.resize(length, 0);
        bytes.copy_to(&mut file);
        Workbook::open(file).map(Self).map_err(|refusal| told(&refusal))
    }

    /// The sheets, each with its name, its rows and columns, and whether it is hidden.
    ///
    /// # Errors
    ///
    /// The refusal, as above.
    pub fn sheets(&mut self) -> Result<Array, JsValue> {
        let sheets = self.0.sheets().map_err(|refusal| told(&refusal))?;
        let line = |sheet: plimsoll_workbook::SheetInfo| {
            let (name, hidden) = (sheet.name.as_str().into(), sheet.hidden.into());
            Array::of4(&name, &sheet.rows.into(), &sheet.columns.into(), &hidden)
        };
        Ok(sheets.into_iter().map(line).collect())
    }

    /// Writes a sheet as CSV. `hand_on` is called with each block, which is its to keep, and with how many rows are
    /// done.
    ///
    /// # Errors
    ///
    /// The refusal, as above; or what `hand_on` threw.
    pub fn csv(&mut self, sheet: usize, hand_on: &Function) -> Result<(), JsValue> {
        let mut thrown = Ok(());
        let read = self.0.csv(sheet, &mut |block, rows| {
            if thrown.is_ok() {
                let block = Uint8Array::from(block);
                thrown = hand_on.call2(&JsValue::NULL, &block, &rows.into()).map(|_| ());
            }
        });
        thrown?;
        read.map_err(|refusal| told(&refusal))
    }
}

/// A refusal as three texts: its code, what is wrong and where, and what helps.
fn told(refusal: &Refusal) -> JsValue {
    let sentence = workbook_refusal(refusal);
    let texts = [refusal.code(), sentence.what.as_str(), sentence.help.as_str()];
    texts.into_iter().map(JsValue::from_str).collect::<Array>().into()
}
