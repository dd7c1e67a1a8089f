//! What stands in place of figures and cards.

mod benchmarks;
mod conventions;
mod map;
mod reference;
mod table;
mod what_ifs;

use plimsoll_report::Action;
use plimsoll_report::view::Shelf;
use yew::{Callback, Html, html};

/// The open view, where it is no calculator.
pub fn shelf(shelf: &Shelf, dispatch: &Callback<Action>) -> Html {
    let content = match shelf {
        Shelf::Benchmarks(view) => benchmarks::benchmarks(view, dispatch),
        Shelf::WhatIfs(view) => what_ifs::what_ifs(view, dispatch),
        Shelf::Conventions(view) => conventions::conventions(view, dispatch),
        Shelf::Relations(view) => map::relations(view, dispatch),
        Shelf::Reference(view) => reference::reference(view, dispatch),
    };
    html! { <div class="ps-shelf" id="results" tabindex="-1">{ content }</div> }
}
