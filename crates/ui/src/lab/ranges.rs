//! Values below each other, as bars, or as dots with their intervals. Each is written beside its shape.

use plimsoll_report::view::Place;
use plimsoll_report::view::lab::{RangeRow, RangeShape, RangesView};
use yew::{Html, html};

use super::numbers::behind;
use crate::ids::id;
use crate::scale::percent;
use crate::words::{named, words};

/// The picture, and the table behind it.
pub(super) fn ranges(slug: &'static str, view: &RangesView) -> Html {
    let title = id(&["lab-", slug]);
    let line = view.line.as_ref();
    html! {
        <figure class="ps-check" aria-labelledby={title.clone()}>
            <figcaption>{ named("h4", "ps-convention__title", &title, &view.finding) }</figcaption>
            { words("p", "ps-lab__soft", &view.about) }
            <ol class="ps-ranges">{ for view.rows.iter().map(|each| row(each, line.map(|(place, _)| *place))) }</ol>
            { for line.iter().map(|(_, says)| html! { <p class="ps-lab__soft">{ "The line across: " }{ says.as_str() }{ "." }</p> }) }
            { behind(&view.numbers) }
        </figure>
    }
}

fn row(row: &RangeRow, line: Option<Place>) -> Html {
    html! {
        <li key={row.name.as_str()} class="ps-range">
            <span>{ row.name.as_str() }</span>
            { drawing(row.shape, line) }
            <span class="ps-range__value">{ row.value.as_str() }</span>
        </li>
    }
}

fn drawing(of: RangeShape, line: Option<Place>) -> Html {
    let drawn = match of {
        RangeShape::Nothing => Html::default(),
        RangeShape::Bar(to) => html! { <rect width={percent(to)} y="2" height="12" /> },
        RangeShape::Dot(at, ends) => dot(at, ends),
    };
    html! {
        <svg class="ps-range__picture" width="100%" height="16" overflow="visible" aria-hidden="true" focusable="false">
            { drawn }
            { for line.iter().map(|at| html! { <line class="ps-range__line" x1={percent(*at)} x2={percent(*at)} y1="-2" y2="18" /> }) }
        </svg>
    }
}

/// A dot on its interval.
pub(super) fn dot(at: Place, [low, high]: [Place; 2]) -> Html {
    html! { <><line x1={percent(low)} x2={percent(high)} y1="8" y2="8" /><circle cx={percent(at)} cy="8" r="4" /></> }
}
