//! Where formulas and benchmarks are from.

use plimsoll_metrics::benchmarks::{self, Origin};
use serde::{Deserialize, Serialize};

use crate::sentence::{origin_note, source_note};
use crate::view::SourceNote;

/// Where something is from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Source {
    /// Title and publisher.
    pub text: String,
    /// The kind of evidence and its date: "survey compilation, February 2026".
    pub evidence: String,
}

impl From<SourceNote> for Source {
    fn from(note: SourceNote) -> Self {
        Self { text: note.text, evidence: note.evidence }
    }
}

impl From<&benchmarks::Source> for Source {
    fn from(source: &benchmarks::Source) -> Self {
        source_note(source).into()
    }
}

impl From<&Origin> for Source {
    fn from(origin: &Origin) -> Self {
        origin_note(origin).into()
    }
}
