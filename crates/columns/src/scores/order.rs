//! Sorting by small keys.

use super::window::{Key, View};
use super::{BLOCK, FULL, MISSING, Portfolio, Refusal};
use crate::refusal::filled;

/// The last table that was asked for, so that scrolling costs nothing.
#[derive(Clone, Debug, Default)]
pub(super) struct Kept {
    /// How the places below are sorted.
    sorted_by: Option<(Key, bool)>,
    /// All places in that order.
    sorted: Vec<u32>,
    /// What was let through of them; nothing where that is all.
    pub(super) view: Option<View>,
    /// The rows of that view.
    pub(super) rows: Vec<u32>,
    /// A view of which one part was found without sorting everything.
    pub(super) glimpsed: Option<View>,
}

impl Kept {
    /// Scores or classes are others now.
    pub(super) fn forget_scores(&mut self) {
        self.view = None;
        self.glimpsed = None;
        if self.sorted_by.is_some_and(|(key, _)| matches!(key, Key::Score | Key::Change)) {
            self.sorted_by = None;
        }
    }

    /// Everything is another.
    pub(super) fn forget(&mut self) {
        self.view = None;
        self.glimpsed = None;
        self.sorted_by = None;
    }
}

/// What comes last, whichever way is sorted.
const LAST: u64 = u64::MAX;

impl Portfolio {
    /// Names each row's place in the alphabetical order of names, so that a table can be sorted by it.
    ///
    /// # Errors
    ///
    /// [`Refusal::Lengths`] where there are not as many as accounts.
    pub fn set_name_ranks(&mut self, ranks: Vec<u32>) -> Result<(), Refusal> {
        if ranks.len() != self.count() {
            return Err(Refusal::Lengths);
        }
        self.ranks = ranks;
        self.order.forget();
        Ok(())
    }

    /// All places, those with the most ARR first, of equal ones the earlier row.
    pub(super) fn sort_by_arr(&mut self) -> Result<(), Refusal> {
        if self.by_arr.len() == self.count() {
            return Ok(());
        }
        let mut places = filled(0, self.count())?;
        places.copy_from_slice(&self.layout.places);
        sort(&mut places, |place| !ascending(self.arr_at(place as usize)))?;
        self.by_arr = places;
        Ok(())
    }

    /// Sorts all places for a view, unless they are.
    pub(super) fn sort_for(&mut self, view: &View) -> Result<(), Refusal> {
        let wanted = Some((view.key, view.descending));
        if self.order.sorted_by == wanted {
            return Ok(());
        }
        self.work_out_scores()?;
        self.sort_by_arr()?;
        let mut places = core::mem::take(&mut self.order.sorted);
        places.clear();
        places.try_reserve_exact(self.count())?;
        places.extend_from_slice(&self.by_arr);
        sort(&mut places, |place| self.key(view, place))?;
        self.order.sorted = places;
        self.order.sorted_by = wanted;
        Ok(())
    }

    /// Goes through a view and keeps what it lets through.
    pub(super) fn filter_for(&mut self, view: &View) -> Result<(), Refusal> {
        let mut rows = core::mem::take(&mut self.order.rows);
        rows.clear();
        rows.try_reserve_exact(self.count())?;
        let found = view.found.as_deref().map(|found| bits(found, self.count())).transpose()?;
        for place in &self.order.sorted {
            let Some(row) = self.row_at(*place as usize) else { continue };
            if self.lets(view, *place as usize, row) && found.as_ref().is_none_or(|found| has(found, row)) {
                rows.push(row);
            }
        }
        self.order.rows = rows;
        self.order.view = Some(view.clone());
        Ok(())
    }

    /// Whether a view lets an account through, but for its list of rows.
    pub(super) fn lets(&self, view: &View, place: usize, row: u32) -> bool {
        let of = |column: Option<u32>, wanted: Option<u32>| wanted.is_none() || column == wanted;
        let segment = self.segments.get(row as usize).map(|segment| u32::from(*segment));
        of(segment, view.segment.map(u32::from))
            && of(self.owners.get(row as usize).copied(), view.owner)
            && view.class.is_none_or(|class| class == self.class_at(place))
    }

    /// What a place is sorted by: what has nothing comes last, whichever way.
    fn key(&self, view: &View, place: u32) -> u64 {
        match self.value(view.key, place as usize) {
            None => LAST,
            Some(value) if view.descending => LAST.wrapping_sub(1).saturating_sub(value),
            Some(value) => value,
        }
    }

    /// What stands at a place in the column of a key, in ascending order.
    pub(super) fn value(&self, key: Key, place: usize) -> Option<u64> {
        let points = |points: u16| (points <= FULL).then_some(u64::from(points));
        let row = || self.row_at(place).map(|row| row as usize);
        match key {
            Key::Score => points(self.score_at(place)),
            Key::Change => self.change_at(place),
            Key::Indicator(number) => {
                points(*self.columns.get(number)?.get(place / BLOCK)?.get(place % BLOCK)?)
            }
            Key::Amount(number) => self.amounts(row()?).get(number).map(|amount| ascending(*amount)),
            Key::Name => self.ranks.get(row()?).map(|rank| u64::from(*rank)),
            Key::Row => row().map(|row| row as u64),
        }
    }

    /// How a score differs from the baseline's, as a number from 0.
    fn change_at(&self, place: usize) -> Option<u64> {
        let before = self.baseline.as_ref()?.scores.get(place).copied().filter(|score| *score != MISSING)?;
        let now = Some(self.score_at(place)).filter(|score| *score != MISSING)?;
        Some(u64::from(now).wrapping_add(FULL.into()).wrapping_sub(before.into()))
    }
}

/// A number with a sign as one without, in the same order.
const fn ascending(amount: i64) -> u64 {
    amount.cast_unsigned() ^ (1 << 63)
}

/// Rows as bits.
pub(super) fn bits(rows: &[u32], count: usize) -> Result<Vec<u64>, Refusal> {
    let mut bits = filled(0_u64, count.div_ceil(64))?;
    for row in rows {
        if let Some(word) = bits.get_mut((*row / 64) as usize) {
            *word |= 1_u64.unbounded_shl(*row % 64);
        }
    }
    Ok(bits)
}

pub(super) fn has(bits: &[u64], row: u32) -> bool {
    bits.get((row / 64) as usize).is_some_and(|word| word & 1_u64.unbounded_shl(row % 64) != 0)
}

/// Sorts places by a key, eight bits at a time from the lowest; those with equal keys stay in their order.
pub(super) fn sort(places: &mut Vec<u32>, key: impl Fn(u32) -> u64) -> Result<(), Refusal> {
    let mut keyed: Vec<(u64, u32)> = Vec::new();
    keyed.try_reserve_exact(places.len())?;
    keyed.extend(places.iter().map(|place| (key(*place), *place)));
    let (all, any) = keyed.iter().fold((u64::MAX, 0), |(all, any), (key, _)| (all & key, any | key));
    let mut other = filled((0, 0), places.len())?;
    for digit in 0..8_u32 {
        let shift = digit.wrapping_mul(8);
        let part = |key: u64| (key.unbounded_shr(shift) & 0xff) as usize;
        if part(all) == part(any) {
            continue;
        }
        let mut starts = [0_usize; 256];
        for (key, _) in &keyed {
            if let Some(count) = starts.get_mut(part(*key)) {
                *count = count.wrapping_add(1);
            }
        }
        let mut sum = 0_usize;
        for start in &mut starts {
            (*start, sum) = (sum, sum.wrapping_add(*start));
        }
        for pair in &keyed {
            if let Some(start) = starts.get_mut(part(pair.0)) {
                if let Some(slot) = other.get_mut(*start) {
                    *slot = *pair;
                }
                *start = start.wrapping_add(1);
            }
        }
        core::mem::swap(&mut keyed, &mut other);
    }
    places.clear();
    places.extend(keyed.iter().map(|(_, place)| *place));
    Ok(())
}

/// The first so many of a list by a key, in its order.
pub(super) fn first<K: Ord>(places: &mut Vec<u32>, most: usize, key: impl Fn(u32) -> K) {
    if most < places.len() {
        if let Some(last) = most.checked_sub(1) {
            places.select_nth_unstable_by_key(last, |place| key(*place));
        }
        places.truncate(most);
    }
    places.sort_unstable_by_key(|place| key(*place));
}
