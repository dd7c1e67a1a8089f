//! Packs of benchmarks: a good one counts, each bad one is refused with place and reason, and what counted still counts.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use plimsoll_report::view::{PackView, Shelf};
use plimsoll_report::{Action, English, State, page, shelf};
use serde_json::Value;

use crate::cases::{bytes, golden};

/// How deep `web/pack.js` follows lists and objects.
const DEEPEST: usize = 8;

/// The files of `tests/cases/packs`, by name.
fn files() -> Vec<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("cases/packs");
    let names = fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(".json")).collect();
    names.sort();
    names
}

/// What becomes of a file outside of the program, by the rule of `web/pack.js`; nothing where it is no JSON, whose
/// line and column are found there.
fn chosen(text: &str) -> Option<Action> {
    let value = serde_json::from_str(text).ok()?;
    let mut texts = Vec::new();
    let kind = if flatten(&value, "", DEEPEST, &mut texts) { "entries" } else { "deep" };
    Some(Action::PackChosen { kind: kind.into(), texts })
}

fn flatten(value: &Value, place: &str, depth: usize, texts: &mut Vec<String>) -> bool {
    let below = |name: &str| {
        let name = name.replace('.', "·");
        if place.is_empty() { name } else { format!("{place}.{name}") }
    };
    match value {
        Value::Null => true,
        Value::Object(_) | Value::Array(_) if depth == 0 => false,
        Value::Object(parts) => {
            parts.iter().all(|(name, part)| flatten(part, &below(name), depth - 1, texts))
        }
        Value::Array(rows) => rows
            .iter()
            .enumerate()
            .all(|(row, part)| flatten(part, &below(&row.to_string()), depth - 1, texts)),
        Value::String(text) => push(texts, place, text.clone()),
        other => push(texts, place, other.to_string()),
    }
}

fn push(texts: &mut Vec<String>, place: &str, text: String) -> bool {
    texts.extend([place.to_owned(), text]);
    true
}

fn of_file(name: &str) -> Option<Action> {
    chosen(&String::from_utf8(bytes(&format!("packs/{name}"))).unwrap())
}

fn view(state: &State) -> PackView {
    let opened = state.clone().after(&Action::ViewOpened("benchmarks".into()));
    match shelf(&opened, &English, page(&opened, &English).pack_problem) {
        Some(Shelf::Benchmarks(view)) => view.pack,
        _ => panic!("the view of benchmarks holds the panel"),
    }
}

fn verdict(state: &State, slug: &str) -> String {
    let page = page(state, &English);
    let card = page.panels.iter().flat_map(|panel| &panel.cards).find(|card| card.slug == slug).unwrap();
    card.verdict.as_ref().unwrap().band.clone().into_owned()
}

#[test]
fn every_bad_pack_is_refused_with_place_and_reason() {
    let good = State::default().after(&of_file("good.json").unwrap());
    let mut said = String::new();
    for name in files() {
        let Some(action) = of_file(&name) else { continue };
        let after = good.clone().after(&action);
        if name.starts_with("good") {
            assert_eq!(view(&after).problem, None, "{name}");
            continue;
        }
        let problem = view(&after).problem.unwrap_or_else(|| panic!("{name} is taken for a pack"));
        assert_eq!(after.inputs(), good.inputs(), "{name}: what counted still counts");
        assert_eq!(after.pack_to_save(), good.pack_to_save(), "{name}");
        let _ = writeln!(said, "{name}\n  {}: {}", problem.place, problem.reason);
    }
    for (kind, texts) in [("syntax", vec!["3", "5"]), ("large", vec![]), ("unopened", vec![])] {
        let texts = texts.into_iter().map(str::to_owned).collect();
        let problem =
            view(&good.clone().after(&Action::PackChosen { kind: kind.into(), texts })).problem.unwrap();
        let _ = writeln!(said, "({kind})\n  {}: {}", problem.place, problem.reason);
    }
    golden("packs/refusals.expected.txt", &said);
}

#[test]
fn a_good_pack_counts_until_it_is_put_away() {
    let before = State::default();
    assert_eq!(verdict(&before, "net-revenue-retention"), "Below target");
    let after = before.clone().after(&of_file("good.json").unwrap());
    let bands = ["net-revenue-retention", "logo-churn", "customer-retention", "ltv-cac"];
    assert_eq!(bands.map(|slug| verdict(&after, slug)), ["Fine", "Leaking", "Leaking", "Short"]);
    assert_eq!(
        view(&after).about,
        "The pack “Our board, 2026” counts: 3 scales of your own, the rest as published."
    );
    assert_eq!(after.clone().after(&Action::Undone).inputs(), before.inputs());
    assert_eq!(after.after(&Action::PackClosed).inputs(), before.inputs());
}

#[test]
fn a_refusal_is_forgotten_with_the_next_good_pack() {
    let refused = State::default().after(&of_file("overlap.json").unwrap());
    assert!(view(&refused).problem.is_some());
    assert_eq!(view(&refused.after(&of_file("good.json").unwrap())).problem, None);
}

#[test]
fn a_pack_that_is_saved_comes_back_the_same() {
    let loaded = State::default().after(&of_file("good.json").unwrap());
    let (name, texts) = loaded.pack_to_save();
    assert_eq!(name, "Our board, 2026");
    let again = State::default().after(&Action::PackChosen { kind: "entries".into(), texts });
    assert_eq!(again.inputs(), loaded.inputs());
    assert_eq!(again.pack_to_save(), loaded.pack_to_save());
}

/// The example of the documentation is a pack that counts.
#[test]
fn the_example_of_the_documentation_is_a_good_pack() {
    let place = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/benchmark-pack.md");
    let text = fs::read_to_string(place).unwrap();
    let example = text.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let after = State::default().after(&chosen(example).unwrap());
    assert_eq!(view(&after).problem, None);
    assert!(!view(&after).scales.is_empty());
}
