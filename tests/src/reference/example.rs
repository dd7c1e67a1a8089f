//! A metric's worked example: what is entered, as the page's fields show it, and what the page makes of it.

use std::fmt::Write as _;

use plimsoll_metrics::{Expression, Metric};
use plimsoll_report::view::{Card, Field, Page, Step, Value};

use super::live;
use crate::cases::{figure, metric};
use crate::typed::card;
use crate::worked_examples::Example;

/// The example for this metric: entries, steps, answer.
pub(super) fn section(example: &Example, slug: &str) -> String {
    let metric = metric(slug);
    let page = example.given.page_of(metric);
    let window = example.given.window().slug();
    let mut text = format!("\n**Example**: {}\n\n- Window: {window}\n", example.name);
    for (name, entry) in entries(example, metric, &page) {
        let _ = writeln!(text, "- {name}: {entry}");
    }
    match card(&page, metric.head().slug) {
        Some(card) => text.push_str(&answer(example, slug, card)),
        None => {
            let mut derived = page.groups.iter().flat_map(|group| &group.derived);
            let derived = derived.find(|derived| derived.label == metric.term).unwrap();
            let value = live::number(example, slug, &derived.value);
            let _ = writeln!(text, "\n{}: **{value}**", derived.label);
        }
    }
    text.push_str(&live::calculator(example, slug));
    text
}

/// What is entered that the metric rests on: figures, then metrics entered as known.
fn entries(example: &Example, metric: &'static Metric, page: &Page) -> Vec<(String, String)> {
    let fields = page.groups.iter().flat_map(|group| &group.fields);
    let given = fields.filter(|field| example.given.figures.contains_key(field.slug));
    let resting = given.filter(|field| metric.formula.occurrences(figure(field.slug)) > 0);
    let figures = resting.map(|field| (field.label.to_owned(), written(field)));
    let known = example.given.known.keys().filter(|slug| rests_on(metric, self::metric(slug)));
    figures.chain(known.map(|slug| self::known(example, slug))).collect()
}

/// Whether a metric entered as known stands for the metric, for one that it rests on, or for the complement of either.
fn rests_on(metric: &'static Metric, known: &'static Metric) -> bool {
    let stands_for = |other: &'static Metric| other == known || known.complement_of() == Some(other);
    stands_for(metric) || mentions(&metric.formula, &stands_for)
}

/// Whether such a metric stands in a formula, through the metrics it rests on.
fn mentions(formula: &'static Expression, is_meant: &dyn Fn(&'static Metric) -> bool) -> bool {
    match formula {
        Expression::Metric(metric) => is_meant(metric) || mentions(&metric.formula, is_meant),
        _ => formula.parts().into_iter().any(|part| mentions(part, is_meant)),
    }
}

/// A field as it reads: "$400,000 a month".
fn written(field: &Field) -> String {
    let prefix = field.prefix.clone().unwrap_or_default();
    format!("{prefix}{}{}", field.text, after(field.suffix.as_deref().unwrap_or_default()))
}

/// What stands behind a number: a sign at once, words after a space.
fn after(unit: &str) -> String {
    if unit.is_empty() || unit == "%" { unit.to_owned() } else { format!(" {unit}") }
}

/// A metric entered as known, as the page prints it.
fn known(example: &Example, slug: &str) -> (String, String) {
    let page = example.given.page_of(metric(slug));
    let card = card(&page, slug).unwrap();
    let Value::Known { text, unit, .. } = &card.value else { panic!("{slug} is entered and has no value") };
    (card.term.clone(), format!("{text}{}, entered as known", after(unit)))
}

/// The steps that lead to the value, and the value.
fn answer(example: &Example, slug: &str, card: &Card) -> String {
    let Value::Known { text: value, unit, annual, .. } = &card.value else {
        panic!("{}: an example without an answer", card.slug)
    };
    let mut text = String::from("\n```text\n");
    for step in card.explanation.iter().flat_map(|explanation| explanation.steps.iter().rev()) {
        let _ = writeln!(text, "{}", line(step));
    }
    let value = live::number(example, slug, &format!("{value}{}", after(unit)));
    let _ = writeln!(text, "```\n\n{}: **{value}**", card.term);
    if let Some(annual) = annual {
        text.pop();
        let _ = writeln!(text, ", which is {annual}");
    }
    text
}

/// "Logo churn = 8 ÷ 200 = 4.0% a quarter"
fn line(step: &Step) -> String {
    match &step.numbers {
        Some(numbers) => format!("{} = {numbers} = {}", step.name, step.result),
        None => format!("{} = {}, {}", step.name, step.result, step.formula),
    }
}
