//! How the values of a column become points.

use plimsoll_report::lab::LabAction;
use plimsoll_report::view::SelectOption;
use plimsoll_report::view::lab::{IndicatorView, MeasureField, MeasureRow, MeasureView};
use yew::{Callback, Html, html};

use super::field::{choice, entry};
use crate::events::on_pressed;
use crate::words::{maybe, words};

/// The measure of an indicator, while it is open.
pub(super) fn measure(of: &IndicatorView, view: &MeasureView, dispatch: &Callback<LabAction>) -> Html {
    let key = |part: &str| ["measure/", &of.slug, "/", part].concat();
    let fields = view.fields.iter().map(|MeasureField { label, field }| entry(label, true, field, dispatch));
    let add = LabAction::Told { key: key("more"), text: String::new() };
    let remove = LabAction::Told { key: ["indicator/", &of.slug, "/remove"].concat(), text: String::new() };
    html! {
        <div class="ps-measure">
            { choice(&key("column"), "Column", true, &of.columns, dispatch) }
            { words("p", "ps-lab__soft", &view.values) }
            { choice(&key("kind"), "How values become points", true, &view.kinds, dispatch) }
            <div class="ps-lab__row">{ for fields }</div>
            { rows(&view.rows, dispatch) }
            { if view.can_add { html! { <button type="button" class="ps-button" onclick={on_pressed(dispatch, add)}>{ "One more step" }</button> } } else { Html::default() } }
            { for view.switch.iter().map(|switch| tick(&key("lifecycle"), switch, dispatch)) }
            { words("p", "ps-measure__reading", &view.reading) }
            { maybe("p", "ps-problem", view.problem.as_ref()) }
            <button type="button" class="ps-button" onclick={on_pressed(dispatch, remove)}>{ "Remove the indicator" }</button>
        </div>
    }
}

fn rows(rows: &[MeasureRow], dispatch: &Callback<LabAction>) -> Html {
    let row = |row: &MeasureRow| {
        html! {
            <li key={row.place} class="ps-lab__row">
                { entry("From", false, &row.from, dispatch) }{ entry("Points", false, &row.points, dispatch) }
            </li>
        }
    };
    if rows.is_empty() {
        Html::default()
    } else {
        html! { <ul class="ps-measure__rows">{ for rows.iter().map(row) }</ul> }
    }
}

/// A switch: one choice that is made or not.
fn tick(key: &str, option: &SelectOption, dispatch: &Callback<LabAction>) -> Html {
    let told =
        LabAction::Told { key: key.to_owned(), text: if option.selected { "" } else { "yes" }.to_owned() };
    html! {
        <label class="ps-radio">
            <input type="checkbox" checked={option.selected} onclick={on_pressed(dispatch, told)} />
            { option.label.as_str() }
        </label>
    }
}
