//! The months ahead of a book in which figures are uncertain, and the fan of ARR.

use plimsoll_columns::draws::{Percentiles, Step, Tape};
use plimsoll_metrics::figures::{NEW_MRR, REACTIVATED_MRR, START_MRR};
use plimsoll_metrics::metrics::{CLOSING_MRR, GROSS_REVENUE_RETENTION, NET_REVENUE_RETENTION};
use plimsoll_metrics::{Book, Undefined};

use super::formula::Writer;
use super::inputs::Inputs;
use super::{Influence, Refused, Spread, Subject, Uncertain, blocks, double};
use crate::projection::{Phased, both};
use crate::scenario::Scenario;

/// Why nothing is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoDraws {
    /// MRR rests on nothing uncertain: [`crate::project`] has it exactly.
    Certain,
    /// It has no value, whatever is drawn.
    Undefined(Undefined),
    /// The uncertain input in this place cannot be drawn.
    Refused(usize, Refused),
}

/// Draws of the months that [`crate::project`] works out exactly, from the end of the book's window on, by the same rates and
/// flows: with constants in place of distributions they are its months.
///
/// In every draw a scenario moves a figure by the factor by which it moves the figure's middle.
///
/// ```
/// use plimsoll_forecast::Scenario;
/// use plimsoll_forecast::uncertainty::{AheadDraws, Distribution, Subject, Uncertain};
/// use plimsoll_metrics::{Book, Exact, Window, figures};
/// let mut book = Book::new(Window::Month);
/// for (figure, amount) in [(&figures::START_MRR, 10_000), (&figures::NEW_MRR, 600), (&figures::EXPANSION_MRR, 0),
///     (&figures::CONTRACTION_MRR, 0), (&figures::CHURNED_MRR, 300)] {
///     book.set(figure, Exact::from(amount));
/// }
/// let churned = Uncertain { of: Subject::Figure(&figures::CHURNED_MRR), spread: Distribution::between(200.0, 400.0) };
/// let mut draws = AheadDraws::new(&book, &[churned], &Scenario::default(), 12, 7).unwrap();
/// draws.advance(10_000);
/// let fan = draws.fan();
/// assert!(fan[12].unwrap().p95 - fan[12].unwrap().p5 > fan[0].unwrap().p95 - fan[0].unwrap().p5);
/// ```
#[derive(Clone, Debug)]
pub struct AheadDraws {
    tape: Tape,
    inputs: Inputs,
    /// Places on the tape of MRR at the opening and at the end of each month, and what came there.
    months: Vec<(usize, Vec<f32>)>,
    percentiles: Percentiles,
}

impl AheadDraws {
    /// Nothing drawn yet. Each month takes four bytes a draw.
    ///
    /// # Errors
    ///
    /// See [`NoDraws`].
    pub fn new(
        book: &Book,
        uncertain: &[Uncertain],
        scenario: &Scenario,
        months: u32,
        seed: u64,
    ) -> Result<Self, NoDraws> {
        let mut inputs =
            Inputs::new(uncertain, seed).map_err(|(place, reason)| NoDraws::Refused(place, reason))?;
        let phased = Phased::new(book, scenario);
        let mut writer = Writer::new(book, uncertain);
        let rests = [&CLOSING_MRR, &GROSS_REVENUE_RETENTION, &NET_REVENUE_RETENTION];
        let flows = [&NEW_MRR, &REACTIVATED_MRR];
        let is_uncertain = rests.into_iter().any(|metric| writer.is_uncertain(metric))
            || flows.into_iter().any(|flow| writer.input(flow).is_some());
        if !is_uncertain {
            return Err(NoDraws::Certain);
        }
        let places = walk(&mut writer, book, &phased.books, months).map_err(NoDraws::Undefined)?;
        let months = places.into_iter().map(|place| (place, Vec::new())).collect();
        let tape = writer.finish();
        inputs.serve(&tape);
        Ok(Self { tape, inputs, months, percentiles: Percentiles::default() })
    }

    /// How many draws there are.
    #[must_use]
    pub const fn draws(&self) -> usize {
        self.inputs.draws
    }

    /// Makes room for so many draws in all, so that columns need not move while they grow.
    pub fn make_room(&mut self, draws: usize) {
        for (_, column) in &mut self.months {
            column.reserve_exact(draws.saturating_sub(column.len()));
        }
    }

    /// Draws as many more, rounded up to whole blocks of 64. In pieces or at once, they are the same draws.
    pub fn advance(&mut self, draws: usize) {
        for _ in 0..blocks(draws) {
            self.tape.run(self.inputs.draw());
            for (place, column) in &mut self.months {
                self.tape.append(*place, column);
            }
        }
    }

    /// How ARR is spread at the opening, then at the end of each month, over the draws so far; nothing where no draw has a
    /// value.
    pub fn fan(&mut self) -> Vec<Option<Spread>> {
        let percentiles = &mut self.percentiles;
        self.months.iter().map(|(_, column)| Spread::of(percentiles, column, 12.0)).collect()
    }

    /// The share of draws with a value in which ARR reaches a goal at the end of the last month, from 0 to 1.
    #[must_use]
    pub fn chance_of_reaching(&self, arr: f64) -> Option<f64> {
        let (_, column) = self.months.last()?;
        let counted = column.iter().filter(|mrr| mrr.is_finite());
        let (all, reached) = counted.fold((0_u32, 0_u32), |(all, reached), mrr| {
            (all.saturating_add(1), reached.saturating_add(u32::from(f64::from(*mrr) * 12.0 >= arr)))
        });
        (all > 0).then(|| f64::from(reached) / f64::from(all))
    }

    /// Which uncertain input matters most for ARR at the end of the last month, that one first.
    #[must_use]
    pub fn influence(&self) -> Vec<Influence<Subject>> {
        self.months.last().map(|(_, column)| self.inputs.influence(column)).unwrap_or_default()
    }
}

/// What a month keeps of its opening, and what it wins.
struct Pace {
    kept: usize,
    won: usize,
    /// How prices stand to those without the scenario.
    price: f64,
}

/// MRR at the opening and at the end of each month, as places on the tape.
fn walk<'a>(
    writer: &mut Writer<'a>,
    start: &Book,
    books: &'a [Book],
    months: u32,
) -> Result<Vec<usize>, Undefined> {
    let guard = writer.limits();
    let opening = writer.metric(&CLOSING_MRR)?;
    // What has no value at the opening has none from there on.
    let mut paid = writer.guarded(opening, guard);
    let mut books = books.iter();
    let mut pace: Option<Pace> = None;
    let mut places = vec![paid];
    for _ in 0..months {
        let before = pace.as_ref().map_or(1.0, |pace| pace.price);
        if let Some(book) = books.next() {
            writer.go_to(start, book);
            pace = Some(pace_of(writer, start)?);
        }
        let Some(Pace { kept, won, price }) = &pace else { return Ok(places) };
        // As exactly: what was free cannot be made dearer by a factor.
        let repriced = if before == 0.0 { 1.0 } else { price / before };
        let repriced = writer.number(repriced);
        let there = writer.tape.push(Step::Times(paid, repriced));
        let left = writer.tape.push(Step::Times(there, *kept));
        paid = writer.tape.push(Step::Plus(left, *won));
        places.push(paid);
    }
    Ok(places)
}

/// The pace of the book that is written, as the exact projection has it.
fn pace_of(writer: &mut Writer<'_>, start: &Book) -> Result<Pace, Undefined> {
    let gross = writer.metric(&GROSS_REVENUE_RETENTION);
    let net = writer.metric(&NET_REVENUE_RETENTION);
    let (gross, net) = both(gross, net)?;
    let (new, back) = both(writer.figure(&NEW_MRR), writer.figure(&REACTIVATED_MRR))?;
    // Draws in which net is below gross contradict themselves, up to a hair that is due to binary.
    let gap = writer.tape.push(Step::Minus(net, gross));
    let gap = writer.tape.push(Step::Within(gap, -1e-9, f64::MAX));
    let net = writer.tape.push(Step::Where(net, gap));
    let window = writer.book.window().months();
    let kept = writer.kept(net, window, 1);
    let months = writer.tape.push(Step::GeometricSum(kept, window, false));
    let flow = writer.tape.push(Step::Plus(new, back));
    let won = writer.tape.push(Step::Over(flow, months));
    let moved = writer.book.figure(&START_MRR).zip(start.figure(&START_MRR));
    let price = moved.and_then(|(moved, start)| double(&moved.divided_by(start)?));
    Ok(Pace { kept, won, price: price.unwrap_or(1.0) })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
