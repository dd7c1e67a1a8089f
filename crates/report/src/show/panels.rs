//! The panels of the open view: cards of what has a value, and the metrics that wait for figures.

use std::rc::Rc;

use plimsoll_metrics::{Figure, Metric, Panel, Role, Undefined, find_figure};

use super::Context;
use super::card::{self, term};
use crate::sentence;
use crate::state::State;
use crate::view::{Card, PanelView, Useful, Waiting};

/// The panels, with the figure that would help most. A card that is held is not worked out anew.
pub(super) fn show(
    context: &Context<'_>,
    state: &State,
    panels: impl Iterator<Item = &'static Panel>,
    held: &dyn Fn(&str) -> Option<Rc<Card>>,
) -> (Vec<PanelView>, Option<Useful>) {
    let mut missing = Vec::new();
    let views = panels
        .map(|panel| PanelView {
            slug: panel.slug,
            title: panel.title,
            cards: heads(panel)
                .filter(|metric| has_card(context, metric))
                .map(|metric| {
                    held(metric.slug).unwrap_or_else(|| Rc::new(card::show(context, state, metric)))
                })
                .collect(),
            waiting: heads(panel).filter_map(|metric| waiting(context, metric, &mut missing)).collect(),
        })
        .collect();
    (views, useful(&missing))
}

/// The metrics of a panel without those that only stand in another one's place.
pub(crate) fn heads(panel: &'static Panel) -> impl Iterator<Item = &'static Metric> {
    panel.metrics.iter().copied().filter(|metric| !matches!(metric.role, Role::VariantOf(_)))
}

/// A main metric always has a card; another one as soon as it is known, or more than a figure is in its way.
fn has_card(context: &Context<'_>, metric: &'static Metric) -> bool {
    matches!(metric.role, Role::Main)
        || context.read.known.get(&metric).is_some()
        || !matches!(context.value(metric), Err(Undefined::Missing(_)))
}

fn waiting(
    context: &Context<'_>,
    metric: &'static Metric,
    missing: &mut Vec<Vec<&'static Figure>>,
) -> Option<Waiting> {
    let Err(reason @ Undefined::Missing(_)) = context.value(metric) else { return None };
    let needs = sentence::undefined(&reason, |figure| context.is_unread(figure));
    if let Undefined::Missing(figures) = reason {
        missing.push(figures);
    }
    (!has_card(context, metric)).then(|| Waiting {
        slug: metric.slug,
        plain: metric.plain,
        term: term(metric),
        needs,
    })
}

/// The figure that gives the most metrics by itself; of equals, the one that the most wait for.
fn useful(missing: &[Vec<&'static Figure>]) -> Option<Useful> {
    let alone =
        |figure: &'static Figure| missing.iter().filter(|figures| figures.as_slice() == [figure]).count();
    let among = |figure: &'static Figure| missing.iter().filter(|figures| figures.contains(&figure)).count();
    let mut best: Option<(&'static Figure, (usize, usize))> = None;
    for figure in missing.iter().flatten() {
        let gain = (alone(figure), among(figure));
        if best.is_none_or(|(_, held)| gain > held) {
            best = Some((figure, gain));
        }
    }
    let (figure, (alone, among)) = best?;
    let gives = match (alone, among) {
        (0, 1) => "One metric waits for it, and for others.".into(),
        (0, count) => [&count.to_string(), " metrics wait for it, and for others."].concat(),
        (1, _) => "One more metric follows from it.".into(),
        (count, _) => [&count.to_string(), " more metrics follow from it."].concat(),
    };
    find_figure(figure.slug).map(|figure| Useful { figure: figure.slug, label: figure.term, gives })
}
