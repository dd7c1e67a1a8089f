//! How far a pass has come, in words.

use rust_decimal::Decimal;

use super::Pass;
use super::route::Route;
use crate::format::Formatter;
use crate::sentence::counted;
use crate::view::{Place, Progress};

/// How a pass stands after so many milliseconds.
pub(super) fn progress(pass: &Pass, milliseconds: u64, formatter: &dyn Formatter) -> Progress {
    let name = pass.names.last().map(String::as_str).unwrap_or_default();
    let share = pass.done.saturating_mul(10_000).checked_div(pass.total).unwrap_or(10_000).min(10_000);
    Progress {
        what: ["Reading ", name].concat(),
        done: [
            &counted(pass.route.as_ref().map_or(0, Route::rows), "row", "rows", formatter),
            ", ",
            &megabytes(pass.done, formatter),
            " of ",
            &megabytes(pass.total, formatter),
            " MB",
        ]
        .concat(),
        share: Place(u16::try_from(share).unwrap_or(10_000)),
        left: left(pass, milliseconds, formatter),
    }
}

fn megabytes(bytes: u64, formatter: &dyn Formatter) -> String {
    let tenths = bytes.checked_div(100_000).unwrap_or(0);
    formatter.number(Decimal::new(i64::try_from(tenths).unwrap_or(i64::MAX), 1), 1)
}

/// "about 3 seconds left", once that can be told.
fn left(pass: &Pass, milliseconds: u64, formatter: &dyn Formatter) -> String {
    let rest = pass.total.saturating_sub(pass.done);
    let Some(left) = rest.saturating_mul(milliseconds).checked_div(pass.done) else { return String::new() };
    let seconds = left.div_ceil(1_000);
    match seconds {
        _ if milliseconds < 300 => String::new(),
        0 | 1 => "about a second left".into(),
        _ => ["about ", &formatter.number(seconds.into(), 0), " seconds left"].concat(),
    }
}
