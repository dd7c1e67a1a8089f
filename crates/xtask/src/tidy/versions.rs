//! Versions that must be one and the same.

use super::{Finding, read};
use crate::place::Place;
use crate::trouble::Outcome;

/// The glue fits the module only when library and tool are of one version. The tool also tells its own crate's
/// version when Trunk asks for it.
const SAME: [&str; 3] = ["wasm-bindgen", "wasm-bindgen-cli-support", "plimsoll-bindgen"];

/// The lock file names one version for all of [`SAME`].
pub(crate) fn check(place: &Place) -> Outcome<Vec<Finding>> {
    let lock = read(place, "Cargo.lock")?;
    let versions: Vec<_> = SAME.iter().map(|name| version(&lock, name)).collect();
    if versions.windows(2).all(|pair| pair.first() == pair.last()) {
        return Ok(Vec::new());
    }
    let why = format!("{} must have one version, and have {versions:?}", SAME.join(", "));
    Ok(vec![Finding::new("Cargo.lock", 1, why)])
}

/// The version of one package in a lock file.
fn version<'lock>(lock: &'lock str, name: &str) -> Option<&'lock str> {
    let (_, after) = lock.split_once(&format!("name = \"{name}\"\nversion = \""))?;
    after.split('"').next()
}
