//! Accounts in columns: what is known of each, row by row, each column of one kind.
//!
//! [`AccountsBuilder`] collects rows; the finished [`Accounts`] gives its columns as slices, and goes as bytes from one
//! program to another. A row is an account at one moment: where there are several [`Snapshot`]s, an account has a row in each.

mod builder;
mod bytes;
mod growing;
mod values;

pub use builder::{AccountsBuilder, Added, Heading, Kind, Moment};
pub use bytes::Malformed;
pub use values::{Cell, MOST_PLACES, NO_DAY, NO_NUMBER, NO_TEXT, Part, Texts, Values, calendar};

/// A moment at which accounts were written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The day, since 1970-01-01; [`NO_DAY`] where the data does not say.
    pub day: i32,
    /// How many rows are of it.
    pub rows: u32,
}

/// A column of accounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountColumn {
    /// What it is called.
    pub heading: Heading,
    /// What each row says.
    pub values: Values,
}

/// What stands in a row of the later of two snapshots where the account has none.
pub const NO_ROW: u32 = u32::MAX;

/// Accounts by row.
///
/// ```
/// use plimsoll_columns::accounts::{Accounts, AccountsBuilder, Cell, Heading, Kind, Moment, Part};
/// let health = Heading { header: "Health".into(), part: Part::Indicator, sign: "health".into(), percent: false };
/// let mut builder = AccountsBuilder::new(vec![(health, Kind::Number { places: 0 })])?;
/// builder.add(b"Acme", Moment::Source(0), 2, &[Cell::Number { value: 82, places: 0 }])?;
/// let accounts = builder.finish();
/// assert_eq!((accounts.rows(), accounts.ids().get(0)), (1, Some(&b"Acme"[..])));
/// assert_eq!(Accounts::from_bytes(&accounts.to_bytes()), Ok(accounts));
/// # Ok::<(), plimsoll_columns::Refusal>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accounts {
    ids: Texts,
    account_of: Vec<u32>,
    lines: Vec<u32>,
    snapshots: Vec<Snapshot>,
    snapshot_of: Vec<u16>,
    columns: Vec<AccountColumn>,
}

impl Accounts {
    /// How many rows there are: accounts, where there is one snapshot.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.account_of.len()
    }

    /// What accounts are told apart by, each once, by number.
    #[must_use]
    pub const fn ids(&self) -> &Texts {
        &self.ids
    }

    /// The number of each row's account.
    #[must_use]
    pub fn account_of(&self) -> &[u32] {
        &self.account_of
    }

    /// The line of the source where each row stands, from 1.
    #[must_use]
    pub fn lines(&self) -> &[u32] {
        &self.lines
    }

    /// The moments, earliest first; those without a day first, as they came.
    #[must_use]
    pub fn snapshots(&self) -> &[Snapshot] {
        &self.snapshots
    }

    /// The place of each row's snapshot among [`Accounts::snapshots`].
    #[must_use]
    pub fn snapshot_of(&self) -> &[u16] {
        &self.snapshot_of
    }

    /// The columns, in the order in which they were named.
    #[must_use]
    pub fn columns(&self) -> &[AccountColumn] {
        &self.columns
    }

    /// The first column of a part.
    #[must_use]
    pub fn column(&self, part: Part) -> Option<&AccountColumn> {
        self.columns.iter().find(|column| column.heading.part == part)
    }

    /// The numbers of the first column of a part, and how many decimals they have: what is paid a year in minor units
    /// ([`Part::Revenue`]), whether it has left ([`Part::Churned`]), seats.
    #[must_use]
    pub fn numbers(&self, part: Part) -> Option<(&[i64], u8)> {
        match &self.column(part)?.values {
            Values::Number { values, places } => Some((values, *places)),
            _ => None,
        }
    }

    /// The days of the first column of a part: [`Part::Renewal`], [`Part::ChurnDay`].
    #[must_use]
    pub fn days(&self, part: Part) -> Option<&[i32]> {
        match &self.column(part)?.values {
            Values::Day(days) => Some(days),
            _ => None,
        }
    }

    /// The texts of the first column of a part: [`Part::Segment`], [`Part::Owner`], [`Part::Name`].
    #[must_use]
    pub fn texts(&self, part: Part) -> Option<(&[u32], &Texts)> {
        match &self.column(part)?.values {
            Values::Text { ids, values } => Some((ids, values)),
            _ => None,
        }
    }

    /// The rows of a snapshot, by its place.
    #[must_use]
    pub fn rows_in(&self, snapshot: u16) -> Vec<u32> {
        let rows = (0_u32..).zip(&self.snapshot_of).filter(|(_, of)| **of == snapshot);
        rows.map(|(row, _)| row).collect()
    }

    /// For each row of one snapshot, the row of the same account in another; [`NO_ROW`] where it has none there.
    ///
    /// Both by their places; pairs are in the order of the first one's rows.
    #[must_use]
    pub fn pairs(&self, earlier: u16, later: u16) -> Vec<(u32, u32)> {
        let mut row_of = vec![NO_ROW; self.ids.len()];
        let account = |row: u32| self.account_of.get(row as usize).map_or(usize::MAX, |of| *of as usize);
        for row in self.rows_in(later) {
            if let Some(place) = row_of.get_mut(account(row)) {
                *place = row;
            }
        }
        let other = |row: u32| row_of.get(account(row)).copied().unwrap_or(NO_ROW);
        self.rows_in(earlier).into_iter().map(|row| (row, other(row))).collect()
    }
}
