//! What is worth knowing about a paste, each with its place and what follows.

use plimsoll_intake::Listed as _;
use plimsoll_intake::{Field, Issue, IssueKind, Severity};

use crate::sentence::{list, unreadable};
use crate::view::PasteIssue;

/// One issue in words.
pub(crate) fn paste_issue(issue: &Issue) -> PasteIssue {
    let place = match (issue.row, &issue.column) {
        (Some(row), Some(column)) => format!("Row {row}, column “{column}”"),
        (Some(row), None) => format!("Row {row}"),
        (None, Some(column)) => format!("Column “{column}”"),
        (None, None) => "The whole paste".into(),
    };
    let found = issue.found.as_ref().map(|found| format!("“{found}”: ")).unwrap_or_default();
    let follows = match issue.severity {
        // Not the row is left out here, but less or more; the reason says what.
        _ if matches!(issue.kind, IssueKind::AnnualAmongMonthly(_) | IssueKind::BelowZero) => "",
        // Which of two rows counts, the reason says as well.
        _ if matches!(issue.kind, IssueKind::Twice { .. }) => "",
        Severity::LeftOut => " The row is left out.",
        Severity::CellOut => " The cell counts as empty.",
        Severity::Note | Severity::Blocking => "",
    };
    PasteIssue {
        place,
        reason: [found.as_str(), &reason(&issue.kind), follows].concat(),
        is_left_out: issue.severity.leaves_row_out(),
    }
}

/// Why something does not count, or is worth knowing.
pub(crate) fn reason(kind: &IssueKind) -> String {
    match kind {
        IssueKind::NothingPasted => "There is nothing to read yet.".into(),
        IssueKind::NoRows => "There is a header and no row below it.".into(),
        IssueKind::TooMuchText { bytes, limit } => format!(
            "This is {} kB of text; up to {} kB are read here. Paste fewer rows.",
            bytes.div_ceil(1_024),
            limit.div_ceil(1_024)
        ),
        IssueKind::TooManyRows { limit } => format!("There are more than {limit} rows. Paste fewer."),
        IssueKind::TooManyColumns { limit } => format!("It has more than {limit} cells."),
        IssueKind::CellTooLong { chars, limit } => {
            format!("A cell has {chars} characters; {limit} is the most.")
        }
        IssueKind::UnclosedQuote => "A quotation mark opens here and none closes it, so all that follows would be one cell.".into(),
        IssueKind::Ragged { cells, expected } if cells < expected => {
            format!("It has {cells} cells where the header has {expected}; the missing ones count as empty.")
        }
        IssueKind::Ragged { cells, expected } => {
            format!("It has {cells} cells where the header has {expected}, so which is which cannot be told.")
        }
        IssueKind::NoHeader => {
            "There is no header. The columns were taken as name, MRR at the start, MRR at the end and segment.".into()
        }
        IssueKind::AboveHeader => "It stands above the header.".into(),
        IssueKind::MissingColumns(fields) => {
            let names: Vec<String> = fields.iter().map(|field| field_name(*field).into()).listed();
            format!("The header names no column for {}. Name the columns “Customer”, “MRR at start”, “MRR at end”.", list(&names))
        }
        IssueKind::RepeatedColumn(field) => {
            format!("Two columns claim to be the {}. Rename or remove one.", field_name(*field))
        }
        IssueKind::AnnualAmounts => {
            "The amounts are annual. MRR and ARR are not mixed here: divide them by 12, and name the column MRR.".into()
        }
        IssueKind::AmbiguousDecimalMark => "The amounts can be read in two ways.".into(),
        other => reason_in_cells(other),
    }
}

/// The same, for what is wrong inside of a row or cell.
fn reason_in_cells(kind: &IssueKind) -> String {
    match kind {
        IssueKind::MixedDecimalMarks => {
            "It shows another decimal mark than the rest, and was read by what it shows.".into()
        }
        IssueKind::MixedCurrencies { first, other } => {
            format!(
                "There are amounts in {first} and in {other}. Currencies are not mixed: paste one at a time."
            )
        }
        IssueKind::UnknownCurrency => "This currency is not known.".into(),
        IssueKind::NoName => "It has no name.".into(),
        IssueKind::NoAmounts => "It has no amount.".into(),
        IssueKind::TotalRow => "It is a row of totals.".into(),
        IssueKind::NamedLikeTotal => {
            "It is named like a sum, and counts as a customer: others follow it, and it is no sum of those above it.".into()
        }
        IssueKind::Unreadable(problem) => unreadable(*problem),
        IssueKind::Negative => "An amount cannot be below zero.".into(),
        IssueKind::Percent => "An amount is no percentage.".into(),
        IssueKind::TooLarge => "The customer's rows add up to more digits than are kept exactly.".into(),
        IssueKind::AddedUp { first } => {
            format!("The customer stands in row {first} too; both were added up.")
        }
        IssueKind::SegmentDiffers { kept } => {
            format!("The customer was in “{kept}” before, and is counted there.")
        }
        IssueKind::LooksAlike { other } => {
            format!("It differs from “{other}” only in capitals or spaces; they count as two.")
        }
        other => crate::ingest::reason_in_ledgers(other),
    }
}

const fn field_name(field: Field) -> &'static str {
    match field {
        Field::Name => "customer's name",
        Field::Start => "MRR at the start",
        Field::End => "MRR at the end",
        Field::Segment => "segment",
        Field::Currency => "currency",
    }
}
