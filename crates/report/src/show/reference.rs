//! Every definition, as it is read in the page and on the pages of the reference.

use plimsoll_metrics::{Compounding, Direction, Expression, Figure, Metric, PANELS, Role, Unit, figures};

use super::card::term;
use super::explain::formula;
use super::{Context, scale};
use crate::sentence::{origin_note, source_note};
use crate::view::{Definition, DefinitionPanel, ReferenceView};

/// Every definition, by panel.
pub(super) fn show(context: &Context<'_>) -> ReferenceView {
    let panel = |panel: &&'static plimsoll_metrics::Panel| DefinitionPanel {
        slug: panel.slug,
        title: panel.title,
        definitions: panel.metrics.iter().map(|metric| definition(context, metric)).collect(),
    };
    ReferenceView { panels: PANELS.iter().map(panel).collect() }
}

fn definition(context: &Context<'_>, metric: &'static Metric) -> Definition {
    let levels = context.scale(metric);
    let bands = levels.as_ref().map(|levels| scale::spans(context, metric, levels)).unwrap_or_default();
    let mut sources: Vec<_> = metric.sources.iter().map(|source| source_note(source)).collect();
    if let Some(of_bands) = levels.as_ref().map(|levels| origin_note(&levels.source))
        && !sources.contains(&of_bands)
    {
        sources.push(of_bands);
    }
    Definition {
        slug: metric.slug,
        term: term(metric),
        plain: metric.plain,
        meaning: metric.meaning,
        formula: formula(context, metric),
        unit: unit(metric.unit),
        direction: match metric.direction {
            Direction::Higher => "higher is better",
            Direction::Lower => "lower is better",
        },
        annual: match metric.compounding() {
            Compounding::None => None,
            Compounding::Kept => Some("over n windows, a share kept becomes its n-th power"),
            Compounding::Lost => Some("over n windows, what is left becomes its n-th power"),
            Compounding::Gained => Some("over n windows, n times as much: added up, not compounded"),
        },
        figures: figures_of(metric).map(|figure| (figure.term, figure.meaning)).collect(),
        bands,
        sources,
        stands_for: match metric.role {
            Role::VariantOf(head) => Some(head.term),
            Role::Main | Role::More => None,
        },
    }
}

/// The figures of the formula, through the metrics it rests on, in the order of the form.
pub(crate) fn figures_of(metric: &'static Metric) -> impl Iterator<Item = &'static Figure> {
    figures::all().filter(|figure| holds(&metric.formula, figure))
}

/// Whether the figure stands in the formula, through the metrics it rests on.
pub(super) fn holds(formula: &Expression, figure: &Figure) -> bool {
    formula.occurrences(figure) > 0
}

const fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Percent => "a share, in percent",
        Unit::Money => "money, for each customer",
        Unit::MoneyPerMonth => "money a month",
        Unit::MoneyPerYear => "money a year",
        Unit::Customers => "customers",
        Unit::Months => "months",
        Unit::Years => "years",
        Unit::Multiple => "so many to one",
        Unit::Days => "days",
        Unit::Hours => "hours",
        Unit::Score => "a score from 0 to 100",
        Unit::NetScore => "a net score from −100 to 100",
        Unit::Rating => "the mean of answers",
        Unit::People => "people",
        Unit::Count => "a number for each account",
    }
}
