//! The figures as fields, in groups, with what follows from them at once.

use plimsoll_metrics::metrics::{ANNUAL_MARGIN, CLOSING_CUSTOMERS, CLOSING_MRR};
use plimsoll_metrics::{Figure, Metric, Nature, Unit, figures};

use super::Context;
use super::write::DASH;
use crate::sentence::{self, in_window};
use crate::state::{State, StepKind};
use crate::view::{Derived, Field, FieldGroup};

/// A group of figures, and the metrics that follow from them at once.
struct Group {
    title: &'static str,
    figures: &'static [&'static Figure],
    derived: &'static [&'static Metric],
}

static GROUPS: [Group; 3] = [
    Group {
        title: "Recurring revenue",
        figures: &[
            &figures::START_MRR,
            &figures::NEW_MRR,
            &figures::EXPANSION_MRR,
            &figures::CONTRACTION_MRR,
            &figures::CHURNED_MRR,
        ],
        derived: &[&CLOSING_MRR],
    },
    Group {
        title: "Customers",
        figures: &[&figures::START_CUSTOMERS, &figures::NEW_CUSTOMERS, &figures::LOST_CUSTOMERS],
        derived: &[&CLOSING_CUSTOMERS],
    },
    Group {
        title: "Margin and acquisition",
        figures: &[&figures::GROSS_MARGIN, &figures::ACQUISITION_SPEND, &figures::LIFETIME_YEARS],
        derived: &[&ANNUAL_MARGIN],
    },
];

/// The groups with what was typed.
pub(super) fn groups(context: &Context<'_>, state: &State) -> Vec<FieldGroup> {
    GROUPS
        .iter()
        .map(|group| FieldGroup {
            title: group.title,
            fields: group.figures.iter().map(|figure| field(context, state, figure)).collect(),
            derived: group.derived.iter().map(|metric| derived(context, metric)).collect(),
        })
        .collect()
}

fn field(context: &Context<'_>, state: &State, figure: &'static Figure) -> Field {
    let typed = context.read.figures.get(&figure);
    let writer = &context.writer;
    Field {
        slug: figure.slug,
        label: figure.term,
        hint: figure.meaning,
        text: state.shown(&StepKind::Figure(figure.slug.into())),
        prefix: figure.unit.is_money().then(|| writer.formatter.sign(writer.currency)),
        suffix: suffix(context, figure),
        reading: typed
            .filter(|typed| typed.echo.is_some())
            .and_then(|typed| typed.value.as_ref())
            .map(|value| ["Read as ", &writer.figure(figure, value), "."].concat()),
        problem: typed
            .and_then(|typed| typed.problem.as_ref())
            .map(|problem| sentence::problem(problem, writer.currency.code(), None)),
        is_from_ledger: state.inputs().is_from_ledger(figure),
    }
}

fn suffix(context: &Context<'_>, figure: &Figure) -> Option<String> {
    let flow = figure.kind.nature() == Nature::Flow;
    Some(match figure.unit {
        Unit::MoneyPerMonth => "a month".into(),
        Unit::Percent => "%".into(),
        Unit::Years => "years".into(),
        Unit::MoneyPerYear => "a year".into(),
        Unit::Days => "days".into(),
        Unit::Hours => "hours a month".into(),
        Unit::Score => "of 100".into(),
        _ if flow => in_window(context.writer.window).into(),
        _ => return None,
    })
}

fn derived(context: &Context<'_>, metric: &'static Metric) -> Derived {
    let value = context.before.evaluate(metric).ok();
    Derived {
        label: metric.term,
        value: value.map_or_else(
            || DASH.into(),
            |value| {
                let unit = match metric.unit {
                    Unit::MoneyPerMonth => " a month",
                    _ => "",
                };
                [&context.writer.value(metric.unit, &value), unit].concat()
            },
        ),
    }
}
