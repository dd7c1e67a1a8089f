//! What is asked of the benchmarks: the published tables, and the reader's own scales before them.

use std::borrow::Cow;

use super::group::{Industry, Segment, Stage, Who};
use super::own::{FaultPlace, FaultReason, ScaleFault};
use super::peers::{self, Median, Quartiles};
use super::scale::Scale;
use super::scales;
use super::source::Origin;
use crate::Metric;

/// What a question is about: a metric, or the slug of one.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    pub(super) slug: &'a str,
    /// The metric of which it is the complement, by whose rows it is answered.
    pub(super) complement_of: Option<&'static str>,
}

impl From<&Metric> for About<'_> {
    fn from(metric: &Metric) -> Self {
        Self { slug: metric.slug, complement_of: metric.complement_of().map(|base| base.slug) }
    }
}

impl<'a> From<&'a str> for About<'a> {
    /// By the slug alone it is not known of what a metric is the complement.
    fn from(slug: &'a str) -> Self {
        Self { slug, complement_of: None }
    }
}

impl<'a> About<'a> {
    /// The answer for the metric itself, or the mirrored one for what it is the complement of.
    pub(super) fn answer<T>(self, ask: impl Fn(&str) -> Option<T>, mirror: impl Fn(T) -> T) -> Option<T> {
        ask(self.slug).or_else(|| ask(self.complement_of?).map(mirror))
    }
}

/// The benchmarks: what is published, and the reader's own scales, which come before it.
///
/// ```
/// use plimsoll_metrics::{Exact, benchmarks::Benchmarks, metrics};
/// let scale = Benchmarks::default().scale(&metrics::NET_REVENUE_RETENTION, None).unwrap().into_owned();
/// assert_eq!(scale.grade(&Exact::percent(130)).unwrap().band.name, "Excellent");
/// assert_eq!(scale.grade(&Exact::per_mille(1_301)).unwrap().band.name, "Best-in-class");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Benchmarks {
    own: Vec<OwnScale>,
}

/// A scale of the reader's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnScale {
    /// The slug of its metric. A scale for a complement stands mirrored under the metric that it is the complement of.
    pub metric: String,
    /// The segment it is for; nothing where it is for all of them.
    pub segment: Option<Segment>,
    /// The scale.
    pub scale: Scale,
}

/// The benchmarks as published.
pub static PUBLISHED: Benchmarks = Benchmarks { own: Vec::new() };

impl Benchmarks {
    /// These with the reader's own scale for a metric in a segment, or in all of them, in the place of what is published
    /// and of an earlier own one.
    ///
    /// A scale for a complement is kept mirrored, so that the metric and its complement still get one verdict.
    ///
    /// # Errors
    ///
    /// The scale is better the other way than the metric.
    pub fn with_scale(
        &self,
        metric: &Metric,
        segment: Option<Segment>,
        scale: Scale,
    ) -> Result<Self, ScaleFault> {
        if scale.direction != metric.direction {
            return Err(ScaleFault { place: FaultPlace::Scale, reason: FaultReason::Direction });
        }
        let mut changed = self.without_scale(metric, segment);
        let (metric, scale) = match metric.complement_of() {
            Some(base) => (base.slug.into(), scale.complement()),
            None => (metric.slug.into(), scale),
        };
        changed.own.push(OwnScale { metric, segment, scale });
        Ok(changed)
    }

    /// These without the own scale for the metric in the segment, or in all of them.
    #[must_use]
    pub fn without_scale(&self, metric: &Metric, segment: Option<Segment>) -> Self {
        let slug = metric.complement_of().map_or(metric.slug, |base| base.slug);
        let kept = self.own.iter().filter(|own| own.metric != slug || own.segment != segment);
        Self { own: kept.cloned().collect() }
    }

    /// The reader's own scales, in the order in which they came.
    #[must_use]
    pub fn own_scales(&self) -> &[OwnScale] {
        &self.own
    }

    /// The scale of a metric: the reader's own for the segment or for all; else the published one with the segment's own
    /// target, or its own bands, where it has some; else that of what it is the complement of, mirrored (customer
    /// retention is graded as logo churn).
    ///
    /// The target of the grade is then the segment's verdict, its band the general one.
    #[must_use]
    pub fn scale<'a>(
        &'a self,
        about: impl Into<About<'a>>,
        segment: Option<Segment>,
    ) -> Option<Cow<'a, Scale>> {
        let ask = |slug: &str| {
            self.own_scale(slug, segment).or_else(|| scales::published(slug, segment).map(Cow::Borrowed))
        };
        about.into().answer(ask, |scale| Cow::Owned(scale.complement()))
    }

    /// The reader's own scale. A general one that only moves lines of the published one leaves a segment its target.
    pub(super) fn own_scale(&self, slug: &str, segment: Option<Segment>) -> Option<Cow<'_, Scale>> {
        let find = |segment: Option<Segment>| {
            self.own.iter().find(|own| own.metric == slug && own.segment == segment).map(|own| &own.scale)
        };
        if let Some(own) = find(segment) {
            return Some(Cow::Borrowed(own));
        }
        let general = find(None)?;
        match (&general.source, scales::published(slug, segment)) {
            (Origin::Adapted(_), Some(published)) => {
                Some(Cow::Owned(Scale { target: published.target.clone(), ..general.clone() }))
            }
            _ => Some(Cow::Borrowed(general)),
        }
    }

    /// The segment's quartiles of a metric, or of what it is the complement of, mirrored.
    #[must_use]
    pub fn quartiles<'a>(&self, about: impl Into<About<'a>>, segment: Segment) -> Option<Quartiles> {
        about.into().answer(|slug| peers::quartiles(slug, segment), Quartiles::complement)
    }

    /// The median of the segment where it has one, else that of everybody. What is published only for teams without
    /// segments is given only where none is chosen.
    #[must_use]
    pub fn median<'a>(&self, about: impl Into<About<'a>>, segment: Option<Segment>) -> Option<Median> {
        about.into().answer(|slug| peers::median(slug, segment), Median::complement)
    }

    /// The industry's median.
    #[must_use]
    pub fn industry_median<'a>(&self, about: impl Into<About<'a>>, industry: Industry) -> Option<Median> {
        self.median_for(about.into(), Who::Industry(industry))
    }

    /// The stage's median.
    #[must_use]
    pub fn stage_median<'a>(&self, about: impl Into<About<'a>>, stage: Stage) -> Option<Median> {
        self.median_for(about.into(), Who::Stage(stage))
    }

    fn median_for(&self, about: About<'_>, who: Who) -> Option<Median> {
        about.answer(|slug| peers::median_for(slug, who), Median::complement)
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::indexing_slicing,
        clippy::panic,
        reason = "a test stops where it is surprised"
    )]

    use rust_decimal::Decimal;

    use super::*;
    use crate::benchmarks::{Draft, DraftBand, Edge, Opinion, Quarter, Standing, TargetState};
    use crate::catalogue::metrics::{
        CUSTOMER_RETENTION, GROSS_REVENUE_CHURN, GROSS_REVENUE_RETENTION, LOGO_CHURN, NET_REVENUE_RETENTION,
    };
    use crate::{Direction, Exact};

    fn own(direction: Direction) -> Scale {
        let band = |name: &str, standing, from| DraftBand {
            name: name.into(),
            standing,
            meaning: String::new(),
            from,
        };
        let (low, high) = match direction {
            Direction::Higher => (Standing::Concerning, Standing::Good),
            Direction::Lower => (Standing::Good, Standing::Concerning),
        };
        let cut = Some((Decimal::new(925, 3), Edge::Starts));
        let bands = vec![band("Low", low, None), band("High", high, cut)];
        Scale::new(Draft { bands, direction, target: None, source: "Our board".into() }).unwrap()
    }

    #[test]
    fn a_complement_gets_the_same_verdict() {
        for (metric, complement) in
            [(&LOGO_CHURN, &CUSTOMER_RETENTION), (&GROSS_REVENUE_RETENTION, &GROSS_REVENUE_CHURN)]
        {
            let (own, mirrored) =
                (PUBLISHED.scale(metric, None).unwrap(), PUBLISHED.scale(complement, None).unwrap());
            for per_mille in 0..=1_000 {
                let value = Exact::per_mille(per_mille);
                let (one, other) = (own.grade(&value).unwrap(), mirrored.grade(&value.complement()).unwrap());
                assert_eq!(one.band.name, other.band.name, "{} at {value:?}", metric.slug);
                assert_eq!(one.target, other.target, "{} at {value:?}", metric.slug);
            }
        }
    }

    #[test]
    fn a_complement_lies_in_the_same_quarter() {
        for segment in Segment::ALL {
            let churn = PUBLISHED.quartiles(&LOGO_CHURN, *segment).unwrap();
            let kept = PUBLISHED.quartiles(&CUSTOMER_RETENTION, *segment).unwrap();
            for percent in 0..=100 {
                let value = Exact::percent(percent);
                assert_eq!(churn.quarter(&value), kept.quarter(&value.complement()));
            }
        }
        let churn = PUBLISHED.quartiles(&LOGO_CHURN, Segment::Enterprise).unwrap();
        assert_eq!(churn.quarter(&Exact::percent(2)), Quarter::Top);
        assert_eq!(churn.quarter(&Exact::percent(11)), Quarter::Bottom);
    }

    #[test]
    fn an_own_scale_comes_before_the_published_one() {
        let mine =
            Benchmarks::default().with_scale(&NET_REVENUE_RETENTION, None, own(Direction::Higher)).unwrap();
        let name = |value| {
            let scale = mine.scale(&NET_REVENUE_RETENTION, Some(Segment::Smb)).unwrap();
            scale.grade(&value).unwrap().band.name
        };
        assert_eq!(name(Exact::per_mille(924)), "Low");
        assert_eq!(name(Exact::per_mille(925)), "High");
        let Opinion::Scale(_, published) = &mine.opinions(&NET_REVENUE_RETENTION, None)[0] else {
            panic!("the published scale is the first opinion")
        };
        assert_eq!(published.bands.len(), 6);
        assert_eq!(mine.without_scale(&NET_REVENUE_RETENTION, None), Benchmarks::default());
    }

    #[test]
    fn an_own_scale_of_a_complement_grades_both_alike() {
        let mine =
            Benchmarks::default().with_scale(&CUSTOMER_RETENTION, None, own(Direction::Higher)).unwrap();
        let grade = |metric: &'static Metric, value: &Exact| {
            mine.scale(metric, None).unwrap().grade(value).unwrap().band.name
        };
        for per_mille in [0, 924, 925, 926, 1_000] {
            let kept = Exact::per_mille(per_mille);
            assert_eq!(grade(&CUSTOMER_RETENTION, &kept), grade(&LOGO_CHURN, &kept.complement()));
            assert_eq!(grade(&CUSTOMER_RETENTION, &kept), if per_mille < 925 { "Low" } else { "High" });
        }
        assert_eq!(mine.scale(&CUSTOMER_RETENTION, None).unwrap().into_owned(), own(Direction::Higher));
        assert_eq!(mine.without_scale(&LOGO_CHURN, None), Benchmarks::default());
    }

    #[test]
    fn an_own_scale_must_be_better_the_same_way() {
        let fault = Benchmarks::default().with_scale(&LOGO_CHURN, None, own(Direction::Higher)).unwrap_err();
        assert_eq!(fault.reason, FaultReason::Direction);
        assert!(Benchmarks::default().with_scale(&LOGO_CHURN, None, own(Direction::Lower)).is_ok());
    }

    #[test]
    fn a_moved_line_is_no_longer_the_sources_own() {
        let scale = PUBLISHED.scale(&NET_REVENUE_RETENTION, None).unwrap();
        let moved = scale.with_cut_moved(0, Decimal::new(925, 3));
        assert_eq!(moved.source, Origin::Adapted(&super::super::sources::BENCHMARK_SURVEY));
        assert_eq!(moved.grade(&Exact::percent(92)).unwrap().band.name, "Concerning");
        assert_eq!(scale.grade(&Exact::percent(92)).unwrap().band.name, "Below target");
    }

    #[test]
    fn the_distribution_is_for_teams_without_segments() {
        let median = PUBLISHED.median("arr-per-csm", None).unwrap();
        assert_eq!((median.value, median.top), (Exact::from(1_400_000), Some(Exact::from(4_200_000))));
        assert_eq!(PUBLISHED.median("arr-per-csm", Some(Segment::Smb)), None);
    }

    #[test]
    fn a_segments_own_target_leaves_the_general_bands() {
        let scale = PUBLISHED.scale("renewal-rate-by-logo", Some(Segment::Smb)).unwrap();
        let grade = scale.grade(&Exact::percent(85)).unwrap();
        assert_eq!(grade.band.name, "Below average");
        assert_eq!(grade.target, Some((TargetState::OnTheLine, true)));
        assert_eq!(scale.target.as_ref().unwrap().who, Who::Segment(Segment::Smb));
        assert_eq!(PUBLISHED.scale("renewal-rate-by-logo", None).unwrap().target, None);
    }

    #[test]
    fn a_scale_for_one_segment_leaves_the_others() {
        let mine =
            PUBLISHED.with_scale(&NET_REVENUE_RETENTION, Some(Segment::Smb), own(Direction::Higher)).unwrap();
        let bands = |segment| mine.scale(&NET_REVENUE_RETENTION, segment).unwrap().bands.len();
        assert_eq!([Some(Segment::Smb), Some(Segment::Enterprise), None].map(bands), [2, 6, 6]);
        let mine = mine.with_scale(&NET_REVENUE_RETENTION, None, own(Direction::Higher)).unwrap();
        assert_eq!(mine.own_scales().len(), 2);
        assert_eq!(mine.without_scale(&NET_REVENUE_RETENTION, Some(Segment::Smb)).own_scales().len(), 1);
    }

    #[test]
    fn moved_lines_leave_a_segment_its_target() {
        let moved =
            PUBLISHED.scale("renewal-rate-by-logo", None).unwrap().with_cut_moved(0, Decimal::new(8, 1));
        let own = OwnScale { metric: "renewal-rate-by-logo".into(), segment: None, scale: moved };
        let mine = Benchmarks { own: vec![own] };
        let scale = mine.scale("renewal-rate-by-logo", Some(Segment::Smb)).unwrap();
        let grade = scale.grade(&Exact::percent(82)).unwrap();
        assert_eq!((&*grade.band.name, grade.target), ("Below average", Some((TargetState::Short, false))));
        assert_eq!(mine.scale("renewal-rate-by-logo", None).unwrap().target, None);
    }
}
