//! What stands in place of figures and cards.

mod benchmarks;
mod conventions;
mod embed;
mod map;
mod reference;
mod table;
mod what_ifs;

pub use what_ifs::uncertainty;

use plimsoll_report::Action;
use plimsoll_report::view::Shelf;
use yew::{Callback, Html, html};

/// The open view, where it is no calculator; on that of scenarios also how sure it is, as [`uncertainty`] shows it.
pub fn shelf(shelf: &Shelf, unsure: Option<Html>, dispatch: &Callback<Action>) -> Html {
    let (name, content) = match shelf {
        Shelf::Benchmarks(view) => ("Benchmarks", benchmarks::benchmarks(view, dispatch)),
        Shelf::WhatIfs(view) => ("Scenarios", what_ifs::what_ifs(view, unsure, dispatch)),
        Shelf::Conventions(view) => ("Conventions", conventions::conventions(view, dispatch)),
        Shelf::Relations(view) => ("What feeds what", map::relations(view, dispatch)),
        Shelf::Embed(view) => ("Embed", embed::embed(view, dispatch)),
        Shelf::Reference(view) => ("Reference", reference::reference(view, dispatch)),
    };
    // It stands beside the page's main part, so that it needs a name to be found by.
    html! { <section class="ps-shelf" id="results" tabindex="-1" aria-label={name}>{ content }</section> }
}
