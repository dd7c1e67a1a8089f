//! Sensitivity: bars for one step of each figure, longest first, and the table behind them.

use plimsoll_report::Action;
use plimsoll_report::view::{Place, Reading, StepEffect, TornadoRow, TornadoView};
use yew::{Callback, Html, html};

use super::ask::ask;
use crate::ids::reading;
use crate::scale::percent;
use crate::words::words;

/// The bars.
pub(super) fn tornado(view: &TornadoView, dispatch: &Callback<Action>) -> Html {
    html! {
        <section class="ps-asked ps-tornado" aria-labelledby="tornado">
            <h3 class="ps-convention__title" id="tornado">{ "What matters most?" }</h3>
            <div class="ps-asks">{ ask(&view.ask, dispatch) }</div>
            <div aria-live="polite">{ words("p", "ps-tornado__finding", &view.finding) }</div>
            { drawing(view) }
            { table(view) }
        </section>
    }
}

/// The drawing, for the eye: the table says the same.
fn drawing(view: &TornadoView) -> Html {
    let rows = view.rows.iter().map(|row| {
        html! {
            <li key={row.slug} class="ps-tornado__row">
                <span class="ps-tornado__label">{ row.label }{ words("span", "ps-tornado__step", &row.step) }</span>
                { side("less", &row.down) }
                <svg class="ps-tornado__bars" width="100%" height="22" focusable="false">
                    { bar("3", &row.down) }
                    { bar("12", &row.up) }
                    <line x1={percent(view.zero)} x2={percent(view.zero)} y1="0" y2="22" />
                </svg>
                { side("more", &row.up) }
            </li>
        }
    });
    html! { <ol class="ps-tornado__rows" aria-hidden="true">{ for rows }</ol> }
}

fn side(step: &'static str, effect: &StepEffect) -> Html {
    let (text, read) = said(effect);
    html! {
        <span class="ps-tornado__side" data-side={step} data-reading={read.map(reading)}>
            { words("span", "ps-tornado__way", step) }{ " " }{ text }
            { " " }{ words("span", "ps-tornado__way", read.map_or("", word)) }
        </span>
    }
}

/// What is said of a step: its effect, or a dash.
fn said(effect: &StepEffect) -> (&str, Option<Reading>) {
    match effect {
        StepEffect::Changes { text, reading, .. } => (text, Some(*reading)),
        StepEffect::Nothing(_) => ("–", None),
    }
}

/// Which side it is; nothing where nothing changes.
const fn word(read: Reading) -> &'static str {
    match read {
        Reading::Same => "",
        Reading::Better | Reading::Worse => reading(read),
    }
}

fn bar(y: &'static str, effect: &StepEffect) -> Html {
    let StepEffect::Changes { from, to, reading: read, .. } = effect else { return Html::default() };
    let length = Place(to.0.saturating_sub(from.0));
    html! { <rect x={percent(*from)} width={percent(length)} {y} height="7" data-reading={reading(*read)} /> }
}

fn table(view: &TornadoView) -> Html {
    if view.rows.is_empty() {
        return Html::default();
    }
    html! {
        <details class="ps-tornado__table">
            <summary>{ "Table" }</summary>
            <div class="ps-scroll" tabindex="0" role="group" aria-label="What one step of each figure does">
                <table class="ps-table">
                    <caption class="ps-small-title">{ ["What one step of each figure does: ", view.metric].concat() }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ "Figure" }</th><th scope="col">{ "Now" }</th><th scope="col">{ "One step" }</th>
                            <th scope="col">{ "A step less" }</th><th scope="col">{ "A step more" }</th>
                        </tr>
                    </thead>
                    <tbody>{ for view.rows.iter().map(table_row) }</tbody>
                </table>
            </div>
        </details>
    }
}

fn table_row(row: &TornadoRow) -> Html {
    html! {
        <tr key={row.slug}>
            <th scope="row">{ row.label }</th><td>{ row.now.as_str() }</td><td>{ row.step.as_str() }</td>
            { cell(&row.down) }{ cell(&row.up) }
        </tr>
    }
}

fn cell(effect: &StepEffect) -> Html {
    match effect {
        StepEffect::Changes { text, reading: read, .. } => {
            html! { <td>{ text.as_str() }{ " " }{ words("span", "ps-tornado__way", word(*read)) }</td> }
        }
        StepEffect::Nothing(reason) => {
            html! { <td title={reason.clone()}>{ "– " }{ words("span", "ps-unseen", reason) }</td> }
        }
    }
}
