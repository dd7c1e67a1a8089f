//! The scenarios as they are made: the reader's own with their moves, one row a lever.

use plimsoll_report::Action;
use plimsoll_report::view::{EntryView, MoveView, ScenarioView, ScenariosView};
use yew::{Callback, Html, html};

use super::entry::{entry, select};
use crate::events::{on_left, on_pressed, on_pressed_while, on_typed};
use crate::ids::{flag, id};
use crate::what_if::keep;
use crate::words::{maybe, named, words};

/// The scenarios, and the way to one more.
pub(super) fn scenarios(view: &ScenariosView, dispatch: &Callback<Action>) -> Html {
    let (own, ready): (Vec<_>, Vec<_>) = view.scenarios.iter().partition(|scenario| scenario.is_own);
    html! {
        <section class="ps-convention" aria-labelledby="scenarios-title">
            { named("h3", "ps-convention__title", &"scenarios-title".into(), "What is compared") }
            <dl class="ps-ready">{ for ready.into_iter().map(|each| ready_made(each, view.keep.can, dispatch)) }</dl>
            <div class="ps-scenarios">{ for own.into_iter().map(|scenario| editor(scenario, dispatch)) }</div>
            <div class="ps-keep">{ keep(&view.keep, true, dispatch) }</div>
        </section>
    }
}

fn ready_made(scenario: &ScenarioView, can: bool, dispatch: &Callback<Action>) -> Html {
    let copy = scenario.copy.clone().map(|(name, moves)| {
        let onclick = on_pressed_while(can, dispatch, Action::ScenarioMade { name, moves });
        let label = ["Copy ", &scenario.name, " as a scenario of my own"].concat();
        html! { <button type="button" class="ps-link" aria-disabled={flag(!can)} aria-label={label} {onclick}>{ "copy and change" }</button> }
    });
    html! {
        <div key={scenario.slug.as_str()} class="ps-ready__row">
            { words("dt", "ps-convention__name", &scenario.name) }
            <dd>
                { scenario.about.as_str() }{ " " }{ copy.unwrap_or_default() }
                { for scenario.left_out.iter().map(|text| words("p", "ps-problem", text)) }
            </dd>
        </div>
    }
}

fn editor(scenario: &ScenarioView, dispatch: &Callback<Action>) -> Html {
    let slug = scenario.slug.clone();
    let told = slug.clone();
    let oninput = on_typed(dispatch, move |text| Action::ScenarioTold { key: told.clone(), text });
    let (title, name) = (id(&["scenario-title-", &slug]), id(&["scenario-name-", &slug]));
    html! {
        <article key={slug.as_str()} class="ps-scenario" id={id(&["scenario-", &slug])} aria-labelledby={title.clone()}>
            { named("h4", "ps-scenario__title", &title, &scenario.name) }
            { words("p", "ps-scenario__about", &scenario.about) }
            <div class="ps-scenario__head">
                <label class="ps-choice__label" for={name.clone()}>{ "Name" }</label>
                <input class="ps-input ps-scenario__name" id={name} type="text" maxlength="60" autocomplete="off"
                    value={scenario.text.clone()} {oninput} onblur={on_left(dispatch)} />
                <button type="button" class="ps-button" aria-label={["Remove ", &scenario.name].concat()}
                    onclick={on_pressed(dispatch, Action::ScenarioRemoved(slug))}>{ "Remove" }</button>
            </div>
            { for scenario.moves.iter().map(|each| move_of(each, dispatch)) }
        </article>
    }
}

fn move_of(of: &MoveView, dispatch: &Callback<Action>) -> Html {
    let by = of.by_key.clone();
    let on_choose = dispatch.reform(move |text| Action::ScenarioTold { key: by.clone(), text });
    let field = |label: &str, field: &EntryView| {
        let key = field.key.clone();
        let oninput = on_typed(dispatch, move |text| Action::ScenarioTold { key: key.clone(), text });
        entry(&[of.label, ", ", label].concat(), false, field, oninput, dispatch)
    };
    html! {
        <div key={of.label} class="ps-move" role="group" aria-label={of.label}>
            { words("span", "ps-move__label", of.label) }
            { select(&of.by_key, &[of.label, ", by or to"].concat(), false, &of.by, on_choose) }
            { field("how far", &of.amount) }
            { field("over how many months", &of.months) }
            { maybe("p", "ps-move__effect", of.effect.as_ref()) }
        </div>
    }
}
