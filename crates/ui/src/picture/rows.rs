//! Bars one below the other, each with its name and amount: groups by size, and the bridge on a narrow page.

use plimsoll_report::view::{Place, RankedView, Spot};
use yew::{Html, html};

use super::mark::{At, Besides, mark};
use super::plot::sheet;
use super::shape::{around, rect};
use crate::words::{maybe, words};

/// Groups by size.
pub(super) fn ranked(view: &RankedView, stop: (usize, usize)) -> Html {
    let rows = view.rows.iter().enumerate().map(|(position, row)| {
        let at = At::new(0, position, stop);
        let label = (row.label.as_str(), row.is_foreign);
        bar_row(at, &row.spot, label, &row.value, row.share.as_ref(), (row.from, row.to), "total")
    });
    html! { <div class="ps-rows ps-marks" data-shares="true">{ for rows }</div> }
}

/// A bar with its name and amount. A name that comes from the data is kept apart from the direction of the rest.
pub(super) fn bar_row(
    at: At,
    spot: &Spot,
    (label, is_foreign): (&str, bool),
    value: &str,
    share: Option<&String>,
    (from, to): (Place, Place),
    tone: &'static str,
) -> Html {
    let bar = rect("ps-bar__bar", (from, to), (Place(0), Place::END), [Some(tone), None]);
    let inside = [
        words(if is_foreign { "bdi" } else { "span" }, "ps-row__label", label),
        words("span", "ps-row__value", value),
        maybe("span", "ps-row__share", share),
        sheet("ps-row__bar", "14", [bar]),
    ];
    around(mark("div", "ps-row", at, spot, Besides::default()), inside)
}
