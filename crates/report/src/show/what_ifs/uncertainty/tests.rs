//! What is said and drawn of ranges, from actions to the view.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test stops where it is surprised"
)]

use super::*;
use crate::view::Place;
use crate::{Action, Draws, English, uncertainty};

fn asked(asks: &[(&str, &str)]) -> State {
    asks.iter().fold(State::default(), |state, (what, text)| {
        state.after(&Action::Asked { what: (*what).into(), text: (*text).into() })
    })
}

/// The view with the first draws.
fn shown(state: &State) -> UncertaintyView {
    let mut draws = Draws::new(state.inputs());
    let mut found = None;
    while !draws.is_done() && found.is_none() {
        found = draws.advance().cloned();
    }
    uncertainty(state, &English, &DrawState { found, ..DrawState::default() })
}

#[test]
fn without_a_range_one_click_puts_one_in() {
    let view = shown(&State::default());
    assert!(view.finding.starts_with("Nothing has a range yet."), "{}", view.finding);
    let example = view.example.unwrap();
    assert_eq!(example.label, "Try it: churned MRR from $31,000 to $46,000");
    let view = shown(&asked(&[(&example.what, &example.text)]));
    assert!(view.example.is_none());
    assert_eq!((view.fans.len(), view.summary.as_str()), (3, "One range: change it, or enter others"));
    let nothing = shown(&State::default().after(&Action::Cleared));
    assert!(nothing.example.is_none() && nothing.fans.is_empty() && nothing.spreads.is_empty());
}

#[test]
fn the_title_says_what_was_found() {
    let view = shown(&asked(&[("range.churned-mrr", "30k to 45k")]));
    assert!(
        view.finding.starts_with("After 36 months, nine draws of ten have ARR between $5 million and $5."),
        "{}",
        view.finding
    );
    let both = shown(&asked(&[("range.churned-mrr", "30k to 45k"), ("range.gross-margin", "77 to 79")]));
    assert!(both.finding.ends_with("million; churned MRR matters most."), "{}", both.finding);
    let margin = shown(&asked(&[("range.gross-margin", "70 to 86")]));
    assert!(margin.fans.is_empty(), "no MRR rests on it");
    assert!(margin.finding.starts_with("Nine draws of ten have LTV : CAC between 2."), "{}", margin.finding);
    assert!(view.about.starts_with("2,048 of 100,032 draws of one range, from seed 1: "), "{}", view.about);
}

#[test]
fn a_fan_opens_around_the_exact_course() {
    let view = shown(&asked(&[("range.churned-mrr", "31k to 46k"), ("project.target", "4m")]));
    let fan = view.fans.first().unwrap();
    assert_eq!((fan.slug.as_str(), fan.name.as_str()), ("base", "As it is"));
    assert_eq!((fan.middle.len(), fan.outer.len(), fan.exact.len()), (37, 74, 37));
    let width = |month: usize| fan.outer[month].1.0 - fan.outer[73 - month].1.0;
    assert!(width(36) > width(0) && width(0) > 0, "{} {}", width(36), width(0));
    let apart = fan.middle.iter().zip(&fan.exact).map(|(middle, exact)| middle.1.0.abs_diff(exact.1.0));
    assert!(
        apart.max().unwrap() < 100,
        "the median is the course of the figure in the middle, within a percent"
    );
    assert!(fan.said.contains("The target is reached in "), "{}", fan.said);
    assert_eq!(view.table.rows.len(), 3 * 13);
    assert!(view.table.rows[1].header.text.starts_with("As it is, month 3"));
}

#[test]
fn metrics_have_percentiles_with_units_and_the_chance_of_each_band() {
    let view = shown(&asked(&[("range.churned-mrr", "20k to 60k")]));
    let net = view.spreads.iter().find(|row| row.slug == "net-revenue-retention").unwrap();
    let values = net.values.as_ref().unwrap();
    assert!(values.iter().all(|value| value.ends_with('%')) && net.unit == "a year", "{values:?}");
    assert!(net.bands.len() >= 2, "{:?}", net.bands);
    assert_eq!(net.bands[0].from, Place(0));
    let end = net.bands.last().unwrap();
    assert_eq!(end.from.0 + end.length.0, Place::END.0);
    assert!(view.spreads.iter().all(|row| row.slug != "logo-churn"), "it rests on no range");
}

#[test]
fn what_matters_most_comes_first_with_its_way() {
    let ranges = [("range.churned-mrr", "30k to 45k"), ("range.expansion-mrr", "28k to 29k")];
    let net = [ranges[0], ranges[1], ("uncertainty.metric", "net-revenue-retention")];
    let view = shown(&asked(&net));
    assert_eq!(view.most, "Churned MRR matters most for NRR: the higher, the lower.");
    let first = view.weights.first().unwrap();
    assert!(first.is_against && ["−1.00", "−0.99"].contains(&first.correlation.as_str()), "{first:?}");
    assert_eq!(view.weights.len(), 2);
}

#[test]
fn draws_without_a_value_are_counted_with_the_reason() {
    let view = shown(&asked(&[("range.lost-customers", "200 to 290")]));
    let left_out = view.left_out.unwrap();
    assert!(
        left_out.starts_with("In ") && left_out.contains("a part is larger than its whole"),
        "{left_out}"
    );
}

#[test]
fn a_range_that_is_none_is_said_beside_its_field_and_the_others_stay() {
    let view = shown(&asked(&[
        ("range.churned-mrr", "45k to 30k"),
        ("range.new-mrr", "60k to 80k"),
        ("uncertainty.seed", "-1"),
    ]));
    let field = |label: &str| view.fields.iter().find(|field| field.label == label).unwrap();
    let wrong = field("Churned MRR").entry.problem.clone();
    assert_eq!(wrong.as_deref(), Some("A range begins with its smallest number."));
    assert_eq!(field("New MRR").reading, "Read as $60,000 to $80,000. Entered: $72,000.");
    assert_eq!(view.seed.problem.as_deref(), Some("It must lie between 0 and 999999999."));
    assert_eq!(view.fans.len(), 3);
    let other = shown(&asked(&[("range.new-mrr", "80k to 90k"), ("range.licensed-seats", "3000 to 3300")]));
    let read = |label: &str| {
        other.fields.iter().find(|field| field.label == label).map(|field| field.reading.clone())
    };
    assert!(read("New MRR").unwrap().ends_with("That lies outside."));
    assert!(read("Seats paid for").is_some() || other.fields.len() == 11, "{:?}", other.fields.last());
}

#[test]
fn a_lost_worker_says_so() {
    let state = asked(&[("range.churned-mrr", "30k to 45k")]);
    let view = uncertainty(&state, &English, &DrawState { is_lost: true, ..DrawState::default() });
    assert!(view.problem.unwrap().contains("Nothing is lost"));
    assert_eq!(view.finding, "The draws are on their way.");
}

#[test]
fn drawn_numbers_keep_nine_digits() {
    let written = |value: f64| exact(value).to_decimal(6).map(|value| value.normalize().to_string());
    assert_eq!(written(0.123_456_789).as_deref(), Some("0.123457"));
    assert_eq!(written(-42.5).as_deref(), Some("-42.5"));
    assert_eq!(written(0.0).as_deref(), Some("0"));
    assert_eq!(written(4_000_000_000_000_000.0).as_deref(), Some("4000000000000000"));
}
