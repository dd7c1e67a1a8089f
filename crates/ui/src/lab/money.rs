//! What health is worth.

use plimsoll_report::lab::LabAction;
use plimsoll_report::view::lab::{LossRow, MoneyView};
use yew::{Callback, Html, html};

use super::field::entry;
use super::mark;
use super::results::stat;
use crate::words::{maybe, words};

/// Retention if the red accounts leave, what is expected to be lost, and what saving some is worth.
pub(super) fn money(view: &MoneyView, dispatch: &Callback<LabAction>) -> Html {
    html! {
        <>
            { words("h3", "ps-ahead__finding", &view.finding) }
            <ul class="ps-lab__notes">{ for view.notes.iter().map(|note| words("li", "ps-lab__soft", note)) }</ul>
            <dl class="ps-stats">{ for view.stats.iter().map(stat) }</dl>
            <div class="ps-scroll" tabindex="0" role="group" aria-label="Expected loss by class">
                <table class="ps-table">
                    <thead><tr>
                        <th scope="col">{ "Class" }</th><th scope="col" data-number="true">{ "Accounts" }</th>
                        <th scope="col" data-number="true">{ "ARR" }</th><th scope="col">{ "Chance of leaving within a year" }</th>
                        <th scope="col" data-number="true">{ "Expected loss a year" }</th>
                    </tr></thead>
                    <tbody>{ for view.losses.iter().map(|each| loss(each, dispatch)) }</tbody>
                </table>
            </div>
            { maybe("p", "ps-lab__soft", view.proposed.as_ref()) }
            { words("p", "ps-parts__sum", &view.total) }
            <div class="ps-lab__row">{ entry("Red accounts to save", true, &view.save, dispatch) }</div>
            <p class="ps-parts__sum" aria-live="polite">{ view.saved.as_str() }</p>
        </>
    }
}

fn loss(row: &LossRow, dispatch: &Callback<LabAction>) -> Html {
    html! {
        <tr key={row.class.name}>
            <th scope="row">{ mark(&row.class) }</th>
            <td data-number="true">{ row.accounts.as_str() }</td>
            <td data-number="true">{ row.arr.as_str() }</td>
            <td>
                { entry(&["Chance of leaving within a year, ", row.class.name].concat(), false, &row.chance, dispatch) }
                { maybe("span", "ps-lab__soft", row.proposed.as_ref()) }
            </td>
            <td data-number="true">{ row.loss.as_str() }</td>
        </tr>
    }
}
