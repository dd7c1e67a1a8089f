//! The door of the data room: how data comes in. `web/door.js` listens to the file field and to what is dropped on the page.

use plimsoll_report::Action;
use plimsoll_report::view::Page;
use yew::{Callback, Html, html};

use crate::events::on_pressed;
use crate::paste::paste_panel;

/// What the file field offers; anything else can still be chosen or dropped, and is told apart by its content.
const KINDS: &str = ".csv,.tsv,.txt,.tab,.xlsx,.xlsm,.xls,.ods";

pub(crate) fn door(page: &Page, dispatch: &Callback<Action>) -> Html {
    let samples = page.samples.iter().map(|sample| {
        let onclick = on_pressed(dispatch, Action::SampleChosen(sample.slug.to_owned()));
        html! {
            <button key={sample.slug} type="button" class="ps-button" title={sample.detail} {onclick}>{ sample.label }</button>
        }
    });
    html! {
        <section class="ps-ways" id="data" aria-labelledby="data-title">
            <div class="ps-ways__words">
                <h2 class="ps-title" id="data-title">{ "Bring your own data" }</h2>
                <p class="ps-ways__hint" id="data-hint">
                    { "Drop an export anywhere on this page: MRR by month, subscriptions, a log of changes, as CSV or spreadsheet. \
                       You see how it was read before anything counts. It stays in this browser." }
                </p>
            </div>
            <div class="ps-ways__row">
                <label class="ps-button ps-button--primary ps-file" for="data-files">
                    <input class="ps-unseen" id="data-files" type="file" multiple=true accept={KINDS} aria-describedby="data-hint" />
                    { "Choose files" }
                </label>
                <div class="ps-samples" role="group" aria-labelledby="samples-label">
                    <span class="ps-samples__label" id="samples-label">{ "or try a sample:" }</span>
                    { for samples }
                </div>
            </div>
            { paste_panel(&page.paste, dispatch) }
        </section>
    }
}
