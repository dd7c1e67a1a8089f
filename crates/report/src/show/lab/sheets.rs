//! The sheets below the accounts: a row for each, and everything that asks for its name goes by the row.

use super::{Bench, check, money, suggest, team, versions};
use crate::view::lab::{SheetTab, SheetView};

/// A sheet.
struct Sheet {
    /// Its name in actions.
    slug: &'static str,
    /// What its tab says.
    label: &'static str,
    /// How it is shown.
    show: fn(&Bench<'_>) -> SheetView,
}

/// Every sheet, in the order of the tabs.
static SHEETS: [Sheet; 5] = [
    Sheet {
        slug: "money",
        label: "What it is worth",
        show: |bench| money::show(bench).map_or_else(SheetView::Closed, SheetView::Money),
    },
    Sheet { slug: "check", label: "Does it work?", show: |bench| SheetView::Check(check::show(bench)) },
    Sheet {
        slug: "suggest",
        label: "Suggested weights",
        show: |bench| SheetView::Suggest(suggest::show(bench)),
    },
    Sheet { slug: "versions", label: "Versions", show: |bench| SheetView::Versions(versions::show(bench)) },
    Sheet {
        slug: "team",
        label: "Team",
        show: |bench| team::show(bench).map_or_else(SheetView::Closed, SheetView::Team),
    },
];

/// The open one: the first where none of the name is there.
fn opened(bench: &Bench<'_>) -> &'static Sheet {
    let [first, ..] = &SHEETS;
    SHEETS.iter().find(|sheet| sheet.slug == bench.lab.looks.sheet).unwrap_or(first)
}

/// The tabs.
pub(super) fn tabs(bench: &Bench<'_>) -> Vec<SheetTab> {
    let open = opened(bench).slug;
    let tab = |sheet: &Sheet| SheetTab { slug: sheet.slug, label: sheet.label, is_open: sheet.slug == open };
    SHEETS.iter().map(tab).collect()
}

/// The open sheet.
pub(super) fn show(bench: &Bench<'_>) -> SheetView {
    (opened(bench).show)(bench)
}
