//! The inputs: one value that is saved, undone and shared.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What the user decided, as it was typed. Unknown names in a saved state are kept but count for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Inputs {
    /// The version of this shape.
    pub version: u32,
    /// The window's slug.
    pub window: String,
    /// The currency's ISO 4217 code.
    pub currency: String,
    /// The segment's slug; empty for none.
    pub segment: String,
    /// The industry's slug; empty for none.
    pub industry: String,
    /// The stage's slug; empty for none.
    pub stage: String,
    /// What was typed for each figure, by slug.
    pub figures: BTreeMap<String, String>,
    /// What was typed for each metric entered as known, by slug.
    pub known: BTreeMap<String, KnownText>,
    /// What was typed for each lever, by slug.
    pub levers: BTreeMap<String, String>,
    /// What the churn lever moves: `both`, `customers` or `revenue`.
    pub churn_scope: String,
    /// The text in the paste panel, until it is accepted or thrown away.
    pub paste: PasteDraft,
}

/// A metric entered as known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct KnownText {
    /// What was typed.
    pub text: String,
    /// The slug of the window it was measured over.
    pub window: String,
}

/// What is in the paste panel.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PasteDraft {
    /// The pasted text.
    pub text: String,
    /// The chosen segment; empty for all.
    pub segment: String,
    /// The settled decimal mark, `.` or `,`; empty while it is not settled.
    pub mark: String,
}
