//! The data room: what is being read, and the ledger. The door to it, with the ways in, stands on the page.

mod accounts;
mod keep;
mod ledger;
mod review;
mod rows;

use plimsoll_report::RoomAction;
use plimsoll_report::view::{Candidate, Failure, Progress, RoomView};
use yew::{Callback, Html, html};

use crate::events::on_pressed;
use crate::scale::percent;
use crate::words::{maybe, words};

/// The data room: what is on its way in, then the ledger.
pub fn data_room(room: &RoomView, dispatch: &Callback<RoomAction>) -> Html {
    html! {
        <div class="ps-room">
            <div class="ps-room__candidate">{ room.candidate.as_ref().map(|it| candidate(it, dispatch)).unwrap_or_default() }</div>
            <div class="ps-room__ledger">{ ledger::ledger(room, dispatch) }</div>
            <div class="ps-room__accounts">{ accounts::accounts(room, dispatch) }</div>
        </div>
    }
}

fn candidate(candidate: &Candidate, dispatch: &Callback<RoomAction>) -> Html {
    match candidate {
        Candidate::Reading(progress) => reading(progress, dispatch),
        Candidate::Review(review) => review::review(review, dispatch),
        Candidate::Failed(failure) => failed(failure, dispatch),
    }
}

fn reading(progress: &Progress, dispatch: &Callback<RoomAction>) -> Html {
    html! {
        <div key="reading" class="ps-reading">
            { words("p", "ps-reading__what", &progress.what) }
            <svg class="ps-reading__bar" width="100%" height="6" aria-hidden="true">
                <rect class="ps-reading__all" width="100%" height="6" rx="3" />
                <rect class="ps-reading__done" width={percent(progress.share)} height="6" rx="3" />
            </svg>
            <p class="ps-reading__more" role="status">
                { words("span", "", &progress.done) }{ " " }{ words("span", "", &progress.left) }
            </p>
            <button type="button" class="ps-button" onclick={on_pressed(dispatch, RoomAction::Discarded)}>{ "Cancel" }</button>
        </div>
    }
}

fn failed(failure: &Failure, dispatch: &Callback<RoomAction>) -> Html {
    html! {
        <div key="failed" class="ps-failed" role="alert">
            <p class="ps-problem"><bdi>{ failure.what.as_str() }</bdi></p>
            { maybe("p", "ps-failed__way-out", Some(&failure.way_out)) }
            <button type="button" class="ps-button" onclick={on_pressed(dispatch, RoomAction::Discarded)}>{ "Close" }</button>
        </div>
    }
}
