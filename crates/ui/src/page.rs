//! The whole page.

use plimsoll_report::Action;
use plimsoll_report::view::Page;
use yew::{Callback, Html, html};

use crate::choices::choices;
use crate::door::door;
use crate::footer::footer;
use crate::form::figures;
use crate::header::header;
use crate::headline::headline;
use crate::panel::panel;
use crate::views::views;
use crate::waiting::useful;
use crate::what_if::what_if;

/// The page: the answer, then what it rests on, then what would change it, then every metric by itself.
///
/// `dispatch` is told what the user did.
pub fn page_view(page: &Page, dispatch: &Callback<Action>) -> Html {
    // The equation reads net and gross retention together, so it stands with the panel that holds them.
    let panels = page
        .panels
        .iter()
        .enumerate()
        .map(|(position, each)| panel(each, page.equation.as_ref().filter(|_| position == 0), dispatch));
    let calculator = || {
        html! {
            <>
                <section class="ps-figures" aria-labelledby="figures">
                    <h2 class="ps-title" id="figures">{ "Your figures" }</h2>
                    { figures(&page.groups, page.is_example, dispatch) }
                </section>
                { for page.what_if.iter().map(|levers| what_if(levers, dispatch)) }
                <div class="ps-results" id="results" tabindex="-1">{ useful(page.useful.as_ref()) }{ for panels }</div>
            </>
        }
    };
    html! {
        <div class="ps-page">
            <a class="ps-skip" href="#results">{ "Skip to the results" }</a>
            { header(page, dispatch) }
            <main class="ps-main">
                { headline(&page.headline) }
                { views(&page.views, dispatch) }
                { choices(&page.choices, dispatch) }
                { door(page, dispatch) }
                { if page.program.is_empty() { calculator() } else { Html::default() } }
            </main>
            { footer() }
        </div>
    }
}
