//! What the cells decide together: decimal mark, order of dates, currency, percentages.

use super::columns::{Content, content};
use super::{Choice, Data, Example, Question, Setting, money};
use crate::order::{Grown as _, Listed as _};
use rust_decimal::Decimal;

use crate::ballot::{Ballot, Votes};
use crate::currency::CurrencyMark;
use crate::date::{DateOrder, is_near, read_date};
use crate::header;
use crate::issue::{Issue, IssueKind};
use crate::mapping::{Mapping, PercentScale, Shape};
use crate::number::{DecimalMark, Reading, Unit, read_number};
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
        percent(mapping, seen),
        money::spikes(mapping, seen),
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
#[inline(never)]
pub(super) fn amounts<'a>(mapping: &Mapping, data: &'a Data<'_>) -> Vec<(usize, &'a Row, &'a str, Reading)> {
    let mark = mapping.mark.unwrap_or(DecimalMark::Point);
    let mut found = Vec::new();
    for column in mapping.amounts() {
        for (row, cell) in data.cells(column) {
            found.grow_by(read_number(cell, mark).ok().map(|read| (column, row, cell, read)));
        }
    }
    found
}

fn decimal_mark(mapping: &mut Mapping, seen: &Seen<'_>, issues: &mut Vec<Issue>) -> Option<Question> {
    let mut ballot = Ballot::new(DecimalMark::Point, DecimalMark::Comma);
    for (column, row, cell, read) in amounts(mapping, seen.data) {
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

/// Numbers in columns of percentages.
#[derive(Default)]
struct Percentages {
    /// How many have a sign.
    signed: usize,
    /// Those without that are one at most: a part of one, or of a hundred.
    small: Votes<Example>,
    /// Those without that are more than one.
    beyond: Votes<Example>,
    /// How many are far beyond what is likely many times over.
    far: usize,
}

impl Percentages {
    fn of(mapping: &Mapping, data: &Data<'_>) -> Self {
        let mut found = Self::default();
        let indicators =
            mapping.columns.iter().enumerate().filter(|(_, column)| column.role == Role::Indicator);
        for (place, column) in indicators {
            let mut reads = Vec::new();
            for (row, cell) in data.cells(place) {
                reads.grow_by(read_number(cell, DecimalMark::Point).ok().map(|read| (row, cell, read)));
            }
            let has_sign = || reads.iter().any(|(_, _, read)| read.unit == Some(Unit::Percent));
            if speaks_of_percent(&column.header) || has_sign() {
                for (row, cell, read) in reads {
                    found.count(read, || mapping.example(row, place, cell));
                }
            }
        }
        found
    }

    fn count(&mut self, read: Reading, example: impl FnOnce() -> Example) {
        if read.unit == Some(Unit::Percent) {
            self.signed = self.signed.saturating_add(1);
        } else if read.value > Decimal::ONE {
            self.far = self.far.saturating_add(usize::from(read.value > Decimal::from(20)));
            self.beyond.cast(example);
        } else if !read.value.is_zero() {
            self.small.cast(example);
        }
    }
}

fn speaks_of_percent(header: &str) -> bool {
    let is_one = |word: &String| matches!(word.as_str(), "percent" | "percentage" | "rate" | "share");
    header.contains('%') || header::words(header).0.iter().any(is_one)
}

/// A bare number in a column of percentages: of a hundred, or of one? Settled only where signs of percent stand beside
/// every number, or where some number is far beyond one and none is a part of it.
fn percent(mapping: &mut Mapping, seen: &Seen<'_>) -> Option<Question> {
    let Percentages { signed, small, beyond, far } = Percentages::of(mapping, seen.data);
    let bare = small.count.saturating_add(beyond.count);
    if (bare == 0 && signed > 0) || (small.count == 0 && far > 0) {
        mapping.percent = mapping.percent.or(Some(PercentScale::OfHundred));
    }
    if mapping.percent.is_some() || bare == 0 {
        return None;
    }
    let likely = match (small.count, beyond.count) {
        (_, 0) => Some(1),
        (0, _) => Some(0),
        _ => None,
    };
    let cells = if beyond.count > 0 { beyond } else { small };
    let answers = PercentScale::ALL.iter().copied().map(Choice::Percent).listed();
    Some(ask(Setting::Percent, answers, likely, cells))
}
