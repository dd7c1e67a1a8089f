//! Cards that are read together.

use std::rc::Rc;

use plimsoll_report::Action;
use plimsoll_report::view::{EquationView, PanelView};
use yew::{Callback, Html, html};

use crate::card::ResultCard;
use crate::equation::equation;
use crate::ids::id;

/// A panel of cards, with the retention equation as its last card where one is given.
pub(crate) fn panel(panel: &PanelView, with: Option<&EquationView>, dispatch: &Callback<Action>) -> Html {
    let title = id("panel", panel.slug);
    let cards = panel.cards.iter().map(|card| {
        html! {
            <div key={card.slug} class="ps-panel__item" role="listitem">
                <ResultCard card={Rc::new(card.clone())} {dispatch} />
            </div>
        }
    });
    let last = with.map(|with| {
        html! { <div key="equation" class="ps-panel__item" role="listitem">{ equation(with) }</div> }
    });
    html! {
        <section key={panel.slug} class="ps-panel" id={panel.slug} aria-labelledby={title.clone()}>
            <h2 class="ps-title" id={title}>{ panel.title }</h2>
            <div class="ps-panel__cards" role="list">{ for cards.chain(last) }</div>
        </section>
    }
}
