//! What an embed shows: cards with their form, and what is wrong with what was asked for.

use serde::Serialize;

use super::{Change, Choice, Comparison, Explanation, FieldGroup, LeverView, ScaleView, Value, Verdict};

/// Everything that an embed shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EmbedView {
    /// What was asked for and is not known, in a sentence each.
    pub notes: Vec<String>,
    /// What is entered for the metrics, as it was typed: figures and metrics that are known, by slug.
    pub entered: Vec<(String, String)>,
    /// What can be chosen for all cards.
    pub choices: Vec<Choice>,
    /// The figures that the cards rest on.
    pub groups: Vec<FieldGroup>,
    /// The levers.
    pub levers: Vec<LeverView>,
    /// The metrics that were asked for.
    pub cards: Vec<EmbedCard>,
}

/// One metric: the part of a page's card that needs nothing of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EmbedCard {
    /// The metric's slug.
    pub slug: &'static str,
    /// What it is in plain words: the heading.
    pub plain: &'static str,
    /// The field's term with its abbreviation.
    pub term: String,
    /// The value, or why there is none.
    pub value: Value,
    /// What the levers changed, when they are set.
    pub change: Option<Change>,
    /// The band, where there is one.
    pub verdict: Option<Verdict>,
    /// The labelled scale, where there is one.
    pub scale: Option<ScaleView>,
    /// The neighbours: segment, industry and stage.
    pub comparisons: Vec<Comparison>,
    /// A word on something that does not fit: net below gross retention.
    pub warning: Option<String>,
    /// How the value came about, where formula or sources are shown.
    pub explanation: Option<Explanation>,
}
