//! What is uncertain, and the draws of it.

use plimsoll_columns::draws::{Block, LANES, Shape, Streams, Tape};
use plimsoll_metrics::{Figure, Metric, Window, all_metrics, figures};

use super::rank::by_influence;
use super::{Distribution, Influence, Limits, REMEMBERED, Refused};

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

/// The uncertain inputs while they are drawn. Whatever rests on them, the same seed gives them the same draws.
#[derive(Clone, Debug)]
pub(super) struct Inputs {
    of: Vec<Input>,
    /// The block that is drawn.
    blocks: Vec<Block>,
    /// The first draws.
    seen: Vec<Vec<f32>>,
    pub(super) draws: usize,
}

#[derive(Clone, Debug)]
struct Input {
    of: Subject,
    shape: Shape,
    streams: Streams,
    /// Whether the result rests on it.
    counts: bool,
}

impl Inputs {
    /// Nothing drawn yet; the place of the first one that cannot be drawn, and why.
    pub(super) fn new(uncertain: &[Uncertain], seed: u64) -> Result<Self, (usize, Refused)> {
        let mut of = Vec::new();
        for (place, input) in uncertain.iter().enumerate() {
            let shape = input.of.limits().and_then(|limits| input.spread.shape(limits));
            let shape = shape.map_err(|reason| (place, reason))?;
            let streams = Streams::new(seed, input.of.stream());
            of.push(Input { of: input.of, shape, streams, counts: true });
        }
        Ok(Self { blocks: vec![[0.0; LANES]; of.len()], seen: vec![Vec::new(); of.len()], of, draws: 0 })
    }

    /// What the steps do not rest on is drawn only as long as draws are remembered; its streams are nobody else's.
    pub(super) fn serve(&mut self, tape: &Tape) {
        for (number, input) in self.of.iter_mut().enumerate() {
            input.counts = tape.rests_on(number);
        }
    }

    /// The next block of each.
    pub(super) fn draw(&mut self) -> &[Block] {
        let is_remembered = self.draws < REMEMBERED;
        for (input, block) in self.of.iter_mut().zip(&mut self.blocks) {
            if is_remembered || input.counts {
                input.shape.fill(&mut input.streams, block);
            }
        }
        if is_remembered {
            for (seen, block) in self.seen.iter_mut().zip(&self.blocks) {
                seen.extend_from_slice(block);
            }
        }
        self.draws = self.draws.saturating_add(LANES);
        &self.blocks
    }

    /// Which of them matters most for a result, that one first.
    pub(super) fn influence(&self, result: &[f32]) -> Vec<Influence<Subject>> {
        let inputs = self.of.iter().zip(&self.seen).map(|(input, seen)| (input.of, seen.as_slice()));
        by_influence(inputs, result)
    }
}
