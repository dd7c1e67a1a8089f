//! The pages of `docs/reference`: the definitions as the page's own reference has them, each with its worked example.

mod benchmarks;
mod elements;
mod example;
mod live;
mod metric;

use std::fmt::Write as _;

use plimsoll_report::view::{DefinitionPanel, ReferenceView, Shelf};

use crate::cases::golden_page;
use crate::typed::Typed;
use crate::worked_examples::examples;

/// Says that nobody need edit the page.
const MADE: &str =
    "<!-- Made of the definitions by BLESS=1 cargo test -p plimsoll-tests reference; do not edit. -->\n\n";

/// What the page shows in this view with nothing entered and no segment chosen.
fn shelf(view: &str) -> Shelf {
    let typed = Typed { view: Some(view.into()), segment: Some(String::new()), ..Typed::default() };
    typed.shelf().unwrap_or_else(|| panic!("the view {view} is a calculator"))
}

/// The reference as the page shows it.
fn reference() -> ReferenceView {
    match shelf("reference") {
        Shelf::Reference(reference) => reference,
        other => panic!("the view of the reference has {other:?}"),
    }
}

#[test]
fn the_reference_is_current() {
    let (reference, examples) = (reference(), examples());
    golden_page("reference/index.md", &index(&reference));
    golden_page("reference/elements.md", &[MADE, &elements::text()].concat());
    golden_page("reference/benchmarks.md", &[MADE, &benchmarks::text()].concat());
    for panel in &reference.panels {
        let mut text = format!("{MADE}# {}\n\n[All metrics](index.md)\n", panel.title);
        for definition in &panel.definitions {
            text.push_str(&metric::section(&reference, definition, &examples));
        }
        golden_page(&format!("reference/{}.md", panel.slug), &text);
    }
}

/// The list of everything, panel by panel.
fn index(reference: &ReferenceView) -> String {
    let mut text = format!(
        "{MADE}# Reference\n\nEvery metric with its formula, unit, figures, bands and sources, and an example that is \
         run as a test. The same texts stand on the page, in its view “Reference”. What is published by segment, \
         industry and stage stands in [Benchmarks](benchmarks.md).\n"
    );
    for panel in &reference.panels {
        let _ = writeln!(text, "\n## [{}]({}.md)\n", panel.title, panel.slug);
        for definition in &panel.definitions {
            let link = format!("[{}]({})", definition.term, place(panel, definition.slug));
            let _ = writeln!(text, "- {link}: {}", definition.plain);
        }
    }
    text
}

/// Where a metric stands, from any page of the reference.
fn place(panel: &DefinitionPanel, slug: &str) -> String {
    format!("{}.md#{slug}", panel.slug)
}

/// A cell of a table: a bar would end it.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

/// Every link of the index leads to an anchor of its page.
#[test]
fn links_of_the_index_lead_somewhere() {
    let (reference, examples) = (reference(), examples());
    for panel in &reference.panels {
        for definition in &panel.definitions {
            let section = metric::section(&reference, definition, &examples);
            assert!(section.contains(&format!("<a id=\"{}\"></a>", definition.slug)), "{}", definition.slug);
        }
    }
}
