//! How the values of all draws are spread.

use plimsoll_columns::draws::Percentiles;

/// Percentiles of a value over all draws that have one. Each is the value of a draw, the one of nearest rank.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// One draw of twenty lies below.
    pub p5: f64,
    /// A quarter lies below.
    pub p25: f64,
    /// The median.
    pub p50: f64,
    /// A quarter lies above.
    pub p75: f64,
    /// One draw of twenty lies above.
    pub p95: f64,
    /// How many draws have a value. The others divide by zero, or contradict themselves.
    pub draws: usize,
}

impl Spread {
    /// Of a column, each value taken `times` so often; nothing where no draw has a value.
    pub(super) fn of(percentiles: &mut Percentiles, column: &[f32], times: f64) -> Option<Self> {
        let (found, draws) = percentiles.of(column, [5, 25, 50, 75, 95])?;
        let [p5, p25, p50, p75, p95] = found.map(|value| f64::from(value) * times);
        Some(Self { p5, p25, p50, p75, p95, draws })
    }
}
