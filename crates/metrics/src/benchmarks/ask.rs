//! What is asked of the benchmarks: the published tables, and the reader's own scales before them.

use std::borrow::Cow;

use super::find::cells;
use super::graded;
use super::group::{Industry, Segment, Stage, Who};
use super::own::{FaultPlace, FaultReason, ScaleFault};
use super::peers::{self, Median, Quartiles};
use super::scale::{Scale, Standing};
use super::source::Source;
use super::table::{Cell, Role, Table};
use crate::{Compounding, Exact, Metric, Window, rescale};

/// What a question is about: a metric, or the slug of one.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    slug: &'a str,
    /// The metric of which it is the complement, by whose rows it is answered.
    complement_of: Option<&'static str>,
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
    fn answer<T>(self, ask: impl Fn(&str) -> Option<T>, mirror: impl Fn(T) -> T) -> Option<T> {
        ask(self.slug).or_else(|| ask(self.complement_of?).map(mirror))
    }
}

/// A published line or range.
#[derive(Clone, Copy, Debug)]
pub struct Published {
    /// Whom it is for.
    pub who: Who,
    /// The line or range.
    pub cell: Cell,
    /// Over which window it counts, where the metric depends on one.
    pub window: Window,
    /// Whether it speaks of 100 % less the metric.
    pub mirrored: bool,
    /// Where it is from.
    pub source: &'static Source,
    /// The table in which it stands.
    pub table: &'static Table,
}

impl Published {
    /// Whether an annual value lies inside, both ends included; nothing where it has no ends: "about 10 %".
    ///
    /// A monthly line is compounded to a year first.
    #[must_use]
    pub fn holds(&self, value: &Exact) -> Option<bool> {
        let value = if self.mirrored { value.complement() } else { value.clone() };
        if self.window == Window::Year {
            return self.cell.holds(&value);
        }
        let annual = |number: super::Number| {
            rescale(&number.value(), Compounding::Lost, self.window, Window::Year)
                .unwrap_or_else(|| number.value())
        };
        self.cell.holds_by(&value, annual)
    }
}

/// What is said beside a metric's own scale.
#[derive(Clone, Debug)]
pub enum Opinion<'a> {
    /// Another scale of the same thing, and the slug under which it is published.
    Scale(&'a str, Cow<'a, Scale>),
    /// A line that another source draws.
    Line(Published),
    /// What is usual.
    Range(Published),
}

/// Metrics that name one thing, graded by two sources (catalogue C9).
static SAME: [(&str, &str); 2] = [("at-risk-rate", "red-share"), ("red-share", "at-risk-rate")];

fn same_as(slug: &str) -> Option<&'static str> {
    SAME.iter().find(|(one, _)| *one == slug).map(|(_, other)| *other)
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
    own: Vec<(String, Scale)>,
}

/// The benchmarks as published.
pub static PUBLISHED: Benchmarks = Benchmarks { own: Vec::new() };

impl Benchmarks {
    /// These with the reader's own scale for a metric, in the place of what is published and of an earlier own one.
    ///
    /// A scale for a complement is kept mirrored, so that the metric and its complement still get one verdict.
    ///
    /// # Errors
    ///
    /// The scale is better the other way than the metric.
    pub fn with_scale(&self, metric: &Metric, scale: Scale) -> Result<Self, ScaleFault> {
        if scale.direction != metric.direction {
            return Err(ScaleFault { place: FaultPlace::Scale, reason: FaultReason::Direction });
        }
        let (slug, scale) = match metric.complement_of() {
            Some(base) => (base.slug, scale.complement()),
            None => (metric.slug, scale),
        };
        let mut own = self.without(slug);
        own.push((slug.into(), scale));
        Ok(Self { own })
    }

    /// These without an own scale for the metric.
    #[must_use]
    pub fn without_scale(&self, metric: &Metric) -> Self {
        Self { own: self.without(metric.complement_of().map_or(metric.slug, |base| base.slug)) }
    }

    fn without(&self, slug: &str) -> Vec<(String, Scale)> {
        self.own.iter().filter(|(one, _)| one != slug).cloned().collect()
    }

    /// The reader's own scales with the slugs of their metrics; one for a complement stands mirrored under the metric
    /// that it is the complement of.
    pub fn own_scales(&self) -> impl Iterator<Item = (&str, &Scale)> {
        self.own.iter().map(|(slug, scale)| (slug.as_str(), scale))
    }

    /// The scale of a metric: the reader's own; else the published one with the segment's own target, or its own bands,
    /// where it has some; else that of what it is the complement of, mirrored (customer retention is graded as logo
    /// churn).
    ///
    /// The target of the grade is then the segment's verdict, its band the general one.
    #[must_use]
    pub fn scale<'a>(
        &'a self,
        about: impl Into<About<'a>>,
        segment: Option<Segment>,
    ) -> Option<Cow<'a, Scale>> {
        let ask = |slug: &str| match self.own_scale(slug) {
            Some(own) => Some(Cow::Borrowed(own)),
            None => graded::published(slug, segment),
        };
        about.into().answer(ask, |scale| Cow::Owned(scale.complement()))
    }

    fn own_scale(&self, slug: &str) -> Option<&Scale> {
        self.own.iter().find(|(one, _)| one == slug).map(|(_, scale)| scale)
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

    /// Every range that is published as usual, for the segment or, where none is chosen, for anybody.
    #[must_use]
    pub fn ranges<'a>(&self, about: impl Into<About<'a>>, segment: Option<Segment>) -> Vec<Published> {
        self.lines(about.into(), segment, |role| role == Role::Typical)
    }

    /// What else is said of the same thing: the published scale where the reader's own stands in its place, scales of
    /// the same thing under another name, lines of other sources, and ranges.
    #[must_use]
    pub fn opinions<'a>(&'a self, about: impl Into<About<'a>>, segment: Option<Segment>) -> Vec<Opinion<'a>> {
        let about = about.into();
        let replaced = about.answer(
            |slug| self.own_scale(slug).and_then(|_| graded::published(slug, segment)),
            |scale| Cow::Owned(scale.complement()),
        );
        let replaced = replaced.map(|scale| Opinion::Scale(about.slug, scale));
        let same = same_as(about.slug);
        let same = same.and_then(|other| Some(Opinion::Scale(other, self.scale(other, segment)?)));
        let graded_by = self.scale(about, segment).and_then(|scale| scale.target.clone());
        let line = |role| matches!(role, Role::Rule | Role::MonthlyRule | Role::Target);
        let lines = self.lines(about, segment, line).into_iter();
        let lines = lines.filter(|line| !graded_by.as_ref().is_some_and(|target| is_drawn(line, target)));
        let ranges = self.ranges(about, segment).into_iter();
        replaced
            .into_iter()
            .chain(same)
            .chain(lines.map(Opinion::Line))
            .chain(ranges.map(Opinion::Range))
            .collect()
    }

    /// The worse of the standings that the metric's own scale and other scales of the same thing give a value.
    #[must_use]
    pub fn severest<'a>(
        &'a self,
        about: impl Into<About<'a>>,
        segment: Option<Segment>,
        value: &Exact,
    ) -> Option<Standing> {
        let about = about.into();
        let own = self.scale(about, segment);
        let other = same_as(about.slug).and_then(|other| self.scale(other, segment));
        own.into_iter().chain(other).filter_map(|scale| Some(scale.grade(value)?.band.standing)).min()
    }

    fn lines(
        &self,
        about: About<'_>,
        segment: Option<Segment>,
        wanted: impl Fn(Role) -> bool + Copy,
    ) -> Vec<Published> {
        let of = |slug: &str, mirrored: bool| -> Vec<Published> {
            cells(slug)
                .filter(|found| wanted(found.role) && found.row.who.is_for(segment))
                .map(|found| Published {
                    who: found.row.who,
                    cell: found.cell,
                    window: if found.role == Role::MonthlyRule { Window::Month } else { Window::Year },
                    mirrored,
                    source: found.source(),
                    table: found.table,
                })
                .collect()
        };
        let own = of(about.slug, false);
        match about.complement_of {
            Some(base) if own.is_empty() => of(base, true),
            _ => own,
        }
    }
}

/// Whether a line is the one that the scale already draws.
fn is_drawn(line: &Published, target: &super::Target) -> bool {
    let is_line = match line.cell {
        Cell::Range(low, high) => [low, high].iter().any(|end| end.value() == target.value()),
        Cell::Above(at) | Cell::Below(at) => target.strict && at.value() == target.value(),
        _ => !target.strict && line.cell.value() == Some(target.value()),
    };
    is_line && line.who == target.who
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
    use crate::Direction;
    use crate::benchmarks::{Draft, DraftBand, Edge, Origin, PUBLISHED, Quarter, TargetState};
    use crate::catalogue::metrics::{
        CUSTOMER_RETENTION, GROSS_REVENUE_CHURN, GROSS_REVENUE_RETENTION, LOGO_CHURN, NET_REVENUE_RETENTION,
    };

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
        let mine = Benchmarks::default().with_scale(&NET_REVENUE_RETENTION, own(Direction::Higher)).unwrap();
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
        assert_eq!(mine.without_scale(&NET_REVENUE_RETENTION), Benchmarks::default());
    }

    #[test]
    fn an_own_scale_of_a_complement_grades_both_alike() {
        let mine = Benchmarks::default().with_scale(&CUSTOMER_RETENTION, own(Direction::Higher)).unwrap();
        let grade = |metric: &'static Metric, value: &Exact| {
            mine.scale(metric, None).unwrap().grade(value).unwrap().band.name
        };
        for per_mille in [0, 924, 925, 926, 1_000] {
            let kept = Exact::per_mille(per_mille);
            assert_eq!(grade(&CUSTOMER_RETENTION, &kept), grade(&LOGO_CHURN, &kept.complement()));
            assert_eq!(grade(&CUSTOMER_RETENTION, &kept), if per_mille < 925 { "Low" } else { "High" });
        }
        assert_eq!(mine.scale(&CUSTOMER_RETENTION, None).unwrap().into_owned(), own(Direction::Higher));
        assert_eq!(mine.without_scale(&LOGO_CHURN), Benchmarks::default());
    }

    #[test]
    fn an_own_scale_must_be_better_the_same_way() {
        let fault = Benchmarks::default().with_scale(&LOGO_CHURN, own(Direction::Higher)).unwrap_err();
        assert_eq!(fault.reason, FaultReason::Direction);
        assert!(Benchmarks::default().with_scale(&LOGO_CHURN, own(Direction::Lower)).is_ok());
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
    fn a_monthly_rule_is_compounded_before_a_year_is_held_against_it() {
        let opinions = PUBLISHED.opinions(&LOGO_CHURN, Some(Segment::MidMarket));
        let lines: Vec<&Published> = opinions
            .iter()
            .filter_map(|opinion| if let Opinion::Line(line) = opinion { Some(line) } else { None })
            .collect();
        let monthly = lines
            .iter()
            .find(|line| line.window == Window::Month && line.who == Who::Segment(Segment::MidMarket))
            .unwrap();
        // One to two percent a month are 11.36 to 21.53 percent a year.
        let holds = |hundredths| monthly.holds(&Exact::from(Decimal::new(hundredths, 4))).unwrap();
        assert_eq!([1_136, 1_137, 2_152, 2_153].map(holds), [false, true, true, false]);
        assert!(lines.iter().all(|line| line.who.segment().is_none_or(|one| one == Segment::MidMarket)));
    }

    #[test]
    fn what_is_said_of_a_metric_is_said_of_its_complement() {
        let count = |metric: &'static Metric| PUBLISHED.opinions(metric, None).len();
        assert!(count(&LOGO_CHURN) > 0);
        assert_eq!(count(&LOGO_CHURN), count(&CUSTOMER_RETENTION));
        let kept = PUBLISHED.opinions(&CUSTOMER_RETENTION, None);
        let Opinion::Line(line) = &kept[0] else { panic!("a line comes first") };
        assert_eq!(line.holds(&Exact::percent(94)), Some(true));
        assert_eq!(line.holds(&Exact::percent(96)), Some(false));
    }

    #[test]
    fn one_thing_under_two_names_gets_the_more_severe_verdict() {
        let severest = |percent| PUBLISHED.severest("at-risk-rate", None, &Exact::percent(percent)).unwrap();
        assert_eq!(severest(3), Standing::Good);
        assert_eq!(severest(12), Standing::BelowTarget);
        assert_eq!(severest(16), Standing::Concerning);
        assert!(matches!(PUBLISHED.opinions("red-share", None)[0], Opinion::Scale("at-risk-rate", _)));
    }

    #[test]
    fn the_other_source_on_a_target_is_an_opinion() {
        let opinions = PUBLISHED.opinions("qbr-completion", None);
        let [Opinion::Line(line)] = opinions.as_slice() else { panic!("{opinions:?}") };
        assert_eq!((line.cell, line.source.id), (Cell::Above(super::super::Number::percent(90)), "004"));
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
}
