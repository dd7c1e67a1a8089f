//! What the commands need, and how each missing thing is installed.

use crate::place::Place;
use crate::run::{ask, run};
use crate::say::{self, Step};
use crate::trouble::{Outcome, Trouble};
use std::env;
use std::io::{IsTerminal, stdin};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The compiler target of a page.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Where Debian and its children put Chromium.
const CHROMIUM: &str = "/usr/bin/chromium";

/// The standard library for wasm.
pub(crate) fn wasm_target() -> Outcome {
    let installed = ask("rustc", &["--print", "sysroot"])
        .is_some_and(|root| Path::new(&root).join("lib/rustlib").join(WASM).join("lib").is_dir());
    if installed {
        return Ok(());
    }
    let step = Step::begin("Installing the Rust target for the browser");
    run(Command::new("rustup").args(["target", "add", WASM])).map_err(|trouble| {
        trouble.next(format!("install rustup from https://rustup.rs, then: rustup target add {WASM}"))
    })?;
    step.done();
    Ok(())
}

/// A part of the Rust toolchain such as `clippy`.
pub(crate) fn rust_component(name: &str, proof: &str) -> Outcome {
    if ask("cargo", &[proof, "--version"]).is_some() {
        return Ok(());
    }
    let step = Step::begin(&format!("Installing {name}"));
    run(Command::new("rustup").args(["component", "add", name]))
        .map_err(|trouble| trouble.next(format!("rustup component add {name}")))?;
    step.done();
    Ok(())
}

/// The tools that come from npm: the optimiser for wasm and the driver of the browser.
pub(crate) fn npm(place: &Place) -> Outcome {
    npm_in(&place.browser(), "tests/browser")
}

/// What the `package-lock.json` of a folder lists, from npm. `name` is what the folder is called to a reader.
pub(crate) fn npm_in(folder: &Path, name: &str) -> Outcome {
    let lock = folder.join("package-lock.json");
    let installed = folder.join("node_modules/.package-lock.json");
    if is_newer(&installed, &lock) {
        return Ok(());
    }
    let step = Step::begin(&format!("Installing the tools of {name} from npm"));
    run(Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(folder)).map_err(
        |trouble| trouble.next("install Node 20 or newer (https://nodejs.org), then run this command again"),
    )?;
    step.done();
    Ok(())
}

/// Packages of Python, with all that they need, into a folder of ours.
///
/// # Errors
/// There is no Python with pip and none can be installed, or a package is not to be had.
pub(crate) fn pip(folder: &Path, packages: &[&str]) -> Outcome {
    if ask("python3", &["-m", "pip", "--version"]).is_none() {
        if ask("apt-get", &["--version"]).is_none() {
            return Err(Trouble::new("there is no Python with pip").next("install python3 and its pip"));
        }
        as_root(&["apt-get", "update"])?;
        as_root(&["apt-get", "install", "-y", "python3-pip"])?;
    }
    let mut pip = Command::new("python3");
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--root-user-action=ignore"]);
    run(pip.arg("--upgrade").arg("--target").arg(folder).args(packages))
}

/// A browser to test in; answers its path, or nothing when the test driver shall use its own.
pub(crate) fn chromium(place: &Place) -> Outcome<Option<PathBuf>> {
    if let Some(chosen) = env::var_os("CHROMIUM").map(PathBuf::from) {
        return if chosen.exists() {
            Ok(Some(chosen))
        } else {
            Err(Trouble::new(format!("CHROMIUM names {}, which is not there", chosen.display())))
        };
    }
    let debian = Path::new(CHROMIUM);
    if debian.exists() {
        return Ok(Some(debian.to_path_buf()));
    }
    let step = Step::begin("Installing Chromium");
    let installed = if ask("apt-get", &["--version"]).is_some() {
        as_root(&["apt-get", "update"]).and_then(|()| as_root(&["apt-get", "install", "-y", "chromium"]))
    } else {
        run(Command::new(place.npm_tool("playwright")).args(["install", "chromium"]))
    };
    installed.map_err(|trouble| {
        trouble.next("install Chromium or Chrome yourself, then: CHROMIUM=/path/to/it ./dev test")
    })?;
    step.done();
    Ok(debian.exists().then(|| debian.to_path_buf()))
}

/// Runs a command that changes the system, through sudo where that is needed.
fn as_root(words: &[&str]) -> Outcome {
    let root = ask("id", &["-u"]).as_deref() == Some("0");
    let mut command = Command::new(if root { "env" } else { "sudo" });
    if !root && !stdin().is_terminal() {
        command.arg("-n");
    }
    if !root {
        say::note("this asks for your password, because it installs a package");
        command.arg("env");
    }
    run(command.arg("DEBIAN_FRONTEND=noninteractive").args(words))
}

/// Whether `made` exists and is not older than `source`.
fn is_newer(made: &Path, source: &Path) -> bool {
    let time = |path: &Path| path.metadata().and_then(|data| data.modified()).ok();
    matches!((time(made), time(source)), (Some(made), Some(source)) if made >= source)
}
