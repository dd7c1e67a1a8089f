//! The accounts that were accepted, in short: what each column counts as.

use plimsoll_report::RoomAction;
use plimsoll_report::view::{AccountsView, KeptColumnView, RoomView};
use yew::{Callback, Html, html};

use super::keep::keep;
use crate::events::on_pressed;
use crate::words::words;

/// The accounts as a section of their own, where there are some.
pub(super) fn accounts(data: &RoomView, dispatch: &Callback<RoomAction>) -> Html {
    let Some(accounts) = &data.accounts else { return Html::default() };
    html! {
        <section class="ps-ledger" id="accounts" aria-labelledby="accounts-title">
            <div class="ps-ledger__head">
                <h2 class="ps-title" id="accounts-title" tabindex="-1"><bdi>{ accounts.name.as_str() }</bdi></h2>
                { words("p", "ps-ledger__summary", &accounts.summary) }
                <ul class="ps-notes">{ for accounts.notes.iter().map(|note| html! { <li key={note.as_str()}>{ note.as_str() }</li> }) }</ul>
                <div class="ps-ledger__light">
                    <button type="button" class="ps-button ps-button--primary" onclick={on_pressed(dispatch, RoomAction::LabOpened)}>
                        { "Open the health lab" }
                    </button>
                    <button type="button" class="ps-button" onclick={on_pressed(dispatch, RoomAction::LedgerClosed)}>
                        { "Put these accounts away" }
                    </button>
                </div>
                { keep(data, dispatch) }
            </div>
            { columns(accounts) }
        </section>
    }
}

fn columns(accounts: &AccountsView) -> Html {
    html! {
        <table class="ps-table">
            <thead><tr>
                <th scope="col">{ "Column" }</th><th scope="col">{ "Counts as" }</th><th scope="col">{ "Missing" }</th>
            </tr></thead>
            <tbody>{ for accounts.columns.iter().enumerate().map(column) }</tbody>
        </table>
    }
}

fn column((place, column): (usize, &KeptColumnView)) -> Html {
    html! {
        <tr key={place}>
            <th scope="row"><bdi>{ column.header.as_str() }</bdi></th>
            { words("td", "", &column.what) }
            { words("td", "", &column.missing) }
        </tr>
    }
}
