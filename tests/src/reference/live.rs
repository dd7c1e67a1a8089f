//! Live elements in the reference, filled with the worked example of a metric. Who reads the page without scripts, or as plain
//! text, has the example's own number in their place.

use std::collections::BTreeMap;

use crate::worked_examples::Example;

/// A number within a sentence. `text` stands for it until it is live.
pub(super) fn number(example: &Example, slug: &str, text: &str) -> String {
    format!("<plimsoll-metric metric=\"{slug}\"{}>{text}</plimsoll-metric>", told(example))
}

/// A calculator behind a line that opens it: it is not fetched before.
pub(super) fn calculator(example: &Example, slug: &str) -> String {
    format!(
        "\n<details>\n<summary>Try it with your own figures</summary>\n<plimsoll-calculator metrics=\"{slug}\" \
         parts=\"form cards formula\"{}></plimsoll-calculator>\n</details>\n",
        told(example)
    )
}

/// The example as attributes.
fn told(example: &Example) -> String {
    let given = &example.given;
    let entered: BTreeMap<_, _> = given.figures.iter().chain(&given.known).collect();
    let entries: Vec<_> = entered.iter().map(|(slug, text)| format!("\"{slug}\": {}", value(text))).collect();
    let figures = format!("{{{}}}", entries.join(", "));
    let mut text = format!(" window=\"{}\"", given.window().slug());
    let chosen =
        [("currency", &given.currency), ("industry", &given.industry), ("stage", &given.stage)].into_iter();
    for (name, value) in chosen.filter_map(|(name, value)| Some((name, value.as_ref()?))) {
        text.push_str(&format!(" {name}=\"{value}\""));
    }
    let segment = given.segment.as_deref().unwrap_or_default();
    format!("{text} segment=\"{segment}\" figures='{figures}'")
}

/// A number as JSON, which reads the same in every locale; what was typed with a sign or a unit as text.
fn value(text: &str) -> String {
    match serde_json::from_str::<serde_json::Number>(text) {
        Ok(_) => text.to_owned(),
        Err(_) => serde_json::to_string(text).unwrap().replace('\'', "&#39;"),
    }
}
