//! What has to be there before anything is learnt.

use super::held::Held;
use super::table::Table;
use super::{MOST_INDICATORS, Rows};
use crate::validation::{Day, LEAST_OF_EACH, Outcomes, Timing};

/// So many accounts that left have to be among the training accounts for each indicator that is learnt from; of those that
/// stayed as many. Ten events per variable is the usual rule (Peduzzi and others, "A Simulation Study of the Number of Events per
/// Variable in Logistic Regression Analysis", 1996); it is known to be rough, so intervals stand beside each weight.
pub const LEFT_PER_INDICATOR: u64 = 10;
/// However few the indicators, so many that left, and that stayed: our own limit, four of each in each of five parts.
pub const LEAST_LEFT_TO_TRAIN: u64 = 20;

/// Why no weights are suggested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoFit {
    /// Columns, weights, outcomes and account numbers are not as many as each other.
    LengthsDiffer,
    /// There is no indicator.
    NoIndicator,
    /// More than [`MOST_INDICATORS`].
    TooManyIndicators,
    /// All current weights are zero, so there is nothing to compare with.
    NoCurrentWeight,
    /// One account stands in two rows, so what is learnt from one would be tested on the other.
    Twice {
        /// Its number.
        account: u32,
        /// The first row, from zero.
        first: usize,
        /// The other one.
        second: usize,
    },
    /// Time can only separate rows whose outcomes have days.
    Undated,
    /// What became of the accounts to learn from was not known before the test begins.
    TimesOverlap {
        /// Until when outcomes of the training are known.
        known_until: Day,
        /// The first snapshot of the test.
        first_snapshot: Day,
    },
    /// Nobody left.
    NobodyLeft,
    /// Everybody left.
    NobodyStayed,
    /// Too few that left, or stayed, to learn from: [`LEFT_PER_INDICATOR`], and at least [`LEAST_LEFT_TO_TRAIN`].
    TooFewToTrain {
        /// How many left among the training accounts.
        left: u64,
        /// How many stayed.
        stayed: u64,
        /// How many of each there would have to be.
        needed: u64,
    },
    /// Too few that left, or stayed, to test on: [`LEAST_OF_EACH`].
    TooFewToTest {
        /// How many left among the accounts of the test.
        left: u64,
        /// How many stayed.
        stayed: u64,
    },
    /// No indicator can be learnt from; each with its reason.
    NoneUsable(Vec<SetAside>),
    /// No indicator goes with staying.
    NothingTells,
}

/// Why one indicator is not learnt from. The others still are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetAside {
    /// It has one value wherever it has any, in hundredths of a point.
    Constant {
        /// Which.
        value: u16,
    },
    /// It is missing for more than half of the training accounts.
    MostlyMissing {
        /// How many have it.
        present: u64,
        /// Of how many.
        accounts: u64,
    },
    /// It has the same values as an earlier one everywhere, so none can tell which of both counts.
    SameAs {
        /// The earlier one.
        indicator: usize,
    },
}

pub(super) fn rows(rows: &Rows<'_>, current: &[u32]) -> Result<(), NoFit> {
    let accounts = rows.outcomes.as_slice().len();
    let columns_fit = rows.columns.iter().all(|column| column.len() == accounts);
    let numbers_fit = rows.accounts.is_empty() || rows.accounts.len() == accounts;
    match rows.columns.len() {
        0 => return Err(NoFit::NoIndicator),
        count if count > MOST_INDICATORS => return Err(NoFit::TooManyIndicators),
        count if count != current.len() || !columns_fit || !numbers_fit => return Err(NoFit::LengthsDiffer),
        _ => {}
    }
    if current.iter().all(|weight| *weight == 0) {
        return Err(NoFit::NoCurrentWeight);
    }
    twice(rows.accounts)?;
    match rows.outcomes.left_and_stayed() {
        (0, _) => Err(NoFit::NobodyLeft),
        (_, 0) => Err(NoFit::NobodyStayed),
        _ => Ok(()),
    }
}

/// The first account that comes a second time.
fn twice(accounts: &[u32]) -> Result<(), NoFit> {
    let mut order: Vec<(u32, usize)> = accounts.iter().copied().zip(0..).collect();
    order.sort_unstable();
    let pairs = order.iter().zip(order.iter().skip(1)).filter(|(one, other)| one.0 == other.0);
    match pairs.min_by_key(|(_, other)| other.1) {
        None => Ok(()),
        Some(((account, first), (_, second))) => {
            Err(NoFit::Twice { account: *account, first: *first, second: *second })
        }
    }
}

pub(super) fn later(earlier: &Outcomes, later: &Outcomes) -> Result<(), NoFit> {
    let (Timing::Dated(earlier), Timing::Dated(later)) = (earlier.timing(), later.timing()) else {
        return Err(NoFit::Undated);
    };
    let (known_until, first_snapshot) = (earlier.known_until, later.first_snapshot);
    if known_until > first_snapshot {
        return Err(NoFit::TimesOverlap { known_until, first_snapshot });
    }
    Ok(())
}

pub(super) fn enough(table: &Table, held: &Held) -> Result<(), NoFit> {
    let indicators = table.indicators().count() as u64;
    if indicators == 0 {
        return Err(NoFit::NoneUsable(table.set_aside().collect()));
    }
    let needed = indicators.saturating_mul(LEFT_PER_INDICATOR).max(LEAST_LEFT_TO_TRAIN);
    let (left, stayed) = table.left_and_stayed();
    if left.min(stayed) < needed {
        return Err(NoFit::TooFewToTrain { left, stayed, needed });
    }
    let (left, stayed) = held.left_and_stayed();
    if left.min(stayed) < LEAST_OF_EACH {
        return Err(NoFit::TooFewToTest { left, stayed });
    }
    Ok(())
}
