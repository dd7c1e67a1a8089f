//! What drawings with a measured axis share: the axis, its lines, and names below.

use plimsoll_report::view::{Axis, Place, Tick};
use yew::{AttrValue, Html, html};

use super::shape::{Set, around, group, shape, whole_level, words, words_at};
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
pub(super) fn plot(axis: &Axis, below: Html, area: Vec<Html>) -> Html {
    // The longest number makes the room for all of them; it is not shown.
    let widest = axis.ticks.iter().map(|tick| tick.text.as_str()).max_by_key(|text| text.chars().count());
    let set = Set { anchor: "end", aside: "0", below: "4" };
    let ticks = axis.ticks.iter().map(|tick| words("", Place::END, tick.place, set, &tick.text));
    let lines = group("ps-plot__lines", axis.ticks.iter().map(|tick| whole_level("", tick.place)));
    let zero = group("ps-plot__lines", axis.zero.map(|zero| whole_level("ps-plot__zero", zero)));
    let area = [lines].into_iter().chain(area).chain([zero]);
    html! {
        <div class="ps-plot ps-marks">
            <p class="ps-plot__unit" aria-hidden="true">{ axis.unit.as_deref() }</p>
            <div class="ps-plot__axis" aria-hidden="true">
                <span class="ps-plot__widest">{ widest }</span>
                { sheet("ps-plot__ticks", "100%", ticks) }
            </div>
            { sheet("ps-plot__area", "100%", area) }
            { below }
        </div>
    }
}

/// Something to draw on, as wide as there is room.
pub(super) fn sheet(
    class: &'static str,
    height: &'static str,
    inside: impl IntoIterator<Item = Html>,
) -> Html {
    let values = [class, "100%", height, "false"].map(AttrValue::Static);
    around(shape("svg", &["class", "width", "height", "focusable"], &values), inside)
}

/// What stands below a drawing. It is for the eye: each mark says its month or step.
pub(super) fn below(inside: impl IntoIterator<Item = Html>) -> Html {
    sheet("ps-plot__below", "24", [group("", inside)])
}

/// Names of months below their columns. Those for which there is no room are left out by the styles.
pub(super) fn months(months: &[Tick]) -> Html {
    below(months.iter().map(|month| {
        let (anchor, x) = match month.place {
            Place(near) if near < NEAR_AN_END => ("start", Place(0)),
            Place(far) if far > Place::END.0.saturating_sub(NEAR_AN_END) => ("end", Place::END),
            middle => ("middle", middle),
        };
        let at = percent(month.place);
        let ends = [at.clone(), at, AttrValue::Static("0"), AttrValue::Static("4")];
        let tick = shape("line", &["x1", "x2", "y1", "y2"], &ends).into();
        let set = Set { anchor, aside: "0", below: "0" };
        let name = words_at("", percent(x), AttrValue::Static("18"), set, &month.text);
        around(shape("g", &["data-rank"], &[AttrValue::from(month.rank.to_string())]), [tick, name])
    }))
}
