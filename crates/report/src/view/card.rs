//! A result card: one metric, its value, verdict, neighbours, next step and explanation.

use std::borrow::Cow;

use serde::Serialize;

use super::{LinesView, ScaleView, SelectOption, Standing};

/// One metric on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The metric's slug, for actions and links.
    pub slug: &'static str,
    /// What it is in plain words: the heading.
    pub plain: &'static str,
    /// The field's term with its abbreviation: "Net revenue retention (NRR)".
    pub term: String,
    /// The value, or why there is none.
    pub value: Value,
    /// What the levers changed, when they are set.
    pub change: Option<Change>,
    /// The band, where there is one.
    pub verdict: Option<Verdict>,
    /// The labelled scale, where there is one.
    pub scale: Option<ScaleView>,
    /// The lines of that scale, as they can be moved.
    pub lines: Option<LinesView>,
    /// How far it can be trusted, where it is a rate of counted things.
    pub certainty: Option<Certainty>,
    /// The neighbours: segment, industry and stage.
    pub comparisons: Vec<Comparison>,
    /// What else is published on it.
    pub others: Option<OtherVoices>,
    /// What would reach the next band, in the user's own figures.
    pub next_step: Option<String>,
    /// The value entered as known, or the possibility of doing so.
    pub known: KnownEntry,
    /// The conventions by which it can be counted; none where there is only one.
    pub conventions: Vec<SelectOption>,
    /// A word on something that does not fit: net below gross retention.
    pub warning: Option<String>,
    /// The formula with the user's numbers, and its source, while that is open.
    pub explanation: Option<Explanation>,
}

/// How far a rate of counted things can be trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certainty {
    /// The interval in a sentence.
    pub sentence: String,
    /// The chance of each band that has one worth a word, likeliest first.
    pub chances: Vec<BandChance>,
    /// Whether the counts can tell bands apart; empty where there are none.
    pub verdict: String,
}

/// The chance that the true rate lies in a band.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BandChance {
    /// The band's name.
    pub band: Cow<'static, str>,
    /// How good it is.
    pub standing: Standing,
    /// The chance, written.
    pub chance: String,
}

/// A value, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged, rename_all_fields = "camelCase")]
pub enum Value {
    /// A value.
    Known {
        /// The value, written: "93.5 %".
        text: String,
        /// Its unit and window in words: "a year", "per customer", "months".
        unit: String,
        /// The annual value on which it is graded, when it was measured over a shorter window.
        annual: Option<String>,
        /// A word on how it was made: "just below the line", "entered", "counts are fractions while a lever is set".
        note: Option<String>,
    },
    /// No value, and why.
    Undefined {
        /// The reason: a sentence.
        reason: String,
        /// The way out: a sentence, or nothing.
        way_out: Option<String>,
    },
}

/// What the levers changed about a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// The value before, written.
    pub before: String,
    /// The value after, written.
    pub after: String,
    /// The difference, signed and with its unit: "+2.0 points".
    pub delta: String,
    /// Whether that is better.
    pub reading: Reading,
    /// The band before and after: "Below target → Acceptable", or "stays Good".
    pub band: Option<String>,
}

/// Whether a change is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Reading {
    /// Better than before.
    Better,
    /// As before.
    Same,
    /// Worse than before.
    Worse,
}

/// The band of a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Verdict {
    /// The band's name.
    pub band: Cow<'static, str>,
    /// How good it is.
    #[serde(serialize_with = "super::by_name")]
    pub standing: Standing,
    /// What the band means.
    pub meaning: Cow<'static, str>,
    /// Where the value stands to the target line, in words.
    pub target: Option<String>,
}

/// A neighbour: what others reach.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// Who: "SMB", "FinTech", "Growth stage".
    pub who: String,
    /// The median, written.
    pub median: String,
    /// The quartiles in words, as far as they are known: "middle half 85 % to 105 %".
    pub quartiles: Option<String>,
    /// Where the value stands: "1.5 points below the median".
    pub standing: String,
    /// Whether the value is on the better side of the median.
    pub reading: Reading,
}

/// What else is published on a metric.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherVoices {
    /// The tables of ranges by which the value can be read, where there is more than one; the first one unless another was chosen.
    pub tables: Vec<SelectOption>,
    /// What the chosen table says: "100 to 250: below it".
    pub by_table: Option<String>,
    /// "Inside 2 of 3 published ranges."; empty where there are no ranges.
    pub summary: String,
    /// Each of them.
    pub rows: Vec<OtherVoice>,
}

/// One other line, range or scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherVoice {
    /// Whom it is for: "Enterprise".
    pub who: String,
    /// What it says, and whether the value agrees: "10 to 50: inside".
    pub said: String,
    /// Whether the value agrees.
    pub reading: Reading,
    /// Where it is from.
    pub source: SourceNote,
}

/// A metric entered as known, or the possibility of doing so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownEntry {
    /// What was typed; nothing when the formula counts.
    pub text: Option<String>,
    /// The unit beside the field: "%", "$", "months".
    pub unit: String,
    /// The windows to choose from, where the metric depends on one; the selected one is what was entered for.
    pub windows: Vec<SelectOption>,
    /// What is wrong with what was typed.
    pub problem: Option<String>,
    /// What the figures imply instead, and whether that agrees.
    pub check: Option<(bool, String)>,
}

/// How a value came about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Explanation {
    /// One sentence of meaning.
    pub meaning: &'static str,
    /// The formula and, for every metric it rests on, that metric's own.
    pub steps: Vec<Step>,
    /// How the window was treated: measured, compounded, or not dependent on it.
    pub window: Option<String>,
    /// Where the formula is from.
    pub formula_sources: Vec<SourceNote>,
    /// Where the bands are from.
    pub band_source: Option<SourceNote>,
    /// What another source says about the target line.
    pub dissent: Option<&'static str>,
}

/// One line of an explanation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// The metric that the line works out.
    pub name: String,
    /// Its formula in names, or that it was entered.
    pub formula: String,
    /// Its formula in the user's numbers; nothing where some are missing.
    pub numbers: Option<String>,
    /// Its value, written, or a dash.
    pub result: String,
}

/// A source in a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SourceNote {
    /// Title and publisher.
    pub text: String,
    /// The kind of evidence and its date: "survey compilation, February 2026".
    pub evidence: String,
}
