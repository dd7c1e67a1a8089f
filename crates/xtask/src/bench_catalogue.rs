//! `cargo xtask bench-catalogue`: how long the whole catalogue takes to evaluate in wasm. It measures, and judges nothing.

use crate::args::Args;
use crate::build;
use crate::place::Place;
use crate::run::run;
use crate::trouble::Outcome;
use std::process::Command;

/// `cargo xtask bench-catalogue`.
pub(crate) fn command(place: &Place, args: Args) -> Outcome {
    args.end()?;
    let folder = place.root.join("tests").join("bench").join("catalogue");
    let made = place.work("bench-catalogue");
    build::alone(
        place,
        "tests/bench/catalogue/Cargo.toml",
        "plimsoll-bench-catalogue",
        build::Like::Page,
        build::Glue::Looks,
        &made,
    )?;
    run(Command::new("node").arg(folder.join("run.mjs")).arg(&made))
}
