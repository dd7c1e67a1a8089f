//! Projection: MRR, ARR and customers month by month, from the rates and flows of a book and a scenario phased in over it.
//!
//! In exact decimals rather than doubles, so that every month closes on its movements to the last digit, and the same book
//! gives the same digits natively and in the browser. Rates keep eighteen decimals, amounts twelve: after sixty months an
//! amount is off by less than 10⁻¹² of it and 10⁻¹⁰ times what one unit of the start has become by then, below any minor unit.

use plimsoll_metrics::figures::{LIMITS, START_CUSTOMERS, START_MRR};
use plimsoll_metrics::metrics::{ACQUISITION_COST, CLOSING_CUSTOMERS, CLOSING_MRR, REVENUE_PER_ACCOUNT};
use plimsoll_metrics::{Book, Exact, Figure, Limit, Outcome, Undefined};

use crate::scenario::{LONGEST, Movable, MoveProblem, Scenario};

mod milestones;
mod month;
mod pace;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

pub use milestones::{ArrReached, BreakEven};
pub use month::{CustomerMovements, MonthAhead, MrrMovements};
use pace::Pace;

/// Where a projection sets out from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Opening {
    /// The end of the book's window: where things stand now.
    #[default]
    End,
    /// Its start, so that the first months go through the window once more: without a scenario they end where it ended.
    Start,
}

/// Why nothing can be projected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoProjection {
    /// Not between one month and [`LONGEST`].
    Horizon(u32),
    /// In this month, or before the first one (0), a figure or rate has no value: figures that are missing, more lost
    /// than there was.
    Undefined {
        /// The month.
        month: u32,
        /// The reason.
        reason: Undefined,
        /// What is moved too far by then: the moves without any one of which the month would have its value; all that are
        /// being phased in where it takes several. None before the first month.
        moves: Vec<Movable>,
    },
    /// From this month on amounts are too large to write.
    TooLarge {
        /// The month.
        month: u32,
    },
}

/// What lies ahead, month by month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Projection {
    /// The months, the first one after the opening first.
    pub months: Vec<MonthAhead>,
    /// The moves that could not be made, and are left out of every month, or of those in which they cannot be made.
    pub problems: Vec<(Movable, MoveProblem)>,
    /// Why customers are not projected, where they are not.
    pub no_customers: Option<Undefined>,
    /// MRR at the opening.
    pub opening_mrr: Exact,
    /// The pace of each month; the last one goes on.
    paces: Vec<Pace>,
    /// What a customer who joins in the first month pays, and cost to win.
    customer: Result<(Exact, Exact), Undefined>,
}

/// Projects MRR and customers for so many months, 1 to 60.
///
/// A month's rates follow from the window's by compounding: what is kept gross and net is the root of what the window keeps, its
/// gain over gross is expansion, and losses are divided into churn and contraction as the window's are. Customers are kept by the
/// root of what the window keeps of them. New and reactivated MRR come evenly, as much a month as leaves what the window brought by
/// its end, for who joined is kept like everybody else. So the months of a window end where the window ends, and years compound as the
/// annual rates say; see [`Opening::Start`].
///
/// Each month follows the scenario as far as it is phased in by then. A price that moves what is already there counts as expansion
/// or contraction of that month.
///
/// # Errors
///
/// See [`NoProjection`].
///
/// ```
/// use plimsoll_forecast::{ArrReached, Opening, Scenario, project};
/// use plimsoll_metrics::{Book, Exact, Window, figures};
///
/// let mut book = Book::new(Window::Month);
/// for (figure, amount) in [
///     (&figures::START_MRR, 9_500),
///     (&figures::NEW_MRR, 600),
///     (&figures::EXPANSION_MRR, 95),
///     (&figures::CONTRACTION_MRR, 0),
///     (&figures::CHURNED_MRR, 195),
/// ] {
///     book.set(figure, Exact::from(amount));
/// }
/// let ahead = project(&book, &Scenario::default(), 12, Opening::End).unwrap();
/// let first = &ahead.months[0].mrr;
/// assert_eq!((&first.opening, &first.expansion), (&Exact::from(10_000), &Exact::from(100)));
/// // 600 a month against 1.05 % net lost tend to 57,000 MRR.
/// assert_eq!(ahead.reaches_arr(&Exact::from(240_000)), ArrReached::InMonth(23));
/// assert!(matches!(ahead.reaches_arr(&Exact::from(700_000)), ArrReached::Never { .. }));
/// ```
pub fn project(
    book: &Book,
    scenario: &Scenario,
    months: u32,
    opening: Opening,
) -> Result<Projection, NoProjection> {
    if !(1..=LONGEST).contains(&months) {
        return Err(NoProjection::Horizon(months));
    }
    let at_opening = |reason| NoProjection::Undefined { month: 0, reason, moves: Vec::new() };
    let opening_mrr = opening_of(book, opening, &START_MRR, || book.evaluate(&CLOSING_MRR));
    let opening_mrr = opening_mrr.and_then(|value| pace::amount(&value)).map_err(at_opening)?;
    let customers = opening_of(book, opening, &START_CUSTOMERS, || book.evaluate(&CLOSING_CUSTOMERS));
    let Phased { scenario, books, problems } = Phased::new(book, scenario);
    let mut projection = Projection {
        months: Vec::new(),
        problems,
        no_customers: customers.as_ref().err().cloned(),
        opening_mrr,
        paces: Vec::new(),
        customer: Err(Undefined::Missing(Vec::new())),
    };
    projection.set_paces(book, &scenario, &books)?;
    projection.walk(customers.and_then(|value| pace::amount(&value)).ok(), months)?;
    Ok(projection)
}

fn opening_of(
    book: &Book,
    opening: Opening,
    start: &'static Figure,
    closing: impl Fn() -> Outcome,
) -> Outcome {
    match opening {
        Opening::Start => book.counted(start).ok_or_else(|| Undefined::Missing(vec![start])),
        Opening::End => closing(),
    }
}

/// A scenario while it is phased in: of both the exact projection and the drawn one.
pub(crate) struct Phased {
    /// The scenario without what cannot be moved once it is all there.
    pub(crate) scenario: Scenario,
    /// The book of each month, the first one after the opening first; the last one goes on.
    pub(crate) books: Vec<Book>,
    /// The moves that are left out of every month, or of those in which they cannot be made.
    pub(crate) problems: Vec<(Movable, MoveProblem)>,
}

impl Phased {
    pub(crate) fn new(book: &Book, scenario: &Scenario) -> Self {
        let (scenario, mut problems) = possible(scenario, book);
        let mut books = Vec::new();
        for month in 1..=scenario.phased_in_after().max(1) {
            let applied = scenario.apply_after(book, month);
            for problem in applied.problems {
                if !problems.contains(&problem) {
                    problems.push(problem);
                }
            }
            books.push(applied.book);
        }
        Self { scenario, books, problems }
    }
}

/// The scenario without what cannot be moved once it is all there, and the reasons.
fn possible(scenario: &Scenario, book: &Book) -> (Scenario, Vec<(Movable, MoveProblem)>) {
    let mut kept = scenario.clone();
    let opens = |over: &Movable| {
        [&START_MRR, &START_CUSTOMERS].into_iter().any(|figure| *over == Movable::Figure(figure))
    };
    let mut problems: Vec<_> = scenario
        .moves
        .iter()
        .filter(|(over, _)| opens(over))
        .map(|(over, _)| (*over, MoveProblem::OpensProjection))
        .collect();
    problems.iter().for_each(|(over, _)| kept.moves.remove(over));
    let mut so_far = book.clone();
    for (over, motion) in kept.clone().moves.iter() {
        let moved = scenario.moved(&so_far, *over, motion, LONGEST);
        match moved.and_then(|moved| within_limits(book, moved)) {
            Ok(moved) => so_far = moved,
            Err(problem) => {
                kept.moves.remove(over);
                problems.push((*over, problem));
            }
        }
    }
    (kept, problems)
}

/// A lever may take a figure past its whole, which no month can.
fn within_limits(base: &Book, moved: Book) -> Result<Book, MoveProblem> {
    let is_broken = |book: &Book, limit: &Limit| limit.is_broken(|figure| book.counted(figure));
    match LIMITS.iter().find(|limit| is_broken(&moved, limit) && !is_broken(base, limit)) {
        Some(limit) => Err(MoveProblem::LargerThanWhole(limit)),
        None => Ok(moved),
    }
}

impl Projection {
    /// The pace of every month until all is phased in.
    fn set_paces(&mut self, book: &Book, scenario: &Scenario, books: &[Book]) -> Result<(), NoProjection> {
        for (month, moved) in (1..).zip(books) {
            let pace = Pace::of(moved, book).map_err(|reason| {
                let moves = blamed(scenario, book, month);
                NoProjection::Undefined { month, reason, moves }
            })?;
            self.paces.push(pace);
        }
        if let Some(first) = books.first() {
            self.customer = both(
                first.evaluate(&REVENUE_PER_ACCOUNT).and_then(|value| pace::amount(&value)),
                first.evaluate(&ACQUISITION_COST).and_then(|value| pace::amount(&value)),
            );
        }
        Ok(())
    }

    fn walk(&mut self, mut customers: Option<Exact>, months: u32) -> Result<(), NoProjection> {
        let mut opening = self.opening_mrr.clone();
        let mut reason = self.no_customers.clone();
        for month in 1..=months {
            let too_large = NoProjection::TooLarge { month };
            let Some((pace, repriced)) = self.pace(month) else { return Err(too_large) };
            let Some(mrr) = MrrMovements::after(&opening, pace, &repriced) else { return Err(too_large) };
            let moved = match (customers, &pace.customers) {
                (Some(opening), Ok(pace)) => Some(CustomerMovements::after(&opening, pace).ok_or(too_large)?),
                (_, Err(missing)) => {
                    reason.get_or_insert_with(|| missing.clone());
                    None
                }
                (None, Ok(_)) => None,
            };
            opening = mrr.closing.clone();
            customers = moved.as_ref().map(|moved| moved.closing.clone());
            self.months.push(MonthAhead { month, mrr, customers: moved });
        }
        self.no_customers = reason;
        Ok(())
    }

    /// The pace of a month, and by which factor prices move with it.
    fn pace(&self, month: u32) -> Option<(&Pace, Exact)> {
        let place = usize::try_from(month).ok()?.checked_sub(1)?;
        let last = self.paces.last()?;
        let pace = self.paces.get(place).unwrap_or(last);
        let before = place.checked_sub(1).map(|before| self.paces.get(before).unwrap_or(last));
        let before = before.map_or_else(Exact::one, |before| before.price.clone());
        // What was free cannot be made dearer by a factor.
        Some((pace, pace.price.divided_by(&before).unwrap_or_else(Exact::one)))
    }

    /// Whether everything is phased in by this month, so that every later one goes on alike.
    fn is_steady(&self, month: u32) -> bool {
        usize::try_from(month).is_ok_and(|month| month >= self.paces.len())
    }
}

/// The moves without any one of which a month would have a pace; all where it takes several.
fn blamed(scenario: &Scenario, book: &Book, month: u32) -> Vec<Movable> {
    let all = || scenario.moves.iter().map(|(over, _)| *over);
    let without = |over: &Movable| {
        let mut rest = scenario.clone();
        rest.moves.remove(over);
        Pace::of(&rest.apply_after(book, month).book, book).is_ok()
    };
    let alone: Vec<Movable> = all().filter(without).collect();
    if alone.is_empty() { all().collect() } else { alone }
}

/// Two values, or why there are not: all that either lacks.
pub(crate) fn both<T>(one: Result<T, Undefined>, other: Result<T, Undefined>) -> Result<(T, T), Undefined> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (Err(one), Err(other)) => Err(one.and(other)),
        (Err(reason), _) | (_, Err(reason)) => Err(reason),
    }
}
