//! How a value came about: the formula in names and in the user's numbers, the bands, and where both are from.

use plimsoll_report::view::{Card, Explanation, SourceNote, Step, Stretch};
use yew::{Html, html};

use crate::ids::{flag, standing};
use crate::words::{maybe, words};

/// Everything behind a card's value.
pub fn explanation(explanation: &Explanation, card: &Card) -> Html {
    let bands = card.scale.as_ref().map(|scale| scale.stretches.as_slice()).unwrap_or_default();
    let formulas = explanation.formula_sources.iter().map(|each| ("Formula: ", each));
    let bands_source = explanation.band_source.iter().map(|each| ("Bands: ", each));
    html! {
        <div class="ps-why">
            { words("p", "", explanation.meaning) }
            <ol class="ps-steps">{ for explanation.steps.iter().enumerate().map(|(row, each)| step(row, each)) }</ol>
            { maybe("p", "ps-why__aside", explanation.window.as_ref()) }
            <ul class="ps-bands">{ for bands.iter().rev().map(band) }</ul>
            <ul class="ps-sources">{ for formulas.chain(bands_source).enumerate().map(|(row, each)| source(row, each)) }</ul>
            { words("p", "ps-why__aside", explanation.dissent.unwrap_or_default()) }
        </div>
    }
}

fn step(row: usize, step: &Step) -> Html {
    html! {
        <li key={row} class="ps-step">
            { words("p", "ps-step__name", &step.name) }
            { words("p", "ps-step__line ps-step__formula", &equals(&step.formula)) }
            { maybe("p", "ps-step__line", step.numbers.as_deref().map(equals).as_ref()) }
            { words("p", "ps-step__line ps-step__result", &equals(&step.result)) }
        </li>
    }
}

fn equals(text: &str) -> String {
    ["= ", text].concat()
}

fn band(stretch: &Stretch) -> Html {
    html! {
        <li key={stretch.from.0} class="ps-bands__row" data-standing={standing(stretch.standing)}
            aria-current={flag(stretch.is_current)}>
            <span class="ps-bands__swatch" aria-hidden="true"></span>
            { words("span", "", &stretch.name) }{ " " }{ words("span", "", &stretch.span) }
        </li>
    }
}

/// A source in a line: what it is the source of, its title, and the kind of evidence.
pub(crate) fn source(row: usize, (of, source): (&str, &SourceNote)) -> Html {
    html! { <li key={row}>{ [of, &source.text, " (", &source.evidence, ")"].concat() }</li> }
}
