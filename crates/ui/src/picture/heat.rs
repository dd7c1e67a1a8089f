//! Cohorts by age: a table whose cells are coloured, so that colour and number are one.

use plimsoll_report::view::{HeatLevel, HeatRow, HeatView};
use yew::{AttrValue, Html, html};

use super::mark::{At, Besides, mark};
use crate::ids::flag;

/// The cohorts, and what the colours mean.
pub(super) fn heat(view: &HeatView, stop: (usize, usize)) -> Html {
    let ages = view.ages.iter().map(|age| html! { <th key={age.as_str()} scope="col">{ age.as_str() }</th> });
    let rows = view.rows.iter().enumerate().map(|(position, row)| cohort(position, row, stop));
    let across = AttrValue::from(view.ages.len().to_string());
    html! {
        <>
            { legend(&view.levels) }
            <div class="ps-heat">
                <table class="ps-heat__table ps-marks" role="grid" aria-readonly="true" aria-label={view.across.clone()}>
                    <thead>
                        <tr>
                            <th class="ps-heat__name" scope="col" rowspan="2">{ view.corner.as_str() }</th>
                            <th class="ps-heat__size" scope="col" rowspan="2">{ view.size.as_str() }</th>
                            <th class="ps-heat__across" scope="colgroup" colspan={across}>
                                <span>{ view.across.as_str() }</span>
                            </th>
                        </tr>
                        <tr>{ for ages }</tr>
                    </thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
        </>
    }
}

fn cohort(position: usize, row: &HeatRow, stop: (usize, usize)) -> Html {
    let cells = row.cells.iter().enumerate().map(|(age, cell)| {
        let besides = Besides { level: cell.level, ..Besides::default() };
        let mut td = mark("td", "ps-heat__cell", At::new(age, position, stop), &cell.spot, besides);
        td.add_child(cell.text.as_str().into());
        Html::from(td)
    });
    html! {
        <tr key={position} data-summary={flag(row.is_summary)}>
            <th class="ps-heat__name" scope="row">{ row.label.as_str() }</th>
            <td class="ps-heat__size">{ row.size.as_str() }</td>
            { for cells }
        </tr>
    }
}

fn legend(levels: &[HeatLevel]) -> Html {
    let entries = levels.iter().map(|level| {
        let step = level.level.to_string();
        html! {
            <li key={step.as_str()} class="ps-legend__entry">
                <span class="ps-legend__swatch" data-level={step.clone()}></span>{ level.span.as_str() }
            </li>
        }
    });
    html! { <ul class="ps-legend" aria-label="Colours">{ for entries }</ul> }
}
