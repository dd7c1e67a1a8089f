//! Where conventions are from that none of the catalogue's documents names.

use crate::benchmarks::{Evidence, Source};

/// What is common practice among those who publish how they count (`definitions.md`, `conventions.md`).
pub(super) static PUBLISHED_PRACTICE: Source = Source {
    id: "practice",
    title: "Published practice",
    publisher: "SaaS Metrics Standards Board, ChartMogul, D. Skok and others",
    evidence: Evidence::PractitionerGuide,
    updated: None,
};
