//! The lowest point of a bowl where no coefficient but the first may be below zero.

/// Rounds through all coefficients at most. A dozen are usual.
const ROUNDS: u32 = 2_000;
/// A round in which nothing moves by more is the last one.
const STILL: f64 = 1e-13;

/// A bowl `½ c·B·c − p·c`, with `bend` the rows of `B` from the diagonal on, and `pull` the `p`. It bends upward everywhere.
pub(super) struct Bowl {
    bend: Vec<f64>,
    pull: Vec<f64>,
}

impl Bowl {
    /// What a loss looks like around `at`, with a penalty of `½ strength` times the square of each coefficient but the first.
    /// `slope` and `bend` are of the loss alone, there.
    pub(super) fn around(at: &[f64], slope: &[f64], bend: &[f64], strength: f64) -> Self {
        let mut pull: Vec<f64> =
            multiplied(bend, at).into_iter().zip(slope).map(|(bent, slope)| bent - slope).collect();
        pull.truncate(at.len());
        let mut bend = bend.to_vec();
        for (row, place) in diagonal(at.len()).enumerate() {
            if let Some(bend) = bend.get_mut(place) {
                // A direction in which nothing is known stays where it is.
                *bend += if row > 0 { strength } else { 0.0 } + f64::MIN_POSITIVE;
            }
        }
        Self { bend, pull }
    }

    /// The lowest point, from `start`: one coefficient after the other to where it is lowest, until nothing moves (cyclic
    /// coordinate descent, which for a bowl with bounds on single coefficients ends at its lowest point).
    pub(super) fn lowest(&self, mut start: Vec<f64>) -> Vec<f64> {
        let rows = square(&self.bend, start.len());
        for _ in 0..ROUNDS {
            let mut moved = 0.0_f64;
            for (place, (row, pull)) in rows.chunks_exact(start.len()).zip(&self.pull).enumerate() {
                let (own, now) =
                    (row.get(place).copied().unwrap_or(1.0), start.get(place).copied().unwrap_or(0.0));
                let bent: f64 = row.iter().zip(&start).map(|(bend, at)| bend * at).sum();
                let free = now + (pull - bent) / own;
                let next = if place == 0 { free } else { free.max(0.0) };
                moved = moved.max((next - now).abs());
                if let Some(at) = start.get_mut(place) {
                    *at = next;
                }
            }
            if moved < STILL {
                break;
            }
        }
        start
    }
}

/// The places of the diagonal among rows that start there.
fn diagonal(width: usize) -> impl Iterator<Item = usize> {
    (1..=width).rev().scan(0_usize, |place, length| {
        let here = *place;
        *place = place.saturating_add(length);
        Some(here)
    })
}

/// Whole rows of a symmetric matrix, of rows from the diagonal on.
fn square(half: &[f64], width: usize) -> Vec<f64> {
    let mut whole = vec![0.0; width.saturating_mul(width)];
    let mut values = half.iter();
    for row in 0..width {
        for (column, value) in (row..width).zip(&mut values) {
            for (one, other) in [(row, column), (column, row)] {
                if let Some(place) = whole.get_mut(one.saturating_mul(width).saturating_add(other)) {
                    *place = *value;
                }
            }
        }
    }
    whole
}

fn multiplied(half: &[f64], by: &[f64]) -> Vec<f64> {
    let whole = square(half, by.len());
    whole
        .chunks_exact(by.len().max(1))
        .map(|row| row.iter().zip(by).map(|(one, other)| one * other).sum())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// ½ (2a² + 2ab + 4b²) − (−1)a − 3b: without the bound at a = −1, b = 1, and the first may be below zero.
    #[test]
    fn the_first_is_free_and_the_others_stop_at_zero() {
        let near = |bowl: &Bowl, expected: [f64; 2]| {
            let found = bowl.lowest(vec![0.0; 2]);
            assert!(
                found.iter().zip(expected).all(|(found, expected)| (found - expected).abs() < 1e-12),
                "{found:?}"
            );
        };
        near(&Bowl { bend: vec![2.0, 1.0, 4.0], pull: vec![-1.0, 3.0] }, [-1.0, 1.0]);
        // With the other pulled below zero it stays there, and the first alone is pull ÷ bend.
        near(&Bowl { bend: vec![2.0, 1.0, 4.0], pull: vec![-1.0, -3.0] }, [-0.5, 0.0]);
    }

    /// Around (1, 1): the slope of ½ (2a² + 2ab + 4b²) there is (3, 5), so the lowest point is zero.
    #[test]
    fn around_a_point_it_is_the_same_bowl() {
        let bowl = Bowl::around(&[1.0, 1.0], &[3.0, 5.0], &[2.0, 1.0, 4.0], 0.0);
        assert!(bowl.pull.iter().all(|pull| pull.abs() < 1e-12), "{:?}", bowl.pull);
    }
}
