//! The reader's own benchmarks: what they are, and what was wrong with a file of some.

use super::SourceNote;

/// The panel of the reader's own benchmarks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackView {
    /// What counts, in a sentence.
    pub about: String,
    /// The scales that are the reader's own.
    pub scales: Vec<OwnScaleRow>,
    /// The name of the pack, as it was typed or loaded.
    pub name: String,
    /// Why the file that was chosen last was refused.
    pub problem: Option<PackProblem>,
    /// What was kept and counts for nothing, each in a sentence.
    pub lost: Vec<String>,
    /// Whether there is something to save, and to go back from.
    pub is_own: bool,
}

/// A scale of the reader's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnScaleRow {
    /// The metric, and the segment where it is for one.
    pub term: String,
    /// Where it is from.
    pub source: SourceNote,
}

/// Why a file was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackProblem {
    /// Where: `scales[0].bands[1].from`; empty where it is about the whole file.
    pub place: String,
    /// What is wrong there, and the way out.
    pub reason: String,
}
