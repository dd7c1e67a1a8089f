//! Accounts by owner.

use plimsoll_report::lab::LabAction;
use plimsoll_report::view::lab::{Numbers, PublishedRange, TeamView};
use yew::{Callback, Html, html};

use super::field::entry;
use super::numbers::numbers;
use super::results::stat;
use crate::words::{maybe, words};

/// The owners, what is published on how much each can look after, how the accounts are cared for, and capacity.
pub(super) fn team(view: &TeamView, dispatch: &Callback<LabAction>) -> Html {
    let [account, manager] = &view.hours;
    html! {
        <>
            { words("h3", "ps-ahead__finding", &view.finding) }
            <ul class="ps-lab__notes">{ for view.notes.iter().map(|note| words("li", "ps-lab__soft", note)) }</ul>
            { filled(Some(&view.owners)) }
            { published(&view.published) }
            { words("h4", "ps-convention__title", "How accounts are cared for") }
            <dl class="ps-stats">{ for view.care.iter().map(stat) }</dl>
            { maybe("p", "ps-lab__soft", view.missing.as_ref()) }
            { filled(view.first_value.as_ref()) }
            { words("h4", "ps-convention__title", "What there is time for") }
            <div class="ps-lab__row">
                { entry("Hours a month for each account", true, account, dispatch) }
                { entry("Working hours a month of an owner", true, manager, dispatch) }
            </div>
            <p class="ps-parts__sum" aria-live="polite">{ view.capacity.as_str() }</p>
        </>
    }
}

/// A table, where it has rows.
fn filled(of: Option<&Numbers>) -> Html {
    of.filter(|of| !of.rows.is_empty()).map_or_else(Html::default, numbers)
}

fn published(ranges: &[PublishedRange]) -> Html {
    let row = |(place, range): (usize, &PublishedRange)| {
        html! {
            <tr key={place}>
                <th scope="row">{ range.who.as_str() }</th><td data-number="true">{ range.said.as_str() }</td>
                <td>{ range.stands.as_str() }</td><td>{ range.source.as_str() }</td>
            </tr>
        }
    };
    html! {
        <details class="ps-lab__more">
            <summary>{ "The published ranges" }</summary>
            <div class="ps-scroll" tabindex="0" role="group" aria-label="The published ranges">
                <table class="ps-table">
                    <thead><tr>
                        <th scope="col">{ "Of what" }</th><th scope="col" data-number="true">{ "Range" }</th>
                        <th scope="col">{ "Your average" }</th><th scope="col">{ "Source" }</th>
                    </tr></thead>
                    <tbody>{ for ranges.iter().enumerate().map(row) }</tbody>
                </table>
            </div>
        </details>
    }
}
