//! One move of one thing.

use plimsoll_metrics::figures::{
    CHURNED_MRR, CONTRACTION_MRR, EXPANSION_MRR, GROSS_MARGIN, LIMITS, LOST_CUSTOMERS, START_CUSTOMERS,
    START_MRR,
};
use plimsoll_metrics::metrics::{ACQUISITION_COST, REVENUE_PER_ACCOUNT};
use plimsoll_metrics::{Accepts, Book, Exact, Figure, Limit, Undefined, Unit};

use super::{By, Movable, MoveProblem};
use crate::lever::{ChurnScope, Lever, LeverProblem, Levers, Scale, churn_of_start};

/// The book after this share of a move.
pub(crate) fn move_by(
    book: &Book,
    over: Movable,
    by: &By,
    share: &Exact,
    scope: ChurnScope,
) -> Result<Book, MoveProblem> {
    match over {
        Movable::Lever(lever) => move_lever(book, lever, &lever_amount(book, lever, by)?.times(share), scope),
        Movable::Figure(figure) => set_figure(book, figure, figure_value(book, figure, by, share)?),
    }
}

pub(crate) fn move_lever(
    book: &Book,
    lever: Lever,
    amount: &Exact,
    scope: ChurnScope,
) -> Result<Book, MoveProblem> {
    let levers = Levers { moves: [(lever, amount.clone())].into_iter().collect(), churn_scope: scope };
    let moved = levers.apply(book);
    match moved.problems.into_iter().next() {
        Some((_, problem)) => Err(MoveProblem::Lever(problem)),
        None => Ok(moved.book),
    }
}

/// The movement in the lever's own scale.
fn lever_amount(book: &Book, lever: Lever, by: &By) -> Result<Exact, MoveProblem> {
    match (lever.scale(), by) {
        (Scale::Points, By::Points(amount)) | (Scale::Percent, By::Percent(amount)) => Ok(amount.clone()),
        (Scale::Percent, By::Points(_)) => Err(MoveProblem::NotInPoints),
        (_, By::To(value)) if value.is_negative() => Err(MoveProblem::Lever(LeverProblem::BelowZero)),
        (Scale::Points, By::Percent(percent)) => Ok(level(book, lever)?.times(percent)),
        (Scale::Points, By::To(value)) => Ok(value.minus(&level(book, lever)?)),
        (Scale::Percent, By::To(value)) => {
            let factor = value.divided_by(&level(book, lever)?).ok_or(MoveProblem::NothingToScale)?;
            Ok(factor.minus(&Exact::one()))
        }
    }
}

/// What the lever moves, as it stands.
pub(crate) fn level(book: &Book, lever: Lever) -> Result<Exact, MoveProblem> {
    let share = |part: &'static Figure| book.figure(part)?.divided_by(book.figure(&START_MRR)?);
    let flow = |part: &'static Figure| share(part).ok_or_else(|| nothing(vec![&START_MRR, part]));
    match lever {
        Lever::Churn => {
            let churn = churn_of_start(book).or_else(|| share(&CHURNED_MRR));
            churn.ok_or_else(|| nothing(vec![&START_CUSTOMERS, &LOST_CUSTOMERS]))
        }
        Lever::Contraction => flow(&CONTRACTION_MRR),
        Lever::Expansion => flow(&EXPANSION_MRR),
        Lever::GrossMargin => book.figure(&GROSS_MARGIN).cloned().ok_or_else(|| nothing(vec![&GROSS_MARGIN])),
        Lever::Price => book.evaluate(&REVENUE_PER_ACCOUNT).map_err(no_level),
        Lever::AcquisitionCost => book.evaluate(&ACQUISITION_COST).map_err(no_level),
    }
}

fn nothing(figures: Vec<&'static Figure>) -> MoveProblem {
    MoveProblem::Lever(LeverProblem::NothingToMove(figures))
}

fn no_level(reason: Undefined) -> MoveProblem {
    match reason {
        Undefined::Missing(figures) => nothing(figures),
        _ => MoveProblem::NothingToScale,
    }
}

/// What the figure is after this share of the move.
fn figure_value(book: &Book, figure: &'static Figure, by: &By, share: &Exact) -> Result<Exact, MoveProblem> {
    let now = match (book.counted(figure), by) {
        (Some(now), _) => now,
        // What has no value yet can be given one, yet not be led there from anywhere.
        (None, By::To(value)) if *share == Exact::one() => value.clone(),
        (None, _) => return Err(nothing(vec![figure])),
    };
    let change = match by {
        By::Points(points) if figure.unit == Unit::Percent => points.clone(),
        By::Points(points) if figure.accepts == Accepts::Score => points.times(&Exact::from(100)),
        By::Points(_) => return Err(MoveProblem::NotInPoints),
        By::Percent(percent) => now.times(percent),
        By::To(value) => value.minus(&now),
    };
    Ok(now.plus(&change.times(share)))
}

/// The book with another value of a figure, where the figure accepts it and its limits hold.
pub(crate) fn set_figure(book: &Book, figure: &'static Figure, value: Exact) -> Result<Book, MoveProblem> {
    let is_fraction_of_count = figure.accepts == Accepts::Whole && !value.is_negative();
    if !figure.accepts(&value) && !is_fraction_of_count {
        return Err(MoveProblem::NotAccepted);
    }
    let mut moved = book.clone();
    moved.set(figure, value);
    match broken_limit(book, &moved, figure) {
        Some(limit) => Err(MoveProblem::LargerThanWhole(limit)),
        None => Ok(moved),
    }
}

/// A limit on the figure that held before and does not hold any more.
pub(crate) fn broken_limit(before: &Book, after: &Book, figure: &'static Figure) -> Option<&'static Limit> {
    LIMITS.iter().find(|limit| {
        (limit.whole == figure || limit.parts.contains(&figure))
            && limit.is_broken(|figure| after.counted(figure))
            && !limit.is_broken(|figure| before.counted(figure))
    })
}
