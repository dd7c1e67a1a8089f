//! Rules for the text of Rust files.

use super::rooms::{ROOMS, Room};
use super::{Finding, from_top, numbered};
use crate::place::Place;
use crate::stamp::files_below;
use crate::trouble::{Doing, Outcome};
use std::fs;

/// The longest file, in lines.
const FILE: usize = 400;
/// The longest function, in lines.
const FUNCTION: usize = 50;

/// What pure rooms may not name, with the reason.
const IMPURE: [(&str, &str); 7] = [
    ("std::time", "the clock is passed in"),
    ("std::fs", "files are read elsewhere"),
    ("std::env", "the surroundings are passed in"),
    ("std::net", "nothing here talks to anybody"),
    ("std::process", "nothing here starts or ends programs"),
    ("web_sys", "the browser begins in ui"),
    ("js_sys", "the browser begins in ui"),
];

/// All Rust files of the house.
pub(crate) fn check(place: &Place) -> Outcome<Vec<Finding>> {
    let mut findings = Vec::new();
    for room in ROOMS {
        let folder = place.root.join(room.path);
        if !folder.join("Cargo.toml").exists() {
            continue;
        }
        for path in files_below(&folder)? {
            let file = from_top(place, &path);
            let is_rust = path.extension().is_some_and(|end| end == "rs");
            if is_rust && !file.contains("node_modules") && !is_within_another(&file, room) {
                let text = fs::read_to_string(&path).doing(format!("reading {file}"))?;
                // Tests may take the time and read files: nothing of them is in the room.
                let is_test = file.strip_prefix(room.path).is_some_and(|rest| rest.starts_with("/tests/"));
                findings.extend(judge(&file, &text, room.pure && !is_test));
            }
        }
    }
    Ok(findings)
}

/// Whether a file of this room's folder belongs to a room that lies in the same folder.
fn is_within_another(file: &str, room: &Room) -> bool {
    ROOMS.iter().any(|other| {
        other.path.len() > room.path.len()
            && file.strip_prefix(other.path).is_some_and(|rest| rest.starts_with('/'))
    })
}

/// One file against all rules.
fn judge(file: &str, text: &str, pure: bool) -> Vec<Finding> {
    let mut findings = lengths(file, text);
    let exact = file.starts_with("crates/metrics/");
    let drawn = file.starts_with("crates/ui/") || file.starts_with("web/");
    for (line, text) in numbered(text) {
        let code = text.split("//").next().unwrap_or_default();
        let mut found = |why: String| findings.push(Finding::new(file, line, why));
        if pure {
            for (name, reason) in IMPURE.iter().filter(|(name, _)| has_word(code, name)) {
                found(format!("a pure room does not know {name}: {reason}"));
            }
        }
        if exact && (has_word(code, "f32") || has_word(code, "f64")) {
            found("no float in metrics: a band edge must not be missed by rounding".to_owned());
        }
        if drawn
            && has_word(code, "style")
            && code.split("style").nth(1).is_some_and(|after| after.starts_with('='))
        {
            found("style attributes are not applied under the page's policy: use a class".to_owned());
        }
        if drawn && code.contains("from_html_unchecked") {
            found("raw HTML lets a customer's name become a program: use text nodes".to_owned());
        }
    }
    findings
}

/// Files and functions that nobody reads to the end. The formatter puts the closing brace of a function exactly
/// below its first letter, which is how its end is found.
fn lengths(file: &str, text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut open: Option<(usize, String)> = None;
    for (line, text) in numbered(text) {
        let indent: String = text.chars().take_while(|letter| *letter == ' ').collect();
        let closes = |end: &str| text == end;
        if let Some((first, end)) = &open {
            let length = line.saturating_sub(*first).saturating_add(1);
            if closes(end) {
                if length > FUNCTION {
                    findings.push(Finding::new(
                        file,
                        *first,
                        format!("a function of {length} lines; {FUNCTION} are the most"),
                    ));
                }
                open = None;
            }
        } else if has_word(text, "fn")
            && !text.trim_start().starts_with("//")
            && !text.trim_end().ends_with(['}', ';'])
        {
            open = Some((line, format!("{indent}}}")));
        }
    }
    let lines = text.lines().count();
    if lines > FILE {
        findings.push(Finding::new(file, FILE, format!("a file of {lines} lines; {FILE} are the most")));
    }
    findings
}

/// Whether a text holds a word that is not a part of a longer one.
fn has_word(text: &str, word: &str) -> bool {
    let part_of_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at.saturating_add(word.len())..).and_then(|after| after.chars().next());
        !before.is_some_and(part_of_name) && !after.is_some_and(part_of_name)
    })
}

#[cfg(test)]
mod tests {
    use super::{has_word, judge};

    fn findings(file: &str, text: &str) -> Vec<String> {
        judge(file, text, file.starts_with("crates/metrics/")).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn words_are_whole() {
        assert!(has_word("a: f64,", "f64"));
        assert!(!has_word("of64th", "f64"));
    }

    #[test]
    fn floats_and_the_clock_stay_out_of_metrics() {
        let found = findings(
            "crates/metrics/src/a.rs",
            "// f64 in words\nlet a = 1_f32 as f64;\nuse std::time::Instant;\n",
        );
        assert_eq!(found.len(), 2, "{found:?}");
    }

    #[test]
    fn a_style_attribute_is_found() {
        let found = findings("web/src/a.rs", "html! { <p style={width} class=\"style\"> }\nlet style = 1;\n");
        assert_eq!(found.len(), 1, "{found:?}");
    }

    #[test]
    fn long_functions_are_found() {
        let long = format!("fn long() {{\n{}}}\nfn short() {{\n}}\n", "    step();\n".repeat(60));
        let found = findings("web/src/a.rs", &long);
        assert!(found.first().is_some_and(|line| line.contains("function of 62 lines")), "{found:?}");
        assert_eq!(found.len(), 1);
    }
}
