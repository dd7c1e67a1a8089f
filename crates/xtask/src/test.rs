//! `cargo xtask test`: every check and every test, with one line of counts at the end.

use crate::args::Args;
use crate::book;
use crate::build::{Recipe, build};
use crate::cargo_deny;
use crate::need;
use crate::package;
use crate::place::Place;
use crate::run::{cargo_at, run, run_watching};
use crate::say::{self, Step};
use crate::sites;
use crate::size;
use crate::tidy;
use crate::trouble::{Outcome, Trouble};
use std::process::Command;

/// What has passed and failed so far.
#[derive(Default)]
struct Tally {
    passed: u64,
    failed: u64,
    skipped: u64,
    /// The steps that went wrong, by name.
    broken: Vec<String>,
}

impl Tally {
    /// Runs one step. A step that goes wrong is remembered and the next one begins: one run shows everything.
    /// It counts as one failure unless tests of its own were counted, so nobody reads "0 failed" beside a fault.
    fn step(&mut self, name: &str, work: impl FnOnce(&mut Self) -> Outcome) {
        let step = Step::begin(name);
        let before = self.failed;
        if let Err(trouble) = work(self) {
            say::trouble(&trouble);
            self.broken.push(name.to_owned());
            self.failed = self.failed.max(before.saturating_add(1));
        }
        step.done();
    }

    /// Runs a program whose lines hold counts of tests, and adds them up.
    fn count(&mut self, command: &mut Command) -> Outcome {
        let (mut passed, mut failed, mut skipped) = (0_u64, 0_u64, 0_u64);
        let ended_well = run_watching(command, |line| {
            if let Some((good, bad, left_out)) = counts(line) {
                passed = passed.saturating_add(good);
                failed = failed.saturating_add(bad);
                skipped = skipped.saturating_add(left_out);
            }
        })?;
        self.passed = self.passed.saturating_add(passed);
        self.failed = self.failed.saturating_add(failed);
        self.skipped = self.skipped.saturating_add(skipped);
        match (ended_well, failed) {
            (true, 0) if passed > 0 => Ok(()),
            (true, 0) => Err(Trouble::new("no test was run")),
            (_, 0) => Err(Trouble::new("the tests could not be built or did not end")),
            (_, failed) => Err(Trouble::new(format!("{failed} tests failed"))),
        }
    }

    /// Prints what happened. The last line holds the counts and nothing else.
    fn end(self) -> Outcome {
        let mut counts = format!("{} passed, {} failed", self.passed, self.failed);
        if self.skipped > 0 {
            counts.push_str(&format!(", {} skipped", self.skipped));
        }
        if self.broken.is_empty() {
            say::plain(&format!("\nEverything is in order.\n{counts}"));
            return Ok(());
        }
        say::plain(&format!("\nNot in order: {}.\n{counts}", self.broken.join(", ")));
        std::process::exit(1);
    }
}

/// `cargo xtask test`.
pub(crate) fn command(place: &Place, mut args: Args) -> Outcome {
    let only_native = args.flag("--native");
    let only_browser = args.flag("--browser");
    args.end()?;
    let mut tally = Tally::default();
    if !only_browser {
        native(place, &mut tally);
    }
    if !only_native {
        browser(place, &mut tally);
    }
    tally.end()
}

/// What needs no browser.
fn native(place: &Place, tally: &mut Tally) {
    tally.step("Format", |_| {
        need::rust_component("rustfmt", "fmt")?;
        run(&mut cargo_at(place, &["fmt", "--all", "--check"]))
            .map_err(|trouble| trouble.next("cargo fmt --all"))
    });
    tally.step("Rules of the house", |_| tidy::check(place));
    tally.step("Lints", |_| {
        need::rust_component("clippy", "clippy")?;
        run(&mut cargo_at(place, &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
    });
    tally.step("Documentation", |_| {
        let mut doc = cargo_at(place, &["doc", "--workspace", "--no-deps", "--document-private-items"]);
        run(doc.env("RUSTDOCFLAGS", "-D warnings"))
    });
    tally.step("Licences, bans and sources of crates", |_| cargo_deny::check(place).map(|_| ()));
    tally.step("Native tests", |tally| {
        tally.count(&mut cargo_at(place, &["test", "--workspace", "--no-fail-fast"]))
    });
}

/// What needs the built page and a browser.
fn browser(place: &Place, tally: &mut Tally) {
    let release = Recipe { ships: true, features: None, out: place.root.join("dist") };
    let drill = Recipe { ships: false, features: Some("drill".to_owned()), out: place.work("drill") };
    tally.step("The page that ships", |_| build(place, &release));
    tally.step("Size", |_| size::report(place, &release.out));
    tally.step("The JavaScript package", |tally| {
        tally.count(&mut package::tests(place, &release.out.join("package")))
    });
    tally.step("The page that can be made to fail", |_| build(place, &drill));
    tally.step("The book", |_| book::book(place, &release.out));
    let mut left_out = Vec::new();
    tally.step("The example sites of the book", |_| {
        left_out = sites::build(place, &release.out)?;
        Ok(())
    });
    tally.step("Browser tests", |tally| {
        need::npm(place)?;
        let chromium = need::chromium(place)?;
        let mut playwright = Command::new(place.npm_tool("playwright"));
        playwright.arg("test").current_dir(place.browser());
        playwright.env("PLIMSOLL_PAGE", &release.out).env("PLIMSOLL_DRILL", &drill.out);
        playwright.env("PLIMSOLL_BUNDLED", package::bundled(place));
        playwright
            .env("PLIMSOLL_SITES", sites::folder(place))
            .env("PLIMSOLL_SITES_LEFT_OUT", left_out.join(","));
        if let Some(path) = chromium {
            playwright.env("CHROMIUM", path);
        }
        tally.count(&mut playwright)
    });
}

/// Reads the counts from a line of cargo's test runner, or of our reporter in `tests/browser/`: passed, failed, left out.
fn counts(line: &str) -> Option<(u64, u64, u64)> {
    let (_, summary) = line.split_once("test result: ")?;
    let number_before = |word: &str| {
        let (before, _) = summary.split_once(word)?;
        before.trim_end().rsplit(' ').next()?.parse().ok()
    };
    Some((number_before("passed")?, number_before("failed")?, number_before("ignored").unwrap_or(0)))
}

#[cfg(test)]
mod tests {
    use super::counts;

    #[test]
    fn the_counts_are_read_from_a_summary() {
        let line = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(counts(line), Some((12, 3, 0)));
        assert_eq!(counts("test result: ok. 7 passed; 0 failed; 2 ignored"), Some((7, 0, 2)));
    }

    #[test]
    fn other_lines_hold_no_counts() {
        for line in ["", "running 3 tests", "test result: ok.", "12 passed; 3 failed"] {
            assert_eq!(counts(line), None, "{line:?}");
        }
    }
}
