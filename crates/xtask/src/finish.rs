//! The last step of every build: `cargo xtask build` and Trunk both end here, so both make the same page.

use crate::args::Args;
use crate::minify;
use crate::names;
use crate::page;
use crate::place::Place;
use crate::stamp;
use crate::trouble::{Doing, Outcome, Trouble};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// `cargo xtask finish [DIR]`; without a folder, the one that Trunk is preparing.
pub(crate) fn command(place: &Place, mut args: Args) -> Outcome {
    let quickly =
        args.flag("--quickly") || env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "debug");
    let folder =
        args.word().map(PathBuf::from).or_else(|| env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from));
    args.end()?;
    match folder {
        Some(folder) => finish(place, &folder, !quickly),
        None => Err(Trouble::new("there is no folder to finish").next("cargo xtask finish dist")),
    }
}

/// Takes what is for builders out of the page, makes what ships small, and gives all files one version.
pub(crate) fn finish(place: &Place, folder: &Path, ships: bool) -> Outcome {
    let index = folder.join("index.html");
    let html = fs::read_to_string(&index).doing(format!("reading {}", index.display()))?;
    fs::write(&index, page::finished(&html)).doing("writing index.html")?;
    if ships {
        names::level_all(folder)?;
        minify::all(place, folder)?;
    }
    stamp::stamp(folder)
}
