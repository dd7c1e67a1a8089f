//! What the cells decide together: decimal mark, order of dates, currency, percentages.

use super::columns::{Content, content};
use super::{Choice, Data, Example, Question, Setting, accounts, money, percent};
use crate::ballot::{Ballot, Votes};
use crate::currency::CurrencyMark;
use crate::date::{DateOrder, is_near, read_date};
use crate::header;
use crate::issue::{Issue, IssueKind};
use crate::mapping::{Mapping, Shape};
use crate::number::{DecimalMark, Reading, Unit, read_number};
use crate::order::{Grown as _, Listed as _};
use crate::role::{Role, Said};
use crate::table::Row;
use crate::text::shortened;

/// All that is known of a table beside its mapping.
pub(super) struct Seen<'a> {
    pub(super) data: &'a Data<'a>,
    /// The rows above the header.
    pub(super) titles: &'a [String],
    /// What each column's header says.
    pub(super) said: &'a [Option<Said>],
}

/// Settles what the cells settle, and asks the rest.
pub(super) fn settle(
    mapping: &mut Mapping,
    seen: &Seen<'_>,
    choices: &[Choice],
    issues: &mut Vec<Issue>,
) -> Vec<Question> {
    for choice in choices {
        match *choice {
            Choice::Mark(mark) => mapping.mark = Some(mark),
            Choice::Order(order) => mapping.order = Some(order),
            Choice::Count(count) => mapping.count = Some(count),
            Choice::Scale(scale) => mapping.scale = Some(scale),
            Choice::Basis(basis) => mapping.basis = Some(basis),
            Choice::Quantity(quantity) => mapping.quantity = Some(quantity),
            Choice::Signs(signs) => mapping.signs = Some(signs),
            Choice::Currency(currency) => mapping.currency = Some(currency),
            Choice::Percent(percent) => mapping.percent = Some(percent),
            Choice::Spikes(spikes) => mapping.spikes = Some(spikes),
            Choice::Duplicates(duplicates) => mapping.duplicates = Some(duplicates),
            Choice::Until(until) => mapping.until = Some(until).filter(|until| is_near(*until)),
            Choice::Delimiter(_)
            | Choice::HeaderLine(_)
            | Choice::Role(..)
            | Choice::Month(..)
            | Choice::Shape(_) => {}
        }
    }
    let questions = [
        decimal_mark(mapping, seen, issues),
        date_order(mapping, seen, issues),
        currency(mapping, seen),
        money::scale(mapping, seen),
        money::basis(mapping, seen),
        money::quantity(mapping, seen),
        money::signs(mapping, seen),
        percent::percent(mapping, seen, choices),
        money::spikes(mapping, seen),
        accounts::duplicates(mapping, seen),
    ];
    questions.into_iter().flatten().listed()
}

/// A question with its example.
pub(super) fn ask(
    setting: Setting,
    answers: Vec<Choice>,
    likely: Option<usize>,
    cells: Votes<Example>,
) -> Question {
    Question { setting, answers, likely, example: cells.first, count: cells.count }
}

/// The amounts of a table that could be read, with their places.
pub(super) fn amounts<'a>(mapping: &Mapping, data: &'a Data<'_>) -> Vec<(usize, &'a Row, &'a str, Reading)> {
    numbers(mapping, data, mapping.amounts())
}

/// The numbers of some columns that could be read, with their places.
#[inline(never)]
fn numbers<'a>(
    mapping: &Mapping,
    data: &'a Data<'_>,
    columns: Vec<usize>,
) -> Vec<(usize, &'a Row, &'a str, Reading)> {
    let mark = mapping.mark.unwrap_or(DecimalMark::Point);
    let mut found = Vec::new();
    for column in columns {
        for (row, cell) in data.cells(column) {
            found.grow_by(read_number(cell, mark).ok().map(|read| (column, row, cell, read)));
        }
    }
    found
}

fn decimal_mark(mapping: &mut Mapping, seen: &Seen<'_>, issues: &mut Vec<Issue>) -> Option<Question> {
    let mut ballot = Ballot::new(DecimalMark::Point, DecimalMark::Comma);
    for (column, row, cell, read) in numbers(mapping, seen.data, mapping.numbers()) {
        ballot.cast(read.proves, read.ambiguous, || mapping.example(row, column, cell));
    }
    // Where cells contradict each other, those beyond the ones looked at may be of either kind: nothing is settled for them.
    let settled = mapping.mark;
    let decided = ballot.decided(settled);
    mapping.mark = decided.filter(|_| settled.is_some() || !ballot.is_mixed());
    if let Some(mark) = decided {
        let cell = ballot.against(mark);
        issues.grow_by(cell.map(|cell| contradiction(cell, IssueKind::MixedDecimalMarks)));
        return None;
    }
    let marks = [DecimalMark::Point, DecimalMark::Comma];
    let likely = ballot.likely().and_then(|likely| marks.iter().position(|mark| *mark == likely));
    (ballot.either.count > 0)
        .then(|| ask(Setting::Mark, marks.map(Choice::Mark).to_vec(), likely, ballot.either))
}

/// A cell that shows something else than the rest.
fn contradiction(cell: Example, kind: IssueKind) -> Issue {
    Issue {
        row: Some(cell.line),
        column: Some(cell.header).filter(|header| !header.is_empty()),
        found: Some(cell.text),
        ..Issue::new(kind)
    }
}

fn date_order(mapping: &mut Mapping, seen: &Seen<'_>, issues: &mut Vec<Issue>) -> Option<Question> {
    let mut ballot = Ballot::new(DateOrder::DayFirst, DateOrder::MonthFirst);
    let mut count = mapping.count;
    for column in mapping.dates() {
        if let Content::Counts(seen) = content(seen.data, column) {
            count = count.or(Some(seen));
        }
        for (row, cell) in seen.data.cells(column) {
            if let Ok(read) = read_date(cell, DateOrder::DayFirst) {
                ballot.cast(read.proves, read.ambiguous, || mapping.example(row, column, cell));
            }
        }
    }
    if mapping.shape == Some(Shape::Wide) {
        for place in mapping.amounts() {
            let header = mapping.columns.get(place).map(|column| column.header.as_str()).unwrap_or_default();
            if let Some(read) = super::headers::date_of_header(header, DateOrder::DayFirst) {
                let (line, header, text) = (mapping.header_line, shortened(header), shortened(header));
                ballot.cast(read.proves, read.ambiguous, || Example { line, column: place, header, text });
            }
        }
    }
    mapping.count = count;
    let settled = mapping.order;
    let decided = ballot.decided(settled);
    mapping.order = decided.filter(|_| settled.is_some() || !ballot.is_mixed());
    if let Some(order) = decided {
        let cell = ballot.against(order);
        issues.grow_by(cell.map(|cell| contradiction(cell, IssueKind::MixedDateOrders)));
        return None;
    }
    let orders = [DateOrder::DayFirst, DateOrder::MonthFirst];
    let likely = ballot.likely().or_else(|| apart(mapping));
    let likely = likely.and_then(|likely| orders.iter().position(|order| *order == likely));
    (ballot.either.count > 0)
        .then(|| ask(Setting::Order, orders.map(Choice::Order).to_vec(), likely, ballot.either))
}

/// The order in which the headers of months name different months, if only one does.
fn apart(mapping: &Mapping) -> Option<DateOrder> {
    let headers = mapping.columns.iter().filter(|column| column.role == Role::MonthAmount);
    let headers: Vec<&str> = headers.map(|column| column.header.as_str()).listed();
    let differ = |order| {
        let mut months = Vec::new();
        for header in &headers {
            let month = super::month_of_header(header, Some(order));
            months.grow_by(month.filter(|month| !months.contains(month)));
        }
        months.len() == headers.len() && headers.len() > 1
    };
    match (differ(DateOrder::DayFirst), differ(DateOrder::MonthFirst)) {
        (true, false) => Some(DateOrder::DayFirst),
        (false, true) => Some(DateOrder::MonthFirst),
        _ => None,
    }
}

/// Currencies that a table shows, each with its cells and the clearest sign of it.
#[derive(Default)]
struct Currencies(Vec<(CurrencyMark, Votes<Example>)>);

impl Currencies {
    fn count(&mut self, mark: CurrencyMark, place: impl FnOnce() -> Example) {
        match self.0.iter_mut().find(|(known, _)| known.agrees_with(mark)) {
            Some((known, votes)) => {
                *known = known.clearer(mark);
                votes.cast(place);
            }
            None => {
                let mut votes = Votes::default();
                votes.cast(place);
                self.0.push((mark, votes));
            }
        }
    }

    /// Those of headers, of signs beside amounts and of the column of currencies.
    fn of(mapping: &Mapping, data: &Data<'_>) -> Vec<(CurrencyMark, Votes<Example>)> {
        let mut found = Self::default();
        for column in mapping.amounts() {
            let header = mapping.columns.get(column).map(|column| column.header.as_str()).unwrap_or_default();
            if let Some(mark) = header::words(header).1 {
                let (header, text) = (shortened(header), shortened(header));
                found.count(mark, || Example { line: mapping.header_line, column, header, text });
            }
        }
        for (column, row, cell, read) in amounts(mapping, data) {
            if let Some(Unit::Currency(mark)) = read.unit {
                found.count(mark, || mapping.example(row, column, cell));
            }
        }
        if let Some(column) = mapping.column(Role::Currency) {
            for (row, cell) in data.cells(column) {
                if let Some(mark) = CurrencyMark::find(cell) {
                    found.count(mark, || mapping.example(row, column, cell));
                }
            }
        }
        found.0
    }
}

/// The one currency of all amounts; of several, the reader says which one counts.
fn currency(mapping: &mut Mapping, seen: &Seen<'_>) -> Option<Question> {
    let mut found = Currencies::of(mapping, seen.data);
    if mapping.currency.is_some() || found.len() < 2 {
        mapping.currency = mapping.currency.or_else(|| found.pop().map(|(mark, _)| mark));
        return None;
    }
    let answers = found.iter().map(|(mark, _)| Choice::Currency(*mark)).listed();
    let most = found.iter().map(|(_, votes)| votes.count).max();
    let likely = found.iter().position(|(_, votes)| Some(votes.count) == most);
    let cells = found.into_iter().nth(1).map(|(_, votes)| votes).unwrap_or_default();
    Some(ask(Setting::Currency, answers, likely, cells))
}
