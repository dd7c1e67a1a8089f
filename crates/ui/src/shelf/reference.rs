//! Every definition.

use plimsoll_report::Action;
use plimsoll_report::view::{Definition, DefinitionPanel, ReferenceView};
use yew::{Callback, Html, html};

use crate::events::on_pressed;
use crate::explanation::source;
use crate::ids::id;
use crate::words::{maybe, named, words};

/// Every definition, by panel, each folded away behind its name.
pub(super) fn reference(view: &ReferenceView, dispatch: &Callback<Action>) -> Html {
    html! {
        <>
            { words("h2", "ps-title", "Reference") }
            { words("p", "ps-lead", "Every metric: what it means, how it is worked out, what it needs, and where formula and bands are from.") }
            { for view.panels.iter().map(|each| panel(each, dispatch)) }
        </>
    }
}

fn panel(panel: &DefinitionPanel, dispatch: &Callback<Action>) -> Html {
    let title = id(&["reference-", panel.slug]);
    html! {
        <section key={panel.slug} class="ps-convention" aria-labelledby={title.clone()}>
            { named("h3", "ps-convention__title", &title, panel.title) }
            { for panel.definitions.iter().map(|each| definition(each, dispatch)) }
        </section>
    }
}

fn definition(of: &Definition, dispatch: &Callback<Action>) -> Html {
    let figures = of.figures.iter().map(|(name, meaning)| {
        html! { <li key={*name}>{ words("strong", "", name) }{ ": " }{ *meaning }</li> }
    });
    let bands = of.bands.iter().map(|(name, span)| {
        html! { <li key={name.as_str()}>{ words("strong", "", name) }{ ": " }{ span.as_str() }</li> }
    });
    let stands_for = of.stands_for.map(|head| ["Another convention for: ", head, "."].concat());
    html! {
        <details key={of.slug} class="ps-definition">
            <summary class="ps-definition__name">
                { words("span", "ps-definition__term", &of.term) }{ " " }{ words("span", "ps-definition__plain", of.plain) }
            </summary>
            <div class="ps-definition__body">
                { words("p", "", of.meaning) }
                { maybe("p", "ps-why__aside", stands_for.as_ref()) }
                <p class="ps-step__line">{ "= " }{ of.formula.as_str() }</p>
                { words("p", "ps-why__aside", &[of.unit, "; ", of.direction, "."].concat()) }
                { maybe("p", "ps-why__aside", of.annual.map(|annual| ["To a year: ", annual, "."].concat()).as_ref()) }
                { words("h4", "ps-definition__head", if of.figures.is_empty() { "" } else { "What it needs" }) }
                <ul class="ps-definition__list">{ for figures }</ul>
                { words("h4", "ps-definition__head", if of.bands.is_empty() { "" } else { "Bands, by the year" }) }
                <ul class="ps-definition__list">{ for bands }</ul>
                <ul class="ps-sources">{ for of.sources.iter().enumerate().map(|(row, each)| source(row, ("", each))) }</ul>
                <button type="button" class="ps-link"
                    onclick={on_pressed(dispatch, Action::ViewOpened(["relations:", of.slug].concat()))}>
                    { "See what feeds it" }
                </button>
            </div>
        </details>
    }
}
