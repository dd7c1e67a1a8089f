//! No value, and why: figures in, metric, code out. Read through the report that other programs get.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use plimsoll_metrics::{Expression, Metric, Undefined, all_metrics, figures};
use plimsoll_report::view::{Page, Value};
use plimsoll_report::wire::{ReasonCode, Report, evaluate};
use plimsoll_report::{English, Inputs};
use serde::Deserialize;

use crate::cases::{golden, metric, read};
use crate::typed::{Typed, card};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    given: Typed,
    /// The code of the reason, by the metric's slug.
    #[serde(default)]
    codes: BTreeMap<String, ReasonCode>,
    /// Metrics that have a value all the same.
    #[serde(default)]
    valued: BTreeSet<String>,
    /// The figures that a metric waits for, by its slug.
    #[serde(default)]
    needs: BTreeMap<String, BTreeSet<String>>,
    /// The entries with words beside them, all of them.
    #[serde(default)]
    refused: BTreeSet<String>,
}

impl Case {
    fn report(&self) -> Report {
        evaluate(self.given.state().inputs(), &English)
    }
}

fn cases() -> Vec<Case> {
    read::<Cases>("undefined.toml").case
}

#[test]
fn what_has_no_value_has_this_reason() {
    for case in cases() {
        let report = case.report();
        let reason = |slug: &str| report.metric(slug).unwrap().reason.as_ref();
        for (slug, code) in &case.codes {
            assert_eq!(reason(slug).map(|reason| reason.code), Some(*code), "{}: {slug}", case.name);
        }
        for slug in &case.valued {
            assert_eq!(reason(slug), None, "{}: {slug}", case.name);
        }
        for (slug, needs) in &case.needs {
            let missing = reason(slug).map(|reason| reason.missing.iter().cloned().collect());
            assert_eq!(missing.as_ref(), Some(needs), "{}: {slug}", case.name);
        }
        let refused = report.problems.iter().map(|problem| problem.field.clone()).collect();
        assert_eq!(case.refused, refused, "{}", case.name);
    }
}

/// On the page it is a card with the reason, a metric that waits, or a dash beside the figures; never a number.
#[test]
fn the_page_shows_the_reason_and_no_number() {
    for case in cases() {
        for slug in case.codes.keys() {
            let page = case.given.page_of(metric(slug));
            assert!(is_shown_without_a_number(&page, metric(slug)), "{}: {slug}", case.name);
        }
    }
}

fn is_shown_without_a_number(page: &Page, metric: &'static Metric) -> bool {
    if let Some(card) = card(page, metric.head().slug) {
        return matches!(card.value, Value::Undefined { .. });
    }
    let mut waiting = page.panels.iter().flat_map(|panel| &panel.waiting);
    let mut derived = page.groups.iter().flat_map(|group| &group.derived);
    waiting.any(|waiting| waiting.slug == metric.head().slug)
        || derived.any(|derived| derived.label == metric.term && derived.value == "–")
}

#[test]
fn reasons_have_these_words() {
    let mut text = String::new();
    for case in cases() {
        let report = case.report();
        let _ = writeln!(text, "{}", case.name);
        for slug in case.codes.keys() {
            let reason = report.metric(slug).unwrap().reason.as_ref().unwrap();
            let way_out = reason.way_out.iter().map(|way_out| format!(" {way_out}")).collect::<String>();
            let _ = writeln!(text, "  {slug}: {}{way_out}", reason.sentence);
        }
        for problem in &report.problems {
            let _ = writeln!(text, "  {}: {}", problem.field, problem.sentence);
        }
    }
    golden("undefined.expected.txt", &text);
}

/// Everything that can be zero where it must not be is zero in a case.
#[test]
fn every_divisor_that_can_be_zero_has_its_case() {
    let cases = cases();
    for metric in all_metrics() {
        for (code, divisor) in divisors(&metric.formula) {
            let is_covered = cases.iter().any(|case| case.codes.get(metric.slug) == Some(&code));
            assert!(is_covered, "no case in undefined.toml for {code:?} of {}: {divisor:?}", metric.slug);
        }
    }
}

/// The divisors of a formula that can be zero, with the code of what that means. Constants cannot, and a factor of growth
/// is above one.
fn divisors(formula: &'static Expression) -> Vec<(ReasonCode, &'static Expression)> {
    let own = match formula {
        Expression::Quotient { under: Expression::Constant(_) | Expression::FromYear(_), .. } => None,
        Expression::Quotient { under, when_zero, .. } => {
            Some((ReasonCode::from(&Undefined::ZeroDivisor(*when_zero, under)), *under))
        }
        _ => None,
    };
    let parts: Vec<&'static Expression> = formula.parts();
    own.into_iter().chain(parts.into_iter().flat_map(divisors)).collect()
}

#[test]
fn every_limit_is_broken_by_a_case() {
    let cases = cases();
    for limit in figures::LIMITS {
        let parts: Vec<_> = limit.parts.iter().map(|part| format!("figures.{}", part.slug)).collect();
        let is_covered = cases.iter().any(|case| parts.iter().all(|part| case.refused.contains(part)));
        assert!(is_covered, "no case in undefined.toml breaks {parts:?} of {}", limit.whole.slug);
    }
}

/// Nothing entered is nothing known: every metric says which figures it waits for, and none that counts by itself.
#[test]
fn with_nothing_entered_every_metric_waits() {
    let report = evaluate(&Inputs::default(), &English);
    let needed = |metric: &Metric| -> BTreeSet<String> {
        let asked = figures::all().filter(|figure| figure.assumed().is_none());
        let held = asked.filter(|figure| metric.formula.occurrences(figure) > 0);
        held.map(|figure| figure.slug.to_owned()).collect()
    };
    for metric in all_metrics() {
        let reason = report.metric(metric.slug).unwrap().reason.clone().unwrap();
        assert_eq!(reason.code, ReasonCode::Missing, "{}", metric.slug);
        assert_eq!(reason.missing.into_iter().collect::<BTreeSet<_>>(), needed(metric), "{}", metric.slug);
    }
}
