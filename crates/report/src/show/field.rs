//! The figures as fields, in groups, with what follows from them at once.

use plimsoll_metrics::metrics::{ANNUAL_MARGIN, CLOSING_ARR, CLOSING_CUSTOMERS, CLOSING_MRR};
use plimsoll_metrics::{Figure, Metric, Nature, Unit, figures};

use super::Context;
use super::reference::holds;
use super::views::{Content, panels_of};
use super::write::DASH;
use crate::sentence::{self, in_window};
use crate::state::{State, StepKind};
use crate::view::{Derived, Field, FieldGroup};

/// A group of figures, and the metrics that follow from them at once.
struct Group {
    title: &'static str,
    /// Whether it is folded away at first.
    is_folded: bool,
    figures: &'static [&'static Figure],
    derived: &'static [&'static Metric],
}

impl Group {
    /// Whether only those of its figures are shown that a view asks for. The groups from which something follows at once
    /// stay whole.
    const fn is_partial(&self) -> bool {
        self.derived.is_empty()
    }
}

static GROUPS: [Group; 12] = [
    Group {
        is_folded: false,
        title: "Recurring revenue",
        figures: &[
            &figures::START_MRR,
            &figures::NEW_MRR,
            &figures::EXPANSION_MRR,
            &figures::CONTRACTION_MRR,
            &figures::CHURNED_MRR,
        ],
        derived: &[&CLOSING_MRR, &CLOSING_ARR],
    },
    Group {
        is_folded: false,
        title: "Customers",
        figures: &[&figures::START_CUSTOMERS, &figures::NEW_CUSTOMERS, &figures::LOST_CUSTOMERS],
        derived: &[&CLOSING_CUSTOMERS],
    },
    Group {
        is_folded: false,
        title: "Margin and acquisition",
        figures: &[&figures::GROSS_MARGIN, &figures::ACQUISITION_SPEND, &figures::LIFETIME_YEARS],
        derived: &[&ANNUAL_MARGIN],
    },
    Group {
        is_folded: true,
        title: "Finer points",
        figures: &[
            &figures::REACTIVATED_MRR,
            &figures::REACTIVATED_CUSTOMERS,
            &figures::INVOLUNTARY_LOST,
            &figures::CUSTOMERS_COUNTED,
            &figures::EXPANSION_BY_MONTH,
            &figures::CONTRACTION_BY_MONTH,
            &figures::CHURNED_BY_MONTH,
            &figures::DISCOUNT_RATE,
            &figures::HORIZON_YEARS,
        ],
        derived: &[],
    },
    Group {
        is_folded: false,
        title: "Upgrades and seats",
        figures: &[
            &figures::ELIGIBLE_FOR_UPGRADE,
            &figures::UPGRADED_CUSTOMERS,
            &figures::CROSS_SOLD_CUSTOMERS,
            &figures::LICENSED_SEATS,
            &figures::ACTIVE_SEATS,
            &figures::POTENTIAL_USERS,
        ],
        derived: &[],
    },
    Group {
        is_folded: false,
        title: "Renewals",
        figures: &[
            &figures::DUE_CONTRACTS,
            &figures::RENEWED_CONTRACTS,
            &figures::DUE_ARR,
            &figures::RENEWED_ARR,
            &figures::FORECAST_ARR,
            &figures::RENEWAL_DAYS,
        ],
        derived: &[],
    },
    Group {
        is_folded: false,
        title: "Health scores",
        figures: &[&figures::USAGE, &figures::ENGAGEMENT, &figures::SUPPORT, &figures::RELATIONSHIP],
        derived: &[],
    },
    Group {
        is_folded: false,
        title: "Accounts by health",
        figures: &[
            &figures::SCORED_CUSTOMERS,
            &figures::GREEN_CUSTOMERS,
            &figures::YELLOW_CUSTOMERS,
            &figures::RED_CUSTOMERS,
        ],
        derived: &[],
    },
    Group {
        is_folded: false,
        title: "Accounts looked after",
        figures: &[&figures::MANAGED_CUSTOMERS, &figures::SPONSORED_CUSTOMERS, &figures::ENGAGED_CONTACTS],
        derived: &[],
    },
    Group {
        is_folded: false,
        title: "Meetings and reviews",
        figures: &[
            &figures::MEETINGS_SCHEDULED,
            &figures::MEETINGS_ATTENDED,
            &figures::REVIEWS_SCHEDULED,
            &figures::REVIEWS_COMPLETED,
            &figures::REVIEW_ELIGIBLE,
            &figures::REVIEWED_CUSTOMERS,
            &figures::RESPONSE_DAYS,
            &figures::VALUE_DAYS,
        ],
        derived: &[],
    },
    Group {
        is_folded: false,
        title: "Answers to surveys",
        figures: &[
            &figures::PROMOTERS,
            &figures::PASSIVES,
            &figures::DETRACTORS,
            &figures::RATED_1,
            &figures::RATED_2,
            &figures::RATED_3,
            &figures::RATED_4,
            &figures::RATED_5,
            &figures::EFFORT_SUM,
            &figures::EFFORT_ANSWERS,
        ],
        derived: &[],
    },
    Group {
        is_folded: false,
        title: "Team",
        figures: &[
            &figures::MANAGERS,
            &figures::MANAGED_ARR,
            &figures::TEAM_COST,
            &figures::HOURS_PER_MANAGER,
            &figures::HOURS_PER_ACCOUNT,
        ],
        derived: &[],
    },
];

/// The figures that stay in the form whichever of the overview's metrics are asked for.
pub(super) fn main_figures() -> impl Iterator<Item = &'static Figure> {
    GROUPS.iter().filter(|group| !group.is_partial()).flat_map(|group| group.figures.iter().copied())
}

/// The groups that the open view's metrics ask for, with what was typed.
pub(super) fn groups(context: &Context<'_>, state: &State, content: Content) -> Vec<FieldGroup> {
    let asked: Vec<&Metric> = panels_of(content).flat_map(|panel| panel.metrics.iter().copied()).collect();
    let is_asked = |figure: &Figure| asked.iter().any(|metric| holds(&metric.formula, figure));
    GROUPS
        .iter()
        .filter(|group| group.figures.iter().any(|figure| is_asked(figure)))
        .map(|group| FieldGroup {
            title: group.title,
            is_folded: group.is_folded,
            fields: group
                .figures
                .iter()
                .filter(|figure| !group.is_partial() || is_asked(figure))
                .map(|figure| {
                    field(
                        context,
                        figure,
                        state.shown(&StepKind::Figure(figure.slug.into())),
                        state.inputs().is_from_ledger(figure),
                    )
                })
                .collect(),
            derived: group.derived.iter().map(|metric| derived(context, metric)).collect(),
        })
        .collect()
}

/// The figures that these metrics rest on, in their groups, with what stands in each field.
pub(super) fn asked(
    context: &Context<'_>,
    metrics: &[&'static Metric],
    shown: &dyn Fn(&'static Figure) -> String,
) -> Vec<FieldGroup> {
    let is_asked = |figure: &Figure| metrics.iter().any(|metric| holds(&metric.formula, figure));
    let mut groups = Vec::new();
    for group in &GROUPS {
        let mut fields = Vec::new();
        for figure in group.figures.iter().filter(|figure| is_asked(figure)) {
            fields.push(field(context, figure, shown(figure), false));
        }
        if !fields.is_empty() {
            groups.push(FieldGroup {
                title: group.title,
                is_folded: group.is_folded,
                fields,
                derived: Vec::new(),
            });
        }
    }
    groups
}

fn field(context: &Context<'_>, figure: &'static Figure, text: String, is_from_ledger: bool) -> Field {
    let typed = context.read.figures.get(&figure);
    let writer = &context.writer;
    Field {
        slug: figure.slug,
        label: figure.term,
        hint: figure.meaning,
        text,
        prefix: figure.unit.is_money().then(|| writer.formatter.sign(writer.currency)),
        suffix: suffix(context, figure),
        reading: typed
            .filter(|typed| typed.echo.is_some())
            .and_then(|typed| typed.value.as_ref())
            .map(|value| ["Read as ", &writer.figure(figure, value), "."].concat()),
        problem: typed
            .and_then(|typed| typed.problem.as_ref())
            .map(|problem| sentence::problem(problem, writer.currency.code(), None)),
        is_from_ledger,
    }
}

pub(super) fn suffix(context: &Context<'_>, figure: &Figure) -> Option<String> {
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
                    Unit::MoneyPerYear => " a year",
                    _ => "",
                };
                [&context.writer.value(metric.unit, &value), unit].concat()
            },
        ),
    }
}
