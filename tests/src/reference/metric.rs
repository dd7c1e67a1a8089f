//! One metric's section.

use std::fmt::Write as _;

use plimsoll_report::view::{Definition, ReferenceView};

use super::{benchmarks, cell, example, place};
use crate::worked_examples::{Example, example_of};

/// The section: anchor, heading, meaning, formula, what it is, figures, bands, example, sources.
pub(super) fn section(reference: &ReferenceView, definition: &Definition, examples: &[Example]) -> String {
    let mut text = format!("\n<a id=\"{}\"></a>\n\n## {}\n\n", definition.slug, definition.term);
    let _ = writeln!(text, "*{}.* {}\n", definition.plain, definition.meaning);
    let _ = writeln!(text, "```text\n{}\n```\n", definition.formula);
    facts(reference, definition, &mut text);
    let _ = writeln!(text, "\n**Figures**\n");
    for (term, meaning) in &definition.figures {
        let _ = writeln!(text, "- {term}: {meaning}");
    }
    if !definition.bands.is_empty() {
        let annual = if definition.annual.is_some() { " of the annual value" } else { "" };
        let _ = writeln!(text, "\n**Bands**{annual}, highest first\n\n| band | values |\n|---|---|");
        for (band, span) in &definition.bands {
            let _ = writeln!(text, "| {} | {} |", cell(band), cell(span));
        }
    }
    let tables = benchmarks::links(definition.slug);
    if !tables.is_empty() {
        let _ = writeln!(text, "\n**Benchmarks**: {tables}");
    }
    let found = example_of(examples, definition.slug);
    if let Some(worked) = found.and_then(|at| examples.get(at)) {
        text.push_str(&example::section(worked, definition.slug));
    }
    text.push_str("\n**Sources**\n\n");
    for source in &definition.sources {
        let _ = writeln!(text, "- {}, {}", source.text, source.evidence);
    }
    text
}

/// Unit, direction, window, and what it stands for.
fn facts(reference: &ReferenceView, definition: &Definition, text: &mut String) {
    let _ = writeln!(text, "- Unit: {}", definition.unit);
    let _ = writeln!(text, "- Direction: {}", definition.direction);
    if let Some(annual) = definition.annual {
        let _ = writeln!(text, "- Window: {annual}");
    }
    if let Some(head) = definition.stands_for {
        let link = link(reference, head).unwrap_or_else(|| head.into());
        let _ = writeln!(text, "- A convention that may stand for {link}");
    }
}

/// A link to the metric of this term.
fn link(reference: &ReferenceView, term: &str) -> Option<String> {
    let mut all = reference
        .panels
        .iter()
        .flat_map(|panel| panel.definitions.iter().map(move |definition| (panel, definition)));
    let is_it = |definition: &Definition| {
        definition.term.strip_prefix(term).is_some_and(|rest| rest.is_empty() || rest.starts_with(" ("))
    };
    let (panel, definition) = all.find(|(_, definition)| is_it(definition))?;
    Some(format!("[{}]({})", definition.term, place(panel, definition.slug)))
}
