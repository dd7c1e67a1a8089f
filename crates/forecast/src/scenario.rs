//! Scenarios: moves over a base book, at once or phased in, and the book that follows after so many months.

use plimsoll_metrics::{Book, Exact, Few, Figure, Limit, Metric, Outcome};

use crate::lever::{ChurnScope, Lever, LeverProblem, Levers};

mod ready;
mod step;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

pub use ready::{Outlook, READY, Ready, ReadyMove};
pub(crate) use step::{level, move_by, move_lever, set_figure};

/// The longest phase-in, and the longest projection: five years of months.
pub const LONGEST: u32 = 60;

/// Something that may be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movable {
    /// A lever, with all the figures that it moves.
    Lever(Lever),
    /// One figure by itself, all others as they are.
    Figure(&'static Figure),
}

/// How far something is moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// Percentage points, as a fraction: −2 points are `Exact::percent(-2)`. For what is a share, or a score.
    Points(Exact),
    /// Percent of what there is, as a fraction: 5 % more is `Exact::percent(5)`, 5 % less churn `Exact::percent(-5)`.
    Percent(Exact),
    /// To this value: of the figure; for a lever, of logo churn, of contraction or expansion as a share of the starting MRR, of
    /// revenue per account (price), of gross margin, of CAC.
    To(Exact),
}

/// How far, and over how many months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// How far in the end.
    pub by: By,
    /// Over how many months, evenly; 0 is at once, [`LONGEST`] the most.
    pub months: u32,
}

impl Move {
    /// A move that is there from the first day.
    #[must_use]
    pub const fn at_once(by: By) -> Self {
        Self { by, months: 0 }
    }

    /// A move that grows evenly: after `n` of its months, `n ÷ months` of it is there.
    #[must_use]
    pub const fn over(by: By, months: u32) -> Self {
        Self { by, months }
    }

    /// Which share of it is there after so many months.
    fn share(&self, months: u32) -> Exact {
        let whole = Exact::from(i64::from(self.months));
        Exact::from(i64::from(months))
            .divided_by(&whole)
            .map_or_else(Exact::one, |share| share.min(Exact::one()))
    }
}

/// Why something could not be moved as asked. The other moves still are, and this one leaves nothing behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MoveProblem {
    /// The lever's own reason.
    Lever(LeverProblem),
    /// It is no share, so points mean nothing: prices, costs, amounts, counts.
    NotInPoints,
    /// It is zero, and no percent of zero is anything else.
    NothingToScale,
    /// The figure would not accept the value. A count may be a fraction here.
    NotAccepted,
    /// Parts would be larger than their whole.
    LargerThanWhole(&'static Limit),
    /// A phase-in of more than [`LONGEST`] months.
    PhaseInTooLong,
    /// A projection opens with what there is: other customers or MRR to open with are another book.
    OpensProjection,
}

/// Moves over a base book: each thing once, counted in the order in which they stand.
///
/// Every move is measured against the book as the moves before it have left it. Levers in the order of [`Lever::ALL`] give
/// what [`Levers::apply`] gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scenario {
    /// What is moved, and how far.
    pub moves: Few<Movable, Move>,
    /// What the churn lever moves.
    pub churn_scope: ChurnScope,
}

/// The book after a scenario, and what could not be moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The book after the moves. Counts of customers may be fractional.
    pub book: Book,
    /// What could not be moved as asked.
    pub problems: Vec<(Movable, MoveProblem)>,
}

impl Scenario {
    /// The book after everything is phased in.
    ///
    /// ```
    /// use plimsoll_forecast::{By, Lever, Movable, Move, Scenario};
    /// use plimsoll_metrics::{Book, Exact, Window, figures, metrics};
    ///
    /// let mut book = Book::new(Window::Year);
    /// book.set(&figures::START_CUSTOMERS, Exact::from(250));
    /// book.set(&figures::LOST_CUSTOMERS, Exact::from(50));
    /// let mut scenario = Scenario::default();
    /// scenario.moves.set(Movable::Lever(Lever::Churn), Move::over(By::To(Exact::percent(8)), 12));
    /// let churn = |book: Book| book.evaluate(&metrics::LOGO_CHURN);
    /// assert_eq!(churn(scenario.apply(&book).book), Ok(Exact::percent(8)));
    /// assert_eq!(churn(scenario.apply_after(&book, 3).book), Ok(Exact::percent(17)));
    /// ```
    #[must_use]
    pub fn apply(&self, book: &Book) -> Applied {
        self.apply_after(book, LONGEST)
    }

    /// The book after so many months of phasing in. What moves at once has moved after none.
    #[must_use]
    pub fn apply_after(&self, book: &Book, months: u32) -> Applied {
        let mut applied = Applied { book: book.clone(), problems: Vec::new() };
        for (over, motion) in self.moves.iter() {
            match self.moved(&applied.book, *over, motion, months) {
                Ok(book) => applied.book = book,
                Err(problem) => applied.problems.push((*over, problem)),
            }
        }
        applied
    }

    /// The book after one of the moves alone.
    pub(crate) fn moved(
        &self,
        book: &Book,
        over: Movable,
        motion: &Move,
        months: u32,
    ) -> Result<Book, MoveProblem> {
        if motion.months > LONGEST {
            return Err(MoveProblem::PhaseInTooLong);
        }
        move_by(book, over, &motion.by, &motion.share(months), self.churn_scope)
    }

    /// After how many months everything is there.
    #[must_use]
    pub fn phased_in_after(&self) -> u32 {
        self.moves.iter().map(|(_, motion)| motion.months).max().unwrap_or_default()
    }
}

impl From<&Levers> for Scenario {
    /// The levers, all at once, in their own order.
    fn from(levers: &Levers) -> Self {
        let motion = |lever: &Lever| {
            let amount = levers.moves.get(lever).filter(|amount| !amount.is_zero())?.clone();
            let by = match lever.scale() {
                crate::Scale::Points => By::Points(amount),
                crate::Scale::Percent => By::Percent(amount),
            };
            Some((Movable::Lever(*lever), Move::at_once(by)))
        };
        Self { moves: Lever::ALL.iter().filter_map(motion).collect(), churn_scope: levers.churn_scope }
    }
}

/// Over which time a metric is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Basis {
    /// The book's window.
    #[default]
    Window,
    /// A year, as the benchmarks are.
    Year,
}

impl Basis {
    /// The metric's value.
    ///
    /// # Errors
    ///
    /// The reason why there is none.
    pub fn value(self, book: &Book, metric: &'static Metric) -> Outcome {
        match self {
            Self::Window => book.evaluate(metric),
            Self::Year => book.annual(metric),
        }
    }
}
