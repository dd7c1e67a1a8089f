//! How far each weight hangs on which accounts there happen to be: accounts drawn again and again from themselves.
//!
//! Each draw takes one step of Newton from the fitted coefficients (the one-step bootstrap of Moulton and Zeger, "Bootstrapping
//! Generalized Linear Models", 1991), which needs sums only. More than 1,024 accounts are put into as many groups by chance, and
//! groups are drawn: the variance of a sum is that of its groups' sums, so the interval is the same, and a thousand draws
//! cost less than one fit.

use super::newton::step;
use super::suggestion::hundredths;
use super::sums::{Sums, chunks};
use super::table::Table;
use plimsoll_columns::draws::Places;

/// Groups at most.
const GROUPS: usize = 1_024;
/// Draws in all; their percentiles are right to a few tenths of a percent.
pub(super) const DRAWS: u32 = 1_000;
/// Draws of one step.
const AT_ONCE: u32 = 50;
/// The stream of which draws are made.
const STREAM: u32 = 1_000;

/// The draws so far.
#[derive(Clone, Debug)]
pub(super) struct Resampled {
    groups: Vec<Sums>,
    at: Vec<f64>,
    strength: f64,
    places: Places,
    /// For each indicator that is learnt from, its weight in each draw.
    weights: Vec<Vec<u32>>,
}

impl Resampled {
    /// Fifty draws are one step.
    pub(super) const STEPS: u32 = DRAWS / AT_ONCE;

    /// Puts the accounts into groups.
    pub(super) fn new(table: &Table, at: &[f64], strength: f64, seed: u64) -> Self {
        let count = table.len().min(GROUPS);
        let mut places = Places::new(seed, STREAM);
        let mut group_of: Vec<usize> = (0..count).cycle().take(table.len()).collect();
        places.shuffle(&mut group_of);
        let width = at.len();
        let none = Sums {
            slope: vec![0.0; width],
            bend: vec![0.0; width.saturating_mul(width.saturating_add(1)) / 2],
            ..Sums::default()
        };
        let mut groups = vec![none; count];
        chunks(table, &table.all(), at, |start, chunk| {
            for (place, group) in group_of.iter().skip(start).take(chunk.residual.len()).enumerate() {
                if let Some(group) = groups.get_mut(*group) {
                    let row = chunk.values.iter().filter_map(|block| block.get(place)).copied();
                    let [residual, weight] = [&chunk.residual, &chunk.weight]
                        .map(|block| block.get(place).copied().unwrap_or(0.0));
                    group.add_row(&row, residual, weight);
                }
            }
        });
        let weights = vec![Vec::new(); table.columns.len()];
        Self { groups, at: at.to_vec(), strength, places, weights }
    }

    /// The next draws.
    pub(super) fn step(&mut self, table: &Table) {
        for _ in 0..AT_ONCE {
            let drawn = self.draw();
            let coefficients = step(&drawn, &self.at, self.strength);
            // A draw in which nothing tells gives no weights.
            if let Some(weights) = hundredths(table, &coefficients) {
                for (all, weight) in self.weights.iter_mut().zip(weights) {
                    all.push(weight);
                }
            }
        }
    }

    /// The sums of as many groups as there are, each drawn by chance.
    fn draw(&mut self) -> Sums {
        let count = self.groups.len();
        let mut drawn = Sums::default();
        if let Some(first) = self.groups.first() {
            drawn.slope = vec![0.0; first.slope.len()];
            drawn.bend = vec![0.0; first.bend.len()];
        }
        for _ in 0..count {
            if let Some(group) = self.groups.get(self.places.below(count)) {
                drawn.rows += group.rows;
                let pairs = drawn.slope.iter_mut().zip(&group.slope);
                pairs.for_each(|(sum, value)| *sum += value);
                let pairs = drawn.bend.iter_mut().zip(&group.bend);
                pairs.for_each(|(sum, value)| *sum += value);
            }
        }
        drawn
    }

    /// In how many draws there were weights.
    pub(super) fn draws(&self) -> usize {
        self.weights.first().map_or(0, Vec::len)
    }

    /// The 2.5th and 97.5th percentile of a weight, of nearest rank, in hundredths of a point of a hundred.
    pub(super) fn interval(&self, indicator: usize) -> Option<(u32, u32)> {
        let mut weights = self.weights.get(indicator)?.clone();
        weights.sort_unstable();
        let beyond = weights.len() / 40;
        let high = weights.len().checked_sub(beyond)?.checked_sub(1)?;
        Some((*weights.get(beyond)?, *weights.get(high)?))
    }
}

impl Sums {
    /// One account.
    fn add_row(&mut self, row: &(impl Iterator<Item = f64> + Clone), residual: f64, weight: f64) {
        self.rows += 1.0;
        for (slope, value) in self.slope.iter_mut().zip(row.clone()) {
            *slope += residual * value;
        }
        let mut bends = self.bend.iter_mut();
        for (place, value) in row.clone().enumerate() {
            let weighed = weight * value;
            for (other, bend) in row.clone().skip(place).zip(&mut bends) {
                *bend += weighed * other;
            }
        }
    }
}
