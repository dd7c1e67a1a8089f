//! Levers: what a person may move to ask "what if", and the book that follows.

use plimsoll_metrics::figures::{
    ACQUISITION_SPEND, CHURNED_BY_MONTH, CHURNED_MRR, CONTRACTION_BY_MONTH, CONTRACTION_MRR,
    EXPANSION_BY_MONTH, EXPANSION_MRR, GROSS_MARGIN, INVOLUNTARY_LOST, LOST_CUSTOMERS, NEW_MRR,
    REACTIVATED_MRR, START_CUSTOMERS, START_MRR,
};
use plimsoll_metrics::metrics::LOGO_CHURN;
use plimsoll_metrics::{Book, Exact, Few, Figure};

use crate::response;

/// How a lever's movement is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Percentage points, added.
    Points,
    /// Percent of what there is, multiplied.
    Percent,
}

/// Something that a person may move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lever {
    /// Points of logo churn in the window; customers lost and churned MRR follow by one factor.
    Churn,
    /// Points of the starting MRR that customers cut back.
    Contraction,
    /// Points of the starting MRR that customers buy on top.
    Expansion,
    /// Percent on every price: all MRR scales alike, so retention stays.
    Price,
    /// Points of gross margin.
    GrossMargin,
    /// Percent on what a customer costs to win.
    AcquisitionCost,
}

impl Lever {
    /// Every lever, in reading order.
    pub const ALL: [Self; 6] = [
        Self::Churn,
        Self::Contraction,
        Self::Expansion,
        Self::Price,
        Self::GrossMargin,
        Self::AcquisitionCost,
    ];

    /// The name under which it is stored and linked.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Churn => "churn",
            Self::Contraction => "contraction",
            Self::Expansion => "expansion",
            Self::Price => "price",
            Self::GrossMargin => "gross-margin",
            Self::AcquisitionCost => "acquisition-cost",
        }
    }

    /// How its movement is counted.
    #[must_use]
    pub const fn scale(self) -> Scale {
        match self {
            Self::Churn | Self::Contraction | Self::Expansion | Self::GrossMargin => Scale::Points,
            Self::Price | Self::AcquisitionCost => Scale::Percent,
        }
    }
}

/// What the churn lever moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum ChurnScope {
    /// Customers lost and churned MRR together, by the same factor.
    #[default]
    Both,
    /// Customers lost alone.
    Customers,
    /// Churned MRR alone.
    Revenue,
}

impl ChurnScope {
    pub(crate) const fn moves_customers(self) -> bool {
        matches!(self, Self::Both | Self::Customers)
    }

    pub(crate) const fn moves_revenue(self) -> bool {
        matches!(self, Self::Both | Self::Revenue)
    }
}

/// Why a lever could not be moved as asked. The other levers still are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeverProblem {
    /// Churn would be above 100 %.
    ChurnAboveWhole,
    /// The gross margin would leave 0 % to 100 %.
    MarginOutside,
    /// The price or cost would fall below zero.
    BelowZero,
    /// There is nothing yet that the lever could move; these figures would change that.
    NothingToMove(Vec<&'static Figure>),
}

/// The levers as they are set. One that is not in the map rests at zero.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levers {
    /// Movements: points and percent as fractions, so −2 points are `Exact::percent(-2)`.
    pub moves: Few<Lever, Exact>,
    /// What the churn lever moves.
    pub churn_scope: ChurnScope,
}

/// The book after the levers, and what could not be moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The book after the levers. Levered counts of customers may be fractional.
    pub book: Book,
    /// What could not be moved as asked.
    pub problems: Vec<(Lever, LeverProblem)>,
}

impl Levers {
    /// Whether every lever rests at zero.
    #[must_use]
    pub fn at_rest(&self) -> bool {
        self.moves.iter().all(|(_, amount)| amount.is_zero())
    }

    /// The book after the levers, all measured against the same starting book.
    ///
    /// ```
    /// use plimsoll_forecast::{Lever, Levers};
    /// use plimsoll_metrics::{Book, Exact, Window, figures, metrics};
    ///
    /// let mut book = Book::new(Window::Year);
    /// book.set(&figures::START_CUSTOMERS, Exact::from(250));
    /// book.set(&figures::LOST_CUSTOMERS, Exact::from(50));
    /// let levers = Levers { moves: [(Lever::Churn, Exact::percent(-2))].into_iter().collect(), ..Levers::default() };
    /// assert_eq!(levers.apply(&book).book.evaluate(&metrics::LOGO_CHURN), Ok(Exact::percent(18)));
    /// ```
    #[must_use]
    pub fn apply(&self, book: &Book) -> Moved {
        let mut moved = Moved { book: book.clone(), problems: Vec::new() };
        // In the order of the levers, not of the movements: a price scales what the levers before it have moved.
        for lever in &Lever::ALL {
            let Some(amount) = self.moves.get(lever).filter(|amount| !amount.is_zero()) else { continue };
            let figures = match lever {
                Lever::Churn => churn(book, &mut moved.book, amount, self.churn_scope),
                Lever::Contraction => points_of_start(book, &mut moved.book, &CONTRACTION_MRR, amount),
                Lever::Expansion => points_of_start(book, &mut moved.book, &EXPANSION_MRR, amount),
                Lever::Price => price(&mut moved.book, amount),
                Lever::GrossMargin => margin(&mut moved.book, amount),
                Lever::AcquisitionCost => acquisition_cost(&mut moved.book, amount),
            };
            let known = figures.as_ref().map_or(Ok(false), |_| {
                response::shift_known(book, &mut moved.book, *lever, amount, self.churn_scope)
            });
            match (figures, known) {
                (Err(problem), _) | (_, Err(problem)) => moved.problems.push((*lever, problem)),
                (Ok(Reach::Nothing(missing)), Ok(false)) => {
                    moved.problems.push((*lever, LeverProblem::NothingToMove(missing)));
                }
                (Ok(_), Ok(_)) => {}
            }
        }
        moved
    }
}

/// Whether a lever found figures to move.
enum Reach {
    Figures,
    Nothing(Vec<&'static Figure>),
}

type Movement = Result<Reach, LeverProblem>;

/// Logo churn on the customers of the start, whichever convention it is shown by: what the churn lever's points are of. The
/// other conventions change their base with what is lost, so that no factor would move them by just so many points.
pub(crate) fn churn_of_start(book: &Book) -> Option<Exact> {
    let mut own = book.clone();
    own.choose(&LOGO_CHURN);
    own.evaluate(&LOGO_CHURN).ok()
}

/// Scales customers lost and churned MRR by the factor that moves logo churn by these points.
fn churn(before: &Book, after: &mut Book, points: &Exact, scope: ChurnScope) -> Movement {
    let share = |part: &'static Figure, whole: &'static Figure| {
        before.figure(part)?.divided_by(before.figure(whole)?)
    };
    let logo = churn_of_start(before);
    let Some(base) = logo.or_else(|| share(&CHURNED_MRR, &START_MRR)) else {
        return Ok(Reach::Nothing(vec![&START_CUSTOMERS, &LOST_CUSTOMERS]));
    };
    let goal = floor(base.plus(points));
    if goal > Exact::one() {
        return Err(LeverProblem::ChurnAboveWhole);
    }
    let factor = goal.divided_by(&base);
    let mut reached = false;
    for (part, whole, moves) in [
        (&LOST_CUSTOMERS, &START_CUSTOMERS, scope.moves_customers()),
        (&CHURNED_MRR, &START_MRR, scope.moves_revenue()),
        (&CHURNED_BY_MONTH, &START_MRR, scope.moves_revenue()),
    ] {
        let (Some(lost), true) = (before.figure(part), moves) else { continue };
        // With no churn there is nothing to scale: the points themselves are lost, of customers and MRR alike.
        let lost = match (&factor, before.figure(whole)) {
            (Some(factor), _) => lost.times(factor),
            (None, Some(whole)) => whole.times(&goal),
            (None, None) => continue,
        };
        after.set(part, lost);
        reached = true;
    }
    // Who is lost through payment is among the lost, and falls with them.
    if let (Some(factor), true) = (&factor, scope.moves_customers()) {
        scale(after, &[&INVOLUNTARY_LOST], factor);
    }
    Ok(if reached { Reach::Figures } else { Reach::Nothing(vec![&START_CUSTOMERS, &LOST_CUSTOMERS]) })
}

/// Adds points of the starting MRR to a flow, down to none.
fn points_of_start(before: &Book, after: &mut Book, flow: &'static Figure, points: &Exact) -> Movement {
    let (Some(start), Some(amount)) = (before.figure(&START_MRR), before.figure(flow)) else {
        return Ok(Reach::Nothing(vec![&START_MRR, flow]));
    };
    after.set(flow, floor(amount.plus(&start.times(points))));
    // The same flow counted month by month moves by as much.
    let by_month = if *flow == EXPANSION_MRR { &EXPANSION_BY_MONTH } else { &CONTRACTION_BY_MONTH };
    if let Some(amount) = before.figure(by_month) {
        after.set(by_month, floor(amount.plus(&start.times(points))));
    }
    Ok(Reach::Figures)
}

/// Scales all MRR alike, what other levers have moved included.
fn price(after: &mut Book, percent: &Exact) -> Movement {
    let factor = factor(percent)?;
    // Those that only some have are no answer to what to enter.
    scale(after, &[&REACTIVATED_MRR, &EXPANSION_BY_MONTH, &CONTRACTION_BY_MONTH, &CHURNED_BY_MONTH], &factor);
    let flows = [&START_MRR, &NEW_MRR, &EXPANSION_MRR, &CONTRACTION_MRR, &CHURNED_MRR];
    Ok(scale(after, &flows, &factor))
}

fn acquisition_cost(after: &mut Book, percent: &Exact) -> Movement {
    let factor = factor(percent)?;
    Ok(scale(after, &[&ACQUISITION_SPEND], &factor))
}

fn margin(after: &mut Book, points: &Exact) -> Movement {
    let Some(moved) = after.figure(&GROSS_MARGIN).map(|margin| margin.plus(points)) else {
        return Ok(Reach::Nothing(vec![&GROSS_MARGIN]));
    };
    if !GROSS_MARGIN.accepts(&moved) {
        return Err(LeverProblem::MarginOutside);
    }
    after.set(&GROSS_MARGIN, moved);
    Ok(Reach::Figures)
}

fn scale(after: &mut Book, figures: &[&'static Figure], factor: &Exact) -> Reach {
    let mut reached = false;
    for figure in figures {
        if let Some(scaled) = after.figure(figure).map(|value| value.times(factor)) {
            after.set(figure, scaled);
            reached = true;
        }
    }
    if reached { Reach::Figures } else { Reach::Nothing(figures.to_vec()) }
}

/// One plus the percent, refused below zero.
pub(crate) fn factor(percent: &Exact) -> Result<Exact, LeverProblem> {
    let factor = Exact::one().plus(percent);
    if factor.is_negative() { Err(LeverProblem::BelowZero) } else { Ok(factor) }
}

/// The value, or zero where it is below: a loss cannot fall under none.
pub(crate) fn floor(value: Exact) -> Exact {
    if value.is_negative() { Exact::zero() } else { value }
}
