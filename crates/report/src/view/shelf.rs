//! What stands on the page in place of figures and cards: conventions side by side, how metrics feed each other, the
//! reference.

use super::{BenchmarksView, BuilderView, SelectOption, SourceNote, Standing, WhatIfsView};

/// A view that is no calculator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// Scenarios, goals, sensitivity and projection.
    WhatIfs(Box<WhatIfsView>),
    /// Every published table.
    Benchmarks(BenchmarksView),
    /// The same figures under every convention.
    Conventions(ConventionsView),
    /// Which metric feeds which.
    Relations(RelationsView),
    /// Every definition.
    Reference(ReferenceView),
    /// What takes a calculator into another page.
    Embed(BuilderView),
}

/// The same figures under every convention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConventionsView {
    /// One for each metric that can be counted in more than one way, and one for how years are made.
    pub choices: Vec<ConventionChoice>,
}

/// The ways in which one metric can be counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConventionChoice {
    /// The metric's slug, for actions; `annualising` for how shorter windows become years.
    pub slug: &'static str,
    /// What is chosen: "Logo churn".
    pub title: &'static str,
    /// The metrics whose values stand in the columns.
    pub columns: Vec<&'static str>,
    /// The conventions.
    pub rows: Vec<ConventionRow>,
}

/// One convention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConventionRow {
    /// Its slug, for actions.
    pub slug: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its formula in names, or what it does.
    pub formula: String,
    /// The value of each column's metric, written, and its band.
    pub values: Vec<ConventionValue>,
    /// Whether it is the chosen one.
    pub is_chosen: bool,
}

/// A value under one convention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConventionValue {
    /// The value with its unit, or a dash.
    pub text: String,
    /// The name of its band and how good that is, where it has one.
    pub band: Option<(String, Standing)>,
}

/// Which metric feeds which, around one metric.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelationsView {
    /// The metrics to choose from.
    pub metrics: Vec<SelectOption>,
    /// What the picture says in a sentence.
    pub summary: String,
    /// The columns of the map, from what is entered to what rests on it.
    pub columns: Vec<Vec<MapNode>>,
    /// The lines between them.
    pub edges: Vec<MapEdge>,
    /// What tends to move together.
    pub tendencies: Vec<TendencyRow>,
}

/// A figure or metric on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapNode {
    /// Its slug.
    pub slug: &'static str,
    /// Its name.
    pub label: &'static str,
    /// Its value, or a dash.
    pub value: String,
    /// Whether it is a metric, which can be put into the middle.
    pub is_metric: bool,
    /// Whether it is the one in the middle.
    pub is_focus: bool,
}

/// A line between two nodes: column and place of each, counted from zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MapEdge {
    /// Where it begins.
    pub from: (usize, usize),
    /// Where it ends.
    pub to: (usize, usize),
}

/// Two things that tend to move together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TendencyRow {
    /// What moves first.
    pub cause: &'static str,
    /// What tends to follow.
    pub effect: &'static str,
    /// How: "both rise", "one rises, the other falls".
    pub how: &'static str,
    /// Where that is from.
    pub source: SourceNote,
}

/// Every definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferenceView {
    /// By panel.
    pub panels: Vec<DefinitionPanel>,
}

/// The definitions of a panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DefinitionPanel {
    /// The name under which it is linked.
    pub slug: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its metrics.
    pub definitions: Vec<Definition>,
}

/// One metric's definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The metric's slug.
    pub slug: &'static str,
    /// The field's term with its abbreviation.
    pub term: String,
    /// What it is, in plain words.
    pub plain: &'static str,
    /// One sentence of meaning.
    pub meaning: &'static str,
    /// The formula in names.
    pub formula: String,
    /// Its unit in words: "a share, over the window".
    pub unit: &'static str,
    /// Which way is better, in words.
    pub direction: &'static str,
    /// How it carries over to a year, where it depends on the window.
    pub annual: Option<&'static str>,
    /// The figures that it needs, by their names, with what to enter.
    pub figures: Vec<(&'static str, &'static str)>,
    /// Its bands: name and span.
    pub bands: Vec<(String, String)>,
    /// Where formula and bands are from.
    pub sources: Vec<SourceNote>,
    /// The metric for which it stands as another convention.
    pub stands_for: Option<&'static str>,
}
