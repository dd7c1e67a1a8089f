//! The scenarios side by side, what each lever has of a change, and a line for the board.

use plimsoll_report::Action;
use plimsoll_report::view::{BoardLine, CompareCell, CompareRow, CompareView, SharePart, SharesView};
use yew::{Callback, Html, html};

use super::entry::choice;
use crate::events::on_pressed;
use crate::ids::{flag, reading, standing};
use crate::words::{maybe, named, words};

/// The comparison; an invitation where no metric has a value.
pub(super) fn compare(view: &CompareView, dispatch: &Callback<Action>) -> Html {
    let content = if view.rows.is_empty() {
        words(
            "p",
            "ps-lead",
            "No main metric has a value yet. Enter your figures on the overview, and scenarios can be compared.",
        )
    } else {
        html! { <>{ table(view) }{ one_metric(view, dispatch) }</> }
    };
    html! {
        <section class="ps-convention" aria-labelledby="compare-title">
            { named("h3", "ps-convention__title", &"compare-title".into(), "Side by side, once all is phased in") }
            { content }
        </section>
    }
}

fn table(view: &CompareView) -> Html {
    let heads = view.columns.iter().map(
        |head| html! { <th key={head.slug.as_str()} scope="col"><bdi>{ head.name.as_str() }</bdi></th> },
    );
    html! {
        <div class="ps-scroll" tabindex="0" role="group" aria-labelledby="compare-title">
            <table class="ps-table ps-compare" id="compare">
                <thead><tr><th scope="col">{ "Metric" }</th>{ for heads }</tr></thead>
                <tbody>{ for view.rows.iter().map(row) }</tbody>
            </table>
        </div>
    }
}

fn row(row: &CompareRow) -> Html {
    html! {
        <tr key={row.slug}>
            <th scope="row">
                { words("span", "ps-convention__name", &row.term) }{ words("span", "ps-convention__formula", row.plain) }
            </th>
            { for row.cells.iter().enumerate().map(cell) }
        </tr>
    }
}

fn cell((place, cell): (usize, &CompareCell)) -> Html {
    let delta = cell.delta.as_ref().map(|(text, good)| {
        html! { <span class="ps-compare__delta" data-reading={reading(*good)}>{ text.as_str() }</span> }
    });
    let band = cell.band.as_ref().map(|(name, good)| {
        html! { <span class="ps-chip ps-chip--small" data-standing={standing(*good)}>{ &**name }</span> }
    });
    html! {
        <td key={place} data-known={flag(cell.is_known)}>
            { words("span", "ps-convention__value", &cell.value) }
            { maybe("span", "ps-convention__formula", cell.annual.as_ref()) }
            { delta.unwrap_or_default() }
            { band.unwrap_or_default() }
        </td>
    }
}

/// What is about one metric: the shares of the levers, and the lines.
fn one_metric(view: &CompareView, dispatch: &Callback<Action>) -> Html {
    html! {
        <>
            <div class="ps-asks">{ choice("compare.metric", "One metric in detail", &view.metrics, dispatch) }</div>
            { words("h4", "ps-scenario__title", "What each lever has of the change") }
            <div class="ps-shares">{ for view.shares.iter().map(shares) }</div>
            { words("h4", "ps-scenario__title", "In one line") }
            <ul class="ps-lines-said">{ for view.lines.iter().map(|each| line(each, dispatch)) }</ul>
        </>
    }
}

fn shares(shares: &SharesView) -> Html {
    let part = |class: &'static str, part: &SharePart| {
        html! {
            <li key={part.label.as_str()} {class}>
                <span>{ part.label.as_str() }</span>{ " " }
                <span class="ps-compare__delta" data-reading={reading(part.reading)}>{ part.amount.as_str() }</span>
            </li>
        }
    };
    html! {
        <section key={shares.slug.as_str()} class="ps-share" aria-label={shares.name.clone()}>
            { words("h5", "ps-convention__name", &shares.name) }
            <ul>
                { for shares.parts.iter().map(|each| part("ps-share__part", each)) }
                { for shares.total.iter().map(|each| part("ps-share__total", each)) }
            </ul>
            { maybe("p", "ps-convention__formula", shares.note.as_ref()) }
        </section>
    }
}

fn line(line: &BoardLine, dispatch: &Callback<Action>) -> Html {
    let onclick = on_pressed(dispatch, Action::TextCopied(line.text.clone()));
    html! {
        <li key={line.slug.as_str()} class="ps-line-said">
            { words("span", "ps-convention__name", &line.name) }
            { words("p", "ps-line-said__text", &line.text) }
            <button type="button" class="ps-button" aria-label={["Copy the line: ", &line.name].concat()} {onclick}>{ "Copy" }</button>
        </li>
    }
}
