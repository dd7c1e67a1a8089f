//! Where the scenarios lead: the lines, the numbers behind them, and when each gets where.

use plimsoll_report::Action;
use plimsoll_report::view::{MilestoneRow, PictureTable, ProjectionView, TableRow};
use yew::{Callback, Html, html};

use super::chart::chart;
use super::entry::{asked, choice};
use crate::words::{named, words};

/// The projection.
pub(super) fn projection(view: &ProjectionView, dispatch: &Callback<Action>) -> Html {
    html! {
        <section class="ps-convention" aria-labelledby="projection-title">
            { named("h3", "ps-convention__title", &"projection-title".into(), "Ahead") }
            <div class="ps-asks">
                { choice("project.of", "Project", &view.of, dispatch) }
                { asked("For how long (12 to 60)", &view.months, dispatch) }
                { asked("Target", &view.target, dispatch) }
            </div>
            <figure class="ps-ahead" aria-labelledby="projection-finding">
                <figcaption>
                    <h4 class="ps-ahead__finding" id="projection-finding" aria-live="polite">{ view.finding.as_str() }</h4>
                    { words("p", "ps-convention__formula", &view.about) }
                </figcaption>
                { view.ahead.as_ref().map(|ahead| chart(ahead, &view.finding)).unwrap_or_default() }
                { numbers(&view.table) }
            </figure>
            { milestones(view) }
        </section>
    }
}

/// The numbers behind the lines.
pub(super) fn numbers(table: &PictureTable) -> Html {
    if table.rows.is_empty() {
        return Html::default();
    }
    let heads = table.columns.iter().enumerate().map(|(place, column)| {
        html! { <th key={place} scope="col"><bdi>{ column.label.as_str() }</bdi></th> }
    });
    let row = |(place, row): (usize, &TableRow)| {
        let cells = row
            .cells
            .iter()
            .enumerate()
            .map(|(place, cell)| html! { <td key={place}>{ cell.text.as_str() }</td> });
        html! { <tr key={place}><th scope="row">{ row.header.text.as_str() }</th>{ for cells }</tr> }
    };
    html! {
        <details class="ps-ahead__numbers">
            <summary>{ "The numbers" }</summary>
            <div class="ps-scroll" tabindex="0" role="group" aria-label={table.caption.clone()}>
                <table class="ps-table">
                    <caption class="ps-small-title">{ table.caption.as_str() }</caption>
                    <thead><tr>{ for heads }</tr></thead>
                    <tbody>{ for table.rows.iter().enumerate().map(row) }</tbody>
                </table>
            </div>
        </details>
    }
}

fn milestones(view: &ProjectionView) -> Html {
    let heads = view
        .columns
        .iter()
        .map(|column| html! { <th key={column.as_str()} scope="col">{ column.as_str() }</th> });
    html! {
        <div class="ps-scroll" tabindex="0" role="group" aria-label="When each scenario gets where">
            <table class="ps-table ps-compare" id="milestones">
                <thead><tr>{ for heads }</tr></thead>
                <tbody>{ for view.milestones.iter().map(milestone) }</tbody>
            </table>
        </div>
    }
}

fn milestone(row: &MilestoneRow) -> Html {
    let cells =
        row.cells.iter().enumerate().map(|(place, cell)| html! { <td key={place}>{ cell.as_str() }</td> });
    html! {
        <tr key={row.slug.as_str()}>
            <th scope="row">
                { words("span", "ps-convention__name", &row.name) }
                { for row.left_out.iter().map(|text| words("span", "ps-problem", text)) }
            </th>
            { for cells }
        </tr>
    }
}
