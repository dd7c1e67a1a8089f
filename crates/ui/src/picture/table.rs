//! The numbers behind a picture.

use plimsoll_report::view::{Cell, PictureTable, Plain};
use yew::{Html, html};

use crate::words::words;

/// The table, which scrolls in its own box where it is wider than the page.
pub(super) fn table(table: &PictureTable) -> Html {
    let columns = table.columns.iter().enumerate().map(|(position, column)| {
        html! { <th key={position} scope="col">{ column.label.as_str() }</th> }
    });
    let rows = table.rows.iter().enumerate().map(|(position, row)| {
        html! {
            <tr key={position}>
                <th scope="row"><bdi>{ row.header.text.as_str() }</bdi></th>{ for row.cells.iter().map(cell) }
            </tr>
        }
    });
    html! {
        <div class="ps-table-box" tabindex="0" role="region" aria-label={table.caption.clone()}>
            <table class="ps-table">
                <caption class="ps-small-title">{ table.caption.as_str() }</caption>
                <thead><tr>{ for columns }</tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}

/// Numbers end where the numbers above them end; words begin where words begin.
fn cell(cell: &Cell) -> Html {
    let class = if matches!(cell.plain, Plain::Text(_)) { "ps-table__words" } else { "" };
    words("td", class, &cell.text)
}
