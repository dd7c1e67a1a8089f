//! At which value of a figure or lever a metric gets where it shall.

use plimsoll_forecast::{Movable, OutOfReach, Reached, WhyNot};
use plimsoll_metrics::benchmarks::Scale;
use plimsoll_metrics::{Exact, Metric};
use serde::{Deserialize, Serialize};

use super::given::movable;
use super::number::Quantity;
use super::problem::FieldProblem;
use super::words::WhyNotReached;
use crate::read;
use crate::sentence::{self, standing_slug};
use crate::show::{Aim, Context, Sought};

/// A goal, and what may move.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GoalGiven {
    /// The metric's slug.
    pub metric: String,
    /// The band's name or standing; empty where it is another goal.
    pub band: String,
    /// The value, as it is typed; empty where it is another goal. With neither it is the target line.
    pub value: String,
    /// The lever's slug; empty where a figure moves.
    pub lever: String,
    /// The figure's slug.
    pub figure: String,
}

/// How a goal is reached, or why it is not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Solution {
    /// Whether what may move can reach the goal.
    pub is_reachable: bool,
    /// Whether the goal is met as things are, so that nothing has to move.
    pub is_met: bool,
    /// The value of the figure, or the movement of the lever, rounded to the side that reaches the goal.
    pub at: Option<Quantity>,
    /// That less what there is now; null where there is nothing yet.
    pub change: Option<Quantity>,
    /// The metric there.
    pub value: Option<Quantity>,
    /// Where the metric is exactly on the line, before rounding; null where that is not known.
    pub exact: Option<Quantity>,
    /// Every place in range at which the goal starts or stops to be met, lowest first.
    pub all: Vec<Quantity>,
    /// Why the goal is out of reach; null where it is not.
    pub why_not: Option<WhyNotReached>,
    /// What comes nearest to a goal that is out of reach.
    pub nearest: Option<Nearest>,
    /// The answer in a sentence.
    pub sentence: String,
    /// What else is worth knowing.
    pub notes: Vec<String>,
    /// What is wrong with what was entered; empty where nothing is.
    pub problems: Vec<FieldProblem>,
}

/// What comes nearest to a goal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Nearest {
    /// The value of the figure, or the movement of the lever.
    pub at: Option<Quantity>,
    /// The metric there.
    pub value: Option<Quantity>,
}

/// Nothing where there is no such figure and lever.
pub(super) fn solve(
    context: &Context<'_>,
    metric: &'static Metric,
    goal: &GoalGiven,
    mut problems: Vec<FieldProblem>,
) -> Option<Solution> {
    let over = movable(&goal.lever, &goal.figure)?;
    let currency = context.writer.currency.code();
    let typed = read::quantity(&goal.value, context.read.mark, metric.unit, currency).within(metric.range);
    if let Some(problem) = &typed.problem {
        let sentence = sentence::problem(problem, currency, Some(metric));
        problems.push(FieldProblem { field: "goal.value".into(), sentence });
    }
    let scale = context.scale(metric);
    let band = scale.as_deref().and_then(|scale| band(scale, &goal.band));
    let aim = match band {
        Some(position) => Aim::Band(position),
        None if !goal.value.is_empty() => Aim::Value,
        None if goal.band.is_empty() && scale.as_deref().is_some_and(|scale| scale.target.is_some()) => {
            Aim::Target
        }
        None => return Some(no_line(metric, over, problems)),
    };
    let sought = Sought { context, metric, scale, aim, typed, over };
    let Some(goal) = sought.goal() else {
        let sentence = problems.last().map(|problem| problem.sentence.clone()).unwrap_or_default();
        return Some(Solution { sentence, problems, ..unreached(None, None) });
    };
    let found = sought.found(&goal);
    let sentence = sought.sentence(&goal, &found);
    Some(match found {
        Ok(reached) => {
            let notes = if reached.already { Vec::new() } else { sought.notes(&reached) };
            Solution { sentence, notes, problems, ..solution(&reached) }
        }
        Err(OutOfReach { why, nearest }) => {
            let nearest = nearest.map(|nearest| (nearest.at, nearest.value));
            Solution { sentence, problems, ..unreached(Some(&why), nearest) }
        }
    })
}

/// The band of this name or standing.
fn band(scale: &Scale, asked: &str) -> Option<usize> {
    scale.bands.iter().position(|band| band.name == asked || standing_slug(band.standing) == asked)
}

fn no_line(metric: &'static Metric, over: Movable, problems: Vec<FieldProblem>) -> Solution {
    let name = sentence::inline(metric.short());
    let over = sentence::inline(sentence::movable_label(over));
    let why = WhyNot::NoSuchLine;
    let sentence = ["Not reachable, because ", &sentence::why_not(&why, &name, &over)].concat();
    Solution { sentence, problems, ..unreached(Some(&why), None) }
}

fn solution(reached: &Reached) -> Solution {
    let Reached { at, change, value, exact, all, already } = reached;
    Solution {
        is_reachable: true,
        is_met: *already,
        at: Quantity::of(at),
        change: change.as_ref().and_then(Quantity::of),
        value: Quantity::of(value),
        exact: exact.as_ref().and_then(Quantity::of),
        all: all.iter().filter_map(Quantity::of).collect(),
        ..unreached(None, None)
    }
}

fn unreached(why: Option<&WhyNot>, nearest: Option<(Exact, Exact)>) -> Solution {
    Solution {
        is_reachable: false,
        is_met: false,
        at: None,
        change: None,
        value: None,
        exact: None,
        all: Vec::new(),
        why_not: why.map(Into::into),
        nearest: nearest.map(|(at, value)| Nearest { at: Quantity::of(&at), value: Quantity::of(&value) }),
        sentence: String::new(),
        notes: Vec::new(),
        problems: Vec::new(),
    }
}
