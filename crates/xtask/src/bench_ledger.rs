//! `cargo xtask bench-ledger`: the ledger beside what others would use for it (`tests/bench/ledger`).

use crate::args::Args;
use crate::build;
use crate::need;
use crate::place::Place;
use crate::run::run;
use crate::trouble::{Outcome, Trouble};
use std::process::Command;

/// What the benchmark itself understands; it says what each means.
const OPTIONS: [&str; 4] = ["--sizes", "--peers", "--rounds", "--variants"];

/// Builds the worker as it ships, then measures it and its peers in a browser.
pub(crate) fn command(place: &Place, mut args: Args) -> Outcome {
    let folder = place.root.join("tests").join("bench").join("ledger");
    let made = place.work("bench-ledger");
    let mut node = Command::new("node");
    node.arg(folder.join("run.mjs")).arg(&made);
    for name in OPTIONS {
        if let Some(value) = args.option(name)? {
            node.args([name, &value]);
        }
    }
    args.end()?;
    need::npm_in(&folder, "tests/bench/ledger")?;
    build::workers(place, &made.join("worker"))?;
    if let Some(path) = need::chromium(place)? {
        node.arg("--browser").arg(path);
    }
    run(&mut node).map_err(|_| Trouble::new("a peer was not exact, or could not be run"))
}
