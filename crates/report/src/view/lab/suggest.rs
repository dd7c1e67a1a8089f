//! Weights that the accounts suggest.

use super::WayOut;
use crate::view::Place;

/// The question, and its answer once it is there.
#[derive(Clone, Debug, PartialEq)]
pub struct SuggestView {
    /// What it does, and what it does not know.
    pub about: &'static str,
    /// What the button says.
    pub ask: &'static str,
    /// How far it is, in a sentence and as a place; nothing while it rests.
    pub progress: Option<(String, Place)>,
    /// That the answer is not of the model as it is.
    pub stale: Option<&'static str>,
    /// The answer.
    pub answer: Option<SuggestedView>,
    /// Why there is none.
    pub refusal: Option<WayOut>,
    /// Whether a suggestion was tried, so that there is a way back.
    pub is_tried: bool,
}

/// The suggestion.
#[derive(Clone, Debug, PartialEq)]
pub struct SuggestedView {
    /// The finding in a sentence: what it gains on accounts that it was not made from.
    pub finding: String,
    /// How sure that is, and what it was learnt from and tested on.
    pub about: Vec<String>,
    /// What has to be known.
    pub cautions: Vec<String>,
    /// Each indicator.
    pub rows: Vec<SuggestedRow>,
    /// Whether it can be tried: the indicators are still those, and it does not count already.
    pub can_try: bool,
}

/// One indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuggestedRow {
    /// Its name.
    pub name: String,
    /// The weight as it was, of a hundred in all.
    pub now: String,
    /// The suggested weight.
    pub suggested: String,
    /// Its interval.
    pub interval: String,
    /// The places of both weights and of the interval's ends, from 0 to the widest; nothing where none is suggested.
    pub places: Option<[Place; 4]>,
    /// Why it has none.
    pub note: Option<String>,
}
