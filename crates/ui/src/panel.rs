//! Cards that are read together.

use std::rc::Rc;

use plimsoll_report::Action;
use plimsoll_report::view::{Card, EquationView, PanelView};
use yew::{Callback, Html, html};

use crate::card::ResultCard;
use crate::equation::equation;
use crate::ids::{flag, id};
use crate::waiting::waiting;

/// A panel of cards, with the retention equation among its cards where one is given.
pub(crate) fn panel(panel: &PanelView, with: Option<&EquationView>, dispatch: &Callback<Action>) -> Html {
    let title = id(&["panel-", panel.slug]);
    let mut items: Vec<Html> = panel.cards.iter().map(|card| item(card, dispatch)).collect();
    if let Some(with) = with {
        // It reads the metrics on scales, so it stands behind the last of them.
        let place = panel.cards.iter().position(|card| card.scale.is_none()).unwrap_or(items.len());
        items.insert(place, html! {
            <div key="equation" class="ps-panel__item" role="listitem" data-wide="true">{ equation(with) }</div>
        });
    }
    html! {
        <section key={panel.slug} class="ps-panel" id={panel.slug} aria-labelledby={title.clone()}>
            <h2 class="ps-title" id={title}>{ panel.title }</h2>
            <div class="ps-panel__cards" role="list">{ for items }</div>
            { waiting(&panel.waiting, dispatch) }
        </section>
    }
}

fn item(card: &Rc<Card>, dispatch: &Callback<Action>) -> Html {
    html! {
        <div key={card.slug} class="ps-panel__item" role="listitem" data-short={flag(card.scale.is_none())}>
            <ResultCard card={card.clone()} {dispatch} />
        </div>
    }
}
