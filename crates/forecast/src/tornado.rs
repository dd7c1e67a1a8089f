//! What one step of each figure does to a metric, largest first: the rows of a tornado.

use plimsoll_metrics::{Accepts, Book, Exact, Figure, Limit, Metric, Undefined, figures};

use crate::lever::{ChurnScope, Lever};
use crate::scenario::{Basis, Movable, MoveProblem, move_lever, set_figure};
use crate::seek::occurrences;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

/// Counts below this are stepped by one, others by 1 % of them.
const SMALL_COUNT: i64 = 100;

/// Why a step says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoStep {
    /// The figure or lever cannot go there: below zero, above 100 %.
    NotAccepted,
    /// Parts would be larger than their whole.
    LargerThanWhole(&'static Limit),
    /// There the metric has no value.
    Undefined(Undefined),
}

/// What one step of a figure or lever to either side does to a metric.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What is stepped.
    pub over: Movable,
    /// The size of the step: of the figure, or of the lever in its own scale.
    pub step: Exact,
    /// By how much the metric changes with a step less.
    pub down: Result<Exact, NoStep>,
    /// By how much the metric changes with a step more.
    pub up: Result<Exact, NoStep>,
}

impl Row {
    /// The larger of both changes, whatever its sign; zero where neither says anything.
    #[must_use]
    pub fn size(&self) -> Exact {
        let size =
            |change: &Result<Exact, NoStep>| change.as_ref().map_or_else(|_| Exact::zero(), Exact::abs);
        size(&self.down).max(size(&self.up))
    }
}

/// The size of one step of a figure at a value; nothing where there is no step to make, for an amount of zero.
///
/// A share steps by 1 point, a score by 1, a horizon by one year, an amount by 1 % of it, a count by 1 below a hundred and by
/// 1 %, rounded up to whole ones, from there: each is what a month of work might move, so that rows can be compared.
///
/// ```
/// use plimsoll_forecast::step_of;
/// use plimsoll_metrics::{Exact, figures};
/// assert_eq!(step_of(&figures::GROSS_MARGIN, &Exact::percent(80)), Some(Exact::percent(1)));
/// assert_eq!(step_of(&figures::START_MRR, &Exact::from(50_000)), Some(Exact::from(500)));
/// assert_eq!(step_of(&figures::LOST_CUSTOMERS, &Exact::from(12)), Some(Exact::one()));
/// assert_eq!(step_of(&figures::START_CUSTOMERS, &Exact::from(250)), Some(Exact::from(3)));
/// assert_eq!(step_of(&figures::NEW_MRR, &Exact::zero()), None);
/// ```
#[must_use]
pub fn step_of(figure: &Figure, value: &Exact) -> Option<Exact> {
    let hundredth = value.abs().times(&Exact::percent(1));
    let step = match figure.accepts {
        Accepts::Share => Exact::percent(1),
        Accepts::Score | Accepts::Horizon => Exact::one(),
        Accepts::Whole if *value < Exact::from(SMALL_COUNT) => Exact::one(),
        Accepts::Whole => hundredth.round_up(),
        Accepts::Amount => hundredth,
    };
    (!step.is_zero()).then_some(step)
}

/// The figures that a metric rests on, through the conventions that count, in the order of the form. What a metric entered as
/// known hides is not among them.
///
/// ```
/// use plimsoll_forecast::rests_on;
/// use plimsoll_metrics::{Book, Window, metrics};
/// let book = Book::new(Window::Year);
/// let figures: Vec<_> = rests_on(&book, &metrics::LOGO_CHURN).map(|figure| figure.slug).collect();
/// assert_eq!(figures, ["start-customers", "lost-customers"]);
/// ```
pub fn rests_on(book: &Book, metric: &'static Metric) -> impl Iterator<Item = &'static Figure> {
    let formula = book.stand_in(metric).is_none().then(|| &book.convention(metric).formula);
    figures::all().filter(move |figure| formula.is_some_and(|formula| occurrences(book, formula, figure) > 0))
}

/// What one step of each figure that a metric rests on does to it, or of each lever; largest first, and as they came where
/// two are alike. Each is worked out exactly, by taking the step. What has no value to step from is left out, and so are
/// levers that do not move it at all.
///
/// # Errors
///
/// The reason why the metric has no value.
///
/// ```
/// use plimsoll_forecast::{Basis, Movable, tornado};
/// use plimsoll_metrics::{Book, Exact, Window, figures, metrics};
///
/// let mut book = Book::new(Window::Year);
/// book.set(&figures::START_MRR, Exact::from(100_000));
/// book.set(&figures::EXPANSION_MRR, Exact::from(20_000));
/// book.set(&figures::CONTRACTION_MRR, Exact::from(2_000));
/// book.set(&figures::CHURNED_MRR, Exact::from(8_000));
/// let figures = tornado(&book, &metrics::NET_REVENUE_RETENTION, Basis::Window, None).unwrap();
/// let rows: Vec<_> = figures.iter().map(|row| (row.over, row.up.clone().unwrap())).collect();
/// assert_eq!(rows[0], (Movable::Figure(&figures::EXPANSION_MRR), Exact::per_mille(2)));
/// assert_eq!(rows[3].0, Movable::Figure(&figures::CONTRACTION_MRR));
/// ```
pub fn tornado(
    book: &Book,
    metric: &'static Metric,
    basis: Basis,
    levers: Option<ChurnScope>,
) -> Result<Vec<Row>, Undefined> {
    let now = basis.value(book, metric)?;
    let change = |moved: Result<Book, MoveProblem>| -> Result<Exact, NoStep> {
        let there =
            basis.value(&moved.map_err(|problem| refused(&problem))?, metric).map_err(NoStep::Undefined)?;
        Ok(there.minus(&now))
    };
    let mut rows: Vec<Row> = match levers {
        None => rests_on(book, metric)
            .filter_map(|figure| {
                let value = book.counted(figure)?;
                let step = step_of(figure, &value)?;
                let down = change(set_figure(book, figure, value.minus(&step)));
                let up = change(set_figure(book, figure, value.plus(&step)));
                Some(Row { over: Movable::Figure(figure), step, down, up })
            })
            .collect(),
        Some(scope) => Lever::ALL
            .into_iter()
            .map(|lever| {
                let step = Exact::percent(1);
                let down = change(move_lever(book, lever, &Exact::zero().minus(&step), scope));
                let up = change(move_lever(book, lever, &step, scope));
                Row { over: Movable::Lever(lever), step, down, up }
            })
            .filter(|row| !row.size().is_zero())
            .collect(),
    };
    rows.sort_by_cached_key(|row| std::cmp::Reverse(row.size()));
    Ok(rows)
}

fn refused(problem: &MoveProblem) -> NoStep {
    match problem {
        MoveProblem::LargerThanWhole(limit) => NoStep::LargerThanWhole(limit),
        _ => NoStep::NotAccepted,
    }
}
