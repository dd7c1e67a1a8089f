//! What else is said of a metric: lines and ranges of other sources, and other scales of the same thing.

use std::borrow::Cow;

use super::ask::{About, Benchmarks};
use super::find::cells;
use super::group::{Segment, Who};
use super::number::Number;
use super::scale::{Scale, Standing, Target};
use super::scales;
use super::source::Source;
use super::table::{Cell, Role, Table};
use crate::{Compounding, Exact, Window, rescale};

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
        let annual = |number: Number| {
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

impl Benchmarks {
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
            |slug| {
                self.own_scale(slug, segment)
                    .and_then(|_| scales::published(slug, segment).map(Cow::Borrowed))
            },
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
            cells(slug, wanted)
                .filter(|found| found.row.who.is_for(segment))
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
fn is_drawn(line: &Published, target: &Target) -> bool {
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
    use crate::Metric;
    use crate::benchmarks::PUBLISHED;
    use crate::catalogue::metrics::{CUSTOMER_RETENTION, LOGO_CHURN};

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
        assert_eq!((line.cell, line.source.id), (Cell::Above(Number::percent(90)), "004"));
    }
}
