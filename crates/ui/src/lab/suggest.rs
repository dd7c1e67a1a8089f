//! Weights that the accounts suggest.

use plimsoll_report::lab::LabAction;
use plimsoll_report::view::lab::{SuggestView, SuggestedRow, SuggestedView};
use yew::{Callback, Html, html};

use super::check::{asks, found, way_out};
use super::ranges::dot;
use crate::events::on_pressed;
use crate::scale::percent;
use crate::words::{maybe, words};

/// The question, how far it is, and the answer.
pub(super) fn suggest(view: &SuggestView, dispatch: &Callback<LabAction>) -> Html {
    let button = |label: &'static str, action: LabAction| html! { <button type="button" class="ps-button" onclick={on_pressed(dispatch, action)}>{ label }</button> };
    let asks = asks(
        (view.ask, LabAction::SuggestionAsked),
        ("Weights are being learnt", LabAction::SuggestionStopped),
        view.progress.as_ref(),
        dispatch,
    );
    let back = if view.is_tried {
        button("Back to your weights", LabAction::SuggestionLeft)
    } else {
        Html::default()
    };
    html! {
        <>
            { words("p", "ps-lead", view.about) }
            <div class="ps-lab__row">{ asks }{ back }</div>
            <div aria-live="polite">
                { words("p", "ps-problem", view.stale.unwrap_or_default()) }
                { way_out(view.refusal.as_ref()) }
                { for view.answer.iter().map(|each| answer(each, button("Try these weights", LabAction::SuggestionTried))) }
            </div>
        </>
    }
}

fn answer(view: &SuggestedView, attempt: Html) -> Html {
    html! {
        <>
            { found(&view.finding, &view.about, &view.cautions) }
            <div class="ps-scroll" tabindex="0" role="group" aria-label="Suggested weights">
                <table class="ps-table ps-suggested">
                    { words("caption", "ps-unseen", "Suggested weights, of a hundred in all") }
                    <thead><tr>
                        <th scope="col">{ "Indicator" }</th><th scope="col" data-number="true">{ "Yours" }</th>
                        <th scope="col" data-number="true">{ "Suggested" }</th><th scope="col" data-number="true">{ "95% interval" }</th>
                        <td class="ps-lab__soft">{ "The ring is yours, the dot the suggestion." }</td>
                    </tr></thead>
                    <tbody>{ for view.rows.iter().map(row) }</tbody>
                </table>
            </div>
            { if view.can_try { attempt } else { Html::default() } }
        </>
    }
}

fn row(row: &SuggestedRow) -> Html {
    let drawn = row.places.map(|[now, suggested, low, high]| html! {
        <>{ dot(suggested, [low, high]) }<circle class="ps-suggested__now" cx={percent(now)} cy="8" r="6" /></>
    });
    html! {
        <tr key={row.name.as_str()}>
            <th scope="row">{ row.name.as_str() }{ maybe("span", "ps-suggested__note", row.note.as_ref()) }</th>
            { for [&row.now, &row.suggested, &row.interval].into_iter().enumerate()
                .map(|(at, text)| html! { <td key={at} data-number="true">{ text.as_str() }</td> }) }
            <td key="picture">
                <svg class="ps-range__picture" width="100%" height="16" overflow="visible" aria-hidden="true" focusable="false">{ drawn.unwrap_or_default() }</svg>
            </td>
        </tr>
    }
}
