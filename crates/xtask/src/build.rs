//! Building the page: compile, bind, optimise, assemble, finish.

use crate::args::Args;
use crate::finish::finish;
use crate::need;
use crate::package;
use crate::page::{self, Part, Program};
use crate::paths;
use crate::place::Place;
use crate::run::{cargo_at, run};
use crate::say::{self, Step};
use crate::size;
use crate::stamp;
use crate::trouble::{Doing, Outcome, Trouble};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Measured, not guessed: a little more inlining than the smallest profile's own packs one kilobyte shorter. Not for
/// the worker, whose profile inlines far more for speed.
const PACKED: &str = "-Cllvm-args=--inline-threshold=30";

/// What to build, and where it goes.
pub(crate) struct Recipe {
    /// Built small, as a host serves it; otherwise built quickly.
    pub(crate) ships: bool,
    /// Cargo features of the page's program, separated by commas.
    pub(crate) features: Option<String>,
    /// The folder that will hold the page.
    pub(crate) out: PathBuf,
}

/// `cargo xtask build`.
pub(crate) fn command(place: &Place, mut args: Args) -> Outcome {
    let out = args.option("--out")?.map_or_else(|| place.root.join("dist"), PathBuf::from);
    let features = args.option("--features")?;
    let ships = match args.option("--profile")?.as_deref() {
        None | Some("web") => true,
        Some("dev") => false,
        Some(other) => return Err(Trouble::new(format!("--profile is web or dev, not {other}"))),
    };
    args.end()?;
    let recipe = Recipe { ships, features, out };
    build(place, &recipe)?;
    say::plain(&format!(
        "\nThe page lies in {}. Any static host serves it, from any path.",
        recipe.out.display()
    ));
    if ships { size::report(place, &recipe.out) } else { Ok(()) }
}

/// Builds the page. The folder is replaced at the very end, so a failed build leaves the last good page there.
pub(crate) fn build(place: &Place, recipe: &Recipe) -> Outcome {
    need::wasm_target()?;
    let html = fs::read_to_string(place.root.join("index.html")).doing("reading index.html")?;
    let parts = page::parts(&html)?;
    let stage = place.work("stage");
    empty(&stage)?;
    fs::write(stage.join("index.html"), &html).doing("writing index.html")?;

    bindgen(place)?;
    if !recipe.ships {
        compile_together(place, recipe, &parts)?;
    }
    for part in &parts {
        match part {
            Part::Program(program) if !recipe.ships => join(place, recipe, program, Glue::Looks, &stage)?,
            Part::Program(program) => compile(place, recipe, program, Glue::Looks, &stage)?,
            Part::File(from, folder) => copy_into(&place.root.join(from), &stage.join(folder))?,
            Part::Folder(from) => {
                let from = place.root.join(from);
                let name = from.file_name().unwrap_or_default();
                copy_folder(&from, &stage.join(name))?;
            }
        }
    }
    finish(place, &stage, recipe.ships)?;
    if recipe.ships {
        package::make(place, &stage.join("package"))?;
        paths::check(place, &stage)?;
    }
    publish(&stage, &recipe.out)
}

/// The workers that ship, into a folder, and nothing of the page.
pub(crate) fn workers(place: &Place, folder: &Path) -> Outcome {
    need::wasm_target()?;
    let html = fs::read_to_string(place.root.join("index.html")).doing("reading index.html")?;
    empty(folder)?;
    bindgen(place)?;
    let recipe = Recipe { ships: true, features: None, out: folder.to_path_buf() };
    for part in page::parts(&html)? {
        if let Part::Program(program) = part
            && program.beside
        {
            compile(place, &recipe, &program, Glue::Looks, folder)?;
        }
    }
    Ok(())
}

/// Where glue finds its module.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Glue {
    /// Beside itself, unless it is told.
    Looks,
    /// Only where it is told.
    Told,
}

/// Which program of the page another one is built like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Like {
    /// The page's own.
    Page,
    /// The one in the worker beside it.
    Worker,
}

/// One program by itself, built like one of the page's, into a folder.
pub(crate) fn alone(
    place: &Place,
    manifest: &str,
    bin: &str,
    like: Like,
    glue: Glue,
    folder: &Path,
) -> Outcome {
    need::wasm_target()?;
    empty(folder)?;
    bindgen(place)?;
    let recipe = Recipe { ships: true, features: None, out: folder.to_path_buf() };
    let html = fs::read_to_string(place.root.join("index.html")).doing("reading index.html")?;
    let found = page::parts(&html)?.into_iter().find_map(|part| match part {
        Part::Program(program) if program.beside == (like == Like::Worker) => Some(program),
        _ => None,
    });
    let like = found.ok_or_else(|| Trouble::new("index.html names no program"))?;
    let program = Program { manifest: manifest.to_owned(), bin: bin.to_owned(), ..like };
    compile(place, &recipe, &program, glue, folder)
}

/// Builds the tool that makes the glue.
fn bindgen(place: &Place) -> Outcome {
    let step = Step::begin("Building wasm-bindgen, the tool that joins Rust to the page");
    run(&mut cargo_at(place, &["build", "--package", "plimsoll-bindgen"]))?;
    step.done();
    Ok(())
}

/// Compiles every program at once, as they are only tried here: what they share is compiled once, and no core waits.
fn compile_together(place: &Place, recipe: &Recipe, parts: &[Part]) -> Outcome {
    let programs = || {
        parts.iter().filter_map(|part| match part {
            Part::Program(program) => Some(program),
            _ => None,
        })
    };
    let step = Step::begin("Compiling the page and what stands beside it (dev profile)");
    let mut cargo = cargo_at(place, &["build", "--target", need::WASM, "--profile", "dev"]);
    for program in programs() {
        cargo.args(["--package", &program.bin, "--bin", &program.bin]);
    }
    if let (Some(features), Some(page)) = (&recipe.features, programs().find(|program| !program.beside)) {
        let features = features.split(',').map(|feature| format!("{}/{feature}", page.bin));
        cargo.args(["--features", &features.collect::<Vec<_>>().join(",")]);
    }
    run(&mut cargo)?;
    step.done();
    Ok(())
}

/// Compiles one program into a module with its glue.
fn compile(place: &Place, recipe: &Recipe, program: &Program, glue: Glue, stage: &Path) -> Outcome {
    let step = Step::begin(&format!("Compiling {} ({} profile)", program.bin, program.profile));
    let mut cargo = cargo_at(place, &["build", "--target", need::WASM, "--profile", &program.profile]);
    cargo.args(["--manifest-path", &program.manifest, "--bin", &program.bin]);
    if let Some(features) = recipe.features.as_ref().filter(|_| !program.beside) {
        cargo.args(["--features", features]);
    }
    let mut flags = paths::flags(place);
    if program.profile == "web" {
        flags.push(PACKED.to_owned());
    }
    run(cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}")))?;
    step.done();
    join(place, recipe, program, glue, stage)
}

/// Joins a compiled program to the page: the module with its glue.
fn join(place: &Place, recipe: &Recipe, program: &Program, told: Glue, stage: &Path) -> Outcome {
    let step = Step::begin(&format!("Writing the module and the glue of {}", program.bin));
    let folder = if recipe.ships { program.profile.as_str() } else { "debug" };
    let wasm = place.target.join(need::WASM).join(folder).join(format!("{}.wasm", program.bin));
    let glue = place.work("glue");
    empty(&glue)?;
    let mut bindgen = Command::new(place.target.join("debug").join("wasm-bindgen"));
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", &program.bin, "--out-dir"]);
    bindgen.arg(&glue);
    if told == Glue::Told {
        bindgen.arg("--omit-default-module-path");
    }
    run(bindgen.arg(wasm))?;
    step.done();

    if recipe.ships {
        optimise(place, program, &glue.join(format!("{}_bg.wasm", program.bin)))?;
    }
    copy_folder(&glue, &stage.join(&program.folder))
}

/// Makes a module smaller, in place. Which instructions it may use stands in the module itself.
fn optimise(place: &Place, program: &Program, wasm: &Path) -> Outcome {
    need::npm(place)?;
    let step = Step::begin("Making the module smaller");
    let mut opt = Command::new(place.npm_tool("wasm-opt"));
    opt.arg(format!("-O{}", program.level)).args(&program.params);
    run(opt.arg(wasm).arg("-o").arg(wasm))?;
    step.done();
    Ok(())
}

/// An empty folder of ours below the target directory.
pub(crate) fn empty(folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder).doing(format!("emptying {}", folder.display()))?;
    }
    fs::create_dir_all(folder).doing(format!("making {}", folder.display()))
}

/// Copies a file to the top of a folder.
fn copy_into(file: &Path, folder: &Path) -> Outcome {
    fs::create_dir_all(folder).doing(format!("making {}", folder.display()))?;
    let to = folder.join(file.file_name().unwrap_or_default());
    fs::copy(file, to).doing(format!("copying {}", file.display()))?;
    Ok(())
}

/// Copies a folder's files, those in its folders too.
pub(crate) fn copy_folder(from: &Path, to: &Path) -> Outcome {
    for file in stamp::files_below(from)? {
        let target = to.join(file.strip_prefix(from).unwrap_or(&file));
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent).doing(format!("making {}", parent.display()))?;
        }
        fs::copy(&file, target).doing(format!("copying {}", file.display()))?;
    }
    Ok(())
}

/// Puts the finished page in place of the old one. A folder that holds anything but a page is left alone.
fn publish(stage: &Path, out: &Path) -> Outcome {
    // What other commands put there is made anew.
    let is_other = |name: &OsStr| name != "package";
    let others = fs::read_dir(out).into_iter().flatten().flatten().any(|entry| is_other(&entry.file_name()));
    if others && !out.join("start.js").exists() {
        return Err(Trouble::new(format!("{} holds something else than a built page", out.display()))
            .next("choose another folder with --out"));
    }
    empty(out)?;
    copy_folder(stage, out)
}
