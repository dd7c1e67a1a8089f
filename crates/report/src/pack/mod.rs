//! The reader's own benchmarks: a pack, which is a file of scales, and the lines that the reader moved on the page.
//!
//! A pack is written down in `docs/benchmark-pack.md`. It comes in and goes out as texts by their place in the document
//! (`scales.0.bands.1.from`); the browser turns JSON into them and back.

mod draft;
mod fault;
mod lines;
mod move_line;
mod parts;
mod replay;
#[cfg(test)]
mod tests;
mod write;

pub(crate) use fault::{Fault, Reason};
pub(crate) use lines::{Lines, NAME};
pub use move_line::LineMove;
pub(crate) use replay::line;

use plimsoll_metrics::Metric;
use plimsoll_metrics::benchmarks::{Benchmarks, Scale, Segment};

/// The version of the format.
pub(crate) const VERSION: &str = "1";

/// The most scales of a pack.
pub(crate) const MOST_SCALES: usize = 200;

/// The most sources of a pack.
pub(crate) const MOST_SOURCES: usize = 50;

/// The most bytes of a pack, as a file and as it is kept.
pub(crate) const MOST_BYTES: usize = 256 * 1024;

/// The most letters of a name, a title or a publisher.
pub(crate) const LONGEST_LINE: usize = 120;

/// The kinds of evidence: as a pack names them, and in words.
pub(crate) const EVIDENCE: [(&str, &str); 6] = [
    ("own-data", "own data"),
    ("opinion", "opinion"),
    ("survey", "survey compilation"),
    ("rules-of-thumb", "rules of thumb"),
    ("practitioner-guide", "practitioner guide"),
    ("vendor-guide", "vendor guide"),
];

/// A pack that was checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pack {
    /// Its name.
    pub(crate) name: String,
    /// Where its scales are from.
    pub(crate) sources: Vec<PackSource>,
    /// Its scales, each for another metric or segment.
    pub(crate) scales: Vec<PackScale>,
}

/// Where a scale of a pack is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PackSource {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) publisher: String,
    /// A year, or a year and a month: `2026`, `2026-02`; empty where it is not known.
    pub(crate) date: String,
    /// One of [`EVIDENCE`].
    pub(crate) evidence: &'static str,
}

/// A scale of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PackScale {
    pub(crate) metric: &'static Metric,
    pub(crate) segment: Option<Segment>,
    /// The name of its source.
    pub(crate) source: String,
    pub(crate) scale: Scale,
}

/// Entries of a document, by place.
pub(crate) type Entries = Vec<(String, String)>;

impl Pack {
    /// The pack of these entries.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong with it, and where.
    pub(crate) fn read(entries: &Entries) -> Result<Self, Fault> {
        draft::pack(&parts::Part::of(entries))
    }

    /// The benchmarks with the scales of the pack before what is published.
    pub(crate) fn benchmarks(&self) -> Benchmarks {
        self.scales.iter().fold(Benchmarks::default(), |benchmarks, own| {
            let with = benchmarks.with_scale(own.metric, own.segment, own.scale.clone());
            with.unwrap_or(benchmarks)
        })
    }
}

/// The text in which the pack of these entries is kept.
///
/// # Errors
///
/// The first thing that is wrong with it, and where.
pub(crate) fn kept(entries: &Entries) -> Result<String, Fault> {
    let kept = to_text(&Pack::read(entries)?.entries());
    let too_large = Fault { place: String::new(), reason: Reason::TooLarge };
    if kept.len() > MOST_BYTES { Err(too_large) } else { Ok(kept) }
}

/// The entries as one text, in which they are kept.
fn to_text(entries: &Entries) -> String {
    entries.iter().flat_map(|(place, text)| [place.as_str(), "\t", text, "\n"]).collect()
}

/// The entries of a text in which they are kept.
pub(crate) fn from_text(text: &str) -> Entries {
    text.lines()
        .filter_map(|line| line.split_once('\t'))
        .map(|(place, text)| (place.into(), text.into()))
        .collect()
}
