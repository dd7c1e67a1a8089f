//! General levels (catalogue A2.1, A2.3, A2.5 and C41). One row a metric.
//!
//! Edges follow `conventions.md`: an edge belongs to the band that starts there, except where the source's
//! own sign says otherwise.

use std::borrow::Cow;

use super::scale::{Band, Cut, Scale, Standing, Target};
use super::source::sources::{BENCHMARK_SURVEY, PRACTICAL_GUIDE};
use crate::catalogue::metrics::{GROSS_REVENUE_RETENTION, LOGO_CHURN, LTV_CAC, NET_REVENUE_RETENTION};
use crate::{Direction, Metric};

/// A metric and its scale.
struct Level {
    /// Its slug. Not the metric itself, so that who only grades is spared formulas and texts.
    metric: &'static str,
    scale: Scale,
}

const fn band(name: &'static str, standing: Standing, from: Option<Cut>, meaning: &'static str) -> Band {
    Band { name, standing, from, meaning }
}

/// The levels. A new level is a row here.
static LEVELS: [Level; 4] = [
    Level {
        metric: NET_REVENUE_RETENTION.slug,
        scale: Scale {
            bands: Cow::Borrowed(&[
                band("Concerning", Standing::Concerning, None, "the base is eroding fast"),
                band(
                    "Below target",
                    Standing::BelowTarget,
                    Some(Cut::from_percent(90)),
                    "losses outrun upsells",
                ),
                band(
                    "Acceptable",
                    Standing::Acceptable,
                    Some(Cut::from_percent(100)),
                    "stable, with little upsell",
                ),
                band("Good", Standing::Good, Some(Cut::from_percent(110)), "solid, with some upsell"),
                band(
                    "Excellent",
                    Standing::Excellent,
                    Some(Cut::from_percent(120)),
                    "existing customers drive growth",
                ),
                band(
                    "Best-in-class",
                    Standing::BestInClass,
                    Some(Cut::above_percent(130)),
                    "upsells far outrun losses",
                ),
            ]),
            direction: Direction::Higher,
            target: Some(Target::past_percent(110, "the minimum for sustainable growth")),
            source: &BENCHMARK_SURVEY,
        },
    },
    Level {
        metric: GROSS_REVENUE_RETENTION.slug,
        scale: Scale {
            bands: Cow::Borrowed(&[
                band("Concerning", Standing::Concerning, None, "retention needs urgent work"),
                band(
                    "Below target",
                    Standing::BelowTarget,
                    Some(Cut::from_percent(80)),
                    "losses hold growth back",
                ),
                band(
                    "Acceptable",
                    Standing::Acceptable,
                    Some(Cut::from_percent(85)),
                    "moderate losses, needs focus",
                ),
                band("Good", Standing::Good, Some(Cut::from_percent(90)), "healthy, with room to improve"),
                band("Excellent", Standing::Excellent, Some(Cut::from_percent(92)), "strong retention"),
                band(
                    "Best-in-class",
                    Standing::BestInClass,
                    Some(Cut::above_percent(95)),
                    "customers hardly ever cut back",
                ),
            ]),
            direction: Direction::Higher,
            target: Some(
                Target::past_percent(90, "the industry's usual target")
                    .but("Source 001 counts exactly 90 % as met; source 004 asks for more than 90 %."),
            ),
            source: &BENCHMARK_SURVEY,
        },
    },
    Level {
        metric: LOGO_CHURN.slug,
        scale: Scale {
            bands: Cow::Borrowed(&[
                band("Best-in-class", Standing::BestInClass, None, "customers hardly ever leave"),
                band("Excellent", Standing::Excellent, Some(Cut::from_percent(5)), "very strong"),
                band("Good", Standing::Good, Some(Cut::from_percent(8)), "healthy"),
                band("Acceptable", Standing::Acceptable, Some(Cut::from_percent(12)), "room to improve"),
                band(
                    "Below target",
                    Standing::BelowTarget,
                    Some(Cut::from_percent(15)),
                    "a clear churn problem",
                ),
                band(
                    "Concerning",
                    Standing::Concerning,
                    Some(Cut::above_percent(20)),
                    "check the product's fit with its market",
                ),
            ]),
            direction: Direction::Lower,
            target: None,
            source: &BENCHMARK_SURVEY,
        },
    },
    Level {
        metric: LTV_CAC.slug,
        scale: Scale {
            bands: Cow::Borrowed(&[
                band(
                    "Loses money",
                    Standing::Concerning,
                    None,
                    "a customer costs more than it ever brings in",
                ),
                band(
                    "Below 3 : 1",
                    Standing::BelowTarget,
                    Some(Cut::from_times(1)),
                    "too little margin to sustain growth",
                ),
                band("3 : 1 or more", Standing::Good, Some(Cut::from_times(3)), "winning customers pays"),
            ]),
            direction: Direction::Higher,
            target: Some(Target::at_times(3, "the usual yardstick of three to one")),
            source: &PRACTICAL_GUIDE,
        },
    },
];

/// The scale of a metric: its own, or its complement's mirrored (customer retention is graded as logo churn).
///
/// ```
/// use plimsoll_metrics::{Exact, benchmarks, metrics};
/// let scale = benchmarks::scale_of(&metrics::NET_REVENUE_RETENTION).unwrap();
/// assert_eq!(scale.grade(&Exact::percent(130)).unwrap().band.name, "Excellent");
/// assert_eq!(scale.grade(&Exact::per_mille(1_301)).unwrap().band.name, "Best-in-class");
/// ```
#[must_use]
pub fn scale_of(metric: &Metric) -> Option<Cow<'static, Scale>> {
    if let Some(scale) = own_scale(metric.slug) {
        return Some(Cow::Borrowed(scale));
    }
    own_scale(metric.complement_of()?.slug).map(|scale| Cow::Owned(scale.complement()))
}

/// The scale that stands in the table for the metric of this slug.
///
/// ```
/// use plimsoll_metrics::{benchmarks, metrics};
/// let scale = benchmarks::own_scale(metrics::LOGO_CHURN.slug).unwrap();
/// assert_eq!(scale, &*benchmarks::scale_of(&metrics::LOGO_CHURN).unwrap());
/// assert!(benchmarks::own_scale(metrics::CUSTOMER_RETENTION.slug).is_none());
/// ```
#[must_use]
pub fn own_scale(slug: &str) -> Option<&'static Scale> {
    LEVELS.iter().find(|level| level.metric == slug).map(|level| &level.scale)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it is surprised")]

    use super::*;
    use crate::Exact;
    use crate::catalogue::metrics::{CUSTOMER_RETENTION, GROSS_REVENUE_CHURN};

    #[test]
    fn scales_ascend_and_only_the_lowest_band_is_open_below() {
        for level in &LEVELS {
            let starts: Vec<_> = level.scale.bands.iter().map(|band| band.from).collect();
            assert!(starts.first().unwrap().is_none());
            let cuts: Vec<_> = starts.iter().skip(1).map(|cut| cut.unwrap().value()).collect();
            assert!(cuts.is_sorted_by(|one, next| one < next), "{}", level.metric);
        }
    }

    #[test]
    fn a_complement_gets_the_same_verdict() {
        for (metric, complement) in
            [(&LOGO_CHURN, &CUSTOMER_RETENTION), (&GROSS_REVENUE_RETENTION, &GROSS_REVENUE_CHURN)]
        {
            let (own, mirrored) = (scale_of(metric).unwrap(), scale_of(complement).unwrap());
            for per_mille in 0..=1_000 {
                let value = Exact::per_mille(per_mille);
                let (one, other) = (own.grade(&value).unwrap(), mirrored.grade(&value.complement()).unwrap());
                assert_eq!(one.band.name, other.band.name, "{} at {value:?}", metric.slug);
                assert_eq!(one.target, other.target, "{} at {value:?}", metric.slug);
            }
        }
    }
}
