//! One metric as plain values.

use plimsoll_metrics::{Metric, PANELS, Role, Undefined};
use serde::{Deserialize, Serialize};

use super::lines::{self, Band, Neighbour, Target};
use super::number::Quantity;
use super::words::{ReasonCode, Unit, Window};
use crate::sentence;
use crate::show::{Context, DASH, shown_value};
use crate::view::Value;

/// One metric: its value or the reason why there is none, and what that comes to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MetricReport {
    /// The name under which it is stored and linked.
    #[cfg_attr(test, ts(type = "MetricSlug"))]
    pub slug: String,
    /// The field's own term: "Net revenue retention".
    pub term: String,
    /// The term's usual abbreviation, where there is one: "NRR".
    pub abbreviation: Option<String>,
    /// The slug of its panel.
    pub panel: String,
    /// What its number counts.
    pub unit: Unit,
    /// The slug of the metric for which it is another convention; null where it is none.
    #[cfg_attr(test, ts(type = "MetricSlug | null"))]
    pub stands_for: Option<String>,
    /// The slug of the metric whose formula counted: the chosen convention, or its own.
    #[cfg_attr(test, ts(type = "MetricSlug"))]
    pub convention: String,
    /// Whether the value was entered as known.
    pub is_entered: bool,
    /// The value over the window; null where there is none.
    pub value: Option<Quantity>,
    /// Why there is no value; null where there is one.
    pub reason: Option<Reason>,
    /// The value over a year, on which bands are; the same as `value` where the window makes no difference.
    pub annual: Option<Quantity>,
    /// The window that the value is over; null where it does not depend on one.
    pub window: Option<Window>,
    /// The band of the annual value; null where the metric has none.
    pub band: Option<Band>,
    /// The line to reach; null where there is none.
    pub target: Option<Target>,
    /// What comparable companies reach, as far as it is published for those that were chosen.
    pub neighbours: Vec<Neighbour>,
    /// The value as it is read, with its unit and window: "107.5% a quarter"; a dash where there is none.
    pub printed: String,
    /// The annual value as it is read, where it was made of a shorter window: "133.5% a year, annualised, not measured".
    pub printed_annual: Option<String>,
    /// A word on how the value was made: "entered", "just below the line".
    pub note: Option<String>,
}

/// Why there is no value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Reason {
    /// The reason in short.
    pub code: ReasonCode,
    /// The slugs of the figures that are missing; empty for any other reason.
    #[cfg_attr(test, ts(type = "Array<FigureSlug>"))]
    pub missing: Vec<String>,
    /// The reason in a sentence.
    pub sentence: String,
    /// The way out in a sentence, where there is one.
    pub way_out: Option<String>,
}

/// The metric with the book's figures, after the levers.
pub(super) fn report(context: &Context<'_>, metric: &'static Metric) -> MetricReport {
    let outcome = context.value(metric);
    let scale = context.scale(metric);
    let (printed, printed_annual, note) = match shown_value(context, metric) {
        Value::Known { text, unit, annual, note } => {
            let gap = if unit.is_empty() { "" } else { " " };
            ([text.as_str(), gap, &unit].concat(), annual, note)
        }
        Value::Undefined { .. } => (DASH.into(), None, None),
    };
    MetricReport {
        slug: metric.slug.into(),
        term: metric.term.into(),
        abbreviation: metric.abbreviation.map(Into::into),
        panel: panel_of(metric).into(),
        unit: metric.unit.into(),
        stands_for: match metric.role {
            Role::VariantOf(head) => Some(head.slug.into()),
            Role::Main | Role::More => None,
        },
        convention: context.after.convention(metric).slug.into(),
        is_entered: context.after.known(metric).is_some(),
        value: outcome.as_ref().ok().and_then(Quantity::of),
        reason: outcome.err().map(|reason| why(context, &reason)),
        annual: context.annual(metric).ok().as_ref().and_then(Quantity::of),
        window: metric.depends_on_window().then(|| context.writer.window.into()),
        band: scale.as_ref().and_then(|scale| lines::band(context, metric, scale)),
        target: scale.as_ref().and_then(|scale| lines::target(context, metric, scale)),
        neighbours: lines::all_neighbours(context, metric),
        printed,
        printed_annual,
        note,
    }
}

/// The slug of the panel in which it stands.
pub(super) fn panel_of(metric: &'static Metric) -> &'static str {
    PANELS.iter().find(|panel| panel.metrics.contains(&metric)).map_or("", |panel| panel.slug)
}

/// The reason in code and words.
pub(super) fn why(context: &Context<'_>, reason: &Undefined) -> Reason {
    let missing = match reason {
        Undefined::Missing(figures) => figures.iter().map(|figure| figure.slug.into()).collect(),
        _ => Vec::new(),
    };
    Reason {
        code: reason.into(),
        missing,
        sentence: sentence::undefined(reason, |figure| context.is_unread(figure)),
        way_out: sentence::way_out(reason).map(Into::into),
    }
}
