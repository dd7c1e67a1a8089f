//! A mark of a drawing: something that can be pointed at, reached by key and chosen.

use plimsoll_report::view::{Movement, Spot, Tone};
use yew::AttrValue;
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

/// A mark. Its name is what a screen reader says, and what the page shows while it is pointed at.
pub(super) fn mark(tag: &'static str, class: &'static str, at: At, spot: &Spot) -> VTag {
    let mut mark = VTag::new(tag);
    // A cell of a grid has a role of its own.
    mark.add_attribute("role", if tag == "td" { "gridcell" } else { "button" });
    mark.add_attribute("class", class);
    mark.add_attribute("tabindex", if at.is_stop { "0" } else { "-1" });
    mark.add_attribute("aria-label", AttrValue::from(spot.name.clone()));
    mark.add_attribute("data-column", AttrValue::from(at.column.to_string()));
    mark.add_attribute("data-row", AttrValue::from(at.row.to_string()));
    mark
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
