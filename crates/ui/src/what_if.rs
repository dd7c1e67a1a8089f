//! The levers and the sentence about them.

use plimsoll_report::Action;
use plimsoll_report::view::{ChurnScope, KeepView, WhatIf};
use yew::{Callback, Html, html};

use crate::events::on_pressed_while;
use crate::ids::flag;
use crate::lever::lever;
use crate::radios::radios;
use crate::words::words;

/// The levers.
pub fn what_if(what_if: &WhatIf, dispatch: &Callback<Action>) -> Html {
    let on_scope = dispatch.reform(|value: String| Action::ChurnScopeChosen(scope(&value)));
    html! {
        <section class="ps-what-if" data-at-rest={flag(what_if.at_rest)} aria-labelledby="what-if">
            <div class="ps-what-if__head">
                <h2 class="ps-title" id="what-if">{ "What if" }</h2>
                <p class="ps-what-if__sentence" aria-live="polite">{ what_if.sentence.as_str() }</p>
            </div>
            <div class="ps-what-if__levers">{ for what_if.levers.iter().map(|each| lever(each, dispatch)) }</div>
            <div class="ps-what-if__foot">
                { radios("churn-scope", "Churn moves", &what_if.churn_scopes, &on_scope) }
                <div class="ps-keep">
                { keep(&what_if.keep, !what_if.at_rest, dispatch) }
                <button type="button" class="ps-button" aria-disabled={flag(what_if.at_rest)}
                    onclick={on_pressed_while(!what_if.at_rest, dispatch, Action::LeversReset)}>
                    { "Reset levers" }
                </button>
                </div>
            </div>
        </section>
    }
}

/// The button that keeps the levers as a scenario, with how many are kept.
pub(crate) fn keep(keep: &KeepView, has_levers: bool, dispatch: &Callback<Action>) -> Html {
    let can = keep.can && has_levers;
    html! {
        <>
            { words("p", "ps-keep__about", &keep.about) }
            <button type="button" class="ps-button" aria-disabled={flag(!can)}
                onclick={on_pressed_while(can, dispatch, Action::ScenarioKept)}>
                { if has_levers { keep.label } else { "Keep the levers as a scenario" } }
            </button>
        </>
    }
}

fn scope(value: &str) -> ChurnScope {
    match value {
        "customers" => ChurnScope::Customers,
        "revenue" => ChurnScope::Revenue,
        _ => ChurnScope::Both,
    }
}
