//! What the page weighs, and what it may weigh.

use crate::args::Args;
use crate::place::Place;
use crate::run::run;
use crate::trouble::{Outcome, Trouble};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The most that the program, its glue and its styles may weigh together, in bytes after brotli. It only ever goes down.
const PAGE: u32 = 130_000;

/// The most that the worker and its glue may weigh; they are fetched when they are first needed.
const WORKER: u32 = 90_000;

/// `cargo xtask size`.
pub(crate) fn command(place: &Place, mut args: Args) -> Outcome {
    let out = args.option("--out")?.map_or_else(|| place.root.join("dist"), PathBuf::from);
    args.end()?;
    report(place, &out)
}

/// Prints the table and refuses a page that is over its budget. Node's brotli does the weighing: it is there already.
pub(crate) fn report(place: &Place, out: &Path) -> Outcome {
    if !out.join("index.html").exists() {
        return Err(Trouble::new(format!("{} holds no page", out.display())).next("./dev build"));
    }
    let mut weigh = Command::new("node");
    weigh
        .arg(place.browser().join("weigh.mjs"))
        .arg(out)
        .args([PAGE, WORKER].map(|budget| budget.to_string()));
    run(&mut weigh).map_err(|_| Trouble::new("the page or its worker is over its budget"))
}
