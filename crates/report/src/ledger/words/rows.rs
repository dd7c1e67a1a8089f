//! The rows behind a number, as they are shown.

use plimsoll_intake::{Grown as _, Listed as _};

use super::{Months, amount};
use crate::format::Formatter;
use crate::paste::PASTED;
use crate::sentence::counted;
use crate::told::{RowFacts, RowsFacts, RowsOf};
use crate::view::RowsView;

/// What is shown of rows.
pub(crate) fn rows_view(facts: &RowsFacts, formatter: &dyn Formatter) -> RowsView {
    if facts.of == RowsOf::Nothing {
        return RowsView {
            title: "There are no rows behind this any more.".into(),
            columns: Vec::new(),
            numbers: 0,
            rows: Vec::new(),
            more: String::new(),
        };
    }
    let count = |number: usize| {
        counted(u64::try_from(number).unwrap_or(u64::MAX), "customer", "customers", formatter)
    };
    let row = |row: &RowFacts| {
        let mut cells = vec![row.customer.clone()];
        cells.grow_by(row.values.iter().cloned());
        let decimals = facts.currency.decimals();
        let money = |minor| formatter.money(amount(minor, facts.currency), facts.currency, decimals);
        cells.grow_by(row.money.map(money));
        cells
    };
    let more = facts.count.saturating_sub(facts.rows.len());
    RowsView {
        title: [title(facts), count(facts.count)].join(": "),
        columns: columns(facts),
        numbers: 3,
        rows: facts.rows.iter().map(row).listed(),
        more: if more == 0 { String::new() } else { ["and ", &count(more), " more"].concat() },
    }
}

fn columns(facts: &RowsFacts) -> Vec<String> {
    let months = Months(&facts.calendar);
    let mut columns = vec!["Customer".to_owned()];
    columns.grow_by(facts.attributes.iter().cloned());
    let moved = match facts.of {
        RowsOf::Movement(movement) => movement.name(),
        _ => "Change",
    };
    columns.grow_by([months.name(facts.then), months.name(facts.now), moved.into()]);
    columns
}

/// What the rows are behind.
fn title(facts: &RowsFacts) -> String {
    let months = Months(&facts.calendar);
    let (then, now) = (months.name(facts.then), months.name(facts.now));
    match &facts.of {
        RowsOf::Nothing => String::new(),
        RowsOf::Figure(place) => {
            let figure = PASTED.get(usize::from(*place)).map_or("", |figure| figure.term);
            [figure, ", ", &months.span(facts.then, facts.now)].concat()
        }
        RowsOf::Movement(movement) if facts.from == facts.now => [movement.name(), ", ", &now].concat(),
        RowsOf::Movement(movement) => [movement.name(), ", ", &months.span(facts.from, facts.now)].concat(),
        RowsOf::Paying => ["Customers in ", &now].concat(),
        RowsOf::Kept => ["Customers of ", &then, ", measured in ", &now].concat(),
        RowsOf::Cohort => ["First paid in ", &then, ", measured in ", &now].concat(),
        RowsOf::Group(name) => [name, " in ", &now].concat(),
    }
}
