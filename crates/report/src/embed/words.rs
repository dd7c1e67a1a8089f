//! The words that an embed's options take.

use plimsoll_metrics::benchmarks::{Industry, Segment, Stage};
use plimsoll_metrics::health::HEALTH_MODELS;
use plimsoll_metrics::{Currency, Window};

/// A part of an embed that can be shown or left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Window, currency, segment, industry and stage.
    Choices,
    /// The figures that the metrics rest on.
    Form,
    /// The levers.
    Levers,
    /// The metrics.
    Cards,
    /// How each value came about.
    Formula,
    /// Where formula and bands are from.
    Sources,
}

impl Part {
    /// All of them, in the order in which they stand.
    pub const ALL: [Self; 6] =
        [Self::Choices, Self::Form, Self::Levers, Self::Cards, Self::Formula, Self::Sources];

    /// What is shown where nothing is asked for.
    pub const USUAL: [Self; 2] = [Self::Form, Self::Cards];

    /// The word for it.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Choices => "choices",
            Self::Form => "form",
            Self::Levers => "levers",
            Self::Cards => "cards",
            Self::Formula => "formula",
            Self::Sources => "sources",
        }
    }
}

/// The words that a choice takes. Apart from the others, so that the elements' program holds no more than it asks for.
pub(crate) fn choice_words(option: &str) -> Vec<&'static str> {
    match option {
        "window" => Window::ALL.iter().map(|one| one.slug()).collect(),
        "currency" => Currency::ALL.iter().map(|one| one.code()).collect(),
        "segment" => Segment::ALL.iter().map(|one| one.slug()).collect(),
        "industry" => Industry::ALL.iter().map(|one| one.slug()).collect(),
        "stage" => Stage::ALL.iter().map(|one| one.slug()).collect(),
        _ => Vec::new(),
    }
}

/// The words that an option takes; none for an option that takes any text.
#[must_use]
pub fn words(option: &str) -> Vec<&'static str> {
    match option {
        "parts" => Part::ALL.iter().map(|one| one.slug()).collect(),
        "model" => HEALTH_MODELS.iter().map(|one| one.slug).collect(),
        "theme" => vec!["auto", "light", "dark"],
        _ => choice_words(option),
    }
}
