//! The sheets below the accounts, behind tabs.

use plimsoll_report::lab::LabAction;
use plimsoll_report::view::lab::{SheetTab, SheetView};
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;
use yew::{Callback, Html, KeyboardEvent, TargetCast, html};

use super::{check, money, suggest, team, versions};
use crate::events::on_pressed;
use crate::ids::id;

/// Tabs, and the sheet that is open.
pub(super) fn sheets(tabs: &[SheetTab], sheet: &SheetView, dispatch: &Callback<LabAction>) -> Html {
    let open = tabs.iter().find(|tab| tab.is_open).map_or("", |tab| tab.slug);
    let (keyed, slugs) =
        (dispatch.clone(), tabs.iter().map(|tab| (tab.slug, tab.is_open)).collect::<Vec<_>>());
    html! {
        <section class="ps-sheets" aria-labelledby="lab-sheets">
            <h2 class="ps-title" id="lab-sheets">{ "What else the accounts tell" }</h2>
            <div class="ps-views__list ps-sheets__tabs" role="tablist" aria-labelledby="lab-sheets"
                onkeydown={move |event: KeyboardEvent| if let Some(at) = neighbour(&event, &slugs) { keyed.emit(LabAction::Looked { what: "sheet", at }); }}>
                { for tabs.iter().map(|each| tab(each, dispatch)) }
            </div>
            <div key={open} class="ps-sheet" id="lab-sheet" role="tabpanel" tabindex="0" aria-labelledby={id(&["lab-tab-", open])}>
                { opened(sheet, dispatch) }
            </div>
        </section>
    }
}

/// Only the open tab is reached by Tab; the arrow keys go from one to the next.
fn tab(tab: &SheetTab, dispatch: &Callback<LabAction>) -> Html {
    let onclick = on_pressed(dispatch, LabAction::Looked { what: "sheet", at: tab.slug.to_owned() });
    html! {
        <button key={tab.slug} type="button" class="ps-view" role="tab" id={id(&["lab-tab-", tab.slug])} aria-selected={tab.is_open.to_string()}
            aria-controls="lab-sheet" tabindex={if tab.is_open { "0" } else { "-1" }} {onclick}>{ tab.label }</button>
    }
}

fn opened(sheet: &SheetView, dispatch: &Callback<LabAction>) -> Html {
    match sheet {
        SheetView::Money(view) => money::money(view, dispatch),
        SheetView::Versions(view) => versions::versions(view, dispatch),
        SheetView::Team(view) => team::team(view, dispatch),
        SheetView::Closed(why) => check::way_out(Some(why)),
        SheetView::Check(view) => check::check(view, dispatch),
        SheetView::Suggest(view) => suggest::suggest(view, dispatch),
    }
}

/// The tab that a key leads to from the open one. The focus goes there with it.
fn neighbour(event: &KeyboardEvent, tabs: &[(&'static str, bool)]) -> Option<String> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    let open = tabs.iter().position(|(_, is_open)| *is_open)?;
    let last = tabs.len().saturating_sub(1);
    let to = next(&event.key(), open, last)?;
    let (slug, _) = tabs.get(to)?;
    event.prevent_default();
    let list = event.target_dyn_into::<HtmlElement>().and_then(|tab| tab.parent_element());
    let tab = list.and_then(|list| list.children().item(u32::try_from(to).unwrap_or(0)));
    if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
        let _ = tab.focus();
    }
    Some((*slug).to_owned())
}

/// The place of the tab that a key leads to: round at both ends.
fn next(key: &str, open: usize, last: usize) -> Option<usize> {
    Some(match key {
        "ArrowLeft" => open.checked_sub(1).unwrap_or(last),
        "ArrowRight" => open.checked_add(1).filter(|next| *next <= last).unwrap_or(0),
        "Home" => 0,
        "End" => last,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arrow_keys_go_round() {
        let keys = ["ArrowLeft", "ArrowRight", "Home", "End", "Enter"];
        assert_eq!(keys.map(|key| next(key, 0, 4)), [Some(4), Some(1), Some(0), Some(4), None]);
        assert_eq!(keys.map(|key| next(key, 4, 4)), [Some(3), Some(0), Some(0), Some(4), None]);
    }
}
