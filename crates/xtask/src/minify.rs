//! Scripts and styles without what only their readers need. esbuild does it; nothing is lowered, and what is named here is joined.

use crate::need;
use crate::place::Place;
use crate::run::run;
use crate::say::Step;
use crate::stamp::files_below;
use crate::trouble::{Doing, Outcome};
use std::fs;
use std::path::Path;
use std::process::Command;

/// A script that takes in others, which are fetched with it and packed better together.
struct Joined {
    /// The script, from the top of the page's folder.
    into: &'static str,
    /// Those that become a part of it, beside it.
    parts: &'static [&'static str],
    /// What it still fetches, as it names it.
    fetched: &'static str,
}

/// What is joined.
const JOINED: [Joined; 1] =
    [Joined { into: "embed/core.js", parts: &["dom.js", "views.js"], fetched: "./plimsoll-embed.js*" }];

/// Every script and style of a folder, in place.
pub(crate) fn all(place: &Place, folder: &Path) -> Outcome {
    need::npm(place)?;
    let step = Step::begin("Making scripts and styles smaller");
    JOINED.iter().try_for_each(|joined| join(place, folder, joined))?;
    for file in files_below(folder)? {
        let end = file.extension().and_then(|end| end.to_str()).unwrap_or_default();
        if !matches!(end, "js" | "css") {
            continue;
        }
        let mut esbuild = esbuild(place);
        if end == "js" && is_module(&fs::read_to_string(&file).doing(format!("reading {}", file.display()))?)
        {
            esbuild.arg("--format=esm"); // its outermost names are nobody else's, so they may be short
        }
        run(esbuild.arg(&file).arg(format!("--outfile={}", file.display())))?;
    }
    step.done();
    Ok(())
}

/// Takes the parts into their script; they are no files of their own any more.
fn join(place: &Place, folder: &Path, joined: &Joined) -> Outcome {
    let into = folder.join(joined.into);
    let mut esbuild = esbuild(place);
    esbuild.args(["--bundle", "--format=esm"]).arg(format!("--external:{}", joined.fetched));
    run(esbuild.arg(&into).arg(format!("--outfile={}", into.display())))?;
    for part in joined.parts {
        fs::remove_file(into.with_file_name(part)).doing(format!("taking {part} into {}", joined.into))?;
    }
    Ok(())
}

/// esbuild, told to make things smaller and nothing else.
fn esbuild(place: &Place) -> Command {
    let mut esbuild = Command::new(place.npm_tool("esbuild"));
    esbuild.args(["--minify", "--target=esnext", "--charset=utf8", "--legal-comments=none"]);
    esbuild.args(["--log-level=warning", "--allow-overwrite"]);
    esbuild
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
