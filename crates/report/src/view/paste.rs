//! The paste panel: a table of customers, how it was read, and what it would change.

use std::borrow::Cow;
use std::rc::Rc;

use super::SelectOption;

/// The paste panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasteView {
    /// What was pasted so far.
    pub text: Rc<str>,
    /// How it was read, in a sentence; nothing while empty.
    pub summary: Option<String>,
    /// What needs an answer before anything can be used.
    pub question: Option<PasteQuestion>,
    /// What was left out or is worth knowing, in the order of the rows.
    pub issues: Vec<PasteIssue>,
    /// How many more issues there are than are listed.
    pub more_issues: usize,
    /// The segments to choose from, "all" first; empty when there is no such column.
    pub segments: Vec<SelectOption>,
    /// What the figures are now and what they would become.
    pub figures: Vec<PasteFigure>,
    /// Whether "use these figures" can be pressed.
    pub can_accept: bool,
}

/// A question that the text alone does not answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasteQuestion {
    /// The question.
    pub question: String,
    /// The answers.
    pub answers: Vec<SelectOption>,
}

/// Something about a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasteIssue {
    /// Where: "Row 4, column “MRR at end”".
    pub place: String,
    /// What: "“n/a” is not a number, so the row is left out."
    pub reason: String,
    /// Whether the row, or all of it, does not count.
    pub is_left_out: bool,
}

/// What one figure is now and what it would become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasteFigure {
    /// The figure's slug.
    pub slug: Cow<'static, str>,
    /// The figure's name.
    pub label: Cow<'static, str>,
    /// What it is now, or a dash.
    pub now: String,
    /// What it would become.
    pub then: String,
}
