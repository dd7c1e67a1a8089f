//! The accounts: sorted, narrowed, searched, and each score taken apart.

use plimsoll_report::lab::LabAction;
use plimsoll_report::view::lab::{AccountRow, ColumnHead, PartRow, PartsView, TableView};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::{
    Callback, Component, Context, Event, Html, InputEvent, KeyboardEvent, NodeRef, Properties, TargetCast,
    html,
};

use super::field::look;
use super::mark;
use super::rows::{above, first_row, first_seen, height};
use crate::events::on_pressed;
use crate::ids::flag;
use crate::words::{named, words};

/// The table with what stands around it.
pub(super) fn table(view: &TableView, dispatch: &Callback<LabAction>) -> Html {
    let search = dispatch.reform(|event: InputEvent| {
        let at = event.target_unchecked_into::<web_sys::HtmlInputElement>().value();
        LabAction::Looked { what: "search", at }
    });
    html! {
        <section class="ps-accounts" aria-labelledby="lab-accounts">
            { named("h2", "ps-title", &"lab-accounts".into(), "Accounts") }
            <div class="ps-accounts__tools">
                <div class="ps-entry">
                    <label class="ps-choice__label" for="lab-search">{ "Search" }</label>
                    <input class="ps-search__field" id="lab-search" type="search" autocomplete="off" value={view.search.text.clone()} oninput={search} />
                </div>
                { for view.filters.iter().map(|(what, label, options)| look(what, label, options, dispatch)) }
                <button type="button" class="ps-button" onclick={on_pressed(dispatch, LabAction::TableAsked)}>{ "Save as CSV" }</button>
            </div>
            <p class="ps-lab__soft" aria-live="polite">{ view.caption.as_str() }</p>
            <Accounts view={view.clone()} dispatch={dispatch.clone()} />
            <div aria-live="polite">{ for view.parts.iter().map(|each| parts(each, dispatch)) }</div>
        </section>
    }
}

/// What the long table shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct AccountsProps {
    view: TableView,
    dispatch: Callback<LabAction>,
}

/// The long table. How far it is scrolled is all that it remembers.
pub(super) struct Accounts {
    element: NodeRef,
    scrolled: u32,
    seen: u32,
}

impl Component for Accounts {
    type Message = (u32, u32);
    type Properties = AccountsProps;

    fn create(_: &Context<Self>) -> Self {
        Self { element: NodeRef::default(), scrolled: 0, seen: 480 }
    }

    fn update(&mut self, context: &Context<Self>, (scrolled, seen): (u32, u32)) -> bool {
        (self.scrolled, self.seen) = (scrolled, seen);
        let AccountsProps { view, dispatch } = context.props();
        let first = first_row(view.total, scrolled, seen);
        if first.abs_diff(view.start) > 8 {
            dispatch.emit(LabAction::Scrolled(first));
        }
        false
    }

    fn changed(&mut self, context: &Context<Self>, old: &AccountsProps) -> bool {
        // Another table begins at its top.
        let view = &context.props().view;
        if view.total != old.view.total || view.heads != old.view.heads {
            self.scrolled = 0;
            if let Some(element) = self.element.cast::<Element>() {
                element.set_scroll_top(0);
            }
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let AccountsProps { view, dispatch } = context.props();
        let onscroll = context.link().callback(|event: Event| {
            let element = event.target_unchecked_into::<HtmlElement>();
            (element.scroll_top().unsigned_abs(), element.client_height().unsigned_abs())
        });
        let count = u32::try_from(view.rows.len()).unwrap_or(u32::MAX);
        let top = above(view.total, view.start, count, self.scrolled, self.seen);
        let below =
            height(view.total).saturating_sub(top).saturating_sub(count.saturating_mul(super::rows::ROW));
        let width = view.heads.len().to_string();
        let stop = first_seen(view.start);
        let gap = |key: &'static str, height: u32| {
            html! { <tr {key} class="ps-accounts__gap" aria-hidden="true"><td colspan={width.clone()}><svg width="1" height={height.to_string()} focusable="false" /></td></tr> }
        };
        html! {
            <div class="ps-accounts__scroll" ref={&self.element} tabindex="0" role="group" aria-labelledby="lab-accounts" {onscroll}>
                <table class="ps-table ps-accounts__table" aria-rowcount={view.total.saturating_add(1).to_string()}>
                    <thead><tr aria-rowindex="1">{ for view.heads.iter().map(|each| head(each, dispatch)) }</tr></thead>
                    <tbody onkeydown={|event: KeyboardEvent| row_keyed(&event)}>
                        { gap("above", top) }
                        { for (view.start..).zip(&view.rows).map(|(place, each)| row((place, place == stop), each, &view.heads, dispatch)) }
                        { gap("below", below) }
                    </tbody>
                </table>
            </div>
        }
    }
}

fn head(head: &ColumnHead, dispatch: &Callback<LabAction>) -> Html {
    if !head.can_sort {
        return html! { <th key={head.key.as_str()} scope="col" data-number={flag(head.is_number)}>{ head.label.as_str() }</th> };
    }
    let onclick = on_pressed(dispatch, LabAction::Looked { what: "sort", at: head.key.clone() });
    let sorted = head.sorted.map(|is_descending| if is_descending { "descending" } else { "ascending" });
    html! {
        <th key={head.key.as_str()} scope="col" aria-sort={sorted} data-number={flag(head.is_number)}>
            <button type="button" class="ps-sort" {onclick}>{ head.label.as_str() }</button>
        </th>
    }
}

/// One stop of the Tab key for the whole table: sixty would stand in the way of what comes below it. Arrows go from row to row.
fn row(
    (place, is_stop): (u32, bool),
    row: &AccountRow,
    heads: &[ColumnHead],
    dispatch: &Callback<LabAction>,
) -> Html {
    let onclick = on_pressed(dispatch, LabAction::AccountToggled(row.row));
    let mut cells = row.cells.iter();
    let name = cells.next().map_or("", String::as_str);
    // The name and the class stand first, under heads of their own.
    let cells = cells.zip(heads.iter().skip(2));
    let cell = |(text, head): (&String, &ColumnHead)| html! { <td key={head.key.as_str()} data-number={flag(head.is_number)}>{ text.as_str() }</td> };
    html! {
        <tr key={row.row} class="ps-accounts__row" aria-rowindex={place.saturating_add(2).to_string()} data-open={flag(row.is_open)}>
            <th scope="row"><button type="button" class="ps-link" tabindex={if is_stop { "0" } else { "-1" }} aria-expanded={row.is_open.to_string()} {onclick}>{ name }</button></th>
            <td>{ mark(&row.class) }</td>
            { for cells.map(cell) }
        </tr>
    }
}

/// An arrow takes the keys to the row above or below; what comes into sight is asked for as the table scrolls.
fn row_keyed(event: &KeyboardEvent) {
    let Some(row) = event.target_dyn_into::<Element>().and_then(|at| at.closest("tr").ok().flatten()) else {
        return;
    };
    let next = match event.key().as_str() {
        "ArrowUp" => row.previous_element_sibling(),
        "ArrowDown" => row.next_element_sibling(),
        _ => return,
    };
    let button = next.and_then(|next| next.query_selector("button").ok().flatten());
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        let _ = button.focus();
    }
}

fn parts(view: &PartsView, dispatch: &Callback<LabAction>) -> Html {
    let row = |part: &PartRow| {
        html! {
            <tr key={part.name.as_str()} data-missing={flag(part.is_missing)}>
                <th scope="row">{ part.name.as_str() }</th>
                { for [&part.value, &part.points, &part.weight, &part.effective, &part.adds].into_iter().enumerate()
                    .map(|(at, text)| html! { <td key={at} data-number="true">{ text.as_str() }</td> }) }
            </tr>
        }
    };
    let onclick = on_pressed(dispatch, LabAction::AccountToggled(view.row));
    html! {
        <section class="ps-parts" aria-labelledby="lab-parts">
            <div class="ps-parts__head">
                { named("h3", "ps-convention__title", &"lab-parts".into(), &view.title) }
                <button type="button" class="ps-button" {onclick}>{ "Close" }</button>
            </div>
            { words("p", "ps-lab__soft", &view.about) }
            <div class="ps-scroll" tabindex="0" role="group" aria-labelledby="lab-parts">
                <table class="ps-table">
                    <thead><tr>
                        <th scope="col">{ "Indicator" }</th>
                        { for ["Value", "Points", "Weight", "Its share", "Adds to the score"].map(|head| html! { <th key={head} scope="col" data-number="true">{ head }</th> }) }
                    </tr></thead>
                    <tbody>{ for view.parts.iter().map(row) }</tbody>
                </table>
            </div>
            { words("p", "ps-parts__sum", &view.sum) }
            { words("p", "ps-lab__soft", &view.coverage) }
        </section>
    }
}
