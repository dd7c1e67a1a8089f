//! The bands of a health score, in points (catalogue A2.12, C7).

use crate::Exact;
use crate::benchmarks::sources::METRIC_REFERENCE;
use crate::benchmarks::{Source, Standing};

/// One band of a health score.
#[derive(Debug, PartialEq, Eq)]
pub struct HealthBand {
    /// The name under which it is stored and linked.
    pub slug: &'static str,
    /// Its name.
    pub term: &'static str,
    /// The colour that sources call it by. A page never says it by colour alone.
    pub colour: &'static str,
    /// What it means, in a few words of our own.
    pub meaning: &'static str,
    /// How good it is.
    pub standing: Standing,
    /// The points from which it holds, included. It ends where the next one starts, the last one with 100.
    pub from: u32,
    /// Where it is from.
    pub source: &'static Source,
}

/// The three bands, lowest scores first. Both edges are defaults: a reader may set others (catalogue C8).
pub static HEALTH_BANDS: [HealthBand; 3] = [
    HealthBand {
        slug: "red",
        term: "At risk",
        colour: "red",
        meaning: "likely to leave unless somebody steps in",
        standing: Standing::Concerning,
        from: 0,
        source: &METRIC_REFERENCE,
    },
    HealthBand {
        slug: "yellow",
        term: "Needs attention",
        colour: "yellow",
        meaning: "something is off; find out what",
        standing: Standing::Acceptable,
        from: 40,
        source: &METRIC_REFERENCE,
    },
    HealthBand {
        slug: "green",
        term: "Healthy",
        colour: "green",
        meaning: "gets what it pays for",
        standing: Standing::Good,
        from: 70,
        source: &METRIC_REFERENCE,
    },
];

/// The band of a score in points, decided on the exact score; nothing outside of 0 to 100.
///
/// ```
/// use plimsoll_metrics::Exact;
/// use plimsoll_metrics::health::health_band;
/// assert_eq!(health_band(&Exact::from(40)).unwrap().slug, "yellow");
/// assert_eq!(health_band(&Exact::percent(3_999)).unwrap().slug, "red");
/// assert_eq!(health_band(&Exact::from(101)), None);
/// ```
#[must_use]
pub fn health_band(score: &Exact) -> Option<&'static HealthBand> {
    if *score > Exact::from(100) {
        return None;
    }
    HEALTH_BANDS.iter().rev().find(|band| *score >= Exact::from(i64::from(band.from)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_edge_belongs_to_the_band_that_starts_there() {
        let slug = |hundredths| health_band(&Exact::percent(hundredths)).map(|band| band.slug);
        let scores = [-1, 0, 3_999, 4_000, 6_999, 7_000, 10_000, 10_001].map(slug);
        let [red, yellow, green] = ["red", "yellow", "green"].map(Some);
        assert_eq!(scores, [None, red, red, yellow, yellow, green, green, None]);
    }

    #[test]
    fn better_bands_have_more_points() {
        assert!(HEALTH_BANDS.is_sorted_by(|one, next| one.from < next.from && one.standing < next.standing));
    }
}
