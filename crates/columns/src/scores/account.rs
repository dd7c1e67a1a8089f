//! One account.

use super::layout::NOBODY;
use super::step::weight;
use super::{BLOCK, Class, Portfolio};

/// One account and its score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Account {
    /// The number of its segment.
    pub segment: u16,
    /// The number of its owner.
    pub owner: u32,
    /// Σ weight × indicator, in ten-thousandths of a percent of a point.
    pub points: u32,
    /// Σ weight of what counts for it, in hundredths of a percent.
    pub weight: u32,
    /// The share of both, in hundredths of a point, rounded once half away from zero; nothing where it has no score.
    pub score: Option<u16>,
    /// Its class, by the sums.
    pub class: Class,
}

impl Portfolio {
    /// An account by its row.
    #[must_use]
    pub fn account(&self, row: usize) -> Option<Account> {
        let (segment, place) = (*self.segments.get(row)?, *self.layout.places.get(row)? as usize);
        let points = *self.points.get(place / BLOCK)?.get(place % BLOCK)?;
        let class = self.class_at(place);
        let number = *self.layout.pattern_of.get(row)?;
        let pattern = *self.layout.patterns.get(number as usize)?;
        let weighing = self
            .scheme
            .as_ref()
            .and_then(|scheme| Some((scheme.segments.get(usize::from(segment))?, scheme.missing)));
        let weight = weighing.map_or(0, |(weighing, missing)| weight(weighing, pattern, missing));
        let score = if class == Class::Unscored { None } else { Some(rounded(points, weight)) };
        Some(Account { segment, owner: *self.owners.get(row)?, points, weight, score, class })
    }

    /// An indicator of an account, in hundredths of a point, or [`super::MISSING`], or [`super::APART`].
    #[must_use]
    pub fn indicator(&self, indicator: usize, row: usize) -> Option<u16> {
        let place = *self.layout.places.get(row)? as usize;
        self.columns.get(indicator)?.get(place / BLOCK)?.get(place % BLOCK).copied()
    }

    /// The amounts of an account.
    #[must_use]
    pub fn amounts(&self, row: usize) -> &[i64] {
        let Some(place) = self.layout.places.get(row) else { return &[] };
        let start = (*place as usize).saturating_mul(self.amount_count);
        self.amounts.get(start..start.saturating_add(self.amount_count)).unwrap_or_default()
    }

    /// The class of who stands at a place.
    pub(super) fn class_at(&self, place: usize) -> Class {
        let marks = self.marks.get(place / BLOCK).copied().unwrap_or_default();
        Class::of(marks, 1 << (place % BLOCK))
    }

    /// The row at a place, unless nobody stands there.
    pub(super) fn row_at(&self, place: usize) -> Option<u32> {
        self.layout.rows.get(place).copied().filter(|row| *row != NOBODY)
    }

    /// The ARR at a place: the first amount.
    pub(super) fn arr_at(&self, place: usize) -> i64 {
        self.arr.get(place).copied().unwrap_or_default()
    }
}

/// A score in hundredths of a point, rounded half away from zero.
pub(super) const fn rounded(points: u32, weight: u32) -> u16 {
    match points.wrapping_add(weight >> 1).checked_div(weight) {
        Some(score) => score as u16,
        None => 0,
    }
}
