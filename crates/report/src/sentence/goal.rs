//! How far something moves to reach a goal, and why it does not get there.

use plimsoll_forecast::{Lever, Scale, WhyNot};
use plimsoll_metrics::{Accepts, Exact, Figure, Unit};

use super::{lever_label, undefined};
use crate::show::Writer;

/// Whether the figure's term speaks of several things: "customers lost take", "churned MRR takes".
pub(crate) const fn is_plural(figure: &Figure) -> bool {
    matches!(figure.accepts, Accepts::Whole | Accepts::Horizon)
        || matches!(figure.unit, Unit::Days | Unit::Hours | Unit::People | Unit::Years)
}

/// What is counted, where the number alone does not say it.
const fn noun(unit: Unit, is_one: bool) -> &'static str {
    match (unit, is_one) {
        (Unit::Score, true) => " point",
        (Unit::Score, false) => " points",
        (Unit::Days, true) => " day",
        (Unit::Days, false) => " days",
        (Unit::Years, true) => " year",
        (Unit::Years, false) => " years",
        (Unit::Hours, true) => " hour",
        (Unit::Hours, false) => " hours",
        _ => "",
    }
}

/// One step of a figure: "1 point", "1%", "3 customers".
pub(crate) fn step_size(figure: &Figure, step: &Exact, writer: &Writer<'_>) -> String {
    let is_one = *step == Exact::one();
    match (figure.accepts, figure.unit) {
        (Accepts::Share, _) => writer.points(step),
        (Accepts::Amount, _) => writer.exact_percent(&Exact::percent(1)),
        (_, Unit::Customers) => {
            let noun = if is_one { " customer" } else { " customers" };
            [&writer.figure(figure, step), noun].concat()
        }
        (Accepts::Whole, _) => [&writer.figure(figure, step), " more or fewer"].concat(),
        _ => [&writer.figure(figure, step), noun(figure.unit, is_one)].concat(),
    }
}

/// "13 fewer", "$3,000 less", "2 points more".
fn change_size(figure: &Figure, change: &Exact, writer: &Writer<'_>) -> String {
    let size = change.abs();
    let amount = match figure.accepts {
        Accepts::Share => writer.points(&size),
        _ => [&writer.figure(figure, &size), noun(figure.unit, size == Exact::one())].concat(),
    };
    let how = match (figure.accepts, change.is_negative()) {
        (Accepts::Whole, true) => " fewer",
        (_, true) => " less",
        (_, false) => " more",
    };
    [&amount, how].concat()
}

/// "Customers lost from 50 to 37, 13 fewer, take ": what a figure does to the metric that is named next.
pub(crate) fn figure_takes(
    figure: &Figure,
    at: &Exact,
    change: Option<&Exact>,
    writer: &Writer<'_>,
) -> String {
    let takes = if is_plural(figure) { " take " } else { " takes " };
    let there = writer.figure(figure, at);
    match change {
        None => [figure.term, " at ", &there, takes].concat(),
        Some(change) if change.is_zero() => [figure.term, " as now, at ", &there, ",", takes].concat(),
        Some(change) => {
            let now = writer.figure(figure, &at.minus(change));
            let by = change_size(figure, change, writer);
            [figure.term, " from ", &now, " to ", &there, ", ", &by, ",", takes].concat()
        }
    }
}

/// "Churn 5.2 points lower takes "
pub(crate) fn lever_takes(lever: Lever, amount: &Exact, writer: &Writer<'_>) -> String {
    if amount.is_zero() {
        return [lever_label(lever), " as it is takes "].concat();
    }
    [lever_label(lever), " ", &lever_size(lever, amount, writer), " takes "].concat()
}

/// "5.2 points lower", "5% higher"
fn lever_size(lever: Lever, amount: &Exact, writer: &Writer<'_>) -> String {
    let size = match lever.scale() {
        Scale::Points => writer.points(&amount.abs()),
        Scale::Percent => writer.exact_percent(&amount.abs()),
    };
    let how = if amount.is_negative() { " lower" } else { " higher" };
    [&size, how].concat()
}

/// Why a goal is out of reach, after "because". `metric` and `over` are names as they stand inside of a sentence.
pub(crate) fn why_not(why: &WhyNot, metric: &str, over: &str) -> String {
    match why {
        WhyNot::NotInFormula => [metric, " does not rest on ", over, " here."].concat(),
        WhyNot::NoSuchLine => [metric, " has no such band or target here."].concat(),
        WhyNot::Undefined(reason) => {
            [metric, " has no value wherever ", over, " is put. ", &undefined(reason, |_| false)].concat()
        }
        WhyNot::NoEffect => [metric, " stays the same, whatever ", over, " is."].concat(),
        WhyNot::RangeEnds => ["the range of ", over, " ends before."].concat(),
        WhyNot::TurnsBack => [metric, " turns back before it gets there."].concat(),
    }
}
