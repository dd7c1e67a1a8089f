//! The rows behind a number.

use plimsoll_report::RoomAction;
use plimsoll_report::view::RowsView;
use yew::{Callback, Html, html};

use crate::events::on_pressed;
use crate::ids::flag;
use crate::words::words;

pub(super) fn rows(rows: &RowsView, dispatch: &Callback<RoomAction>) -> Html {
    let texts = rows.columns.len().saturating_sub(usize::from(rows.numbers));
    let headers = rows.columns.iter().enumerate().map(|(place, header)| {
        html! { <th scope="col" data-number={flag(place >= texts)}><bdi>{ header.as_str() }</bdi></th> }
    });
    let lines = rows.rows.iter().enumerate().map(|(number, cells)| {
        let cells = cells.iter().enumerate().map(|(place, text)| cell(place, place >= texts, text));
        html! { <tr key={number}>{ for cells }</tr> }
    });
    html! {
        <div class="ps-behind" role="group" aria-labelledby="behind-title">
            <div class="ps-behind__head">
                <h3 class="ps-small-title" id="behind-title" tabindex="-1">{ rows.title.as_str() }</h3>
                <button type="button" class="ps-button" onclick={on_pressed(dispatch, RoomAction::RowsClosed)}>{ "Close" }</button>
            </div>
            <div class="ps-wide" role="region" aria-labelledby="behind-title" tabindex="0">
                <table class="ps-table ps-rows">
                    <thead><tr>{ for headers }</tr></thead>
                    <tbody>{ for lines }</tbody>
                </table>
            </div>
            { words("p", "ps-issues__more", &rows.more) }
        </div>
    }
}

/// The first cell of a row names it.
fn cell(place: usize, is_number: bool, text: &str) -> Html {
    let text = html! { <bdi>{ text }</bdi> };
    if place == 0 {
        html! { <th scope="row">{ text }</th> }
    } else {
        html! { <td data-number={flag(is_number)}>{ text }</td> }
    }
}
