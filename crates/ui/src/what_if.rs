//! The levers and the sentence about them.

use std::rc::Rc;

use plimsoll_report::Action;
use plimsoll_report::view::{ChurnScope, WhatIf};
use yew::{Callback, Html, Properties, component, html};

use crate::events::on_pressed_while;
use crate::ids::flag;
use crate::lever::Lever;
use crate::radios::radios;

/// What a [`WhatIfStrip`] shows.
#[derive(Clone, PartialEq, Properties)]
pub struct WhatIfStripProps {
    /// The levers and their sentence.
    pub what_if: Rc<WhatIf>,
    /// Told what was moved.
    pub dispatch: Callback<Action>,
}

/// The levers.
#[component]
pub fn WhatIfStrip(props: &WhatIfStripProps) -> Html {
    let what_if = &*props.what_if;
    let levers = what_if.levers.iter().map(|lever| {
        html! { <Lever key={lever.slug} lever={Rc::new(lever.clone())} dispatch={props.dispatch.clone()} /> }
    });
    let on_scope = props.dispatch.reform(|value: String| Action::ChurnScopeChosen(scope(&value)));
    html! {
        <section class="ps-what-if" data-at-rest={flag(what_if.at_rest)} aria-labelledby="what-if">
            <div class="ps-what-if__head">
                <h2 class="ps-title" id="what-if">{ "What if" }</h2>
                <p class="ps-what-if__sentence" aria-live="polite">{ what_if.sentence.as_str() }</p>
            </div>
            <div class="ps-what-if__levers">{ for levers }</div>
            <div class="ps-what-if__foot">
                { radios("churn-scope", "Churn moves", &what_if.churn_scopes, &on_scope) }
                <button type="button" class="ps-button" aria-disabled={flag(what_if.at_rest)}
                    onclick={on_pressed_while(!what_if.at_rest, &props.dispatch, Action::LeversReset)}>
                    { "Reset levers" }
                </button>
            </div>
        </section>
    }
}

fn scope(value: &str) -> ChurnScope {
    match value {
        "customers" => ChurnScope::Customers,
        "revenue" => ChurnScope::Revenue,
        _ => ChurnScope::Both,
    }
}
