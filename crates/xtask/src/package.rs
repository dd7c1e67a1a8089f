//! `cargo xtask package`: the JavaScript package, as a folder that a host can serve and as the tarball that npm installs.
//!
//! The glue becomes a function that makes it, so that each start has glue of its own: after a fault nothing of the old one is
//! used again. Glue and scripts become one file, which names its module by a hash of its bytes, so that a browser that keeps
//! files can never put one build's glue beside another one's module.

use crate::args::Args;
use crate::build;
use crate::names;
use crate::need;
use crate::paths;
use crate::place::Place;
use crate::run::run;
use crate::say::{self, Step};
use crate::stamp;
use crate::trouble::{Doing, Outcome, Trouble};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The program, which also names what wasm-bindgen makes of it.
const PROGRAM: &str = "plimsoll-api";

/// The module's name in the sources.
const MODULE: &str = "plimsoll.wasm";

/// The two entries: browsers, workers and bundlers; Node.
const ENTRIES: [(&str, &str); 2] = [("plimsoll.js", "--platform=neutral"), ("node.js", "--platform=node")];

/// What goes into the package as it is: from where, and under which name.
const TEXTS: [(&str, &str); 6] = [
    ("crates/api/README.md", "README.md"),
    ("crates/api/js/plimsoll.d.ts", "plimsoll.d.ts"),
    ("docs/plimsoll.d.ts", "report.d.ts"),
    ("CHANGELOG.md", "CHANGELOG.md"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("LICENSE-MIT", "LICENSE-MIT"),
];

/// `cargo xtask package`.
pub(crate) fn command(place: &Place, mut args: Args) -> Outcome {
    let out = args.option("--out")?.map_or_else(|| place.root.join("dist").join("package"), PathBuf::from);
    let tries = args.flag("--test");
    args.end()?;
    make(place, &out)?;
    if tries {
        run(&mut tests(place, &out))?;
    }
    say::plain(&format!(
        "\nThe package lies in {}, and beside it the tarball that npm installs.",
        out.display()
    ));
    Ok(())
}

/// Where its tests leave what bundlers made of it.
pub(crate) fn bundled(place: &Place) -> PathBuf {
    place.work("package-test")
}

/// The tests of a package that lies in a folder; they count like those of cargo.
pub(crate) fn tests(place: &Place, made: &Path) -> Command {
    let mut node = Command::new("node");
    node.arg(place.root.join("tests/package/run.mjs")).arg(made);
    node.arg(bundled(place)).arg(place.browser().join("node_modules"));
    node
}

/// Makes the package in a folder, which is replaced.
pub(crate) fn make(place: &Place, out: &Path) -> Outcome {
    need::npm(place)?;
    let work = place.work("package");
    let program = work.join("program");
    build::alone(place, "crates/api/Cargo.toml", PROGRAM, build::Like::Page, build::Glue::Told, &program)?;
    names::level_all(&program)?;
    let step = Step::begin("Putting the package together");
    refuse_others(out)?;
    build::empty(out)?;
    let module = hashed(&program.join(format!("{PROGRAM}_bg.wasm")))?;
    fs::copy(program.join(format!("{PROGRAM}_bg.wasm")), out.join(&module)).doing("copying the module")?;
    let scripts = scripts(place, &program, &work.join("js"))?;
    for (entry, platform) in ENTRIES {
        bundle(place, &scripts.join(entry), platform, &out.join(entry))?;
        replace(&out.join(entry), &[(MODULE, &module)])?;
    }
    for (from, to) in TEXTS {
        fs::copy(place.root.join(from), out.join(to)).doing(format!("copying {from}"))?;
    }
    fs::copy(place.root.join("crates/api/package.json"), out.join("package.json"))
        .doing("copying package.json")?;
    let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    let address = format!(": \"./{module}\"");
    replace(
        &out.join("package.json"),
        &[("\"version\": \"0.0.0\"", &version), (": \"./plimsoll.wasm\"", &address)],
    )?;
    paths::check(place, out)?;
    pack(out)?;
    step.done();
    Ok(())
}

/// Leaves a folder alone that holds anything but a package.
fn refuse_others(out: &Path) -> Outcome {
    let is_empty = fs::read_dir(out).map_or(true, |mut entries| entries.next().is_none());
    if is_empty || out.join("plimsoll.js").exists() {
        return Ok(());
    }
    Err(Trouble::new(format!("{} holds something else than a package", out.display()))
        .next("choose another folder with --out"))
}

/// The module's name with a hash of its bytes.
fn hashed(module: &Path) -> Outcome<String> {
    let hash = stamp::hash_of(&[module.to_path_buf()])?;
    Ok(format!("plimsoll-{}.wasm", hash.get(..8).unwrap_or(&hash)))
}

/// The scripts with the glue among them, as a function that makes it.
fn scripts(place: &Place, program: &Path, folder: &Path) -> Outcome<PathBuf> {
    build::empty(folder)?;
    build::copy_folder(&place.root.join("crates/api/js"), folder)?;
    let made = folder.join("made.js");
    let mut esbuild = Command::new(place.npm_tool("esbuild"));
    esbuild.args([
        "--format=iife",
        "--global-name=glue",
        "--minify",
        "--target=es2022",
        "--log-level=warning",
    ]);
    run(esbuild.arg(program.join(format!("{PROGRAM}.js"))).arg(format!("--outfile={}", made.display())))?;
    let glue = fs::read_to_string(&made).doing("reading the glue")?;
    let function = format!("export default function makeGlue() {{\n{}\nreturn glue;\n}}\n", glue.trim());
    fs::write(folder.join("glue.js"), function).doing("writing the glue")?;
    Ok(folder.to_path_buf())
}

/// One entry with everything that it imports. Names stay as they are: whoever debugs a page reads this file.
fn bundle(place: &Place, entry: &Path, platform: &str, out: &Path) -> Outcome {
    let mut esbuild = Command::new(place.npm_tool("esbuild"));
    esbuild.args(["--bundle", "--format=esm", "--target=es2022", "--charset=utf8", "--log-level=warning"]);
    run(esbuild.arg(platform).arg(entry).arg(format!("--outfile={}", out.display())))
}

/// Replaces texts in a file, each of which has to stand there.
fn replace(file: &Path, pairs: &[(&str, &str)]) -> Outcome {
    let mut text = fs::read_to_string(file).doing(format!("reading {}", file.display()))?;
    for (from, to) in pairs {
        if !text.contains(from) {
            return Err(Trouble::new(format!("{} does not hold {from}", file.display())));
        }
        text = text.replace(from, to);
    }
    fs::write(file, text).doing(format!("writing {}", file.display()))
}

/// Packs the tarball, and puts it under a name without a version beside what it holds.
fn pack(out: &Path) -> Outcome {
    run(Command::new("npm").args(["pack", "--silent", "--pack-destination", "."]).current_dir(out))?;
    let named = out.join(format!("plimsoll-{}.tgz", env!("CARGO_PKG_VERSION")));
    fs::metadata(&named).doing("looking for the tarball")?;
    Ok(())
}
