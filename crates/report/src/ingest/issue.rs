//! What became of rows, in words.

use plimsoll_intake::{DateProblem, Duplicates, IssueGroup, IssueKind, Spikes};

use crate::paste::paste_issue;
use crate::view::PasteIssue;

/// A group of issues: its first place, what it is, and how many more there are.
///
/// ```
/// use plimsoll_intake::{look, rehearse};
/// use plimsoll_report::ingest::found_issue;
/// let sample = "Customer,Month,MRR\nAcme,2025-01,9.50\nBolt,2025-13,8.50\nCog,2025-14,7.50\n";
/// let read = rehearse(sample, &look(sample).mapping, 2, 5).map_err(|problems| format!("{problems:?}"))?;
/// let said = found_issue(&read.tallied.issues[0]).ok_or("nothing was found")?;
/// assert_eq!(said.place, "Row 3, column “Month”, and 1 more");
/// assert_eq!(said.reason, "“2025-13”: The calendar has no such day or month. The row is left out.");
/// # Ok::<(), String>(())
/// ```
#[must_use]
pub fn found_issue(group: &IssueGroup) -> Option<PasteIssue> {
    let issue = paste_issue(group.first.first()?);
    let more = group.count.saturating_sub(1);
    let place = if more == 0 { issue.place } else { format!("{}, and {more} more", issue.place) };
    Some(PasteIssue { place, is_left_out: group.severity.leaves_row_out(), ..issue })
}

/// Why something does not count, or is worth knowing, in tables of months, changes and subscriptions.
pub(crate) fn reason_in_ledgers(kind: &IssueKind) -> String {
    match kind {
        IssueKind::RepeatedHeader => "It is the header once more.".into(),
        IssueKind::OtherCurrency { kept, other } => {
            format!("It is in {other}; amounts in {kept} count. None is converted: read {other} by itself.")
        }
        IssueKind::AmbiguousAmount => {
            "It can be read in two ways. Say above whether the point or the comma is the decimal mark.".into()
        }
        IssueKind::NoDate => "It has no date.".into(),
        IssueKind::UnreadableDate(problem) => date_problem(*problem).into(),
        IssueKind::AmbiguousDate => {
            "Day and month could be either way round. Say above which one stands first.".into()
        }
        IssueKind::MixedDateOrders => {
            "It shows another order of day and month than the rest, and was read by what it shows.".into()
        }
        IssueKind::DistantDate => "The date is before 1900 or after 2199.".into(),
        IssueKind::UnknownInterval => {
            "It is not understood what time the amount is for. Write “month”, “quarter”, “year” or “3 months”."
                .into()
        }
        IssueKind::UnknownQuantity => "The quantity that multiplies the amount is no number.".into(),
        IssueKind::NotPaid => "Its status says that nothing is paid.".into(),
        IssueKind::FreeTrial => "It was never more than a free trial.".into(),
        IssueKind::NoEnd => {
            "Its status says that it ended, and no date says when. Add the date on which it ended.".into()
        }
        IssueKind::EndsBeforeStart => "It ends before it starts.".into(),
        IssueKind::AfterLastMonth => "It starts after the last month that counts.".into(),
        other => reason_in_changes(other),
    }
}

fn reason_in_changes(kind: &IssueKind) -> String {
    match kind {
        IssueKind::WithinAMonth => {
            "It starts and ends within one month, so it stands at the end of none and adds to no month.".into()
        }
        IssueKind::NotMoney => "It changes the length of a plan, not what is paid.".into(),
        IssueKind::UnknownType => {
            "It is not known whether this type adds to what is paid or takes from it. Write “new”, “expansion”, “contraction”, “churn” or “reactivation”.".into()
        }
        IssueKind::SignAgainstType => "Its type and the sign of its amount contradict each other.".into(),
        IssueKind::BelowZero => {
            "The customer's changes add up to less than nothing. What they paid before the first one is missing; export from an earlier day. The customer is left out.".into()
        }
        IssueKind::AnnualAmongMonthly(Spikes::LeaveOut) => {
            "It is about twelve times the months beside it. The amount does not count.".into()
        }
        IssueKind::AnnualAmongMonthly(Spikes::Twelfth) => {
            "It is about twelve times the months beside it. A twelfth of it counts.".into()
        }
        IssueKind::AnnualAmongMonthly(Spikes::Keep) => {
            "It is about twelve times the months beside it. It counts as it is.".into()
        }
        other => reason_in_accounts(other),
    }
}

fn reason_in_accounts(kind: &IssueKind) -> String {
    match kind {
        IssueKind::Twice { first, counts } => {
            let counts = match counts {
                Duplicates::First => "the first row counts",
                Duplicates::Last => "the last row counts",
                Duplicates::LeaveOut => "neither counts",
            };
            format!("The account stands in row {first} too; {counts}.")
        }
        IssueKind::OutOfRange { least: Some(least), most: Some(most) } => {
            format!("It can be from {least} to {most} only.")
        }
        IssueKind::OutOfRange { least: Some(0), .. } => "It cannot be below zero.".into(),
        IssueKind::OutOfRange { .. } => "It is more or less than it can be.".into(),
        IssueKind::UnknownStanding => {
            "It does not say whether the account has left. Write “yes” or “no”.".into()
        }
        _ => String::new(),
    }
}

/// Why a text is no date.
const fn date_problem(problem: DateProblem) -> &'static str {
    match problem {
        DateProblem::Empty => "It has no date.",
        DateProblem::NotADate => "It is not understood as a date. Write 2025-03-04 or 2025-03.",
        DateProblem::NoYear => {
            "The date has no year, or one that could be a day. Write 2025-03-04 or Jan 2025."
        }
        DateProblem::NoSuchDay => "The calendar has no such day or month.",
        DateProblem::TooLong { .. } => "It is too long for a date.",
    }
}
