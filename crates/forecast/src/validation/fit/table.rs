//! The training accounts as columns of floats: centred, of one spread, part by part.

use super::Rows;
use super::check::SetAside;
use super::held::taken;
use crate::validation::separation::{Purpose, folds};
use crate::validation::{HIGHEST, Outcome};
use std::ops::Range;

/// In so many parts the training accounts lie, for choosing a strength.
pub(super) const PARTS: u8 = 5;

/// An indicator of the training accounts.
#[derive(Clone, Debug)]
pub(super) struct Indicator {
    /// Accounts that have it.
    pub(super) present: u64,
    /// Accounts whose value is above 100 points: read as missing.
    pub(super) out_of_range: u64,
    /// Its standard deviation over those that have it, in hundredths of a point; or why it is not learnt from.
    pub(super) deviation: Result<f64, SetAside>,
}

/// The training accounts.
#[derive(Clone, Debug)]
pub(super) struct Table {
    /// For each indicator that is learnt from, its values less their mean, by their deviation; zero, so the mean, where it is
    /// missing.
    pub(super) columns: Vec<Vec<f64>>,
    /// One for who stayed, else zero.
    pub(super) stayed: Vec<f64>,
    /// The rows of each part.
    parts: Vec<Range<usize>>,
    all: Vec<Indicator>,
}

impl Table {
    /// Of these rows, put in order of their parts.
    pub(super) fn of(rows: &Rows<'_>, training: &[usize], seed: u64) -> Self {
        let outcomes = taken(rows.outcomes.as_slice(), training);
        let part_of = folds(&outcomes, PARTS, seed, Purpose::Strength);
        let (mut order, mut parts) = (Vec::new(), Vec::new());
        for part in 0..PARTS {
            let start = order.len();
            let these = training.iter().zip(&part_of).filter(|(_, of)| **of == Some(part));
            order.extend(these.map(|(place, _)| *place));
            parts.push(start..order.len());
        }
        let stayed = taken(rows.outcomes.as_slice(), &order);
        let stayed = stayed.iter().map(|outcome| f64::from(u8::from(*outcome == Outcome::Stayed))).collect();
        let values: Vec<Vec<u16>> = rows.columns.iter().map(|column| taken(column, &order)).collect();
        let (mut columns, mut all) = (Vec::new(), Vec::new());
        for (place, of) in values.iter().enumerate() {
            let same = values.iter().take(place).position(|earlier| earlier == of);
            let (indicator, column) = Indicator::of(of, same);
            columns.extend(column);
            all.push(indicator);
        }
        Self { columns, stayed, parts, all }
    }

    /// How many coefficients there are: one that stands alone, and one for each indicator that is learnt from.
    pub(super) fn width(&self) -> usize {
        self.columns.len().saturating_add(1)
    }

    pub(super) fn len(&self) -> usize {
        self.stayed.len()
    }

    /// All rows.
    pub(super) fn all(&self) -> [Range<usize>; 2] {
        [0..self.len(), 0..0]
    }

    /// The rows of a part, and all others.
    pub(super) fn part(&self, part: usize) -> ([Range<usize>; 2], [Range<usize>; 2]) {
        let these = self.parts.get(part).cloned().unwrap_or(0..0);
        let others = [0..these.start, these.end..self.len()];
        ([these, 0..0], others)
    }

    /// The indicators that came in.
    pub(super) fn every_indicator(&self) -> &[Indicator] {
        &self.all
    }

    /// Place and deviation of those that are learnt from.
    pub(super) fn indicators(&self) -> impl Iterator<Item = (usize, f64)> + '_ {
        let usable = |(place, of): (usize, &Indicator)| Some((place, of.deviation.ok()?));
        self.all.iter().enumerate().filter_map(usable)
    }

    /// Why the others are not.
    pub(super) fn set_aside(&self) -> impl Iterator<Item = SetAside> + '_ {
        self.all.iter().filter_map(|indicator| indicator.deviation.err())
    }

    pub(super) fn left_and_stayed(&self) -> (u64, u64) {
        let stayed = self.stayed.iter().filter(|stayed| **stayed > 0.5).count() as u64;
        ((self.len() as u64).saturating_sub(stayed), stayed)
    }
}

impl Indicator {
    /// What is known of a column of hundredths, and the column to learn from.
    fn of(values: &[u16], same: Option<usize>) -> (Self, Option<Vec<f64>>) {
        let of = values.iter().copied().filter(|value| *value <= HIGHEST);
        let (present, accounts) = (of.clone().count() as u64, values.len() as u64);
        let above = values.iter().filter(|value| **value > HIGHEST && **value != super::super::MISSING);
        let out_of_range = above.count() as u64;
        let aside = |why| (Self { present, out_of_range, deviation: Err(why) }, None);
        if present.saturating_mul(2) < accounts || present == 0 {
            return aside(SetAside::MostlyMissing { present, accounts });
        }
        let (lowest, highest) = (of.clone().min().unwrap_or(0), of.clone().max().unwrap_or(0));
        if lowest == highest {
            return aside(SetAside::Constant { value: lowest });
        }
        if let Some(indicator) = same {
            return aside(SetAside::SameAs { indicator });
        }
        // A sum of whole numbers is exact in a double here, so its order does not matter.
        let mean = of.clone().map(f64::from).sum::<f64>() / present as f64;
        let squares: f64 = of.map(|value| (f64::from(value) - mean) * (f64::from(value) - mean)).sum();
        let deviation = (squares / present as f64).sqrt();
        let standard =
            |value: &u16| if *value <= HIGHEST { (f64::from(*value) - mean) / deviation } else { 0.0 };
        let column = values.iter().map(standard).collect();
        (Self { present, out_of_range, deviation: Ok(deviation) }, Some(column))
    }
}
