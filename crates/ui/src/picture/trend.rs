//! A rate over time, before its benchmark bands.

use plimsoll_report::view::{Line, Mark, Node, Place, TrendBand, TrendView};
use yew::{AttrValue, Html};

use super::mark::{At, Besides, mark};
use super::plot::{from_top, height, months, plot};
use super::shape::{Set, around, group, hit, rect, shape, whole_level, words};
use crate::ids::standing;
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
        around(mark("g", "ps-node", At::new(position, 0, stop), &node.spot, Besides::default()), inside(node))
    });
    let is_dense = if view.nodes.len() > DENSE { "true" } else { "false" };
    let values = ["ps-trend__nodes", is_dense].map(AttrValue::Static);
    let target = view.target.as_ref();
    let area = vec![
        group("ps-trend__bands", view.bands.iter().map(band)),
        group("", target.map(|mark| whole_level("ps-trend__target", mark.place))),
        lines(&view.fitted, &["ps-trend__fitted"]),
        lines(&view.lines, &["ps-trend__margin", "ps-trend__line"]),
        around(shape("g", &["class", "data-dense"], &values), nodes),
        group("ps-trend__bands", view.bands.iter().filter(|band| band.has_room).map(name)),
        group("ps-trend__words", target.map(target_name).into_iter().chain(last(view))),
    ];
    plot(&view.axis, months(&view.months), area)
}

/// A band, which lies behind the line.
fn band(band: &TrendBand) -> Html {
    rect("", (Place(0), Place::END), (band.from, band.to), [None, Some(standing(band.standing))])
}

/// A band's name, which lies before the line.
fn name(band: &TrendBand) -> Html {
    let middle = Place(band.from.0.midpoint(band.to.0));
    let name = words("", Place(0), middle, Set { anchor: "start", aside: "6", below: "4" }, &band.name);
    around(shape("g", &["data-standing"], &[AttrValue::Static(standing(band.standing))]), [name])
}

/// The target's name above its line, or below it where there is no room above.
fn target_name(mark: &Mark) -> Html {
    let below = if mark.place > HIGH { "15" } else { "-6" };
    words("", Place::END, mark.place, Set { anchor: "end", aside: "-6", below }, &mark.label)
}

/// Lines, each piece once for each class: the values twice, first as their own margin, so that they can be told from what
/// lies behind them.
fn lines(lines: &[Line], classes: &'static [&'static str]) -> Html {
    if lines.is_empty() {
        return Html::default();
    }
    let pieces = lines.iter().flat_map(|line| {
        let points = line
            .points
            .iter()
            .map(|(along, up)| [along.0.to_string().as_str(), ",", &from_top(*up).to_string()].concat());
        let points = AttrValue::from(points.collect::<Vec<_>>().join(" "));
        classes.iter().map(move |class| {
            let values = [AttrValue::Static(class), points.clone(), AttrValue::Static("non-scaling-stroke")];
            shape("polyline", &["class", "points", "vector-effect"], &values).into()
        })
    });
    let names = &["class", "viewBox", "preserveAspectRatio", "width", "height", "aria-hidden"];
    let values =
        ["ps-trend__lines", "0 0 10000 10000", "none", "100%", "100%", "true"].map(AttrValue::Static);
    around(shape("svg", names, &values), pieces)
}

/// A month: the whole column can be pointed at.
fn inside(node: &Node) -> Vec<Html> {
    let dot = node.value.map(|value| {
        let values = ["ps-node__dot".into(), percent(node.at), height(value), AttrValue::Static("3.5")];
        shape("circle", &["class", "cx", "cy", "r"], &values).into()
    });
    [hit((node.from, node.to))].into_iter().chain(dot).collect()
}

/// The last value beside its month: on the side from which the line does not come.
fn last(view: &TrendView) -> Option<Html> {
    let mark = view.last.as_ref()?;
    let before = view.nodes.iter().rev().skip(1).find_map(|node| node.value);
    let is_above = before.map_or(mark.place < MIDDLE, |before| before < mark.place);
    let below = if is_above && mark.place < HIGH || mark.place < LOW { "-12" } else { "22" };
    Some(words(
        "ps-trend__last",
        Place::END,
        mark.place,
        Set { anchor: "end", aside: "-4", below },
        &mark.label,
    ))
}
