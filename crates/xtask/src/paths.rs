//! Which paths a module tells. A panic names the file in which it happened, and the compiler writes that name as it
//! lies on the machine that builds: whose machine it was is nobody's business, and makes every build another one.

use crate::place::Place;
use crate::run::ask;
use crate::stamp::files_below;
use crate::trouble::{Doing, Outcome, Trouble};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// What makes the compiler write general names in place of this machine's. Of two that fit, it takes the later.
pub(crate) fn flags(place: &Place) -> Vec<String> {
    let mut names = vec![(place.root.clone(), ".".to_owned())];
    if let Some(home) = cargo_home() {
        names.push((home.clone(), "cargo".to_owned()));
        // One folder for each registry, named after its host.
        for registry in fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten() {
            names.push((registry.path(), "crates".to_owned()));
        }
    }
    // The standard library's own name for its sources, used wherever they are not installed.
    if let (Some(sources), Some(commit)) = (sysroot().map(|root| root.join("lib/rustlib/src/rust")), commit())
    {
        names.push((sources, format!("/rustc/{commit}")));
    }
    names.iter().map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display())).collect()
}

/// Refuses modules that tell a path of this machine.
pub(crate) fn check(place: &Place, folder: &Path) -> Outcome {
    let own = [Some(place.root.clone()), cargo_home(), sysroot(), env::home_dir()];
    let mut told: Vec<_> = own.into_iter().flatten().map(|path| format!("{}/", path.display())).collect();
    told.retain(|path| path.len() > 2);
    told.extend(["/.cargo/", "/.rustup/", "/registry/src/"].map(str::to_owned));
    for file in files_below(folder)? {
        if file.extension().is_some_and(|end| end == "wasm") {
            let bytes = fs::read(&file).doing(format!("reading {}", file.display()))?;
            if let Some(path) = told.iter().find(|path| holds(&bytes, path.as_bytes())) {
                let name = file.file_name().unwrap_or_default().to_string_lossy();
                return Err(Trouble::new(format!("{name} tells a path of this machine: {path}"))
                    .next("add the path to `flags` in crates/xtask/src/paths.rs"));
            }
        }
    }
    Ok(())
}

/// Whether a text stands somewhere in these bytes.
fn holds(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window == text)
}

/// Where cargo keeps what it downloads.
fn cargo_home() -> Option<PathBuf> {
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")))
}

/// Where the toolchain lies.
fn sysroot() -> Option<PathBuf> {
    ask("rustc", &["--print", "sysroot"]).map(PathBuf::from)
}

/// The commit from which the compiler was made.
fn commit() -> Option<String> {
    let version = ask("rustc", &["--version", "--verbose"])?;
    version.lines().find_map(|line| line.strip_prefix("commit-hash: ")).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::holds;

    #[test]
    fn a_path_is_found_among_other_bytes() {
        assert!(holds(b"\0\x07/a/.cargo/b\xff", b"/.cargo/"));
        assert!(!holds(b"crates/yew/src/lib.rs", b"/.cargo/"));
        assert!(!holds(b"", b"/.cargo/"));
    }
}
