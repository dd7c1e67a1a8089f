//! The answer to a goal, in sentences.

use std::borrow::Cow;

use plimsoll_forecast::{Basis, Goal, Levers, Movable, Nearest, OutOfReach, Reached, WhyNot, reach};
use plimsoll_metrics::{Exact, Unit, Window, figures};

use super::goal::Sought;
use super::take;
use crate::sentence::{figure_takes, inline, lever_label, lever_takes, list, why_not};
use crate::state::State;
use crate::view::{GoalOutcome, GoalTake};

/// The most figures that are named beside a lever.
const MOST_FIGURES: usize = 3;

/// The name of what may move, inside of a sentence.
fn over_name(over: Movable) -> String {
    inline(match over {
        Movable::Lever(lever) => lever_label(lever),
        Movable::Figure(figure) => figure.term,
    })
}

impl Sought<'_> {
    pub(super) fn answer(
        &self,
        state: &State,
        goal: &Goal<'_>,
    ) -> (String, GoalOutcome, Vec<String>, Option<GoalTake>) {
        let found = self.found(goal);
        let sentence = self.sentence(goal, &found);
        match found {
            Err(_) => (sentence, GoalOutcome::OutOfReach, Vec::new(), None),
            Ok(reached) if reached.already => (sentence, GoalOutcome::Reached, Vec::new(), None),
            Ok(reached) => {
                let take = take::show(self, state, goal, &reached);
                (sentence, GoalOutcome::Reached, self.notes(&reached), take)
            }
        }
    }

    /// Where the goal is reached.
    pub(crate) fn found(&self, goal: &Goal<'_>) -> Result<Reached, OutOfReach> {
        let context = self.context;
        let (scope, decimals) = (context.read.levers.churn_scope, context.writer.currency.decimals());
        reach(context.before, self.metric, goal, self.over, scope, decimals)
    }

    /// That in a sentence.
    pub(crate) fn sentence(&self, goal: &Goal<'_>, found: &Result<Reached, OutOfReach>) -> String {
        match found {
            Err(out) => self.out_of_reach(goal, out),
            Ok(reached) if reached.already => self.already(goal, reached),
            Ok(reached) => {
                [&self.takes(goal, &reached.at, reached.change.as_ref(), &reached.value), "."].concat()
            }
        }
    }

    /// "Logo churn is 4.0% a year, in “Good”, already: nothing has to move."
    fn already(&self, goal: &Goal<'_>, reached: &Reached) -> String {
        let value = self.value(goal, &reached.value);
        let band = self.band(goal, &reached.value).map(|(name, _)| [", in “", &name, "”"].concat());
        let term = self.metric.term;
        [term, " is ", &value, &band.unwrap_or_default(), " already: nothing has to move."].concat()
    }

    /// "Customers lost from 50 to 37, 13 fewer, take logo churn to 14.8% a year, into “Acceptable”"
    fn takes(&self, goal: &Goal<'_>, at: &Exact, change: Option<&Exact>, value: &Exact) -> String {
        let writer = &self.context.writer;
        let moved = match self.over {
            Movable::Figure(figure) => figure_takes(figure, at, change, writer),
            Movable::Lever(lever) => lever_takes(lever, at, writer),
        };
        let band = self.band(goal, value).map(|(name, is_other)| {
            let stands = if is_other { ", into “" } else { ", still “" };
            [stands, &name, "”"].concat()
        });
        let name = inline(self.metric.short());
        [&moved, &name, " to ", &self.value(goal, value), &band.unwrap_or_default()].concat()
    }

    /// The value with its unit; with as many digits as keep it in its band, where it is what is graded.
    fn value(&self, goal: &Goal<'_>, value: &Exact) -> String {
        let (writer, metric) = (&self.context.writer, self.metric);
        let is_rate = metric.unit == Unit::Percent && metric.depends_on_window();
        let text = self.scale.as_ref().filter(|_| self.is_annual(goal)).map_or_else(
            || writer.value(metric.unit, value),
            |scale| writer.graded(metric.unit, value, scale).0,
        );
        let unit = match goal.basis() {
            Basis::Year if is_rate => "a year".into(),
            _ => writer.unit_of(metric),
        };
        if unit.is_empty() { text } else { [&text, " ", &unit].concat() }
    }

    fn is_annual(&self, goal: &Goal<'_>) -> bool {
        goal.basis() == Basis::Year
            || !self.metric.depends_on_window()
            || self.context.writer.window == Window::Year
    }

    /// The band of a value, and whether it is another one than now.
    fn band(&self, goal: &Goal<'_>, value: &Exact) -> Option<(Cow<'static, str>, bool)> {
        let scale = self.scale.as_ref().filter(|_| self.is_annual(goal))?;
        let grade = scale.grade(value)?;
        let now = self.context.before.annual(self.metric).ok().and_then(|now| scale.grade(&now));
        Some((grade.band.name, now.is_none_or(|now| now.position != grade.position)))
    }

    /// The line itself, and other places in range.
    pub(crate) fn notes(&self, reached: &Reached) -> Vec<String> {
        let at = |at: &Exact| match self.over {
            Movable::Figure(figure) => self.context.writer.figure(figure, at),
            Movable::Lever(lever) => take::lever_setting(&self.context.writer, lever, at),
        };
        let exact = reached.exact.as_ref().filter(|exact| **exact != reached.at).map(&at);
        // What differs in digits that are not shown is no other number to a reader.
        let exact = exact.filter(|exact| *exact != at(&reached.at)).map(|exact| {
            ["The line itself is at ", &exact, ", rounded to the side that reaches the goal."].concat()
        });
        let others: Vec<String> = reached.all.iter().filter(|other| **other != reached.at).map(at).collect();
        let others = (!others.is_empty())
            .then(|| ["The goal also starts or stops to be met at ", &list(&others), "."].concat());
        let base = self.context.moved.then(|| "The levers of the overview are left out here.".into());
        self.figures_moved(&reached.at).into_iter().chain(exact).chain(others).chain(base).collect()
    }

    /// "Not reachable, because … The nearest: …"
    fn out_of_reach(&self, goal: &Goal<'_>, out: &OutOfReach) -> String {
        let name = inline(self.metric.short());
        let why = self.range_end(out).unwrap_or_else(|| why_not(&out.why, &name, &over_name(self.over)));
        let nearest = out.nearest.as_deref().map(|Nearest { at, value }| {
            let now = match self.over {
                Movable::Figure(figure) => self.context.before.counted(figure),
                Movable::Lever(_) => None,
            };
            let change = now.map(|now| at.minus(&now));
            [" Nearest: ", &inline(&self.takes(goal, at, change.as_ref(), value)), "."].concat()
        });
        ["Not reachable, because ", &why, &nearest.unwrap_or_default()].concat()
    }

    /// "churned MRR cannot go below $0": where the range ends.
    fn range_end(&self, out: &OutOfReach) -> Option<String> {
        let nearest = out.nearest.as_deref().filter(|_| out.why == WhyNot::RangeEnds)?;
        let writer = &self.context.writer;
        let (end, is_below) = match self.over {
            Movable::Figure(figure) => {
                let now = self.context.before.counted(figure).unwrap_or_else(Exact::zero);
                (writer.figure(figure, &nearest.at), nearest.at <= now)
            }
            Movable::Lever(lever) => {
                (take::lever_setting(writer, lever, &nearest.at), nearest.at.is_negative())
            }
        };
        let side = if is_below { " cannot go below " } else { " cannot go above " };
        Some([&over_name(self.over), side, &end, "."].concat())
    }

    /// "That is expansion MRR from $28,800 to $68,424.": the figures that a lever moves, where they are few.
    fn figures_moved(&self, amount: &Exact) -> Option<String> {
        let Movable::Lever(lever) = self.over else { return None };
        let churn_scope = self.context.read.levers.churn_scope;
        let levers = Levers { moves: [(lever, amount.clone())].into_iter().collect(), churn_scope };
        let (before, after) = (self.context.before, levers.apply(self.context.before).book);
        let moved = figures::all().filter_map(|figure| {
            let (from, to) = (before.figure(figure)?, after.figure(figure)?);
            let write = |value| self.context.writer.rounded(figure, value);
            (from != to).then(|| [&inline(figure.term), " from ", &write(from), " to ", &write(to)].concat())
        });
        let moved: Vec<String> = moved.collect();
        (1..=MOST_FIGURES).contains(&moved.len()).then(|| ["That is ", &list(&moved), "."].concat())
    }
}
