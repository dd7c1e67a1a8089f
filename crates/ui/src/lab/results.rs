//! The numbers and the medians.

use plimsoll_report::view::lab::{DimensionRow, StatView};
use yew::{Html, html};

use crate::ids::standing;
use crate::words::{maybe, words};

/// One number.
pub(super) fn stat(stat: &StatView) -> Html {
    let verdict = stat.verdict.as_ref().map(|(name, good)| {
        html! { <span class="ps-chip ps-chip--small" data-standing={standing(*good)}>{ name.as_str() }</span> }
    });
    html! {
        <div key={stat.slug} class="ps-stat" id={["lab-", stat.slug].concat()}>
            <dt class="ps-stat__label">{ stat.label }</dt>
            <dd class="ps-stat__value">{ stat.value.as_str() }{ " " }{ maybe("span", "ps-stat__change", stat.change.as_ref()) }</dd>
            <dd>{ verdict.unwrap_or_default() }{ words("span", "ps-lab__soft", &stat.about) }</dd>
        </div>
    }
}

/// The medians of the indicators.
pub(super) fn dimensions(rows: &[DimensionRow]) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    let row = |row: &DimensionRow| {
        html! {
            <tr key={row.name.as_str()}>
                <th scope="row">{ row.name.as_str() }</th><td data-number="true">{ row.median.as_str() }</td><td>{ row.published.as_deref() }</td>
            </tr>
        }
    };
    html! {
        <details class="ps-lab__more">
            <summary>{ "Medians of the indicators" }</summary>
            <div class="ps-scroll" tabindex="0" role="group" aria-label="Medians of the indicators">
                <table class="ps-table">
                    <thead><tr><th scope="col">{ "Indicator" }</th><th scope="col">{ "Your median, points" }</th><th scope="col">{ "Published" }</th></tr></thead>
                    <tbody>{ for rows.iter().map(row) }</tbody>
                </table>
            </div>
        </details>
    }
}
