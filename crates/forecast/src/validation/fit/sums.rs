//! One pass over rows: the log loss of coefficients, how it falls and how it bends.
//!
//! Rows go 64 beside each other, so that the sums have one order whatever the machine.

use super::table::Table;
use std::ops::Range;

const BLOCK: usize = 64;
/// So many sums go beside each other within a block.
const SUMS: usize = 8;

type Block = [f64; BLOCK];

/// Sums over rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Sums {
    /// How many rows.
    pub(super) rows: f64,
    /// The log loss, added up.
    pub(super) loss: f64,
    /// Its slope in each coefficient.
    pub(super) slope: Vec<f64>,
    /// How it bends: for each coefficient and those from it on.
    pub(super) bend: Vec<f64>,
}

/// 64 rows.
pub(super) struct Chunk {
    /// The values of each coefficient, the one that stands alone first.
    pub(super) values: Vec<Block>,
    /// The chance of staying less what became of the account.
    pub(super) residual: Block,
    /// How much the loss bends: chance × (1 − chance).
    pub(super) weight: Block,
    /// The log loss, added up.
    loss: f64,
    rows: usize,
}

/// The sums over these rows at these coefficients.
pub(super) fn sums(table: &Table, rows: &[Range<usize>], coefficients: &[f64]) -> Sums {
    let width = table.width();
    let mut found = Sums { slope: vec![0.0; width], ..Sums::default() };
    found.bend = vec![0.0; width.saturating_mul(width.saturating_add(1)) / 2];
    chunks(table, rows, coefficients, |_, chunk| found.add(chunk));
    found
}

/// The mean log loss over these rows.
pub(super) fn mean_loss(table: &Table, rows: &[Range<usize>], coefficients: &[f64]) -> f64 {
    let (mut loss, mut count) = (0.0, 0.0);
    chunks(table, rows, coefficients, |_, chunk| {
        loss += chunk.loss;
        count += chunk.rows as f64;
    });
    loss / count
}

/// Goes through rows, 64 at a time, each time with the number of the first.
pub(super) fn chunks(
    table: &Table,
    rows: &[Range<usize>],
    coefficients: &[f64],
    mut each: impl FnMut(usize, &Chunk),
) {
    let mut values = vec![[0.0; BLOCK]; table.width()];
    if let Some(ones) = values.first_mut() {
        *ones = [1.0; BLOCK];
    }
    let mut chunk = Chunk { values, residual: [0.0; BLOCK], weight: [0.0; BLOCK], loss: 0.0, rows: 0 };
    for range in rows {
        for start in range.clone().step_by(BLOCK) {
            chunk.fill(table, start..start.saturating_add(BLOCK).min(range.end), coefficients);
            each(start, &chunk);
        }
    }
}

impl Chunk {
    fn fill(&mut self, table: &Table, rows: Range<usize>, coefficients: &[f64]) {
        self.rows = rows.len();
        let mut stayed = [0.0; BLOCK];
        copy(&table.stayed, rows.clone(), &mut stayed);
        for (block, column) in self.values.iter_mut().skip(1).zip(&table.columns) {
            copy(column, rows.clone(), block);
        }
        let mut sum = [0.0; BLOCK];
        for (block, coefficient) in self.values.iter().zip(coefficients) {
            for (sum, value) in sum.iter_mut().zip(block) {
                *sum += coefficient * value;
            }
        }
        // The logarithms of a block are added up as the logarithm of their product, which is 2⁶⁴ at most.
        let (mut wrong, mut product) = ([0.0; BLOCK], 1.0);
        let results = self.residual.iter_mut().zip(&mut self.weight).zip(&mut wrong);
        let counts = results.zip(sum.iter().zip(&stayed)).take(self.rows);
        for (((residual, weight), wrong), (sum, stayed)) in counts {
            let small = libm::exp(-sum.abs());
            let share = 1.0 / (1.0 + small);
            let chance = if *sum < 0.0 { small * share } else { share };
            *residual = chance - stayed;
            *weight = small * share * share;
            // Who stayed wants a high sum, who left a low one.
            *wrong = if *stayed > 0.5 { -sum } else { *sum }.max(0.0);
            product *= 1.0 + small;
        }
        // What lies behind the last row counts for nothing.
        for block in [&mut self.residual, &mut self.weight] {
            block.iter_mut().skip(self.rows).for_each(|value| *value = 0.0);
        }
        self.loss = wrong.iter().sum::<f64>() + libm::log(product);
    }
}

impl Sums {
    fn add(&mut self, chunk: &Chunk) {
        self.rows += chunk.rows as f64;
        self.loss += chunk.loss;
        for (slope, values) in self.slope.iter_mut().zip(&chunk.values) {
            *slope += product(values, &chunk.residual);
        }
        let mut bends = self.bend.iter_mut();
        for (place, values) in chunk.values.iter().enumerate() {
            let mut weighed = chunk.weight;
            for (weighed, value) in weighed.iter_mut().zip(values) {
                *weighed *= value;
            }
            for (other, bend) in chunk.values.iter().skip(place).zip(&mut bends) {
                *bend += product(&weighed, other);
            }
        }
    }
}

fn copy(from: &[f64], rows: Range<usize>, to: &mut Block) {
    if let Some(from) = from.get(rows) {
        to.iter_mut().zip(from).for_each(|(to, from)| *to = *from);
    }
}

fn product(one: &Block, other: &Block) -> f64 {
    let mut sums = [0.0; SUMS];
    for (one, other) in one.as_chunks::<SUMS>().0.iter().zip(other.as_chunks::<SUMS>().0) {
        for (sum, (one, other)) in sums.iter_mut().zip(one.iter().zip(other)) {
            *sum += one * other;
        }
    }
    sums.iter().sum()
}
