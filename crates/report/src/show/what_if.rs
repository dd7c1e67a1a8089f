//! The levers, and what they change in one sentence.

use plimsoll_forecast::{ChurnScope, Lever, Scale};
use plimsoll_metrics::metrics::{
    ACQUISITION_COST, GROSS_REVENUE_RETENTION, LOGO_CHURN, LTV_CAC, NET_REVENUE_RETENTION,
    REVENUE_PER_ACCOUNT,
};
use plimsoll_metrics::{Book, Exact, Figure, Metric, Window, figures};

use super::{Context, what_ifs};
use crate::Inputs;
use crate::sentence::{self, inline, lever_label, list, per_window};
use crate::state::scope_slug;
use crate::view::{LeverView, SelectOption, WhatIf};

/// What a lever shows as its effect: a figure or a metric, before and after.
enum Effect {
    Figure(&'static Figure),
    Metric(&'static Metric),
}

/// The panel of levers.
pub(super) fn show(context: &Context<'_>, inputs: &Inputs) -> WhatIf {
    let scope = context.read.levers.churn_scope;
    let option = |which: ChurnScope, label: &str| SelectOption {
        value: scope_slug(which).into(),
        label: label.into(),
        selected: scope == which,
    };
    WhatIf {
        sentence: sentence(context),
        at_rest: inputs.levers.is_empty(),
        keep: what_ifs::keep(inputs),
        levers: levers(context, inputs),
        churn_scopes: vec![
            option(ChurnScope::Both, "Customers and revenue"),
            option(ChurnScope::Customers, "Customers only"),
            option(ChurnScope::Revenue, "Revenue only"),
        ],
    }
}

/// The levers alone.
pub(super) fn levers(context: &Context<'_>, inputs: &Inputs) -> Vec<LeverView> {
    Lever::ALL.into_iter().map(|lever| show_lever(context, inputs, lever)).collect()
}

fn show_lever(context: &Context<'_>, inputs: &Inputs, lever: Lever) -> LeverView {
    let amount = context.read.levers.moves.get(&lever).cloned().unwrap_or_else(Exact::zero);
    let reach = reach(lever, context.writer.window);
    let typed = context.read.lever_problems.get(&lever).map(|problem| sentence::problem(problem, "", None));
    let refused = context.lever_problems.iter().find(|(one, _)| *one == lever);
    LeverView {
        slug: lever.slug(),
        label: lever_label(lever),
        hint: hint(lever),
        unit: match lever.scale() {
            Scale::Points => "points",
            Scale::Percent => "%",
        },
        text: inputs.lever(lever).unwrap_or_default().into(),
        position: position(&amount, reach.end),
        least: reach.least,
        most: reach.most,
        step: reach.step,
        spoken: spoken(context, lever, &amount),
        effect: (!amount.is_zero() && typed.is_none() && refused.is_none())
            .then(|| effect(context, lever))
            .flatten(),
        problem: typed.or_else(|| refused.map(|(_, problem)| sentence::lever_problem(problem))),
    }
}

/// How far a slider goes to either side, in hundredths, and in which steps.
struct Reach {
    end: i64,
    least: &'static str,
    most: &'static str,
    step: &'static str,
}

/// The reach of a lever's slider. Points weigh more over a short window.
const fn reach(lever: Lever, window: Window) -> Reach {
    match (lever, window) {
        (Lever::Price | Lever::AcquisitionCost, _) => Reach { end: 50, least: "-50", most: "50", step: "1" },
        (Lever::GrossMargin, _) => Reach { end: 20, least: "-20", most: "20", step: "0.5" },
        (_, Window::Year) => Reach { end: 10, least: "-10", most: "10", step: "0.1" },
        (_, Window::Quarter) => Reach { end: 5, least: "-5", most: "5", step: "0.1" },
        (_, Window::Month) => Reach { end: 2, least: "-2", most: "2", step: "0.05" },
    }
}

const fn hint(lever: Lever) -> &'static str {
    match lever {
        Lever::Churn => "Points of customers lost in the window. Churned MRR moves by the same factor.",
        Lever::Contraction => "Points of the MRR at the start that customers cut back.",
        Lever::Expansion => "Points of the MRR at the start that customers buy on top.",
        Lever::Price => "Percent on every price. All MRR scales alike, so retention stays.",
        Lever::GrossMargin => "Points of gross margin.",
        Lever::AcquisitionCost => "Percent on what a customer costs to win.",
    }
}

/// The slider's position: the amount in hundredths, kept within the ends.
fn position(amount: &Exact, end: i64) -> String {
    let hundredths =
        amount.times(&Exact::from(100)).clamp(Exact::from(end.saturating_neg()), Exact::from(end));
    hundredths.to_decimal(4).unwrap_or_default().to_string()
}

/// "2 points less", for assistive technology.
fn spoken(context: &Context<'_>, lever: Lever, amount: &Exact) -> String {
    if amount.is_zero() {
        return "unchanged".into();
    }
    let how = if amount.is_negative() { " less" } else { " more" };
    [&size(context, lever, amount), how].concat()
}

fn size(context: &Context<'_>, lever: Lever, amount: &Exact) -> String {
    match lever.scale() {
        Scale::Points => context.writer.points(&amount.abs()),
        Scale::Percent => context.writer.exact_percent(&amount.abs()),
    }
}

/// "Logo churn 20.0% → 18.0%", or nothing where that has no value.
pub(super) fn effect(context: &Context<'_>, lever: Lever) -> Option<String> {
    let what = match lever {
        Lever::Churn if context.read.levers.churn_scope == ChurnScope::Revenue => {
            Effect::Figure(&figures::CHURNED_MRR)
        }
        Lever::Churn => Effect::Metric(&LOGO_CHURN),
        Lever::Contraction => Effect::Figure(&figures::CONTRACTION_MRR),
        Lever::Expansion => Effect::Figure(&figures::EXPANSION_MRR),
        Lever::Price => Effect::Metric(&REVENUE_PER_ACCOUNT),
        Lever::GrossMargin => Effect::Figure(&figures::GROSS_MARGIN),
        Lever::AcquisitionCost => Effect::Metric(&ACQUISITION_COST),
    };
    let write = |book: &Book| match what {
        Effect::Figure(figure) => book.figure(figure).map(|value| context.writer.rounded(figure, value)),
        Effect::Metric(metric) => {
            book.evaluate(metric).ok().map(|value| context.writer.value(metric.unit, &value))
        }
    };
    let name = match what {
        Effect::Figure(figure) => figure.term,
        Effect::Metric(metric) => metric.short(),
    };
    Some([name, " ", &write(context.before)?, " → ", &write(context.after)?].concat())
}

/// "With churn 2 points lower, you would keep 95.1% of revenue instead of 93.5% …"
fn sentence(context: &Context<'_>) -> String {
    let set: Vec<String> = context
        .read
        .levers
        .moves
        .iter()
        .filter(|(lever, amount)| {
            !amount.is_zero() && !context.lever_problems.iter().any(|(one, _)| one == *lever)
        })
        .map(|(lever, amount)| phrase(context, *lever, amount))
        .collect();
    if set.is_empty() {
        return "Move a lever to see what would change. Try two points less churn.".into();
    }
    let changes: Vec<String> = [
        clause(context, &NET_REVENUE_RETENTION, "you would keep ", " of revenue"),
        clause(context, &GROSS_REVENUE_RETENTION, "", " without upsells"),
        clause(context, &LTV_CAC, "a customer would return ", " times its cost"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let with = ["With ", &list(&set)].concat();
    if changes.is_empty() {
        return [&with, ", none of the main results would change."].concat();
    }
    [&with, ", ", &list(&changes), "."].concat()
}

/// "churn 2 points lower"
fn phrase(context: &Context<'_>, lever: Lever, amount: &Exact) -> String {
    let how = if amount.is_negative() { " lower" } else { " higher" };
    let scope = match (lever, context.read.levers.churn_scope) {
        (Lever::Churn, ChurnScope::Customers) => " (customers only)",
        (Lever::Churn, ChurnScope::Revenue) => " (revenue only)",
        _ => "",
    };
    let window =
        if lever == Lever::Churn { [" ", per_window(context.writer.window)].concat() } else { String::new() };
    [&inline(lever_label(lever)), " ", &size(context, lever, amount), how, &window, scope].concat()
}

/// "you would keep 95.1% of revenue instead of 93.5% (Below target)", or nothing where it stays the same.
fn clause(context: &Context<'_>, metric: &'static Metric, start: &str, end: &str) -> Option<String> {
    let (before, after) = (context.before.annual(metric).ok()?, context.annual(metric).ok()?);
    if before == after {
        return None;
    }
    let scale = context.scale(metric)?;
    let write = |value: &Exact| {
        let text = context.writer.graded(metric.unit, value, &scale).0;
        text.strip_suffix(" : 1").map(Into::into).unwrap_or(text)
    };
    let (band_before, band_after) = (scale.grade(&before)?.band, scale.grade(&after)?.band);
    let moves = if band_before == band_after {
        String::new()
    } else {
        [" (now “", &band_after.name, "”)"].concat()
    };
    Some([start, &write(&after), end, " instead of ", &write(&before), &moves].concat())
}
