//! Links from one text to another file of the checkout.

use super::{Finding, from_top, numbered};
use crate::place::Place;
use crate::trouble::{Doing, Outcome};
use std::fs;
use std::path::Path;

/// All texts at the top of the checkout.
pub(crate) fn check(place: &Place) -> Outcome<Vec<Finding>> {
    let mut findings = Vec::new();
    for entry in fs::read_dir(&place.root).doing("looking at the top of the checkout")?.flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|end| end == "md") {
            let file = from_top(place, &path);
            let text = fs::read_to_string(&path).doing(format!("reading {file}"))?;
            findings.extend(judge(&file, &text, &place.root));
        }
    }
    Ok(findings)
}

/// One text: every link that leads to a file must lead somewhere.
fn judge(file: &str, text: &str, root: &Path) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (line, text) in numbered(text) {
        for after in text.split("](").skip(1) {
            let target = after.split([')', '#', ' ']).next().unwrap_or_default();
            let is_file = !target.is_empty() && !target.contains(':');
            if is_file && !root.join(target).exists() {
                findings.push(Finding::new(file, line, format!("the link leads nowhere: {target}")));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::judge;
    use std::path::Path;

    #[test]
    fn only_links_to_files_are_followed() {
        let text = "[a](https://example.org/none) [b](#part)\n[c](Cargo.toml#x) [d](no/such.md)\n";
        let found = judge("README.md", text, Path::new(env!("CARGO_MANIFEST_DIR")));
        assert_eq!(
            found.iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["README.md:2: the link leads nowhere: no/such.md"]
        );
    }
}
