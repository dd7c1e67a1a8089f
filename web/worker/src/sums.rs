//! A ledger's sums as plain numbers: for who wants to compare or embed them, without the pictures.

use plimsoll_columns::{Ledger, MonthSums, SumOptions};
use wasm_bindgen::JsError;

/// The sums: of each group of the attribute, if one is given, and at last of all customers, month by month the
/// seventeen numbers of [`MonthSums`] in their order.
///
/// # Errors
///
/// Without memory, and when a number is too large for a JavaScript number to hold exactly.
pub(crate) fn sums(ledger: &Ledger, by: Option<u32>) -> Result<Vec<f64>, JsError> {
    let sums = ledger.sums(&SumOptions { by: by.map(|by| by as usize), win_back: 0 })?;
    let months = sums.groups.iter().flatten().chain(&sums.total);
    months.flat_map(numbers).map(exact).collect()
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
