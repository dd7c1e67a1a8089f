//! A metric for every pair of settings of two levers.

use plimsoll_report::Action;
use plimsoll_report::view::{GridCell, GridRow, GridView};
use yew::{Callback, Html, html};

use super::ask::ask;
use crate::ids::{flag, standing};
use crate::words::{maybe, words};

/// The grid.
pub(super) fn grid(view: &GridView, dispatch: &Callback<Action>) -> Html {
    html! {
        <section class="ps-asked ps-grid" aria-labelledby="grid">
            <h3 class="ps-convention__title" id="grid">{ "Two levers at once" }</h3>
            <div class="ps-asks">{ for view.asks.iter().map(|each| ask(each, dispatch)) }</div>
            { if view.rows.is_empty() { words("p", "ps-lead", &view.caption) } else { table(view) } }
            { maybe("p", "ps-goal__note", view.note.as_ref()) }
        </section>
    }
}

fn table(view: &GridView) -> Html {
    let (down, across) = view.sides;
    let heads = view
        .columns
        .iter()
        .map(|column| html! { <th key={column.as_str()} scope="col">{ column.as_str() }</th> });
    let bands = view.bands.iter().map(|(name, good)| {
        html! { <li key={&**name} class="ps-chip ps-chip--small" data-standing={standing(*good)}>{ &**name }</li> }
    });
    html! {
        <>
            <div class="ps-scroll" tabindex="0" role="group" aria-label={view.caption.clone()}>
                <table class="ps-table ps-grid__table">
                    <caption class="ps-small-title">{ view.caption.as_str() }</caption>
                    <thead>
                        <tr>
                            <th scope="col" class="ps-grid__corner">{ [down, " ↓ ", across, " →"].concat() }</th>
                            { for heads }
                        </tr>
                    </thead>
                    <tbody>{ for view.rows.iter().map(row) }</tbody>
                </table>
            </div>
            <ul class="ps-grid__bands" aria-label="Bands">{ for bands }</ul>
        </>
    }
}

fn row(row: &GridRow) -> Html {
    html! {
        <tr key={row.setting.as_str()}>
            <th scope="row">{ row.setting.as_str() }</th>
            { for row.cells.iter().enumerate().map(cell) }
        </tr>
    }
}

/// The value, with its band and whether things are so for who cannot see colour and frame.
fn cell((place, cell): (usize, &GridCell)) -> Html {
    let band = cell.band.as_ref().map(|(name, _)| name.to_string());
    let title = cell.reason.clone().or_else(|| band.clone());
    let now = cell.is_now.then(|| "as things are".to_owned());
    let said: Vec<String> = [band, cell.reason.clone(), now].into_iter().flatten().collect();
    html! {
        <td key={place} class="ps-grid__cell" {title} data-now={flag(cell.is_now)}
            data-standing={cell.band.as_ref().map(|(_, good)| standing(*good))}>
            { cell.text.as_str() }{ " " }{ words("span", "ps-unseen", &said.join(", ")) }
        </td>
    }
}
