//! Where things lie.

use crate::trouble::{Doing, Outcome, Trouble};
use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

/// The checkout and cargo's target directory.
pub(crate) struct Place {
    /// The top of the checkout.
    pub(crate) root: PathBuf,
    /// Cargo's target directory, wherever this machine's settings put it.
    pub(crate) target: PathBuf,
}

impl Place {
    /// Finds both: cargo tells where this crate lies, and this program lies in `<target>/<profile>/`.
    pub(crate) fn find() -> Outcome<Self> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let root = manifest.as_deref().and_then(|here| here.ancestors().nth(2));
        let Some(root) = root else {
            return Err(Trouble::new("this program wants to be started by cargo").next("cargo xtask help"));
        };
        let program = env::current_exe().doing("asking where this program lies")?;
        let Some(target) = program.ancestors().nth(2) else {
            return Err(Trouble::new("this program does not lie in a target directory"));
        };
        Ok(Self { root: root.to_path_buf(), target: target.to_path_buf() })
    }

    /// A path of ours below the target directory.
    pub(crate) fn work(&self, name: &str) -> PathBuf {
        self.target.join("plimsoll").join(name)
    }

    /// The folder of the browser tests, which also holds the few tools that come from npm.
    pub(crate) fn browser(&self) -> PathBuf {
        self.root.join("tests").join("browser")
    }

    /// A tool that npm installed.
    pub(crate) fn npm_tool(&self, name: &str) -> PathBuf {
        self.browser().join("node_modules").join(".bin").join(name)
    }
}

/// The cargo that started this program, so that both are of one toolchain.
pub(crate) fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"))
}
