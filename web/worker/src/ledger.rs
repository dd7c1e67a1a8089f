//! The ledger, for measuring: opened with a layout, fed with bytes, asked for its sums.
//!
//! One ledger at a time. The bytes come in pieces, so a file is never held as a whole.
#![allow(unreachable_pub, reason = "what JavaScript calls has to be public, although no Rust can reach it")]

use core::cell::RefCell;
use plimsoll_columns::{Ledger, LedgerBuilder, LongLayout, LongReader, Month, MonthSums, SumOptions};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// Where the one ledger stands.
#[derive(Default)]
enum Stage {
    #[default]
    None,
    Reading(Box<LongReader>),
    Read(Box<Ledger>),
}

thread_local! {
    static STAGE: RefCell<Stage> = RefCell::default();
    /// Records that the fast reader left to others.
    static ODD: RefCell<u32> = const { RefCell::new(0) };
}

/// Counts a record that would go to the thorough reader.
fn count_odd(_line: u64, _record: &[u8], _builder: &mut LedgerBuilder) {
    ODD.with_borrow_mut(|odd| *odd = odd.saturating_add(1));
}

/// Begins a ledger, and drops the one before. Columns are counted from 0; see [`LongLayout`].
#[wasm_bindgen]
#[allow(clippy::too_many_arguments, reason = "a function called from JavaScript has no structs")]
pub fn ledger_open(
    delimiter: u8,
    columns: u32,
    customer: u32,
    month: u32,
    amount: u32,
    attributes: &[u32],
    decimals: u8,
    skip_rows: u32,
) {
    let layout = LongLayout {
        delimiter,
        columns: columns as usize,
        customer: customer as usize,
        month: month as usize,
        amount: amount as usize,
        attributes: attributes.iter().map(|column| *column as usize).collect(),
        decimals,
        skip_rows,
    };
    ODD.set(0);
    // The old one first, so that two are never held.
    STAGE.set(Stage::None);
    STAGE.set(Stage::Reading(Box::new(LongReader::new(layout))));
}

/// Reads the next piece of the file.
#[wasm_bindgen]
pub fn ledger_push(bytes: &[u8]) {
    STAGE.with_borrow_mut(|stage| {
        if let Stage::Reading(reader) = stage {
            reader.push(bytes, &mut count_odd);
        }
    });
}

/// Ends the reading: the first month (year × 12 + month − 1), how many months, customers and odd records there are.
#[wasm_bindgen]
pub fn ledger_close() -> Vec<i32> {
    let reader = match STAGE.take() {
        Stage::Reading(reader) => reader,
        other => {
            STAGE.set(other);
            return Vec::new();
        }
    };
    let ledger = reader.finish(&mut count_odd).finish();
    let count = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
    let odd = i32::try_from(ODD.take()).unwrap_or(i32::MAX);
    let first = ledger.first_month().map_or(0, |month| month.0);
    let facts = vec![first, count(ledger.month_count()), count(ledger.customer_count()), odd];
    STAGE.set(Stage::Read(Box::new(ledger)));
    facts
}

/// The distinct values of an attribute, in the order in which [`ledger_sums`] gives their groups.
#[wasm_bindgen]
pub fn ledger_values(attribute: u32) -> Vec<String> {
    let text = |value: &Vec<u8>| String::from_utf8_lossy(value).into_owned();
    STAGE.with_borrow(|stage| match stage {
        Stage::Read(ledger) => ledger.values(attribute as usize).iter().map(text).collect(),
        _ => Vec::new(),
    })
}

/// The sums: of each group of the attribute, if one is given, and at last of all customers, month by month the
/// seventeen numbers of [`MonthSums`] in their order.
///
/// # Errors
///
/// Before [`ledger_close`], without memory, and when a number is too large for a JavaScript number to hold exactly.
#[wasm_bindgen]
pub fn ledger_sums(by: Option<u32>, win_back: u32) -> Result<Vec<f64>, JsError> {
    STAGE.with_borrow(|stage| {
        let Stage::Read(ledger) = stage else { return Err(JsError::new("there is no ledger")) };
        let sums = ledger.sums(&SumOptions { by: by.map(|by| by as usize), win_back })?;
        let months = sums.groups.iter().flatten().chain(&sums.total);
        months.flat_map(numbers).map(exact).collect()
    })
}

/// The numbers of a month, in the order in which they are declared.
fn numbers(m: &MonthSums) -> [i64; 17] {
    [
        m.start,
        m.new,
        m.expansion,
        m.contraction,
        m.churn,
        m.reactivation,
        m.end,
        m.start_logos,
        m.new_logos,
        m.churn_logos,
        m.reactivation_logos,
        m.end_logos,
        m.base_12,
        m.now_12,
        m.kept_12,
        m.base_logos_12,
        m.lost_logos_12,
    ]
}

/// A JavaScript number, if it can hold this one.
#[allow(clippy::cast_precision_loss, reason = "checked against what can be held")]
fn exact(number: i64) -> Result<f64, JsError> {
    const MOST: u64 = 1 << 53;
    if number.unsigned_abs() > MOST {
        return Err(JsError::new("a sum is too large for a JavaScript number"));
    }
    Ok(number as f64)
}

/// Reads a made-up table a few times and forgets it, so that the browser has compiled the reader for speed before the
/// first file comes. To be called while nothing else is to be done; it takes some hundredths of a second.
#[wasm_bindgen]
pub fn ledger_warm() {
    let rows = 0..6_000_u32;
    let months = rows.clone().map(|row| Month(24_300).plus((row / 500).cast_signed()));
    let lines = rows.zip(months).map(|(row, month)| {
        // Customers stay, come and go; every eighth cell is quoted.
        let (customer, cents) = (row % 701, row % 97);
        let quote = if row % 8 == 0 { "\"" } else { "" };
        format!("customer-{customer},{month},{row}.{cents:02},{quote}segment {}{quote}\n", customer % 7)
    });
    let table: String = lines.collect();
    for _ in 0..8 {
        ledger_open(b',', 4, 0, 1, 2, &[3], 2, 0);
        for piece in table.as_bytes().chunks(1 << 14) {
            ledger_push(piece);
        }
        ledger_close();
        // There is nobody to tell, and nothing went wrong that would matter.
        let _ = ledger_sums(Some(0), 0);
    }
    STAGE.set(Stage::None);
}
