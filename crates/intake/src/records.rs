//! Rows of a table to amounts by customer and month, as a mapping says.

mod accounts;
mod edges;
mod events;
mod interval;
mod intervals;
mod money;
mod months;
mod people;
mod rehearse;
mod row;
mod series;
mod tally;

use serde::{Deserialize, Serialize};

use rust_decimal::Decimal;

use crate::currency::CurrencyMark;
use crate::customers::Customer;
use crate::issue::IssueKind;
use crate::mapping::{Mapping, MappingProblem, Shape, Spikes, check};
use crate::role::Role;
use crate::table::Row;
use edges::Edges;
use events::Events;
use intervals::Intervals;
use money::Rounding;
use people::People;
use plimsoll_columns::Month;
use row::Cells;
use series::Series;
use tally::Tally;

pub use accounts::{AccountRecords, rehearse_accounts};
pub use rehearse::{Entry, Rehearsal, rehearse};
pub use tally::IssueGroup;

/// What takes the amounts: the builder of a ledger, as a rule.
pub trait Sink {
    /// Takes what a customer pays in a month, in the currency's minor unit. Several amounts of one customer and month add
    /// up. `attributes` are the cells of [`Mapping::attributes`], in that order.
    ///
    /// # Errors
    /// If there is no room for it; reading stops.
    fn add(&mut self, customer: &str, month: Month, minor: i64, attributes: &[&str]) -> Result<(), Full>;
}

/// Why nothing more is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Full {
    /// A sum is beyond what is kept exactly.
    TooLarge,
    /// More months than a ledger has.
    TooManyMonths,
    /// More customers than a ledger has.
    TooManyCustomers,
    /// More moments at which accounts were written down than are kept: the column of dates is likely another one.
    TooManySnapshots,
    /// There is no memory left.
    NoMemory,
}

/// What became of the rows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tallied {
    /// How many rows there were, blank ones and what stands above the data not counted.
    pub rows: u64,
    /// How many of them count.
    pub counted: u64,
    /// What was left out or is worth knowing, by kind and column.
    pub issues: Vec<IssueGroup>,
    /// The customers of a table of two ends. Empty for every other shape, whose amounts went to the sink. Not told.
    #[serde(skip)]
    pub customers: Vec<Customer>,
    /// The currency of the rows that count, where any is shown.
    pub currency: Option<CurrencyMark>,
    /// The last month that counts in a table of changes or subscriptions, up to which whoever still pays was counted.
    pub until: Option<Month>,
    /// How many subscriptions were still running in it.
    pub running: u64,
    /// How many amounts were rounded to the minor unit.
    pub rounded: u64,
    /// By how much their sum is larger than it was before, in the minor unit; kept to a millionth. Not told.
    #[serde(skip)]
    pub rounding: Decimal,
}

/// Reads rows by a mapping.
///
/// - **Long**: one amount for a row's customer and month. **Wide**: one for each month's cell; an empty cell is nothing.
/// - **Events**: changes add up to what a customer pays, which counts at the end of each month from the first change to
///   the last month of the data.
/// - **Intervals**: a month counts if the subscription runs on the evening of its last day. A last day (`Until`) still
///   belongs to it, the day on which it ended (`Ended`) no more. One without an end runs on to the last month of the data:
///   the mapping's, or the last in which anything starts or ended. A trial counts from its end on.
/// - A monthly amount is rounded once for each row, half away from zero, after quantity and interval are applied.
///
/// A row that cannot count is left out with its reason, and the others count. What the mapping does not settle leaves out
/// whatever depends on it.
///
/// ```
/// use plimsoll_intake::{Full, Month, Records, Row, Sink, look};
///
/// struct Sum(i64);
/// impl Sink for Sum {
///     fn add(&mut self, _customer: &str, _month: Month, minor: i64, _attributes: &[&str]) -> Result<(), Full> {
///         self.0 = self.0.checked_add(minor).ok_or(Full::TooLarge)?;
///         Ok(())
///     }
/// }
///
/// let mapping = look("Customer,Month,ARR\nAcme,2025-01,100.00\n").mapping;
/// let mut sum = Sum(0);
/// let mut records = Records::new(&mapping, 2).map_err(|problems| format!("{problems:?}"))?;
/// records.push(&Row::cut("Acme,2025-01,100.00", ',', 2), &mut sum).map_err(|full| format!("{full:?}"))?;
/// let read = records.finish(&mut sum).map_err(|full| format!("{full:?}"))?;
/// assert_eq!((sum.0, read.counted, read.rounded), (833, 1, 1));
/// # Ok::<(), String>(())
/// ```
pub struct Records {
    cells: Cells,
    state: State,
    tally: Tally,
    people: People,
    rounding: Rounding,
    currency: Option<CurrencyMark>,
    counted: u64,
}

/// What is kept from row to row.
enum State {
    /// Nothing: amounts go to the sink at once.
    Direct,
    Series(Series),
    Edges(Box<Edges>),
    Events(Events),
    Intervals(Intervals),
}

/// A row's customer and the cells kept beside them.
struct Whose {
    customer: String,
    attributes: Vec<String>,
}

impl Records {
    /// A reader by this mapping; the currency's minor unit has so many decimals.
    ///
    /// # Errors
    /// What keeps the mapping from being read by.
    pub fn new(mapping: &Mapping, decimals: u32) -> Result<Self, Vec<MappingProblem>> {
        let mut problems = check(mapping);
        if mapping.shape == Some(Shape::Accounts) && problems.is_empty() {
            problems.push(MappingProblem::NoMonths);
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let spikes = mapping.spikes.filter(|spikes| *spikes != Spikes::Keep);
        let state = match (mapping.shape, spikes) {
            (Some(Shape::Edges), _) => State::Edges(Box::default()),
            (Some(Shape::Events), _) => State::Events(Events::new(mapping)),
            (Some(Shape::Intervals), _) => State::Intervals(Intervals::new(mapping)),
            (_, Some(spikes)) => State::Series(Series::new(spikes)),
            _ => State::Direct,
        };
        Ok(Self {
            cells: Cells::new(mapping, decimals),
            state,
            tally: Tally::default(),
            people: People::default(),
            rounding: Rounding::default(),
            currency: mapping.currency,
            counted: 0,
        })
    }

    /// Reads a row.
    ///
    /// # Errors
    /// If the sink takes nothing more.
    pub fn push(&mut self, row: &Row, sink: &mut dyn Sink) -> Result<(), Full> {
        self.tally.rows = self.tally.rows.saturating_add(1);
        if let State::Edges(edges) = &mut self.state {
            // Where more customers follow, it is told by its amounts whether it is a sum, as in a paste.
            if self.cells.is_total(row) {
                edges.held.push(row.clone());
                return Ok(());
            }
            for held in std::mem::take(&mut edges.held) {
                self.read(&held, sink)?;
            }
        } else if self.cells.is_total(row) {
            self.tally.note(self.cells.issue(row, None, IssueKind::TotalRow));
            return Ok(());
        }
        self.read(row, sink)
    }

    /// Reads a row that is none of totals.
    fn read(&mut self, row: &Row, sink: &mut dyn Sink) -> Result<(), Full> {
        if !self.cells.is_sound(row, &mut self.tally) {
            return Ok(());
        }
        let read = self.whose(row).and_then(|whose| self.amounts(row, whose, sink));
        match read {
            Ok(Ok(())) => {
                self.counted = self.counted.saturating_add(1);
                for (column, kind) in self.cells.contradictions(row) {
                    self.tally.note(self.cells.issue(row, column, kind));
                }
            }
            Ok(Err(full)) => return Err(full),
            Err((column, kind)) => self.tally.note(self.cells.issue(row, column, kind)),
        }
        Ok(())
    }

    /// Whose row it is, if it is in the currency that counts.
    fn whose(&mut self, row: &Row) -> Result<Whose, Problem> {
        let whose = self.cells.whose(row)?;
        let shown = self.cells.currency(row)?;
        if let Some((column, other)) = shown {
            match self.currency {
                Some(kept) if !kept.agrees_with(other) => {
                    return Err((Some(column), IssueKind::OtherCurrency { kept, other }));
                }
                kept => self.currency = Some(kept.map_or(other, |kept| kept.clearer(other))),
            }
        }
        Ok(whose)
    }

    /// Takes the amounts of a row.
    fn amounts(&mut self, row: &Row, whose: Whose, sink: &mut dyn Sink) -> Result<Result<(), Full>, Problem> {
        let (cells, rounding) = (&self.cells, &mut self.rounding);
        match &mut self.state {
            State::Edges(edges) => {
                let found = edges.take(cells, row, whose, rounding)?;
                found.into_iter().for_each(|(column, kind)| self.tally.note(cells.issue(row, column, kind)));
            }
            State::Events(events) => {
                let event = events.read(cells, row, rounding)?;
                let (person, twin) = self.people.meet(whose);
                events.take(person, event);
                self.tally.twin(cells, row, twin);
            }
            State::Intervals(intervals) => {
                let span = intervals.read(cells, row, rounding)?;
                let (person, twin) = self.people.meet(whose);
                intervals.take(person, span);
                self.tally.twin(cells, row, twin);
            }
            State::Series(series) => {
                let amounts = months::read(cells, row, rounding)?;
                let (person, twin) = self.people.meet(whose);
                series.take(person, row, amounts);
                self.tally.twin(cells, row, twin);
            }
            State::Direct => {
                let amounts = months::read(cells, row, rounding)?;
                let attributes: Vec<&str> = whose.attributes.iter().map(String::as_str).collect();
                for (_, month, minor) in amounts {
                    if let Err(full) = sink.add(&whose.customer, month, minor, &attributes) {
                        return Ok(Err(full));
                    }
                }
                let twin = self.people.meet_name(&whose.customer);
                self.tally.twin(cells, row, twin);
            }
        }
        Ok(Ok(()))
    }

    /// Hands over what was kept, and says what became of the rows.
    ///
    /// # Errors
    /// If the sink takes nothing more.
    pub fn finish(mut self, sink: &mut dyn Sink) -> Result<Tallied, Full> {
        let mut span = intervals::Span::default();
        let mut customers = Vec::new();
        match std::mem::replace(&mut self.state, State::Direct) {
            State::Direct => {}
            State::Edges(edges) => {
                for row in &edges.held {
                    self.tally.note(self.cells.issue(row, None, IssueKind::TotalRow));
                }
                customers = edges.customers();
            }
            State::Events(events) => {
                span = events.finish(&self.cells, &self.people, &mut self.tally, sink)?;
            }
            State::Intervals(intervals) => {
                span = intervals.finish(&self.cells, &self.people, &mut self.tally, sink)?;
            }
            State::Series(series) => series.finish(&self.cells, &self.people, &mut self.tally, sink)?,
        }
        let rows = self.tally.rows;
        Ok(Tallied {
            rows,
            counted: self.counted.saturating_sub(self.tally.taken_back),
            issues: self.tally.groups,
            customers,
            currency: self.currency,
            until: span.until,
            running: span.running,
            rounded: self.rounding.count,
            rounding: self.rounding.sum,
        })
    }
}

/// Why a row is left out, and which of its cells it is about.
type Problem = (Option<usize>, IssueKind);

/// The column of a role, for an issue about it.
fn at(mapping: &Mapping, role: Role, kind: IssueKind) -> Problem {
    (mapping.column(role), kind)
}
