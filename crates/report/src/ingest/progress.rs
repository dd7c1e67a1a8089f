//! How far a reading has come, in words.

use rust_decimal::Decimal;

use super::{Pass, Reading, Route};
use crate::format::Formatter;
use crate::sentence::counted;
use crate::told::{DataMessage, ProgressFacts};
use crate::view::{Place, Progress};

impl Reading {
    /// How far the pass has come after so many milliseconds.
    #[must_use]
    pub fn progress(&self, milliseconds: u64) -> DataMessage {
        DataMessage::Progress(self.pass.facts(milliseconds))
    }
}

impl Pass {
    /// How far it has come after so many milliseconds.
    pub(super) fn facts(&self, milliseconds: u64) -> ProgressFacts {
        ProgressFacts {
            name: self.names.last().cloned().unwrap_or_default(),
            rows: self.route.as_ref().map_or(0, Route::rows),
            done: self.done,
            total: self.total,
            milliseconds,
            added: None,
        }
    }
}

/// How a pass stands.
pub(crate) fn progress(pass: &ProgressFacts, formatter: &dyn Formatter) -> Progress {
    if let Some(added) = pass.added {
        return Progress {
            what: ["Putting together ", &pass.name].concat(),
            done: [
                &counted(pass.rows, "row", "rows", formatter),
                ", ",
                &counted(added, "monthly amount", "monthly amounts", formatter),
            ]
            .concat(),
            share: Place(10_000),
            left: String::new(),
        };
    }
    let share = pass.done.saturating_mul(10_000).checked_div(pass.total).unwrap_or(10_000).min(10_000);
    Progress {
        what: ["Reading ", &pass.name].concat(),
        done: [
            &counted(pass.rows, "row", "rows", formatter),
            ", ",
            &megabytes(pass.done, formatter),
            " of ",
            &megabytes(pass.total, formatter),
            " MB",
        ]
        .concat(),
        share: Place(u16::try_from(share).unwrap_or(10_000)),
        left: left(pass, formatter),
    }
}

fn megabytes(bytes: u64, formatter: &dyn Formatter) -> String {
    let tenths = bytes.checked_div(100_000).unwrap_or(0);
    formatter.number(Decimal::new(i64::try_from(tenths).unwrap_or(i64::MAX), 1), 1)
}

/// "about 3 seconds left", once that can be told.
fn left(pass: &ProgressFacts, formatter: &dyn Formatter) -> String {
    let rest = pass.total.saturating_sub(pass.done);
    let left = rest.saturating_mul(pass.milliseconds).checked_div(pass.done);
    match left.map(|left| left.div_ceil(1_000)) {
        None => String::new(),
        _ if pass.milliseconds < 300 => String::new(),
        Some(0 | 1) => "about a second left".into(),
        Some(seconds) => ["about ", &formatter.number(seconds.into(), 0), " seconds left"].concat(),
    }
}
