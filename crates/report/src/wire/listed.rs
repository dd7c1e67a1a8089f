//! What there is: metrics, figures, benchmarks, whom benchmarks are for, health models.

use plimsoll_forecast::Lever;
use plimsoll_metrics::benchmarks::{self, Industry, Segment, Stage};
use plimsoll_metrics::health::HEALTH_MODELS;
use plimsoll_metrics::{Figure, Metric, Role, all_metrics, figures};
use serde::{Deserialize, Serialize};

use super::lines::{Neighbour, ScaleBand, Target, all_neighbours, target};
use super::metric::panel_of;
use super::number::Quantity;
use super::source::Source;
use super::words::{Direction, Unit};
use crate::sentence::segment_label;
use crate::show::{Context, figures_of, formula};

/// One metric, as it is defined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MetricEntry {
    /// The name under which it is stored and linked.
    #[cfg_attr(test, ts(type = "MetricSlug"))]
    pub slug: String,
    /// Its name as a key of an object: `netRevenueRetention`.
    #[cfg_attr(test, ts(type = "MetricName"))]
    pub name: String,
    /// The field's own term.
    pub term: String,
    /// The term's usual abbreviation, where there is one.
    pub abbreviation: Option<String>,
    /// The slug of its panel.
    pub panel: String,
    /// What it is, in plain words.
    pub plain: String,
    /// One sentence of meaning.
    pub meaning: String,
    /// What its number counts.
    pub unit: Unit,
    /// Which way is better.
    pub direction: Direction,
    /// Whether its value depends on the window.
    pub depends_on_window: bool,
    /// Its formula in names.
    pub formula: String,
    /// The figures it rests on, by slug.
    #[cfg_attr(test, ts(type = "Array<FigureSlug>"))]
    pub figures: Vec<String>,
    /// The slug of the metric for which it is another convention; null where it is none.
    #[cfg_attr(test, ts(type = "MetricSlug | null"))]
    pub stands_for: Option<String>,
    /// Where the formula is from.
    pub sources: Vec<Source>,
}

/// One figure, as it is defined.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FigureEntry {
    /// The name under which it is stored and linked.
    #[cfg_attr(test, ts(type = "FigureSlug"))]
    pub slug: String,
    /// Its name as a key of an object: `startMrr`.
    #[cfg_attr(test, ts(type = "FigureName"))]
    pub name: String,
    /// The field's own term.
    pub term: String,
    /// What to enter, in a sentence.
    pub meaning: String,
    /// What its number counts.
    pub unit: Unit,
    /// What counts while nothing is entered; null where it has to be entered.
    pub assumed: Option<Quantity>,
}

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Choice {
    /// The name under which it is chosen.
    pub slug: String,
    /// Its name for people.
    pub label: String,
}

/// A model of what makes an account healthy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HealthModel {
    /// The name under which it is chosen.
    pub slug: String,
    /// Its name.
    pub term: String,
    /// What its source says about using it.
    pub advice: String,
    /// Its indicators.
    pub indicators: Vec<Indicator>,
    /// Where it is from.
    pub source: Source,
}

/// An indicator of a model.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Indicator {
    /// The name under which it is stored.
    pub slug: String,
    /// Its name as a key of an object: `usageFrequency`.
    pub name: String,
    /// Its name for people.
    pub term: String,
    /// The question it answers.
    pub question: String,
    /// What it weighs, in percent; weights count by their share of the sum.
    pub weight: Option<Quantity>,
}

/// All that has a name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Listing {
    /// Every metric and every convention, panel by panel.
    pub metrics: Vec<MetricEntry>,
    /// Every figure.
    pub figures: Vec<FigureEntry>,
    /// The sizes of customers.
    pub segments: Vec<Choice>,
    /// The industries.
    pub industries: Vec<Choice>,
    /// The stages of a company.
    pub stages: Vec<Choice>,
    /// The levers.
    pub levers: Vec<Choice>,
    /// The currencies, by ISO 4217 code.
    pub currencies: Vec<String>,
    /// The models of health.
    pub health_models: Vec<HealthModel>,
}

/// What a metric is held against.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Benchmark {
    /// The metric's slug.
    #[cfg_attr(test, ts(type = "MetricSlug"))]
    pub metric: String,
    /// The bands, lowest values first; empty where there are none.
    pub bands: Vec<ScaleBand>,
    /// The line to reach.
    pub target: Option<Target>,
    /// What comparable companies reach.
    pub neighbours: Vec<Neighbour>,
    /// Where the bands are from.
    pub source: Option<Source>,
}

/// A slug as a key of an object: `start-mrr` is `startMrr`.
pub(super) fn name_of(slug: &str) -> String {
    let mut name = String::new();
    for word in slug.split('-') {
        let mut letters = word.chars();
        if !name.is_empty() {
            name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        }
        name.push_str(letters.as_str());
    }
    name
}

pub(super) fn listing(context: &Context<'_>) -> Listing {
    Listing {
        metrics: all_metrics().map(|metric| metric_entry(context, metric)).collect(),
        figures: figures::all().map(figure_entry).collect(),
        segments: Segment::ALL.iter().map(|one| choice(one.slug(), segment_label(*one))).collect(),
        industries: Industry::ALL.iter().map(|one| choice(one.slug(), one.label())).collect(),
        stages: Stage::ALL.iter().map(|one| choice(one.slug(), one.label())).collect(),
        levers: Lever::ALL.iter().map(|one| choice(one.slug(), crate::sentence::lever_label(*one))).collect(),
        currencies: plimsoll_metrics::Currency::ALL.iter().map(|one| one.code().into()).collect(),
        health_models: HEALTH_MODELS.iter().map(|model| health_model(model)).collect(),
    }
}

fn choice(slug: &str, label: &str) -> Choice {
    Choice { slug: slug.into(), label: label.into() }
}

fn metric_entry(context: &Context<'_>, metric: &'static Metric) -> MetricEntry {
    MetricEntry {
        slug: metric.slug.into(),
        name: name_of(metric.slug),
        term: metric.term.into(),
        abbreviation: metric.abbreviation.map(Into::into),
        panel: panel_of(metric).into(),
        plain: metric.plain.into(),
        meaning: metric.meaning.into(),
        unit: metric.unit.into(),
        direction: metric.direction.into(),
        depends_on_window: metric.depends_on_window(),
        formula: formula(context, metric),
        figures: figures_of(metric).map(|figure| figure.slug.into()).collect(),
        stands_for: match metric.role {
            Role::VariantOf(head) => Some(head.slug.into()),
            Role::Main | Role::More => None,
        },
        sources: metric.sources.iter().map(|source| Source::from(*source)).collect(),
    }
}

fn figure_entry(figure: &'static Figure) -> FigureEntry {
    FigureEntry {
        slug: figure.slug.into(),
        name: name_of(figure.slug),
        term: figure.term.into(),
        meaning: figure.meaning.into(),
        unit: figure.unit.into(),
        assumed: figure.assumed().as_ref().and_then(Quantity::of),
    }
}

fn health_model(model: &plimsoll_metrics::health::HealthModel) -> HealthModel {
    let hundredth = |count: u32| plimsoll_metrics::Exact::from(rust_decimal::Decimal::new(count.into(), 2));
    let indicator = |component: &plimsoll_metrics::health::Component| Indicator {
        slug: component.slug.into(),
        name: name_of(component.slug),
        term: component.term.into(),
        question: component.question.into(),
        weight: Quantity::of(&hundredth(component.weight)),
    };
    HealthModel {
        slug: model.slug.into(),
        term: model.term.into(),
        advice: model.advice.into(),
        indicators: model.components.iter().map(indicator).collect(),
        source: model.source.into(),
    }
}

/// What every metric is held against, where it is held against anything.
pub(super) fn benchmarks(context: &Context<'_>) -> Vec<Benchmark> {
    let benchmark = |metric: &'static Metric| {
        let scale = context.scale(metric);
        let scale: Option<&benchmarks::Scale> = scale.as_deref();
        let neighbours = all_neighbours(context, metric);
        (scale.is_some() || !neighbours.is_empty()).then(|| Benchmark {
            metric: metric.slug.into(),
            bands: scale.iter().flat_map(|scale| scale.bands.iter()).map(Into::into).collect(),
            target: scale.and_then(|scale| target(context, metric, scale)),
            neighbours,
            source: scale.map(|scale| (&scale.source).into()),
        })
    };
    all_metrics().filter_map(benchmark).collect()
}
