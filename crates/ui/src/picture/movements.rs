//! What came and what went, month by month.

use plimsoll_report::view::{Column, Legend, MovementsView};
use yew::{AttrValue, Html, html};

use super::mark::{At, Besides, mark, movement};
use super::plot::{height, length, months, plot};
use super::shape::{around, group, hit, level, shape};
use crate::scale::percent;

/// From so many months on, margins between movements would leave nothing of the narrow bars on a phone.
const DENSE: usize = 30;

/// The months with their movements, and what the colours mean.
pub(super) fn movements(view: &MovementsView, stop: (usize, usize)) -> Html {
    let columns =
        view.columns.iter().enumerate().flat_map(|(position, month)| column(view, position, month, stop));
    let is_dense = if view.columns.len() > DENSE { "true" } else { "false" };
    let values = ["ps-columns", is_dense].map(AttrValue::Static);
    let columns = around(shape("g", &["class", "data-dense"], &values), columns);
    let nets = view.columns.iter().map(|month| level("", month.from, month.to, month.net));
    html! {
        <>
            { legend(&view.legend) }
            { plot(&view.axis, months(&view.months), vec![columns, group("ps-net", nets)]) }
        </>
    }
}

/// A month: all of it, and each of its movements.
fn column(view: &MovementsView, position: usize, month: &Column, stop: (usize, usize)) -> Vec<Html> {
    let whole = mark("g", "ps-bar", At::new(position, 0, stop), &month.spot, Besides::default());
    let mut marks = vec![around(whole, [hit((month.from, month.to))])];
    for part in &month.parts {
        let kind = view.legend.iter().position(|legend| legend.movement == part.movement).unwrap_or(0);
        let at = At::new(position, kind.saturating_add(1), stop);
        let sides =
            [percent(month.from), length(month.from, month.to), height(part.to), length(part.from, part.to)];
        let besides = Besides { tone: Some(movement(part.movement)), level: None, sides: sides.map(Some) };
        let bar = mark("rect", "ps-bar__bar ps-bar__part", at, &part.spot, besides);
        marks.push(bar.into());
    }
    marks
}

fn legend(legend: &[Legend]) -> Html {
    let entries = legend.iter().map(|entry| {
        html! {
            <li class="ps-legend__entry">
                <span class="ps-legend__swatch" data-tone={movement(entry.movement)}></span>{ entry.name.as_str() }
            </li>
        }
    });
    html! {
        <ul class="ps-legend" aria-label="Colours">
            { for entries }
            <li class="ps-legend__entry"><span class="ps-legend__net"></span>{ "Net" }</li>
        </ul>
    }
}
