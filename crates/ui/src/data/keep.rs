//! Whether a copy of the data outlives a reload, which its reader decides.

use plimsoll_report::RoomAction;
use plimsoll_report::view::RoomView;
use yew::{Callback, Html, html};

use crate::events::on_pressed;
use crate::words::words;

const NOT_KEPT: &str = "It is not kept: after a reload, open its file again.";
const KEPT: &str = "A copy lies in this browser, under the address of this page, and is back after a reload. \
    It is removed when you put the data away, use other data, or undo this.";

/// The choice, with what it means now.
pub(super) fn keep(data: &RoomView, dispatch: &Callback<RoomAction>) -> Html {
    let other = RoomAction::KeepAsked(!data.is_kept);
    html! {
        <div class="ps-ledger__keep">
            <label class="ps-radio">
                <input id="keep" type="checkbox" checked={data.is_kept} aria-describedby="keep-hint" onclick={on_pressed(dispatch, other)} />
                { "Keep this data in this browser" }
            </label>
            <div id="keep-hint">{ words("p", "", if data.is_kept { KEPT } else { NOT_KEPT }) }</div>
        </div>
    }
}
