//! The accounts: sorted, narrowed, searched, and each score taken apart.

use std::rc::Rc;

use plimsoll_report::lab::LabAction;
use plimsoll_report::view::lab::{AccountRow, ColumnHead, PartRow, PartsView, TableView};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::{
    Callback, Component, Context, Event, Html, InputEvent, KeyboardEvent, NodeRef, Properties, TargetCast,
    html,
};

use super::mark;
use super::part::{RowShown, Shown, listed};
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
                { for view.filters.iter().map(|(what, label, options)| listed(what, Shown::Look(what, label, options.clone()), dispatch)) }
                <button type="button" class="ps-button" onclick={on_pressed(dispatch, LabAction::TableAsked)}>{ "Save as CSV" }</button>
            </div>
            <p class="ps-lab__soft" aria-live="polite">{ view.caption.as_str() }</p>
            <Accounts total={view.total} start={view.start} rows={view.rows.clone()} heads={view.heads.clone()} dispatch={dispatch.clone()} />
            <div aria-live="polite">{ for view.parts.iter().map(|each| parts(each, dispatch)) }</div>
        </section>
    }
}

/// What the long table shows.
#[derive(PartialEq, Properties)]
pub(super) struct AccountsProps {
    total: u32,
    start: u32,
    rows: Vec<AccountRow>,
    heads: Vec<ColumnHead>,
    dispatch: Callback<LabAction>,
}

/// The long table. How far it is scrolled is all that it remembers.
pub(super) struct Accounts {
    element: NodeRef,
    scrolled: u32,
    /// Where it is about to be, if it goes on as fast: rows that are asked for now are there a frame later.
    aimed: u32,
    seen: u32,
}

/// How far from where they were asked for rows may begin.
const NEAR: u32 = 8;

impl Accounts {
    /// Asks for the rows that are to be there, where others are.
    fn ask(&self, AccountsProps { total, start, dispatch, .. }: &AccountsProps) {
        let first = first_row(*total, self.aimed, self.seen);
        if first.abs_diff(*start) > NEAR {
            dispatch.emit(LabAction::Scrolled(first));
        }
    }
}

impl Component for Accounts {
    type Message = (u32, u32);
    type Properties = AccountsProps;

    fn create(_: &Context<Self>) -> Self {
        Self { element: NodeRef::default(), scrolled: 0, aimed: 0, seen: 480 }
    }

    fn update(&mut self, context: &Context<Self>, (scrolled, seen): (u32, u32)) -> bool {
        let props = context.props();
        let by = i64::from(scrolled).saturating_sub(self.scrolled.into());
        let last = height(props.total).saturating_sub(seen);
        let aimed = i64::from(scrolled).saturating_add(by).clamp(0, last.into());
        (self.scrolled, self.seen) = (scrolled, seen);
        self.aimed = u32::try_from(aimed).unwrap_or(scrolled);
        self.ask(props);
        false
    }

    fn changed(&mut self, context: &Context<Self>, old: &AccountsProps) -> bool {
        let props = context.props();
        if props.total != old.total || props.heads != old.heads {
            // Another table begins at its top.
            (self.scrolled, self.aimed) = (0, 0);
            if let Some(element) = self.element.cast::<Element>() {
                element.set_scroll_top(0);
            }
        } else if props.start != old.start && self.aimed != self.scrolled {
            // It may have stopped since.
            self.aimed = self.scrolled;
            self.ask(props);
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let AccountsProps { total, start, rows, heads, dispatch } = context.props();
        let onscroll = context.link().callback(|event: Event| {
            let element = event.target_unchecked_into::<HtmlElement>();
            (element.scroll_top().unsigned_abs(), element.client_height().unsigned_abs())
        });
        let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let top = above(*total, *start, count, self.scrolled, self.seen);
        let below = height(*total).saturating_sub(top).saturating_sub(count.saturating_mul(super::rows::ROW));
        let width = heads.len().to_string();
        let stop = first_seen(*start);
        let numbers: Rc<[bool]> = heads.iter().map(|head| head.is_number).collect();
        let gap = |key: &'static str, height: u32| {
            html! { <tr {key} class="ps-accounts__gap" aria-hidden="true"><td colspan={width.clone()}><svg width="1" height={height.to_string()} focusable="false" /></td></tr> }
        };
        // A row that leaves at one end comes in again at the other: that takes half of what a new one takes.
        let row = |(place, row): (u32, &AccountRow)| {
            let key = place.checked_rem(count).unwrap_or(0).to_string();
            let shown =
                RowShown { place, is_stop: place == stop, row: row.clone(), numbers: Rc::clone(&numbers) };
            listed(&key, Shown::Row(shown), dispatch)
        };
        html! {
            <div class="ps-accounts__scroll" ref={&self.element} tabindex="0" role="group" aria-labelledby="lab-accounts" {onscroll}>
                <table class="ps-table ps-accounts__table" aria-rowcount={total.saturating_add(1).to_string()}>
                    <thead><tr aria-rowindex="1">{ for heads.iter().map(|each| head(each, dispatch)) }</tr></thead>
                    <tbody onkeydown={|event: KeyboardEvent| row_keyed(&event)}>
                        { gap("above", top) }
                        { for (*start..).zip(rows).map(row) }
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
pub(super) fn row(of: &RowShown, dispatch: &Callback<LabAction>) -> Html {
    let RowShown { place, is_stop, row, numbers } = of;
    let onclick = on_pressed(dispatch, LabAction::AccountToggled(row.row));
    let mut cells = row.cells.iter();
    let name = cells.next().map_or("", String::as_str);
    // The name and the class stand first, under heads of their own.
    let cells = cells.zip(numbers.iter().skip(2)).enumerate();
    let cell = |(at, (text, is_number)): (usize, (&String, &bool))| html! { <td key={at} data-number={flag(*is_number)}>{ text.as_str() }</td> };
    html! {
        <tr class="ps-accounts__row" aria-rowindex={place.saturating_add(2).to_string()} data-open={flag(row.is_open)}>
            <th scope="row"><button type="button" class="ps-link" tabindex={if *is_stop { "0" } else { "-1" }} aria-expanded={row.is_open.to_string()} {onclick}>{ name }</button></th>
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
