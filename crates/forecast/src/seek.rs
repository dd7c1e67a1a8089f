//! Goal-seek: the value of one figure at which a metric reaches a goal, by inverting the formula.

use plimsoll_metrics::{
    Book, Compounding, Exact, Expression, Figure, Metric, Term, Undefined, Window, rescale,
};

/// Why no value of the figure reaches the goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotReachable {
    /// The figure does not stand in the formula, or stands behind a metric that was entered as known.
    NotInFormula,
    /// The figure stands in the formula more than once, so it cannot be inverted.
    MoreThanOnce,
    /// The formula takes two values to one, or sums over time, so it cannot be inverted.
    CannotBeInverted,
    /// Another part of the formula has no value.
    Undefined(Undefined),
    /// The figure would have to be divided by zero: no value of it changes the metric.
    NoEffect,
}

/// The value of `figure` at which `metric` is exactly `goal`, over the book's window, all else as it is.
///
/// The value may be one that the figure does not accept (below zero); the caller decides what to say then.
///
/// # Errors
///
/// Says why no value can be given; see [`NotReachable`].
///
/// ```
/// use plimsoll_forecast::seek;
/// use plimsoll_metrics::{Book, Exact, Window, figures, metrics};
///
/// let mut book = Book::new(Window::Year);
/// book.set(&figures::START_CUSTOMERS, Exact::from(200));
/// let lost = seek(&book, &metrics::LOGO_CHURN, &figures::LOST_CUSTOMERS, &Exact::percent(4));
/// assert_eq!(lost, Ok(Exact::from(8)));
/// ```
pub fn seek(
    book: &Book,
    metric: &'static Metric,
    figure: &'static Figure,
    goal: &Exact,
) -> Result<Exact, NotReachable> {
    if book.stand_in(metric).is_some() {
        return Err(NotReachable::NotInFormula);
    }
    let formula = &book.convention(metric).formula;
    match occurrences(book, formula, figure) {
        0 => Err(NotReachable::NotInFormula),
        1 => invert(book, formula, figure, goal.clone()),
        _ => Err(NotReachable::MoreThanOnce),
    }
}

/// How often the figure stands in the formula, where a metric entered as known hides what it rests on.
pub(crate) fn occurrences(book: &Book, expression: &Expression, figure: &'static Figure) -> usize {
    match expression {
        Expression::Figure(leaf) => usize::from(*leaf == figure),
        Expression::Metric(metric) if book.stand_in(metric).is_some() => 0,
        Expression::Metric(metric) => occurrences(book, &book.convention(metric).formula, figure),
        _ => expression
            .parts()
            .into_iter()
            .map(|part| occurrences(book, part, figure))
            .fold(0, usize::saturating_add),
    }
}

/// What the figure is worth where the expression, in which it stands once, is worth `goal`.
fn invert(
    book: &Book,
    expression: &'static Expression,
    figure: &'static Figure,
    goal: Exact,
) -> Result<Exact, NotReachable> {
    let holds = |part: &&'static Expression| occurrences(book, part, figure) == 1;
    match expression {
        Expression::Figure(_) => Ok(goal),
        Expression::Constant(_) | Expression::WindowMonths => Err(NotReachable::NotInFormula),
        Expression::Metric(metric) => invert(book, &book.convention(metric).formula, figure, goal),
        // The whole number itself is rounded up to itself.
        Expression::RoundUp(part) => invert(book, part, figure, goal),
        Expression::FromYear(factor) => {
            let yearly = rescale(&goal, Compounding::Kept, book.window(), Window::Year);
            invert(book, factor, figure, yearly.ok_or(NotReachable::NoEffect)?)
        }
        Expression::Absolute(_) | Expression::GeometricSum { .. } => Err(NotReachable::CannotBeInverted),
        Expression::InMonths(span) => {
            let months = Exact::from(i64::from(book.window().months()));
            invert(book, span, figure, divide(&goal, &months)?)
        }
        Expression::Quotient { over, under, .. } if holds(over) => {
            invert(book, over, figure, goal.times(&value(book, under)?))
        }
        Expression::Quotient { over, under, .. } => {
            invert(book, under, figure, divide(&value(book, over)?, &goal)?)
        }
        Expression::Sum(terms) => {
            let is_it = |term: &&'static Term| holds(&term.expression());
            let found = terms.iter().find(is_it).ok_or(NotReachable::NotInFormula)?;
            let mut rest = goal;
            for term in terms.iter().filter(|term| !is_it(term)) {
                let part = value(book, term.expression())?;
                rest = if term.is_minus() { rest.plus(&part) } else { rest.minus(&part) };
            }
            let goal = if found.is_minus() { Exact::zero().minus(&rest) } else { rest };
            invert(book, found.expression(), figure, goal)
        }
        Expression::Product(factors) => {
            let found = factors.iter().find(holds).ok_or(NotReachable::NotInFormula)?;
            let mut rest = goal;
            for factor in factors.iter().filter(|factor| !holds(factor)) {
                rest = divide(&rest, &value(book, factor)?)?;
            }
            invert(book, found, figure, rest)
        }
    }
}

fn value(book: &Book, expression: &'static Expression) -> Result<Exact, NotReachable> {
    expression.evaluate(book).map_err(NotReachable::Undefined)
}

fn divide(over: &Exact, under: &Exact) -> Result<Exact, NotReachable> {
    over.divided_by(under).ok_or(NotReachable::NoEffect)
}
