//! Notices that a source file has changed.

use crate::place::Place;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, SystemTime};

/// What the page is made of, beside the rooms in `crates/`.
const SOURCES: [&str; 4] = ["Cargo.toml", "Cargo.lock", "index.html", "web"];

/// Rooms that are no part of the page.
const TOOLS: [&str; 2] = ["xtask", "bindgen"];

/// How long a look at the files is apart from the next.
const PAUSE: Duration = Duration::from_millis(400);

/// When each source file was last written.
pub(crate) type Look = BTreeMap<PathBuf, SystemTime>;

/// Looks at all sources.
pub(crate) fn look(place: &Place) -> Look {
    let mut seen = Look::new();
    for source in SOURCES {
        look_at(&place.root.join(source), &mut seen);
    }
    for room in fs::read_dir(place.root.join("crates")).into_iter().flatten().flatten() {
        if !TOOLS.iter().any(|tool| room.file_name() == *tool) {
            look_at(&room.path(), &mut seen);
        }
    }
    seen
}

/// Waits until a source differs from `before`, and then until nothing has changed for one pause, because editors
/// and version control write several files. Answers the new look.
pub(crate) fn wait_for_change(place: &Place, before: &Look) -> Look {
    let mut last = look(place);
    loop {
        sleep(PAUSE);
        let now = look(place);
        if now == last && now != *before {
            return now;
        }
        last = now;
    }
}

/// Looks at one file, or at all files of a folder. What vanishes meanwhile counts as not there.
fn look_at(path: &Path, seen: &mut Look) {
    let Ok(data) = fs::metadata(path) else { return };
    if data.is_dir() {
        for entry in fs::read_dir(path).into_iter().flatten().flatten() {
            look_at(&entry.path(), seen);
        }
    } else if let Ok(time) = data.modified() {
        seen.insert(path.to_path_buf(), time);
    }
}
