//! One metric as plain values.

use plimsoll_metrics::{Exact, Metric, PANELS, Role, Undefined};
use serde::{Deserialize, Serialize};

use super::words::{ReasonCode, Standing, Unit};
use crate::sentence;
use crate::show::{Context, DASH, shown_value, verdict};
use crate::view::Value;

/// The most decimals of a number whose decimals do not end.
const MOST_DECIMALS: u32 = 20;

/// One metric: its value or the reason why there is none, and what that comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MetricReport {
    /// The name under which it is stored and linked.
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
    pub stands_for: Option<String>,
    /// The slug of the metric whose formula counted: the chosen convention, or its own.
    pub convention: String,
    /// Whether the value was entered as known.
    pub is_entered: bool,
    /// The value over the window; null where there is none.
    pub value: Option<Quantity>,
    /// Why there is no value; null where there is one.
    pub reason: Option<Reason>,
    /// The value over a year, on which bands are; the same as `value` where the window makes no difference.
    pub annual: Option<Quantity>,
    /// The band of the annual value; null where the metric has none.
    pub band: Option<Band>,
    /// The value as it is read, with its unit and window: "107.5% a quarter"; a dash where there is none.
    pub printed: String,
    /// The annual value as it is read, where it was made of a shorter window: "133.5% a year, annualised, not measured".
    pub printed_annual: Option<String>,
    /// A word on how the value was made: "entered", "just below the line".
    pub note: Option<String>,
}

/// A number as decimal text, with a point and without groups: "0.935", "-0.5". A share is a part of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Quantity {
    /// The digits.
    pub decimal: String,
    /// Whether they are the whole number. One whose decimals do not end, as of a third, is rounded to 20 of them.
    pub is_exact: bool,
}

/// Why there is no value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Reason {
    /// The reason in short.
    pub code: ReasonCode,
    /// The slugs of the figures that are missing; empty for any other reason.
    pub missing: Vec<String>,
    /// The reason in a sentence.
    pub sentence: String,
    /// The way out in a sentence, where there is one.
    pub way_out: Option<String>,
}

/// The band that a value lies in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Band {
    /// Its name: "Below target".
    pub name: String,
    /// How good it is.
    pub standing: Standing,
}

/// The metric with the book's figures, after the levers.
pub(super) fn report(context: &Context<'_>, metric: &'static Metric) -> MetricReport {
    let outcome = context.value(metric);
    let levels = context.scale(metric);
    let verdict = levels.as_ref().and_then(|levels| verdict(context, metric, levels));
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
        value: outcome.as_ref().ok().and_then(number),
        reason: outcome.err().map(|reason| why(context, &reason)),
        annual: context.annual(metric).ok().as_ref().and_then(number),
        band: verdict
            .map(|verdict| Band { name: verdict.band.to_string(), standing: verdict.standing.into() }),
        printed,
        printed_annual,
        note,
    }
}

fn panel_of(metric: &'static Metric) -> &'static str {
    PANELS.iter().find(|panel| panel.metrics.contains(&metric)).map_or("", |panel| panel.slug)
}

/// As many decimals as the number has, up to twenty, or as fit.
fn number(value: &Exact) -> Option<Quantity> {
    let decimal = (0..=MOST_DECIMALS).rev().find_map(|places| value.to_decimal(places))?;
    Some(Quantity { decimal: decimal.to_string(), is_exact: Exact::from(decimal) == *value })
}

fn why(context: &Context<'_>, reason: &Undefined) -> Reason {
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
