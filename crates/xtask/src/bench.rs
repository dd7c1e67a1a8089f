//! `cargo xtask bench`: how long a key press takes until its results are painted, and what twenty elements cost the page that
//! holds them. It measures, and judges nothing.

use crate::args::Args;
use crate::build::{Recipe, build};
use crate::need;
use crate::place::Place;
use crate::run::run;
use crate::trouble::Outcome;
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
    for script in ["bench/keypress.mjs", "bench/elements.mjs"] {
        let mut bench = Command::new("node");
        bench.arg(script).current_dir(place.browser()).env("PLIMSOLL_PAGE", &page);
        if let Some(path) = &chromium {
            bench.env("CHROMIUM", path);
        }
        run(&mut bench)?;
    }
    Ok(())
}
