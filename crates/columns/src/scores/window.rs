//! A part of a table: sorted, filtered, from one row to another.

use super::{Class, Portfolio, Refusal};

/// What a table is sorted by. What has no value comes last either way; of equal ones, that with more ARR comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The order in which accounts came.
    Row,
    /// Their names, by [`Portfolio::set_name_ranks`].
    Name,
    /// Their scores.
    Score,
    /// How far their scores are from the baseline's.
    Change,
    /// A column of amounts; the first is the ARR.
    Amount(usize),
    /// An indicator.
    Indicator(usize),
}

/// Which accounts a table shows, and in which order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// What it is sorted by.
    pub key: Key,
    /// Largest first.
    pub descending: bool,
    /// Only those of this segment.
    pub segment: Option<u16>,
    /// Only those of this owner.
    pub owner: Option<u32>,
    /// Only those in this class.
    pub class: Option<Class>,
    /// Only these rows: what a search found.
    pub found: Option<Vec<u32>>,
}

impl View {
    /// Everything, sorted.
    #[must_use]
    pub const fn all(key: Key, descending: bool) -> Self {
        Self { key, descending, segment: None, owner: None, class: None, found: None }
    }
}

/// A part of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// How many accounts the whole table has.
    pub total: usize,
    /// The rows of the accounts in this part.
    pub rows: Vec<u32>,
}

impl Portfolio {
    /// So many accounts of a table, from a place in it on. Right after a move only this part is looked for; with the second part that is asked
    /// for the whole order is made, and kept until it is another one.
    ///
    /// ```
    /// use plimsoll_columns::scores::{Accounts, Key, Portfolio, View};
    /// let accounts = Accounts {
    ///     indicators: vec![vec![8_000, 2_000, 3_000]],
    ///     segments: vec![0; 3],
    ///     segment_count: 1,
    ///     owners: vec![0; 3],
    ///     amounts: vec![vec![100, 250, 70]],
    /// };
    /// let mut portfolio = Portfolio::new(accounts)?;
    /// let largest = portfolio.window(&View::all(Key::Amount(0), true), 0, 2)?;
    /// assert_eq!((largest.total, largest.rows), (3, vec![1, 0]));
    /// # Ok::<(), plimsoll_columns::scores::Refusal>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Refusal::NoMemory`].
    pub fn window(&mut self, view: &View, start: usize, count: usize) -> Result<Window, Refusal> {
        if self.order.view.as_ref() != Some(view) {
            // The first part is found without sorting; who asks for another one is scrolling.
            if self.order.glimpsed.as_ref() != Some(view)
                && let Some(window) = self.glimpse(view, start, count)?
            {
                return Ok(window);
            }
            self.sort_for(view)?;
            self.filter_for(view)?;
        }
        let rows = self.order.rows.iter().skip(start).take(count).copied().collect();
        Ok(Window { total: self.order.rows.len(), rows })
    }
}
