//! What a reader should know about a paste: values, no sentences.

use serde::{Deserialize, Serialize};

use crate::currency::CurrencyMark;
use crate::date::DateProblem;
use crate::mapping::{Duplicates, Spikes};
use crate::number::NumberProblem;

/// A column that customers are read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Field {
    /// The customer's name.
    Name,
    /// MRR at the start.
    Start,
    /// MRR at the end.
    End,
    /// The segment; may be missing.
    Segment,
    /// The currency of the row's amounts; may be missing.
    Currency,
}

/// What an issue does to the reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// Everything was read; this is worth knowing.
    Note,
    /// The cell counts as empty; the row counts.
    CellOut,
    /// The row does not count; the others do.
    LeftOut,
    /// Nothing counts until this is settled: there are no customers in the result.
    Blocking,
}

impl Severity {
    /// Whether the row does not count.
    #[must_use]
    pub const fn leaves_row_out(self) -> bool {
        matches!(self, Self::LeftOut | Self::Blocking)
    }
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum IssueKind {
    /// There was no text.
    NothingPasted,
    /// There is a header, and nothing under it.
    NoRows,
    /// More text than is read on the page.
    TooMuchText {
        /// How many bytes there are.
        bytes: usize,
        /// How many there may be.
        limit: usize,
    },
    /// More rows than are read on the page.
    TooManyRows {
        /// How many there may be.
        limit: usize,
    },
    /// A row with more cells than any table has.
    TooManyColumns {
        /// How many there may be.
        limit: usize,
    },
    /// A cell that is longer than any cell should be.
    CellTooLong {
        /// How many characters there are.
        chars: usize,
        /// How many there may be.
        limit: usize,
    },
    /// A quotation mark opens a cell and none closes it. The mark was read as part of the cell.
    UnclosedQuote,
    /// More or fewer cells than the header has. Too many: the row is left out, since no one can tell which cell is
    /// which. Too few: a missing amount counts as nothing paid.
    Ragged {
        /// How many cells the row has.
        cells: usize,
        /// How many the header has.
        expected: usize,
    },
    /// No header; the columns were taken as name, start, end and, if there is a fourth, segment.
    NoHeader,
    /// A row above the header.
    AboveHeader,
    /// The header does not name every column that is needed.
    MissingColumns(Vec<Field>),
    /// Two columns claim to be the same amount.
    RepeatedColumn(Field),
    /// The column holds annual amounts. They are never mixed with monthly ones, nor divided, in silence.
    AnnualAmounts,
    /// The amounts can be read with either decimal mark (`1.000`): the reader must say which.
    AmbiguousDecimalMark,
    /// A cell shows the other decimal mark than the rest. It was read by what it shows.
    MixedDecimalMarks,
    /// The amounts are in more than one currency.
    MixedCurrencies {
        /// The currency seen first.
        first: CurrencyMark,
        /// The other.
        other: CurrencyMark,
    },
    /// The row's currency is none that is known.
    UnknownCurrency,
    /// The row has amounts and no name.
    NoName,
    /// The row has a name and no amount at all.
    NoAmounts,
    /// A row of totals: at the end, or the sum of rows above it.
    TotalRow,
    /// The row is named like a sum, and counts as a customer: customers follow it, and it is the sum of none above it.
    NamedLikeTotal,
    /// The amount cannot be read.
    Unreadable(NumberProblem),
    /// The amount is below zero.
    Negative,
    /// The amount has a percent sign.
    Percent,
    /// The customer's rows add up to more digits than are kept exactly.
    TooLarge,
    /// The customer stands in an earlier row too; both rows were added up.
    AddedUp {
        /// The row where the customer stands first.
        first: u32,
    },
    /// The customer was in another segment in an earlier row; the earlier one holds.
    SegmentDiffers {
        /// The segment that holds.
        kept: String,
    },
    /// The header stands once more among the rows.
    RepeatedHeader,
    /// The amounts of this row are in another currency than the one that counts. None is converted.
    OtherCurrency {
        /// The currency that counts.
        kept: CurrencyMark,
        /// The row's.
        other: CurrencyMark,
    },
    /// The amount can be read with either decimal mark, and it is not settled which one holds.
    AmbiguousAmount,
    /// There is no date where the row needs one.
    NoDate,
    /// The date cannot be read.
    UnreadableDate(DateProblem),
    /// Day and month can be read either way, and it is not settled which one stands first.
    AmbiguousDate,
    /// The date shows another order of day and month than the rest. It was read by what it shows.
    MixedDateOrders,
    /// The date lies where no ledger does: before 1900 or after 2199.
    DistantDate,
    /// The time that the amount is paid for is missing or not understood.
    UnknownInterval,
    /// The quantity by which the amount is multiplied is missing or no number.
    UnknownQuantity,
    /// The status says that nothing is paid: a trial, a draft, a start in the future.
    NotPaid,
    /// It was never more than a free trial.
    FreeTrial,
    /// The status says that it has ended, and no date says when.
    NoEnd,
    /// It ends before it starts.
    EndsBeforeStart,
    /// It starts and ends within one month, and so stands at the end of none.
    WithinAMonth,
    /// It starts after the last month that counts.
    AfterLastMonth,
    /// The change is none of the money: ProfitWell's changes of a plan's length.
    NotMoney,
    /// The type says whether a change is a gain or a loss, and this one is not known.
    UnknownType,
    /// The sign of the change and its type contradict each other.
    SignAgainstType,
    /// The changes of a customer add up to less than nothing: what they paid before the first one is missing. The
    /// customer is left out.
    BelowZero,
    /// The amount is about twelve times what the customer pays in the months beside it, and so is one of a year.
    AnnualAmongMonthly(Spikes),
    /// The account stands in an earlier row of the same snapshot too.
    Twice {
        /// The line of that row.
        first: u32,
        /// What became of the two.
        counts: Duplicates,
    },
    /// The number is not one that its sign can be.
    OutOfRange {
        /// The least that it can be.
        least: Option<i64>,
        /// The most.
        most: Option<i64>,
    },
    /// It does not say whether the account has left.
    UnknownStanding,
    /// Another name (or segment) differs only in capitals, spaces or invisible characters; they count as two.
    LooksAlike {
        /// The earlier one.
        other: String,
    },
}

impl IssueKind {
    /// What an issue of this kind does to the reading.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        match self {
            Self::NothingPasted
            | Self::NoRows
            | Self::TooMuchText { .. }
            | Self::TooManyRows { .. }
            | Self::MissingColumns(_)
            | Self::RepeatedColumn(_)
            | Self::AnnualAmounts
            | Self::AmbiguousDecimalMark
            | Self::MixedCurrencies { .. } => Severity::Blocking,
            Self::Ragged { cells, expected } if *cells < *expected => Severity::Note,
            Self::UnclosedQuote
            | Self::NamedLikeTotal
            | Self::NoHeader
            | Self::MixedDecimalMarks
            | Self::MixedDateOrders
            | Self::WithinAMonth
            | Self::AnnualAmongMonthly(Spikes::Keep | Spikes::Twelfth)
            | Self::AddedUp { .. }
            | Self::SegmentDiffers { .. }
            | Self::LooksAlike { .. } => Severity::Note,
            // Whatever else is found: a row does not count unless it is known that it may.
            _ => Severity::LeftOut,
        }
    }
}

/// Something about the paste that its reader should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// The line of the paste, from 1; none where it concerns the whole.
    pub row: Option<u32>,
    /// The column's header as typed, where there is one.
    pub column: Option<String>,
    /// The column's meaning, where it has one.
    pub field: Option<Field>,
    /// What was found.
    pub kind: IssueKind,
    /// The cell as found, shortened.
    pub found: Option<String>,
    /// What it does to the reading.
    pub severity: Severity,
}

impl Issue {
    /// An issue of the whole paste.
    pub(crate) const fn new(kind: IssueKind) -> Self {
        let severity = kind.severity();
        Self { row: None, column: None, field: None, kind, found: None, severity }
    }
}
