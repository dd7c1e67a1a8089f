//! The chance of each band, by counting draws.

use plimsoll_columns::draws::reaching;
use plimsoll_metrics::benchmarks::{Edge, Scale};

use super::double;

/// How many draws lie in each band of a scale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chances {
    /// Draws by band, lowest values first, as the scale has them.
    pub bands: Vec<usize>,
    /// Draws that have no value.
    pub undefined: usize,
}

impl Chances {
    /// Counts the values of a column. A value on an edge belongs to the band that the scale says.
    pub(super) fn of(column: &[f32], scale: &Scale) -> Self {
        let defined = reaching(column, f32::NEG_INFINITY, false);
        let mut chances = Self { bands: Vec::new(), undefined: column.len().saturating_sub(defined) };
        let mut left = defined;
        for cut in scale.bands.iter().filter_map(|band| band.from) {
            let Some(start) = double(&cut.value()) else { continue };
            // The edge as a draw would have it: 1.1 is not the same number in 32 bits.
            let beyond = reaching(column, start as f32, cut.edge == Edge::Starts);
            chances.bands.push(left.saturating_sub(beyond));
            left = beyond;
        }
        chances.bands.push(left);
        chances
    }

    /// The chance of a band among the draws that have a value, from 0 to 1; nothing where there is no such band or draw.
    #[must_use]
    pub fn chance(&self, band: usize) -> Option<f64> {
        let all = self.bands.iter().fold(0_usize, |sum, count| sum.saturating_add(*count));
        let count = *self.bands.get(band)?;
        (all > 0).then(|| count as f64 / all as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use plimsoll_metrics::metrics;

    /// The edges of `conventions.md` for net revenue retention: <90 · [90,100) · … · [120,130] · >130.
    #[test]
    fn a_value_on_an_edge_belongs_where_the_convention_says() {
        let benchmarks = plimsoll_metrics::benchmarks::Benchmarks::default();
        let scale = benchmarks.scale(&metrics::NET_REVENUE_RETENTION, None);
        let Some(scale) = scale else { return assert!(scale.is_some()) };
        let column = [0.89, 0.9, 0.999, 1.0, 1.1, 1.2, 1.3, 1.31, f32::INFINITY, f32::NAN];
        let chances = Chances::of(&column, &scale);
        assert_eq!((chances.bands.as_slice(), chances.undefined), ([1, 2, 1, 1, 2, 1].as_slice(), 2));
        assert_eq!(chances.chance(1), Some(0.25));
        assert_eq!(Chances::of(&[], &scale).chance(0), None);
    }
}
