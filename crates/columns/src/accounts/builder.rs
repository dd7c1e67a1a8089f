//! Collecting accounts into columns.

use super::growing::{Growing, retain};
use super::values::scaled;
use super::{AccountColumn, Accounts, Cell, NO_DAY, NO_NUMBER, Part, Snapshot};
use crate::Refusal;
use crate::names::{Names, key_of, trimmed};

/// The most rows.
pub(super) const MOST_ROWS: usize = 1 << 23;
/// The most columns.
pub(super) const MOST_COLUMNS: usize = 1_024;
/// The most snapshots: a year of days. A column of times, of which no two are one, is none of snapshots.
pub(super) const MOST_SNAPSHOTS: usize = 400;

/// What a column is called, and what it is to whoever reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its header as written.
    pub header: String,
    /// What it is about.
    pub part: Part,
    /// Which sign it is, as whoever recognised it calls it: "nps", "last-contact"; empty where nobody knows. It is carried,
    /// not understood here.
    pub sign: String,
    /// Whether its numbers are of a hundred.
    pub percent: bool,
}

/// What a column's cells are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Numbers, with so many decimals until one has more; in a column of [`Part::Revenue`] never with more.
    Number {
        /// How many.
        places: u8,
    },
    /// Days.
    Day,
    /// Texts.
    Text,
}

/// When a row was written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// On this day since 1970-01-01.
    Day(i32),
    /// At one unknown time with all rows of its source, by that source's number. Sources that share no account turn out to be
    /// parts of one.
    Source(u32),
}

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// It was added, with this number.
    Row(u32),
    /// It was not: the account has this row at the same moment already.
    Again(u32),
}

/// Collects accounts.
#[derive(Clone, Debug)]
pub struct AccountsBuilder {
    names: Names,
    headings: Vec<Heading>,
    columns: Vec<Growing>,
    account_of: Vec<u32>,
    lines: Vec<u32>,
    moments: Vec<Moment>,
    snapshot_of: Vec<u16>,
    /// The last row of each account, and for each row the one of its account before it; one more than the row's number, and 0
    /// where there is none.
    last: Vec<u32>,
    before: Vec<u32>,
    left_out: Vec<u32>,
    /// The sizes of all that is paid, together. While it fits, so does every sum over it.
    total: i64,
}

impl AccountsBuilder {
    /// Nothing yet, in these columns.
    ///
    /// # Errors
    /// If there are more columns than are kept.
    pub fn new(columns: Vec<(Heading, Kind)>) -> Result<Self, Refusal> {
        if columns.len() > MOST_COLUMNS {
            return Err(Refusal::TooManyColumns);
        }
        let grown = columns.iter().map(|(heading, kind)| Growing::new(heading.part, *kind)).collect();
        let headings = columns.into_iter().map(|(heading, _)| heading).collect();
        Ok(Self {
            names: Names::default(),
            headings,
            columns: grown,
            account_of: Vec::new(),
            lines: Vec::new(),
            moments: Vec::new(),
            snapshot_of: Vec::new(),
            last: Vec::new(),
            before: Vec::new(),
            left_out: Vec::new(),
            total: 0,
        })
    }

    /// How many rows were added.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.account_of.len()
    }

    /// The line where a row stands.
    #[must_use]
    pub fn line_of(&self, row: u32) -> Option<u32> {
        self.lines.get(row as usize).copied()
    }

    /// Adds a row: the account, when it was so, the line where it stands, and a cell for each column. A cell that is missing or
    /// of another kind than its column counts as missing. White space around the id and texts is dropped; case matters.
    ///
    /// # Errors
    /// A [`Refusal`] when the row cannot be held; whatever was added before stays as it was.
    pub fn add(
        &mut self,
        id: &[u8],
        moment: Moment,
        line: u32,
        cells: &[Cell<'_>],
    ) -> Result<Added, Refusal> {
        let snapshot = self.snapshot(moment)?;
        let id = trimmed(id);
        let account = self.names.number(id, key_of(id))?;
        if let Some(row) = self.row_of(account, snapshot) {
            return Ok(Added::Again(row));
        }
        let row = u32::try_from(self.rows())
            .ok()
            .filter(|_| self.rows() < MOST_ROWS)
            .ok_or(Refusal::TooManyRows)?;
        let total = self.total_with(cells, 0)?;
        self.reserve()?;
        if let Err(refusal) = self.put(None, cells) {
            // Half a row is none.
            let rows = self.rows();
            self.columns.iter_mut().for_each(|column| column.truncate(rows));
            return Err(refusal);
        }
        self.total = total;
        if self.last.len() <= account {
            self.last.resize(account.saturating_add(1), 0);
        }
        let before = self.last.get_mut(account).map(|last| core::mem::replace(last, row.saturating_add(1)));
        self.before.push(before.unwrap_or(0));
        self.account_of.push(u32::try_from(account).map_err(|_| Refusal::TooManyCustomers)?);
        self.lines.push(line);
        self.snapshot_of.push(snapshot);
        Ok(Added::Row(row))
    }

    /// Puts other cells, of another line, into a row that is there.
    ///
    /// # Errors
    /// As for [`AccountsBuilder::add`].
    pub fn replace(&mut self, row: u32, line: u32, cells: &[Cell<'_>]) -> Result<(), Refusal> {
        let place = row as usize;
        let Some(kept) = self.lines.get_mut(place) else { return Ok(()) };
        *kept = line;
        self.total = self.total_with(cells, self.paid_in(place))?;
        self.put(Some(place), cells)
    }

    /// Puts cells into a row, or at the end.
    fn put(&mut self, row: Option<usize>, cells: &[Cell<'_>]) -> Result<(), Refusal> {
        let cells = cells.iter().copied().chain(core::iter::repeat(Cell::Missing));
        self.columns.iter_mut().zip(cells).try_for_each(|(column, cell)| column.put(row, cell))
    }

    /// Leaves a row out after all. Its account and moment stay taken.
    pub fn leave_out(&mut self, row: u32) {
        if (row as usize) < self.rows() {
            self.left_out.push(row);
        }
    }

    /// The accounts as collected.
    #[must_use]
    pub fn finish(mut self) -> Accounts {
        if !self.left_out.is_empty() {
            self.drop_rows();
        }
        self.join_sources();
        let (snapshots, snapshot_of) = snapshots(&self.moments, &self.snapshot_of);
        let columns = self.headings.into_iter().zip(self.columns);
        let column =
            |(heading, growing): (Heading, Growing)| AccountColumn { heading, values: growing.finish() };
        Accounts {
            ids: self.names.into_texts(),
            account_of: self.account_of,
            lines: self.lines,
            snapshots,
            snapshot_of,
            columns: columns.map(column).collect(),
        }
    }

    /// The number of a moment.
    fn snapshot(&mut self, moment: Moment) -> Result<u16, Refusal> {
        // Rows of one moment mostly stand together, so the last one is looked at first.
        let last = self.snapshot_of.last().copied();
        if last.is_some_and(|last| self.moments.get(usize::from(last)) == Some(&moment)) {
            return last.ok_or(Refusal::TooManySnapshots);
        }
        let place = self.moments.iter().position(|known| *known == moment);
        let place = place.unwrap_or_else(|| {
            if self.moments.len() < MOST_SNAPSHOTS {
                self.moments.push(moment);
            }
            self.moments.len().saturating_sub(1)
        });
        let is_it = self.moments.get(place) == Some(&moment);
        u16::try_from(place).ok().filter(|_| is_it).ok_or(Refusal::TooManySnapshots)
    }

    /// The row that an account has in a snapshot.
    fn row_of(&self, account: usize, snapshot: u16) -> Option<u32> {
        let mut next = self.last.get(account).copied().unwrap_or(0);
        while let Some(row) = next.checked_sub(1) {
            if self.snapshot_of.get(row as usize) == Some(&snapshot) {
                return Some(row);
            }
            next = self.before.get(row as usize).copied().unwrap_or(0);
        }
        None
    }

    /// Room for one row more in what is pushed without asking.
    fn reserve(&mut self) -> Result<(), Refusal> {
        self.account_of.try_reserve(1)?;
        self.lines.try_reserve(1)?;
        self.snapshot_of.try_reserve(1)?;
        self.before.try_reserve(1)?;
        self.last.try_reserve(self.names.len().saturating_sub(self.last.len()))?;
        self.columns.iter_mut().try_for_each(Growing::reserve)
    }

    /// The sizes of all that is paid, with a row's and without what it takes the place of.
    fn total_with(&self, cells: &[Cell<'_>], without: i64) -> Result<i64, Refusal> {
        let mut total = self.total.saturating_sub(without);
        for (column, cell) in self.columns.iter().zip(cells) {
            if let (Growing::Number { places, fixed: true, .. }, Cell::Number { value, places: own }) =
                (column, cell)
            {
                let size = scaled(*value, *own, *places).map_or(Some(0), i64::checked_abs);
                total = size.and_then(|size| total.checked_add(size)).ok_or(Refusal::TooLarge)?;
            }
        }
        Ok(total)
    }

    /// The sizes of what a row pays.
    fn paid_in(&self, row: usize) -> i64 {
        let paid = |column: &Growing| match column {
            Growing::Number { values, fixed: true, .. } => {
                values.get(row).filter(|value| **value != NO_NUMBER).map_or(0, |value| value.saturating_abs())
            }
            _ => 0,
        };
        self.columns.iter().map(paid).fold(0, i64::saturating_add)
    }

    /// Sources of which no day is known and that share no account are parts of one table, not moments.
    fn join_sources(&mut self) {
        let has_day = self.moments.iter().any(|moment| matches!(moment, Moment::Day(_)));
        if !has_day && self.before.iter().all(|before| *before == 0) {
            self.moments.truncate(1);
            self.snapshot_of.fill(0);
        }
    }

    /// Takes out the rows that are left out, and the accounts that have no other.
    fn drop_rows(&mut self) {
        let mut kept = vec![true; self.rows()];
        for row in &self.left_out {
            if let Some(kept) = kept.get_mut(*row as usize) {
                *kept = false;
            }
        }
        retain(&mut self.account_of, &kept);
        retain(&mut self.lines, &kept);
        retain(&mut self.snapshot_of, &kept);
        self.columns.iter_mut().for_each(|column| column.retain(&kept));
        let mut names = Names::default();
        for account in &mut self.account_of {
            let name = self.names.get(*account as usize).unwrap_or_default();
            // It had a number among more names, so it has one among fewer.
            let number = names.number(name, key_of(name)).ok().and_then(|number| u32::try_from(number).ok());
            *account = number.unwrap_or(0);
        }
        self.names = names;
    }
}

/// Moments that rows are of, in order, and each row's place among them.
fn snapshots(moments: &[Moment], of: &[u16]) -> (Vec<Snapshot>, Vec<u16>) {
    let mut counts = vec![0_u32; moments.len()];
    for place in of {
        if let Some(count) = counts.get_mut(usize::from(*place)) {
            *count = count.saturating_add(1);
        }
    }
    let day = |moment: &Moment| match moment {
        Moment::Day(day) => *day,
        Moment::Source(_) => NO_DAY,
    };
    let rows = |place: usize| counts.get(place).copied().unwrap_or(0);
    let mut order: Vec<(i32, usize)> =
        moments.iter().map(day).zip(0..).filter(|(_, place)| rows(*place) > 0).collect();
    order.sort_unstable();
    let mut places = vec![0_u16; moments.len()];
    for (new, (_, old)) in (0_u16..).zip(&order) {
        if let Some(place) = places.get_mut(*old) {
            *place = new;
        }
    }
    let found = order.iter().map(|(day, place)| Snapshot { day: *day, rows: rows(*place) }).collect();
    (found, of.iter().map(|old| places.get(usize::from(*old)).copied().unwrap_or(0)).collect())
}
