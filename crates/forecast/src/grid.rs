//! A metric for every pair of settings of two levers or figures, and the band that each lies in.

use plimsoll_metrics::benchmarks::Scale;
use plimsoll_metrics::{Book, Exact, Metric, Undefined};

use crate::lever::ChurnScope;
use crate::scenario::{Basis, By, Movable, MoveProblem, move_by};

/// One side of a grid: what is moved, and to which settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    /// What is moved.
    pub over: Movable,
    /// The settings, in the order in which they are shown.
    pub settings: Vec<By>,
}

/// One pair of settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// The metric has a value.
    Value {
        /// The value, over what was asked for.
        value: Exact,
        /// The position of its band on the scale, lowest values first; nothing without a scale.
        band: Option<usize>,
    },
    /// The metric has no value there.
    Undefined(Undefined),
    /// One of the two cannot be moved so far.
    Refused(Movable, MoveProblem),
}

/// A metric for every pair of settings, row by row: `rows` is moved first, as in a scenario of the two.
///
/// Each cell is worked out exactly. A row's book is moved once; a setting that leaves it as it was takes the value that the row
/// has without it. Bands are graded over a year, whatever the values are over.
///
/// ```
/// use plimsoll_forecast::{Axis, Basis, By, Cell, ChurnScope, Lever, Movable, grid};
/// use plimsoll_metrics::{Book, Exact, Window, benchmarks::PUBLISHED, figures, metrics};
///
/// let mut book = Book::new(Window::Year);
/// book.set(&figures::START_MRR, Exact::from(100_000));
/// book.set(&figures::EXPANSION_MRR, Exact::from(20_000));
/// book.set(&figures::CONTRACTION_MRR, Exact::from(2_000));
/// book.set(&figures::CHURNED_MRR, Exact::from(8_000));
/// let points = |over| Axis {
///     over: Movable::Lever(over),
///     settings: [-2, 0, 2].map(|points| By::Points(Exact::percent(points))).to_vec(),
/// };
/// let scale = PUBLISHED.scale(&metrics::NET_REVENUE_RETENTION, None);
/// let (churn, expansion) = (points(Lever::Churn), points(Lever::Expansion));
/// let cells =
///     grid(&book, &metrics::NET_REVENUE_RETENTION, Basis::Window, scale.as_deref(), &churn, &expansion, ChurnScope::Both);
/// assert_eq!(cells[1][1], Cell::Value { value: Exact::percent(110), band: Some(3) });
/// assert_eq!(cells[2][0], Cell::Value { value: Exact::percent(106), band: Some(2) });
/// ```
#[must_use]
pub fn grid(
    book: &Book,
    metric: &'static Metric,
    basis: Basis,
    scale: Option<&Scale>,
    rows: &Axis,
    columns: &Axis,
    scope: ChurnScope,
) -> Vec<Vec<Cell>> {
    let show = |book: &Book| {
        let value = match basis.value(book, metric) {
            Ok(value) => value,
            Err(reason) => return Cell::Undefined(reason),
        };
        let grade = |scale: &Scale| Some(scale.grade(&book.annual(metric).ok()?)?.position);
        Cell::Value { band: scale.and_then(grade), value }
    };
    let whole = Exact::one();
    let row = |setting: &By| match move_by(book, rows.over, setting, &whole, scope) {
        Err(problem) => vec![Cell::Refused(rows.over, problem); columns.settings.len()],
        Ok(row) => columns
            .settings
            .iter()
            .map(|setting| match move_by(&row, columns.over, setting, &whole, scope) {
                Err(problem) => Cell::Refused(columns.over, problem),
                Ok(cell) if cell == row => show(&row),
                Ok(cell) => show(&cell),
            })
            .collect(),
    };
    rows.settings.iter().map(row).collect()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
