//! `cargo xtask bench-portfolio`: scoring accounts anew beside what others would use for it (`tests/bench/portfolio`).

use crate::args::Args;
use crate::build;
use crate::need;
use crate::place::Place;
use crate::run::run;
use crate::trouble::{Outcome, Trouble};
use std::process::Command;

/// What the benchmark itself understands; it says what each means.
const OPTIONS: [&str; 3] = ["--sizes", "--peers", "--rounds"];

/// Builds the loops as the worker ships them, then measures them and their peers in a browser.
pub(crate) fn command(place: &Place, mut args: Args) -> Outcome {
    let folder = place.root.join("tests").join("bench").join("portfolio");
    let made = place.work("bench-portfolio");
    let mut node = Command::new("node");
    node.arg(folder.join("run.mjs")).arg(&made);
    for name in OPTIONS {
        if let Some(value) = args.option(name)? {
            node.args([name, &value]);
        }
    }
    args.end()?;
    // The ledger's benchmark has the same peers, its server and its browser.
    need::npm_in(&place.root.join("tests").join("bench").join("ledger"), "tests/bench/ledger")?;
    let manifest = "tests/bench/portfolio/Cargo.toml";
    build::alone(
        place,
        manifest,
        "plimsoll-bench-portfolio",
        build::Like::Worker,
        build::Glue::Looks,
        &made.join("product"),
    )?;
    if let Some(path) = need::chromium(place)? {
        node.arg("--browser").arg(path);
    }
    run(&mut node).map_err(|_| Trouble::new("a peer was not exact, or could not be run"))
}
