//! How a value came about: the formula in names and in the user's numbers, the bands, and where both are from.

use plimsoll_report::view::{Card, SourceNote, Step, Stretch};
use yew::{Html, html};

use crate::ids::{flag, standing};

/// Everything behind a card's value.
pub fn explanation(card: &Card) -> Html {
    let explanation = &card.explanation;
    let bands = card.scale.as_ref().map(|scale| scale.stretches.as_slice()).unwrap_or_default();
    html! {
        <div class="ps-why">
            <p class="ps-why__meaning">{ explanation.meaning }</p>
            <ol class="ps-steps">{ for explanation.steps.iter().enumerate().map(|(row, each)| step(row, each)) }</ol>
            <p class="ps-why__window">{ explanation.window.as_deref() }</p>
            <ul class="ps-bands">{ for bands.iter().rev().map(band) }</ul>
            <ul class="ps-sources">
                { for explanation.formula_sources.iter().enumerate().map(|(row, each)| source(row, "Formula: ", each)) }
            </ul>
            <ul class="ps-sources">
                { for explanation.band_source.iter().enumerate().map(|(row, each)| source(row, "Bands: ", each)) }
            </ul>
            <p class="ps-why__dissent">{ explanation.dissent }</p>
        </div>
    }
}

fn step(row: usize, step: &Step) -> Html {
    html! {
        <li key={row} class="ps-step">
            <span class="ps-step__name">{ step.name.as_str() }</span>
            { " " }<span class="ps-step__formula">{ "= " }{ step.formula.as_str() }</span>
            { " " }<span class="ps-step__numbers">{ step.numbers.as_ref().map(|numbers| ["= ", numbers].concat()) }</span>
            { " " }<span class="ps-step__result">{ "= " }<strong>{ step.result.as_str() }</strong></span>
        </li>
    }
}

fn band(stretch: &Stretch) -> Html {
    html! {
        <li key={stretch.name} class="ps-bands__row" data-standing={standing(stretch.standing)}
            aria-current={flag(stretch.is_current)}>
            <span class="ps-bands__swatch" aria-hidden="true"></span>
            <span class="ps-bands__name">{ stretch.name }</span>
            { " " }<span class="ps-bands__span">{ stretch.span.as_str() }</span>
        </li>
    }
}

/// A source in a line: what it is the source of, its title, and the kind of evidence.
pub(crate) fn source(row: usize, of: &'static str, source: &SourceNote) -> Html {
    html! {
        <li key={row} class="ps-sources__row">
            { of }{ source.text.as_str() }{ " (" }{ source.evidence.as_str() }{ ")" }
        </li>
    }
}
