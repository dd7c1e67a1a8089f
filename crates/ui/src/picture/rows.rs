//! Bars one below the other, each with its name and amount: groups by size, and the bridge on a narrow page.

use plimsoll_report::view::{Place, RankedView, Spot};
use yew::{Html, html};

use super::mark::{At, mark_of};
use super::plot::length;
use crate::ids::flag;
use crate::scale::percent;

/// Groups by size.
pub(super) fn ranked(view: &RankedView, stop: (usize, usize)) -> Html {
    let rows = view.rows.iter().enumerate().map(|(position, row)| {
        let at = At::new(0, position, stop);
        let label = (row.label.as_str(), row.is_foreign);
        bar_row(at, &row.spot, label, &row.value, row.share.as_deref(), (row.from, row.to), "total")
    });
    html! { <div class="ps-rows ps-marks" data-shares="true">{ for rows }</div> }
}

/// A bar with its name and amount. A name that comes from the data is kept apart from the direction of the rest.
pub(super) fn bar_row(
    at: At,
    spot: &Spot,
    (label, is_foreign): (&str, bool),
    value: &str,
    share: Option<&str>,
    (from, to): (Place, Place),
    tone: &'static str,
) -> Html {
    let label = if is_foreign {
        html! { <bdi>{ label }</bdi> }
    } else {
        label.into()
    };
    let inside = html! {
        <>
            <span class="ps-row__label">{ label }</span>
            <span class="ps-row__value">{ value }</span>
            <span class="ps-row__share">{ share }</span>
            <svg class="ps-row__bar" width="100%" height="14" focusable="false" aria-hidden="true">
                <rect class="ps-bar__bar" data-tone={tone} data-flat={flag(from == to)}
                    x={percent(from)} width={length(from, to)} y="0" height="100%" />
            </svg>
        </>
    };
    mark_of("div", "ps-row", at, spot, inside)
}
