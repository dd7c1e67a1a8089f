//! The form: choices and figures.

use serde::Serialize;

/// What is chosen once for all cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ChoiceKind {
    /// The window that the figures were counted over.
    Window,
    /// The currency of every amount.
    Currency,
    /// The size of the customers sold to.
    Segment,
    /// The industry sold in.
    Industry,
    /// How far along the company is.
    Stage,
}

/// One choice, drawn as a select.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Choice {
    /// Which one.
    pub kind: ChoiceKind,
    /// Its label.
    pub label: &'static str,
    /// What it does, in a sentence.
    pub hint: &'static str,
    /// What there is to choose from.
    pub options: Vec<SelectOption>,
}

/// One option of a select.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SelectOption {
    /// What an action carries.
    pub value: String,
    /// What is read.
    pub label: String,
    /// Whether it is the chosen one.
    pub selected: bool,
}

/// Figures that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FieldGroup {
    /// The title: "Revenue", "Customers".
    pub title: &'static str,
    /// Whether it is folded away at first: what only some will enter.
    pub is_folded: bool,
    /// The fields.
    pub fields: Vec<Field>,
    /// What follows from them at once: "MRR at the end".
    pub derived: Vec<Derived>,
}

/// A figure's field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Field {
    /// The figure's slug, for actions.
    pub slug: &'static str,
    /// Its label.
    pub label: &'static str,
    /// What to enter.
    pub hint: &'static str,
    /// What was typed.
    pub text: String,
    /// The unit before the number: the currency's sign.
    pub prefix: Option<String>,
    /// The unit after the number: "a month", "%", "in the year".
    pub suffix: Option<String>,
    /// How the text was read, where that is not plain from it: "read as $1,200".
    pub reading: Option<String>,
    /// What is wrong with it, and what would be right.
    pub problem: Option<String>,
    /// Whether it is what a ledger gave, so that there are rows behind it.
    pub is_from_ledger: bool,
}

/// A value that follows from the fields of a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Derived {
    /// Its name.
    pub label: &'static str,
    /// Its value, or a dash.
    pub value: String,
}
