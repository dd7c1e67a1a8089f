//! One version for all the files of a page.
//!
//! Browsers keep files. Old glue beside a new module would fail in ways that nobody can explain, so each address
//! within the page ends in `?v=` and the hash of everything: a new build has new addresses throughout.

use crate::trouble::{Doing, Outcome};
use std::fs;
use std::path::{Path, PathBuf};

/// What stands in the sources where the version belongs.
const MARK: &str = "?v=dev";

/// Writes the version into every address.
pub(crate) fn stamp(folder: &Path) -> Outcome {
    let version = format!("?v={}", hash_of(&files_below(folder)?)?);
    replace(folder, &version)
}

/// Writes a version, with its `?v=`, wherever one belongs.
pub(crate) fn replace(folder: &Path, version: &str) -> Outcome {
    for file in files_below(folder)?.iter().filter(|file| is_text(file)) {
        let text = fs::read_to_string(file).doing(format!("reading {}", file.display()))?;
        if text.contains(MARK) {
            fs::write(file, text.replace(MARK, version)).doing(format!("writing {}", file.display()))?;
        }
    }
    Ok(())
}

/// All files below a folder, in one order on every machine.
pub(crate) fn files_below(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).doing(format!("looking into {}", folder.display()))? {
            let path = entry.doing(format!("looking into {}", folder.display()))?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    Ok(files)
}

/// Whether a file may hold addresses of other files.
fn is_text(file: &Path) -> bool {
    matches!(file.extension().and_then(|end| end.to_str()), Some("html" | "js" | "css"))
}

/// One text for the contents of all.
pub(crate) fn hash_of(files: &[PathBuf]) -> Outcome<String> {
    let mut all = Vec::new();
    for file in files {
        all.extend(fs::read(file).doing(format!("reading {}", file.display()))?);
    }
    Ok(hash(&all))
}

/// FNV-1a in hexadecimal digits: it tells contents apart, and that is all that is asked of it.
pub(crate) fn hash(bytes: &[u8]) -> String {
    let fold = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
    format!("{:016x}", bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, fold))
}
