//! A column of accounts while it grows.

use super::values::scaled;
use super::{Cell, Kind, MOST_PLACES, NO_DAY, NO_NUMBER, NO_TEXT, Part, Texts, Values};
use crate::Refusal;
use crate::names::{Names, key_of, trimmed};
use crate::refusal::push;

/// A column as it grows.
#[derive(Clone, Debug)]
pub(super) enum Growing {
    /// Where the number of decimals is fixed, a number with more of them counts as missing.
    Number {
        values: Vec<i64>,
        places: u8,
        fixed: bool,
    },
    Day(Vec<i32>),
    Text {
        ids: Vec<u32>,
        names: Names,
    },
}

impl Growing {
    /// An empty column. What is paid keeps the currency's decimals.
    pub(super) fn new(part: Part, kind: Kind) -> Self {
        match kind {
            Kind::Number { places } => Self::Number {
                values: Vec::new(),
                places: places.min(MOST_PLACES),
                fixed: part == Part::Revenue,
            },
            Kind::Day => Self::Day(Vec::new()),
            Kind::Text => Self::Text { ids: Vec::new(), names: Names::default() },
        }
    }

    /// Room for one row more.
    pub(super) fn reserve(&mut self) -> Result<(), Refusal> {
        match self {
            Self::Number { values, .. } => values.try_reserve(1)?,
            Self::Day(days) => days.try_reserve(1)?,
            Self::Text { ids, .. } => ids.try_reserve(1)?,
        }
        Ok(())
    }

    /// Puts a cell into a row, or at the end.
    pub(super) fn put(&mut self, row: Option<usize>, cell: Cell<'_>) -> Result<(), Refusal> {
        match (&mut *self, cell) {
            (Self::Number { values, places, fixed }, Cell::Number { value, places: own }) => {
                if own > *places && own <= MOST_PLACES && !*fixed {
                    widen(values, *places, own);
                    *places = own;
                }
                let fits = scaled(value, own, MOST_PLACES).and_then(|_| scaled(value, own, *places));
                set(values, row, fits.unwrap_or(NO_NUMBER))
            }
            (Self::Number { values, .. }, _) => set(values, row, NO_NUMBER),
            (Self::Day(days), Cell::Day(day)) => set(days, row, day),
            (Self::Day(days), _) => set(days, row, NO_DAY),
            (Self::Text { ids, names }, Cell::Text(text)) if !trimmed(text).is_empty() => {
                let text = trimmed(text);
                let number = names.number(text, key_of(text))?;
                set(ids, row, u32::try_from(number).map_err(|_| Refusal::TooManyCustomers)?)
            }
            (Self::Text { ids, .. }, _) => set(ids, row, NO_TEXT),
        }
    }

    pub(super) fn truncate(&mut self, rows: usize) {
        match self {
            Self::Number { values, .. } => values.truncate(rows),
            Self::Day(days) => days.truncate(rows),
            Self::Text { ids, .. } => ids.truncate(rows),
        }
    }

    pub(super) fn retain(&mut self, kept: &[bool]) {
        match self {
            Self::Number { values, .. } => retain(values, kept),
            Self::Day(days) => retain(days, kept),
            Self::Text { ids, .. } => retain(ids, kept),
        }
    }

    pub(super) fn finish(self) -> Values {
        match self {
            Self::Number { values, places, .. } => Values::Number { values, places },
            Self::Day(days) => Values::Day(days),
            Self::Text { ids, names } => Values::Text { ids, values: names.into_texts() },
        }
    }
}

/// Gives all numbers more decimals. Each fits with the most there are, and so with these.
#[cold]
fn widen(values: &mut [i64], from: u8, to: u8) {
    for value in values.iter_mut().filter(|value| **value != NO_NUMBER) {
        *value = scaled(*value, from, to).unwrap_or(NO_NUMBER);
    }
}

fn set<T>(list: &mut Vec<T>, row: Option<usize>, value: T) -> Result<(), Refusal> {
    match row {
        None => push(list, value),
        Some(row) => {
            if let Some(place) = list.get_mut(row) {
                *place = value;
            }
            Ok(())
        }
    }
}

/// Keeps what is to be kept.
pub(super) fn retain<T: Copy>(list: &mut Vec<T>, kept: &[bool]) {
    let mut place = 0_usize;
    list.retain(|_| {
        let is_kept = kept.get(place).copied().unwrap_or(true);
        place = place.saturating_add(1);
        is_kept
    });
}

impl Names {
    /// The names alone.
    pub(super) fn into_texts(self) -> Texts {
        let (bytes, ends) = self.into_parts();
        Texts { bytes, ends }
    }
}
