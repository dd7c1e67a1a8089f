//! The worked examples of the sources: the exact answer, and the page that prints it.

use plimsoll_metrics::{Exact, all_metrics};
use plimsoll_report::view::{Page, Value};
use serde::Deserialize;

use crate::cases::{exact, metric, read};
use crate::typed::{Typed, card};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    example: Vec<Example>,
}

/// Figures, and what follows from them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Example {
    pub(crate) name: String,
    source: String,
    pub(crate) given: Typed,
    headline: Option<String>,
    pub(crate) answers: Vec<Answer>,
}

/// What one metric comes to.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Answer {
    pub(crate) metric: String,
    value: String,
    annual: Option<String>,
    printed: Option<String>,
    unit: Option<String>,
    annual_printed: Option<String>,
    band: Option<String>,
    target: Option<String>,
    times: Option<Times>,
    /// What the source prints, where it rounds: within five points of the answer.
    prints: Option<String>,
}

/// Every example.
pub(crate) fn examples() -> Vec<Example> {
    read::<Cases>("worked_examples.toml").example
}

/// The first example that answers for this metric.
pub(crate) fn example_of(examples: &[Example], slug: &str) -> Option<usize> {
    examples.iter().position(|example| example.answers.iter().any(|answer| answer.metric == slug))
}

/// How many times the answer of another example this one is.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Times {
    of: String,
    by: String,
}

#[test]
fn worked_examples_have_their_exact_answers() {
    let examples = examples();
    for example in &examples {
        let book = example.given.book();
        for answer in &example.answers {
            let place = format!("{} ({}), {}", example.name, example.source, answer.metric);
            let metric = metric(&answer.metric);
            let value = book.evaluate(metric);
            assert_eq!(value, Ok(exact(&answer.value)), "{place}");
            if let Some(annual) = &answer.annual {
                assert_eq!(book.annual(metric), Ok(exact(annual)), "{place}, annual");
            }
            if let Some(times) = &answer.times {
                let other = examples.iter().find(|example| example.name == times.of).unwrap();
                let other = other.given.book().evaluate(metric).unwrap();
                assert_eq!(value, Ok(other.times(&exact(&times.by))), "{place}, times");
            }
            if let Some(prints) = &answer.prints {
                let off = book.annual(metric).unwrap().minus(&exact(prints)).abs();
                assert!(off < Exact::percent(5), "{place}: {off:?} off what the source prints");
            }
        }
    }
}

#[test]
fn worked_examples_are_printed_so() {
    for example in &examples() {
        let page = example.given.page();
        if let Some(headline) = &example.headline {
            let sentence = &page.headline.sentence;
            assert!(sentence.contains(headline.as_str()), "{}: {sentence}", example.name);
        }
        for answer in &example.answers {
            let place = format!("{} ({}), {}", example.name, example.source, answer.metric);
            check_printed(&example.given.page_of(metric(&answer.metric)), answer, &place);
        }
    }
}

/// A metric without an example is one that nobody has worked out.
#[test]
fn every_metric_has_an_example_that_is_printed() {
    let examples = examples();
    let answers: Vec<_> = examples.iter().flat_map(|example| &example.answers).collect();
    for metric in all_metrics() {
        let mut own = answers.iter().filter(|answer| answer.metric == metric.slug);
        assert!(own.any(|answer| answer.printed.is_some()), "{} has no worked example", metric.slug);
    }
}

/// The case that CONTRIBUTING.md adds in its walk-through, for twelve times the revenue per account.
#[test]
fn the_case_of_the_walk_through_is_one() {
    let guide = include_str!("../../CONTRIBUTING.md");
    let case = guide.lines().map(str::trim).skip_while(|line| *line != "```toml").skip(1);
    let case: Vec<_> = case.take_while(|line| *line != "```").collect();
    let cases: Cases = toml::from_str(&case.join("\n")).unwrap();
    let [example] = cases.example.as_slice() else { panic!("it has one example") };
    let [answer] = example.answers.as_slice() else { panic!("it has one answer") };
    let monthly = example.given.book().evaluate(metric("revenue-per-account")).unwrap();
    assert_eq!(exact(&answer.value), monthly.times(&Exact::from(12)));
    assert!(answer.printed.is_some() && answer.unit.is_some());
}

fn check_printed(page: &Page, answer: &Answer, place: &str) {
    let Some(card) = card(page, metric(&answer.metric).head().slug) else {
        let term = metric(&answer.metric).term;
        let mut derived = page.groups.iter().flat_map(|group| &group.derived);
        let derived = derived.find(|derived| derived.label == term).unwrap();
        assert_eq!(Some(&derived.value), answer.printed.as_ref(), "{place}");
        return;
    };
    let Value::Known { text, unit, annual, .. } = &card.value else { panic!("{place}: {:?}", card.value) };
    let verdict = card.verdict.as_ref();
    let check = |expected: &Option<String>, actual: Option<&str>| {
        if let Some(expected) = expected {
            assert_eq!(actual, Some(expected.as_str()), "{place}");
        }
    };
    check(&answer.printed, Some(text));
    check(&answer.unit, Some(unit));
    check(&answer.annual_printed, annual.as_deref());
    check(&answer.band, verdict.map(|verdict| &*verdict.band));
    check(&answer.target, verdict.and_then(|verdict| verdict.target.as_deref()));
}
