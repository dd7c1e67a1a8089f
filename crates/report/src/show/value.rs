//! A card's value: the number as measured, its annual value, or the reason why there is none.

use plimsoll_metrics::benchmarks::{Grade, Scale, TargetState};
use plimsoll_metrics::metrics::{LIFETIME_VALUE, LIFETIME_VALUE_CAPPED};
use plimsoll_metrics::{Annualising, Compounding, Direction, Metric, Undefined, WhenZero, Window};

use super::Context;
use super::compare::line;
use crate::sentence::{undefined, way_out};
use crate::view::{Value, Verdict};

/// The value as measured over the window, after the levers.
pub(crate) fn show(context: &Context<'_>, metric: &'static Metric) -> Value {
    let value = match context.value(metric) {
        Ok(value) => value,
        Err(reason) => {
            return Value::Undefined {
                reason: undefined(&reason, |figure| context.is_unread(figure)),
                way_out: capped(context, metric, &reason).or_else(|| way_out(&reason).map(Into::into)),
            };
        }
    };
    let writer = &context.writer;
    let graded = context
        .scale(metric)
        .zip(context.annual(metric).ok())
        .map(|(scale, annual)| writer.graded(metric.unit, &annual, &scale));
    let is_annual = !metric.depends_on_window() || writer.window == Window::Year;
    let edge = graded.as_ref().and_then(|(_, word)| *word);
    let (text, annual) = match graded {
        Some((text, _)) if is_annual => (text, None),
        Some((annual, _)) => (writer.value(metric.unit, &value), Some(annual)),
        None => {
            let annual = (!is_annual).then(|| context.annual(metric).ok()).flatten();
            (writer.value(metric.unit, &value), annual.map(|annual| writer.value(metric.unit, &annual)))
        }
    };
    let entered = context.after.known(metric).is_some();
    let notes = [edge, entered.then_some("entered"), converted(context, metric)];
    let note = notes.into_iter().flatten().collect::<Vec<_>>().join(", ");
    Value::Known {
        text,
        unit: writer.unit_of(metric),
        annual: annual.map(|annual| [annual.as_str(), " a year, ", annualised(context, metric)].concat()),
        note: (!note.is_empty()).then_some(note),
    }
}

/// Where nobody left, a lifetime value that ends after some years has a value all the same (`definitions.md` D8).
fn capped(context: &Context<'_>, metric: &'static Metric, reason: &Undefined) -> Option<String> {
    let has_no_end =
        matches!(reason, Undefined::ZeroDivisor(WhenZero::NoChurn, _)) && *metric == LIFETIME_VALUE;
    let value = has_no_end.then(|| context.after.evaluate(&LIFETIME_VALUE_CAPPED).ok()).flatten()?;
    let value = context.writer.value(metric.unit, &value);
    Some(["Capped and discounted it is ", &value, ": choose that below, or take a longer window."].concat())
}

/// How the annual value was made of a shorter window.
fn annualised(context: &Context<'_>, metric: &Metric) -> &'static str {
    match (metric.compounding(), context.after.annualising(), context.writer.window) {
        (Compounding::Gained, _, Window::Month) | (_, Annualising::TimesTwelve, Window::Month) => {
            "×12, simple, not measured"
        }
        (Compounding::Gained, _, _) | (_, Annualising::TimesTwelve, _) => "×4, simple, not measured",
        _ => "annualised, not measured",
    }
}

/// A word where the value was entered over another window than the page's.
fn converted(context: &Context<'_>, metric: &'static Metric) -> Option<&'static str> {
    let known = context.before.known(metric)?;
    (metric.depends_on_window() && known.window != context.writer.window).then_some(match known.window {
        Window::Month => "compounded from a month",
        Window::Quarter => "compounded from a quarter",
        Window::Year => "compounded from a year",
    })
}

/// The band of the annual value, after the levers.
pub(crate) fn verdict(context: &Context<'_>, metric: &'static Metric, scale: &Scale) -> Option<Verdict> {
    let grade = scale.grade(&context.annual(metric).ok()?)?;
    Some(Verdict {
        target: target(context, metric, scale, &grade),
        band: grade.band.name,
        standing: grade.band.standing,
        meaning: grade.band.meaning,
    })
}

/// Where the value stands to the target line: "On the line; the target is above 110%."
fn target(context: &Context<'_>, metric: &Metric, scale: &Scale, grade: &Grade) -> Option<String> {
    let (target, (state, met)) = (scale.target.as_ref()?, grade.target?);
    let line = target_line(context, metric, scale)?;
    let stands = match (state, met) {
        (TargetState::OnTheLine, false) => "On the line; the target is ",
        (TargetState::OnTheLine, true) => "On the line, which meets the target of ",
        (TargetState::Past, _) => "Meets the target of ",
        (TargetState::Short, _) => "Misses the target of ",
    };
    let gap = if target.meaning.is_empty() { "" } else { ", " };
    Some([stands, &line, gap, &target.meaning, "."].concat())
}

/// The target line with the side that meets it: "above 110%".
pub(super) fn target_line(context: &Context<'_>, metric: &Metric, scale: &Scale) -> Option<String> {
    let target = scale.target.as_ref()?;
    let side = match (scale.direction, target.strict) {
        (Direction::Higher, true) => "above ",
        (Direction::Lower, true) => "below ",
        (Direction::Higher, false) => "at least ",
        (Direction::Lower, false) => "at most ",
    };
    Some([side, &line(context, metric, &target.value())].concat())
}
