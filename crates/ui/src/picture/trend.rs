//! A rate over time, before its benchmark bands.

use plimsoll_report::view::{Line, Mark, Node, Place, TrendBand, TrendView};
use yew::{AttrValue, Html, html};

use super::mark::{At, mark_of};
use super::plot::{from_top, height, length, months, plot};
use crate::ids::{flag, standing};
use crate::scale::percent;

/// From so many months on, the dots of single months would run into each other.
const DENSE: usize = 30;

/// Half of the height.
const MIDDLE: Place = Place(5_000);

/// Above this there is no room for words above, and below [`LOW`] none for words below.
const HIGH: Place = Place(9_200);
const LOW: Place = Place(800);

/// The line with its months, bands and target.
pub(super) fn trend(view: &TrendView, stop: (usize, usize)) -> Html {
    let nodes = view.nodes.iter().enumerate().map(|(position, node)| {
        mark_of("g", "ps-node", At::new(position, 0, stop), &node.spot, inside(node))
    });
    let is_dense = view.nodes.len() > DENSE;
    let area = html! {
        <>
            <g class="ps-trend__bands" aria-hidden="true">{ for view.bands.iter().map(|each| band(each, false)) }</g>
            <g aria-hidden="true">{ view.target.as_ref().map(|mark| target(mark, false)).unwrap_or_default() }</g>
            <svg class="ps-trend__lines" viewBox="0 0 10000 10000" preserveAspectRatio="none" width="100%" height="100%"
                aria-hidden="true">{ for view.lines.iter().map(line) }</svg>
            <g class="ps-trend__nodes" data-dense={flag(is_dense)}>{ for nodes }</g>
            <g class="ps-trend__bands" aria-hidden="true">{ for view.bands.iter().map(|each| band(each, true)) }</g>
            <g class="ps-trend__words" aria-hidden="true">
                { view.target.as_ref().map(|mark| target(mark, true)).unwrap_or_default() }
                { last(view) }
            </g>
        </>
    };
    plot(&view.axis, months(&view.months), area)
}

/// A band, which lies behind the line, or its name, which lies before it; not every band has room for its name.
fn band(band: &TrendBand, is_name: bool) -> Html {
    let inside = match (is_name, band.has_room) {
        (false, _) => {
            html! { <rect x="0" width="100%" y={height(band.to)} height={length(band.from, band.to)} /> }
        }
        (true, true) => {
            let middle = Place(band.from.0.midpoint(band.to.0));
            html! { <text x="6" y={height(middle)} dy="4">{ band.name.as_str() }</text> }
        }
        (true, false) => return Html::default(),
    };
    html! { <g key={band.name.as_str()} data-standing={standing(band.standing)}>{ inside }</g> }
}

/// The target line, which lies behind the values, or its name, which lies before them.
fn target(mark: &Mark, is_name: bool) -> Html {
    let y = height(mark.place);
    if is_name {
        html! {
            <svg x="100%" {y} overflow="visible">
                <text class="ps-trend__word" x="-6" y={beside(mark.place)} text-anchor="end">{ mark.label.as_str() }</text>
            </svg>
        }
    } else {
        html! { <line class="ps-trend__target" x1="0" x2="100%" y1={y.clone()} y2={y} /> }
    }
}

/// A word above a place, or below it where there is no room above.
fn beside(place: Place) -> &'static str {
    if place > HIGH { "15" } else { "-6" }
}

/// A piece of the line twice: once as its own margin, so that it can be told from what lies behind it.
fn line(line: &Line) -> Html {
    let points: Vec<String> = line
        .points
        .iter()
        .map(|(along, up)| [along.0.to_string(), ",".into(), from_top(*up).to_string()].concat())
        .collect();
    let points = AttrValue::from(points.join(" "));
    html! {
        <>
            <polyline class="ps-trend__margin" points={points.clone()} vector-effect="non-scaling-stroke" />
            <polyline class="ps-trend__line" {points} vector-effect="non-scaling-stroke" />
        </>
    }
}

/// A month: the whole column can be pointed at.
fn inside(node: &Node) -> Html {
    let dot = node.value.map(|value| {
        html! {
            <svg x={percent(node.at)} y={height(value)} overflow="visible"><circle class="ps-node__dot" r="3.5" /></svg>
        }
    });
    html! {
        <>
            <rect class="ps-bar__hit" x={percent(node.from)} width={length(node.from, node.to)} y="0" height="100%" />
            { dot.unwrap_or_default() }
        </>
    }
}

/// The last value beside its month: on the side from which the line does not come.
fn last(view: &TrendView) -> Html {
    let Some(mark) = &view.last else { return Html::default() };
    let before = view.nodes.iter().rev().skip(1).find_map(|node| node.value);
    let is_above = before.map_or(mark.place < MIDDLE, |before| before < mark.place);
    let y = if is_above && mark.place < HIGH || mark.place < LOW { "-12" } else { "22" };
    html! {
        <svg x="100%" y={height(mark.place)} overflow="visible">
            <text class="ps-trend__last" x="-4" {y} text-anchor="end">{ mark.label.as_str() }</text>
        </svg>
    }
}
