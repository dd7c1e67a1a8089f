//! The most likely coefficients, none but the first below zero, under a penalty.

use super::bounded::Bowl;
use super::sums::{Sums, sums};
use super::table::Table;
use std::ops::Range;

/// Steps at most. From zero about six are needed, from a neighbouring strength two.
const STEPS: u32 = 60;
/// So often at most a step is halved that did not lead down.
const HALVINGS: u32 = 30;
/// The last step of an exact fit moves no coefficient by more.
pub(super) const EXACT: f64 = 1e-9;
/// The last step where strengths are weighed against each other: each step's error is about the square of the one before.
pub(super) const ROUGH: f64 = 1e-4;

/// Newton's steps, each to the lowest point of the bowl that the loss looks like, within the bounds.
pub(super) fn most_likely(
    table: &Table,
    rows: &[Range<usize>],
    strength: f64,
    start: Vec<f64>,
    precision: f64,
) -> Vec<f64> {
    let mut at = start;
    let mut here = sums(table, rows, &at);
    for _ in 0..STEPS {
        let next = step(&here, &at, strength);
        let moved = at.iter().zip(&next).map(|(at, next)| (at - next).abs()).fold(0.0, f64::max);
        if moved < precision {
            return next;
        }
        let Some(better) = lower(table, rows, strength, (&at, &here), next) else { break };
        (at, here) = better;
    }
    at
}

/// One step from where the loss has these sums.
pub(super) fn step(here: &Sums, at: &[f64], strength: f64) -> Vec<f64> {
    let mean = |sums: &[f64]| sums.iter().map(|sum| sum / here.rows).collect::<Vec<_>>();
    Bowl::around(at, &mean(&here.slope), &mean(&here.bend), strength).lowest(at.to_vec())
}

/// The first place on the way back from `next` where the loss with its penalty is lower; nothing if it is nowhere.
fn lower(
    table: &Table,
    rows: &[Range<usize>],
    strength: f64,
    (at, here): (&[f64], &Sums),
    mut next: Vec<f64>,
) -> Option<(Vec<f64>, Sums)> {
    for _ in 0..HALVINGS {
        let there = sums(table, rows, &next);
        if objective(&there, &next, strength) < objective(here, at, strength) {
            return Some((next, there));
        }
        next = at.iter().zip(&next).map(|(at, next)| f64::midpoint(*at, *next)).collect();
    }
    None
}

fn objective(sums: &Sums, at: &[f64], strength: f64) -> f64 {
    let squares: f64 = at.iter().skip(1).map(|coefficient| coefficient * coefficient).sum();
    sums.loss / sums.rows + strength / 2.0 * squares
}

#[cfg(test)]
mod tests;
