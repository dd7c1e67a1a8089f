//! A table of numbers, and the one behind a picture.

use plimsoll_report::view::lab::Numbers;
use yew::{Html, html};

use crate::words::words;

/// The table, which scrolls in its own box where it is wider than the page.
pub(super) fn numbers(of: &Numbers) -> Html {
    let row = |(place, cells): (usize, &Vec<String>)| {
        let mut cells = cells.iter().map(String::as_str);
        let name = cells.next().unwrap_or_default();
        html! {
            <tr key={place}>
                <th scope="row">{ name }</th>
                { for cells.enumerate().map(|(at, text)| html! { <td key={at} data-number="true">{ text }</td> }) }
            </tr>
        }
    };
    let head = |(place, text): (usize, &&'static str)| {
        if text.is_empty() {
            html! { <td key={place} /> }
        } else {
            html! { <th key={place} scope="col" data-number={(place > 0).then_some("true")}>{ *text }</th> }
        }
    };
    html! {
        <div class="ps-scroll" tabindex="0" role="group" aria-label={of.caption.clone()}>
            <table class="ps-table">
                { words("caption", "ps-unseen", &of.caption) }
                <thead><tr>{ for of.heads.iter().enumerate().map(head) }</tr></thead>
                <tbody>{ for of.rows.iter().enumerate().map(row) }</tbody>
            </table>
        </div>
    }
}

/// The numbers behind a picture, until they are asked for.
pub(super) fn behind(of: &Numbers) -> Html {
    html! { <details class="ps-lab__more"><summary>{ "The numbers" }</summary>{ numbers(of) }</details> }
}
