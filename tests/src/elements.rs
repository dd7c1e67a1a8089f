//! What is made of the definitions of the custom elements, current with them: `web/embed/options.js`, which the elements
//! read, their manifest for editors, and their TypeScript types.

use std::{env, fs};

use plimsoll_report::embed::{CUSTOM_PROPERTIES, ELEMENTS, Element, ElementOption, OptionKind, words};
use serde_json::{Value, json};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../web/embed/");

const HEAD: &str = "\
// Made of the definitions in crates/report/src/embed/elements.rs, and not to be edited by hand:
// BLESS=1 cargo test -p plimsoll-tests elements
";

fn options() -> String {
    let row = |option: &&ElementOption| {
        format!("    ['{}', '{}', '{}'],\n", option.name, option.property, option.kind.slug())
    };
    let element = |element: &Element| {
        let rows: String = element.options.iter().map(row).collect();
        format!("  '{}': [\n{rows}  ],\n", element.tag)
    };
    let elements: String = ELEMENTS.iter().map(element).collect();
    format!(
        "{HEAD}\n/** What each element is told: the attribute, its property, and what it takes. */\nexport const OPTIONS = {{\n{elements}}};\n"
    )
}

/// The type of a property.
fn property_type(option: &ElementOption) -> String {
    match option.kind {
        OptionKind::Flag => "boolean".into(),
        OptionKind::Text => "string".into(),
        OptionKind::Word => {
            let words: Vec<String> = words(option.name).iter().map(|word| format!("'{word}'")).collect();
            format!("{} | ''", words.join(" | "))
        }
        OptionKind::List if words(option.name).is_empty() => "string | readonly string[]".into(),
        OptionKind::List => "string | readonly Part[]".into(),
        OptionKind::Held if option.name == "accounts" => "readonly Account[]".into(),
        OptionKind::Held => "Readonly<Record<string, number | string>>".into(),
    }
}

fn explained(option: &ElementOption) -> String {
    let usual =
        if option.usual.is_empty() { String::new() } else { format!(" Where absent: {}.", option.usual) };
    format!("{}{usual}", option.about)
}

fn attribute(option: &&ElementOption) -> Value {
    json!({
        "name": option.name,
        "fieldName": option.property,
        "type": { "text": if option.kind == OptionKind::Flag { "boolean" } else { "string" } },
        "description": explained(option),
    })
}

fn member(option: &&ElementOption) -> Value {
    json!({
        "kind": "field",
        "name": option.property,
        "attribute": option.name,
        "reflects": true,
        "type": { "text": property_type(option) },
        "description": explained(option),
    })
}

fn event(detail: &str) -> Value {
    json!([{
        "name": "plimsoll-change",
        "type": { "text": format!("CustomEvent<{detail}>") },
        "description": "Its reader changed something. It bubbles, out of shadow roots too.",
    }])
}

fn named((name, about): &(&str, &str)) -> Value {
    json!({ "name": name, "description": about })
}

fn element(element: &Element) -> Value {
    let mut members: Vec<Value> = element.options.iter().map(member).collect();
    if let Some(detail) = element.detail {
        members.push(json!({
            "kind": "field", "name": "report", "readonly": true, "type": { "text": format!("{detail} | null") },
            "description": "What follows from what it holds; null until it is ready.",
        }));
    }
    let slot = "Stands in its place while it loads, without script, and where it cannot be loaded.";
    json!({
        "kind": "class",
        "customElement": true,
        "name": element.interface,
        "tagName": element.tag,
        "description": element.about,
        "superclass": { "name": "HTMLElement" },
        "attributes": element.options.iter().map(attribute).collect::<Vec<_>>(),
        "members": members,
        "events": element.detail.map_or_else(|| json!([]), event),
        "slots": [{ "name": "", "description": slot }],
        "cssParts": element.parts.iter().map(named).collect::<Vec<_>>(),
        "cssProperties": CUSTOM_PROPERTIES.iter().map(named).collect::<Vec<_>>(),
    })
}

fn manifest() -> String {
    let definition = |element: &Element| {
        json!({
            "kind": "custom-element-definition",
            "name": element.tag,
            "declaration": { "name": element.interface, "module": "plimsoll.js" },
        })
    };
    let manifest = json!({
        "schemaVersion": "1.0.0",
        "modules": [{
            "kind": "javascript-module",
            "path": "plimsoll.js",
            "declarations": ELEMENTS.iter().map(element).collect::<Vec<_>>(),
            "exports": ELEMENTS.iter().map(definition).collect::<Vec<_>>(),
        }],
    });
    serde_json::to_string_pretty(&manifest).unwrap() + "\n"
}

const TYPES: &str = "
import type { Report } from './plimsoll.js';

/** What a calculator can show. */
export type Part = ";

const ACCOUNT: &str = ";

/** One account: its name, and a number from 0 to 100 for each indicator that is known, by slug. */
export type Account = { readonly name: string, readonly [indicator: string]: string | number | null };

/** What follows from weights and accounts: the score of each account in decimal text, or null where nothing is known of it. */
export type HealthReport = {
  /** The slug of the model. */
  model: string,
  /** What each indicator weighs in percent, as decimal text, by slug. Weights count by their share of the sum. */
  weights: Record<string, string>,
  accounts: Array<{ name: string, score: string | null, band: string | null, standing: string | null }>,
};
";

const FOOT: &str = "
/** For JSX: `declare module 'react' { namespace JSX { interface IntrinsicElements extends PlimsollIntrinsicElements {} } }`. */
export type PlimsollIntrinsicElements = {
  [Tag in PlimsollTag]: Partial<Record<string, unknown>> & { children?: unknown };
};
";

fn types() -> String {
    let parts: Vec<String> = words("parts").iter().map(|word| format!("'{word}'")).collect();
    let mut text = format!("{HEAD}{TYPES}{}{ACCOUNT}", parts.join(" | "));
    for element in &ELEMENTS {
        text += &format!(
            "\n/** {} */\nexport interface {} extends HTMLElement {{\n",
            element.about, element.interface
        );
        for option in element.options {
            text += &format!(
                "  /** {} */\n  {}: {};\n",
                explained(option),
                option.property,
                property_type(option)
            );
        }
        if let Some(detail) = element.detail {
            text += &format!(
                "  /** What follows from what it holds; null until it is ready. */\n  readonly report: {detail} | null;\n"
            );
        }
        text += "}\n";
    }
    text += "\ndeclare global {\n  interface HTMLElementTagNameMap {\n";
    for element in &ELEMENTS {
        text += &format!("    '{}': {};\n", element.tag, element.interface);
    }
    text += "  }\n  interface GlobalEventHandlersEventMap {\n    'plimsoll-change': CustomEvent<Report | HealthReport>;\n  }\n}\n";
    let tags: Vec<String> = ELEMENTS.iter().map(|element| format!("'{}'", element.tag)).collect();
    text + &format!("\nexport type PlimsollTag = {};\n{FOOT}", tags.join(" | "))
}

#[test]
fn what_is_made_of_the_definitions_is_current() {
    let files = [("options.js", options()), ("custom-elements.json", manifest()), ("elements.d.ts", types())];
    for (name, text) in files {
        let place = format!("{FOLDER}{name}");
        if env::var_os("BLESS").is_some() {
            fs::write(&place, &text).unwrap();
        }
        let stands = fs::read_to_string(&place).unwrap_or_default().replace("\r\n", "\n");
        assert!(stands == text, "web/embed/{name} is stale: BLESS=1 cargo test -p plimsoll-tests elements");
    }
}

#[test]
fn an_option_takes_words_where_it_says_so() {
    for option in ELEMENTS.iter().flat_map(|element| element.options) {
        assert_eq!(
            matches!(option.kind, OptionKind::Word) || option.name == "parts",
            !words(option.name).is_empty(),
            "{}",
            option.name
        );
    }
}
