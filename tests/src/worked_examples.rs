//! The worked examples of the sources: the exact answer, and the page that prints it.

use plimsoll_metrics::Exact;
use plimsoll_report::view::{Page, Value};
use serde::Deserialize;

use crate::cases::{exact, metric, read};
use crate::typed::{Typed, card};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    example: Vec<Example>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    name: String,
    source: String,
    given: Typed,
    headline: Option<String>,
    answers: Vec<Answer>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Answer {
    metric: String,
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

/// How many times the answer of another example this one is.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Times {
    of: String,
    by: String,
}

#[test]
fn worked_examples_have_their_exact_answers() {
    let cases: Cases = read("worked_examples.toml");
    for example in &cases.example {
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
                let other = cases.example.iter().find(|example| example.name == times.of).unwrap();
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
    let cases: Cases = read("worked_examples.toml");
    for example in &cases.example {
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
