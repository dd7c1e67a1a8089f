//! The calculator's figures from a ledger, as they are offered.

use plimsoll_intake::{Grown as _, Listed as _};
use plimsoll_metrics::{Exact, Figure, Window};
use rust_decimal::Decimal;

use super::{Months, amount};
use crate::format::Formatter;
use crate::paste::{ledger_figures, plain};
use crate::show::Writer;
use crate::told::{LedgerFacts, WindowSums};
use crate::view::{FigureLine, LedgerFigures};

/// The figures of every window that ends in this month.
pub(super) fn figures(ledger: &LedgerFacts, end: usize, formatter: &dyn Formatter) -> Vec<LedgerFigures> {
    let mut figures = Vec::new();
    let starts = Window::ALL
        .into_iter()
        .filter_map(|window| ledger.calendar.start_of(window, end).map(|start| (window, start)));
    for ((window, start), sums) in starts.zip(&ledger.windows) {
        let span = Months(&ledger.calendar).span(start, end);
        let writer = Writer { formatter, currency: ledger.currency, window };
        let offer = |group: String, label: &str, sums: &WindowSums| LedgerFigures {
            window: window.slug().into(),
            group,
            label: label.into(),
            span: span.clone(),
            lines: lines(sums, ledger.calendar.of_two_dates, &writer),
        };
        figures.push(offer(String::new(), "All customers", &sums.all));
        figures.grow_by(ledger.history.groups.iter().zip(&sums.groups).map(|(group, sums)| {
            let label = if group.name.is_empty() { "Without one" } else { &group.name };
            offer(["=", &group.name].concat(), label, sums)
        }));
    }
    figures
}

/// The sums in the order of [`ledger_figures`].
fn lines(sums: &WindowSums, of_two_dates: bool, writer: &Writer<'_>) -> Vec<FigureLine> {
    let mut values = sums.money.map(|minor| amount(minor, writer.currency)).to_vec();
    values.grow_by(sums.customers.map(Decimal::from));
    // Between two dates nothing is known of months.
    if !of_two_dates {
        values.grow_by(sums.by_month.map(|minor| amount(minor, writer.currency)));
    }
    let line = |(figure, value): (&'static Figure, Decimal)| FigureLine {
        slug: figure.slug.into(),
        label: figure.term.into(),
        typed: plain(value),
        written: writer.figure(figure, &Exact::from(value)),
    };
    ledger_figures().zip(values).map(line).listed()
}
