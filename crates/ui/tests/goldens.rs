//! Every component in each of its states, as markup.

mod markup;
mod sample;

use std::rc::Rc;

use markup::pretty;
use plimsoll_report::view::{Card, FieldGroup, PasteView, Quadrant, WhatIf};
use plimsoll_ui::{ResultCard, equation, headline, paste_panel, scale};
use sample::render::{page_markup, to_markup};
use sample::{cards, form, levers, paste, scales, unsure};
use yew::{Callback, Html, html};

fn golden(name: &str, piece: Html) {
    insta::assert_snapshot!(name, pretty(&to_markup(piece)));
}

fn card(name: &str, card: Card) {
    golden(name, html! { <ResultCard card={Rc::new(card)} dispatch={Callback::noop()} /> });
}

fn first(cards: Vec<Card>) -> Card {
    cards.into_iter().next().unwrap_or_else(cards::nrr)
}

#[test]
fn a_card_with_a_value() {
    card("card_value", cards::nrr());
}

#[test]
fn a_card_without_a_value() {
    card("card_undefined", first(cards::retention_undefined()));
}

#[test]
fn a_card_while_a_lever_is_set() {
    card("card_moved", first(cards::unit_economics_moved()));
}

#[test]
fn a_card_with_a_value_that_was_entered() {
    card("card_entered", cards::entered());
    card("card_entered_wrong", cards::entered_wrong());
}

#[test]
fn a_card_with_a_warning() {
    card("card_warning", Card { warning: Some("Net below gross.".into()), ..cards::grr() });
}

#[test]
fn a_card_that_explains_itself() {
    let card = Rc::new(cards::explained(cards::ltv_cac()));
    golden("card_explained", html! { <ResultCard {card} dispatch={Callback::noop()} /> });
}

#[test]
fn a_card_whose_lines_can_be_moved() {
    let card = Rc::new(Card { lines: Some(scales::lines()), ..cards::ltv_cac() });
    golden("card_lined", html! { <ResultCard {card} dispatch={Callback::noop()} /> });
}

#[test]
fn a_headline() {
    golden("headline", headline(&sample::typical().headline));
    golden("headline_without_verdict", headline(&sample::empty().headline));
}

fn figures(name: &str, groups: &[FieldGroup], is_example: bool) {
    golden(name, plimsoll_ui::figures(groups, is_example, &Callback::noop()));
}

#[test]
fn the_figures() {
    figures("figures_example", &form::groups(), true);
    figures("figures_wrong", &form::groups_wrong(), false);
}

fn strip(name: &str, what_if: &WhatIf) {
    golden(name, plimsoll_ui::what_if(what_if, &Callback::noop()));
}

#[test]
fn the_levers() {
    strip("levers_at_rest", &levers::at_rest());
    strip("levers_moved", &levers::moved());
    strip("levers_wrong", &levers::wrong());
}

fn panel(name: &str, paste: &PasteView) {
    golden(name, paste_panel(paste, &Callback::noop()));
}

#[test]
fn the_paste_panel() {
    panel("paste_empty", &paste::empty());
    panel("paste_with_issues", &paste::with_issues());
}

#[test]
fn how_sure_it_is() {
    for (name, view) in [
        ("unsure_nothing", unsure::nothing()),
        ("unsure_drawn", unsure::drawn()),
        ("unsure_troubled", unsure::troubled()),
    ] {
        golden(name, plimsoll_ui::uncertainty(&view, &Callback::noop()));
    }
}

#[test]
fn the_retention_equation() {
    golden("equation", equation(&sample::equation(Some(Quadrant::Shrinking), None)));
    let moved = sample::equation(Some(Quadrant::LeakyGrowth), Some(Quadrant::Shrinking));
    golden("equation_moved", equation(&moved));
    golden("equation_unknown", equation(&sample::equation(None, None)));
}

#[test]
fn the_scale_with_its_marks_at_the_ends() {
    for (position, crowded) in scales::crowded().iter().enumerate() {
        golden(&format!("scale_crowded_{position}"), scale(crowded));
    }
}

#[test]
fn the_page_without_figures() {
    insta::assert_snapshot!("page_empty", pretty(&page_markup(&sample::empty())));
}
