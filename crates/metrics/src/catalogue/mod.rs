//! Every figure and metric of the product. A panel's table is the one place where its metrics stand.

mod engagement;
mod expansion;
pub mod figures;
mod health;
mod portfolio;
mod productivity;
mod renewal;
mod retention;
mod standing;
mod unit_economics;

use crate::{Figure, Metric};

/// Every metric, one `static` each.
pub mod metrics {
    pub use super::engagement::*;
    pub use super::expansion::*;
    pub use super::health::*;
    pub use super::portfolio::*;
    pub use super::productivity::*;
    pub use super::renewal::*;
    pub use super::retention::*;
    pub use super::standing::*;
    pub use super::unit_economics::*;
}

/// Metrics that are read together.
#[derive(Debug)]
pub struct Panel {
    /// The name under which it is linked.
    pub slug: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its metrics, most important first.
    pub metrics: &'static [&'static Metric],
}

/// The panels, in reading order.
pub static PANELS: [&Panel; 8] = [
    &retention::PANEL,
    &unit_economics::PANEL,
    &expansion::PANEL,
    &renewal::PANEL,
    &health::PANEL,
    &engagement::PANEL,
    &productivity::PANEL,
    &standing::PANEL,
];

/// What the health lab shows of a table of accounts, in reading order. Not among [`PANELS`]: the calculator has no fields for it.
pub static PORTFOLIO_PANEL: &Panel = &portfolio::PANEL;

/// Every metric of every panel.
pub fn all_metrics() -> impl Iterator<Item = &'static Metric> {
    PANELS.iter().flat_map(|panel| panel.metrics.iter().copied())
}

/// The metric of this slug.
#[must_use]
pub fn find_metric(slug: &str) -> Option<&'static Metric> {
    all_metrics().find(|metric| metric.slug == slug)
}

/// The figure of this slug.
#[must_use]
pub fn find_figure(slug: &str) -> Option<&'static Figure> {
    figures::all().find(|figure| figure.slug == slug)
}

/// The conventions that may stand in a metric's place, its own formula first; nothing where there is no choice.
#[must_use]
pub fn conventions(metric: &'static Metric) -> Vec<&'static Metric> {
    let variants = || all_metrics().filter(|other| *other != metric && other.head() == metric);
    if variants().next().is_none() {
        return Vec::new();
    }
    std::iter::once(metric).chain(variants()).collect()
}

/// A table of metrics: a `static` each, the panel that lists them, and their checks by the compiler.
macro_rules! panel {
    (
        $panel_slug:literal $title:literal
        $($(#[doc = $doc:literal])* $name:ident { $($field:ident: $value:expr,)* })*
    ) => {
        $(
            $(#[doc = $doc])*
            pub static $name: $crate::Metric = $crate::Metric { $($field: $value,)* };
            const _: () = $name.check();
        )*

        /// The metrics above, as one panel.
        pub(super) static PANEL: super::Panel =
            super::Panel { slug: $panel_slug, title: $title, metrics: &[$(&$name,)*] };
    };
}
pub(crate) use panel;

#[cfg(test)]
mod walk_through;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn slugs_are_unique() {
        let all = all_metrics().chain(PORTFOLIO_PANEL.metrics.iter().copied()).map(|metric| metric.slug);
        let figures = figures::all().chain(figures::of_portfolios()).map(|figure| figure.slug);
        let slugs: Vec<_> = all.chain(figures).collect();
        assert_eq!(slugs.iter().collect::<BTreeSet<_>>().len(), slugs.len());
    }

    #[test]
    fn what_improves_a_metric_stands_once_in_its_formula() {
        for metric in all_metrics().chain(PORTFOLIO_PANEL.metrics.iter().copied()) {
            for figure in metric.improved_by {
                assert_eq!(metric.formula.occurrences(figure), 1, "{} in {}", figure.slug, metric.slug);
            }
        }
    }

    #[test]
    fn every_metric_has_a_source_and_words() {
        for metric in all_metrics().chain(PORTFOLIO_PANEL.metrics.iter().copied()) {
            assert!(!metric.sources.is_empty(), "{}", metric.slug);
            assert!(metric.meaning.ends_with('.'), "{}", metric.slug);
            assert!(!metric.plain.ends_with('.'), "{}", metric.slug);
        }
    }
}
