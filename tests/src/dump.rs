//! A page as text: every word of it, short enough to be read in a review. The paste panel has cases of its own.

mod goals;
mod scenarios;

use std::fmt::Write as _;

use plimsoll_report::view::{
    BenchmarksView, BuilderCheck, BuilderView, Card, Certainty, ConventionsView, EquationView, Explanation,
    FieldGroup, KnownEntry, Mark, OtherVoices, Page, ReferenceView, RelationsView, ScaleView, SelectOption,
    Shelf, SourceNote, Value, WhatIf, WhatIfsView,
};

/// Writes the page.
pub(crate) fn dump(page: &Page, shelf: Option<&Shelf>) -> String {
    let mut out = Out(String::new());
    out.line(0, &page.headline.sentence);
    out.line(0, &page.headline.detail);
    out.line(0, &format!("standing {:?}", page.headline.standing));
    let example = if page.is_example { ", the worked example" } else { "" };
    let empty = if page.is_empty { ", empty" } else { "" };
    out.line(0, &format!("undo {:?}, redo {:?}{example}{empty}", page.undo, page.redo));
    out.title("CHOICES");
    for choice in &page.choices {
        out.line(0, &format!("{}: {}", choice.label, options(&choice.options)));
        out.line(1, choice.hint);
    }
    page.groups.iter().for_each(|group| out.group(group));
    page.what_if.iter().for_each(|what_if| out.what_if(what_if));
    for panel in &page.panels {
        out.title(&format!("{} ({})", panel.title.to_uppercase(), panel.slug));
        panel.cards.iter().for_each(|card| out.card(card));
        for waiting in &panel.waiting {
            out.line(
                0,
                &format!("waits: {} – {} ({}): {}", waiting.plain, waiting.term, waiting.slug, waiting.needs),
            );
        }
    }
    if let Some(useful) = &page.useful {
        out.line(0, &format!("most useful: {} ({}). {}", useful.label, useful.figure, useful.gives));
    }
    match shelf {
        None => {}
        Some(Shelf::WhatIfs(view)) => out.what_ifs(view),
        Some(Shelf::Benchmarks(view)) => out.benchmarks(view),
        Some(Shelf::Conventions(view)) => out.conventions(view),
        Some(Shelf::Relations(view)) => out.relations(view),
        Some(Shelf::Reference(view)) => out.reference(view),
        Some(Shelf::Embed(view)) => out.builder(view),
    }
    page.equation.iter().for_each(|equation| out.equation(equation));
    out.0
}

/// The options of a select, the chosen one in brackets.
fn options(options: &[SelectOption]) -> String {
    let written = options
        .iter()
        .map(|option| if option.selected { format!("[{}]", option.label) } else { option.label.clone() });
    written.collect::<Vec<_>>().join(" | ")
}

fn source(note: &SourceNote) -> String {
    format!("{}, {}", note.text, note.evidence)
}

fn mark(mark: &Mark) -> String {
    format!("{} at {}", mark.label, mark.place.0)
}

struct Out(String);

impl Out {
    fn line(&mut self, depth: usize, text: &str) {
        let _ = writeln!(self.0, "{}{text}", "  ".repeat(depth));
    }

    /// A line that is there only if there is something to say.
    fn maybe(&mut self, depth: usize, what: &str, text: Option<impl AsRef<str>>) {
        if let Some(text) = text {
            self.line(depth, &format!("{what}{}", text.as_ref()));
        }
    }

    fn title(&mut self, text: &str) {
        self.line(0, "");
        self.line(0, text);
    }

    fn group(&mut self, group: &FieldGroup) {
        self.title(&group.title.to_uppercase());
        for field in &group.fields {
            let part = |part: &Option<String>| part.clone().unwrap_or_default();
            let (before, after) = (part(&field.prefix), part(&field.suffix));
            self.line(0, &format!("{}: {before} “{}” {after}", field.label, field.text));
            self.line(1, field.hint);
            self.maybe(1, "> ", field.reading.as_ref());
            self.maybe(1, "! ", field.problem.as_ref());
        }
        for derived in &group.derived {
            self.line(0, &format!("= {}: {}", derived.label, derived.value));
        }
    }

    fn what_if(&mut self, what_if: &WhatIf) {
        self.title(if what_if.at_rest { "WHAT IF (at rest)" } else { "WHAT IF" });
        self.line(0, &what_if.sentence);
        self.keep(&what_if.keep);
        for lever in &what_if.levers {
            let slider =
                format!("{} to {} by {}, at {}", lever.least, lever.most, lever.step, lever.position);
            self.line(
                0,
                &format!("{}: “{}” {} ({slider}, {})", lever.label, lever.text, lever.unit, lever.spoken),
            );
            self.line(1, lever.hint);
            self.maybe(1, "> ", lever.effect.as_ref());
            self.maybe(1, "! ", lever.problem.as_ref());
        }
        self.line(0, &format!("Churn moves: {}", options(&what_if.churn_scopes)));
    }

    fn card(&mut self, card: &Card) {
        self.line(0, "");
        self.line(0, &format!("{} – {} ({})", card.plain, card.term, card.slug));
        match &card.value {
            Value::Known { text, unit, annual, note } => {
                self.line(1, &format!("= {text} {unit}"));
                self.maybe(1, "= ", annual.as_ref());
                self.maybe(1, "note: ", note.as_ref());
            }
            Value::Undefined { reason, way_out } => {
                self.line(1, &format!("– {reason}"));
                self.maybe(1, "– ", way_out.as_ref());
            }
        }
        if let Some(change) = &card.change {
            self.line(
                1,
                &format!(
                    "change: {} → {}, {}, {:?}",
                    change.before, change.after, change.delta, change.reading
                ),
            );
            self.maybe(2, "", change.band.as_ref());
        }
        if let Some(verdict) = &card.verdict {
            self.line(1, &format!("{} ({:?}): {}", verdict.band, verdict.standing, verdict.meaning));
            self.maybe(2, "", verdict.target.as_ref());
        }
        card.others.iter().for_each(|others| self.others(others));
        card.certainty.iter().for_each(|certainty| self.certainty(certainty));
        self.maybe(1, "next step: ", card.next_step.as_ref());
        self.maybe(1, "! ", card.warning.as_ref());
        for other in &card.comparisons {
            let quartiles = other.quartiles.as_ref().map(|text| format!(", {text}")).unwrap_or_default();
            let (standing, reading) = (&other.standing, other.reading);
            self.line(
                1,
                &format!("{}: median {}{quartiles}; {standing}, {reading:?}", other.who, other.median),
            );
        }
        if let Some(scale) = &card.scale {
            self.scale(scale);
        }
        if !card.conventions.is_empty() {
            self.line(1, &format!("counted as {}", options(&card.conventions)));
        }
        self.known(&card.known);
        card.explanation.iter().for_each(|explanation| self.explanation(explanation));
    }

    fn others(&mut self, others: &OtherVoices) {
        self.line(1, &format!("others: {}", others.summary));
        self.maybe(2, &format!("read by {}: ", options(&others.tables)), others.by_table.as_ref());
        for other in &others.rows {
            let (who, said, reading) = (&other.who, &other.said, other.reading);
            self.line(2, &format!("{who}: {said} ({reading:?}), {}", source(&other.source)));
        }
    }

    fn certainty(&mut self, certainty: &Certainty) {
        self.line(1, &format!("certainty: {} {}", certainty.sentence, certainty.verdict));
        for chance in &certainty.chances {
            self.line(2, &format!("{} {}", chance.band, chance.chance));
        }
    }

    fn what_ifs(&mut self, view: &WhatIfsView) {
        self.scenarios(&view.scenarios);
        self.compare(&view.compare);
        self.projection(&view.projection);
        self.goal(&view.goal);
        self.tornado(&view.tornado);
        self.grid(&view.grid);
    }

    fn benchmarks(&mut self, view: &BenchmarksView) {
        self.line(0, &format!("“{}”: {}", view.search, view.found));
        for section in &view.sections {
            self.title(&section.title.to_uppercase());
            for table in &section.tables {
                self.title(&format!("{} ({})", table.title, table.slug));
                self.line(0, &table.basis);
                self.line(0, &format!("{} {}", table.about, source(&table.source)));
                self.line(1, &table.columns.join(" | "));
                for row in &table.rows {
                    let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
                    self.line(1, &cells.join(" | "));
                    self.maybe(2, "", row.note.as_ref());
                }
            }
        }
    }

    fn builder(&mut self, view: &BuilderView) {
        for (name, all) in [("as", &view.ways), ("colours", &view.themes), ("with", &view.figures)] {
            self.line(0, &format!("{name}: {}", options(all)));
        }
        let check = |check: &BuilderCheck| {
            format!("{} {} ({})", if check.is_chosen { "[x]" } else { "[ ]" }, check.label, check.what)
        };
        self.line(0, &view.parts.iter().map(check).collect::<Vec<_>>().join(", "));
        for group in &view.groups {
            self.title(group.title);
            group
                .metrics
                .iter()
                .filter(|metric| metric.is_chosen)
                .for_each(|metric| self.line(0, &check(metric)));
        }
        self.title("Seen");
        view.attributes.iter().for_each(|(name, value)| self.line(0, &format!("{name} = {value}")));
        self.title("Copied");
        view.snippet.lines().for_each(|line| self.line(0, line));
        self.line(0, view.about);
    }

    fn conventions(&mut self, view: &ConventionsView) {
        for choice in &view.choices {
            self.title(&format!("{} ({}): {}", choice.title, choice.slug, choice.columns.join(", ")));
            for row in &choice.rows {
                let chosen = if row.is_chosen { "*" } else { " " };
                self.line(0, &format!("{chosen} {} ({}) = {}", row.name, row.slug, row.formula));
                for value in &row.values {
                    let band = value.band.as_ref().map(|(name, good)| format!(", {name} ({good:?})"));
                    self.line(2, &format!("{}{}", value.text, band.unwrap_or_default()));
                }
            }
        }
    }

    fn relations(&mut self, view: &RelationsView) {
        self.title(&view.summary);
        let label = |(column, row): (usize, usize)| view.columns[column][row].label;
        for (number, column) in view.columns.iter().enumerate() {
            self.line(0, &format!("column {number}"));
            for node in column {
                let kind = if node.is_focus {
                    " *"
                } else if node.is_metric {
                    ""
                } else {
                    " (figure)"
                };
                self.line(1, &format!("{}{kind} = {}", node.label, node.value));
            }
        }
        for edge in &view.edges {
            self.line(0, &format!("{} → {}", label(edge.from), label(edge.to)));
        }
        for row in &view.tendencies {
            self.line(0, &format!("{} – {}: {}; {}", row.cause, row.effect, row.how, source(&row.source)));
        }
    }

    fn reference(&mut self, view: &ReferenceView) {
        for panel in &view.panels {
            self.title(&format!("{} ({})", panel.title.to_uppercase(), panel.slug));
            for of in &panel.definitions {
                self.line(0, &format!("{} – {} ({})", of.plain, of.term, of.slug));
                self.maybe(1, "another convention for ", of.stands_for);
                self.line(1, of.meaning);
                self.line(1, &format!("= {}", of.formula));
                self.line(1, &format!("{}; {}", of.unit, of.direction));
                self.maybe(1, "to a year: ", of.annual);
                of.figures
                    .iter()
                    .for_each(|(name, meaning)| self.line(2, &format!("needs {name}: {meaning}")));
                of.bands.iter().for_each(|(name, span)| self.line(2, &format!("band {name}: {span}")));
                of.sources.iter().for_each(|note| self.line(2, &source(note)));
            }
        }
    }

    fn scale(&mut self, scale: &ScaleView) {
        self.line(1, &format!("scale: {}", scale.summary));
        for part in &scale.stretches {
            let current = if part.is_current { " <" } else { "" };
            let place = format!("{} to {}", part.from.0, part.to.0);
            self.line(2, &format!("{} ({:?}): {}, {place}{current}", part.name, part.standing, part.span));
        }
        let marks = [
            ("value", &scale.value),
            ("before", &scale.before),
            ("target", &scale.target),
            ("median", &scale.median),
        ];
        for (name, at) in marks {
            self.maybe(2, &format!("{name}: "), at.as_ref().map(mark));
        }
        if let Some((low, high)) = &scale.quartiles {
            self.line(2, &format!("quartiles: {}, {}", mark(low), mark(high)));
        }
    }

    fn known(&mut self, known: &KnownEntry) {
        let windows =
            if known.windows.is_empty() { String::new() } else { format!(", {}", options(&known.windows)) };
        let text = known.text.as_ref().map_or_else(|| "no".into(), |text| format!("“{text}”"));
        self.line(1, &format!("known: {text} in {}{windows}", known.unit));
        self.maybe(2, "! ", known.problem.as_ref());
        if let Some((agrees, text)) = &known.check {
            self.line(2, &format!("{} {text}", if *agrees { ">" } else { "!" }));
        }
    }

    fn explanation(&mut self, explanation: &Explanation) {
        self.line(1, explanation.meaning);
        for step in &explanation.steps {
            let numbers = step.numbers.as_ref().map(|numbers| format!(" = {numbers}")).unwrap_or_default();
            self.line(2, &format!("{} = {}{numbers} = {}", step.name, step.formula, step.result));
        }
        self.maybe(1, "", explanation.window.as_ref());
        for note in &explanation.formula_sources {
            self.line(1, &format!("formula: {}", source(note)));
        }
        self.maybe(1, "bands: ", explanation.band_source.as_ref().map(source));
        self.maybe(1, "but: ", explanation.dissent);
    }

    fn equation(&mut self, equation: &EquationView) {
        self.title("RETENTION EQUATION");
        self.line(0, &equation.rule);
        self.line(
            0,
            &format!("{:?}, before the levers {:?}: {}", equation.now, equation.before, equation.reading),
        );
        for quadrant in &equation.quadrants {
            self.line(
                1,
                &format!(
                    "{} ({:?}): {}. {}",
                    quadrant.name, quadrant.quadrant, quadrant.lines, quadrant.reading
                ),
            );
        }
        self.line(0, &source(&equation.source));
    }
}
