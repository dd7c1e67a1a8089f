//! Draws of a book's uncertain figures, and what every metric becomes.

use plimsoll_columns::draws::{Percentiles, Tape};
use plimsoll_metrics::benchmarks::Scale;
use plimsoll_metrics::{Book, Metric, Undefined};

use super::formula::Writer;
use super::inputs::Inputs;
use super::{Chances, Influence, Refused, Spread, Subject, Uncertain, blocks};

/// What the draws say of a metric.
#[derive(Clone, Debug, PartialEq)]
pub enum Estimate {
    /// It rests on nothing uncertain: the book has its exact value, or the reason why there is none.
    Certain,
    /// Over the draws so far.
    Spread(Spread),
    /// It has no value in any draw so far, where each has a reason of its own: a divisor of zero, a contradiction.
    Never,
    /// It has no value, whatever is drawn.
    Undefined(Undefined),
}

/// A metric that is drawn: its values over the book's window and over a year.
#[derive(Clone, Debug)]
struct Drawn {
    metric: &'static Metric,
    /// Places on the tape, of the value and of the annual one, and what came there.
    places: Result<[usize; 2], Undefined>,
    values: Vec<f32>,
    /// Left empty where it is the same.
    annual: Vec<f32>,
}

/// Draws of the uncertain figures of a book, as many as there was time for so far.
///
/// ```
/// use plimsoll_forecast::uncertainty::{Distribution, Estimate, FigureDraws, Subject, Uncertain};
/// use plimsoll_metrics::{Book, Exact, Window, figures, metrics};
/// let mut book = Book::new(Window::Year);
/// book.set(&figures::START_MRR, Exact::from(100_000));
/// book.set(&figures::CONTRACTION_MRR, Exact::from(1_000));
/// book.set(&figures::EXPANSION_MRR, Exact::from(20_000));
/// let churned = Uncertain {
///     of: Subject::Figure(&figures::CHURNED_MRR),
///     spread: Distribution::between(8_000.0, 14_000.0),
/// };
/// let wanted = [&metrics::NET_REVENUE_RETENTION, &metrics::GROSS_REVENUE_RETENTION];
/// let mut draws = FigureDraws::new(&book, &[churned], &wanted, 7).unwrap();
/// draws.advance(10_000);
/// let Estimate::Spread(net) = draws.estimate(wanted[0]) else { panic!() };
/// // 100 + 20 − 1 less 8 to 14.
/// assert!((net.p5 - 1.05).abs() < 0.001 && (net.p95 - 1.11).abs() < 0.001);
/// ```
#[derive(Clone, Debug)]
pub struct FigureDraws {
    tape: Tape,
    inputs: Inputs,
    /// Where the tape says whether the figures of a draw agree with each other.
    guard: Option<usize>,
    drawn: Vec<Drawn>,
    contradictions: usize,
    percentiles: Percentiles,
}

impl FigureDraws {
    /// Nothing drawn yet. `metrics` are those that are wanted; [`plimsoll_metrics::all_metrics`] has all. Each one that is
    /// drawn takes four bytes a draw, and as many again where its year is another value.
    ///
    /// # Errors
    ///
    /// The place of the first uncertain input that cannot be drawn, and why.
    pub fn new(
        book: &Book,
        uncertain: &[Uncertain],
        metrics: &[&'static Metric],
        seed: u64,
    ) -> Result<Self, (usize, Refused)> {
        let mut inputs = Inputs::new(uncertain, seed)?;
        let mut writer = Writer::new(book, uncertain);
        let guard = writer.limits();
        let mut drawn = Vec::new();
        for metric in metrics {
            if !writer.is_uncertain(metric) {
                continue;
            }
            let value = writer.metric(metric);
            let places = value.and_then(|value| Ok([value, writer.annual(metric)?]));
            let places = places.map(|places| places.map(|place| writer.guarded(place, guard)));
            drawn.push(Drawn { metric, places, values: Vec::new(), annual: Vec::new() });
        }
        let tape = writer.finish();
        inputs.serve(&tape);
        Ok(Self { tape, inputs, guard, drawn, contradictions: 0, percentiles: Percentiles::default() })
    }

    /// The wanted metrics that rest on something uncertain, in their order.
    pub fn metrics(&self) -> impl Iterator<Item = &'static Metric> {
        self.drawn.iter().map(|drawn| drawn.metric)
    }

    /// How many draws so far are without any value, because their figures contradict each other: a part is larger than its
    /// whole.
    #[must_use]
    pub const fn contradictions(&self) -> usize {
        self.contradictions
    }

    /// How many draws there are.
    #[must_use]
    pub const fn draws(&self) -> usize {
        self.inputs.draws
    }

    /// Makes room for so many draws in all, so that columns need not move while they grow.
    pub fn make_room(&mut self, draws: usize) {
        for drawn in &mut self.drawn {
            let has_year = drawn.places.as_ref().is_ok_and(|[value, annual]| value != annual);
            drawn.values.reserve_exact(draws.saturating_sub(drawn.values.len()));
            drawn.annual.reserve_exact(if has_year { draws.saturating_sub(drawn.annual.len()) } else { 0 });
        }
    }

    /// Draws as many more, rounded up to whole blocks of 64. In pieces or at once, they are the same draws.
    pub fn advance(&mut self, draws: usize) {
        for _ in 0..blocks(draws) {
            self.draw();
        }
    }

    fn draw(&mut self) {
        self.tape.run(self.inputs.draw());
        let agrees = self.guard.map(|guard| self.tape.lane(guard));
        let against = agrees.map_or(0, |lane| lane.iter().filter(|left| left.is_nan()).count());
        self.contradictions = self.contradictions.saturating_add(against);
        for drawn in &mut self.drawn {
            let Ok([value, annual]) = drawn.places else { continue };
            self.tape.append(value, &mut drawn.values);
            if annual != value {
                self.tape.append(annual, &mut drawn.annual);
            }
        }
    }

    /// What the draws so far say of a metric over the book's window. One that was not wanted is certain.
    pub fn estimate(&mut self, metric: &'static Metric) -> Estimate {
        let Some(drawn) = self.drawn.iter().find(|drawn| drawn.metric == metric) else {
            return Estimate::Certain;
        };
        drawn.estimate(&mut self.percentiles, &drawn.values)
    }

    /// The same, and over a year, as benchmarks are.
    pub fn estimates(&mut self, metric: &'static Metric) -> [Estimate; 2] {
        let window = self.estimate(metric);
        let drawn = self.drawn.iter().find(|drawn| drawn.metric == metric && !drawn.annual.is_empty());
        let annual = drawn.map(|drawn| drawn.estimate(&mut self.percentiles, &drawn.annual));
        [window.clone(), annual.unwrap_or(window)]
    }

    /// How many draws lie in each band of a scale, over a year as bands are. Nothing where the metric is certain: its exact value
    /// has one band.
    #[must_use]
    pub fn chances(&self, metric: &'static Metric, scale: &Scale) -> Option<Chances> {
        let drawn = self.drawn.iter().find(|drawn| drawn.metric == metric)?;
        Some(Chances::of(drawn.over_a_year(), scale))
    }

    /// Which uncertain input matters most for a metric, that one first, by rank correlation over the first 10,240 draws.
    #[must_use]
    pub fn influence(&self, metric: &'static Metric) -> Vec<Influence<Subject>> {
        let drawn = self.drawn.iter().find(|drawn| drawn.metric == metric);
        drawn.map(|drawn| self.inputs.influence(&drawn.values)).unwrap_or_default()
    }
}

impl Drawn {
    fn estimate(&self, percentiles: &mut Percentiles, column: &[f32]) -> Estimate {
        if let Err(reason) = &self.places {
            return Estimate::Undefined(reason.clone());
        }
        Spread::of(percentiles, column, 1.0).map_or(Estimate::Never, Estimate::Spread)
    }

    const fn over_a_year(&self) -> &Vec<f32> {
        if self.annual.is_empty() { &self.values } else { &self.annual }
    }
}

#[cfg(test)]
mod tests;
