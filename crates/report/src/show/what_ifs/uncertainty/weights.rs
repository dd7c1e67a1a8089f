//! Which uncertain input matters most.

use plimsoll_metrics::{Metric, find_figure, find_metric};

use super::super::Context;
use super::exact;
use crate::draws::{Drawn, METRIC, Weight, term_of};
use crate::sentence::{inline, is_plural};
use crate::view::{AskView, Place, SelectOption, WeightRow};

/// Below so much, a correlation of ten thousand draws is luck.
const LUCK: f64 = 0.03;

pub(super) fn ask(found: &Drawn, chosen: Option<&'static Metric>) -> AskView {
    let options =
        found.metrics.iter().filter_map(|drawn| find_metric(&drawn.slug)).map(|metric| SelectOption {
            value: metric.slug.into(),
            label: metric.term.into(),
            selected: chosen == Some(metric),
        });
    AskView { what: METRIC, label: "Metric", options: options.collect() }
}

/// "Churned MRR matters most for LTV : CAC: the more of it, the less."
pub(super) fn most(found: &Drawn, chosen: Option<&'static Metric>) -> String {
    let Some((most, metric)) = found.weights.first().zip(chosen) else { return String::new() };
    let Some(term) = term_of(&most.slug) else { return String::new() };
    let name = inline(metric.short());
    if most.correlation.abs() < LUCK {
        return ["No range matters for ", &name, "."].concat();
    }
    let plural = find_figure(&most.slug).is_some_and(is_plural);
    let matters = if plural { " matter most for " } else { " matters most for " };
    [term, matters, &name, ": ", way(most), "."].concat()
}

const fn way(weight: &Weight) -> &'static str {
    if weight.correlation.abs() < LUCK {
        "no more than luck"
    } else if weight.correlation < 0.0 {
        "the higher, the lower"
    } else {
        "the higher, the higher"
    }
}

pub(super) fn rows(context: &Context<'_>, found: &Drawn) -> Vec<WeightRow> {
    let row = |weight: &Weight| {
        let size = exact(weight.correlation.abs());
        let digits = context.writer.number(&size, 2);
        let sign = if weight.correlation < 0.0 { "−" } else { "+" };
        Some(WeightRow {
            slug: weight.slug.clone(),
            label: term_of(&weight.slug)?,
            correlation: [sign, &digits].concat(),
            way: way(weight),
            length: Place::at(&size),
            is_against: weight.correlation < 0.0,
        })
    };
    found.weights.iter().filter_map(row).collect()
}
