//! The distance to the next band in the user's own figures.

use plimsoll_forecast::NextStep;
use plimsoll_metrics::{Accepts, Nature, Unit};

use super::{in_window, inline};
use crate::show::Writer;

/// The unit of a figure that is no amount of something: it goes up or down by so many.
const fn unit(unit: Unit, is_one: bool) -> Option<&'static str> {
    match (unit, is_one) {
        (Unit::Score, true) => Some(" point"),
        (Unit::Score, false) => Some(" points"),
        (Unit::Days, true) => Some(" day"),
        (Unit::Days, false) => Some(" days"),
        _ => None,
    }
}

/// "$4,300 less churned MRR in the year reaches Good."
pub(crate) fn next_step(step: &NextStep, writer: &Writer<'_>) -> String {
    let size = step.change.abs();
    let less = step.change.is_negative();
    let one = size == plimsoll_metrics::Exact::one();
    let amount = match step.figure.accepts {
        Accepts::Share => writer.points(&size),
        _ => writer.figure(step.figure, &size),
    };
    let how = match (step.figure.accepts, less) {
        (Accepts::Whole, true) => "fewer",
        (_, true) => "less",
        (_, false) => "more",
    };
    if let Some(unit) = unit(step.figure.unit, one) {
        let way = if less { " down by " } else { " up by " };
        return [step.figure.term, way, &amount, unit, " reaches “", &step.band.name, "”."].concat();
    }
    let term = inline(step.figure.term);
    let singular = term.strip_prefix("customers").filter(|_| one && step.figure.accepts == Accepts::Whole);
    let term = singular.map(|rest| ["customer", rest].concat()).unwrap_or(term);
    let when = if step.figure.kind.nature() == Nature::Flow {
        [" ", in_window(writer.window)].concat()
    } else {
        String::new()
    };
    [&amount, " ", how, " ", &term, &when, " reaches “", &step.band.name, "”."].concat()
}
