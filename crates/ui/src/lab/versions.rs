//! Saved models, compared.

use plimsoll_report::lab::LabAction;
use plimsoll_report::view::lab::{VersionRow, VersionsView};
use yew::{Callback, Html, html};

use super::field::{choice, entry};
use super::numbers::numbers;
use crate::events::{on_pressed, on_pressed_while};
use crate::ids::flag;
use crate::words::{maybe, words};

/// The saved models, files, and what a change of score is made of.
pub(super) fn versions(view: &VersionsView, dispatch: &Callback<LabAction>) -> Html {
    let save = on_pressed_while(view.can_save, dispatch, LabAction::VersionSaved);
    let export = on_pressed(dispatch, LabAction::Version { what: "export", slug: String::new() });
    html! {
        <>
            <div class="ps-lab__row">
                { entry("Name of the model", true, &view.name, dispatch) }
                <button type="button" class="ps-button" aria-disabled={flag(!view.can_save)} onclick={save}>{ "Save this model" }</button>
                <button type="button" class="ps-button" onclick={export}>{ "Export as a file" }</button>
                <label class="ps-button" for="lab-file">{ "Import a file" }</label>
                <input class="ps-unseen" id="lab-file" type="file" accept=".json,application/json" />
            </div>
            <p class="ps-lab__soft" aria-live="polite">{ view.room.as_str() }</p>
            <div aria-live="polite">{ refused(&view.refused) }</div>
            <ul class="ps-versions" aria-label="Saved models">{ for view.versions.iter().map(|each| version(each, dispatch)) }</ul>
            <div class="ps-lab__row">
                { choice("compare/model", "Compare with", true, &view.models, dispatch) }
                { choice("compare/moment", "And with the accounts as of", true, &view.moments, dispatch) }
            </div>
            <div aria-live="polite">{ words("h3", "ps-ahead__finding", &view.finding) }</div>
            { maybe("p", "ps-lab__soft", view.note.as_ref()) }
            { for view.split.iter().map(numbers) }
        </>
    }
}

fn refused(reasons: &[String]) -> Html {
    if reasons.is_empty() {
        return Html::default();
    }
    html! {
        <>
            { words("p", "ps-problem", "The file was not taken, and everything is as it was:") }
            <ul class="ps-lab__notes">{ for reasons.iter().map(|reason| words("li", "ps-lab__soft", reason)) }</ul>
        </>
    }
}

fn version(row: &VersionRow, dispatch: &Callback<LabAction>) -> Html {
    let button = |what: &'static str, label: &str| {
        let onclick = on_pressed(dispatch, LabAction::Version { what, slug: row.name.clone() });
        html! { <button type="button" class="ps-button" aria-label={[label, " ", &row.name].concat()} {onclick}>{ label }</button> }
    };
    html! {
        <li key={row.name.as_str()} class="ps-version" aria-current={row.is_open.then_some("true")}>
            { words("span", "ps-version__name", &row.name) }{ words("span", "ps-lab__soft", &row.about) }
            <span class="ps-version__ways">{ button("open", "Open") }{ button("export", "Export") }{ button("remove", "Remove") }</span>
        </li>
    }
}
