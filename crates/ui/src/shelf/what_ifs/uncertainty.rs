//! How sure it is: ranges, fans of the months ahead, percentiles and chances, and which range matters most.

use plimsoll_report::Action;
use plimsoll_report::view::{BandShare, RangeField, SpreadRow, UncertaintyView, WeightRow};
use yew::{Callback, Html, html};

use super::ask::ask;
use super::entry::asked;
use super::fan::fan;
use super::projection::numbers;
use crate::events::on_pressed;
use crate::ids::{flag, standing};
use crate::scale::percent;
use crate::words::{maybe, words};

/// How sure everything is that rests on a range: the section as it stands on the view of scenarios.
pub fn uncertainty(view: &UncertaintyView, dispatch: &Callback<Action>) -> Html {
    html! {
        <section class="ps-asked ps-unsure" aria-labelledby="uncertainty" data-stale={flag(view.is_stale)}>
            <h3 class="ps-convention__title" id="uncertainty">{ "How sure is it?" }</h3>
            <div aria-live="polite">
                { words("p", "ps-tornado__finding", &view.finding) }
                { maybe("p", "ps-problem", view.problem.as_ref()) }
            </div>
            { words("p", "ps-convention__formula", &view.about) }
            { example(view, dispatch) }
            { ranges(view, dispatch) }
            { fans(view) }
            { spreads(view) }
            { maybe("p", "ps-goal__note", view.left_out.as_ref()) }
            { weights(view, dispatch) }
        </section>
    }
}

fn example(view: &UncertaintyView, dispatch: &Callback<Action>) -> Html {
    let Some(example) = &view.example else { return Html::default() };
    let typed = Action::Asked { what: example.what.clone(), text: example.text.clone() };
    html! {
        <button type="button" class="ps-button ps-button--primary" onclick={on_pressed(dispatch, typed)}>{ example.label.as_str() }</button>
    }
}

fn ranges(view: &UncertaintyView, dispatch: &Callback<Action>) -> Html {
    let seed = Action::Asked { what: view.seed.key.clone(), text: view.next_seed.clone() };
    html! {
        <details class="ps-unsure__ranges" id="ranges">
            { words("summary", "", &view.summary) }
            { words("p", "ps-goal__note", "“30k to 45k” is where nine of ten lie, “2 to 3 to 6” least, likeliest and most. “uniform 2 to 4” \
                makes all alike likely, “lognormal 2 to 8” leaves a long way up. One number is certain.") }
            <div class="ps-unsure__fields">{ for view.fields.iter().map(|each| range(each, dispatch)) }</div>
            <div class="ps-asks">
                { ask(&view.more, dispatch) }
                { asked("Seed of the draws", &view.seed, dispatch) }
                <button type="button" class="ps-button ps-unsure__seed" onclick={on_pressed(dispatch, seed)}>{ "Draw with another seed" }</button>
            </div>
        </details>
    }
}

fn range(field: &RangeField, dispatch: &Callback<Action>) -> Html {
    html! {
        <div key={field.label}>
            { asked(field.label, &field.entry, dispatch) }
            { words("p", "ps-goal__note", &field.reading) }
        </div>
    }
}

fn fans(view: &UncertaintyView) -> Html {
    if view.fans.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h4 class="ps-scenario__title">{ "ARR ahead" }</h4>
            <ul class="ps-fan__key">
                <li data-part="outer">{ "nine of ten draws" }</li><li data-part="inner">{ "half of them" }</li>
                <li data-part="middle">{ "the median" }</li><li data-part="exact">{ "the exact projection" }</li>
            </ul>
            <div class="ps-fans">{ for view.fans.iter().map(fan) }</div>
            { numbers(&view.table) }
        </>
    }
}

fn spreads(view: &UncertaintyView) -> Html {
    if view.spreads.is_empty() {
        return Html::default();
    }
    let heads = ["5th percentile", "25th", "Median", "75th", "95th", view.bands_head];
    let heads = heads.into_iter().map(|head| html! { <th key={head} scope="col">{ head }</th> });
    html! {
        <>
            <h4 class="ps-scenario__title" id="spreads-title">{ "Every metric that rests on a range" }</h4>
            <div class="ps-scroll" tabindex="0" role="group" aria-labelledby="spreads-title">
                <table class="ps-table ps-spreads" id="spreads">
                    <thead><tr><th scope="col">{ "Metric" }</th>{ for heads }</tr></thead>
                    <tbody>{ for view.spreads.iter().map(spread) }</tbody>
                </table>
            </div>
        </>
    }
}

fn spread(row: &SpreadRow) -> Html {
    let values = match &row.values {
        Ok(values) => {
            html! { { for values.iter().enumerate().map(|(place, value)| html! { <td key={place}>{ value.as_str() }</td> }) } }
        }
        Err(reason) => html! { <td colspan="5" class="ps-table__words">{ reason.as_str() }</td> },
    };
    html! {
        <tr key={row.slug}>
            <th scope="row">
                { words("span", "ps-convention__name", &row.term) }
                { words("span", "ps-convention__formula", &row.unit) }
                { maybe("span", "ps-convention__formula", row.left_out.as_ref()) }
            </th>
            { values }
            <td class="ps-table__words">{ chances(&row.bands) }</td>
        </tr>
    }
}

/// The strip for the eye, and the same in words.
fn chances(bands: &[BandShare]) -> Html {
    if bands.is_empty() {
        return words("span", "ps-convention__formula", "no bands");
    }
    let part = |band: &BandShare| {
        html! {
            <rect key={&*band.name} x={percent(band.from)} width={percent(band.length)} height="10" data-standing={standing(band.standing)} />
        }
    };
    let said = |band: &BandShare| {
        html! {
            <li key={&*band.name} data-standing={standing(band.standing)}>{ [&*band.name, " ", &band.share].concat() }</li>
        }
    };
    html! {
        <>
            <svg class="ps-spreads__strip" width="100%" height="10" focusable="false" aria-hidden="true">{ for bands.iter().map(part) }</svg>
            <ul class="ps-spreads__bands">{ for bands.iter().map(said) }</ul>
        </>
    }
}

fn weights(view: &UncertaintyView, dispatch: &Callback<Action>) -> Html {
    if view.ask.options.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h4 class="ps-scenario__title">{ "Which range matters most" }</h4>
            <div class="ps-asks">{ ask(&view.ask, dispatch) }</div>
            <div aria-live="polite">{ words("p", "ps-goal__sentence", &view.most) }</div>
            <ol class="ps-weights" id="weights">{ for view.weights.iter().map(weight) }</ol>
        </>
    }
}

fn weight(row: &WeightRow) -> Html {
    html! {
        <li key={row.slug.as_str()} class="ps-weight">
            { words("span", "ps-convention__name", row.label) }
            <svg class="ps-weight__bar" width="100%" height="12" focusable="false" aria-hidden="true">
                <rect width={percent(row.length)} height="12" data-against={flag(row.is_against)} />
            </svg>
            <span class="ps-weight__said">{ words("span", "ps-convention__value", &row.correlation) }{ row.way }</span>
        </li>
    }
}
