//! The view of what-ifs.

mod ask;
mod chart;
mod compare;
mod editor;
mod entry;
mod fan;
mod goal;
mod grid;
mod projection;
mod tornado;
mod uncertainty;

pub use uncertainty::uncertainty;

use plimsoll_report::Action;
use plimsoll_report::view::WhatIfsView;
use yew::{Callback, Html, html};

use crate::words::words;

/// Scenarios, projection, uncertainty, goals and sensitivity.
pub(super) fn what_ifs(view: &WhatIfsView, unsure: Option<Html>, dispatch: &Callback<Action>) -> Html {
    html! {
        <>
            { words("h2", "ps-title", "Scenarios") }
            { words("p", "ps-lead", "What would follow if things went otherwise, always worked out from your figures as they are now.") }
            { editor::scenarios(&view.scenarios, dispatch) }
            { compare::compare(&view.compare, dispatch) }
            { projection::projection(&view.projection, dispatch) }
            { unsure.unwrap_or_default() }
            { goal::goal(&view.goal, dispatch) }
            { tornado::tornado(&view.tornado, dispatch) }
            { grid::grid(&view.grid, dispatch) }
        </>
    }
}
