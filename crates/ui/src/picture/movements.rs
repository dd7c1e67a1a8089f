//! What came and what went, month by month.

use plimsoll_report::view::{Column, Legend, MovementsView};
use yew::{Html, html};

use super::mark::{At, mark, mark_of, movement};
use super::plot::{height, length, months, plot};
use crate::ids::flag;
use crate::scale::percent;

/// From so many months on, margins between movements would leave nothing of the narrow bars on a phone.
const DENSE: usize = 30;

/// The months with their movements, and what the colours mean.
pub(super) fn movements(view: &MovementsView, stop: (usize, usize)) -> Html {
    let columns = view.columns.iter().enumerate().map(|(position, month)| {
        html! { <g key={position}>{ column(view, position, month, stop) }</g> }
    });
    let nets = view.columns.iter().enumerate().map(|(position, month)| {
        let y = height(month.net);
        html! { <line key={position} x1={percent(month.from)} x2={percent(month.to)} y1={y.clone()} y2={y} /> }
    });
    let area = html! {
        <>
            <g class="ps-columns" data-dense={flag(view.columns.len() > DENSE)}>{ for columns }</g>
            <g class="ps-net" aria-hidden="true">{ for nets }</g>
        </>
    };
    html! {
        <>
            { legend(&view.legend) }
            { plot(&view.axis, months(&view.months), area) }
        </>
    }
}

/// A month: all of it, and each of its movements.
fn column(view: &MovementsView, position: usize, month: &Column, stop: (usize, usize)) -> Html {
    let (x, width) = (percent(month.from), length(month.from, month.to));
    let hit = html! { <rect class="ps-bar__hit" x={x.clone()} width={width.clone()} y="0" height="100%" /> };
    let whole = mark_of("g", "ps-bar", At::new(position, 0, stop), &month.spot, hit);
    let parts = month.parts.iter().map(|part| {
        let kind = view.legend.iter().position(|legend| legend.movement == part.movement).unwrap_or(0);
        let at = At::new(position, kind.saturating_add(1), stop);
        let mut bar = mark("rect", "ps-bar__bar ps-bar__part", at, &part.spot);
        bar.add_attribute("data-tone", movement(part.movement));
        bar.add_attribute("x", x.clone());
        bar.add_attribute("width", width.clone());
        bar.add_attribute("y", height(part.to));
        bar.add_attribute("height", length(part.from, part.to));
        Html::from(bar)
    });
    html! { <>{ whole }{ for parts }</> }
}

fn legend(legend: &[Legend]) -> Html {
    let entries = legend.iter().map(|entry| {
        html! {
            <li key={entry.name.as_str()} class="ps-legend__entry">
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
