//! Who changes class because of the move.

use plimsoll_report::lab::LabAction;
use plimsoll_report::view::lab::{MovedRow, MovedView};
use yew::{Callback, Html, html};

use super::mark;
use crate::events::on_pressed;
use crate::words::{maybe, named};

/// The sentence, then the accounts with the most ARR.
pub(super) fn moved(view: &MovedView, dispatch: &Callback<LabAction>) -> Html {
    html! {
        <section class="ps-moved" aria-labelledby="lab-moved">
            { named("h3", "ps-convention__title", &"lab-moved".into(), &view.finding) }
            <ul class="ps-moved__rows">{ for view.rows.iter().map(|each| row(each, dispatch)) }</ul>
            { maybe("p", "ps-lab__soft", view.more.as_ref()) }
        </section>
    }
}

fn row(row: &MovedRow, dispatch: &Callback<LabAction>) -> Html {
    let onclick = on_pressed(dispatch, LabAction::AccountToggled(row.row));
    html! {
        <li key={row.row} class="ps-moved__row">
            <button type="button" class="ps-link ps-moved__name" {onclick}>{ row.name.as_str() }</button>
            <span class="ps-moved__arr">{ row.arr.as_str() }</span>
            <span>{ mark(&row.from.0) }{ " " }{ row.from.1.as_str() }{ " → " }{ mark(&row.to.0) }{ " " }{ row.to.1.as_str() }</span>
        </li>
    }
}
