//! The levers.

use serde::Serialize;

use super::{KeepView, SelectOption};

/// The levers and the sentence about them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIf {
    /// What the levers change, in one sentence; an invitation while they rest.
    pub sentence: String,
    /// Whether every lever rests at zero.
    pub at_rest: bool,
    /// The button that keeps them as a scenario.
    pub keep: KeepView,
    /// The levers.
    pub levers: Vec<LeverView>,
    /// What the churn lever moves: customers and revenue, customers alone, revenue alone.
    pub churn_scopes: Vec<SelectOption>,
}

/// One lever: a slider with a number field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LeverView {
    /// The lever's slug, for actions.
    pub slug: &'static str,
    /// Its label.
    pub label: &'static str,
    /// What it does, in a sentence.
    pub hint: &'static str,
    /// The unit of the number: "points" or "%".
    pub unit: &'static str,
    /// What the number field shows.
    pub text: String,
    /// The slider's position, as a plain number (a point as decimal mark), kept within its ends.
    pub position: String,
    /// The slider's lower end.
    pub least: &'static str,
    /// The slider's upper end.
    pub most: &'static str,
    /// The slider's step.
    pub step: &'static str,
    /// The position in words, for assistive technology: "2 points less".
    pub spoken: String,
    /// What it does to the figure it moves: "20.0 % → 18.0 % a year"; nothing at rest.
    pub effect: Option<String>,
    /// What is wrong with what was typed, or why the lever cannot move that far.
    pub problem: Option<String>,
}
