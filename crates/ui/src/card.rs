//! A result card: one metric and everything that can be asked about it.

use std::rc::Rc;

use plimsoll_report::Action;
use plimsoll_report::view::Card;
use yew::{Callback, Html, MouseEvent, Properties, component, html, use_effect_with, use_state};

use crate::card_parts::{change, chip, comparisons, value, verdict};
use crate::explanation::explanation;
use crate::ids::{id, standing};
use crate::known::known_field;
use crate::scale::scale;
use crate::words::{maybe, named, words};

/// What a [`ResultCard`] shows.
#[derive(Clone, PartialEq, Properties)]
pub struct ResultCardProps {
    /// The card.
    pub card: Rc<Card>,
    /// Told what was done about it.
    pub dispatch: Callback<Action>,
    /// Whether the explanation is open to begin with.
    #[prop_or_default]
    pub starts_explained: bool,
}

/// One metric.
#[component]
pub fn ResultCard(props: &ResultCardProps) -> Html {
    let ResultCardProps { card, dispatch, starts_explained } = props;
    let explained = use_state(|| *starts_explained);
    let asked = use_state(|| false);
    let is_entered = card.known.text.is_some();
    let is_open = *asked || is_entered;
    // Who empties the field of a known value is about to type another one: it stays open.
    use_effect_with(is_entered, {
        let asked = asked.clone();
        move |is_entered| {
            if *is_entered {
                asked.set(true);
            }
        }
    });
    let title = id(&["card-", card.slug]);
    let heading = named("h3", "ps-card__plain", &title, card.plain);
    let (known, why) = (id(&["known-panel-", card.slug]), id(&["why-", card.slug]));
    let on_explain = {
        let explained = explained.clone();
        Callback::from(move |_: MouseEvent| explained.set(!*explained))
    };
    let on_known = {
        let (asked, dispatch, metric) = (asked, dispatch.clone(), card.slug);
        Callback::from(move |_: MouseEvent| {
            asked.set(!is_open);
            if is_entered {
                dispatch.emit(Action::KnownRemoved { metric: metric.to_owned() });
            }
        })
    };
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
            { comparisons(&card.comparisons, card.scale.as_ref().is_some_and(|scale| scale.quartiles.is_some())) }
            { maybe("p", "ps-card__next", card.next_step.as_ref()) }
            <div class="ps-card__tools">
                <button type="button" class="ps-link" aria-expanded={spoken(*explained)} aria-controls={why.clone()}
                    onclick={on_explain}>{ "How this came about" }</button>
                <button type="button" class="ps-link" aria-expanded={spoken(is_open)} aria-controls={known.clone()}
                    onclick={on_known}>
                    { if is_entered { "Use the formula again" } else { "I know this number" } }
                </button>
            </div>
            <div class="ps-card__known" id={known}>
                { if is_open { known_field(card, dispatch) } else { Html::default() } }
            </div>
            <div class="ps-card__why" id={why}>
                { if *explained { explanation(card) } else { Html::default() } }
            </div>
        </article>
    }
}

/// A state that is spelled out, as "false" is an answer too.
const fn spoken(is_set: bool) -> &'static str {
    if is_set { "true" } else { "false" }
}
