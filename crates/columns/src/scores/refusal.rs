//! Why accounts cannot be scored.

use core::fmt;

/// Why accounts were not taken, or a scheme was not used. What was there before stays as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// More indicators than [`super::MOST_INDICATORS`], or none.
    IndicatorCount,
    /// More segments than [`super::MOST_SEGMENTS`], or none.
    SegmentCount,
    /// More accounts than can be numbered.
    TooManyAccounts,
    /// Columns, or weights, of different lengths.
    Lengths,
    /// An indicator that is above 100 points and does not stand for "missing" or "does not apply": which, and of which row.
    Indicator {
        /// The indicator's number.
        indicator: usize,
        /// The account's row.
        row: usize,
    },
    /// A segment's number that is not below their count: of which row.
    Segment {
        /// The account's row.
        row: usize,
    },
    /// An owner's number that is not below the number of accounts: of which row.
    Owner {
        /// The account's row.
        row: usize,
    },
    /// The amounts of one column together go beyond 63 bits: which column.
    TooLarge {
        /// The column's number.
        amounts: usize,
    },
    /// The first threshold is not below the second, or the second is above 100 points: in which segment.
    Thresholds {
        /// The segment's number.
        segment: usize,
    },
    /// Every weight is zero: in which segment.
    AllZero {
        /// The segment's number.
        segment: usize,
    },
    /// The weights together are above [`super::MOST_WEIGHT`]: in which segment.
    TooMuchWeight {
        /// The segment's number.
        segment: usize,
    },
    /// The machine has no memory left for it.
    NoMemory,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::IndicatorCount => "there are no indicators, or too many",
            Self::SegmentCount => "there are no segments, or too many",
            Self::TooManyAccounts => "there are more accounts than can be numbered",
            Self::Lengths => "columns or weights have different lengths",
            Self::Indicator { .. } => "an indicator is above 100 points",
            Self::Segment { .. } => "an account is in a segment that there is not",
            Self::Owner { .. } => "an owner's number is too large",
            Self::TooLarge { .. } => "all amounts together are too large to be kept exactly",
            Self::Thresholds { .. } => "thresholds are reversed, equal or above 100",
            Self::AllZero { .. } => "every weight is zero",
            Self::TooMuchWeight { .. } => "the weights together are too large",
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

impl From<crate::Refusal> for Refusal {
    /// Of the house's helpers for memory, which refuse nothing else.
    fn from(_: crate::Refusal) -> Self {
        Self::NoMemory
    }
}
