//! A mark of a drawing: something that can be pointed at, reached by key and chosen.

use plimsoll_report::view::{Movement, Spot, Tone};
use yew::AttrValue;

use super::shape::element;
use yew::virtual_dom::VTag;

/// Where a mark stands in the order of the keys.
#[derive(Clone, Copy)]
pub(super) struct At {
    pub(super) column: usize,
    pub(super) row: usize,
    /// Whether the keys begin here.
    pub(super) is_stop: bool,
}

impl At {
    /// The mark in a column and a row of a drawing in which the keys begin at `stop`.
    pub(super) fn new(column: usize, row: usize, stop: (usize, usize)) -> Self {
        Self { column, row, is_stop: (column, row) == stop }
    }
}

/// What every mark has, and what some have besides.
const ATTRIBUTES: &[&str] = &[
    "role",
    "class",
    "tabindex",
    "aria-label",
    "data-column",
    "data-row",
    "data-tone",
    "data-level",
    "x",
    "width",
    "y",
    "height",
];

/// What a mark has besides its name and its place in the order of the keys.
#[derive(Default)]
pub(super) struct Besides {
    /// What it is coloured for.
    pub(super) tone: Option<&'static str>,
    /// Its step of a ramp.
    pub(super) level: Option<u8>,
    /// Its left end, width, upper end and height, where it is a rectangle.
    pub(super) sides: [Option<AttrValue>; 4],
}

/// A mark. Its name is what a screen reader says, and what the page shows while it is pointed at.
pub(super) fn mark(tag: &'static str, class: &'static str, at: At, spot: &Spot, besides: Besides) -> VTag {
    // A cell of a grid has a role of its own.
    let role = if tag == "td" { "gridcell" } else { "button" };
    let own = [
        role.into(),
        class.into(),
        if at.is_stop { "0" } else { "-1" }.into(),
        AttrValue::from(spot.name.clone()),
        number(at.column),
        number(at.row),
    ];
    let level = besides.level.map(|level| number(usize::from(level)));
    let more = [besides.tone.map(AttrValue::from), level].into_iter().chain(besides.sides);
    element(tag, ATTRIBUTES, own.into_iter().map(Some).chain(more))
}

fn number(number: usize) -> AttrValue {
    AttrValue::from(number.to_string())
}

/// What a colour stands for, as the styles know it.
pub(super) const fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Total => "total",
        Tone::Movement(movement) => self::movement(movement),
    }
}

/// A movement as the styles know it.
pub(super) const fn movement(movement: Movement) -> &'static str {
    match movement {
        Movement::New => "new",
        Movement::Expansion => "expansion",
        Movement::Reactivation => "reactivation",
        Movement::Contraction => "contraction",
        Movement::Churn => "churn",
    }
}
