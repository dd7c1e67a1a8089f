//! What can be done with the answer to a goal: a scenario, or another figure.

use plimsoll_forecast::{By, Goal, Lever, Levers, Movable, Reached, Scale};
use plimsoll_metrics::figures::{ACQUISITION_SPEND, CONTRACTION_MRR, EXPANSION_MRR, GROSS_MARGIN, START_MRR};
use plimsoll_metrics::{Book, Exact, Figure, Unit};

use super::super::Writer;
use super::goal::Sought;
use crate::scenarios::{self, typed};
use crate::state::{State, is_full};
use crate::view::{GoalTake, TakeHow};

/// How many decimals of a typed percentage or amount are kept.
const DECIMALS: u32 = 6;

/// What the answer's button does. A figure becomes a scenario where a lever moves it alone, and reaches the goal.
pub(super) fn show(
    sought: &Sought<'_>,
    state: &State,
    goal: &Goal<'_>,
    reached: &Reached,
) -> Option<GoalTake> {
    let mark = sought.context.read.mark;
    let lever = match sought.over {
        Movable::Lever(lever) => Some((lever, reached.at.clone())),
        Movable::Figure(figure) => by_lever(sought.context.before, figure, &reached.at)
            .filter(|(lever, amount)| is_reached(sought, goal, *lever, amount)),
    };
    Some(match (lever, sought.over) {
        (Some((lever, amount)), _) => {
            let text = typed(&amount.times(&Exact::from(100)), mark);
            let how = TakeHow::Scenario { name: sought.name(), lever: lever.slug(), text };
            GoalTake { label: "Keep as a scenario", rests: rests(sought, state, lever, &amount), how }
        }
        (None, Movable::Figure(figure)) => {
            let hundred = Exact::from(100);
            let is_percent = figure.unit == Unit::Percent;
            let value = if is_percent { reached.at.times(&hundred) } else { reached.at.clone() };
            let how = TakeHow::Figure { figure: figure.slug, text: typed(&value, mark) };
            GoalTake { label: "Use this figure", rests: None, how }
        }
        (None, Movable::Lever(_)) => return None,
    })
}

/// The lever that moves this figure alone, and how far it goes to get it there.
fn by_lever(book: &Book, figure: &'static Figure, at: &Exact) -> Option<(Lever, Exact)> {
    let change = at.minus(book.figure(figure)?);
    let of_start = |change: &Exact| change.divided_by(book.figure(&START_MRR)?);
    let (lever, amount) = match figure {
        _ if figure == &GROSS_MARGIN => (Lever::GrossMargin, change),
        _ if figure == &CONTRACTION_MRR => (Lever::Contraction, of_start(&change)?),
        _ if figure == &EXPANSION_MRR => (Lever::Expansion, of_start(&change)?),
        _ if figure == &ACQUISITION_SPEND => {
            (Lever::AcquisitionCost, change.divided_by(book.figure(figure)?)?)
        }
        _ => return None,
    };
    Some((lever, away_from_zero(&amount)))
}

/// The amount in as many digits as are typed, rounded so that it goes at least as far.
fn away_from_zero(amount: &Exact) -> Exact {
    let unit = Exact::from(10).power(DECIMALS).inverse().times(&Exact::percent(1));
    let units = amount.abs().divided_by(&unit).unwrap_or_else(Exact::zero).round_up();
    let size = units.times(&unit);
    if amount.is_negative() { Exact::zero().minus(&size) } else { size }
}

/// Whether the lever by itself reaches the goal.
fn is_reached(sought: &Sought<'_>, goal: &Goal<'_>, lever: Lever, amount: &Exact) -> bool {
    let churn_scope = sought.context.read.levers.churn_scope;
    let levers = Levers { moves: [(lever, amount.clone())].into_iter().collect(), churn_scope };
    let moved = levers.apply(sought.context.before);
    let value = goal.basis().value(&moved.book, sought.metric);
    moved.problems.is_empty() && value.is_ok_and(|value| goal.is_met_by(sought.metric, &value))
}

/// Why nothing can be kept: it is already, or there are as many as can be.
fn rests(sought: &Sought<'_>, state: &State, lever: Lever, amount: &Exact) -> Option<String> {
    let context = sought.context;
    let all = scenarios::all(state.inputs(), context.read.mark, context.read.levers.churn_scope);
    let by = match lever.scale() {
        Scale::Points => By::Points(amount.clone()),
        Scale::Percent => By::Percent(amount.clone()),
    };
    let kept = all.iter().filter(|named| named.is_own && named.scenario.moves.len() == 1).find(|named| {
        let motion = named.scenario.moves.get(&Movable::Lever(lever));
        motion.is_some_and(|motion| motion.by == by && motion.months == 0)
    });
    match kept {
        Some(named) => Some(["Kept as “", &named.name, "”."].concat()),
        None => {
            is_full(state.inputs()).then(|| "As many scenarios as can be are kept. Remove one first.".into())
        }
    }
}

/// A lever's setting, with its sign: "−2 points", "+5%".
pub(super) fn lever_setting(writer: &Writer<'_>, lever: Lever, amount: &Exact) -> String {
    let size = match lever.scale() {
        Scale::Points => writer.points(&amount.abs()),
        Scale::Percent => writer.exact_percent(&amount.abs()),
    };
    match (amount.is_zero(), amount.is_negative()) {
        (true, _) => "as it is".into(),
        (_, true) => ["−", &size].concat(),
        (_, false) => ["+", &size].concat(),
    }
}
