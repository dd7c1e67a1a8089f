//! The example sites of the book's guides, each built by its generator with the elements of the built page.

use crate::build::{copy_folder, empty};
use crate::mdbook;
use crate::need;
use crate::place::Place;
use crate::run::run;
use crate::say::{self, Step};
use crate::stamp::files_below;
use crate::trouble::{Doing, Outcome};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// MkDocs and the theme that most of its sites have.
const MKDOCS: [&str; 2] = ["mkdocs==1.6.1", "mkdocs-material==9.8.2"];

/// One site, and where the elements belong in it.
struct Site {
    name: &'static str,
    elements: &'static str,
    generator: Generator,
}

/// What makes a site.
enum Generator {
    /// The site is what it is.
    None,
    /// mdBook, as it makes the book.
    MdBook,
    /// MkDocs, a package of Python.
    MkDocs,
    /// A tool of npm, with what it is told before the folder.
    Npm(&'static str, &'static [&'static str]),
}

const SITES: [Site; 6] = [
    Site { name: "html", elements: "plimsoll", generator: Generator::None },
    Site { name: "mdbook", elements: "src/plimsoll", generator: Generator::MdBook },
    Site { name: "mkdocs", elements: "docs/plimsoll", generator: Generator::MkDocs },
    Site {
        name: "vitepress",
        elements: "public/plimsoll",
        generator: Generator::Npm("vitepress", &["build"]),
    },
    Site {
        name: "astro",
        elements: "public/plimsoll",
        generator: Generator::Npm("astro", &["build", "--root"]),
    },
    Site {
        name: "docusaurus",
        elements: "static/plimsoll",
        generator: Generator::Npm("docusaurus", &["build"]),
    },
];

/// Where the sites are built.
pub(crate) fn folder(place: &Place) -> PathBuf {
    place.work("sites")
}

/// Builds every site; answers the names of those that were left out, because their generator is not to be had.
///
/// # Errors
/// A generator refuses its site.
pub(crate) fn build(place: &Place, page: &Path) -> Outcome<Vec<&'static str>> {
    let stage = folder(place);
    bring(&place.root.join("tests/sites"), &stage)?;
    need::npm_in(&stage, "tests/sites")?;
    let mut left_out = Vec::new();
    for site in &SITES {
        let step = Step::begin(&format!("The example site of {}", site.name));
        let here = stage.join(site.name);
        empty(&here.join(site.elements))?;
        copy_folder(&page.join("embed"), &here.join(site.elements))?;
        if !make(place, site, &here)? {
            say::warn(&format!(
                "SKIPPED: the generator of {} is not here and could not be installed.",
                site.name
            ));
            left_out.push(site.name);
        }
        step.done();
    }
    Ok(left_out)
}

/// Brings what changed of the sites' sources, so that what is installed beside them is still newer than its list.
fn bring(from: &Path, to: &Path) -> Outcome {
    for file in files_below(from)? {
        let target = to.join(file.strip_prefix(from).unwrap_or(&file));
        let text = fs::read(&file).doing(format!("reading {}", file.display()))?;
        if fs::read(&target).is_ok_and(|there| there == text) {
            continue;
        }
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent).doing(format!("making {}", parent.display()))?;
        }
        fs::write(&target, text).doing(format!("writing {}", target.display()))?;
    }
    Ok(())
}

/// Runs the generator; answers whether there was one to run.
fn make(place: &Place, site: &Site, here: &Path) -> Outcome<bool> {
    match site.generator {
        Generator::None => {}
        Generator::MdBook => run(Command::new(mdbook::find(place)?).arg("build").arg(here))?,
        Generator::MkDocs => return mkdocs(place, here),
        Generator::Npm(tool, words) => {
            let tool = folder(place).join("node_modules/.bin").join(tool);
            let mut command = Command::new(tool);
            command.args(words).arg(here).current_dir(folder(place));
            // None of them shall ask its maker whether there is a newer one, or tell them that it ran.
            run(command.env("ASTRO_TELEMETRY_DISABLED", "1").env("NO_UPDATE_NOTIFIER", "1"))?;
        }
    }
    Ok(true)
}

/// Builds with MkDocs, which is installed first where it is missing.
fn mkdocs(place: &Place, here: &Path) -> Outcome<bool> {
    let packages = place.work("mkdocs");
    if !packages.join("material").exists() && need::pip(&packages, &MKDOCS).is_err() {
        return Ok(false);
    }
    let mut python = Command::new("python3");
    python.args(["-m", "mkdocs", "build", "--quiet", "--strict"]).current_dir(here);
    run(python.env("PYTHONPATH", &packages).env("NO_MKDOCS_2_WARNING", "1"))?;
    Ok(true)
}
