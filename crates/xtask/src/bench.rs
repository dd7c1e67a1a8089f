//! `cargo xtask bench`: how long a key press takes until its results are painted, what draws cost the page while they arrive, what a
//! move in the health lab costs with all its accounts, and what twenty elements cost the page that holds them. It measures, and
//! judges nothing.

use crate::args::Args;
use crate::build::{Recipe, build};
use crate::need;
use crate::place::Place;
use crate::run::run;
use crate::trouble::{Outcome, Trouble};
use std::path::Path;
use std::process::Command;

/// `cargo xtask bench`. A page that was built before is measured as it is.
pub(crate) fn command(place: &Place, args: Args) -> Outcome {
    args.end()?;
    let page = place.root.join("dist");
    if !page.join("index.html").exists() {
        build(place, &Recipe { ships: true, features: None, out: page.clone() })?;
    }
    need::npm(place)?;
    let chromium = need::chromium(place)?;
    for script in ["bench/keypress.mjs", "bench/draws.mjs", "bench/lab.mjs", "bench/elements.mjs"] {
        let mut bench = Command::new("node");
        bench.arg(script).current_dir(place.browser()).env("PLIMSOLL_PAGE", &page);
        if let Some(path) = &chromium {
            bench.env("CHROMIUM", path);
        }
        run(&mut bench)?;
    }
    Ok(())
}

/// A benchmark beside its peers: `run.mjs` of a folder of `tests/bench`, what was made for it, and those of its own options that
/// are given. It says what each means.
pub(crate) fn beside_peers(
    place: &Place,
    name: &str,
    made: &Path,
    options: &[&str],
    mut args: Args,
) -> Outcome<Command> {
    let mut node = Command::new("node");
    node.arg(place.root.join("tests/bench").join(name).join("run.mjs")).arg(made);
    for option in options {
        if let Some(value) = args.option(option)? {
            node.args([*option, &value]);
        }
    }
    args.end()?;
    // One list of peers serves all of these, and so do its server and its browser.
    need::npm_in(&place.root.join("tests/bench/ledger"), "tests/bench/ledger")?;
    Ok(node)
}

/// Runs such a benchmark in a browser.
pub(crate) fn in_browser(place: &Place, mut node: Command) -> Outcome {
    if let Some(path) = need::chromium(place)? {
        node.arg("--browser").arg(path);
    }
    run(&mut node).map_err(|_| Trouble::new("a peer was not exact, or could not be run"))
}
