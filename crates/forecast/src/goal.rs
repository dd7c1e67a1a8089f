//! Goals: at which value of a figure, or movement of a lever, a metric gets where it shall.
//!
//! The formula is inverted where it can be (see [`seek`]); else the range is looked through for places where the goal starts
//! or stops to be met, each bracketed and halved down to the finest unit, on exact evaluation throughout.

use plimsoll_metrics::benchmarks::Scale;
use plimsoll_metrics::{Annualising, Book, Direction, Exact, Figure, Metric, Undefined, Window};

use crate::lever::ChurnScope;
use crate::scenario::{Basis, Movable};
use crate::seek::{occurrences, seek};

mod dial;
mod search;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

use dial::Dial;
use search::{Found, search};

/// Where a metric shall get.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal<'a> {
    /// This value. What must be rounded is rounded to the side that is better for the metric.
    Value(Exact, Basis),
    /// This value or more.
    AtLeast(Exact, Basis),
    /// This value or less.
    AtMost(Exact, Basis),
    /// The band of a scale at this position, or a better one; over a year, as bands are.
    Band(&'a Scale, usize),
    /// The target line of a scale met; over a year.
    Target(&'a Scale),
}

/// How a goal is reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    /// The value of the figure, or the lever's movement in its own scale, nearest to what there is: in the finest unit, rounded
    /// to the side that reaches the goal.
    pub at: Exact,
    /// That less what there is now; nothing where there is nothing yet. For a lever it is the movement itself.
    pub change: Option<Exact>,
    /// The metric there.
    pub value: Exact,
    /// Where the metric is exactly on the line, before rounding; nothing where the formula was not inverted.
    pub exact: Option<Exact>,
    /// Every place in the range at which the goal starts or stops to be met, lowest first, each on the side that meets it.
    pub all: Vec<Exact>,
    /// Whether the goal is met as things are, so that `at` is what there is. Never so for [`Goal::Value`].
    pub already: bool,
}

/// What comes nearest to a goal that cannot be reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// The value of the figure, or the lever's movement.
    pub at: Exact,
    /// The metric there.
    pub value: Exact,
}

/// Why a goal cannot be reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// The figure does not stand in the formula, or stands behind a metric that was entered as known.
    NotInFormula,
    /// The scale has no band at this position, or no target.
    NoSuchLine,
    /// The metric has no value wherever this one is put.
    Undefined(Undefined),
    /// Whatever this one is, the metric stays the same.
    NoEffect,
    /// The range ends before: more than all cannot be lost, and a share is at most 100 %.
    RangeEnds,
    /// The metric turns back before it gets there.
    TurnsBack,
}

/// A goal that cannot be reached by this figure or lever alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutOfReach {
    /// Why.
    pub why: WhyNot,
    /// What comes nearest, where the metric has a value anywhere.
    pub nearest: Option<Box<Nearest>>,
}

impl From<WhyNot> for OutOfReach {
    fn from(why: WhyNot) -> Self {
        Self { why, nearest: None }
    }
}

impl Goal<'_> {
    /// Over which time the metric is held against the goal.
    #[must_use]
    pub const fn basis(&self) -> Basis {
        match self {
            Self::Value(_, basis) | Self::AtLeast(_, basis) | Self::AtMost(_, basis) => *basis,
            Self::Band(..) | Self::Target(_) => Basis::Year,
        }
    }

    /// Whether a value of the metric meets the goal. A cut or line belongs to the side that its source gives it to.
    #[must_use]
    pub fn is_met_by(&self, metric: &Metric, value: &Exact) -> bool {
        match self {
            Self::Value(goal, _) => match metric.direction {
                Direction::Higher => value >= goal,
                Direction::Lower => value <= goal,
            },
            Self::AtLeast(goal, _) => value >= goal,
            Self::AtMost(goal, _) => value <= goal,
            Self::Band(scale, position) => {
                let standing = scale.bands.get(*position).map(|band| band.standing);
                scale
                    .grade(value)
                    .is_some_and(|grade| standing.is_some_and(|least| grade.band.standing >= least))
            }
            Self::Target(scale) => {
                scale.grade(value).and_then(|grade| grade.target).is_some_and(|(_, is_met)| is_met)
            }
        }
    }

    /// The value on the line between meeting the goal and not; nothing where every value meets it.
    fn line(&self) -> Result<Option<Exact>, WhyNot> {
        match self {
            Self::Value(goal, _) | Self::AtLeast(goal, _) | Self::AtMost(goal, _) => Ok(Some(goal.clone())),
            Self::Target(scale) => match &scale.target {
                Some(target) => Ok(Some(target.value())),
                None => Err(WhyNot::NoSuchLine),
            },
            Self::Band(scale, position) => {
                let band = scale.bands.get(*position).ok_or(WhyNot::NoSuchLine)?;
                let starts = match scale.direction {
                    Direction::Higher => band.from,
                    Direction::Lower => position.checked_add(1).and_then(|next| scale.bands.get(next)?.from),
                };
                Ok(starts.map(|cut| cut.value()))
            }
        }
    }
}

/// The value of a figure, or the movement of a lever, at which a metric meets a goal, all else as it is.
///
/// `decimals` is how many decimals the currency's amounts have. A figure is looked for from zero to what its limits allow (a
/// million million where nothing does), a lever from taking all away to ten times as much, in hundredths of a point or percent.
///
/// # Errors
///
/// Says why the goal cannot be reached, and what comes nearest.
///
/// ```
/// use plimsoll_forecast::{Basis, ChurnScope, Goal, Lever, Movable, WhyNot, reach};
/// use plimsoll_metrics::{Book, Exact, Window, figures, metrics};
///
/// let mut book = Book::new(Window::Year);
/// book.set(&figures::START_CUSTOMERS, Exact::from(190));
/// book.set(&figures::LOST_CUSTOMERS, Exact::from(30));
/// let goal = Goal::Value(Exact::percent(5), Basis::Window);
/// let by = |over| reach(&book, &metrics::LOGO_CHURN, &goal, over, ChurnScope::Both, 2);
/// // 9.5 customers would be 5 %. Half a customer does not leave, and 10 are too many.
/// let reached = by(Movable::Figure(&figures::LOST_CUSTOMERS)).unwrap();
/// assert_eq!((reached.at, reached.exact), (Exact::from(9), Some(Exact::per_mille(9_500))));
/// let reached = by(Movable::Lever(Lever::Churn)).unwrap();
/// assert_eq!(reached.at.to_decimal(4).unwrap().to_string(), "-0.1079");
/// // 30 lost are 5 % of 600.
/// assert_eq!(by(Movable::Figure(&figures::START_CUSTOMERS)).unwrap().at, Exact::from(600));
/// assert_eq!(by(Movable::Lever(Lever::Price)).unwrap_err().why, WhyNot::NoEffect);
/// ```
pub fn reach(
    book: &Book,
    metric: &'static Metric,
    goal: &Goal<'_>,
    over: Movable,
    scope: ChurnScope,
    decimals: u32,
) -> Result<Reached, OutOfReach> {
    if let Movable::Figure(figure) = over
        && (book.stand_in(metric).is_some()
            || occurrences(book, &book.convention(metric).formula, figure) == 0)
    {
        return Err(WhyNot::NotInFormula.into());
    }
    let line = goal.line()?;
    let dial = Dial::new(book, over, scope, decimals);
    let sought = Sought { metric, goal, line, dial };
    if let Some(already) = sought.already() {
        return Ok(already);
    }
    match over {
        Movable::Figure(figure) => sought.inverted(figure),
        Movable::Lever(_) => None,
    }
    .map_or_else(|| sought.searched(), Ok)
}

/// A goal, and what is turned to reach it.
struct Sought<'a> {
    metric: &'static Metric,
    goal: &'a Goal<'a>,
    line: Option<Exact>,
    dial: Dial<'a>,
}

impl Sought<'_> {
    /// The metric at so many units.
    fn value(&self, units: i64) -> Option<Exact> {
        self.value_in(&self.dial.book_at(&self.dial.amount(units))?)
    }

    fn value_in(&self, book: &Book) -> Option<Exact> {
        self.goal.basis().value(book, self.metric).ok()
    }

    fn is_met_by(&self, value: &Exact) -> bool {
        self.goal.is_met_by(self.metric, value)
    }

    /// What there is, where that is good enough.
    fn already(&self) -> Option<Reached> {
        let value = self.value_in(self.dial.book).filter(|value| self.is_met_by(value))?;
        let now = self.dial.now.clone().filter(|_| !matches!(self.goal, Goal::Value(..)))?;
        Some(Reached {
            at: now,
            change: Some(Exact::zero()),
            value,
            exact: None,
            all: Vec::new(),
            already: true,
        })
    }

    /// The one place that the formula itself gives, in whole units next to it.
    fn inverted(&self, figure: &'static Figure) -> Option<Reached> {
        let book = self.dial.book;
        let window = match self.goal.basis() {
            Basis::Year if book.annualising() != Annualising::Compounded => return None,
            Basis::Year => Window::Year,
            Basis::Window => book.window(),
        };
        let line = self.metric.rescale(self.line.as_ref()?, window, book.window())?;
        let exact = seek(book, self.metric, figure, &line).ok()?;
        let units = self.dial.units_below(&exact)?;
        let near = [0, 1, -1, 2].into_iter().filter_map(|step: i64| units.checked_add(step));
        let mut met = near.filter_map(|units| {
            let value = self.value(units).filter(|value| self.is_met_by(value))?;
            Some((self.dial.amount(units), value))
        });
        // The nearest that meets it, which is where it starts to: next to it on the other side it is not met.
        let (at, value) = met.next()?;
        let exact = Some(exact).filter(|exact| self.dial.book_at(exact).is_some());
        Some(Reached { change: self.change(&at), all: vec![at.clone()], at, value, exact, already: false })
    }

    fn searched(&self) -> Result<Reached, OutOfReach> {
        let mut found =
            search(&self.dial, |units| self.value(units).map(|value| (self.is_met_by(&value), value)));
        // Where the metric begins to have a value is no place at which it has just this one.
        let is_value = matches!(self.goal, Goal::Value(..));
        if found.edges.is_empty() && (is_value || found.openings.is_empty()) {
            let best = search::nearest(&found, |units| self.distance(units));
            if self.value(best).is_some_and(|value| self.is_met_by(&value)) {
                let state = |units| self.value(units).map(|value| self.is_met_by(&value));
                search::look_around(&mut found, best, &state);
            }
        }
        if found.edges.is_empty() && !is_value {
            std::mem::swap(&mut found.edges, &mut found.openings);
        }
        let distance = |units: &i64| {
            let at = self.dial.amount(*units);
            self.dial.now.as_ref().map_or_else(|| at.abs(), |now| at.minus(now).abs())
        };
        let nearest = found.edges.iter().copied().min_by_key(distance);
        let Some((units, value)) = nearest.and_then(|units| Some((units, self.value(units)?))) else {
            return Err(self.out_of_reach(&found));
        };
        let at = self.dial.amount(units);
        let all = found.edges.iter().map(|units| self.dial.amount(*units)).collect();
        Ok(Reached { change: self.change(&at), at, value, exact: None, all, already: false })
    }

    fn change(&self, at: &Exact) -> Option<Exact> {
        Some(at.minus(self.dial.now.as_ref()?))
    }

    fn out_of_reach(&self, found: &Found) -> OutOfReach {
        let Some((first, last)) = found.values.first().zip(found.values.last()) else {
            let reason = self.goal.basis().value(self.dial.book, self.metric).err();
            return reason.map_or(WhyNot::NoEffect, WhyNot::Undefined).into();
        };
        if found.values.iter().all(|(_, value)| *value == first.1) {
            return OutOfReach { why: WhyNot::NoEffect, nearest: self.nearest(first.0) };
        }
        let best = search::nearest(found, |units| self.distance(units));
        let why = if [first.0, last.0].contains(&best) { WhyNot::RangeEnds } else { WhyNot::TurnsBack };
        OutOfReach { why, nearest: self.nearest(best) }
    }

    /// How far the metric is from the goal.
    fn distance(&self, units: i64) -> Option<Exact> {
        let value = self.value(units)?;
        let line = self.line.as_ref().filter(|_| !self.is_met_by(&value));
        Some(line.map_or_else(Exact::zero, |line| value.minus(line).abs()))
    }

    fn nearest(&self, units: i64) -> Option<Box<Nearest>> {
        Some(Box::new(Nearest { at: self.dial.amount(units), value: self.value(units)? }))
    }
}
