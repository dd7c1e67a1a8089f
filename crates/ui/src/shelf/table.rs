//! A published table that is sorted by its headings. By which one is remembered here, as it is nobody else's concern.

use std::cmp::Ordering;

use plimsoll_report::view::{TableCell, TableView, TableViewRow};
use yew::{Component, Context, Html, MouseEvent, Properties, html};

use crate::ids::id;
use crate::words::{maybe, words};

/// What a [`SortedTable`] shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SortedTableProps {
    /// The table.
    pub(super) table: TableView,
}

/// A table and the column that it is sorted by, and whether upside down.
pub(super) struct SortedTable {
    by: Option<(usize, bool)>,
}

impl Component for SortedTable {
    type Message = usize;
    type Properties = SortedTableProps;

    fn create(_: &Context<Self>) -> Self {
        Self { by: None }
    }

    /// Up, down, and as the source has it.
    fn update(&mut self, _: &Context<Self>, column: usize) -> bool {
        self.by = match self.by {
            Some((by, false)) if by == column => Some((column, true)),
            Some((by, true)) if by == column => None,
            _ => Some((column, false)),
        };
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let table = &context.props().table;
        let head = table.columns.iter().enumerate().map(|(column, title)| {
            let sorted = match self.by {
                Some((by, false)) if by == column => Some("ascending"),
                Some((by, true)) if by == column => Some("descending"),
                _ => None,
            };
            html! {
                <th key={column} scope="col" aria-sort={sorted}>
                    <button type="button" class="ps-sort" onclick={context.link().callback(move |_: MouseEvent| column)}>
                        { *title }
                    </button>
                </th>
            }
        });
        let title = id(&["table-", &table.slug]);
        html! {
            <article class="ps-published" id={table.slug.clone()} aria-labelledby={title.clone()}>
                <h4 class="ps-published__title" id={title.clone()}>{ table.title.as_str() }</h4>
                { words("p", "ps-published__basis", &table.basis) }
                <div class="ps-scroll" tabindex="0" role="group" aria-labelledby={title}>
                    <table class="ps-table"><thead><tr>{ for head }</tr></thead><tbody>{ for self.rows(table) }</tbody></table>
                </div>
                { words("p", "ps-published__source", &[&table.about, " ", &table.source.text, " (", &table.source.evidence, ")"].concat()) }
            </article>
        }
    }
}

impl SortedTable {
    fn rows(&self, table: &TableView) -> impl Iterator<Item = Html> {
        let mut rows: Vec<&TableViewRow> = table.rows.iter().collect();
        if let Some((column, is_down)) = self.by {
            rows.sort_by(|one, other| {
                let order = compare(one.cells.get(column), other.cells.get(column));
                if is_down { order.reverse() } else { order }
            });
        }
        rows.into_iter().enumerate().map(|(place, row)| {
            let cells = row.cells.iter().enumerate().map(|(column, cell)| {
                html! { <td key={column} data-number={crate::ids::flag(cell.rank.is_some())}>{ cell.text.as_str() }</td> }
            });
            html! {
                <>
                    <tr key={place}>{ for cells }</tr>
                    { note(row) }
                </>
            }
        }).collect::<Vec<_>>().into_iter()
    }
}

/// A word on a row, below it.
fn note(row: &TableViewRow) -> Html {
    if row.note.is_none() {
        return Html::default();
    }
    html! {
        <tr class="ps-published__note"><td colspan={row.cells.len().to_string()}>{ maybe("span", "", row.note.as_ref()) }</td></tr>
    }
}

/// Numbers by their size and before words; words as they are written.
fn compare(one: Option<&TableCell>, other: Option<&TableCell>) -> Ordering {
    let rank = |cell: Option<&TableCell>| cell.and_then(|cell| cell.rank).unwrap_or(usize::MAX);
    let text = |cell: Option<&TableCell>| cell.map(|cell| cell.text.clone());
    rank(one).cmp(&rank(other)).then_with(|| text(one).cmp(&text(other)))
}
