//! Merged ranges: of each, a program shows the first cell only, whatever lies below it.

use crate::limits;
use crate::refusal::{Counted, Refusal};
use crate::table::{Place, Take, Value};

/// Passes on cells, all but those that a merged range hides.
pub(crate) struct Unmerged<'t, T> {
    pub(crate) take: T,
    pub(crate) merges: &'t mut Merges,
}

impl<T: Take> Take for Unmerged<'_, T> {
    fn cell(&mut self, place: Place, value: Value<'_>) -> Result<(), Refusal> {
        if self.merges.hides(place) { Ok(()) } else { self.take.cell(place, value) }
    }
}

/// The merged ranges of a sheet. Of each, only the first cell is seen.
#[derive(Debug, Default)]
pub(crate) struct Merges {
    /// First and last cell of each, by first row.
    ranges: Vec<(Place, Place)>,
    /// How many of them have begun.
    begun: usize,
    /// Those that the current row may cross, by first column.
    open: Vec<(Place, Place)>,
    /// The row before which none of them ends.
    first_end: u32,
}

impl Merges {
    /// Adds a range.
    pub(crate) fn add(&mut self, first: Place, last: Place) -> Result<(), Refusal> {
        if self.ranges.len() >= limits::MERGES {
            return Err(Refusal::too_many(Counted::Merges, limits::MERGES as u64));
        }
        self.ranges.push((first, last));
        Ok(())
    }

    /// All ranges are there; cells come next.
    pub(crate) fn ready(&mut self) {
        self.ranges.sort_unstable();
        self.begun = 0;
        self.open.clear();
    }

    /// Whether a cell is hidden. Rows must be asked for in ascending order.
    pub(crate) fn hides(&mut self, place: Place) -> bool {
        if self.begun == self.ranges.len() && self.open.is_empty() {
            return false;
        }
        if self.first_end < place.row {
            self.open.retain(|(_, last)| last.row >= place.row);
            self.first_end = self.open.iter().map(|(_, last)| last.row).min().unwrap_or(u32::MAX);
        }
        while let Some(range) = self.ranges.get(self.begun).filter(|(first, _)| first.row <= place.row) {
            self.begun = self.begun.saturating_add(1);
            if range.1.row >= place.row {
                let at = self.open.partition_point(|(first, _)| first.column < range.0.column);
                self.first_end = self.first_end.min(range.1.row);
                self.open.insert(at, *range);
            }
        }
        let after = self.open.partition_point(|(first, _)| first.column <= place.column);
        after
            .checked_sub(1)
            .and_then(|at| self.open.get(at))
            .is_some_and(|(first, last)| place.column <= last.column && place != *first)
    }
}
