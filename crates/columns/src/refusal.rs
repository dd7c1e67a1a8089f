//! Why an amount cannot be taken into a ledger.

use core::fmt;

/// Why an amount could not be taken in, or a sum not made. What was taken in before stays as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// All amounts together go beyond what is kept exactly: 2⁶³ − 1 minor units.
    TooLarge,
    /// The first and the last month would lie more than a hundred years apart; one of them is likely a slip.
    TooManyMonths,
    /// More customers, or more bytes in their names, than can be numbered.
    TooManyCustomers,
    /// More rows of accounts than are kept.
    TooManyRows,
    /// More columns of accounts than are kept.
    TooManyColumns,
    /// More moments at which accounts were written down than are kept; the column of moments is likely none.
    TooManySnapshots,
    /// The machine has no memory left for it.
    NoMemory,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge => "all amounts together are too large to be kept exactly",
            Self::TooManyMonths => "the first and the last month lie more than a hundred years apart",
            Self::TooManyCustomers => "there are more customers than can be numbered",
            Self::TooManyRows => "there are more rows of accounts than can be kept",
            Self::TooManyColumns => "there are more columns of accounts than can be kept",
            Self::TooManySnapshots => "there are more moments of accounts than can be kept",
            Self::NoMemory => "there is no memory left",
        })
    }
}

impl core::error::Error for Refusal {}

impl From<std::collections::TryReserveError> for Refusal {
    fn from(_: std::collections::TryReserveError) -> Self {
        Self::NoMemory
    }
}

/// A vector of so many equal values, or a refusal when there is no memory for it.
pub(crate) fn filled<T: Clone>(value: T, count: usize) -> Result<Vec<T>, Refusal> {
    let mut list = Vec::new();
    list.try_reserve_exact(count)?;
    list.resize(count, value);
    Ok(list)
}

/// Adds one value at the end, or refuses when there is no memory for it.
pub(crate) fn push<T>(list: &mut Vec<T>, value: T) -> Result<(), Refusal> {
    list.try_reserve(1)?;
    list.push(value);
    Ok(())
}
