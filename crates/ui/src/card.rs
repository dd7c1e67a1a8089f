//! A result card: one metric and everything that can be asked about it.

use std::rc::Rc;

use plimsoll_report::Action;
use plimsoll_report::view::Card;
use yew::{Callback, Component, Context, Html, MouseEvent, Properties, html};

use crate::card_parts::{certainty, change, chip, comparisons, others, value, verdict};
use crate::events::on_pressed;
use crate::explanation::explanation;
use crate::ids::{id, standing};
use crate::known::known_field;
use crate::lines::lines;
use crate::scale::scale;
use crate::select::Select;
use crate::words::{maybe, named, words};

/// What a [`ResultCard`] shows.
#[derive(Clone, PartialEq, Properties)]
pub struct ResultCardProps {
    /// The card.
    pub card: Rc<Card>,
    /// Told what was done about it.
    pub dispatch: Callback<Action>,
}

/// One metric. It remembers whether the field of a known value is open.
#[derive(Debug)]
pub struct ResultCard {
    is_asked: bool,
}

/// A click on the button that shows or hides the field of a known value.
#[derive(Clone, Copy, Debug)]
pub struct KnownClicked;

impl Component for ResultCard {
    type Message = KnownClicked;
    type Properties = ResultCardProps;

    fn create(context: &Context<Self>) -> Self {
        Self { is_asked: context.props().card.known.text.is_some() }
    }

    fn changed(&mut self, context: &Context<Self>, _: &Self::Properties) -> bool {
        // Who empties the field of a known value is about to type another one: it stays open.
        self.is_asked |= context.props().card.known.text.is_some();
        true
    }

    fn update(&mut self, context: &Context<Self>, _: KnownClicked) -> bool {
        let ResultCardProps { card, dispatch } = context.props();
        self.is_asked = !self.is_asked;
        if card.known.text.is_some() {
            dispatch.emit(Action::KnownRemoved { metric: card.slug.to_owned() });
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let ResultCardProps { card, dispatch } = context.props();
        let link = context.link();
        let is_entered = card.known.text.is_some();
        let title = id(&["card-", card.slug]);
        let heading = named("h3", "ps-card__plain", &title, card.plain);
        let (known, why) = (id(&["known-panel-", card.slug]), id(&["why-", card.slug]));
        html! {
            <article class="ps-card" data-standing={card.verdict.as_ref().map(|verdict| standing(verdict.standing))}
                aria-labelledby={title}>
                <header class="ps-card__head">
                    { heading }
                    { words("p", "ps-card__term", &card.term) }
                </header>
                <div class="ps-card__answer">{ value(&card.value) }{ chip(card.verdict.as_ref()) }</div>
                { change(card.change.as_ref()) }
                { maybe("p", "ps-card__warning", card.warning.as_ref()) }
                { verdict(card.verdict.as_ref()) }
                <div class="ps-card__scale">{ card.scale.as_ref().map(scale).unwrap_or_default() }</div>
                { card.lines.as_ref().map(|own| lines(card.slug, own, dispatch)).unwrap_or_default() }
                { comparisons(&card.comparisons, card.scale.as_ref().is_some_and(|scale| scale.quartiles.is_some())) }
                { others(card, dispatch) }
                { certainty(card.certainty.as_ref()) }
                { maybe("p", "ps-card__next", card.next_step.as_ref()) }
                { convention(card, dispatch) }
                <div class="ps-card__tools">
                    <button type="button" class="ps-link" aria-expanded={spoken(card.explanation.is_some())} aria-controls={why.clone()}
                        onclick={on_pressed(dispatch, Action::ExplanationToggled(card.slug.to_owned()))}>{ "How this came about" }</button>
                    { movable(card, dispatch) }
                    <button type="button" class="ps-link" aria-expanded={spoken(self.is_asked)} aria-controls={known.clone()}
                        onclick={link.callback(|_: MouseEvent| KnownClicked)}>
                        { if is_entered { "Use the formula again" } else { "I know this number" } }
                    </button>
                </div>
                <div class="ps-card__known" id={known}>
                    { if self.is_asked { known_field(card, dispatch) } else { Html::default() } }
                </div>
                <div class="ps-card__why" id={why}>
                    { for card.explanation.iter().map(|each| explanation(each, card)) }
                </div>
            </article>
        }
    }
}

/// The button after which lines can be moved, where there are some.
fn movable(card: &Card, dispatch: &Callback<Action>) -> Html {
    let Some(lines) = &card.lines else { return Html::default() };
    let onclick = on_pressed(dispatch, Action::LinesToggled(card.slug.to_owned()));
    html! {
        <button type="button" class="ps-link" aria-expanded={spoken(lines.is_open)} aria-controls={id(&["lines-", card.slug])} {onclick}>{ "Move the lines" }</button>
    }
}

/// The conventions by which the metric can be counted, where there is more than one.
fn convention(card: &Card, dispatch: &Callback<Action>) -> Html {
    if card.conventions.is_empty() {
        return Html::default();
    }
    let (field, metric) = (id(&["convention-", card.slug]), card.slug);
    let on_choose =
        dispatch.reform(move |convention| Action::ConventionChosen { metric: metric.to_owned(), convention });
    html! {
        <div class="ps-card__convention">
            <label class="ps-choice__label" for={field.clone()}>{ "Counted as" }</label>
            <Select id={field} described_by="" options={card.conventions.clone()} {on_choose} />
        </div>
    }
}

/// A state that is spelled out, as "false" is an answer too.
const fn spoken(is_set: bool) -> &'static str {
    if is_set { "true" } else { "false" }
}
