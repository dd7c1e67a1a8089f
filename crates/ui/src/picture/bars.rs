//! The bridge: side by side where there is room, one below the other where there is not.

use plimsoll_report::view::{BridgeBar, BridgeView, Place, Tone};
use yew::{AttrValue, Html, html};

use super::mark::{At, Besides, mark, tone};
use super::plot::{below, height, length, plot};
use super::rows::bar_row;
use super::shape::{Set, around, group, hit, level, rect, shape, words, words_at};
use crate::scale::percent;

/// Words in the middle of a bar, with nothing between them and their place.
const CENTRED: Set = Set { anchor: "middle", aside: "0", below: "0" };

/// The bridge in both forms; the styles show one.
pub(super) fn bridge(view: &BridgeView, stop: (usize, usize)) -> Html {
    let rows = view.bars.iter().enumerate().map(|(position, bar)| {
        let at = At::new(position, 0, stop);
        bar_row(at, &bar.spot, (&bar.label, false), &bar.value, None, ends(bar), tone(bar.tone))
    });
    html! {
        <>
            <div class="ps-bridge">{ columns(view, stop) }</div>
            <div class="ps-bridge-rows">
                <p class="ps-plot__unit" aria-hidden="true">{ view.axis.unit.as_deref() }</p>
                <div class="ps-rows ps-marks">{ for rows }</div>
            </div>
        </>
    }
}

fn columns(view: &BridgeView, stop: (usize, usize)) -> Html {
    let bars = view.bars.iter().enumerate().map(|(position, bar)| {
        let mark = mark("g", "ps-bar", At::new(position, 0, stop), &bar.spot, Besides::default());
        around(mark, inside(bar, view.is_cut))
    });
    let links = view.bars.iter().zip(view.bars.iter().skip(1));
    let links = group("ps-bridge__links", links.map(|(bar, next)| level("", bar.right, next.left, bar.to)));
    let names = view
        .bars
        .iter()
        .map(|bar| words_at("", percent(middle(bar)), AttrValue::Static("18"), CENTRED, &bar.label));
    plot(&view.axis, below(names), [links].into_iter().chain(bars).collect())
}

fn middle(bar: &BridgeBar) -> Place {
    Place(bar.left.0.midpoint(bar.right.0))
}

/// The lower and the upper end.
fn ends(bar: &BridgeBar) -> (Place, Place) {
    (bar.from.min(bar.to), bar.from.max(bar.to))
}

/// The bar with its amount above.
fn inside(bar: &BridgeBar, is_cut: bool) -> Vec<Html> {
    let sides = (bar.left, bar.right);
    let (low, high) = ends(bar);
    let shape = rect("ps-bar__bar", sides, (low, high), [Some(tone(bar.tone)), None]);
    let amount = words("ps-bar__value", middle(bar), high, Set { below: "-7", ..CENTRED }, &bar.value);
    let mut shapes = vec![hit(sides), shape];
    if is_cut && bar.tone == Tone::Total {
        shapes.push(gaps(sides));
    }
    shapes.push(amount);
    shapes
}

/// What shows that a bar is cut off: two gaps at its foot.
fn gaps((left, right): (Place, Place)) -> Html {
    let foot = [height(Place(0)), AttrValue::Static("visible")];
    let gap = |y| {
        let values = [percent(left), length(left, right), AttrValue::Static(y), AttrValue::Static("3")];
        shape("rect", &["x", "width", "y", "height"], &values).into()
    };
    group("ps-bar__gaps", [around(shape("svg", &["y", "overflow"], &foot), [gap("-14"), gap("-20")])])
}
