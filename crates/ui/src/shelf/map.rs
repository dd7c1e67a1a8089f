//! Which figure and metric feeds which: columns of boxes with lines between them.

use plimsoll_report::Action;
use plimsoll_report::view::{MapEdge, MapNode, RelationsView, TendencyRow};
use yew::{Callback, Html, html};

use crate::events::on_pressed;
use crate::explanation::source;
use crate::ids::{flag, id};
use crate::select::Select;
use crate::words::words;

/// The places of the map in pixels, as the styles have them: a box, and the gap to the next one to the right and below.
const BOX: (usize, usize) = (184, 52);
const GAP: (usize, usize) = (56, 12);

/// The map, and what tends to move together.
pub(super) fn relations(view: &RelationsView, dispatch: &Callback<Action>) -> Html {
    let on_choose = dispatch.reform(|slug: String| Action::ViewOpened(["relations:", &slug].concat()));
    html! {
        <>
            { words("h2", "ps-title", "What feeds what") }
            { words("p", "ps-lead", "Drawn from the formulas themselves. Choose a metric to see which figures reach it, and what rests on it.") }
            <div class="ps-choice ps-choice--map">
                <label class="ps-choice__label" for="map-metric">{ "Metric" }</label>
                <Select id="map-metric" described_by="map-summary" options={view.metrics.clone()} {on_choose} />
            </div>
            <p id="map-summary" class="ps-lead" aria-live="polite">{ view.summary.as_str() }</p>
            <div class="ps-scroll" tabindex="0" role="group" aria-label="Map of figures and metrics">{ map(view, dispatch) }</div>
            { tendencies(&view.tendencies) }
        </>
    }
}

fn map(view: &RelationsView, dispatch: &Callback<Action>) -> Html {
    let rows = view.columns.iter().map(Vec::len).max().unwrap_or(0);
    let size = |count: usize, length: usize, gap: usize| {
        count.saturating_mul(length.saturating_add(gap)).saturating_sub(gap)
    };
    let (width, height) = (size(view.columns.len(), BOX.0, GAP.0), size(rows, BOX.1, GAP.1));
    let top = |column: usize| {
        let count = view.columns.get(column).map_or(0, Vec::len);
        height.saturating_sub(size(count, BOX.1, GAP.1)) / 2
    };
    let place = |(column, row): (usize, usize)| {
        let left = column.saturating_mul(BOX.0.saturating_add(GAP.0));
        let down = row.saturating_mul(BOX.1.saturating_add(GAP.1)).saturating_add(top(column));
        (left, down)
    };
    let lines = view.edges.iter().enumerate().map(|(number, edge)| line(number, edge, &place));
    let columns = view.columns.iter().enumerate().map(|(number, nodes)| {
        html! { <ul key={number} class="ps-map__column">{ for nodes.iter().map(|node| box_of(node, dispatch)) }</ul> }
    });
    html! {
        <div class="ps-map">
            <svg class="ps-map__lines" width={width.to_string()} height={height.to_string()} aria-hidden="true" focusable="false">
                { for lines }
            </svg>
            { for columns }
        </div>
    }
}

fn line(number: usize, edge: &MapEdge, place: &impl Fn((usize, usize)) -> (usize, usize)) -> Html {
    let (from, to) = (place(edge.from), place(edge.to));
    let middle = |down: usize| down.saturating_add(BOX.1 / 2).to_string();
    let (start, end) = (from.0.saturating_add(BOX.0), to.0);
    let half = start.midpoint(end).to_string();
    let (start, end) = (start.to_string(), end.to_string());
    let (one, other) = (middle(from.1), middle(to.1));
    let path =
        ["M", &start, " ", &one, "C", &half, " ", &one, " ", &half, " ", &other, " ", &end, " ", &other]
            .concat();
    html! { <path key={number} d={path} /> }
}

fn box_of(node: &MapNode, dispatch: &Callback<Action>) -> Html {
    let label = words("span", "ps-map__label", node.label);
    let value = words("span", "ps-map__value", &node.value);
    let content = if node.is_metric {
        let onclick = on_pressed(dispatch, Action::ViewOpened(["relations:", node.slug].concat()));
        html! {
            <button type="button" class="ps-map__box" title={node.label} data-focus={flag(node.is_focus)} {onclick}>
                { label }{ " " }{ value }
            </button>
        }
    } else {
        html! { <p class="ps-map__box ps-map__box--figure" title={node.label}>{ label }{ " " }{ value }</p> }
    };
    html! { <li key={node.slug}>{ content }</li> }
}

fn tendencies(rows: &[TendencyRow]) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    let row = |(place, row): (usize, &TendencyRow)| {
        html! {
            <tr key={place}>
                <th scope="row">{ row.cause }</th><td>{ row.effect }</td><td>{ row.how }</td>
                <td><ul>{ source(0, ("", &row.source)) }</ul></td>
            </tr>
        }
    };
    html! {
        <section class="ps-convention" aria-labelledby="tendencies">
            <h3 class="ps-convention__title" id="tendencies">{ "What tends to move with it" }</h3>
            <div class="ps-scroll" tabindex="0" role="group" aria-labelledby={id(&["tendencies"])}>
                <table class="ps-table">
                    <thead>
                        <tr>
                            <th scope="col">{ "Where this moves" }</th><th scope="col">{ "this tends to follow" }</th>
                            <th scope="col">{ "How" }</th><th scope="col">{ "Source" }</th>
                        </tr>
                    </thead>
                    <tbody>{ for rows.iter().enumerate().map(row) }</tbody>
                </table>
            </div>
        </section>
    }
}
