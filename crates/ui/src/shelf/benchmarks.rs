//! Every published table: searched by the field above them, sorted by the headings.

use plimsoll_report::Action;
use plimsoll_report::view::{BenchmarksView, TableSection};
use yew::{Callback, Html, html};

use super::table::SortedTable;
use crate::events::on_typed;
use crate::pack::pack;
use crate::words::{named, words};

/// The search and what it found.
pub(super) fn benchmarks(view: &BenchmarksView, dispatch: &Callback<Action>) -> Html {
    let oninput = on_typed(dispatch, |text| Action::ViewOpened(["benchmarks:", &text].concat()));
    html! {
        <>
            { words("h2", "ps-title", "Benchmarks") }
            { words("p", "ps-lead", "Every line that your figures are held against, with where it is from. Where sources disagree, all of \
                them stand here.") }
            { pack(&view.pack, dispatch) }
            <div class="ps-search">
                <label class="ps-choice__label" for="benchmark-search">{ "Search" }</label>
                <input class="ps-search__field" id="benchmark-search" type="search" autocomplete="off" spellcheck="false"
                    placeholder="churn, enterprise, CSM …" value={view.search.clone()} {oninput} aria-describedby="benchmark-found" />
            </div>
            <p id="benchmark-found" class="ps-lead" aria-live="polite">{ view.found.as_str() }</p>
            { for view.sections.iter().map(section) }
        </>
    }
}

fn section(section: &TableSection) -> Html {
    let tables = section.tables.iter().map(|table| {
        html! { <SortedTable key={table.slug.as_str()} table={table.clone()} /> }
    });
    let title = crate::ids::id(&["section-", &section.title.to_ascii_lowercase().replace(' ', "-")]);
    html! {
        <section key={section.title} class="ps-convention" aria-labelledby={title.clone()}>
            { named("h3", "ps-convention__title", &title, section.title) }
            <div class="ps-tables">{ for tables }</div>
        </section>
    }
}
