//! Scripts and styles without what only their readers need. esbuild does it; nothing is bundled or lowered.

use crate::need;
use crate::place::Place;
use crate::run::run;
use crate::say::Step;
use crate::stamp::files_below;
use crate::trouble::{Doing, Outcome};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Every script and style of a folder, in place.
pub(crate) fn all(place: &Place, folder: &Path) -> Outcome {
    need::npm(place)?;
    let step = Step::begin("Making scripts and styles smaller");
    for file in files_below(folder)? {
        let end = file.extension().and_then(|end| end.to_str()).unwrap_or_default();
        if !matches!(end, "js" | "css") {
            continue;
        }
        let mut esbuild = Command::new(place.npm_tool("esbuild"));
        esbuild.args(["--minify", "--target=esnext", "--charset=utf8", "--legal-comments=none"]);
        esbuild.args(["--log-level=warning", "--allow-overwrite"]);
        if end == "js" && is_module(&fs::read_to_string(&file).doing(format!("reading {}", file.display()))?)
        {
            esbuild.arg("--format=esm"); // its outermost names are nobody else's, so they may be short
        }
        run(esbuild.arg(&file).arg(format!("--outfile={}", file.display())))?;
    }
    step.done();
    Ok(())
}

/// Whether a script imports or exports.
fn is_module(text: &str) -> bool {
    text.lines().any(|line| line.starts_with("import ") || line.starts_with("export "))
}

#[cfg(test)]
mod tests {
    use super::is_module;

    #[test]
    fn a_module_is_known_by_what_it_says() {
        assert!(is_module("// words\nimport init from './a.js';\n"));
        assert!(is_module("const a = 1;\nexport { a };\n"));
        assert!(!is_module("(() => {\n  // import nothing\n  important();\n})();\n"));
    }
}
