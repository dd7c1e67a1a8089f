//! How a value came about: the formula in names, in the user's numbers, and of everything it rests on.

use plimsoll_metrics::benchmarks::Scale;
use plimsoll_metrics::{Annualising, Compounding, Exact, Expression, Metric, Token, Window, notation};

use super::Context;
use super::card::term;
use super::write::DASH;
use crate::sentence::{inline, origin_note, source_note};
use crate::view::{Explanation, Step};

/// The explanation of a metric, after the levers.
pub(crate) fn show(context: &Context<'_>, metric: &'static Metric, scale: Option<&Scale>) -> Explanation {
    let mut rests_on = vec![metric];
    gather(context, &context.after.convention(metric).formula, metric, &mut rests_on);
    Explanation {
        meaning: metric.meaning,
        steps: rests_on.into_iter().map(|metric| step(context, metric)).collect(),
        window: window(context, metric, scale.is_some()),
        formula_sources: metric.sources.iter().map(|source| source_note(source)).collect(),
        band_source: scale.map(|scale| origin_note(&scale.source)),
        dissent: scale.and_then(|scale| scale.target.as_ref()).and_then(|target| target.dissent),
    }
}

/// Every metric that the formula rests on, once, in reading order. What was entered as known rests on nothing.
fn gather(
    context: &Context<'_>,
    formula: &'static Expression,
    of: &'static Metric,
    found: &mut Vec<&'static Metric>,
) {
    if context.after.stand_in(of).is_some() {
        return;
    }
    match formula {
        Expression::Metric(metric) if found.contains(metric) => {}
        Expression::Metric(metric) => {
            found.push(metric);
            gather(context, &context.after.convention(metric).formula, metric, found);
        }
        _ => formula.parts().into_iter().for_each(|part| gather(context, part, of, found)),
    }
}

/// The metric's own formula in names.
pub(crate) fn formula(context: &Context<'_>, metric: &'static Metric) -> String {
    notation(&metric.formula).iter().map(|token| name(context, token)).collect()
}

fn step(context: &Context<'_>, metric: &'static Metric) -> Step {
    let value = context.value(metric).ok();
    let stand_in = context.after.stand_in(metric).is_some();
    let counts = context.after.convention(metric);
    let tokens = notation(&counts.formula);
    let numbers = tokens.iter().map(|token| number(context, token)).collect::<Option<String>>();
    let result = value.map_or_else(
        || DASH.into(),
        |value| {
            let unit = context.writer.unit_of(metric);
            let gap = if unit.is_empty() { "" } else { " " };
            [&context.writer.value(metric.unit, &value), gap, &unit].concat()
        },
    );
    Step {
        name: term(counts),
        formula: if stand_in { entered(context, metric) } else { formula(context, counts) },
        numbers: numbers.filter(|_| !stand_in),
        result,
    }
}

/// Where a value that stands for the formula is from.
fn entered(context: &Context<'_>, metric: &'static Metric) -> String {
    if context.after.known(metric).is_some() {
        return "entered by you".into();
    }
    let from =
        context.after.all_known().map(|(other, _)| other).find(|other| other.complement_of() == Some(metric));
    from.map_or_else(
        || "entered by you".into(),
        |other| ["100% − ", &inline(other.term), ", as entered by you"].concat(),
    )
}

/// A token in names.
fn name(context: &Context<'_>, token: &Token) -> String {
    match token {
        Token::Figure(figure) => inline(figure.term),
        Token::Metric(metric) => metric.abbreviation.map_or_else(|| inline(metric.term), Into::into),
        other => sign(context, other),
    }
}

/// A token in the user's numbers; nothing where one is missing.
fn number(context: &Context<'_>, token: &Token) -> Option<String> {
    Some(match token {
        Token::Figure(figure) => context.writer.figure(figure, &context.after.counted(figure)?),
        Token::Metric(metric) => context.writer.part(metric.unit, &context.value(metric).ok()?),
        other => sign(context, other),
    })
}

fn sign(context: &Context<'_>, token: &Token) -> String {
    match token {
        Token::Constant(constant) if constant.is_share => "100%".into(),
        Token::Constant(constant) => context.writer.number(&Exact::from(constant.value), 0),
        Token::Plus => " + ".into(),
        Token::Minus => " − ".into(),
        Token::Times => " × ".into(),
        Token::DividedBy => " ÷ ".into(),
        Token::Open => "(".into(),
        Token::Close => ")".into(),
        Token::Bar => "|".into(),
        Token::Comma => ", ".into(),
        Token::RoundUp => "rounded up ".into(),
        Token::FromYear => match context.writer.window {
            Window::Month => "over a month ".into(),
            Window::Quarter => "over a quarter ".into(),
            Window::Year => String::new(),
        },
        Token::SumOverWindows { endless: true } => "sum without end ".into(),
        Token::SumOverWindows { endless: false } => "sum over the years ".into(),
        Token::MonthsPerWindow => match context.writer.window {
            Window::Month => "1 month".into(),
            Window::Quarter => "3 months".into(),
            Window::Year => "12 months".into(),
        },
        Token::Figure(_) | Token::Metric(_) => String::new(),
    }
}

/// How the window was treated.
fn window(context: &Context<'_>, metric: &Metric, banded: bool) -> Option<String> {
    if !metric.depends_on_window() {
        return None;
    }
    let graded = if banded { " Bands are annual" } else { " Over a year" };
    let simply = metric.compounding() == Compounding::Gained
        || context.after.annualising() == Annualising::TimesTwelve;
    Some(match context.writer.window {
        Window::Year if banded => "Measured over the year, as the bands are.".into(),
        Window::Year => "Measured over the year.".into(),
        Window::Quarter if simply => {
            ["Measured over the quarter.", graded, ", so it is taken four times: ×4, simple, not measured."]
                .concat()
        }
        Window::Month if simply => {
            ["Measured over the month.", graded, ", so it is taken twelve times: ×12, simple, not measured."]
                .concat()
        }
        Window::Quarter => [
            "Measured over the quarter.",
            graded,
            ", so it is compounded four times: annualised, not measured.",
        ]
        .concat(),
        Window::Month => [
            "Measured over the month.",
            graded,
            ", so it is compounded twelve times: annualised, not measured.",
        ]
        .concat(),
    })
}
