#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops where it is surprised")]

use plimsoll_metrics::metrics::{LTV_CAC, NET_REVENUE_RETENTION};
use plimsoll_metrics::{Undefined, WhenZero, all_metrics};
use serde_json::{Value, json};

use super::*;
use crate::format::English;

/// Inputs with these figures over a window.
fn inputs(window: &str, figures: &[(&str, &str)]) -> Inputs {
    let mut inputs = Inputs { window: window.into(), ..Inputs::default() };
    figures.iter().for_each(|(slug, text)| inputs.figures.set(slug, text));
    inputs
}

fn as_json(report: &Report, slug: &str) -> Value {
    serde_json::to_value(report.metric(slug).unwrap()).unwrap()
}

/// A number that is whole in these digits.
fn quantity(decimal: &str, number: f64) -> Value {
    json!({ "decimal": decimal, "number": number, "isExact": true })
}

fn best_in_class() -> Value {
    json!({
        "name": "Best-in-class",
        "standing": "best-in-class",
        "meaning": "upsells far outrun losses",
        "better": null,
        "worse": {
            "name": "Excellent",
            "standing": "excellent",
            "line": quantity("1.3", 1.3),
            "includesLine": true,
            "distance": quantity("0.035469140625", 0.035469140625),
        },
    })
}

fn of_the_segment() -> Value {
    json!({
        "kind": "segment",
        "who": "SMB",
        "median": quantity("0.95", 0.95),
        "top": quantity("1.05", 1.05),
        "bottom": quantity("0.85", 0.85),
        "quarter": "top",
        "reading": "better",
        "printed": "38.5 points above the median, top quarter",
        "source": {
            "text": "Customer Success Metrics and Benchmarks (Industry surveys and community data, 2024–2025 cycles)",
            "evidence": "survey compilation, February 2026",
        },
    })
}

/// Net retention of 107.5 % a quarter (catalogue A7): every field, by its name outside.
#[test]
fn a_metric_with_a_value_is_this_object() {
    let figures = [
        ("start-mrr", "400000"),
        ("expansion-mrr", "60000"),
        ("contraction-mrr", "20000"),
        ("churned-mrr", "10000"),
    ];
    let report = evaluate(&inputs("quarter", &figures), &English);
    let expected = json!({
        "slug": "net-revenue-retention",
        "term": "Net revenue retention",
        "abbreviation": "NRR",
        "panel": "retention",
        "unit": "percent",
        "standsFor": null,
        "convention": "net-revenue-retention",
        "isEntered": false,
        "value": quantity("1.075", 1.075),
        "reason": null,
        "annual": quantity("1.335469140625", 1.335469140625),
        "window": "quarter",
        "band": best_in_class(),
        "target": {
            "line": quantity("1.1", 1.1),
            "side": "above",
            "state": "past",
            "isMet": true,
            "sentence": "Meets the target of above 110%, the minimum for sustainable growth.",
        },
        "neighbours": [of_the_segment()],
        "printed": "107.5% a quarter",
        "printedAnnual": "133.5% a year, annualised, not measured",
        "note": null,
    });
    assert_eq!(as_json(&report, NET_REVENUE_RETENTION.slug), expected);
}

#[test]
fn a_metric_without_a_value_has_its_reason() {
    let report = evaluate(&inputs("year", &[("start-customers", "10"), ("lost-customers", "0")]), &English);
    let lifetime = as_json(&report, "customer-lifetime");
    let reason = json!({
        "code": "no_churn",
        "missing": [],
        "sentence": "Nobody left in this window, so a lifetime has no end.",
        "wayOut": "Take a longer window, or enter on the churn card the churn you expect.",
    });
    assert_eq!((&lifetime["value"], &lifetime["reason"]), (&Value::Null, &reason));
    assert_eq!((&lifetime["printed"], &lifetime["annual"]), (&json!("–"), &Value::Null));
    let missing = as_json(&report, "gross-revenue-retention");
    assert_eq!(missing["reason"]["missing"], json!(["start-mrr", "contraction-mrr", "churned-mrr"]));
}

#[test]
fn a_number_that_does_not_end_says_so() {
    let report = evaluate(&inputs("year", &[("start-customers", "3"), ("lost-customers", "1")]), &English);
    let churn = report.metric("logo-churn").unwrap().value.clone().unwrap();
    assert_eq!(
        churn,
        Quantity { decimal: "0.33333333333333333333".into(), number: 1.0 / 3.0, is_exact: false }
    );
}

#[test]
fn what_cannot_be_read_is_named() {
    let mut inputs = inputs("year", &[("start-mrr", "a lot"), ("new-customers", "1.5")]);
    inputs.known.set("logo-churn", "120");
    inputs.levers.set("price", "€5");
    let problems = evaluate(&inputs, &English).problems;
    let fields: Vec<_> = problems.iter().map(|problem| problem.field.as_str()).collect();
    assert_eq!(fields, ["figures.start-mrr", "figures.new-customers", "known.logo-churn", "levers.price"]);
}

#[test]
fn a_convention_says_what_counted() {
    let mut inputs = Inputs::example();
    inputs.conventions.set("lifetime-value", "lifetime-value-capped");
    let report = evaluate(&inputs, &English);
    let (head, variant) =
        (report.metric("lifetime-value").unwrap(), report.metric("lifetime-value-capped").unwrap());
    assert_eq!((head.convention.as_str(), &head.value), ("lifetime-value-capped", &variant.value));
    assert_eq!(variant.stands_for.as_deref(), Some("lifetime-value"));
}

#[test]
fn every_metric_is_in_the_report_and_nothing_is_lost_on_the_way() {
    let report = evaluate(&Inputs::example(), &English);
    assert!(
        report.metrics.iter().map(|metric| metric.slug.as_str()).eq(all_metrics().map(|metric| metric.slug))
    );
    assert!(report.metrics.iter().all(|metric| metric.value.is_some() != metric.reason.is_some()));
    assert!(report.metrics.iter().all(|metric| !metric.panel.is_empty()));
    let text = serde_json::to_string(&report).unwrap();
    assert_eq!(serde_json::from_str::<Report>(&text).unwrap(), report);
}

#[test]
fn codes_are_those_of_the_reasons() {
    let zero = |when| Undefined::ZeroDivisor(when, &LTV_CAC.formula);
    let reasons = [
        Undefined::Missing(Vec::new()),
        zero(WhenZero::NoBase),
        zero(WhenZero::NoChurn),
        zero(WhenZero::Never),
        zero(WhenZero::NoLosses),
        Undefined::OutOfRange(&LTV_CAC),
        Undefined::Overflow,
    ];
    for reason in &reasons {
        assert_eq!(serde_json::to_value(ReasonCode::from(reason)).unwrap(), json!(reason.code()));
    }
}

#[test]
fn words_are_those_that_inputs_are_saved_under() {
    for window in plimsoll_metrics::Window::ALL {
        assert_eq!(serde_json::to_value(Window::from(window)).unwrap(), json!(window.slug()));
    }
    for currency in plimsoll_metrics::Currency::ALL {
        assert_eq!(serde_json::to_value(Currency::from(*currency)).unwrap(), json!(currency.code()));
    }
    let simply = Annualising::from(plimsoll_metrics::Annualising::TimesTwelve);
    assert_eq!(serde_json::to_value(simply).unwrap(), json!(crate::state::TIMES_TWELVE));
}
