//! What drawings with a measured axis share: the axis, its lines, and names below.

use plimsoll_report::view::{Axis, Place, Tick};
use yew::{AttrValue, Html, html};

use crate::scale::percent;

/// How many hundredths of the width a name needs to either side, so that it is not cut off at an end.
const NEAR_AN_END: u16 = 600;

/// The place as a height: more is higher, and a drawing counts from the top.
pub(super) fn height(place: Place) -> AttrValue {
    percent(Place(from_top(place)))
}

/// The place counted from the top.
pub(super) fn from_top(Place(place): Place) -> u16 {
    Place::END.0.saturating_sub(place)
}

/// The distance between two places.
pub(super) fn length(from: Place, to: Place) -> AttrValue {
    percent(Place(to.0.abs_diff(from.0)))
}

/// A drawing beside its axis, with names below.
pub(super) fn plot(axis: &Axis, below: Html, area: Html) -> Html {
    // The longest number makes the room for all of them; it is not shown.
    let widest = axis.ticks.iter().map(|tick| tick.text.as_str()).max_by_key(|text| text.chars().count());
    let ticks = axis.ticks.iter().enumerate().map(|(position, tick)| {
        html! { <text key={position} x="100%" y={height(tick.place)} dy="4" text-anchor="end">{ tick.text.as_str() }</text> }
    });
    let lines = axis.ticks.iter().enumerate().map(|(position, tick)| {
        let y = height(tick.place);
        html! { <line key={position} x1="0" x2="100%" y1={y.clone()} y2={y} /> }
    });
    let zero = axis.zero.map(|zero| {
        let y = height(zero);
        html! { <line class="ps-plot__zero" x1="0" x2="100%" y1={y.clone()} y2={y} /> }
    });
    html! {
        <div class="ps-plot ps-marks">
            <p class="ps-plot__unit" aria-hidden="true">{ axis.unit.as_deref() }</p>
            <div class="ps-plot__axis" aria-hidden="true">
                <span class="ps-plot__widest">{ widest }</span>
                <svg class="ps-plot__ticks" width="100%" height="100%" focusable="false">{ for ticks }</svg>
            </div>
            <svg class="ps-plot__area" width="100%" height="100%" focusable="false">
                <g class="ps-plot__lines" aria-hidden="true">{ for lines }</g>
                { area }
                <g class="ps-plot__lines" aria-hidden="true">{ zero.unwrap_or_default() }</g>
            </svg>
            { below }
        </div>
    }
}

/// Names of months below their columns. Those for which there is no room are left out by the styles.
pub(super) fn months(months: &[Tick]) -> Html {
    let names = months.iter().map(|month| {
        let anchor = match month.place {
            Place(near) if near < NEAR_AN_END => "start",
            Place(far) if far > Place::END.0.saturating_sub(NEAR_AN_END) => "end",
            _ => "middle",
        };
        let x = match anchor {
            "start" => percent(Place(0)),
            "end" => percent(Place::END),
            _ => percent(month.place),
        };
        html! {
            <g key={month.text.as_str()} data-rank={month.rank.to_string()}>
                <line x1={percent(month.place)} x2={percent(month.place)} y1="0" y2="4" />
                <text {x} y="18" text-anchor={anchor}>{ month.text.as_str() }</text>
            </g>
        }
    });
    html! { <svg class="ps-plot__below" width="100%" height="24" aria-hidden="true" focusable="false">{ for names }</svg> }
}
