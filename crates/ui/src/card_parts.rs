//! The parts of a card: value, band, change, verdict, neighbours.

use plimsoll_report::Action;
use plimsoll_report::view::{
    BandChance, Card, Certainty, Change, Comparison, OtherVoice, OtherVoices, Value, Verdict,
};
use yew::{Callback, Html, html};

use crate::icons::bracket;
use crate::ids::{id, reading, standing};
use crate::select::Select;
use crate::words::{maybe, words};

/// The value with its unit, or a dash with the reason and the way out.
pub(crate) fn value(value: &Value) -> Html {
    match value {
        Value::Known { text, unit, annual, note } => html! {
            <div key="known" class="ps-value">
                <p class="ps-value__line">
                    { words("span", "ps-value__text", text) }{ " " }{ words("span", "ps-value__unit", unit) }
                </p>
                { maybe("p", "ps-value__annual", annual.as_ref()) }
                { maybe("p", "ps-value__note", note.as_ref()) }
            </div>
        },
        Value::Undefined { reason, way_out } => html! {
            <div key="undefined" class="ps-value ps-value--undefined">
                <p class="ps-value__line" aria-hidden="true">{ words("span", "ps-value__text", "–") }</p>
                { words("p", "ps-value__reason", reason) }
                { maybe("p", "ps-value__way-out", way_out.as_ref()) }
            </div>
        },
    }
}

/// The band's name on its colour.
pub(crate) fn chip(verdict: Option<&Verdict>) -> Html {
    let Some(verdict) = verdict else { return Html::default() };
    html! { <p class="ps-chip" data-standing={standing(verdict.standing)}>{ &*verdict.band }</p> }
}

/// What the levers changed.
pub(crate) fn change(change: Option<&Change>) -> Html {
    let Some(change) = change else { return Html::default() };
    let reading = reading(change.reading);
    html! {
        <p class="ps-change" data-reading={reading}>
            { change.before.as_str() }
            <span class="ps-arrow" aria-hidden="true">{ " → " }</span>{ words("span", "ps-unseen", " to ") }
            { words("strong", "", &change.after) }{ " " }
            { words("span", "ps-change__delta", &change.delta) }{ " " }
            { words("span", "ps-change__delta", reading) }{ " " }
            { maybe("span", "ps-change__band", change.band.as_ref()) }
        </p>
    }
}

/// What the band means, and where the target is.
pub(crate) fn verdict(verdict: Option<&Verdict>) -> Html {
    let Some(verdict) = verdict else { return Html::default() };
    html! {
        <div class="ps-verdict">
            { words("p", "ps-verdict__meaning", &verdict.meaning) }
            { maybe("p", "ps-verdict__target", verdict.target.as_ref()) }
        </div>
    }
}

/// The neighbours. Whose quartiles are known is the segment, which is also the bracket on the scale.
pub(crate) fn comparisons(comparisons: &[Comparison], has_bracket: bool) -> Html {
    let rows = comparisons.iter().enumerate().map(|(row, neighbour)| {
        let is_bracket = has_bracket && neighbour.quartiles.is_some();
        let median = ["median ", &neighbour.median].concat();
        html! {
            <div key={row} class="ps-neighbour" data-reading={reading(neighbour.reading)}>
                <dt class="ps-neighbour__who">
                    { if is_bracket { bracket() } else { Html::default() } }{ neighbour.who.as_str() }
                </dt>
                { words("dd", "", &median) }
                { words("dd", "ps-neighbour__more", &neighbour.standing) }
                { maybe("dd", "ps-neighbour__more", neighbour.quartiles.as_ref()) }
            </div>
        }
    });
    html! { <dl class="ps-neighbours">{ for rows }</dl> }
}

/// How far the counts behind the value can be trusted.
pub(crate) fn certainty(certainty: Option<&Certainty>) -> Html {
    let Some(certainty) = certainty else { return Html::default() };
    let chance = |(row, chance): (usize, &BandChance)| {
        html! {
            <li key={row} class="ps-chance" data-standing={standing(chance.standing)}>
                <span class="ps-bands__swatch" aria-hidden="true"></span>
                { words("span", "", &chance.band) }{ " " }{ words("span", "ps-chance__share", &chance.chance) }
            </li>
        }
    };
    html! {
        <details class="ps-certainty">
            <summary class="ps-certainty__verdict">
                { if certainty.verdict.is_empty() { "How sure is this?" } else { certainty.verdict.as_str() } }
            </summary>
            { words("p", "", &certainty.sentence) }
            <ul class="ps-chances" aria-label="Chance of each band">{ for certainty.chances.iter().enumerate().map(chance) }</ul>
        </details>
    }
}

/// What else is published, each with its source.
pub(crate) fn others(card: &Card, dispatch: &Callback<Action>) -> Html {
    let Some(others) = &card.others else { return Html::default() };
    let row = |(place, other): (usize, &OtherVoice)| {
        html! {
            <li key={place} class="ps-other" data-reading={reading(other.reading)}>
                { words("span", "ps-other__who", &other.who) }{ " " }{ words("span", "ps-other__said", &other.said) }
                { words("span", "ps-other__source", &[&other.source.text, " (", &other.source.evidence, ")"].concat()) }
            </li>
        }
    };
    let summary = if others.summary.is_empty() { "What others say" } else { others.summary.as_str() };
    html! {
        <details class="ps-certainty">
            <summary class="ps-certainty__verdict">{ summary }</summary>
            { read_by(card.slug, others, dispatch) }
            <ul class="ps-others">{ for others.rows.iter().enumerate().map(row) }</ul>
        </details>
    }
}

/// Which table the value is read by, where sources draw their ranges differently.
fn read_by(metric: &'static str, others: &OtherVoices, dispatch: &Callback<Action>) -> Html {
    let Some(said) = &others.by_table else { return Html::default() };
    let field = id(&["ranges-", metric]);
    let on_choose = dispatch.reform(move |text| Action::Asked { what: ["ranges.", metric].concat(), text });
    html! {
        <div class="ps-card__convention">
            <label class="ps-choice__label" for={field.clone()}>{ "Read by" }</label>
            <Select id={field} described_by="" options={others.tables.clone()} {on_choose} />
            { words("p", "", said) }
        </div>
    }
}
