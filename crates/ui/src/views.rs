//! The bar of views.

use plimsoll_report::Action;
use plimsoll_report::view::ViewTab;
use yew::{Callback, Html, html};

use crate::events::on_pressed;

/// The bar of views, of which one is open.
pub(crate) fn views(tabs: &[ViewTab], dispatch: &Callback<Action>) -> Html {
    let tab = |tab: &ViewTab| {
        let onclick = on_pressed(dispatch, Action::ViewOpened(tab.slug.to_owned()));
        html! {
            <li key={tab.slug}>
                <button type="button" class="ps-view" aria-current={tab.is_open.then_some("page")} {onclick}>
                    { tab.title }
                </button>
            </li>
        }
    };
    html! {
        <nav class="ps-views" aria-label="Views">
            <ul class="ps-views__list">{ for tabs.iter().map(tab) }</ul>
        </nav>
    }
}
