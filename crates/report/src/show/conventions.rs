//! The same figures under every convention, side by side.

use plimsoll_metrics::metrics::{
    CAC_PAYBACK, CUSTOMER_RETENTION, GROSS_REVENUE_RETENTION, LIFETIME_VALUE, LOGO_CHURN, LTV_CAC,
    NET_REVENUE_RETENTION, QBR_COMPLETION,
};
use plimsoll_metrics::{Annualising, Book, Metric, conventions};

use super::Context;
use super::explain::formula;
use super::write::DASH;
use crate::state::TIMES_TWELVE;
use crate::view::{ConventionChoice, ConventionRow, ConventionValue, ConventionsView, SelectOption};

/// What a convention is chosen for, and the metrics by which its effect is seen. A new one is a row here.
static SHOWN: [(&Metric, &[&Metric]); 7] = [
    (&NET_REVENUE_RETENTION, &[&NET_REVENUE_RETENTION]),
    (&GROSS_REVENUE_RETENTION, &[&GROSS_REVENUE_RETENTION]),
    (&LOGO_CHURN, &[&LOGO_CHURN, &LIFETIME_VALUE, &LTV_CAC]),
    (&CUSTOMER_RETENTION, &[&CUSTOMER_RETENTION]),
    (&LIFETIME_VALUE, &[&LIFETIME_VALUE, &LTV_CAC]),
    (&CAC_PAYBACK, &[&CAC_PAYBACK]),
    (&QBR_COMPLETION, &[&QBR_COMPLETION]),
];

/// The metrics that show how years are made of shorter windows.
static ANNUAL: [&Metric; 3] = [&NET_REVENUE_RETENTION, &GROSS_REVENUE_RETENTION, &LOGO_CHURN];

/// Every choice with its conventions.
pub(super) fn show(context: &Context<'_>) -> ConventionsView {
    let choices = SHOWN.iter().map(|(metric, columns)| choice(context, metric, columns));
    ConventionsView { choices: choices.chain([annualising(context)]).collect() }
}

/// The conventions of a metric as options, where there is more than one.
pub(super) fn options(book: &Book, metric: &'static Metric) -> Vec<SelectOption> {
    let chosen = book.convention(metric);
    let option = |convention: &'static Metric| SelectOption {
        value: convention.slug.into(),
        label: if convention == metric {
            [convention.term, " (usual)"].concat()
        } else {
            convention.term.into()
        },
        selected: convention == chosen,
    };
    conventions(metric).into_iter().map(option).collect()
}

fn choice(
    context: &Context<'_>,
    metric: &'static Metric,
    columns: &'static [&'static Metric],
) -> ConventionChoice {
    let chosen = context.after.convention(metric);
    let row = |convention: &'static Metric| {
        let mut book = context.after.clone();
        book.choose(convention);
        ConventionRow {
            slug: convention.slug,
            name: convention.term,
            formula: formula(context, convention),
            values: columns.iter().map(|column| measured(context, &book, column)).collect(),
            is_chosen: convention == chosen,
        }
    };
    ConventionChoice {
        slug: metric.slug,
        title: metric.term,
        columns: columns.iter().map(|column| column.short()).collect(),
        rows: conventions(metric).into_iter().map(row).collect(),
    }
}

fn annualising(context: &Context<'_>) -> ConventionChoice {
    let row = |slug, name, formula: &str, annualising| {
        let mut book = context.after.clone();
        book.set_annualising(annualising);
        ConventionRow {
            slug,
            name,
            formula: formula.into(),
            values: ANNUAL.iter().map(|column| annual(context, &book, column)).collect(),
            is_chosen: context.after.annualising() == annualising,
        }
    };
    ConventionChoice {
        slug: "annualising",
        title: "How a shorter window becomes a year",
        columns: ANNUAL.iter().map(|column| column.short()).collect(),
        rows: vec![
            row(
                "compounded",
                "Compounded",
                "What is left is lost from again, window after window: 5% a month is 46% a year.",
                Annualising::Compounded,
            ),
            row(
                TIMES_TWELVE,
                "×12, simple",
                "The rate times the windows in a year: 5% a month is 60%. Common, and too much for what is lost.",
                Annualising::TimesTwelve,
            ),
        ],
    }
}

fn measured(context: &Context<'_>, book: &Book, metric: &'static Metric) -> ConventionValue {
    let text = book.evaluate(metric).map_or_else(
        |_| DASH.into(),
        |value| {
            let unit = context.writer.unit_of(metric);
            let gap = if unit.is_empty() { "" } else { " " };
            [&context.writer.value(metric.unit, &value), gap, &unit].concat()
        },
    );
    ConventionValue { text, ..annual(context, book, metric) }
}

fn annual(context: &Context<'_>, book: &Book, metric: &'static Metric) -> ConventionValue {
    let value = book.annual(metric).ok();
    let band = value.as_ref().and_then(|value| {
        let grade = context.scale(metric)?.grade(value)?;
        Some((grade.band.name.into(), grade.band.standing))
    });
    let text = value.map_or_else(
        || DASH.into(),
        |value| [&context.writer.value(metric.unit, &value), " a year"].concat(),
    );
    ConventionValue { text, band }
}
