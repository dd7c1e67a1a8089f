//! Which figure and metric feeds which: a map around one metric, drawn from the formulas themselves.

use plimsoll_metrics::metrics::LTV_CAC;
use plimsoll_metrics::signals::{RELATIONSHIPS, Relation, Relationship};
use plimsoll_metrics::{Expression, Figure, Metric, all_metrics, find_metric};

use super::Context;
use super::panels::heads;
use super::write::DASH;
use crate::sentence::{inline, source_note};
use crate::view::{MapEdge, MapNode, RelationsView, SelectOption, TendencyRow};

/// A figure or a metric.
#[derive(Clone, Copy, PartialEq)]
enum Item {
    Figure(&'static Figure),
    Metric(&'static Metric),
}

/// The map around the metric of this slug, LTV:CAC where there is none.
pub(super) fn show(context: &Context<'_>, slug: &str) -> RelationsView {
    let focus = find_metric(slug).unwrap_or(&LTV_CAC);
    let columns = columns(context, focus);
    let edges = edges(context, &columns);
    let rest =
        columns.iter().skip_while(|column| !column.contains(&Item::Metric(focus))).skip(1).flatten().count();
    let fed = columns.iter().take_while(|column| !column.contains(&Item::Metric(focus))).flatten().count();
    let node = |item: &Item| node(context, *item, focus);
    RelationsView {
        metrics: options(focus),
        summary: summary(focus, fed, rest),
        columns: columns.iter().map(|column| column.iter().map(node).collect()).collect(),
        edges,
        tendencies: tendencies(),
    }
}

/// What tends to move together, as the source tells it.
fn tendencies() -> Vec<TendencyRow> {
    let row = |row: &Relationship| TendencyRow {
        cause: row.mover.term,
        effect: row.moved.term,
        how: match (row.relation, row.mover.up) {
            (Relation::Direct, _) => "both rise",
            (Relation::Inverse, true) => "the first rises, the second falls",
            (Relation::Inverse, false) => "the first falls, the second rises",
        },
        source: source_note(row.source),
    };
    RELATIONSHIPS.iter().map(row).collect()
}

fn options(focus: &'static Metric) -> Vec<SelectOption> {
    let option = |metric: &'static Metric| SelectOption {
        value: metric.slug.into(),
        label: metric.term.into(),
        selected: metric == focus,
    };
    plimsoll_metrics::PANELS.iter().flat_map(|panel| heads(panel)).map(option).collect()
}

fn summary(focus: &Metric, fed: usize, rest: usize) -> String {
    let count = |count: usize, one: &str, many: &str| match count {
        0 => ["no ", one].concat(),
        1 => ["one ", one].concat(),
        _ => [count.to_string().as_str(), " ", many].concat(),
    };
    let term = inline(focus.short());
    [
        &count(fed, "figure or metric feeds ", "figures and metrics feed "),
        &term,
        "; ",
        &count(rest, "metric rests on it.", "metrics rest on it."),
    ]
    .concat()
}

/// What feeds the metric, farthest first, the metric itself, and what rests on it, nearest first.
fn columns(context: &Context<'_>, focus: &'static Metric) -> Vec<Vec<Item>> {
    let mut before: Vec<Vec<Item>> = layers(Item::Metric(focus), |item| parts(context, item));
    before.reverse();
    let after = layers(Item::Metric(focus), |item| match item {
        Item::Metric(metric) => resting(context, metric),
        Item::Figure(_) => Vec::new(),
    });
    before.into_iter().chain([vec![Item::Metric(focus)]]).chain(after).collect()
}

/// Everything that is reached from an item, each at its longest way from it.
fn layers(from: Item, next: impl Fn(Item) -> Vec<Item>) -> Vec<Vec<Item>> {
    let mut layers: Vec<Vec<Item>> = Vec::new();
    let mut front = vec![from];
    loop {
        let mut reached: Vec<Item> = Vec::new();
        for item in front.iter().flat_map(|item| next(*item)) {
            if !reached.contains(&item) {
                reached.push(item);
            }
        }
        if reached.is_empty() {
            return layers;
        }
        // What is reached once more stands farther out.
        layers.iter_mut().for_each(|layer| layer.retain(|item| !reached.contains(item)));
        layers.push(reached.clone());
        front = reached;
    }
}

/// What stands in the formula itself.
fn parts(context: &Context<'_>, item: Item) -> Vec<Item> {
    let mut found = Vec::new();
    if let Item::Metric(metric) = item
        && context.after.stand_in(metric).is_none()
    {
        gather(&context.after.convention(metric).formula, &mut found);
    }
    found
}

fn gather(formula: &'static Expression, found: &mut Vec<Item>) {
    let item = match formula {
        Expression::Figure(figure) => Item::Figure(figure),
        Expression::Metric(metric) => Item::Metric(metric),
        _ => return formula.parts().into_iter().for_each(|part| gather(part, found)),
    };
    if !found.contains(&item) {
        found.push(item);
    }
}

/// The metrics in whose formula the metric stands.
fn resting(context: &Context<'_>, metric: &'static Metric) -> Vec<Item> {
    all_metrics()
        .filter(|other| other.head() == *other)
        .map(Item::Metric)
        .filter(|other| parts(context, *other).contains(&Item::Metric(metric)))
        .collect()
}

fn edges(context: &Context<'_>, columns: &[Vec<Item>]) -> Vec<MapEdge> {
    let place = |wanted: Item| {
        columns
            .iter()
            .enumerate()
            .find_map(|(column, items)| Some((column, items.iter().position(|item| *item == wanted)?)))
    };
    let all = columns.iter().flatten();
    all.flat_map(|item| parts(context, *item).into_iter().map(move |part| (part, *item)))
        .filter_map(|(part, item)| Some(MapEdge { from: place(part)?, to: place(item)? }))
        .filter(|edge| edge.from.0 < edge.to.0)
        .collect()
}

fn node(context: &Context<'_>, item: Item, focus: &'static Metric) -> MapNode {
    match item {
        Item::Figure(figure) => MapNode {
            slug: figure.slug,
            label: figure.term,
            value: context
                .after
                .counted(figure)
                .map_or_else(|| DASH.into(), |value| context.writer.figure(figure, &value)),
            is_metric: false,
            is_focus: false,
        },
        Item::Metric(metric) => MapNode {
            slug: metric.slug,
            label: metric.short(),
            value: context
                .value(metric)
                .map_or_else(|_| DASH.into(), |value| context.writer.value(metric.unit, &value)),
            is_metric: true,
            is_focus: metric == focus,
        },
    }
}
