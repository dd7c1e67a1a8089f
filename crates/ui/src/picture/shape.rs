//! The shapes that drawings are made of. Written once and by hand, as each `html!` costs bytes where it stands.

use plimsoll_report::view::Place;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};
use yew::{AttrValue, Html};

use super::plot::{height, length};
use crate::scale::percent;

/// An element with attributes; `names` and `values` go together, and what has no value is left out.
pub(super) fn element(
    tag: &'static str,
    names: &'static [&'static str],
    values: impl Iterator<Item = Option<AttrValue>>,
) -> VTag {
    let mut element = VTag::new(tag);
    let values = values.map(|value| value.map(AttributeOrProperty::Attribute)).collect();
    element.attributes = Attributes::Dynamic { keys: names, values };
    element
}

/// An element that has all of its attributes.
pub(super) fn shape(tag: &'static str, names: &'static [&'static str], values: &[AttrValue]) -> VTag {
    element(tag, names, values.iter().map(|value| Some(value.clone())))
}

/// An element with others inside of it.
pub(super) fn around(mut element: VTag, inside: impl IntoIterator<Item = Html>) -> Html {
    element.add_children(inside);
    element.into()
}

/// Shapes that belong together. They are for the eye: what they say is said by marks or by the table.
pub(super) fn group(class: &'static str, inside: impl IntoIterator<Item = Html>) -> Html {
    let attributes = [AttrValue::Static(class), AttrValue::Static("true")];
    around(shape("g", &["class", "aria-hidden"], &attributes), inside)
}

/// A line across, at a height.
pub(super) fn level(class: &'static str, from: Place, to: Place, at: Place) -> Html {
    let y = height(at);
    let values = [AttrValue::Static(class), percent(from), percent(to), y.clone(), y];
    shape("line", &["class", "x1", "x2", "y1", "y2"], &values).into()
}

/// A line across the whole drawing.
pub(super) fn whole_level(class: &'static str, at: Place) -> Html {
    level(class, Place(0), Place::END, at)
}

/// A rectangle between two places across and two heights, with what it is coloured for. One without a height or
/// a width says so, as only its edge can be seen.
pub(super) fn rect(
    class: &'static str,
    (left, right): (Place, Place),
    (low, high): (Place, Place),
    [tone, standing]: [Option<&'static str>; 2],
) -> Html {
    let sides = [class.into(), percent(left), length(left, right), height(high), length(low, high)];
    let is_flat = (left == right || low == high).then_some("true");
    let more = [tone, standing, is_flat].map(|value| value.map(AttrValue::from));
    let names = &["class", "x", "width", "y", "height", "data-tone", "data-standing", "data-flat"];
    element("rect", names, sides.into_iter().map(Some).chain(more)).into()
}

/// What can be pointed at: the whole height between two places across.
pub(super) fn hit(sides: (Place, Place)) -> Html {
    rect("ps-bar__hit", sides, (Place(0), Place::END), [None, None])
}

/// Where words stand to their place: where they begin, have their middle or end, and how many pixels aside and below.
#[derive(Clone, Copy)]
pub(super) struct Set {
    pub(super) anchor: &'static str,
    pub(super) aside: &'static str,
    pub(super) below: &'static str,
}

/// Words at a place across and a height.
pub(super) fn words(class: &'static str, x: Place, y: Place, set: Set, words: &str) -> Html {
    words_at(class, percent(x), height(y), set, words)
}

/// Words at a place that is not only a share of the drawing.
pub(super) fn words_at(class: &'static str, x: AttrValue, y: AttrValue, set: Set, words: &str) -> Html {
    let Set { anchor, aside, below } = set;
    let values = [class, aside, below, anchor].map(AttrValue::Static);
    let [class, aside, below, anchor] = values;
    let names = &["class", "x", "y", "dx", "dy", "text-anchor"];
    around(shape("text", names, &[class, x, y, aside, below, anchor]), [words.into()])
}
