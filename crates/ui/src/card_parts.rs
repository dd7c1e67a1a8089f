//! The parts of a card: value, band, change, verdict, neighbours.

use plimsoll_report::view::{Change, Comparison, Value, Verdict};
use yew::{Html, html};

use crate::icons::bracket;
use crate::ids::{reading, standing};

/// The value with its unit, or a dash with the reason and the way out.
pub(crate) fn value(value: &Value) -> Html {
    match value {
        Value::Known { text, unit, annual, note } => html! {
            <div class="ps-value">
                <p class="ps-value__line">
                    <span class="ps-value__text">{ text.as_str() }</span>
                    { " " }<span class="ps-value__unit">{ unit.as_str() }</span>
                </p>
                <p class="ps-value__annual">{ annual.as_deref() }</p>
                <p class="ps-value__note">{ note.as_deref() }</p>
            </div>
        },
        Value::Undefined { reason, way_out } => html! {
            <div class="ps-value ps-value--undefined">
                <p class="ps-value__line"><span class="ps-value__text" aria-hidden="true">{ "–" }</span></p>
                <p class="ps-value__reason">{ reason.as_str() }</p>
                <p class="ps-value__way-out">{ way_out.as_deref() }</p>
            </div>
        },
    }
}

/// The band's name on its colour.
pub(crate) fn chip(verdict: Option<&Verdict>) -> Html {
    let Some(verdict) = verdict else { return Html::default() };
    html! { <p class="ps-chip" data-standing={standing(verdict.standing)}>{ verdict.band }</p> }
}

/// What the levers changed.
pub(crate) fn change(change: Option<&Change>) -> Html {
    let Some(change) = change else { return Html::default() };
    html! {
        <p class="ps-change" data-reading={reading(change.reading)}>
            <span class="ps-change__values">
                { change.before.as_str() }{ arrow() }<strong>{ change.after.as_str() }</strong>
            </span>
            { " " }<span class="ps-change__delta">{ change.delta.as_str() }</span>
            { " " }<span class="ps-change__reading">{ reading(change.reading) }</span>
            { " " }<span class="ps-change__band">{ change.band.as_deref() }</span>
        </p>
    }
}

/// An arrow that is read as the word it stands for.
fn arrow() -> Html {
    html! { <><span class="ps-arrow" aria-hidden="true">{ " → " }</span><span class="ps-unseen">{ " to " }</span></> }
}

/// What the band means, and where the target is.
pub(crate) fn verdict(verdict: Option<&Verdict>) -> Html {
    let Some(verdict) = verdict else { return Html::default() };
    html! {
        <p class="ps-verdict">
            <span class="ps-verdict__meaning">{ verdict.meaning }</span>
            { " " }<span class="ps-verdict__target">{ verdict.target.as_deref() }</span>
        </p>
    }
}

/// The neighbours. The first one is the segment, which is also the bracket on the scale.
pub(crate) fn comparisons(comparisons: &[Comparison], has_bracket: bool) -> Html {
    let rows = comparisons.iter().enumerate().map(|(row, neighbour)| {
        let key = if has_bracket && neighbour.quartiles.is_some() { bracket() } else { Html::default() };
        html! {
            <div key={row} class="ps-neighbour" data-reading={reading(neighbour.reading)}>
                <dt class="ps-neighbour__who"><span class="ps-neighbour__key">{ key }</span>{ neighbour.who.as_str() }</dt>
                <dd class="ps-neighbour__median">{ "median " }{ neighbour.median.as_str() }</dd>
                <dd class="ps-neighbour__standing">{ neighbour.standing.as_str() }</dd>
                <dd class="ps-neighbour__quartiles">
                    { neighbour.quartiles.as_ref().map(|span| ["middle half ", span].concat()) }
                </dd>
            </div>
        }
    });
    html! { <dl class="ps-neighbours">{ for rows }</dl> }
}
