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
/// The last step where strengths are weighed against each other: what is then wrong is about the square of that.
pub(super) const ROUGH: f64 = 1e-3;

/// Coefficients, and the sums over the rows there.
#[derive(Clone, Debug)]
pub(super) struct Place {
    at: Vec<f64>,
    sums: Sums,
}

impl Place {
    /// Where every coefficient is zero.
    pub(super) fn zero(table: &Table, rows: &[Range<usize>]) -> Self {
        let at = vec![0.0; table.width()];
        Self { sums: sums(table, rows, &at), at }
    }
}

/// Newton's steps, each to the lowest point of the bowl that the loss looks like, within the bounds. The place moves along, and
/// is where the next strength can start.
pub(super) fn most_likely(
    table: &Table,
    rows: &[Range<usize>],
    strength: f64,
    place: &mut Place,
    precision: f64,
) -> Vec<f64> {
    for _ in 0..STEPS {
        let next = step(&place.sums, &place.at, strength);
        let moved = place.at.iter().zip(&next).map(|(at, next)| (at - next).abs()).fold(0.0, f64::max);
        if moved < precision {
            return next;
        }
        let Some(better) = lower(table, rows, strength, place, next) else { break };
        *place = better;
    }
    place.at.clone()
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
    from: &Place,
    mut next: Vec<f64>,
) -> Option<Place> {
    for _ in 0..HALVINGS {
        let there = Place { sums: sums(table, rows, &next), at: next };
        if objective(&there, strength) < objective(from, strength) {
            return Some(there);
        }
        next = from.at.iter().zip(&there.at).map(|(at, next)| f64::midpoint(*at, *next)).collect();
    }
    None
}

fn objective(place: &Place, strength: f64) -> f64 {
    let squares: f64 = place.at.iter().skip(1).map(|coefficient| coefficient * coefficient).sum();
    place.sums.loss / place.sums.rows + strength / 2.0 * squares
}

#[cfg(test)]
mod tests;
