//! `cargo xtask tidy`: the rules of the house that no compiler checks.

mod links;
mod manifest;
mod rooms;
mod source;
mod versions;

use crate::args::Args;
use crate::place::Place;
use crate::say;
use crate::trouble::{Doing, Outcome, Trouble};
use std::fmt;
use std::fs;
use std::path::Path;

/// A place that breaks a rule.
#[derive(Debug, PartialEq)]
pub(crate) struct Finding {
    file: String,
    line: usize,
    why: String,
}

impl Finding {
    /// A finding in a line; lines count from one.
    fn new(file: &str, line: usize, why: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line, why: why.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}:{}: {}", self.file, self.line, self.why)
    }
}

/// `cargo xtask tidy`.
pub(crate) fn command(place: &Place, args: Args) -> Outcome {
    args.end()?;
    check(place)?;
    say::plain("The house is tidy.");
    Ok(())
}

/// Checks everything and prints each finding.
pub(crate) fn check(place: &Place) -> Outcome {
    let mut findings = rooms::check(place)?;
    findings.extend(source::check(place)?);
    findings.extend(links::check(place)?);
    findings.extend(versions::check(place)?);
    for finding in &findings {
        say::note(&finding.to_string());
    }
    match findings.len() {
        0 => Ok(()),
        count => Err(Trouble::new(format!("{count} places break a rule of the house"))),
    }
}

/// Reads a file of the checkout by its path from the top.
fn read(place: &Place, file: &str) -> Outcome<String> {
    fs::read_to_string(place.root.join(file)).doing(format!("reading {file}"))
}

/// A path from the top of the checkout, with slashes on every system.
fn from_top(place: &Place, path: &Path) -> String {
    let below = path.strip_prefix(&place.root).unwrap_or(path);
    below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The lines of a text with their numbers, from one.
fn numbered(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(text.lines())
}
