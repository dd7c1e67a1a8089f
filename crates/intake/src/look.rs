//! A first look at a table: how it seems to be meant, and what only its reader can say.

mod accounts;
mod columns;
mod headers;
mod money;
mod percent;
mod settle;
mod shape;

use serde::{Deserialize, Serialize};

use crate::cell::is_dash;
use crate::currency::CurrencyMark;
use crate::date::{DateOrder, DayCount};
use crate::issue::{Issue, IssueKind};
use crate::mapping::{Basis, Duplicates, Mapping, PercentScale, Quantity, Scale, Shape, Signs, Spikes};
use crate::named::named;
use crate::number::DecimalMark;
use crate::order::{Grown as _, Listed as _};
use crate::role::Role;
use crate::table::{self, Row};
use crate::text::shortened;
use plimsoll_columns::Month;

pub(crate) use headers::month_of_header;

/// The most text that is looked at.
pub const SAMPLE_BYTES: usize = 1024 * 1024;
/// The most rows that are looked at.
const ROWS: usize = 1_000;
/// How many rows are shown as they stand.
const SHOWN: usize = 8;

named! {
    /// What a question is about.
    pub enum Setting {
        /// What a row stands for.
        Shape "shape",
        /// The decimal mark.
        Mark "mark",
        /// The order of day and month.
        Order "order",
        /// Units or minor units.
        Scale "scale",
        /// The time that amounts are for.
        Basis "basis",
        /// For one piece or for all.
        Quantity "quantity",
        /// How changes say that a customer pays less.
        Signs "signs",
        /// Which of several currencies counts.
        Currency "currency",
        /// What a bare number in a column of percentages means.
        Percent "percent",
        /// What is done with annual amounts among monthly ones.
        Spikes "spikes",
        /// Which of several rows of one account counts.
        Duplicates "duplicates",
    }
}

/// Something the reader of a table decides about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Choice {
    /// The character between two cells.
    Delimiter(char),
    /// The line of the last row above the data; 0 where data begins at once.
    HeaderLine(u32),
    /// What a column, counted from 0, is read as.
    Role(usize, Role),
    /// The month whose amounts stand in a column.
    Month(usize, Month),
    /// What a row stands for.
    Shape(Shape),
    /// The decimal mark.
    Mark(DecimalMark),
    /// The order of day and month.
    Order(DateOrder),
    /// What bare numbers in columns of dates count.
    Count(DayCount),
    /// Units or minor units.
    Scale(Scale),
    /// The time that amounts are for.
    Basis(Basis),
    /// For one piece or for all.
    Quantity(Quantity),
    /// How changes say that a customer pays less.
    Signs(Signs),
    /// The currency that counts.
    Currency(CurrencyMark),
    /// What a bare number in a column of percentages means.
    Percent(PercentScale),
    /// What is done with annual amounts among monthly ones.
    Spikes(Spikes),
    /// Which of several rows of one account counts.
    Duplicates(Duplicates),
    /// The last month of the data.
    Until(Month),
}

/// A cell that a question is asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Example {
    /// The line where its row starts, from 1.
    pub line: u32,
    /// Its column, from 0.
    pub column: usize,
    /// The column's header.
    pub header: String,
    /// The cell as it stands, shortened.
    pub text: String,
}

/// What cannot be told from the table, and is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// What it is about.
    pub setting: Setting,
    /// The answers that make sense.
    pub answers: Vec<Choice>,
    /// Which of them is the likelier one, if one is. It is never taken unasked.
    pub likely: Option<usize>,
    /// A cell that shows why.
    pub example: Option<Example>,
    /// How many of the cells looked at depend on the answer.
    pub count: usize,
}

/// What was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// How the table is read, as far as that is settled.
    pub mapping: Mapping,
    /// What is not, and has to be before rows that depend on it count.
    pub questions: Vec<Question>,
    /// What else is worth knowing: rows above the header, cells with another decimal mark.
    pub issues: Vec<Issue>,
    /// The first rows of data as they stand.
    pub first: Vec<Row>,
    /// How many rows of data were looked at.
    pub rows: usize,
}

/// Looks at the beginning of a table: up to [`SAMPLE_BYTES`] of it, and best cut at the end of a line.
///
/// ```
/// use plimsoll_intake::{Choice, DecimalMark, Setting, Shape, look, look_with};
/// let seen = look("Kunde;Monat;MRR\nAcme;2025-01;1.000\nBolt;2025-01;2.500\n");
/// assert_eq!((seen.mapping.shape, seen.mapping.delimiter), (Some(Shape::Long), ';'));
/// assert_eq!(seen.questions[0].setting, Setting::Mark);
///
/// let settled = look_with("Kunde;Monat;MRR\nAcme;2025-01;1.000\nBolt;2025-01;2.500\n", &[Choice::Mark(DecimalMark::Comma)]);
/// assert!(settled.questions.iter().all(|question| question.setting != Setting::Mark));
/// ```
#[must_use]
pub fn look(sample: &str) -> Look {
    look_with(sample, &[])
}

/// Looks at a table whose reader has decided some things already; what follows from them is seen anew.
#[must_use]
pub fn look_with(sample: &str, choices: &[Choice]) -> Look {
    let delimiter = choices.iter().rev().find_map(|choice| match choice {
        Choice::Delimiter(delimiter) => Some(*delimiter),
        _ => None,
    });
    let table = table::sample(beginning(sample), delimiter, ROWS);
    let mut issues = Vec::new();
    let mapping = Mapping { delimiter: table.delimiter, ..Mapping::empty() };
    if table.rows.is_empty() {
        issues.push(Issue::new(IssueKind::NothingPasted));
        return Look { mapping, questions: Vec::new(), issues, first: Vec::new(), rows: 0 };
    }
    let above = headers::find(&table.rows, choices);
    let (top, data) = table.rows.split_at_checked(above).unwrap_or((&[], &table.rows));
    let mut mapping = Mapping { header_line: top.last().map_or(0, |row| row.line), ..mapping };
    let titles = note_top(top, data, choices, &mut issues);
    let data = Data { rows: data };
    let said = columns::assign(&mut mapping, top.last(), &data, choices);
    shape::decide(&mut mapping, &data, choices);
    accounts::propose(&mut mapping, &data, &said, choices);
    let mut questions = shape::question(&mapping, &data, choices);
    let seen = settle::Seen { data: &data, titles: &titles, said: &said };
    questions.grow_by(settle::settle(&mut mapping, &seen, choices, &mut issues));
    let first = data.rows.iter().take(SHOWN).cloned().listed();
    Look { mapping, questions, issues, first, rows: data.rows.len() }
}

/// Says which rows stand above the header; gives their texts.
fn note_top(top: &[Row], data: &[Row], choices: &[Choice], issues: &mut Vec<Issue>) -> Vec<String> {
    let above = top.get(..top.len().saturating_sub(1)).unwrap_or_default();
    let mut titles = Vec::new();
    for row in above {
        let text = row.cells.iter().map(|cell| cell.trim()).find(|cell| !cell.is_empty()).unwrap_or_default();
        titles.push(row.cells.join(" "));
        issues.push(Issue {
            row: Some(row.line),
            found: Some(shortened(text)),
            ..Issue::new(IssueKind::AboveHeader)
        });
    }
    if top.is_empty() && !choices.iter().any(|choice| matches!(choice, Choice::HeaderLine(_))) {
        issues.push(Issue::new(IssueKind::NoHeader));
    }
    if data.is_empty() {
        issues.push(Issue::new(IssueKind::NoRows));
    }
    titles
}

/// As much of a text as is looked at, cut at the end of a line.
pub(crate) fn beginning(text: &str) -> &str {
    if text.len() <= SAMPLE_BYTES {
        return text;
    }
    let end = (0..=SAMPLE_BYTES).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    let cut = text.get(..end).unwrap_or_default();
    cut.rfind('\n').and_then(|end| cut.get(..=end)).unwrap_or(cut)
}

/// The rows of data that are looked at.
struct Data<'a> {
    rows: &'a [Row],
}

impl Data<'_> {
    /// The cells of a column that have something in them. A list, so that what walks over them is little code.
    #[inline(never)]
    fn cells(&self, column: usize) -> Vec<(&Row, &str)> {
        let mut cells = Vec::new();
        for row in self.rows {
            let cell = row.cells.get(column).map(|cell| cell.trim_matches(crate::text::is_blank));
            cells.grow_by(cell.filter(|cell| !cell.is_empty() && !is_dash(cell)).map(|cell| (row, cell)));
        }
        cells
    }
}

impl Mapping {
    /// An example of a question.
    fn example(&self, row: &Row, column: usize, text: &str) -> Example {
        let header = self.columns.get(column).map(|column| shortened(&column.header)).unwrap_or_default();
        Example { line: row.line, column, header, text: shortened(text) }
    }

    /// Everything in it that its reader may have decided, for [`look_with`]: how a remembered mapping is applied.
    #[must_use]
    pub fn choices(&self) -> Vec<Choice> {
        let roles = self.columns.iter().enumerate().map(|(place, column)| Choice::Role(place, column.role));
        let settings = [
            self.shape.map(Choice::Shape),
            self.mark.map(Choice::Mark),
            self.order.map(Choice::Order),
            self.count.map(Choice::Count),
            self.scale.map(Choice::Scale),
            self.basis.map(Choice::Basis),
            self.quantity.map(Choice::Quantity),
            self.signs.map(Choice::Signs),
            self.currency.map(Choice::Currency),
            self.percent.map(Choice::Percent),
            self.spikes.map(Choice::Spikes),
            self.duplicates.map(Choice::Duplicates),
            self.until.map(Choice::Until),
        ];
        let mut choices = vec![Choice::Delimiter(self.delimiter), Choice::HeaderLine(self.header_line)];
        choices.grow_by(roles);
        choices.grow_by(settings.into_iter().flatten());
        choices
    }
}
