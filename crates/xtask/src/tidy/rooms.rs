//! Which room may use which. Data flows one way; `use` points only back along it.

use super::{Finding, manifest, read};
use crate::place::Place;
use crate::trouble::Outcome;

/// A room and all that it may know.
pub(crate) struct Room {
    /// Where it lies, from the top of the checkout.
    pub(crate) path: &'static str,
    /// The rooms it may use.
    pub(crate) rooms: &'static [&'static str],
    /// The crates of others that it may use. Each one is a decision; a new one is added here and in `Cargo.toml`.
    pub(crate) crates: &'static [&'static str],
    /// Nothing in it may reach the clock, the disk, the surroundings or the browser.
    pub(crate) pure: bool,
}

/// The house. Rooms that do not exist yet are passed over.
pub(crate) const ROOMS: &[Room] = &[
    Room { path: "crates/columns", rooms: &[], crates: &["serde"], pure: true },
    Room {
        path: "crates/metrics",
        rooms: &["columns"],
        crates: &["chrono", "ruint", "rust_decimal"],
        pure: true,
    },
    Room {
        path: "crates/intake",
        rooms: &["metrics", "columns"],
        crates: &["chrono", "rust_decimal", "serde"],
        pure: true,
    },
    Room { path: "crates/forecast", rooms: &["metrics", "columns"], crates: &["libm"], pure: true },
    Room {
        path: "crates/workbook",
        rooms: &[],
        crates: &["chrono", "crc32fast", "memchr", "miniz_oxide", "quick-xml"],
        pure: true,
    },
    Room {
        path: "crates/report",
        rooms: &["metrics", "columns", "intake", "forecast", "workbook"],
        crates: &["postcard", "rust_decimal", "serde", "serde_json"],
        pure: true,
    },
    Room { path: "crates/samples", rooms: &[], crates: &["rand_pcg"], pure: true },
    Room { path: "crates/ui", rooms: &["report"], crates: &["web-sys", "yew"], pure: false },
    Room {
        path: "crates/api",
        rooms: &["report", "intl"],
        crates: &["serde", "serde-wasm-bindgen", "talc", "wasm-bindgen"],
        pure: false,
    },
    Room {
        path: "web",
        rooms: &["ui", "report", "intl"],
        crates: &["js-sys", "talc", "wasm-bindgen", "web-sys", "yew"],
        pure: false,
    },
    Room {
        path: "web/room",
        rooms: &["ui", "report", "intl"],
        crates: &["js-sys", "wasm-bindgen", "web-sys", "yew"],
        pure: false,
    },
    Room {
        path: "web/shelf",
        rooms: &["ui", "report", "intl"],
        crates: &["js-sys", "wasm-bindgen", "web-sys", "yew"],
        pure: false,
    },
    Room {
        path: "crates/embed",
        rooms: &["report", "intl"],
        crates: &["serde", "serde_json", "talc", "wasm-bindgen"],
        pure: false,
    },
    Room {
        path: "web/lab",
        rooms: &["ui", "report", "intl"],
        crates: &["js-sys", "wasm-bindgen", "web-sys", "yew"],
        pure: false,
    },
    Room { path: "web/portfolio", rooms: &["report"], crates: &["talc", "wasm-bindgen"], pure: false },
    Room { path: "web/intl", rooms: &["report"], crates: &["wasm-bindgen"], pure: false },
    Room {
        path: "web/worker",
        rooms: &["report", "columns"],
        crates: &["talc", "wasm-bindgen"],
        pure: false,
    },
    Room { path: "web/samples", rooms: &["samples"], crates: &["talc", "wasm-bindgen"], pure: false },
    Room { path: "web/paste", rooms: &["report"], crates: &["talc", "wasm-bindgen"], pure: false },
    Room { path: "web/draws", rooms: &["report"], crates: &["talc", "wasm-bindgen"], pure: false },
    Room {
        path: "web/workbook",
        rooms: &["report", "workbook"],
        crates: &["js-sys", "wasm-bindgen"],
        pure: false,
    },
    Room { path: "crates/xtask", rooms: &[], crates: &["tiny_http"], pure: false },
    Room { path: "crates/bindgen", rooms: &[], crates: &["wasm-bindgen-cli-support"], pure: false },
    Room {
        path: "tests",
        rooms: &["columns", "metrics", "intake", "forecast", "report", "ui", "workbook"],
        crates: &[],
        pure: false,
    },
    Room {
        path: "tests/bench/catalogue",
        rooms: &["metrics", "report"],
        crates: &["rust_decimal", "talc", "wasm-bindgen"],
        pure: false,
    },
    Room {
        path: "tests/bench/portfolio",
        rooms: &["columns"],
        crates: &["talc", "wasm-bindgen"],
        pure: false,
    },
];

/// What tests may use anywhere; nothing of it ships.
const FOR_TESTS: &[&str] = &[
    "calamine",
    "chrono",
    "insta",
    "proptest",
    "rust_decimal",
    "rust_xlsxwriter",
    "serde",
    "serde_json",
    "toml",
    "ts-rs",
    "yew",
];

/// Every member of the workspace that exists against the table.
pub(crate) fn check(place: &Place) -> Outcome<Vec<Finding>> {
    let mut findings = Vec::new();
    for room in ROOMS {
        let file = format!("{}/Cargo.toml", room.path);
        if place.root.join(&file).exists() {
            findings.extend(judge(room, &file, &read(place, &file)?));
        }
    }
    findings.extend(unknown_rooms(place));
    Ok(findings)
}

/// One room's manifest against its row.
fn judge(room: &Room, file: &str, text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    if !manifest::takes_workspace_lints(text) {
        findings.push(Finding::new(
            file,
            1,
            "the crate does not take the workspace's lints ([lints] workspace = true)",
        ));
    }
    for used in manifest::dependencies(text) {
        let allowed = match used.name.strip_prefix("plimsoll-") {
            Some(other) => room.rooms.contains(&other),
            None => {
                room.crates.contains(&used.name.as_str())
                    || ((used.only_dev || room.path == "tests") && FOR_TESTS.contains(&used.name.as_str()))
            }
        };
        if !allowed {
            let why = format!(
                "{} may not use {} (the table is in crates/xtask/src/tidy/rooms.rs)",
                room.path, used.name
            );
            findings.push(Finding::new(file, used.line, why));
        }
    }
    findings
}

/// Crates that the table does not know.
fn unknown_rooms(place: &Place) -> Vec<Finding> {
    let crates = std::fs::read_dir(place.root.join("crates"));
    let paths = crates.into_iter().flatten().flatten().map(|entry| super::from_top(place, &entry.path()));
    paths
        .filter(|path| !ROOMS.iter().any(|room| room.path == path))
        .filter(|path| place.root.join(path).join("Cargo.toml").exists())
        .map(|path| {
            Finding::new(
                &format!("{path}/Cargo.toml"),
                1,
                "this room has no row in crates/xtask/src/tidy/rooms.rs",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{ROOMS, judge};

    fn findings(path: &str, dependencies: &str) -> Vec<String> {
        let manifest = format!("[lints]\nworkspace = true\n[dependencies]\n{dependencies}");
        let room = ROOMS.iter().find(|room| room.path == path);
        room.map(|room| judge(room, "Cargo.toml", &manifest))
            .unwrap_or_default()
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn a_room_may_use_what_stands_before_it() {
        assert!(findings("crates/report", "plimsoll-metrics = { workspace = true }\n").is_empty());
    }

    #[test]
    fn a_room_may_not_use_what_stands_after_it() {
        let found = findings("crates/metrics", "plimsoll-report = { workspace = true }\n");
        assert!(
            found.first().is_some_and(|line| line.starts_with("Cargo.toml:4: crates/metrics may not use"))
        );
    }

    #[test]
    fn an_outside_crate_needs_a_decision() {
        assert_eq!(findings("crates/metrics", "rand = \"0.9\"\n").len(), 1);
    }
}
