//! Rows of a table of accounts, to columns of what is known of each.

mod cell;
mod derived;
mod plain;
mod plan;

use plimsoll_columns::Refusal;
use plimsoll_columns::accounts::{Accounts, AccountsBuilder, Added, Cell, Moment};

use self::cell::Reader;
use self::derived::Derived;
use self::plan::Plan;
use super::row::Cells;
use super::tally::Tally;
use super::{Full, Problem, Tallied, at};
use crate::issue::{Issue, IssueKind, Severity};
use crate::mapping::{Duplicates, Mapping, MappingProblem, Shape, check};
use crate::order::Grown as _;
use crate::role::Role;
use crate::table::{self, Row};

use super::people::People;

/// Reads rows of a table of accounts by a mapping.
///
/// - A row is an account at one moment: on the day of its column of dates, else at that of its source. Sources without days that
///   share no account are parts of one table.
/// - A cell that cannot be read, or that says what cannot be, counts as missing and is named; its row counts.
/// - What is paid is kept by the year in minor units: MRR times 12, ARR as it is written.
/// - A percentage is kept as a number of a hundred. Numbers keep up to six decimals; beyond, they are rounded half away from zero.
/// - Where a column of days on which accounts left stands without one that says who has, whoever has such a day has left.
/// - From seats bought and used follows which share is used, where no column says it.
///
/// ```
/// use plimsoll_columns::accounts::Part;
/// use plimsoll_intake::{AccountRecords, Row, look};
/// let seen = look("Account,Health score,MRR,Churned\nAcme,82,100.50,no\n");
/// let mut records = AccountRecords::new(&seen.mapping, 2).map_err(|problems| format!("{problems:?}"))?;
/// for row in &seen.first {
///     records.push(row).map_err(|full| format!("{full:?}"))?;
/// }
/// let (accounts, tallied) = records.finish();
/// assert_eq!((accounts.rows(), tallied.counted), (1, 1));
/// assert_eq!(accounts.numbers(Part::Revenue), Some((&[120_600][..], 2)));
/// assert_eq!(accounts.numbers(Part::Churned), Some((&[0][..], 0)));
/// # Ok::<(), String>(())
/// ```
pub struct AccountRecords {
    cells: Cells,
    plans: Vec<Plan>,
    derived: Derived,
    reader: Reader,
    builder: AccountsBuilder,
    tally: Tally,
    /// Names met so far, where accounts are told apart by them.
    people: Option<People>,
    duplicates: Duplicates,
    /// Which source it is, and whether a column says when rows were written down.
    source: u32,
    is_dated: bool,
}

impl std::fmt::Debug for AccountRecords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AccountRecords").field("rows", &self.tally.rows).finish_non_exhaustive()
    }
}

impl AccountRecords {
    /// A reader by this mapping; the currency's minor unit has so many decimals.
    ///
    /// # Errors
    /// What keeps the mapping from being read by.
    pub fn new(mapping: &Mapping, decimals: u32) -> Result<Self, Vec<MappingProblem>> {
        let mut problems = check(mapping);
        if mapping.shape != Some(Shape::Accounts) && problems.is_empty() {
            problems.push(MappingProblem::NoShape);
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let plans = plan::plans(mapping, decimals);
        let derived = Derived::of(&plans);
        let mut columns: Vec<_> = Vec::new();
        columns.grow_by(plans.iter().map(|plan| (plan.heading.clone(), plan.kind())));
        columns.grow_by(derived.headings(&plans));
        let is_named = mapping.column(Role::CustomerId).is_none();
        Ok(Self {
            cells: Cells::new(mapping, decimals),
            reader: Reader::new(mapping.currency),
            // No table has more columns than are kept.
            builder: AccountsBuilder::new(columns).map_err(|_| Vec::new())?,
            plans,
            derived,
            tally: Tally::default(),
            people: is_named.then(People::default),
            duplicates: mapping.duplicates.unwrap_or(Duplicates::First),
            source: 0,
            is_dated: mapping.column(Role::Date).is_some(),
        })
    }

    /// Begins the next source. Without a column of dates, its rows are of another moment.
    pub const fn next_source(&mut self) {
        self.source = self.source.saturating_add(1);
    }

    /// How many accounts were read so far.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.builder.rows()
    }

    /// Reads a row.
    ///
    /// # Errors
    /// If nothing more can be held.
    pub fn push(&mut self, row: &Row) -> Result<(), Full> {
        self.tally.rows = self.tally.rows.saturating_add(1);
        if self.cells.is_total(row) {
            self.tally.note(self.cells.issue(row, None, IssueKind::TotalRow));
            return Ok(());
        }
        if !self.cells.is_sound(row, &mut self.tally) {
            return Ok(());
        }
        let whose = self.cells.customer_of(row).and_then(|id| Ok((id, self.moment(row)?)));
        match whose {
            Ok((id, moment)) => self.take(row, id, moment),
            Err((column, kind)) => {
                self.tally.note(self.cells.issue(row, column, kind));
                Ok(())
            }
        }
    }

    /// When a row was written down.
    fn moment(&self, row: &Row) -> Result<Moment, Problem> {
        if !self.is_dated {
            return Ok(Moment::Source(self.source));
        }
        let column = self.cells.mapping.column(Role::Date).unwrap_or(usize::MAX);
        let day = cell::day(&self.cells, row, column).map_err(|kind| (Some(column), kind))?;
        let missing = || at(&self.cells.mapping, Role::Date, IssueKind::NoDate);
        day.map(|read| Moment::Day(read.day)).ok_or_else(missing)
    }

    /// Takes a row whose account and moment are known.
    fn take(&mut self, row: &Row, id: &str, moment: Moment) -> Result<(), Full> {
        self.reader.found.clear();
        let mut read = Vec::with_capacity(self.plans.len().saturating_add(2));
        for (place, plan) in self.plans.iter().enumerate() {
            read.push(self.reader.read(&self.cells, row, plan, place));
        }
        let out = &self.reader.found;
        let is_out = |place: usize| {
            let column = self.plans.get(place).map(|plan| plan.column);
            out.iter().any(|(of, _, severity)| Some(*of) == column && *severity == Severity::CellOut)
        };
        self.derived.add_to(&mut read, is_out);
        match self.builder.add(id.as_bytes(), moment, row.line, &read).map_err(full)? {
            Added::Row(_) => self.meet(row, id),
            Added::Again(first) => return self.again(row, first, &read),
        }
        self.say(row);
        Ok(())
    }

    /// What becomes of an account's second row of one moment.
    fn again(&mut self, row: &Row, first: u32, read: &[Cell<'_>]) -> Result<(), Full> {
        let line = self.builder.line_of(first).unwrap_or(0);
        let kind = IssueKind::Twice { first: line, counts: self.duplicates };
        self.tally.note(self.cells.issue(row, self.cells.mapping.customer(), kind));
        match self.duplicates {
            Duplicates::First => {}
            Duplicates::Last => {
                self.builder.replace(first, row.line, read).map_err(full)?;
                self.say(row);
            }
            Duplicates::LeaveOut => self.builder.leave_out(first),
        }
        Ok(())
    }

    /// Notes what was found in the cells of a row that counts.
    fn say(&mut self, row: &Row) {
        for (column, kind, severity) in self.reader.found.drain(..) {
            let issue = self.cells.issue(row, Some(column), kind);
            self.tally.note(Issue { severity, ..issue });
        }
    }

    /// Says where an account's name looks like another one.
    fn meet(&mut self, row: &Row, id: &str) {
        if let Some(people) = &mut self.people {
            let twin = people.meet_name(id);
            self.tally.twin(&self.cells, row, twin);
        }
    }

    /// The accounts, and what became of the rows.
    #[must_use]
    pub fn finish(self) -> (Accounts, Tallied) {
        let accounts = self.builder.finish();
        let tallied = Tallied {
            rows: self.tally.rows,
            counted: u64::try_from(accounts.rows()).unwrap_or(u64::MAX),
            issues: self.tally.groups,
            currency: self.reader.currency,
            rounded: self.reader.rounding.count,
            rounding: self.reader.rounding.sum,
            ..Tallied::default()
        };
        (accounts, tallied)
    }
}

fn full(refusal: Refusal) -> Full {
    match refusal {
        Refusal::TooLarge => Full::TooLarge,
        Refusal::TooManySnapshots => Full::TooManySnapshots,
        Refusal::TooManyRows | Refusal::TooManyCustomers => Full::TooManyCustomers,
        _ => Full::NoMemory,
    }
}

/// Reads the beginning of a table of accounts by a mapping, as far as it was looked at.
///
/// ```
/// use plimsoll_intake::{look, rehearse_accounts};
/// let sample = "Account,Health score\nAcme,82\nBolt,101\n";
/// let read = rehearse_accounts(sample, &look(sample).mapping, 2);
/// let (accounts, tallied) = read.map_err(|problems| format!("{problems:?}"))?;
/// assert_eq!((accounts.rows(), tallied.issues.len()), (2, 1));
/// # Ok::<(), String>(())
/// ```
///
/// # Errors
/// What keeps the mapping from being read by.
pub fn rehearse_accounts(
    sample: &str,
    mapping: &Mapping,
    decimals: u32,
) -> Result<(Accounts, Tallied), Vec<MappingProblem>> {
    let mut records = AccountRecords::new(mapping, decimals)?;
    let table = table::sample(crate::look::beginning(sample), Some(mapping.delimiter), usize::MAX);
    for row in table.rows.iter().filter(|row| row.line > mapping.header_line) {
        if records.push(row).is_err() {
            break;
        }
    }
    Ok(records.finish())
}

/// What is said of a cell: its column, what was found, and whether it counts.
type Found = (usize, IssueKind, Severity);
