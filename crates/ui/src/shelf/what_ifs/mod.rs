//! The view of what-ifs.

use plimsoll_report::Action;
use plimsoll_report::view::{ScenarioView, WhatIfsView};
use yew::{Callback, Html, html};

use crate::words::words;

/// Scenarios, goals, sensitivity and projection.
pub(super) fn what_ifs(view: &WhatIfsView, _dispatch: &Callback<Action>) -> Html {
    let scenario =
        |scenario: &ScenarioView| html! { <li key={scenario.slug.as_str()}>{ scenario.name.as_str() }</li> };
    html! {
        <>
            { words("h2", "ps-title", "Scenarios") }
            <ul>{ for view.scenarios.iter().map(scenario) }</ul>
        </>
    }
}
