//! The paste panel: how the text was read, what is left out, and what the figures would become.

use plimsoll_intake::{Customers, DecimalMark, Severity, read_customers};
use plimsoll_metrics::Exact;

use super::Context;
use super::write::DASH;
use crate::read::{chosen_segment, pasted_figures, settled_mark};
use crate::sentence::paste_issue;
use crate::state::PasteDraft;
use crate::view::{PasteFigure, PasteQuestion, PasteView, SelectOption};

/// How many issues are listed at most.
const LISTED: usize = 12;

/// The panel for a draft.
pub(super) fn show(context: &Context<'_>, draft: &PasteDraft) -> PasteView {
    if draft.text.trim().is_empty() {
        return PasteView {
            text: draft.text.clone(),
            summary: None,
            question: None,
            issues: Vec::new(),
            more_issues: 0,
            segments: Vec::new(),
            figures: Vec::new(),
            can_accept: false,
        };
    }
    let read = read_customers(&draft.text, settled_mark(draft));
    let currency = currency_problem(context, &read);
    let pasted = pasted_figures(draft, &read, context.writer.currency.code());
    let figures: Vec<PasteFigure> = pasted
        .iter()
        .flatten()
        .map(|(figure, then)| {
            let now = context.before.figure(figure).map(|value| context.writer.figure(figure, value));
            let then = context.writer.figure(figure, &Exact::from(*then));
            PasteFigure { label: figure.term, now: now.unwrap_or_else(|| DASH.into()), then }
        })
        .collect();
    let mut listed: Vec<_> = currency.into_iter().chain(read.issues.iter().map(paste_issue)).collect();
    let more_issues = listed.len().saturating_sub(LISTED);
    listed.truncate(LISTED);
    PasteView {
        text: draft.text.clone(),
        summary: Some(summary(&read)),
        question: question(&read, draft),
        issues: listed,
        more_issues,
        segments: segments(&read, draft),
        can_accept: !figures.is_empty(),
        figures,
    }
}

/// A paste in another currency than the page's is refused, never taken as it is.
fn currency_problem(context: &Context<'_>, read: &Customers) -> Option<crate::view::PasteIssue> {
    let page = context.writer.currency.code();
    let seen = read.currency.filter(|seen| !seen.stands_for(page))?;
    Some(crate::view::PasteIssue {
        place: "The whole paste".into(),
        reason: format!("The amounts are in {seen}, the page is in {page}. Choose the currency above."),
        is_left_out: true,
    })
}

/// "48 rows read: 46 customers, 2 rows left out. Tab between cells, decimal point."
fn summary(read: &Customers) -> String {
    let left_out = read.issues.iter().filter(|issue| issue.severity == Severity::LeftOut).count();
    let between = match read.delimiter {
        '\t' => "a tab",
        ';' => "a semicolon",
        '|' => "a bar",
        _ => "a comma",
    };
    let mark = match read.mark {
        Some(DecimalMark::Comma) => ", decimal comma",
        Some(DecimalMark::Point) => ", decimal point",
        None => "",
    };
    let rows = count(usize::try_from(read.rows_read).unwrap_or(usize::MAX), "row", "rows");
    let customers = count(read.customers.len(), "customer", "customers");
    let left_out = if left_out == 0 {
        String::new()
    } else {
        [", ", &count(left_out, "row left out", "rows left out")].concat()
    };
    format!("{rows} read: {customers}{left_out}. Cells apart by {between}{mark}.")
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

fn question(read: &Customers, draft: &PasteDraft) -> Option<PasteQuestion> {
    if !read.needs_mark() && draft.mark.is_empty() {
        return None;
    }
    let answer = |value: &str, label: &str| SelectOption {
        value: value.into(),
        label: label.into(),
        selected: draft.mark == value,
    };
    Some(PasteQuestion {
        question: "Amounts like “1.000” or “1,000” can be read in two ways. What does the mark before three digits mean?".into(),
        answers: vec![
            answer(".", "A point is a decimal mark: 1.000 is one, 1,000 is a thousand"),
            answer(",", "A comma is a decimal mark: 1,000 is one, 1.000 is a thousand"),
        ],
    })
}

fn segments(read: &Customers, draft: &PasteDraft) -> Vec<SelectOption> {
    if read.segments.is_empty() {
        return Vec::new();
    }
    let chosen = chosen_segment(draft);
    let all =
        SelectOption { value: String::new(), label: "All customers".into(), selected: chosen.is_none() };
    let each = read.segments.iter().map(|segment| SelectOption {
        value: ["=", segment].concat(),
        label: segment.clone(),
        selected: chosen == Some(segment),
    });
    let unnamed = read.customers.iter().any(|customer| customer.segment.is_none());
    let without = unnamed.then(|| SelectOption {
        value: "=".into(),
        label: "Without a segment".into(),
        selected: chosen == Some(""),
    });
    std::iter::once(all).chain(each).chain(without).collect()
}
