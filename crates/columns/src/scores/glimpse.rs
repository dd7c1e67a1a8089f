//! One part of a sorted table without sorting the table: while a slider moves, every frame has another order and shows a hundred rows.

use core::cmp::Reverse;
use core::ops::Range;

use super::order::{bits, first, has};
use super::window::{Key, View, Window};
use super::worst::counted;
use super::{BINS, FULL, Portfolio, Refusal};
use crate::refusal::{filled, push};

/// How many keys there can be that are counted: changes go from −100 to 100 points; then those that have none.
const KEYS: usize = 2 * FULL as usize + 2;
/// The last key of those that have one.
const TOP: usize = KEYS - 2;

/// A value as a key in the order of the view; of a key the value.
const fn turned(view: &View, value: usize) -> usize {
    if view.descending { TOP.saturating_sub(value) } else { value }
}

/// A run of bins of keys that holds what is asked for.
struct Stretch {
    /// How many accounts come before it.
    before: usize,
    first: usize,
    last: usize,
    total: usize,
}

impl Portfolio {
    /// A part of a view whose keys are few; nothing where they are not.
    pub(super) fn glimpse(
        &mut self,
        view: &View,
        start: usize,
        count: usize,
    ) -> Result<Option<Window>, Refusal> {
        if !matches!(view.key, Key::Score | Key::Change | Key::Indicator(_)) {
            return Ok(None);
        }
        self.work_out_scores()?;
        self.bins.get_or_insert_with(|| counted(&self.scores));
        let window = match self.whole_column(view) {
            Some(column) => self.part_of_column(column, view, start, count)?,
            None => Some(self.part_of_some(view, start, count)?),
        };
        if window.is_some() {
            self.order.glimpsed = Some(view.clone());
        }
        Ok(window)
    }

    /// A part of all accounts, by what stands in a column; nothing where it reaches into those without a value, who come last.
    fn part_of_column(
        &self,
        column: &[u16],
        view: &View,
        start: usize,
        count: usize,
    ) -> Result<Option<Window>, Refusal> {
        let key = |place: u32| {
            let value = *column.get(place as usize)?;
            (value <= FULL).then(|| turned(view, value.into()))
        };
        let window = match self.bins.filter(|_| view.key == Key::Score) {
            Some(bins) => {
                let mut counts = bins.map(|count| count as usize);
                if view.descending {
                    counts.reverse();
                }
                // Of a key, the bin that it is counted in, in the order of the view.
                let bin = |key: usize| {
                    let point = turned(view, key) / 100;
                    if view.descending { BINS.saturating_sub(1).saturating_sub(point) } else { point }
                };
                self.part(&counts, bin, key, start, count)?
            }
            None => self.part(&self.counts(key)?, |key| key, key, start, count)?,
        };
        let reached = start.saturating_add(count) <= window.total;
        Ok(reached.then(|| Window { total: self.count(), ..window }))
    }

    /// A part of those whom a view lets through.
    fn part_of_some(&self, view: &View, start: usize, count: usize) -> Result<Window, Refusal> {
        let found = view.found.as_deref().map(|found| bits(found, self.count())).transpose()?;
        let key = |place: u32| {
            let row = self.row_at(place as usize)?;
            let passes =
                self.lets(view, place as usize, row) && found.as_ref().is_none_or(|found| has(found, row));
            let value = || self.value(view.key, place as usize).and_then(|value| usize::try_from(value).ok());
            passes.then(|| value().map_or(KEYS.saturating_sub(1), |value| turned(view, value)))
        };
        self.part(&self.counts(key)?, |key| key, key, start, count)
    }

    /// The column that a view is sorted by, where it lets everybody through.
    fn whole_column(&self, view: &View) -> Option<&[u16]> {
        if *view != View::all(view.key, view.descending) {
            return None;
        }
        match view.key {
            Key::Score => Some(&self.scores),
            Key::Indicator(number) => Some(self.columns.get(number)?.as_flattened()),
            _ => None,
        }
    }

    /// How many accounts have each key.
    fn counts(&self, key: impl Fn(u32) -> Option<usize>) -> Result<Vec<usize>, Refusal> {
        let mut counts = filled(0_usize, KEYS)?;
        for key in self.everyone().filter_map(key) {
            if let Some(count) = counts.get_mut(key) {
                *count = count.wrapping_add(1);
            }
        }
        Ok(counts)
    }

    /// All places.
    fn everyone(&self) -> Range<u32> {
        0..u32::try_from(self.layout.rows.len()).unwrap_or(u32::MAX)
    }

    /// So many accounts from a place on, in the order of their keys; those without a key are not among them. `counts` says how many are in
    /// each bin of keys.
    fn part(
        &self,
        counts: &[usize],
        bin: impl Fn(usize) -> usize,
        key: impl Fn(u32) -> Option<usize>,
        start: usize,
        count: usize,
    ) -> Result<Window, Refusal> {
        let stretch = stretch(counts, start, count);
        let within = stretch.first..=stretch.last;
        let mut places = Vec::new();
        for place in self.everyone() {
            if key(place).is_some_and(|key| within.contains(&bin(key))) {
                push(&mut places, place)?;
            }
        }
        let skip = start.saturating_sub(stretch.before);
        first(&mut places, skip.saturating_add(count), |place| {
            (key(place), Reverse(self.arr_at(place as usize)), self.row_at(place as usize))
        });
        let rows = places.iter().skip(skip).filter_map(|place| self.row_at(*place as usize)).collect();
        Ok(Window { total: stretch.total, rows })
    }
}

/// Between which bins so many accounts from a place on lie.
fn stretch(counts: &[usize], start: usize, count: usize) -> Stretch {
    let end = start.saturating_add(count);
    let mut stretch = Stretch { before: 0, first: usize::MAX, last: 0, total: 0 };
    for (key, count) in counts.iter().enumerate() {
        let after = stretch.total.saturating_add(*count);
        if after > start && stretch.total < end && *count > 0 {
            if stretch.first == usize::MAX {
                (stretch.first, stretch.before) = (key, stretch.total);
            }
            stretch.last = key;
        }
        stretch.total = after;
    }
    stretch
}
