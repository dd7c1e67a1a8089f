//! As much of a `Cargo.toml` as the rules need: which crates it names, and where.

use super::numbered;

/// A crate that a manifest names.
#[derive(Debug, PartialEq)]
pub(crate) struct Dependency {
    pub(crate) name: String,
    pub(crate) line: usize,
    /// Needed by tests or build scripts only, so nothing of it ships.
    pub(crate) only_dev: bool,
}

/// The crates that a manifest names, in whatever table.
pub(crate) fn dependencies(manifest: &str) -> Vec<Dependency> {
    let mut table = String::new();
    let mut found = Vec::new();
    for (line, text) in numbered(manifest) {
        if let Some(header) = text.trim().strip_prefix('[') {
            table = header.trim_end_matches(']').to_owned();
            // A table of its own for one crate: [dependencies.yew]
            if let Some((outer, name)) = table.rsplit_once("dependencies.") {
                found.push(Dependency { name: name.to_owned(), line, only_dev: is_dev(outer) });
            }
        } else if let (Some(outer), Some((key, _))) =
            (table.strip_suffix("dependencies"), text.split_once('='))
        {
            let name = key.trim().split('.').next().unwrap_or_default();
            if !name.is_empty() && !name.starts_with('#') {
                found.push(Dependency { name: name.to_owned(), line, only_dev: is_dev(outer) });
            }
        }
    }
    found
}

/// Whether a crate takes the lints of the workspace.
pub(crate) fn takes_workspace_lints(manifest: &str) -> bool {
    manifest.split("[lints]").nth(1).is_some_and(|after| after.trim_start().starts_with("workspace = true"))
}

/// Whether what stands before the word `dependencies` makes it a table of development.
fn is_dev(before: &str) -> bool {
    before.ends_with("dev-") || before.ends_with("build-")
}

#[cfg(test)]
mod tests {
    use super::{Dependency, dependencies, takes_workspace_lints};

    #[test]
    fn every_table_of_dependencies_is_read() {
        let manifest = "[package]\nname = \"x\"\n[dependencies]\nyew = { workspace = true }\nserde.workspace = true\n\
             # none = 1\n[dev-dependencies]\ninsta = \"1\"\n[target.'cfg(x)'.dependencies]\njs-sys = \"1\"\n\
             [dependencies.web-sys]\nversion = \"1\"\n[lints]\nworkspace = true\n";
        let found: Vec<_> = dependencies(manifest);
        let expected = [
            ("yew", 4, false),
            ("serde", 5, false),
            ("insta", 8, true),
            ("js-sys", 10, false),
            ("web-sys", 11, false),
        ];
        let expected: Vec<_> = expected
            .into_iter()
            .map(|(name, line, only_dev)| Dependency { name: name.to_owned(), line, only_dev })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn lints_are_taken_or_not() {
        assert!(takes_workspace_lints("[lints]\nworkspace = true\n"));
        assert!(!takes_workspace_lints("[lints.rust]\nunsafe_code = \"allow\"\n"));
    }
}
