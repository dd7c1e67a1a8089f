//! The data room: ways in, what is being read, and the ledger.

mod ledger;
mod review;
mod rows;
mod ways_in;

use plimsoll_report::Action;
use plimsoll_report::view::{Candidate, DataView, Failure, PasteView, Progress};
use yew::{Callback, Html, html};

use crate::events::on_pressed;
use crate::scale::percent;
use crate::words::{maybe, words};

pub(crate) use ledger::ledger;

/// Where data comes in: files, a pasted table, samples; and what is being done with it.
pub fn data_room(data: &DataView, paste: &PasteView, dispatch: &Callback<Action>) -> Html {
    html! {
        <section class="ps-data" id="data" aria-labelledby="data-title">
            { ways_in::ways_in(data, paste, dispatch) }
            <div class="ps-data__candidate">{ data.candidate.as_ref().map(|it| candidate(it, dispatch)).unwrap_or_default() }</div>
        </section>
    }
}

fn candidate(candidate: &Candidate, dispatch: &Callback<Action>) -> Html {
    match candidate {
        Candidate::Reading(progress) => reading(progress, dispatch),
        Candidate::Review(review) => review::review(review, dispatch),
        Candidate::Failed(failure) => failed(failure, dispatch),
    }
}

fn reading(progress: &Progress, dispatch: &Callback<Action>) -> Html {
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
            <button type="button" class="ps-button" onclick={on_pressed(dispatch, Action::DataDiscarded)}>{ "Cancel" }</button>
        </div>
    }
}

fn failed(failure: &Failure, dispatch: &Callback<Action>) -> Html {
    html! {
        <div key="failed" class="ps-failed" role="alert">
            <p class="ps-problem"><bdi>{ failure.what.as_str() }</bdi></p>
            { maybe("p", "ps-failed__way-out", Some(&failure.way_out)) }
            <button type="button" class="ps-button" onclick={on_pressed(dispatch, Action::DataDiscarded)}>{ "Close" }</button>
        </div>
    }
}
