//! A scenario in one sentence: what is moved, and where that takes a metric.

use core::cmp::Ordering;

use plimsoll_forecast::{By, ChurnScope, Lever, Movable, Move, Scale};
use plimsoll_metrics::{Exact, Metric, Unit, Window};

use super::{Context, Worked};
use crate::scenarios::value_unit;
use crate::sentence::{capital, inline, list, per_window, undefined};

/// Small whole numbers, as a sentence begins with them.
const WORDS: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// What is moved, as the subject of a sentence.
pub(super) struct Subject {
    /// "after 12 months, two points less churn and a 5% higher price".
    pub(super) text: String,
    is_plural: bool,
}

/// What a scenario moves; nothing where it moves nothing.
pub(super) fn subject(context: &Context<'_>, worked: &Worked) -> Option<Subject> {
    let refused = |over: &Movable| worked.applied.problems.iter().any(|(one, _)| one == over);
    let moves: Vec<(Lever, &Move)> =
        worked.named.scenario.moves.iter().filter(|(over, _)| !refused(over)).filter_map(lever_of).collect();
    let scope = worked.named.scenario.churn_scope;
    let phrases: Vec<String> =
        moves.iter().map(|(lever, motion)| phrase(context, *lever, &motion.by, scope)).collect();
    let months = moves.iter().map(|(_, motion)| motion.months).max()?;
    let when = match months {
        0 => String::new(),
        1 => "after a month, ".into(),
        months => ["after ", &months.to_string(), " months, "].concat(),
    };
    Some(Subject { text: [when.as_str(), &list(&phrases)].concat(), is_plural: phrases.len() > 1 })
}

/// The lever of a move that moves something.
fn lever_of<'a>((over, motion): (&Movable, &'a Move)) -> Option<(Lever, &'a Move)> {
    let is_still = matches!(&motion.by, By::Points(by) | By::Percent(by) if by.is_zero());
    match over {
        Movable::Lever(lever) if !is_still => Some((*lever, motion)),
        _ => None,
    }
}

/// "two points less churn", "a 5% higher price", "churn at 18%".
fn phrase(context: &Context<'_>, lever: Lever, by: &By, scope: ChurnScope) -> String {
    let noun = match lever {
        Lever::Churn => "churn",
        Lever::Contraction => "contraction",
        Lever::Expansion => "expansion",
        Lever::Price => "price",
        Lever::GrossMargin => "gross margin",
        Lever::AcquisitionCost => "CAC",
    };
    let is_level = lever.scale() == Scale::Percent;
    let less = |by: &Exact| match (by.is_negative(), is_level) {
        (true, true) => " lower ",
        (false, true) => " higher ",
        (true, false) => " less ",
        (false, false) => " more ",
    };
    let what = match by {
        By::Points(by) => [&points(context, &by.abs()), less(by), noun].concat(),
        By::Percent(by) => {
            let article = if is_level { "a " } else { "" };
            [article, &context.writer.exact_percent(&by.abs()), less(by), noun].concat()
        }
        By::To(value) => [noun, " at ", &level(context, lever, value)].concat(),
    };
    let is_in_window = !matches!(by, By::Percent(_))
        && matches!(lever, Lever::Churn | Lever::Contraction | Lever::Expansion);
    let window = if is_in_window && context.writer.window != Window::Year {
        [" ", per_window(context.writer.window)].concat()
    } else {
        String::new()
    };
    let scope = match (lever, scope) {
        (Lever::Churn, ChurnScope::Customers) => " (customers only)",
        (Lever::Churn, ChurnScope::Revenue) => " (revenue only)",
        _ => "",
    };
    [&what, window.as_str(), scope].concat()
}

/// "18%", "$500".
fn level(context: &Context<'_>, lever: Lever, value: &Exact) -> String {
    match value_unit(lever) {
        Unit::Percent => context.writer.exact_percent(value),
        unit => context.writer.part(unit, value),
    }
}

/// "two points", "2.5 points".
fn points(context: &Context<'_>, share: &Exact) -> String {
    let count = share.times(&Exact::from(100));
    let word = (1..).zip(WORDS).find(|(number, _)| Exact::from(*number) == count);
    match word {
        Some((1, word)) => [word, " point"].concat(),
        Some((_, word)) => [word, " points"].concat(),
        None => context.writer.points(share),
    }
}

/// "Two points less churn lifts LTV : CAC from 2.8 to 3.1, into “3 : 1 or more”."
pub(super) fn line(context: &Context<'_>, worked: &Worked, metric: &'static Metric) -> String {
    // By which convention is said beside the metric; in a sentence its comma would be in the way.
    let name = inline(metric.short().split(',').next().unwrap_or_default());
    let unread = |figure| context.is_unread(figure);
    let before = match context.before.annual(metric) {
        Ok(value) => value,
        Err(reason) => return [&capital(&name), " has no value. ", &undefined(&reason, unread)].concat(),
    };
    let now = stands(context, metric, &before);
    let annualised =
        if metric.depends_on_window() && context.writer.window != Window::Year { ", annualised" } else { "" };
    let Some(Subject { text, is_plural }) = subject(context, worked) else {
        let band = now.1.map(|band| [", “", &band, "”"].concat()).unwrap_or_default();
        return ["As it is, ", &name, " is ", &now.0, annualised, &band, "."].concat();
    };
    let start =
        |verb: &str| [capital(&text).as_str(), " ", verb, if is_plural { " " } else { "s " }, &name].concat();
    let after = match worked.applied.book.annual(metric) {
        Ok(value) => value,
        Err(reason) => {
            let why = inline(&undefined(&reason, unread));
            return [&start("leave"), " without a value: ", &why].concat();
        }
    };
    let then = stands(context, metric, &after);
    if before == after {
        return [&start("leave"), " at ", &now.0, annualised, "."].concat();
    }
    if then.0 == now.0 {
        return [&start("hardly move"), " from ", &now.0, annualised, "."].concat();
    }
    let verb = if after.cmp(&before) == Ordering::Less { "lower" } else { "lift" };
    let band = match (now.1, then.1) {
        (Some(now), Some(then)) if now == then => [", still “", &then, "”"].concat(),
        (_, Some(then)) => [", into “", &then, "”"].concat(),
        _ => String::new(),
    };
    [&start(verb), " from ", &now.0, " to ", &then.0, annualised, &band, "."].concat()
}

/// An annual value and its band.
fn stands(context: &Context<'_>, metric: &'static Metric, value: &Exact) -> (String, Option<String>) {
    let scale = context.scale(metric);
    let text = match &scale {
        Some(scale) => context.writer.graded(metric.unit, value, scale).0,
        None => context.writer.value(metric.unit, value),
    };
    let unit = match context.writer.unit_of(metric).as_str() {
        unit @ ("months" | "days" | "hours") => [" ", unit].concat(),
        _ => String::new(),
    };
    let text = text.strip_suffix(" : 1").unwrap_or(&text);
    let band = scale.and_then(|scale| Some(scale.grade(value)?.band.name.into_owned()));
    ([text, &unit].concat(), band)
}
