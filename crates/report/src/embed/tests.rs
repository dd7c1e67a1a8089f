//! What elements are told, and what becomes of it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops where it is surprised")]

use super::*;
use crate::English;
use crate::view::Value;

fn told(options: &[(&str, &str)]) -> Vec<(String, String)> {
    options.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

fn shown(options: &[(&str, &str)]) -> EmbedView {
    show(&told(options), &English)
}

fn text(view: &EmbedView) -> &str {
    match &view.cards[0].value {
        Value::Known { text, .. } => text,
        Value::Undefined { .. } => "–",
    }
}

#[test]
fn without_figures_the_worked_example_counts() {
    let view = shown(&[]);
    assert_eq!((text(&view), view.cards.len(), view.notes.len()), ("93.5%", 1, 0));
    assert!(view.choices.is_empty() && view.levers.is_empty() && view.cards[0].explanation.is_none());
    assert!(view.entered.contains(&("start-mrr".into(), "240000".into())));
    let start = view.groups.iter().flat_map(|group| &group.fields).find(|field| field.slug == "start-mrr");
    assert_eq!(start.unwrap().text, "240,000");
}

#[test]
fn an_empty_object_of_figures_is_no_example() {
    let view = shown(&[("figures", "")]);
    assert_eq!(text(&view), "–");
    assert!(view.entered.is_empty());
}

#[test]
fn a_metric_among_the_figures_is_known() {
    let view = shown(&[("metrics", "logo-churn"), ("figures.customer-retention", "93")]);
    assert_eq!(text(&view), "7.0%");
}

#[test]
fn only_the_figures_of_the_metrics_are_asked_for() {
    let view = shown(&[("metrics", "logo-churn"), ("parts", "form")]);
    let asked: Vec<_> = view.groups.iter().flat_map(|group| &group.fields).map(|field| field.slug).collect();
    assert_eq!(asked, ["start-customers", "lost-customers"]);
    assert!(view.cards.is_empty());
}

#[test]
fn what_is_not_known_is_left_out_and_said() {
    let long = "ä".repeat(60);
    let view = shown(&[
        ("metrics", "one logo-churn, logo-churn"),
        ("parts", "cards bells"),
        ("figures.one", "5"),
        ("levers.luck", "5"),
        ("segment", &long),
        ("window", "decade"),
        ("currency", "eur"),
        ("anything", "else"),
    ]);
    assert_eq!(
        view.notes,
        [
            "There is no metric “one”.".to_owned(),
            "There is no part “bells”.".to_owned(),
            "There is no figure “one”.".to_owned(),
            "There is no lever “luck”.".to_owned(),
            ["There is no segment “", &"ä".repeat(20), "”."].concat(),
            "There is no window “decade”.".to_owned(),
        ]
    );
    assert_eq!(view.cards.len(), 1);
}

#[test]
fn no_more_metrics_are_shown_than_can_be_read() {
    let all: Vec<_> = plimsoll_metrics::all_metrics().map(|metric| metric.slug).collect();
    let view = shown(&[("metrics", &all.join(" "))]);
    assert_eq!((view.cards.len(), view.notes.len()), (24, 1));
}

#[test]
fn only_levers_that_move_something_are_shown() {
    let slugs =
        |options: &[(&str, &str)]| shown(options).levers.iter().map(|lever| lever.slug).collect::<Vec<_>>();
    assert_eq!(slugs(&[("metrics", "logo-churn"), ("parts", "levers")]), ["churn"]);
    let set = [("metrics", "logo-churn"), ("parts", "levers"), ("levers.price", "5")];
    assert_eq!(slugs(&set), ["churn", "price"]);
    assert_eq!(slugs(&[("metrics", "logo-churn"), ("parts", "levers"), ("figures", "")]).len(), 6);
}

#[test]
fn an_empty_choice_is_none_where_none_need_be() {
    let view = shown(&[("parts", "choices"), ("segment", ""), ("window", "")]);
    let chosen = |place: usize| {
        view.choices[place].options.iter().find(|option| option.selected).map(|option| option.value.clone())
    };
    assert_eq!((chosen(0).as_deref(), chosen(2).as_deref()), (Some("year"), Some("")));
}

#[test]
fn the_report_is_that_of_the_same_figures() {
    let options =
        told(&[("figures.start-customers", "250"), ("figures.lost-customers", "50"), ("window", "month")]);
    let report = report(&options, &English);
    assert_eq!(report.metric("logo-churn").unwrap().printed, "20.0% a month");
}

#[test]
fn weights_of_health_count_by_their_share() {
    let view = health(
        &told(&[
            ("model", "four-dimensions"),
            ("weights.usage", "60"),
            ("weights.engagement", "0"),
            ("weights.support", "40"),
            ("weights.relationship", "0"),
            ("account", "On the line"),
            ("usage", "50"),
            ("support", "25"),
            ("account", "Just below it"),
            ("usage", "50"),
            ("support", "24.99"),
            ("account", "Unknown"),
            ("relationship", "90"),
        ]),
        &English,
    );
    let accounts: Vec<_> =
        view.accounts.iter().map(|account| (account.decimal.as_deref(), account.band.as_deref())).collect();
    let (line, below) = ((Some("40"), Some("Needs attention")), (Some("39.996"), Some("At risk")));
    assert_eq!(accounts, [line, below, (None, None)]);
    assert_eq!(view.accounts[1].score, "39.996", "as many digits as keep it on its side");
    assert_eq!(view.classes.iter().map(|class| class.count).collect::<Vec<_>>(), [0, 1, 1]);
    assert!(view.notes.is_empty());
}

#[test]
fn bad_numbers_of_accounts_count_as_unknown() {
    let view = health(
        &told(&[("account", "A"), ("usage-frequency", "101"), ("account", "B"), ("x", "5")]),
        &English,
    );
    assert_eq!(
        view.notes,
        ["“A”: usage-frequency is no number from 0 to 100, and counts as unknown.".to_owned()]
    );
    assert!(view.accounts.iter().all(|account| account.decimal.is_none()));
}
