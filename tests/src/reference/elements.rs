//! The custom elements: what each is told, its parts, and what dresses it.

use std::fmt::Write as _;

use plimsoll_report::embed::{CUSTOM_PROPERTIES, ELEMENTS, Element, ElementOption, OptionKind, words};

use super::cell;

/// The sections of all elements.
pub(super) fn text() -> String {
    let mut text = String::from("# The elements, attribute by attribute\n");
    ELEMENTS.iter().for_each(|element| text.push_str(&section(element)));
    text.push_str("\n## Custom properties\n\n| property | what it is |\n|---|---|\n");
    for (name, about) in CUSTOM_PROPERTIES {
        let _ = writeln!(text, "| `{name}` | {} |", cell(about));
    }
    text
}

fn section(element: &Element) -> String {
    let mut text = format!("\n## {}\n\n{}\n", element.tag, element.about);
    text.push_str("\n| attribute | what it does | takes |\n|---|---|---|\n");
    for option in element.options {
        let _ = writeln!(text, "| `{}` | {} | {} |", option.name, cell(&about(option)), takes(option));
    }
    text.push_str("\n| part | what it is |\n|---|---|\n");
    for (name, about) in element.parts {
        let _ = writeln!(text, "| `{name}` | {} |", cell(about));
    }
    text
}

/// What an option does, what counts without it, and its property where that has another name.
fn about(option: &ElementOption) -> String {
    let usual = match option.usual {
        "" => String::new(),
        usual => format!(" Where absent: {usual}."),
    };
    let property = match option.property {
        same if same == option.name => String::new(),
        other => format!(" As a property: `{other}`."),
    };
    format!("{}{usual}{property}", option.about)
}

/// What an option takes: its words, or its kind.
fn takes(option: &ElementOption) -> String {
    let words: Vec<_> = words(option.name).iter().map(|word| format!("`{word}`")).collect();
    match option.kind {
        _ if !words.is_empty() => words.join(", "),
        OptionKind::Held => "JSON".into(),
        OptionKind::Flag => "set or not".into(),
        OptionKind::List => "slugs, with spaces or commas between them".into(),
        OptionKind::Text | OptionKind::Word => "text".into(),
    }
}
