//! What an embed shows: cards with their form, and what is wrong with what was asked for.

use std::borrow::Cow;

use serde::Serialize;

use super::{
    Change, Choice, Comparison, Explanation, FieldGroup, LeverView, ScaleView, SelectOption, Value, Verdict,
};
use crate::wire;

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

/// Health scores of supplied accounts, with the weights that make them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct HealthView {
    /// What is wrong with what was supplied, in a sentence each.
    pub notes: Vec<String>,
    /// The models to choose from.
    pub models: Vec<SelectOption>,
    /// The weights, in the order of the model.
    pub weights: Vec<HealthWeight>,
    /// What the model's source says about using it.
    pub advice: &'static str,
    /// Where the weights are from.
    pub weights_from: String,
    /// How many accounts are in each class, best first.
    pub classes: Vec<HealthClass>,
    /// The accounts, as they were supplied.
    pub accounts: Vec<HealthAccount>,
}

/// One indicator's weight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HealthWeight {
    /// The indicator's slug.
    pub slug: &'static str,
    /// Its name.
    pub term: &'static str,
    /// The question it answers.
    pub question: &'static str,
    /// The weight in percent, as a plain number.
    pub percent: String,
    /// What it counts of all weights, written.
    pub share: String,
}

/// How many accounts are in a class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HealthClass {
    /// The class.
    pub name: Cow<'static, str>,
    /// How good it is.
    pub standing: wire::Standing,
    /// How many accounts.
    pub count: usize,
}

/// One account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HealthAccount {
    /// Its name.
    pub name: String,
    /// Its score, written; a dash where nothing is known of it.
    pub score: String,
    /// The score as decimal text, to four places.
    pub decimal: Option<String>,
    /// Its class.
    pub band: Option<Cow<'static, str>>,
    /// How good that is.
    pub standing: Option<wire::Standing>,
    /// How many indicators are known, where not all are.
    pub known: Option<String>,
}
