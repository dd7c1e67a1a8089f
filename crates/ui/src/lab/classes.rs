//! How the accounts are made up of classes, with the targets and the lines at which to act.

use plimsoll_report::view::Place;
use plimsoll_report::view::lab::{ClassBand, ClassShare};
use yew::{Html, html};

use super::mark;
use crate::ids::standing;
use crate::scale::percent;
use crate::words::words;

/// A row for each class: its share as a bar, below which lie the target's range and what is beyond the lines.
pub(super) fn classes(rows: &[ClassShare]) -> Html {
    html! { <ul class="ps-shares">{ for rows.iter().map(row) }</ul> }
}

fn row(row: &ClassShare) -> Html {
    html! {
        <li key={row.class.name} class="ps-share" data-class={super::class(row.class.class)}>
            <span>{ mark(&row.class) }</span>
            { words("span", "ps-share__value", &row.share) }
            { words("span", "ps-share__holds", &row.holds) }
            { drawing(row) }
            <span class="ps-share__lines">{ for row.lines.iter().enumerate().map(|(at, line)| html! { <span key={at}>{ line.as_str() }</span> }) }</span>
        </li>
    }
}

/// The numbers stand beside it, and the lines below it, in words.
fn drawing(row: &ClassShare) -> Html {
    let Some(place) = row.place else { return Html::default() };
    let cuts = row.bands.iter().skip(1);
    html! {
        <svg class="ps-share__picture" width="100%" height="22" overflow="visible" aria-hidden="true" focusable="false">
            <rect class="ps-share__bar" width={percent(place)} height="12" />
            { for row.bands.iter().map(band) }
            { for cuts.map(|ClassBand { from, .. }| html! { <line key={from.0} x1={percent(*from)} x2={percent(*from)} y1="-2" y2="22" /> }) }
        </svg>
    }
}

fn band(of: &ClassBand) -> Html {
    let width = of.to.0.saturating_sub(of.from.0);
    html! {
        <rect key={of.from.0} class="ps-share__band" data-standing={standing(of.standing)} x={percent(of.from)} y="15" height="5"
            width={percent(Place(width))} />
    }
}
