//! The views of the page: which panels of cards stand on which, and what else there is. A new view is a row here.

use plimsoll_metrics::{Metric, PANELS, Panel};

use crate::state::Inputs;
use crate::view::ViewTab;

/// One view of the page.
pub(crate) struct View {
    /// The name under which it is opened.
    pub(crate) slug: &'static str,
    title: &'static str,
    pub(crate) content: Content,
}

/// What stands on a view.
#[derive(Clone, Copy)]
pub(crate) enum Content {
    /// The cards of these panels, with their figures.
    Panels {
        /// The panels' slugs.
        slugs: &'static [&'static str],
        /// Whether the levers move anything here.
        has_levers: bool,
    },
    /// Scenarios, goals, sensitivity and projection.
    WhatIfs,
    /// Every published table.
    Benchmarks,
    /// The same figures under every convention.
    Conventions,
    /// Which metric feeds which.
    Relations,
    /// Every definition.
    Reference,
    /// What takes a calculator into another page.
    Embed,
    /// Weights of health scores, tried on accounts.
    Lab,
}

impl Content {
    /// The program that shows it: the page's own is empty.
    pub(crate) const fn program(self) -> &'static str {
        match self {
            Self::Panels { .. } => "",
            Self::Lab => "lab",
            _ => "shelf",
        }
    }
}

const fn panels(slugs: &'static [&'static str], has_levers: bool) -> Content {
    Content::Panels { slugs, has_levers }
}

static VIEWS: [View; 13] = [
    View { slug: "overview", title: "Overview", content: panels(&["retention", "unit-economics"], true) },
    View { slug: "expansion", title: "Expansion", content: panels(&["expansion"], true) },
    View { slug: "renewal", title: "Renewal", content: panels(&["renewal"], false) },
    View { slug: "health", title: "Health", content: panels(&["health"], false) },
    View { slug: "engagement", title: "Engagement", content: panels(&["engagement"], false) },
    View { slug: "team", title: "Team", content: panels(&["productivity"], false) },
    View { slug: "lab", title: "Health lab", content: Content::Lab },
    View { slug: "scenarios", title: "Scenarios", content: Content::WhatIfs },
    View { slug: "benchmarks", title: "Benchmarks", content: Content::Benchmarks },
    View { slug: "conventions", title: "Conventions", content: Content::Conventions },
    View { slug: "relations", title: "What feeds what", content: Content::Relations },
    View { slug: "reference", title: "Reference", content: Content::Reference },
    View { slug: "embed", title: "Embed", content: Content::Embed },
];

/// What the open view is about behind its name, after a colon: `relations:ltv-cac`.
pub(crate) fn about(inputs: &Inputs) -> &str {
    inputs.view.split_once(':').map_or("", |(_, about)| about)
}

/// The open view; the first one where there is none of that name.
pub(crate) fn open(inputs: &Inputs) -> &'static View {
    let slug = inputs.view.split(':').next().unwrap_or_default();
    let [first, ..] = &VIEWS;
    VIEWS.iter().find(|view| view.slug == slug).unwrap_or(first)
}

/// The bar of views.
pub(crate) fn tabs(open: &View) -> Vec<ViewTab> {
    let tab = |view: &View| ViewTab { slug: view.slug, title: view.title, is_open: view.slug == open.slug };
    VIEWS.iter().map(tab).collect()
}

/// The panels of the first view.
pub(crate) fn overview() -> impl Iterator<Item = &'static Panel> {
    let [first, ..] = &VIEWS;
    panels_of(first.content)
}

/// The panels of a view.
pub(crate) fn panels_of(content: Content) -> impl Iterator<Item = &'static Panel> {
    let slugs = match content {
        Content::Panels { slugs, .. } => slugs,
        _ => &[],
    };
    slugs.iter().filter_map(|slug| PANELS.iter().copied().find(|panel| panel.slug == *slug))
}

/// The slug of the view that holds the metric's card; the first one for what has no card.
///
/// ```
/// use plimsoll_metrics::metrics;
/// assert_eq!(plimsoll_report::view_of(&metrics::SEAT_UTILISATION), "expansion");
/// ```
#[must_use]
pub fn view_of(metric: &'static Metric) -> &'static str {
    let holds = |view: &&View| panels_of(view.content).any(|panel| panel.metrics.contains(&metric.head()));
    let [first, ..] = &VIEWS;
    VIEWS.iter().find(holds).unwrap_or(first).slug
}
