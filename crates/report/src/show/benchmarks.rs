//! Every published table, the health models and the signals: sorted and searched.

use plimsoll_metrics::benchmarks::{Body, Cell, Source, TABLES, Table};
use plimsoll_metrics::health::{Given, HEALTH_MODELS, HealthModel, Weight, effective_weights};
use plimsoll_metrics::signals::{CHURN_SIGNALS, EXPANSION_SIGNALS, Line, RULES, TIMED_INDICATORS};
use plimsoll_metrics::{Exact, Unit, find_metric};

use super::{Context, pack};
use crate::sentence::{capital, list, source_note};
use crate::state::State;
use crate::view::{BenchmarksView, PackProblem, TableCell, TableSection, TableView, TableViewRow};

/// The tables in which the text stands; all of them for none.
pub(super) fn show(
    context: &Context<'_>,
    state: &State,
    refused: Option<PackProblem>,
    search: &str,
) -> BenchmarksView {
    let published = TABLES.iter().map(|table| published(context, table)).collect();
    let models = HEALTH_MODELS.iter().map(|model| health_model(context, model)).collect();
    let sections = [
        section("Published benchmarks", published, search),
        section("Health models", models, search),
        section("Signals and rules", vec![churn(context), expansion(context), timing(), rules()], search),
    ];
    let tables = || sections.iter().flat_map(|section| &section.tables);
    let rows: usize = tables().map(|table| table.rows.len()).sum();
    let count = |count: usize, one: &str, many: &str| {
        [count.to_string().as_str(), " ", if count == 1 { one } else { many }].concat()
    };
    BenchmarksView {
        pack: pack::show(context, state, refused),
        search: search.into(),
        found: [&count(tables().count(), "table", "tables"), ", ", &count(rows, "row", "rows")].concat(),
        sections: sections.iter().filter(|section| !section.tables.is_empty()).cloned().collect(),
    }
}

fn section(title: &'static str, tables: Vec<TableView>, search: &str) -> TableSection {
    TableSection { title, tables: tables.into_iter().filter_map(|table| found(table, search)).collect() }
}

/// The table with the rows in which every word stands; whole where they stand in what is said about it.
fn found(mut table: TableView, search: &str) -> Option<TableView> {
    let words: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
    let about = [table.title.as_str(), " ", &table.about].concat().to_lowercase();
    let left: Vec<&String> = words.iter().filter(|word| !about.contains(word.as_str())).collect();
    table.rows.retain(|row| {
        let text =
            row.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" ").to_lowercase();
        left.iter().all(|word| text.contains(word.as_str()))
    });
    (!table.rows.is_empty()).then_some(table)
}

fn published(context: &Context<'_>, table: &'static Table) -> TableView {
    let rows = table.rows();
    let columns = table.columns();
    let ranks: Vec<Vec<Option<usize>>> = (0..columns.len()).map(|column| ranks(&rows, column)).collect();
    let row = |(place, cells): (usize, &Vec<Cell>)| TableViewRow {
        cells: cells
            .iter()
            .enumerate()
            .map(|(column, cell)| TableCell {
                text: context.writer.cell(*cell),
                rank: ranks.get(column).and_then(|ranks| ranks.get(place).copied().flatten()),
            })
            .collect(),
        note: note(table, place),
    };
    TableView {
        slug: table.slug.into(),
        title: table.title.into(),
        basis: table.basis.into(),
        about: about(table.slugs()),
        columns: columns.iter().map(|column| column.title).collect(),
        rows: rows.iter().enumerate().map(row).collect(),
        source: source_note(table.source),
    }
}

/// The place of each number of a column among them.
fn ranks(rows: &[Vec<Cell>], column: usize) -> Vec<Option<usize>> {
    let keys: Vec<Option<Exact>> =
        rows.iter().map(|cells| cells.get(column).and_then(|cell| cell.sort_key())).collect();
    let rank = |key: &Exact| keys.iter().flatten().filter(|other| *other < key).count();
    keys.iter().map(|key| key.as_ref().map(rank)).collect()
}

/// Where a row is from, where that is not the table's source, and what another source says.
fn note(table: &'static Table, place: usize) -> Option<String> {
    let source = table.source_of(place);
    let own = (source != table.source).then(|| ["From ", &source_note(source).text, "."].concat());
    let dissent = match &table.body {
        Body::Levels { .. } => None,
        Body::Rows { rows, .. } => rows.get(place).and_then(|row| row.dissent),
    };
    match (own, dissent) {
        (None, None) => None,
        (Some(own), None) => Some(own),
        (None, Some(dissent)) => Some(dissent.into()),
        (Some(own), Some(dissent)) => Some([&own, " ", dissent].concat()),
    }
}

fn about(slugs: impl Iterator<Item = &'static str>) -> String {
    let mut terms: Vec<String> = Vec::new();
    for term in slugs.filter_map(find_metric).map(|metric| metric.short().to_owned()) {
        if !terms.contains(&term) {
            terms.push(term);
        }
    }
    if terms.is_empty() { String::new() } else { ["Speaks of: ", &list(&terms), "."].concat() }
}

/// A cell of words.
fn words(text: impl Into<String>) -> TableCell {
    TableCell { text: text.into(), rank: None }
}

fn row(cells: Vec<TableCell>) -> TableViewRow {
    TableViewRow { cells, note: None }
}

fn health_model(context: &Context<'_>, model: &'static HealthModel) -> TableView {
    let weights: Vec<Weight> = model
        .components
        .iter()
        .map(|component| Weight { hundredths: component.weight, present: true })
        .collect();
    let shares = effective_weights(&weights).unwrap_or_default();
    let percent = |hundredths: u32| context.writer.exact_percent(&hundredth(hundredths));
    let rows = model.components.iter().zip(&shares).map(|(component, share)| {
        let given = match component.given {
            Given::Nothing => "not given".into(),
            Given::Exactly(one) => percent(one),
            Given::Between(low, high) => [&percent(low), " to ", &percent(high)].concat(),
        };
        let rank = shares.iter().filter(|other| *other < share).count();
        let share = TableCell { text: context.writer.exact_percent(share), rank: Some(rank) };
        row(vec![words(component.term), words(component.question), words(given), share])
    });
    TableView {
        slug: ["model-", model.slug].concat(),
        title: model.term.into(),
        basis: [capital(model.weights_from).as_str(), ". ", model.advice].concat(),
        about: String::new(),
        columns: vec!["Indicator", "Question", "Weight in the source", "Counts for"],
        rows: rows.collect(),
        source: source_note(model.source),
    }
}

fn hundredth(count: u32) -> Exact {
    Exact::from(rust_decimal::Decimal::new(count.into(), 4))
}

fn churn(context: &Context<'_>) -> TableView {
    let rows = CHURN_SIGNALS.iter().map(|signal| {
        let (low, high) = signal.lead_days;
        let day = |days: u32| context.writer.formatter.number(days.into(), 0);
        let lead = TableCell {
            text: [&day(low), " to ", &day(high), " days"].concat(),
            rank: usize::try_from(low).ok(),
        };
        let strength = CHURN_SIGNALS.iter().filter(|other| other.strength < signal.strength).count();
        let strength = TableCell { text: signal.strength.label().into(), rank: Some(strength) };
        row(vec![words(signal.term), words(signal.change), lead, strength])
    });
    signals(
        "churn-signals",
        "What comes before churn",
        vec!["Signal", "Change", "How long before", "Strength"],
        rows.collect(),
        CHURN_SIGNALS.iter().map(|signal| signal.source),
    )
}

fn expansion(context: &Context<'_>) -> TableView {
    let rows = EXPANSION_SIGNALS.iter().map(|signal| {
        let percent = |percent: u32| context.writer.whole(Unit::Percent, &Exact::percent(percent.into()));
        let line = signal.line.map_or_else(String::new, |line| match line {
            Line::From(line) => [&percent(line), " or more"].concat(),
            Line::Below(line) => ["below ", &percent(line)].concat(),
        });
        let cells = vec![words(signal.sign), words(line), words(signal.ready_for)];
        TableViewRow { cells, note: signal.dissent.map(Into::into) }
    });
    signals(
        "expansion-signals",
        "What shows that a customer is ready for more",
        vec!["Sign", "Line", "Ready for"],
        rows.collect(),
        EXPANSION_SIGNALS.iter().flat_map(|signal| signal.sources.iter().copied()),
    )
}

fn timing() -> TableView {
    let rows = TIMED_INDICATORS.iter().map(|indicator| {
        let readers = indicator.timing.readers().unwrap_or("nobody");
        row(vec![
            words(indicator.term),
            words(indicator.timing.label()),
            words(readers),
            words(indicator.note),
        ])
    });
    signals(
        "timed-indicators",
        "What looks ahead, and what looks back",
        vec!["Indicator", "Speaks", "Read by", "Note"],
        rows.collect(),
        TIMED_INDICATORS.iter().flat_map(|indicator| indicator.sources.iter().copied()),
    )
}

fn rules() -> TableView {
    let rows = RULES.iter().map(|rule| {
        let note = rule.after.map(|after| ["After ", after, "."].concat());
        TableViewRow { cells: vec![words(rule.text)], note }
    });
    signals("rules", "Rules and findings", vec!["Rule"], rows.collect(), RULES.iter().map(|rule| rule.source))
}

fn signals(
    slug: &str,
    title: &str,
    columns: Vec<&'static str>,
    rows: Vec<TableViewRow>,
    sources: impl Iterator<Item = &'static Source>,
) -> TableView {
    let mut named: Vec<&'static Source> = Vec::new();
    for source in sources {
        if !named.contains(&source) {
            named.push(source);
        }
    }
    let mut notes = named.iter().map(|source| source_note(source));
    let mut source =
        notes.next().unwrap_or_else(|| source_note(&plimsoll_metrics::benchmarks::sources::BENCHMARK_SURVEY));
    for other in notes {
        source.text = [source.text.as_str(), "; ", &other.text].concat();
    }
    TableView {
        slug: slug.into(),
        title: title.into(),
        basis: String::new(),
        about: String::new(),
        columns,
        rows,
        source,
    }
}
