//! What a reading says beside its questions and issues: what the table is, what its columns hold, what is worth knowing.

use plimsoll_intake::{Choice, Encoding, Issue, IssueKind, Mapping, Role, Shape, Tallied, export_by_slug};

use super::{answer_label, no_room};
use crate::sentence::{cut, month_name, visible};
use crate::told::Fault;
use crate::view::Failure;

/// The most characters of a cell that are shown.
const SHOWN: usize = 60;

/// What the table was taken for.
pub(super) fn shape_found(mapping: &Mapping) -> String {
    let shape = match mapping.shape {
        Some(Shape::Long) => "A ledger: one row for each customer and month.",
        Some(Shape::Wide) => "A ledger: one row for each customer, one column for each month.",
        Some(Shape::Edges) => "Customers at two dates: what each paid at the start and at the end.",
        Some(Shape::Events) => "A log of changes: each row says by how much a customer pays more or less.",
        Some(Shape::Intervals) => "Subscriptions: each row has a start, perhaps an end, and a price.",
        Some(Shape::Accounts) => "Accounts: one row for each, with what is known of it.",
        None => "What a row stands for could not be told.",
    };
    match mapping.export.and_then(export_by_slug) {
        Some(export) => [shape, " The columns are those of ", export.name, "."].concat(),
        None => shape.into(),
    }
}

/// A choice as it is offered.
pub(super) fn choice(choice: &Choice) -> String {
    match choice {
        Choice::Delimiter(',') => "A comma".into(),
        Choice::Delimiter(';') => "A semicolon".into(),
        Choice::Delimiter('\t') => "A tab".into(),
        Choice::Delimiter('|') => "A bar".into(),
        Choice::Role(_, of) => role(*of).into(),
        Choice::Month(_, month) | Choice::Until(month) => month_name(*month),
        other => answer_label(other),
    }
}

/// How a file writes its characters.
pub(super) const fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16Le => "UTF-16 (Excel's “Unicode text”)",
        Encoding::Utf16Be => "UTF-16, the other way round",
        Encoding::Windows1252 => "Windows, western Europe",
    }
}

/// What a column can hold, in words.
pub(super) const fn role(role: Role) -> &'static str {
    match role {
        Role::Ignored => "Not used",
        Role::CustomerId => "Customer's id",
        Role::CustomerName => "Customer's name",
        Role::Subscription => "Subscription's id",
        Role::Amount => "Amount",
        Role::MonthAmount => "Amount in the month of its header",
        Role::StartAmount => "Amount at the start",
        Role::EndAmount => "Amount at the end",
        Role::Change => "Change of the amount",
        Role::Balance => "Amount after the change",
        Role::Date => "Month or date",
        Role::Rank => "Order of changes on one day",
        Role::EventType => "Type of change",
        Role::From => "Start of the subscription",
        Role::Until => "Last day of the subscription",
        Role::Ended => "Day on which it ended",
        Role::TrialEnd => "End of the trial",
        Role::Trial => "Whether it is a trial",
        Role::Status => "Status",
        Role::Interval => "Billing interval",
        Role::IntervalCount => "Number of intervals",
        Role::Quantity => "Quantity",
        Role::Currency => "Currency",
        Role::Attribute => "Something to group by",
        Role::Owner => "Who looks after the customer",
        Role::Renewal => "Renewal date",
        Role::Seats => "Seats bought",
        Role::SeatsUsed => "Seats used",
        Role::Churned => "Whether they have left",
        Role::Active => "Whether they are still there",
        Role::Indicator => "Sign of health: a number",
        Role::Percent => "Sign of health: in percent",
        Role::Share => "Sign of health: a part of one",
        Role::Rating => "Sign of health: a grade, such as 4/5",
        Role::Day => "Sign of health: a date",
        Role::Word => "Sign of health: in words",
    }
}

/// What issues of one kind have in common, each with a reason of its own.
pub(super) const fn several(kind: &IssueKind) -> &'static str {
    match kind {
        IssueKind::Unreadable(_) => "Amounts that could not be read, each for its reason.",
        IssueKind::UnreadableDate(_) => "Dates that could not be read, each for its reason.",
        IssueKind::OtherCurrency { .. } => {
            "Amounts in other currencies. None is converted: read each by itself."
        }
        IssueKind::Ragged { .. } => "Rows with more or fewer cells than the header.",
        IssueKind::Twice { .. } => "Accounts that stand in an earlier row too.",
        IssueKind::OutOfRange { .. } => "Numbers that their column cannot hold.",
        IssueKind::LooksAlike { .. } => "Names that differ from another one only in capitals or spaces.",
        _ => "Worth a look, each for its reason.",
    }
}

/// Where an issue is, and what stands there.
pub(super) fn place(issue: &Issue) -> String {
    if let (None, Some(found)) = (issue.row, &issue.found) {
        return ["“", &shown(found), "”"].concat();
    }
    let row = issue.row.map(|row| ["Row ", &row.to_string()].concat()).unwrap_or_default();
    let column =
        issue.column.as_ref().map(|column| [", column “", &shown(column), "”"].concat()).unwrap_or_default();
    let found = issue.found.as_ref().map(|found| [": “", &shown(found), "”"].concat()).unwrap_or_default();
    [row, column, found].concat()
}

/// A cell as it is shown: cut where it is long.
pub(super) fn shown(cell: &str) -> String {
    cut(&visible(cell.trim()), SHOWN)
}

/// What is worth knowing beside the numbers of a ledger.
pub(crate) fn notes(tallied: &Tallied) -> Vec<String> {
    let mut notes = Vec::new();
    let left_out = tallied.rows.saturating_sub(tallied.counted);
    if left_out > 0 {
        let rows = if left_out == 1 {
            " row was left out when the data was read."
        } else {
            " rows were left out when the data was read."
        };
        notes.push([&left_out.to_string(), rows].concat());
    }
    if let Some(until) = tallied.until.filter(|_| tallied.running > 0) {
        notes.push(
            ["What has no end yet is counted up to ", &month_name(until), ", the last month in the data."]
                .concat(),
        );
    }
    if tallied.rounded > 0 {
        let amounts = if tallied.rounded == 1 { " amount was" } else { " amounts were" };
        let rounded = " rounded to the currency's smallest unit.";
        notes.push([&tallied.rounded.to_string(), amounts, rounded].concat());
    }
    notes
}

/// Why nothing was read, and what helps.
pub(crate) fn failure(fault: &Fault) -> Failure {
    let (what, way_out) = match fault {
        Fault::TooManyBytes(bytes) => {
            (too_many_bytes(*bytes), "Export fewer months or columns, or open a part of it.")
        }
        Fault::Full(full) => (no_room(*full).into(), "What was there before still is."),
        Fault::Differs(first, other) => (
            [
                "“",
                &shown(other),
                "” has other columns than “",
                &shown(first),
                "”, so they are not one table.",
            ]
            .concat(),
            "Open files of one export together, and others one after the other.",
        ),
        Fault::UnknownCurrency(mark) => (
            ["The amounts are in ", mark, ", which this page does not offer."].concat(),
            "Convert them yourself, or take the currency out of the data and read it as the page's.",
        ),
        Fault::ForeignCurrency(mark, assumed) => (
            ["Some rows are in ", mark, ", while the others count as ", assumed, ". Nothing is converted."]
                .concat(),
            "Choose the currency at the top of the page, or read one currency at a time.",
        ),
    };
    Failure { what, way_out: way_out.into() }
}

fn too_many_bytes(bytes: u64) -> String {
    let mebibytes = |bytes: u64| bytes.div_ceil(1 << 20).to_string();
    let limit = mebibytes(super::MOST_BYTES);
    ["There are ", &mebibytes(bytes), " MiB of data; up to ", &limit, " MiB are read at once."].concat()
}
