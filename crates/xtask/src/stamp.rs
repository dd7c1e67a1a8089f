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
    let files = files_below(folder)?;
    let version = format!("?v={}", hash_of(&files)?);
    for file in files.iter().filter(|file| is_text(file)) {
        let text = fs::read_to_string(file).doing(format!("reading {}", file.display()))?;
        if text.contains(MARK) {
            fs::write(file, text.replace(MARK, &version)).doing(format!("writing {}", file.display()))?;
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

/// FNV-1a over the contents: it tells builds apart, and that is all that is asked of it.
pub(crate) fn hash_of(files: &[PathBuf]) -> Outcome<String> {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for file in files {
        for byte in fs::read(file).doing(format!("reading {}", file.display()))? {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    Ok(format!("{hash:016x}"))
}
