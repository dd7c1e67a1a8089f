//! The next step: which small change of one of the user's own figures reaches the next better band.

use plimsoll_metrics::benchmarks::{Band, Scale};
use plimsoll_metrics::{Accepts, Book, Exact, Figure, Metric, Unit, Window};

use crate::seek::seek;

/// A change of one figure that reaches the next better band.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// The figure to change.
    pub figure: &'static Figure,
    /// By how much, rounded to the side that reaches the band: below zero is less of it.
    pub change: Exact,
    /// The band that is reached.
    pub band: Band,
}

/// The change of one figure that takes a metric to its next better band on a scale, the figures that improve it tried
/// in their order; nothing where the metric is in its best one, or no figure alone gets there.
///
/// `decimals` is how many decimals the currency's amounts have. The change is rounded, as far as the band is
/// still reached, so that it reads well: to two significant digits, else three, else whole units.
///
/// ```
/// use plimsoll_forecast::next_step;
/// use plimsoll_metrics::{Book, Exact, Window, benchmarks::PUBLISHED, figures, metrics};
///
/// let mut book = Book::new(Window::Year);
/// book.set(&figures::START_MRR, Exact::from(100_000));
/// book.set(&figures::CHURNED_MRR, Exact::from(10_000));
/// book.set(&figures::CONTRACTION_MRR, Exact::from(2_000));
/// let scale = PUBLISHED.scale(&metrics::GROSS_REVENUE_RETENTION, None).unwrap();
/// let step = next_step(&book, &metrics::GROSS_REVENUE_RETENTION, &scale, 2).unwrap();
/// assert_eq!((step.change, &*step.band.name), (Exact::from(-2_000), "Good"));
/// ```
#[must_use]
pub fn next_step(book: &Book, metric: &'static Metric, scale: &Scale, decimals: u32) -> Option<NextStep> {
    let position = scale.grade(&book.annual(metric).ok()?)?.position;
    let (band, cut) = scale.next_better(position)?;
    let goal = metric.rescale(&cut.value(), Window::Year, book.window())?;
    metric.improved_by.iter().find_map(|figure| {
        let current = book.figure(figure)?;
        let change = seek(book, metric, figure, &goal).ok()?.minus(current);
        let reaches = |change: &Exact| {
            let mut changed = book.clone();
            changed.set(figure, current.plus(change));
            let grade = changed.annual(metric).ok().and_then(|value| scale.grade(&value));
            figure.accepts(&current.plus(change))
                && grade.is_some_and(|grade| grade.band.standing >= band.standing)
        };
        let change = roundings(figure, &change, decimals).into_iter().find(reaches)?;
        Some(NextStep { figure, change, band: band.clone() })
    })
}

/// The change rounded away from zero, coarsest first, each also one unit further for bands that start past
/// their cut.
fn roundings(figure: &Figure, change: &Exact, decimals: u32) -> Vec<Exact> {
    let finest = finest_unit(figure, decimals);
    let coarse = match figure.accepts {
        Accepts::Amount => magnitudes(&change.abs()),
        Accepts::Whole | Accepts::Share | Accepts::Score | Accepts::Horizon => Vec::new(),
    };
    let units = coarse.into_iter().filter(|unit| *unit > finest).chain([finest.clone()]);
    units.flat_map(|unit| away_from_zero(change, &unit)).collect()
}

/// The smallest change of a figure that is worth saying; `decimals` is how many the currency's amounts have.
pub(crate) fn finest_unit(figure: &Figure, decimals: u32) -> Exact {
    match (figure.accepts, figure.unit) {
        (Accepts::Whole | Accepts::Horizon, _) => Exact::one(),
        (Accepts::Share, _) => Exact::per_mille(1),
        (_, Unit::Years | Unit::Days | Unit::Score | Unit::Hours | Unit::People) => Exact::percent(10),
        _ => unit_of(decimals),
    }
}

/// One minor unit of the currency.
fn unit_of(decimals: u32) -> Exact {
    Exact::from(10).power(decimals).inverse()
}

/// Units that leave two and three significant digits, and whole units.
fn magnitudes(size: &Exact) -> Vec<Exact> {
    let ten = Exact::from(10);
    let mut leading = Exact::one();
    while leading.times(&ten) <= *size {
        leading = leading.times(&ten);
    }
    let tenth = Exact::percent(10);
    let (two, three) = (leading.times(&tenth), leading.times(&tenth).times(&tenth));
    [two, three, Exact::one()].into_iter().filter(|unit| *unit >= Exact::one()).collect()
}

/// The change as a multiple of the unit, away from zero, and the one after it.
fn away_from_zero(change: &Exact, unit: &Exact) -> Vec<Exact> {
    let Some(units) = change.abs().divided_by(unit) else { return Vec::new() };
    let whole = units.round_up();
    let signed = |units: Exact| {
        let size = units.times(unit);
        if change.is_negative() { Exact::zero().minus(&size) } else { size }
    };
    vec![signed(whole.clone()), signed(whole.plus(&Exact::one()))]
}
