//! What was drawn so far, as plain numbers.

use plimsoll_metrics::metrics::LTV_CAC;
use plimsoll_metrics::{Metric, find_metric};
use serde::{Deserialize, Serialize};

/// The 5th, 25th, 50th, 75th and 95th percentile over the draws that have a value. Shares are plain numbers: 2 % is 0.02.
pub type Five = [f64; 5];

/// What the draws say so far.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Drawn {
    /// How many draws of the figures there are.
    pub draws: u32,
    /// How many there will be.
    pub goal: u32,
    /// Of how many the figures contradict each other, so that nothing has a value.
    pub contradictions: u32,
    /// Every metric that rests on something uncertain, in the order of the catalogue.
    pub metrics: Vec<DrawnMetric>,
    /// The months ahead of each scenario for which they are uncertain.
    pub fans: Vec<DrawnFan>,
    /// Which uncertain input matters most for the metric that was asked about, that one first.
    pub weights: Vec<Weight>,
    /// The slug of the input that cannot be drawn, where there is one; then there is nothing else.
    pub refused: Option<String>,
}

impl Drawn {
    /// A metric that was drawn.
    pub(crate) fn metric(&self, metric: &'static Metric) -> Option<&DrawnMetric> {
        self.metrics.iter().find(|drawn| drawn.slug == metric.slug)
    }

    /// The metric that the weights are about: the one that was asked for, where it was drawn; else LTV : CAC, else the first one.
    pub(crate) fn about(&self, asked: Option<&'static Metric>) -> Option<&'static Metric> {
        let is_drawn = |metric: &&'static Metric| self.metric(metric).is_some();
        asked
            .filter(is_drawn)
            .or_else(|| Some(&LTV_CAC).filter(is_drawn))
            .or_else(|| find_metric(&self.metrics.first()?.slug))
    }
}

/// A metric over all draws.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DrawnMetric {
    /// Its slug.
    pub slug: String,
    /// Over the page's window; nothing where no draw has a value.
    pub window: Option<Five>,
    /// Over a year, as benchmarks are.
    pub annual: Option<Five>,
    /// How many draws have a value.
    pub counted: u32,
    /// How many draws lie in each band of its scale, lowest values first; empty without a scale.
    pub bands: Vec<u32>,
}

/// ARR now and at the end of each month ahead, of one scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DrawnFan {
    /// The scenario's name in keys.
    pub scenario: String,
    /// How many draws there are of it.
    pub draws: u32,
    /// Now, then month by month; nothing where no draw has a value.
    pub months: Vec<Option<Five>>,
    /// The share of draws that reach the target by the last month, where one was asked.
    pub reached: Option<f64>,
    /// Which uncertain input matters most for ARR at the end.
    pub weights: Vec<Weight>,
}

/// How one uncertain input goes with a result.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Weight {
    /// The slug of the figure or metric.
    pub slug: String,
    /// Spearman's rank correlation, from −1 to 1.
    pub correlation: f64,
}
