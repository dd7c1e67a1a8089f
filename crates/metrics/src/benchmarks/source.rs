//! Where formulas and benchmarks are from.

use chrono::{Datelike, NaiveDate};

/// What kind of evidence a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// A guide by a vendor of customer-success software.
    VendorGuide,
    /// A guide by practitioners.
    PractitionerGuide,
    /// A reference page with rules of thumb.
    RulesOfThumb,
    /// A compilation of surveys.
    SurveyCompilation,
    /// What those who publish how they count have in common.
    CommonPractice,
}

/// A document that a formula or benchmark is from.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// Its short name in the catalogue.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Who published it.
    pub publisher: &'static str,
    /// What kind of evidence it is.
    pub evidence: Evidence,
    /// The month it was last brought up to date, where it says so (the first day of that month).
    pub updated: Option<NaiveDate>,
}

impl Source {
    /// The year and month (1 to 12) it was last brought up to date, where it says so.
    #[must_use]
    pub fn updated_month(&self) -> Option<(i32, u32)> {
        self.updated.map(|date| (date.year(), date.month()))
    }
}

/// Where a scale is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A published one.
    Published(&'static Source),
    /// A published one in which the reader moved a line.
    Adapted(&'static Source),
    /// The reader's own, in the reader's words.
    Own(String),
}

impl Origin {
    /// The document it is from, unless it is the reader's own.
    #[must_use]
    pub const fn source(&self) -> Option<&'static Source> {
        match self {
            Self::Published(source) | Self::Adapted(source) => Some(source),
            Self::Own(_) => None,
        }
    }

    /// Where it is from once a line has been moved.
    pub(super) fn adapted(&self) -> Self {
        match self {
            Self::Published(source) => Self::Adapted(source),
            Self::Adapted(_) | Self::Own(_) => self.clone(),
        }
    }
}

/// The sources, one `static` each.
pub mod sources {
    use super::{Evidence, NaiveDate, Source};

    /// Planhat's guide to measuring customer success.
    pub static MEASURING_GUIDE: Source = Source {
        id: "000",
        title: "The Ultimate Guide to Measuring Customer Success",
        publisher: "Planhat",
        evidence: Evidence::VendorGuide,
        updated: None,
    };

    /// A practical guide to the metrics of customer success.
    pub static PRACTICAL_GUIDE: Source = Source {
        id: "001",
        title: "A Practical Guide to SaaS Customer Success Metrics",
        publisher: "SaaS Operations",
        evidence: Evidence::PractitionerGuide,
        updated: None,
    };

    /// Planhat's guide to customer success as a discipline.
    pub static DISCIPLINE_GUIDE: Source = Source {
        id: "002",
        title: "The Ultimate Guide to Customer Success (CS)",
        publisher: "Planhat",
        evidence: Evidence::VendorGuide,
        updated: None,
    };

    /// A metric reference with rules of thumb.
    pub static METRIC_REFERENCE: Source = Source {
        id: "003",
        title: "Customer Success Metrics",
        publisher: "Metric reference citing Gainsight, Vitally, Custify, ChurnZero and T. Tunguz",
        evidence: Evidence::RulesOfThumb,
        updated: None,
    };

    /// Metrics and benchmarks by size, segment, industry and stage.
    pub static BENCHMARK_SURVEY: Source = Source {
        id: "004",
        title: "Customer Success Metrics and Benchmarks",
        publisher: "Industry surveys and community data, 2024–2025 cycles",
        evidence: Evidence::SurveyCompilation,
        updated: NaiveDate::from_ymd_opt(2026, 2, 1),
    };

    /// What none of the documents states and those who publish how they count have in common (`definitions.md`).
    pub static PUBLISHED_PRACTICE: Source = Source {
        id: "practice",
        title: "Published practice",
        publisher: "SaaS Metrics Standards Board, ChartMogul, D. Skok and others",
        evidence: Evidence::CommonPractice,
        updated: None,
    };
}

/// The documents of the catalogue, in its order.
pub static SOURCES: [&Source; 5] = [
    &sources::MEASURING_GUIDE,
    &sources::PRACTICAL_GUIDE,
    &sources::DISCIPLINE_GUIDE,
    &sources::METRIC_REFERENCE,
    &sources::BENCHMARK_SURVEY,
];
