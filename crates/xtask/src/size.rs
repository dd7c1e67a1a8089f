//! What the page weighs, and what it may weigh.

use crate::args::Args;
use crate::place::Place;
use crate::run::run;
use crate::trouble::{Outcome, Trouble};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The parts of a page, each fetched when it is first needed, and the most that each may weigh in bytes after brotli. The
/// first is what a reader waits for; which files are whose stands in `tests/browser/weigh.mjs`. The goal of the data worker is
/// 90,000: without accounts it weighs 88,677, with them its limit is what has been reached.
const BUDGETS: [(&str, u32); 14] = [
    ("page", 220_000),
    ("views", 290_000),
    ("health lab", 294_000),
    ("portfolio worker", 131_000),
    ("paste reader", 65_000),
    ("data worker", 117_000),
    ("samples", 10_800),
    ("drawing worker", 102_000),
    ("spreadsheet reader", 240_000),
    ("data room", 172_000),
    ("package", 200_000),
    ("element", 110_000),
    ("element of health", 2_500),
    ("frame", 2_000),
];

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
        .args(BUDGETS.map(|(part, budget)| format!("{part}={budget}")));
    run(&mut weigh).map_err(|_| Trouble::new("a part of the page is over its budget"))
}
