//! Draws of a book's uncertain figures, and what every metric becomes.

use plimsoll_columns::draws::{Block, LANES, Percentiles, Shape, Streams, Tape};
use plimsoll_metrics::benchmarks::Scale;
use plimsoll_metrics::{Book, Figure, Metric, Undefined, Window, all_metrics, figures};

use super::formula::Writer;
use super::rank::by_influence;
use super::{Chances, Distribution, Influence, Limits, REMEMBERED, Refused, Spread, blocks};

/// What is uncertain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A figure.
    Figure(&'static Figure),
    /// A metric entered as known, and over which window: it stands for its formula.
    Known(&'static Metric, Window),
}

/// An uncertain input. It counts in place of what the book has for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Uncertain {
    /// What it is.
    pub of: Subject,
    /// What is known of it.
    pub spread: Distribution,
}

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
    inputs: Vec<(Subject, Shape, Streams)>,
    /// The inputs of the block that is drawn.
    blocks: Vec<Block>,
    /// Inputs of the first draws.
    seen: Vec<Vec<f32>>,
    /// Where the tape says whether the figures of a draw agree with each other.
    guard: Option<usize>,
    drawn: Vec<Drawn>,
    draws: usize,
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
        let mut inputs = Vec::new();
        for (place, input) in uncertain.iter().enumerate() {
            let shape = input.of.limits().and_then(|limits| input.spread.shape(limits));
            let shape = shape.map_err(|reason| (place, reason))?;
            inputs.push((input.of, shape, Streams::new(seed, input.of.stream())));
        }
        let mut writer = Writer::new(book, uncertain);
        let guard = writer.limits();
        let mut drawn = Vec::new();
        for metric in metrics {
            if !writer.is_uncertain(metric) {
                continue;
            }
            let value = writer.metric(metric);
            let places = value.and_then(|value| Ok([value, writer.annual(metric)?]));
            drawn.push(Drawn { metric, places, values: Vec::new(), annual: Vec::new() });
        }
        Ok(Self {
            tape: writer.finish(),
            blocks: vec![[0.0; LANES]; inputs.len()],
            seen: vec![Vec::new(); inputs.len()],
            inputs,
            guard,
            drawn,
            draws: 0,
            percentiles: Percentiles::default(),
        })
    }

    /// How many draws there are.
    #[must_use]
    pub const fn draws(&self) -> usize {
        self.draws
    }

    /// Draws as many more, rounded up to whole blocks of 64. In pieces or at once, they are the same draws.
    pub fn advance(&mut self, draws: usize) {
        for _ in 0..blocks(draws) {
            self.draw();
        }
    }

    fn draw(&mut self) {
        for ((_, shape, streams), block) in self.inputs.iter_mut().zip(&mut self.blocks) {
            shape.fill(streams, block);
        }
        self.tape.run(&self.blocks);
        for drawn in &mut self.drawn {
            let Ok([value, annual]) = drawn.places else { continue };
            self.tape.append(value, self.guard, &mut drawn.values);
            if annual != value {
                self.tape.append(annual, self.guard, &mut drawn.annual);
            }
        }
        if self.draws < REMEMBERED {
            for (seen, block) in self.seen.iter_mut().zip(&self.blocks) {
                seen.extend_from_slice(block);
            }
        }
        self.draws = self.draws.saturating_add(LANES);
    }

    /// What the draws so far say of a metric over the book's window. One that was not wanted is certain.
    pub fn estimate(&mut self, metric: &'static Metric) -> Estimate {
        self.of(metric, |drawn| &drawn.values)
    }

    /// The same over a year, as benchmarks are.
    pub fn annual_estimate(&mut self, metric: &'static Metric) -> Estimate {
        self.of(metric, Drawn::over_a_year)
    }

    fn of(&mut self, metric: &'static Metric, column: impl Fn(&Drawn) -> &Vec<f32>) -> Estimate {
        let Some(drawn) = self.drawn.iter().find(|drawn| drawn.metric == metric) else {
            return Estimate::Certain;
        };
        if let Err(reason) = &drawn.places {
            return Estimate::Undefined(reason.clone());
        }
        Spread::of(&mut self.percentiles, column(drawn), 1.0).map_or(Estimate::Never, Estimate::Spread)
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
        let inputs = self.inputs.iter().zip(&self.seen).map(|((of, ..), seen)| (*of, seen.as_slice()));
        drawn.map(|drawn| by_influence(inputs, &drawn.values)).unwrap_or_default()
    }
}

impl Drawn {
    const fn over_a_year(&self) -> &Vec<f32> {
        if self.annual.is_empty() { &self.values } else { &self.annual }
    }
}

impl Subject {
    /// What it can be.
    ///
    /// # Errors
    ///
    /// [`Refused::Chosen`] for a figure that is a choice.
    pub const fn limits(self) -> Result<Limits, Refused> {
        match self {
            Self::Figure(figure) => Limits::accepted(figure.accepts),
            Self::Known(metric, _) => Ok(Limits::of(metric.range)),
        }
    }

    /// The number of its streams: its place in the catalogue, so that it draws the same beside any others.
    fn stream(self) -> u32 {
        /// Figures from here.
        const FIGURES: u32 = 0x0001_0000;
        /// Metrics from here.
        const METRICS: u32 = 0x0002_0000;
        let (start, place) = match self {
            Self::Figure(figure) => (FIGURES, figures::all().position(|other| other == figure)),
            Self::Known(metric, _) => (METRICS, all_metrics().position(|other| other == metric)),
        };
        start.saturating_add(place.and_then(|place| u32::try_from(place).ok()).unwrap_or(0))
    }
}

#[cfg(test)]
mod tests;
